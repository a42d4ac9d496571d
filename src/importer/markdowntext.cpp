// SPDX-License-Identifier: GPL-3.0-or-later
#include "importer/markdowntext.h"

#include "html/markdownescape.h"
#include "importer/textblocks.h"

#include <QRegularExpression>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

// Stands for a footnote's reference until the text around it is escaped: code points that are no characters.
constexpr char16_t firstReference = 0xFDD0;
constexpr int mostFootnotes = 31;

constexpr qsizetype longestHeading = 90;

// --- footnotes ---

std::optional<QString> footnoteMark(const TextBlock &block)
{
    static const QRegularExpression mark(u"^(\\*{1,4}|[†‡§])\\s*(?=[^\\s*])"_s);
    if (block.kind == TextBlock::Kind::Item && block.marker == u"*")
        return block.marker;
    if (block.kind != TextBlock::Kind::Paragraph)
        return std::nullopt;
    const auto match = mark.match(block.lines.first());
    return match.hasMatch() ? std::optional(match.captured(1)) : std::nullopt;
}

bool isStarItem(const std::vector<TextBlock> &blocks, size_t index)
{
    return index < blocks.size() && blocks[index].kind == TextBlock::Kind::Item && blocks[index].marker == u"*";
}

// Where a sentence carries `mark` after a word; an asterisk that closes emphasis is none.
std::optional<std::pair<qsizetype, qsizetype>> referenceIn(const QString &line, const QString &mark)
{
    const QString sign = QRegularExpression::escape(mark);
    const QString one = QRegularExpression::escape(mark.first(1));
    const QRegularExpression reference(
        u"(?<=\\S)(?<!%2) ?(?<!%2)%1(?!%2)(?=[\\s.,;:!?)\\]”’\"…–—]|$)"_s.arg(sign, one));
    const QRegularExpression opening(u"(?:^|\\s)%1(?=[^\\s%2])"_s.arg(sign, one));
    const auto match = reference.match(line);
    if (!match.hasMatch() || opening.match(line.first(match.capturedStart())).hasMatch())
        return std::nullopt;
    return std::pair(match.capturedStart(), match.capturedLength());
}

bool linkFootnote(std::vector<TextBlock> &blocks, size_t index, const QString &mark, int number)
{
    constexpr size_t farthest = 100; // blocks; further up nobody looks for it
    for (size_t earlier = index; earlier-- > (index > farthest ? index - farthest : 0);) {
        TextBlock &block = blocks[earlier];
        if (block.kind == TextBlock::Kind::Footnote)
            continue;
        for (QString &line : block.lines) {
            if (const auto place = referenceIn(line, mark)) {
                line.replace(place->first, place->second, QChar(char16_t(firstReference + number)));
                return true;
            }
        }
    }
    return false;
}

void findFootnotes(std::vector<TextBlock> &blocks)
{
    int number = 0;
    for (size_t i = 1; i < blocks.size() && number < mostFootnotes; ++i) {
        const auto mark = footnoteMark(blocks[i]);
        // Asterisks under each other are a list.
        if (!mark || (isStarItem(blocks, i) && (isStarItem(blocks, i - 1) || isStarItem(blocks, i + 1))))
            continue;
        if (!linkFootnote(blocks, i, *mark, number + 1))
            continue;
        TextBlock &note = blocks[i];
        if (note.kind == TextBlock::Kind::Paragraph)
            note.lines.first() = note.lines.first().sliced(mark->size()).trimmed();
        note.kind = TextBlock::Kind::Footnote;
        note.number = ++number;
    }
}

// --- headings ---

qsizetype wordCount(const QString &text)
{
    return text.split(u' ', Qt::SkipEmptyParts).size();
}

bool endsWithAny(const QString &text, QStringView signs)
{
    return !text.isEmpty() && signs.contains(text.back());
}

bool couldBeHeading(const QString &line)
{
    return line.size() <= longestHeading && wordCount(line) <= 14 && !line.front().isLower() &&
           !line.contains(u"://"_s) && std::ranges::any_of(line, [](QChar sign) { return sign.isLetter(); });
}

bool isProse(const TextBlock &block)
{
    static const QRegularExpression sentenceEnd(u"[.!?…:;][)\\]”’\"'*]*$"_s);
    return block.kind == TextBlock::Kind::Item ||
           (block.kind == TextBlock::Kind::Paragraph &&
            (block.text().size() > longestHeading || sentenceEnd.match(block.text()).hasMatch()));
}

// Headings stand alone, say less than a sentence, and have text of their own under them.
class HeadingFinder
{
public:
    HeadingFinder(std::vector<TextBlock> &blocks, const QSet<QString> &recurring)
        : m_blocks(blocks)
        , m_recurring(recurring)
        , m_questions(std::ranges::count_if(blocks, [](const TextBlock &block) {
            return standsAlone(block) && block.text().endsWith(u'?') && couldBeHeading(block.text());
        }))
    {
    }

    static bool standsAlone(const TextBlock &block)
    {
        return block.kind == TextBlock::Kind::Paragraph && block.lines.size() == 1;
    }

