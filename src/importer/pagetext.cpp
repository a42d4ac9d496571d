// SPDX-License-Identifier: GPL-3.0-or-later
#include "importer/pagetext.h"

#include "insight/titlefacts.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

constexpr qsizetype longestByline = 60;
constexpr qsizetype longestDescription = 300;

QRegularExpression wholeLine(const QString &pattern)
{
    return QRegularExpression(u"^\\s*(?:"_s + pattern + u")\\s*$"_s,
                              QRegularExpression::CaseInsensitiveOption |
                                  QRegularExpression::UseUnicodePropertiesOption);
}

const QRegularExpression &readingTime()
{
    static const QRegularExpression expression = wholeLine(
        u"(?:(?<before>.{4,24}?)\\s*[·•|]\\s*)?\\d{1,3}[\\s-]?min(?:ute)?s?\\.?\\s+read(?:ing time)?\\s*[·•|]?\\s*(?<after>.{0,40})"_s);
    return expression;
}

bool isPassingTime(const QString &text)
{
    static const QRegularExpression expression = wholeLine(
        u"just now|yesterday|(?:\\d+|an?) (?:minute|hour|day|week|month|year)s? ago|member-only story|updated.*|edited"_s);
    return expression.match(text).hasMatch();
}

// Lines that invite to something else, above the title of a whole page that was copied.
bool isBanner(const QString &line)
{
    static const QRegularExpression expression(
        u"^(?:join (?:your|our|us|the)|sign (?:up|in)|log ?in|subscribe|register (?:now|for|to|your)|skip to|accept|we "
        u"use cookies|"
        "this (?:web)?site uses cookies|menu|open menu|donate)\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    return expression.match(line).hasMatch();
}

bool couldBeTitle(const QString &line)
{
    return hasFormOfTitle(line) &&
           (!line.endsWith(u'.') || line.endsWith(u"..."_s) || readTitle(line).placesItself()) &&
           std::ranges::any_of(line, [](QChar sign) { return sign.isLetterOrNumber(); });
}

bool couldBeName(const QString &line)
{
    const auto words = line.split(u' ', Qt::SkipEmptyParts);
    return line.size() <= longestByline && !words.isEmpty() && words.size() <= 6 && !line.back().isPunct() &&
           line.front().isUpper() && std::ranges::none_of(line, [](QChar sign) { return sign.isDigit(); });
}

// A number where the title has days, or days where it has a number.
bool completes(const QString &title, const QString &line)
{
    const TitleFacts above = readTitle(title);
    const TitleFacts below = readTitle(line);
    const bool addsNumber = above.number.isEmpty() && !below.number.isEmpty() && !below.bareNumber;
    const bool addsDays = !above.period && !above.day && (below.period || below.day);
    return line.size() <= longestTitle && !line.endsWith(u'.') && below.placesItself() && above.placesItself() &&
           (addsNumber || addsDays);
}

class PageReader
{
public:
    explicit PageReader(const QStringList &lines) : m_lines(lines)
    {
        for (QString &line : m_lines)
            line = line.trimmed().isEmpty() ? QString() : line;
    }

    PageText read(qsizetype titleLine)
    {
        qsizetype bodyStart = readAbove(titleLine);
        if (bodyStart < 0)
            bodyStart = 0;
        else
            bodyStart = readByline(bodyStart);
        qsizetype bodyEnd = readTail(bodyStart);
        for (qsizetype i = bodyStart; i < bodyEnd; ++i) {
            if (isReadingTime(text(i)) || isImageHint(text(i)))
                leaveOut(i);
            else
                m_page.body += m_lines[i];
        }
        return std::move(m_page);
    }

private:
    [[nodiscard]] QString text(qsizetype index) const { return m_lines[index].trimmed(); }
    [[nodiscard]] qsizetype next(qsizetype index) const
    {
        while (index < m_lines.size() && m_lines[index].isEmpty())
            ++index;
        return index;
    }
    static bool isImageHint(const QString &line)
    {
        static const QRegularExpression hint = wholeLine(u"press enter or click to view image in full size"_s);
        return hint.match(line).hasMatch();
    }

    void setPublished(const TitleDay &day, const QString &line)
    {
        m_page.published = day;
        m_page.publishedOn = weekdayIn(line);
    }

    // A diary has a heading for each day: a lone day with one of its like further down is no byline.
    [[nodiscard]] bool headsADay(qsizetype index) const
    {
        const QString line = text(index);
        for (qsizetype i = next(index + 1); i < m_lines.size(); i = next(i + 1)) {
            const auto day = dayOf(text(i));
            if (day && day->year.has_value() == dayOf(line)->year.has_value() &&
                weekdayIn(text(i)).has_value() == weekdayIn(line).has_value())
                return true;
        }
        return false;
    }

    void leaveOut(qsizetype index, bool plain = true)
    {
        if (m_lines[index].isEmpty())
            return;
        m_page.leftOut += text(index);
        if (!plain)
            m_page.notPlainlyFurniture += text(index);
    }

    // Up to the title; returns the index after it, or -1 where there is no title.
    qsizetype readAbove(qsizetype titleLine)
    {
        if (titleLine >= 0) {
            QStringList above;
            for (qsizetype i = next(0); i < titleLine; i = next(i + 1)) {
                if (isFurniture(text(i)) || isBanner(text(i)))
                    leaveOut(i, isFurniture(text(i)));
                else
                    above += text(i);
            }
            m_page.kicker = above.join(u" · "_s);
            m_page.title = text(titleLine);
            return titleLine + 1;
        }
        qsizetype first = next(0);
        while (first < m_lines.size() && (isFurniture(text(first)) || isBannerAt(first))) {
            leaveOut(first, isFurniture(text(first)));
            first = next(first + 1);
        }
        if (first >= m_lines.size() || !couldBeTitle(text(first)) || next(first + 1) >= m_lines.size()) {
            // Nothing that could be a title: what was set aside above is text after all.
            m_page = {};
            return -1;
        }
        m_page.title = text(first);
        m_page.titleByPlace = true;
        return first + 1;
    }

    // A banner has the real title and more of the page's head under it.
    [[nodiscard]] bool isBannerAt(qsizetype index) const
    {
        if (!isBanner(text(index)) || text(index).size() > longestTitle)
            return false;
        const qsizetype second = next(index + 1);
        const qsizetype third = second < m_lines.size() ? next(second + 1) : m_lines.size();
        return third < m_lines.size() && couldBeTitle(text(second)) && text(third).size() <= longestTitle;
    }

    // What stands between title and text; returns where the text begins.
    qsizetype readByline(qsizetype from)
    {
        const qsizetype time = findReadingTime(from);
        if (time < 0)
            return readLooseByline(from);
        QStringList between;
        for (qsizetype i = next(from); i < time; i = next(i + 1)) {
            static const QRegularExpression publication = wholeLine(u"(?:published )?in"_s);
            if (publication.match(text(i)).hasMatch() && next(i + 1) < time) {
                leaveOut(i);
                i = next(i + 1);
                leaveOut(i, false);
            } else if (isFurniture(text(i))) {
                leaveOut(i);
            } else if (const auto day = dayOf(text(i))) {
                leaveOut(i);
                setPublished(*day, text(i));
            } else {
                between += text(i);
            }
        }
        if (!between.isEmpty() && (between.size() > 1 || between.last().size() <= longestByline))
            m_page.author = between.takeLast();
        m_page.subtitle = between.join(u' ');
        leaveOut(time);
        const auto match = readingTime().match(text(time));
        for (const QString &part : {match.captured(u"before"_s), match.captured(u"after"_s)}) {
            if (const auto day = dayOf(part))
                setPublished(*day, part);
        }
        return readAfterTime(time + 1);
    }

    qsizetype readAfterTime(qsizetype from)
    {
        static const QRegularExpression claps = wholeLine(u"\\d{1,4}"_s);
        for (qsizetype i = next(from); i < m_lines.size(); i = next(i + 1)) {
            const auto day = m_page.published ? std::nullopt : dayOf(text(i));
            if (!day && !isFurniture(text(i)) && !claps.match(text(i)).hasMatch())
                return i;
            leaveOut(i);
            if (day)
                setPublished(*day, text(i));
        }
        return m_lines.size();
    }

    // The reading time stands within a few lines of the title, before any text.
    [[nodiscard]] qsizetype findReadingTime(qsizetype from) const
    {
        int seen = 0;
        for (qsizetype i = next(from); i < m_lines.size() && seen < 12; i = next(i + 1), ++seen) {
            if (isReadingTime(text(i)))
                return i;
            if (text(i).size() > 250)
                return -1;
        }
        return -1;
    }

    // Without a reading time: "By …", a day alone, a name with a day under it.
    qsizetype readLooseByline(qsizetype from)
    {
        static const QRegularExpression by =
            wholeLine(u"(?:written |posted )?by:?\\s+(?<name>.{2,60}?)(?:\\s*(?:,|on|·|\\|)\\s*(?<day>.{4,30}))?"_s);
        static const QRegularExpression posted = wholeLine(
            u"(?:posted|published|written|updated)(?:\\s+on)?:?\\s+(?<day>.{4,30}?)(?:\\s+by\\s+(?<name>.{2,60}))?"_s);
        qsizetype i = next(from);
        for (int seen = 0; i < m_lines.size() && seen < 6; i = next(i + 1), ++seen) {
            const QString line = text(i);
            auto match = by.match(line);
            if (!match.hasMatch())
                match = posted.match(line);
            const QString name = match.captured(u"name"_s);
            const auto day = dayOf(match.hasMatch() ? match.captured(u"day"_s) : line);
            const qsizetype below = next(i + 1);
            if (day && !match.hasMatch() && headsADay(i))
                break;
            if ((match.hasMatch() && ((!name.isEmpty() && couldBeName(name)) || day)) || day) {
                if (!name.isEmpty())
                    m_page.author = name;
                if (day)
                    setPublished(*day, line);
                leaveOut(i);
            } else if (m_page.author.isEmpty() && couldBeName(line) && below < m_lines.size() && dayOf(text(below))) {
                m_page.author = line;
                leaveOut(i);
            } else if (m_page.subtitle.isEmpty() && seen == 0 && completes(m_page.title, line)) {
                m_page.subtitle = line;
            } else if (isFurniture(line)) {
                leaveOut(i);
            } else {
                break;
            }
        }
        return i;
    }

    // The page's foot; returns where the text ends.
    qsizetype readTail(qsizetype bodyStart)
    {
        static const QRegularExpression written = wholeLine(u"written by(?:\\s+(?<name>.{2,60}))?"_s);
        QList<qsizetype> last; // of the lines that are not empty, last first
        for (qsizetype i = m_lines.size() - 1; i >= bodyStart && last.size() < 30; --i) {
            if (!m_lines[i].isEmpty())
                last += i;
        }
        qsizetype end = m_lines.size();
        for (const qsizetype index : std::as_const(last)) {
            const auto match = written.match(text(index));
            if (match.hasMatch() && isFoot(index + 1, 25)) {
                nameAuthor(match.captured(u"name"_s), index);
                end = index;
                break;
            }
            // The writer's name again, with at most a description under it.
            if (!m_page.author.isEmpty() && text(index) == m_page.author && isFoot(index + 1, 2)) {
                end = index;
                break;
            }
        }
        while (end > bodyStart &&
               (m_lines[end - 1].isEmpty() || isFurniture(text(end - 1)) || text(end - 1) == m_page.author))
            --end;
        for (qsizetype i = end; i < m_lines.size(); ++i)
            leaveOut(i, m_lines[i].isEmpty() || isFurniture(text(i)) || text(i) == m_page.author);
        return end;
    }

    void nameAuthor(const QString &name, qsizetype index)
    {
        if (!m_page.author.isEmpty())
            return;
        const qsizetype below = next(index + 1);
        if (!name.isEmpty())
            m_page.author = name;
        else if (below < m_lines.size() && couldBeName(text(below)))
            m_page.author = text(below);
    }

    // Only short lines from `from` on, and at most `most` of them that are not furniture by themselves.
    [[nodiscard]] bool isFoot(qsizetype from, int most) const
    {
        int others = 0;
        for (qsizetype i = next(from); i < m_lines.size(); i = next(i + 1)) {
            if (text(i).size() > longestDescription)
                return false;
            others += isFurniture(text(i)) || text(i) == m_page.author ? 0 : 1;
        }
        return others <= most;
    }

    QStringList m_lines;
    PageText m_page;
};

} // namespace

