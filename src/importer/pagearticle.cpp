// SPDX-License-Identifier: GPL-3.0-or-later
#include "importer/pagearticle.h"

#include "importer/pagefurniture.h"

#include <QHash>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

constexpr qsizetype leastProse = 140;  ///< of an article that nothing but its prose tells, in letters
constexpr qsizetype longTeaser = 400;  ///< what a list of posts says of one, at most, in letters
constexpr qsizetype longSummary = 600; ///< the same, with a link to the rest
constexpr qsizetype shortRemark = 60;  ///< of a link in a list: its day, how long reading takes; in letters
constexpr qsizetype fewLinks = 4;      ///< headings that an article may have as links

/// What marks the text of an article in common themes.
bool isThemeContent(const HtmlNode &node)
{
    static const QSet<QString> names{
        u"entry-content"_s, u"post-content"_s,      u"post-body"_s,        u"article-content"_s, u"article-body"_s,
        u"entry-body"_s,    u"markdown-body"_s,     u"gh-content"_s,       u"page-body"_s,       u"available-content"_s,
        u"post__content"_s, u"article__body"_s,     u"article__content"_s, u"single-content"_s,  u"blog-post-content"_s,
        u"post-text"_s,     u"post-entry"_s,        u"entry-text"_s,       u"postcontent"_s,     u"entrytext"_s,
        u"body-post"_s,     u"post-full-content"_s, u"story-body"_s,       u"doc-content"_s,     u"blog-content"_s};
    return isNamed(node, names);
}

bool isMain(const HtmlNode &node)
{
    return node.name == u"main" || node.attributes.value(u"role"_s) == u"main";
}

class ArticleFinder
{
public:
    ArticleFinder(const HtmlNode &body, const std::function<bool(const QString &)> &leadsElsewhere)
        : m_body(body), m_leadsElsewhere(leadsElsewhere), m_total(extentOf(body).text)
    {
        measure(body, nullptr, false);
        gather(body);
    }

    std::optional<PageArticle> find()
    {
        for (const auto &marked : {m_microformats, m_schema}) {
            if (const HtmlNode *best = onlyOne(marked, 0); best || m_isList)
                return found(best);
        }
        constexpr double leastShare = 0.25;
        for (const auto &marked : {m_entries, m_themed}) {
            if (const HtmlNode *best = onlyOne(marked, leastShare); best || m_isList)
                return found(best ? refined(*best) : nullptr);
        }
        for (const HtmlNode *main : m_mains) {
            if (isProse(*main, leastProse / 2) && !isListOfLinks(*main))
                return found(densest(*main));
        }
        return isProse(m_body, leastProse) && !isListOfLinks(m_body) ? found(densest(m_body)) : std::nullopt;
    }

private:
    struct Place
    {
        const HtmlNode *parent = nullptr;
        TextExtent extent; ///< of what is no furniture
    };

    TextExtent measure(const HtmlNode &node, const HtmlNode *parent, bool inLink)
    {
        TextExtent extent = extentOfText(node, inLink);
        for (const HtmlNode &child : node.children)
            extent += measure(child, &node, inLink || node.name == u"a");
        if (node.isText())
            return extent;
        const PageRole role = pageRole(node);
        const bool isAround = role == PageRole::Apart || node.name == u"noscript" ||
                              (role != PageRole::Text && extent.text * 2 < m_total);
        if (isAround || (isEntry(node) && extent.prose() < longSummary && isTeaser(node)))
            extent = {};
        if (node.name == u"li" && extent.prose() < shortRemark && opensWithLink(node))
            extent.linked = extent.text;
        m_places.insert(&node, {parent, extent});
        return extent;
    }

    [[nodiscard]] bool isTeaser(const HtmlNode &entry) const
    {
        const auto isTitle = [](const HtmlNode &node) {
            return headingLevel(node) > 0 || hasClass(node, u"p-name") || hasClass(node, u"entry-title");
        };
        const auto isLink = [](const HtmlNode &node) { return node.name == u"a"; };
        const HtmlNode *title = findNode(entry.children, isTitle);
        const HtmlNode *link = !title ? nullptr : isLink(*title) ? title : findNode(title->children, isLink);
        return link && link->words() == title->words() && m_leadsElsewhere(link->attributes.value(u"href"_s));
    }