    void find()
    {
        for (size_t i = 0; i < m_blocks.size(); ++i) {
            if (isHeading(i))
                m_blocks[i].kind = TextBlock::Kind::Heading;
        }
    }

private:
    [[nodiscard]] bool isHeading(size_t index) const
    {
        const TextBlock &block = m_blocks[index];
        if (!standsAlone(block) || !couldBeHeading(block.text()) || index + 1 >= m_blocks.size())
            return false;
        const TextBlock &next = m_blocks[index + 1];
        const bool underHeading = index > 0 && m_blocks[index - 1].kind == TextBlock::Kind::Heading;
        const bool announced = index > 0 && m_blocks[index - 1].text().endsWith(u':');
        const QString line = block.text();
        const bool recurs = m_recurring.contains(line) && next.kind == TextBlock::Kind::Paragraph;
        if ((!isProse(next) && !recurs) || announced)
            return false;
        if (line.endsWith(u':'))
            return !underHeading && next.kind == TextBlock::Kind::Item && wordCount(line) <= 7;
        if (line.endsWith(u'?'))
            return m_questions > 1 || m_recurring.contains(line);
        if (endsWithAny(line, u"!)”’\"") && !line.endsWith(u')'))
            return m_recurring.contains(line);
        return !endsWithAny(line, u".,;") || line.endsWith(u"..."_s);
    }

    std::vector<TextBlock> &m_blocks;
    const QSet<QString> &m_recurring;
    qsizetype m_questions;
};

// --- writing ---

class MarkdownWriter
{
public:
    QString write(const std::vector<TextBlock> &blocks)
    {
        for (const TextBlock &block : blocks)
            write(block);
        return m_notes.isEmpty() ? m_text : m_text + (m_text.isEmpty() ? u""_s : u"\n"_s) + m_notes;
    }

private:
    void write(const TextBlock &block)
    {
        if (block.kind != TextBlock::Kind::Item)
            m_levels.clear();
        switch (block.kind) {
        case TextBlock::Kind::Heading:
            return append(u"## "_s + inlineText(block.text(), false));
        case TextBlock::Kind::Separator:
            return append(u"---"_s);
        case TextBlock::Kind::Footnote:
            m_notes += u"[^%1]: %2\n"_s.arg(block.number).arg(inlineText(block.text(), false));
            return;
        case TextBlock::Kind::Item:
            return writeItem(block);
        case TextBlock::Kind::Paragraph:
            return writeParagraph(block);
        }
    }

    void append(const QString &block) { m_text += (m_text.isEmpty() ? u""_s : u"\n"_s) + block + u'\n'; }

    void writeParagraph(const TextBlock &block)
    {
        // An address alone in its paragraph stays bare: it is what embeds.
        static const QRegularExpression bare(u"^https?://[\\w.~:/?#@!$&'()+,;=%-]+$"_s);
        if (block.lines.size() == 1 && bare.match(block.lines.first()).hasMatch())
            return append(block.lines.first());
        QStringList lines;
        for (const QString &line : block.lines)
            lines += inlineText(line, true);
        append(lines.join(u'\n'));
    }

    void writeItem(const TextBlock &block)
    {
        const bool opens = m_levels.empty();
        while (!m_levels.empty() && block.indent < m_levels.back().indent)
            m_levels.pop_back();
        const bool deeper = !m_levels.empty() && (block.indent > m_levels.back().indent + 1 ||
                                                  isSubMarker(block.marker, m_levels.back().marker));
        while (!deeper && m_levels.size() > 1 && isSubMarker(m_levels.back().marker, block.marker) &&
               block.indent == m_levels.back().indent)
            m_levels.pop_back();
        const QString sign = block.number > 0 ? u"%1. "_s.arg(block.number) : u"- "_s;
        if (m_levels.empty() || deeper)
            m_levels.push_back({block.indent, block.marker, m_levels.empty() ? 0 : m_levels.back().textColumn, 0});
        Level &level = m_levels.back();
        level.textColumn = level.column + int(sign.size());
        level.marker = block.marker;
        QStringList lines;
        for (const QString &line : block.lines)
            lines += inlineText(line, true);
        m_text += (opens && !m_text.isEmpty() ? u"\n"_s : u""_s) + QString(level.column, u' ') + sign +
                  lines.join(u'\n' + QString(level.textColumn, u' ')) + u'\n';
    }

    // Word processors give each level its own sign: • then ◦ then ▪.
    static bool isSubMarker(const QString &marker, const QString &above)
    {
        const auto rank = [](const QString &sign) {
            return sign == u"•" || sign == u"●"                   ? 1
                   : sign == u"◦" || sign == u"○" || sign == u"o" ? 2
                   : sign == u"▪"                                 ? 3
                                                                  : 0;
        };
        return rank(above) > 0 && rank(marker) > rank(above);
    }

    static QString inlineText(const QString &line, bool atLineStart)
    {
        QString text = escapedForMarkdown(line, atLineStart);
        for (int number = 1; number <= mostFootnotes; ++number)
            text.replace(QChar(char16_t(firstReference + number)), u"[^%1]"_s.arg(number));
        return text;
    }

    struct Level
    {
        int indent;
        QString marker;
        int column;
        int textColumn;
    };
    std::vector<Level> m_levels;
    QString m_text;
    QString m_notes;
};

} // namespace

QString markdownFromText(const QStringList &lines, const QSet<QString> &recurring)
{
    auto blocks = textBlocks(lines);
    findFootnotes(blocks);
    HeadingFinder(blocks, recurring).find();
    return MarkdownWriter().write(blocks);
}

QSet<QString> standAloneLines(const QStringList &lines)
{
    QSet<QString> found;
    for (const TextBlock &block : textBlocks(lines)) {
        if (HeadingFinder::standsAlone(block) && couldBeHeading(block.text()))
            found.insert(block.text());
    }
    return found;
}

} // namespace Weeknotes
