// SPDX-License-Identifier: GPL-3.0-or-later
#include "importer/articletext.h"

#include "html/htmltomarkdown.h"
#include "importer/footnotelinks.h"
#include "importer/pagefurniture.h"
#include "importer/pagetext.h"
#include "insight/daysintext.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

constexpr qsizetype longestKicker = 60;
constexpr size_t mostKickers = 2; ///< lines above a title; more are text
constexpr size_t mostInHead = 25; ///< lines
constexpr int mostWords = 5;      ///< blocks whose words are kept

/// "12" beside a sign for applause, "3" beside one for comments.
bool isCount(const QString &words)
{
    static const QRegularExpression count(u"^[\\d.,]{1,6}\\s?[KM]?$"_s);
    return count.match(words).hasMatch();
}

/// The lines of an article in their order, whatever holds them: what stands alone on one, as far as it goes.
class ArticleLines
{
public:
    ArticleLines(HtmlNode &article, const ArticleHead &head) : m_head(head) { gather(article); }

    void readHead(ArticleText &text)
    {
        size_t at = takeAboveTitle(text);
        for (; at < m_lines.size() && at < mostInHead; ++at) {
            const QString words = m_lines[at]->words();
            if (m_lines[at]->name == u"hr" || isTitle(*m_lines[at])) // breadcrumbs end in it as well
                *m_lines[at] = {};
            if (words.isEmpty() || m_lines[at]->name.isEmpty())
                continue;
            if (isSubtitle(*m_lines[at], words)) {
                text.subtitle = words;
                *m_lines[at] = {};
                continue;
            }
            if (isAtomic(*m_lines[at]) || headingLevel(*m_lines[at]) > 0 || !isOfHead(words, at, text))
                return;
            leaveOut(at, text);
        }
    }

    void readTail(ArticleText &text)
    {
        for (size_t at = m_lines.size(); at-- > 0;) {
            HtmlNode &line = *m_lines[at];
            const QString words = line.words();
            if (line.name == u"hr") {
                line = {};
                continue;
            }
            if (words.isEmpty() ? !line.isText() && holdsPicture(line) : !isOfTail(line, words))
                return;
            if (!words.isEmpty())
                leaveOut(at, text);
        }
    }

    [[nodiscard]] QStringList opening() const
    {
        QStringList words;
        for (const HtmlNode *line : m_lines) {
            if (const QString own = line->words(); !own.isEmpty() && words.size() < mostWords)
                words += withFootnoteNames(own);
        }
        return words;
    }

private:
    static bool isAtomic(const HtmlNode &node)
    {
        static const QSet<QString> names{u"figure"_s, u"table"_s, u"pre"_s, u"blockquote"_s, u"iframe"_s};
        return names.contains(node.name);
    }

    static bool holdsLines(const HtmlNode &node)
    {
        return std::ranges::any_of(node.children,
                                   [](const HtmlNode &child) { return beginsLine(child) || holdsLines(child); });
    }

    static bool holdsPicture(const HtmlNode &node)
    {
        static const QSet<QString> shown{u"img"_s, u"iframe"_s, u"video"_s, u"audio"_s};
        return shown.contains(node.name) || std::ranges::any_of(node.children, holdsPicture);
    }

    void gather(HtmlNode &node)
    {
        for (HtmlNode &child : node.children) {
            if (!isAtomic(child) && holdsLines(child))
                gather(child);
            else if (!child.isText() || !child.text.trimmed().isEmpty())
                m_lines.push_back(&child);
        }
    }

    void leaveOut(size_t at, ArticleText &text)
    {
        text.furniture += m_lines[at]->words();
        *m_lines[at] = {};
    }

    /// Returns where the lines below the title begin.
    size_t takeAboveTitle(ArticleText &text)
    {
        size_t title = 0;
        const size_t end = std::min(m_lines.size(), mostInHead);
        while (title < end && !isTitle(*m_lines[title]) && couldStandAbove(*m_lines[title]))
            ++title;
        if (title == end || !isTitle(*m_lines[title]))
            return 0;
        std::vector<size_t> above;
        for (size_t at = 0; at < title; ++at) {
            const QString words = m_lines[at]->words();
            if (!words.isEmpty() && !isAtomic(*m_lines[at]) && !isOfHead(words, at, text) && !isTag(words))
                above.push_back(at);
        }
        if (above.size() > mostKickers)
            return 0;
        QStringList kickers;
        for (size_t at = 0; at < title; ++at) {
            if (m_lines[at]->words().isEmpty() || isAtomic(*m_lines[at]))
                continue;
            if (!std::ranges::contains(above, at)) {
                leaveOut(at, text);
                continue;
            }
            kickers += m_lines[at]->words();
            *m_lines[at] = {};
        }
        text.kicker = kickers.join(u" · "_s);
        *m_lines[title] = {};
        return title + 1;
    }

    [[nodiscard]] bool couldStandAbove(const HtmlNode &line) const
    {
        const QString words = line.words();
        return words.size() <= longestKicker && !words.endsWith(u'.') && words == withoutFootnoteMarks(words) &&
               headingLevel(line) == 0 && (!isAtomic(line) || line.name == u"figure");
    }

    [[nodiscard]] bool isTitle(const HtmlNode &line) const
    {
        return !m_head.title.isEmpty() && !isAtomic(line) && isSameText(line.words(), m_head.title);
    }