    static bool opensWithLink(const HtmlNode &node)
    {
        const auto first = std::ranges::find_if(
            node.children, [](const HtmlNode &child) { return !child.isText() || !child.text.trimmed().isEmpty(); });
        return first != node.children.end() && (first->name == u"a" || opensWithLink(*first));
    }

    [[nodiscard]] TextExtent extent(const HtmlNode &node) const { return m_places.value(&node).extent; }

    [[nodiscard]] const HtmlNode *around(const HtmlNode *node, bool (*is)(const HtmlNode &)) const
    {
        do
            node = m_places.value(node).parent;
        while (node && !is(*node));
        return node;
    }

    void gather(const HtmlNode &node)
    {
        if (hasClass(node, u"e-content") && (isEntry(node) || around(&node, isEntry)))
            mark(m_microformats, node);
        if (hasWord(node, u"itemprop"_s, u"articleBody"))
            mark(m_schema, node);
        if (isEntry(node))
            mark(m_entries, node);
        if (isThemeContent(node))
            mark(m_themed, node);
        if (isMain(node))
            mark(m_mains, node);
        for (const HtmlNode &child : node.children) {
            if (extent(child).text > 0)
                gather(child);
        }
    }

    /// Only the outermost of those that nest.
    void mark(std::vector<const HtmlNode *> &marked, const HtmlNode &node) const
    {
        const HtmlNode *outer = &node;
        while (outer && (marked.empty() || outer != marked.back()))
            outer = m_places.value(outer).parent;
        if (marked.empty() || !outer)
            marked.push_back(&node);
    }

    /// The one that is an article, among those marked alike. They make up that share of the page, at least.
    const HtmlNode *onlyOne(const std::vector<const HtmlNode *> &marked, double leastShare)
    {
        qsizetype all = 0;
        qsizetype second = 0;
        const HtmlNode *best = nullptr;
        for (const HtmlNode *node : marked) {
            const qsizetype own = extent(*node).text;
            all += own;
            const qsizetype most = best ? extent(*best).text : 0;
            second = std::max(second, std::min(own, most));
            if (!best || own > most)
                best = node;
        }
        const double page = double(extent(m_body).text);
        const bool isText = best && (leastShare > 0 ? isProse(*best, 1) : extent(*best).text > 0);
        if (!isText || double(all) < leastShare * page)
            return nullptr;
        const auto most = double(extent(*best).text);
        const bool isMost = most >= 0.6 * double(all) || (most >= 0.3 * double(all) && most >= 3 * double(second));
        if (const HtmlNode *whole = commonEntry(marked); !isMost && whole)
            return whole;
        m_isList = !isMost && double(all) >= 0.5 * page;
        return isMost && most >= leastShare * page ? best : nullptr;
    }

    /// Of its parts.
    [[nodiscard]] const HtmlNode *commonEntry(const std::vector<const HtmlNode *> &marked) const
    {
        const auto isPost = +[](const HtmlNode &node) { return isEntry(node) || hasClass(node, u"post"); };
        const HtmlNode *common = around(marked.front(), isPost);
        const bool isCommon =
            std::ranges::all_of(marked, [&](const HtmlNode *node) { return around(node, isPost) == common; });
        return isCommon ? common : nullptr;
    }

    [[nodiscard]] bool isProse(const HtmlNode &node, qsizetype least) const
    {
        const TextExtent own = extent(node);
        return own.prose() >= least && own.prose() * 4 >= own.linked;
    }

    /// Headings that are links, with little below each, and no longer text beside them.
    [[nodiscard]] bool isListOfLinks(const HtmlNode &node) const
    {
        const qsizetype linked = linkedHeadings(node);
        return linked >= fewLinks && extent(node).prose() / linked < longTeaser &&
               longestText(node) * 2 < extent(node).prose();
    }

