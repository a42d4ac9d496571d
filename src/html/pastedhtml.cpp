// SPDX-License-Identifier: GPL-3.0-or-later
#include "html/pastedhtml.h"

#include "html/htmltomarkdown.h"
#include "html/pastedlists.h"

#include <QRegularExpression>
#include <QSet>
#include <QUrl>
#include <QUrlQuery>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

constexpr qsizetype mostPasted = 2'000'000;

/// Emphasis in force.
struct Emphasis
{
    bool strong = false;
    bool soft = false;
    bool struck = false;
    bool code = false;
};

bool isMonospaced(const HtmlNode &node)
{
    static const QRegularExpression families(u"mono|consolas|courier|menlo|monaco"_s);
    return families.match(styleOf(node, u"font-family"_s)).hasMatch();
}

bool isInline(const QString &name)
{
    static const QSet<QString> names{u"span"_s, u"font"_s, u"b"_s,    u"strong"_s, u"i"_s,    u"em"_s,  u"u"_s,
                                     u"ins"_s,  u"s"_s,    u"del"_s,  u"strike"_s, u"code"_s, u"tt"_s,  u"kbd"_s,
                                     u"samp"_s, u"cite"_s, u"mark"_s, u"small"_s,  u"big"_s,  u"sub"_s, u"sup"_s};
    return names.contains(name);
}

Emphasis emphasisOf(const HtmlNode &node)
{
    const QString &name = node.name;
    const QString weight = styleOf(node, u"font-weight"_s);
    const QString style = styleOf(node, u"font-style"_s);
    const QString line = styleOf(node, u"text-decoration"_s) + styleOf(node, u"text-decoration-line"_s);
    Emphasis found;
    found.strong =
        weight.isEmpty() ? name == u"b" || name == u"strong" : weight.startsWith(u"bold") || weight.toInt() >= 600;
    found.soft = style.isEmpty() ? name == u"i" || name == u"em" || name == u"cite" : style.startsWith(u"italic");
    found.struck = name == u"s" || name == u"del" || name == u"strike" || line.contains(u"line-through");
    found.code = name == u"code" || name == u"tt" || name == u"kbd" || name == u"samp" ||
                 (name == u"span" && isMonospaced(node));
    return found;
}

bool isHidden(const HtmlNode &node)
{
    return styleOf(node, u"display"_s) == u"none" || styleOf(node, u"mso-hide"_s) == u"all" || isLeftOut(node.name);
}

/// Or that nobody but its program could load.
bool isNoPicture(const HtmlNode &image)
{
    return safeAddress(image.attributes.value(u"src"_s)).isEmpty() || isCountingPixel(image);
}

class PasteCleaner
{
public:
    std::vector<HtmlNode> cleaned(const std::vector<HtmlNode> &nodes, const Emphasis &inside = {})
    {
        std::vector<HtmlNode> out;
        for (const HtmlNode &node : nodes)
            clean(out, node, inside);
        return out;
    }

private:
    void clean(std::vector<HtmlNode> &out, const HtmlNode &node, const Emphasis &inside)
    {
        const QString &name = node.name;
        if (node.isText())
            return add(out, {{}, withoutPadding(node.text), {}, {}});
        if (name == u"input" && node.attributes.value(u"type"_s) == u"checkbox")
            return add(out, {{}, node.attributes.contains(u"checked"_s) ? u"[x] "_s : u"[ ] "_s, {}, {}});
        if (isHidden(node) || (name == u"img" && isNoPicture(node)))
            return;
        if (name == u"a")
            return addLink(out, node, inside);
        if (isInline(name))
            return addInline(out, node, inside);
        const bool isEmpty = name == u"p" && node.allText().trimmed().isEmpty() && !holds(node, u"img"_s);
        if (isEmpty)
            return;
        if (name.contains(u':') || isLayout(node))
            return addAll(out, cleaned(node.children, inside));
        if (name == u"pre")
            return out.push_back(node);
        out.push_back(block(node, inside));
    }

    HtmlNode block(const HtmlNode &node, Emphasis inside)
    {
        static const QRegularExpression heading(u"^(?:h[1-6]|th)$"_s);
        HtmlNode read{node.name, {}, {}, {}};
        if (node.name == u"p" && node.attributes.value(u"class"_s).contains(u"MsoTitle"))
            read.name = u"h1"_s;
        for (const QString &kept : {u"src"_s, u"alt"_s, u"start"_s, u"class"_s}) {
            if (node.attributes.contains(kept))
                read.attributes.insert(kept, node.attributes.value(kept));
        }
        if (heading.match(read.name).hasMatch())
            inside.strong = true; // as they are anyway
        read.children = cleaned(node.children, inside);
        return read;
    }

    void addLink(std::vector<HtmlNode> &out, const HtmlNode &node, const Emphasis &inside)
    {
        const QString address = withoutDetour(safeAddress(node.attributes.value(u"href"_s)));
        std::vector<HtmlNode> words = cleaned(node.children, inside);
        if (address.isEmpty() || address.startsWith(u'#')) // a bookmark of the page it came from
            return addAll(out, std::move(words));
        out.push_back({u"a"_s, {}, {{u"href"_s, address}}, std::move(words)});
    }

