// SPDX-License-Identifier: GPL-3.0-or-later
#include "html/pastedlists.h"

#include <QRegularExpression>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

struct WordItem
{
    int level = 1;
    QString marker; ///< "·", "o", "2."
    std::vector<HtmlNode> content;
};

bool isMarker(const HtmlNode &node)
{
    return styleOf(node, u"mso-list"_s) == u"ignore";
}

/// Takes the marker out of what a paragraph holds, at any depth.
void takeMarker(std::vector<HtmlNode> &nodes, QString &marker)
{
    std::erase_if(nodes, [&](const HtmlNode &node) {
        if (isMarker(node))
            marker += node.allText();
        return isMarker(node);
    });
    for (HtmlNode &node : nodes)
        takeMarker(node.children, marker);
}

std::optional<WordItem> wordItem(HtmlNode node)
{
    static const QRegularExpression place(u"\\bl\\d+ level(\\d)"_s);
    const auto found = place.match(styleOf(node, u"mso-list"_s));
    if (node.name != u"p" || !found.hasMatch())
        return {};
    WordItem item{found.captured(1).toInt(), {}, std::move(node.children)};
    takeMarker(item.content, item.marker);
    item.marker = item.marker.simplified();
    return item;
}

/// The items from `at` on that are of that level or deeper, as one list; `at` ends up behind them.
HtmlNode listOf(const std::vector<WordItem> &items, size_t &at, int level)
{
    static const QRegularExpression ordered(u"^\\(?(?:(\\d+)|[A-Za-z]{1,5})[.)]"_s);
    const auto first = ordered.match(items[at].marker);
    HtmlNode list{first.hasMatch() ? u"ol"_s : u"ul"_s, {}, {}, {}};
    if (!first.captured(1).isEmpty())
        list.attributes.insert(u"start"_s, first.captured(1));
    while (at < items.size() && items[at].level >= level) {
        if (items[at].level > level && !list.children.empty()) {
            list.children.back().children.push_back(listOf(items, at, items[at].level));
            continue;
        }
        const bool same = ordered.match(items[at].marker).hasMatch() == first.hasMatch();
        if (!same && !list.children.empty())
            break;
        list.children.push_back({u"li"_s, {}, {}, items[at].content});
        ++at;
    }
    return list;
}

} // namespace

QString styleOf(const HtmlNode &node, const QString &property)
{
    const QString style = node.attributes.value(u"style"_s);
    for (const QStringView declaration : QStringView(style).split(u';')) {
        const qsizetype colon = declaration.indexOf(u':');
        if (colon > 0 && declaration.first(colon).trimmed().compare(property, Qt::CaseInsensitive) == 0)
            return declaration.sliced(colon + 1).toString().simplified().toLower();
    }
    return {};
}

std::vector<HtmlNode> withWordLists(std::vector<HtmlNode> nodes)
{
    std::vector<HtmlNode> found;
    std::vector<WordItem> items;
    const auto flush = [&] {
        for (size_t at = 0; at < items.size();)
            found.push_back(listOf(items, at, items[at].level));
        items.clear();
    };
    for (HtmlNode &node : nodes) {
        if (auto item = wordItem(node)) {
            items.push_back(std::move(*item));
        } else if (!node.isText() || !node.text.trimmed().isEmpty()) {
            flush();
            node.children = withWordLists(std::move(node.children));
            found.push_back(std::move(node));
        } else if (items.empty()) { // white space between items is none of the text
            found.push_back(std::move(node));
        }
    }
    flush();
    return found;
}

} // namespace Weeknotes