PageText readPage(const QStringList &lines, qsizetype titleLine)
{
    return PageReader(lines).read(titleLine);
}

bool hasFormOfTitle(const QString &line)
{
    static const QRegularExpression list(u"^(?:[•◦▪*+–—-]|\\d{1,2}[.)])\\s"_s);
    return line.size() <= longestTitle && !list.match(line).hasMatch() && !line.contains(u"://"_s);
}

bool isReadingTime(const QString &line)
{
    if (line.size() > 100)
        return false;
    const auto match = readingTime().match(line);
    const auto isNoText = [](const QString &part) { return part.isEmpty() || isPassingTime(part) || dayOf(part); };
    return match.hasMatch() && isNoText(match.captured(u"before"_s)) && isNoText(match.captured(u"after"_s));
}

bool isFurniture(const QString &line)
{
    static const QRegularExpression expression = wholeLine(
        u"[·•]|--|follow(?:ing)?|listen|share|more|save|subscribe(?:d)?|sign (?:in|up|out)|open in app|get (?:the "
        u")?app|"
        "member-only story|top highlight|respond|responses?(?: \\(\\d+\\))?|no responses yet|write a response|what are "
        "your thoughts\\??|"
        "cancel|see all (?:responses|from .{1,60})|more from .{1,60}|recommended from medium|"
        "[\\d.,]+\\s?[km]? (?:followers?|following|claps?)|help|status|about|careers|press|privacy|rules|terms|text to "
        "speech|teams|"
        "skip to (?:main |the )?content|written by(?: .{2,60})?|published in .{1,60}|last published .{1,40}|not "
        "now|sitemap|"
        "join medium for free.{0,80}|get .{1,60} stories in your inbox|remember me for faster sign in|"
        "leave a comment|leave a reply|share this:?|like this:?|loading\\.\\.\\.|related|post navigation|← .{1,120}|.{1,120} →"_s);
    return line.size() <= 140 &&
           (expression.match(line).hasMatch() || isPassingTime(line.trimmed()) || isReadingTime(line));
}

} // namespace Weeknotes