    void addInline(std::vector<HtmlNode> &out, const HtmlNode &node, const Emphasis &inside)
    {
        const Emphasis own = emphasisOf(node);
        const Emphasis now{own.strong || inside.strong, own.soft || inside.soft, own.struck || inside.struck,
                           own.code || inside.code};
        std::vector<HtmlNode> words = cleaned(node.children, now);
        std::vector<HtmlNode> breaks; // a line's break at the end stands outside of the marks
        while (!words.empty() && words.back().name == u"br") {
            breaks.push_back(std::move(words.back()));
            words.pop_back();
        }
        const auto wrap = [&](bool wanted, const QString &name) {
            if (!wanted || words.empty())
                return;
            HtmlNode wrapped{name, {}, {}, std::move(words)};
            words = {};
            words.push_back(std::move(wrapped));
        };
        wrap(own.code && !inside.code, u"code"_s);
        wrap(own.struck && !inside.struck, u"del"_s);
        wrap(own.soft && !inside.soft, u"em"_s);
        wrap(own.strong && !inside.strong, u"strong"_s);
        addAll(out, std::move(words));
        addAll(out, std::move(breaks));
    }

    void addAll(std::vector<HtmlNode> &out, std::vector<HtmlNode> nodes)
    {
        for (HtmlNode &node : nodes)
            add(out, std::move(node));
    }

    /// Words of the same emphasis that follow each other become one stretch, or their marks would meet.
    void add(std::vector<HtmlNode> &out, HtmlNode node)
    {
        static const QSet<QString> emphases{u"strong"_s, u"em"_s, u"del"_s, u"code"_s};
        if (!out.empty() && out.back().name == node.name && emphases.contains(node.name))
            return addAll(out.back().children, std::move(node.children));
        if (!out.empty() && out.back().isText() && node.isText())
            out.back().text += node.text;
        else
            out.push_back(std::move(node));
    }

    static bool holds(const HtmlNode &node, const QString &name)
    {
        return std::ranges::any_of(node.children,
                                   [&](const HtmlNode &child) { return child.name == name || holds(child, name); });
    }

    static int cellsIn(const HtmlNode &node)
    {
        int cells = 0;
        for (const HtmlNode &child : node.children)
            cells += child.name == u"td" || child.name == u"th" ? 1 : cellsIn(child);
        return cells;
    }

    /// A table that only places what it holds.
    static bool isLayout(const HtmlNode &node)
    {
        return node.name == u"table" &&
               (node.attributes.value(u"role"_s) == u"presentation" || cellsIn(node) <= 1 || holds(node, u"table"_s));
    }

    /// No-break spaces next to others pad, as office suites and browsers write them.
    static QString withoutPadding(QString text)
    {
        static const QRegularExpression padding(u"(?<=[ \\n])\\x{a0}+|\\x{a0}+(?=[ \\n])|\\x{a0}{2,}"_s);
        return text.replace(padding, u" "_s);
    }
};

/// What Markdown has a mark for; paragraphs count when there are several.
int structureIn(const std::vector<HtmlNode> &nodes)
{
    static const QSet<QString> bare{u"div"_s, u"section"_s, u"article"_s, u"main"_s, u"body"_s, u"br"_s, u"wbr"_s};
    int found = 0;
    for (const HtmlNode &node : nodes) {
        const bool plain = node.isText() || bare.contains(node.name);
        const bool code = node.name == u"pre" && std::ranges::any_of(node.children, [](const HtmlNode &child) {
                              return child.name == u"code";
                          });
        found += node.name == u"p" || (node.name == u"pre" && !code) ? 1 : plain ? 0 : 2;
        if (node.name != u"pre")
            found += structureIn(node.children);
    }
    return found;
}

/// Whether all of it is set as code editors and terminals set their text.
bool isSetAsCode(const std::vector<HtmlNode> &nodes)
{
    const HtmlNode *only = nullptr;
    for (const HtmlNode &node : nodes) {
        if (node.name == u"meta" || (node.isText() && node.text.trimmed().isEmpty()))
            continue;
        if (only)
            return false;
        only = &node;
    }
    if (!only || only->isText())
        return false;
    const bool block = only->name == u"div" || only->name == u"pre";
    const bool coded = only->name == u"pre" && !only->children.empty() && only->children.front().name == u"code";
    if (block && !coded && (styleOf(*only, u"white-space"_s) == u"pre" || isMonospaced(*only)))
        return true;
    return isSetAsCode(only->children);
}

} // namespace

bool isCountingPixel(const HtmlNode &image)
{
    const auto isTiny = [&](const QString &side) {
        static const QRegularExpression pixels(u"^\\s*([0-9.]+)(?:px)?(?:\\s|$)"_s);
        for (const QString &size : {image.attributes.value(side), styleOf(image, side)}) {
            const auto found = pixels.match(size);
            if (found.hasMatch() && found.captured(1).toDouble() <= 2)
                return true;
        }
        return false;
    };
    return isTiny(u"width"_s) || isTiny(u"height"_s);
}

QString withoutDetour(const QString &address)
{
    const QUrl url(address);
    const QString host = url.host();
    const bool outlook = host.endsWith(u".safelinks.protection.outlook.com");
    const bool google = host == u"www.google.com" && url.path() == u"/url";
    if (!outlook && !google)
        return address;
    const QUrlQuery query(url);
    for (const QString &key : {u"url"_s, u"q"_s}) {
        const QString target = query.queryItemValue(key, QUrl::FullyDecoded);
        if (target.startsWith(u"http"))
            return target;
    }
    return address;
}

std::optional<QString> markdownOfPasted(const QString &html)
{
    if (html.size() > mostPasted)
        return {};
    auto nodes = parseHtml(html);
    if (!nodes || isSetAsCode(*nodes))
        return {};
    const std::vector<HtmlNode> clean = PasteCleaner().cleaned(withWordLists(std::move(*nodes)));
    if (structureIn(clean) < 2)
        return {};
    return htmlToMarkdown(clean).markdown;
}

} // namespace Weeknotes
