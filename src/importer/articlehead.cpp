// SPDX-License-Identifier: GPL-3.0-or-later
#include "importer/articlehead.h"

#include "importer/pagefurniture.h"
#include "importer/pagetext.h"
#include "insight/daysintext.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

constexpr qsizetype longestBylineText = 200;
constexpr qsizetype longestSubtitle = 300;
constexpr qsizetype headEnds = 150; ///< the letters of prose behind which nothing is an article's head

bool isMarkedTitle(const HtmlNode &node)
{
    static const QSet<QString> names{u"p-name"_s,           u"entry-title"_s,       u"post-title"_s,
                                     u"article-title"_s,    u"page-title"_s,        u"pw-post-title"_s,
                                     u"gh-article-title"_s, u"post__title"_s,       u"article__title"_s,
                                     u"post-full-title"_s,  u"post-header-title"_s, u"wp-block-post-title"_s};
    const bool isDocuments = node.name == u"p" && hasClass(node, u"title"); // of Google
    return isDocuments || hasWord(node, u"itemprop"_s, u"headline") || isNamed(node, names) ||
           (headingLevel(node) > 0 && hasWord(node, u"itemprop"_s, u"name"));
}

bool isMarkedSubtitle(const HtmlNode &node)
{
    static const QSet<QString> names{u"p-summary"_s,
                                     u"subtitle"_s,
                                     u"sub-title"_s,
                                     u"entry-subtitle"_s,
                                     u"post-subtitle"_s,
                                     u"article-subtitle"_s,
                                     u"page-subtitle"_s,
                                     u"deck"_s,
                                     u"dek"_s,
                                     u"standfirst"_s,
                                     u"entry-deck"_s,
                                     u"page-description"_s,
                                     u"gh-article-excerpt"_s,
                                     u"article-excerpt"_s,
                                     u"post-description"_s,
                                     u"pw-subtitle-paragraph"_s};
    return hasWord(node, u"itemprop"_s, u"alternativeHeadline") || isNamed(node, names);
}

bool isMarkedAuthor(const HtmlNode &node)
{
    static const QSet<QString> names{u"p-author"_s,    u"author-name"_s, u"post-author-name"_s,
                                     u"byline-name"_s, u"author"_s,      u"gh-article-author-name"_s};
    return hasWord(node, u"rel"_s, u"author") || hasWord(node, u"itemprop"_s, u"author") || isNamed(node, names) ||
           node.attributes.value(u"data-testid"_s) == u"authorName";
}

bool isMarkedMoment(const HtmlNode &node)
{
    static const QSet<QString> names{u"dt-published"_s, u"published"_s, u"entry-date"_s, u"post-date"_s};
    return hasWord(node, u"itemprop"_s, u"datePublished") || node.attributes.contains(u"pubdate"_s) ||
           ((node.name == u"time" || node.name == u"abbr") && isNamed(node, names));
}

/// The words of an element, or those that it has for programs.
QString wordsFor(const HtmlNode &node)
{
    const QString content = node.attributes.value(u"content"_s).simplified();
    return content.isEmpty() ? node.words() : content;
}

/// Of a card with a name in it, only that one.
QString authorIn(const HtmlNode &node)
{
    const auto isName = [](const HtmlNode &part) {
        return hasClass(part, u"p-name") || hasClass(part, u"fn") || hasWord(part, u"itemprop"_s, u"name") ||
               hasWord(part, u"rel"_s, u"author");
    };
    const HtmlNode *name = findNode(node.children, isName);
    if (const QString words = nameInByline(wordsFor(name ? *name : node)); !words.isEmpty())
        return words;
    const HtmlNode *picture = findNode(node.children, [](const HtmlNode &part) { return part.name == u"img"; });
    return picture ? nameInByline(picture->attributes.value(u"alt"_s)) : QString();
}