    /// As the page's head has it; of what is only its description, a line in large letters.
    [[nodiscard]] bool isSubtitle(const HtmlNode &line, const QString &words) const
    {
        if (!m_head.subtitle.isEmpty())
            return isSameText(words, m_head.subtitle);
        return headingLevel(line) > 0 && !m_head.description.isEmpty() && isSameText(words, m_head.description);
    }

    [[nodiscard]] bool isTag(const QString &words) const { return m_head.tags.contains(words, Qt::CaseInsensitive); }

    /// One that says who wrote it, when, or how long reading takes.
    bool isOfHead(const QString &words, size_t at, ArticleText &text)
    {
        static const QRegularExpression by(u"^(?:written |posted |published )?(?:by|in|on)\\b:?\\s*"_s,
                                           QRegularExpression::CaseInsensitiveOption);
        const QString bare = words.size() < longestTitle ? QString(words).remove(by) : words;
        if (isReadingTime(words) || isFurniture(words) || isCount(words))
            return true;
        if (bare.isEmpty() || (!m_head.author.isEmpty() && isSameText(bare, m_head.author)))
            return true;
        const auto day = dayOf(bare);
        if (!day || (!m_head.published && headsADay(at)))
            return false;
        if (m_head.published)
            return day->month == m_head.published->date().month() && day->day == m_head.published->date().day();
        text.shownDay = text.shownDay.value_or(*day);
        return true;
    }

    /// A diary has such a line for each day.
    [[nodiscard]] bool headsADay(size_t at) const
    {
        return std::any_of(m_lines.begin() + qsizetype(at) + 1, m_lines.end(),
                           [](const HtmlNode *line) { return dayOf(line->words()).has_value(); });
    }

    [[nodiscard]] bool isOfTail(const HtmlNode &line, const QString &words) const
    {
        return isFurniture(words) || isCount(words) || (!m_head.author.isEmpty() && isSameText(words, m_head.author)) ||
               (isTag(words) && findNode({line}, [](const HtmlNode &part) { return part.name == u"a"; }));
    }

    const ArticleHead &m_head;
    std::vector<HtmlNode *> m_lines;
};

/// Links within the page lead nowhere from a note.
void dropPlaces(HtmlNode &node)
{
    if (node.name == u"a" && node.attributes.value(u"href"_s).startsWith(u'#'))
        node = {u"span"_s, {}, {}, std::move(node.children)};
    std::ranges::for_each(node.children, dropPlaces);
}

/// Some programs write a list for each item.
void joinLists(HtmlNode &node)
{
    std::vector<HtmlNode> joined;
    for (HtmlNode &child : node.children) {
        joinLists(child);
        const bool isList = child.name == u"ul" || child.name == u"ol";
        const bool goesOn = isList && !joined.empty() && joined.back().name == child.name &&
                            joined.back().attributes.value(u"class"_s) == child.attributes.value(u"class"_s) &&
                            child.attributes.contains(u"class"_s) && child.children.size() == 1;
        if (goesOn)
            std::ranges::move(child.children, std::back_inserter(joined.back().children));
        else
            joined.push_back(std::move(child));
    }
    node.children = std::move(joined);
}

QString converted(HtmlNode node, QStringList &leftOut)
{
    dropPlaces(node);
    joinLists(node);
    const HtmlConversion conversion = htmlToMarkdown(node.children);
    std::ranges::copy_if(conversion.leftOut, std::back_inserter(leftOut),
                         [&leftOut](const QString &name) { return !leftOut.contains(name); });
    return conversion.markdown.trimmed();
}

} // namespace

ArticleText readArticleText(const HtmlNode &content, const ArticleHead &head, const ArticleContext &context)
{
    ArticleText text;
    HtmlNode article = cleanedArticle(content, context, text.leftOut);
    const std::vector<HtmlNode> notes = takeFootnotes(article);
    ArticleLines lines(article, head);
    lines.readHead(text);
    lines.readTail(text);
    text.words = lines.opening();
    if (findNode(article.children, [](const HtmlNode &node) { return headingLevel(node) == 1; }))
        deepenHeadings(article);
    const HtmlConversion conversion = convertedArticle(std::move(article), notes);
    text.markdown = conversion.markdown;
    text.leftOut += conversion.leftOut;
    text.leftOut.removeDuplicates();
    return text;
}

HtmlConversion convertedArticle(HtmlNode article, const std::vector<HtmlNode> &footnotes)
{
    HtmlConversion whole;
    whole.markdown = converted(std::move(article), whole.leftOut);
    for (const qsizetype number : footnotesIn(whole.markdown)) {
        if (number < 1 || size_t(number) > footnotes.size())
            continue;
        QString words = converted(footnotes[size_t(number) - 1], whole.leftOut);
        whole.markdown += u"\n\n[^%1]: %2"_s.arg(QString::number(number), words.replace(u"\n"_s, u"\n    "_s));
    }
    whole.markdown = withFootnoteNames(whole.markdown.trimmed());
    return whole;
}

void deepenHeadings(HtmlNode &article)
{
    if (const int level = headingLevel(article); level > 0)
        article.name = u"h%1"_s.arg(std::min(level + 1, 6));
    std::ranges::for_each(article.children, deepenHeadings);
}

} // namespace Weeknotes