    [[nodiscard]] bool isLinkedHeading(const HtmlNode &node) const
    {
        return headingLevel(node) > 0 && extent(node).text > 0 && extent(node).prose() == 0;
    }

    [[nodiscard]] qsizetype linkedHeadings(const HtmlNode &node) const
    {
        qsizetype linked = isLinkedHeading(node) ? 1 : 0;
        for (const HtmlNode &child : node.children)
            linked += linkedHeadings(child);
        return linked;
    }

    /// The letters of the paragraphs that stand side by side in one element.
    [[nodiscard]] qsizetype longestText(const HtmlNode &node) const
    {
        qsizetype own = 0;
        qsizetype longest = 0;
        for (const HtmlNode &child : node.children) {
            own += child.name == u"p" ? extent(child).prose() : 0;
            longest = std::max(longest, longestText(child));
        }
        const bool isList = std::ranges::count_if(node.children, [this](const HtmlNode &child) {
                                return isLinkedHeading(child);
                            }) >= fewLinks;
        return std::max(longest, isList ? 0 : own);
    }

    /// The innermost marked element that holds all but a little of the text.
    [[nodiscard]] const HtmlNode *refined(const HtmlNode &entry) const
    {
        const HtmlNode *best = &entry;
        refine(best, entry);
        return best;
    }

    void refine(const HtmlNode *&best, const HtmlNode &node) const
    {
        const bool isMarked = isThemeContent(node) || hasClass(node, u"e-content");
        if (isMarked && extent(node).text * 20 >= extent(*best).text * 17)
            best = &node;
        for (const HtmlNode &child : node.children)
            refine(best, child);
    }

    /// What holds all prose below `node` but for a few words, which stand in the page's own parts around it.
    const HtmlNode *densest(const HtmlNode &node) const
    {
        const HtmlNode *at = &node;
        while (const HtmlNode *inner = nextInward(*at, at == &m_body))
            at = inner;
        return at;
    }

    [[nodiscard]] const HtmlNode *nextInward(const HtmlNode &node, bool isBody) const
    {
        const HtmlNode *most = nullptr;
        for (const HtmlNode &child : node.children) {
            if (!child.isText() && (!most || extent(child).text > extent(*most).text))
                most = &child;
        }
        constexpr qsizetype fewWords = 80;
        if (!most || !beginsLine(*most) || most->children.empty() || headingLevel(*most) > 0 || most->name == u"p" ||
            most->name == u"li" || most->name == u"ul" || most->name == u"ol" || most->name == u"blockquote" ||
            most->name == u"pre")
            return nullptr;
        const qsizetype left = extent(node).prose() - extent(*most).prose();
        const bool isLittle = left < fewWords || (isBody && left * 10 < extent(node).prose());
        return isLittle ? most : nullptr;
    }

    [[nodiscard]] const HtmlNode *scopeOf(const HtmlNode &content) const
    {
        if (const HtmlNode *entry = around(&content, isEntry))
            return entry;
        if (isEntry(content))
            return &content;
        const HtmlNode *outer =
            around(&content, +[](const HtmlNode &node) { return hasClass(node, u"post") || isMain(node); });
        return outer ? outer : &m_body;
    }

    [[nodiscard]] std::optional<PageArticle> found(const HtmlNode *content) const
    {
        return content ? std::optional(PageArticle{.scope = scopeOf(*content), .content = content}) : std::nullopt;
    }

    const HtmlNode &m_body;
    const std::function<bool(const QString &)> &m_leadsElsewhere;
    const qsizetype m_total;
    QHash<const HtmlNode *, Place> m_places;
    std::vector<const HtmlNode *> m_microformats;
    std::vector<const HtmlNode *> m_schema;
    std::vector<const HtmlNode *> m_entries;
    std::vector<const HtmlNode *> m_themed;
    std::vector<const HtmlNode *> m_mains;
    bool m_isList = false;
};

} // namespace

std::optional<PageArticle> findArticle(const HtmlNode &body, const std::function<bool(const QString &)> &leadsElsewhere)
{
    return ArticleFinder(body, leadsElsewhere).find();
}

} // namespace Weeknotes