class HeadReader
{
public:
    HeadReader(const PageArticle &article, const HtmlNode &body, const PageMetadata &metadata)
        : m_article(article), m_body(body), m_metadata(metadata)
    {
        (void)findWay(*article.scope);
    }

    ArticleHead read()
    {
        walk(*m_article.scope, false);
        if (m_head.title.isEmpty())
            m_head.title = titleByPlace();
        for (const auto &moment : {m_metadata.published, m_byTime}) {
            if (!m_head.published)
                m_head.published = moment;
        }
        for (const QString &author : {m_metadata.author, m_bylineAuthor}) {
            if (m_head.author.isEmpty())
                m_head.author = author;
        }
        m_head.description = m_metadata.description;
        for (const QString &tag : m_metadata.tags)
            addTag(m_head.tags, tag);
        if (isSameText(m_head.subtitle, m_head.title))
            m_head.subtitle.clear();
        return std::move(m_head);
    }

private:
    bool findWay(const HtmlNode &node)
    {
        m_way.push_back(&node);
        if (&node == m_article.content || std::ranges::any_of(node.children, [&](const HtmlNode &child) {
                return !child.isText() && findWay(child);
            }))
            return true;
        m_way.pop_back();
        return false;
    }

    [[nodiscard]] bool isOnWay(const HtmlNode &node) const { return std::ranges::contains(m_way, &node); }

    void walk(const HtmlNode &node, bool inContent)
    {
        const bool onWay = isOnWay(node);
        const PageRole role = onWay ? PageRole::Text : pageRole(node);
        // A post's own foot names its tags and its author.
        if (role == PageRole::Apart || (role == PageRole::Furniture && node.name != u"footer" && node.name != u"aside"))
            return;
        const bool inside = inContent || &node == m_article.content;
        if (!onWay && take(node, inside, role))
            return;
        if (inside && (node.name == u"p" || node.name == u"li"))
            m_proseAbove += extentOf(node).prose();
        for (const HtmlNode &child : node.children) {
            if (!child.isText())
                walk(child, inside);
        }
    }

    /// Whether nothing more is to be looked for in it.
    bool take(const HtmlNode &node, bool inContent, PageRole role)
    {
        const bool inHead = m_proseAbove < headEnds;
        if (hasWord(node, u"rel"_s, u"tag") || hasClass(node, u"p-category")) {
            addTag(m_head.tags, node.words());
            return true;
        }
        if (isMarkedMoment(node) || (node.name == u"time" && (!inContent || inHead)))
            takeMoment(node);
        if (isMarkedAuthor(node) && (!inContent || inHead || hasClass(node, u"p-author"))) {
            if (m_head.author.isEmpty())
                m_head.author = authorIn(node);
            return hasClass(node, u"h-card") || hasClass(node, u"p-author");
        }
        if (role == PageRole::Byline && (!inContent || inHead))
            takeByline(node);
        if (inHead && takeTitle(node))
            return true;
        if (isMarkedSubtitle(node) && m_head.subtitle.isEmpty() && inHead && !inContentText(inContent)) {
            const QString words = wordsFor(node);
            m_head.subtitle = words.size() <= longestSubtitle ? words : QString();
            return true;
        }
        return false;
    }

    [[nodiscard]] bool inContentText(bool inContent) const { return inContent && m_article.content != m_article.scope; }

    bool takeTitle(const HtmlNode &node)
    {
        const int level = headingLevel(node);
        const bool isMarked = isMarkedTitle(node);
        const QString words = level > 0 || isMarked ? wordsFor(node) : QString();
        if (words.isEmpty() || words.size() > longestTitle || hasClass(node, u"site-title"))
            return false;
        if (isMarked && m_head.title.isEmpty())
            m_head.title = words;
        if (level == 1 && m_firstH1.isEmpty())
            m_firstH1 = words;
        return isMarked;
    }

