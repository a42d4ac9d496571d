// SPDX-License-Identifier: GPL-3.0-or-later
#include "importer/googledocument.h"

#include "importer/pagefurniture.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

class GoogleStyles
{
public:
    explicit GoogleStyles(const HtmlNode &head)
    {
        static const QRegularExpression rule(u"\\.(c\\d{1,5})\\{([^{}]*)\\}"_s);
        for (const HtmlNode &node : head.children) {
            const QString sheet = node.name == u"style" ? node.allText() : QString();
            for (const auto &match : rule.globalMatch(sheet)) {
                const QString style = match.captured(2);
                m_emphasis.insert(match.captured(1),
                                  {style.contains(u"font-weight:700"_s), style.contains(u"font-style:italic"_s),
                                   style.contains(u"text-decoration:line-through"_s)});
            }
        }
    }

    void read(HtmlNode &node, bool inHeading)
    {
        const bool heads =
            inHeading || headingLevel(node) > 0 || hasClass(node, u"title") || hasClass(node, u"subtitle");
        for (HtmlNode &child : node.children)
            read(child, heads);
        nestLists(node);
        if (node.name == u"span" && !node.allText().trimmed().isEmpty())
            wrap(node, heads);
    }

private:
    struct Emphasis
    {
        bool strong = false;
        bool soft = false;
        bool struck = false;
    };

    void wrap(HtmlNode &span, bool inHeading) const
    {
        Emphasis all;
        for (const QString &name : span.attributes.value(u"class"_s).split(u' ')) {
            const Emphasis own = m_emphasis.value(name);
            all.strong |= own.strong && !inHeading;
            all.soft |= own.soft;
            all.struck |= own.struck;
        }
        for (const auto &[wanted, name] :
             {std::pair(all.struck, u"del"_s), std::pair(all.soft, u"em"_s), std::pair(all.strong, u"strong"_s)}) {
            if (!wanted)
                continue;
            HtmlNode inner{name, {}, {}, std::move(span.children)};
            span.children = {};
            span.children.push_back(std::move(inner));
        }
    }

    /// -1 for what is no list of Google's.
    static int levelOf(const HtmlNode &node)
    {
        static const QRegularExpression level(u"(?:^|\\s)lst-kix_\\w+-(\\d)(?:\\s|$)"_s);
        const auto match = level.match(node.attributes.value(u"class"_s));
        return match.hasMatch() ? match.captured(1).toInt() : -1;
    }

    /// Those of deeper levels stand behind the list that they belong into, which goes on behind them.
    static void nestLists(HtmlNode &node)
    {
        std::vector<HtmlNode> nested;
        for (HtmlNode &child : node.children) {
            const int level = levelOf(child);
            HtmlNode *list = nested.empty() || levelOf(nested.back()) < 0 ? nullptr : &nested.back();
            if (level < 0 || !list || level < levelOf(*list)) {
                nested.push_back(std::move(child));
                continue;
            }
            while (levelOf(*list) < level && !list->children.empty() && !list->children.back().children.empty() &&
                   levelOf(list->children.back().children.back()) >= 0)
                list = &list->children.back().children.back();
            if (levelOf(*list) < level && !list->children.empty())
                list->children.back().children.push_back(std::move(child));
            else if (const bool goesOn =
                         levelOf(*list) == level && list->name == child.name && !hasClass(child, u"start");
                     !goesOn && list == &nested.back())
                nested.push_back(std::move(child));
            else
                std::ranges::move(child.children, std::back_inserter(list->children));
        }
        node.children = std::move(nested);
    }

    QHash<QString, Emphasis> m_emphasis;
};

} // namespace

void readGoogleStyles(HtmlPage &page)
{
    if (hasClass(page.body, u"doc-content"))
        GoogleStyles(page.head).read(page.body, false);
}

} // namespace Weeknotes