    void takeMoment(const HtmlNode &node)
    {
        std::optional<QDateTime> moment;
        for (const QString &name : {u"datetime"_s, u"content"_s, u"title"_s}) {
            if (!moment)
                moment = momentFromHtml(node.attributes.value(name));
        }
        const bool isUpdate = (hasClass(node, u"dt-updated") || hasClass(node, u"updated") ||
                               hasWord(node, u"itemprop"_s, u"dateModified")) &&
                              !isMarkedMoment(node);
        if (!moment && !m_head.shownDay && !isUpdate)
            m_head.shownDay = dayOf(node.words());
        std::optional<QDateTime> &place = isMarkedMoment(node) ? m_head.published : m_byTime;
        if (!place && !isUpdate)
            place = moment;
    }

    void takeByline(const HtmlNode &node)
    {
        const QString words = node.words();
        if (words.size() > longestBylineText)
            return;
        if (const auto days = daysIn(words); !days.empty() && !m_head.shownDay)
            m_head.shownDay = days.front().day;
        static const QRegularExpression by(u"^(?:written |posted |published )?by:?\\s"_s,
                                           QRegularExpression::CaseInsensitiveOption);
        const QString name = by.match(words).hasMatch() && daysIn(words).empty() ? nameInByline(words) : QString();
        constexpr qsizetype mostSpaces = 4;
        if (m_bylineAuthor.isEmpty() && name.count(u' ') <= mostSpaces)
            m_bylineAuthor = name;
    }

    /// A page without any markup may have its site's name for a first heading.
    [[nodiscard]] QString titleByPlace() const
    {
        const bool isWhole = m_article.scope == &m_body;
        const bool isSite = isSameText(m_firstH1, m_metadata.siteName);
        const bool fits = m_metadata.title.isEmpty() || m_metadata.title.contains(m_firstH1, Qt::CaseInsensitive) ||
                          m_firstH1.contains(m_metadata.title, Qt::CaseInsensitive);
        if (!m_firstH1.isEmpty() && !isSite && (!isWhole || fits))
            return m_firstH1;
        const bool isNamed = !m_metadata.title.isEmpty() && !isSameText(m_metadata.title, m_metadata.siteName);
        const QString words = isNamed ? QString() : openingHeading(*m_article.content).value_or(QString());
        return words.isEmpty() || words.size() > longestTitle ? m_metadata.title : words;
    }

    /// Empty where the text opens with something else, nothing where there is none.
    static std::optional<QString> openingHeading(const HtmlNode &node)
    {
        if (headingLevel(node) > 0 || (node.name == u"p" && hasClass(node, u"title")))
            return node.words().isEmpty() ? std::nullopt : std::optional(node.words());
        for (const HtmlNode &child : node.children) {
            const bool isText = child.isText() || child.name == u"p";
            if (isText && !hasClass(child, u"title") && extentOf(child).text > 0)
                return QString();
            if (const auto found = openingHeading(child))
                return found;
        }
        return std::nullopt;
    }

    const PageArticle &m_article;
    const HtmlNode &m_body;
    const PageMetadata &m_metadata;
    ArticleHead m_head;
    std::vector<const HtmlNode *> m_way; ///< from the scope to the content
    std::optional<QDateTime> m_byTime;
    QString m_firstH1;
    QString m_bylineAuthor;     ///< by its words alone
    qsizetype m_proseAbove = 0; ///< letters
};

} // namespace

ArticleHead readArticleHead(const PageArticle &article, const HtmlNode &body, const PageMetadata &metadata)
{
    return HeadReader(article, body, metadata).read();
}

bool isSameText(const QString &one, const QString &other)
{
    const auto letters = [](const QString &text) {
        QString kept;
        std::ranges::copy_if(text, std::back_inserter(kept), [](QChar sign) { return sign.isLetterOrNumber(); });
        return kept.toCaseFolded();
    };
    const QString bare = letters(one);
    return bare == letters(other) && (!bare.isEmpty() || one == other);
}

} // namespace Weeknotes
