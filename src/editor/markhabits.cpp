// SPDX-License-Identifier: GPL-3.0-or-later
// How WritingHabits puts marks of emphasis and code around words.
#include "editor/lines.h"
#include "editor/listitems.h"
#include "editor/markdowntable.h"
#include "editor/tablehabits.h"
#include "editor/writinghabits.h"
#include "find/textfinder.h"

#include <QRegularExpression>
#include <QTextDocument>

#include <algorithm>
#include <ranges>
#include <vector>

namespace Weeknotes::WritingHabits {

using namespace Qt::StringLiterals;

namespace {

/// Whether the rest of a line, behind the marks it begins with, is for the machine.
bool isForMachine(QStringView rest)
{
    static const QRegularExpression other(u"^(?:(?:=+|-+)[ \\t]*$|<!--|-->|</?[A-Za-z][A-Za-z0-9-]*(?:\\s[^>]*)?/?>[ "
                                          u"\\t]*$|\\[[^\\]]+\\]:)"_s);
    return interruptsParagraph(rest) || other.matchView(rest).hasMatch();
}

/// The words of a line that is no row of a table: an item's, a quote's, a heading's, a footnote's.
TextRange wordsOfLine(const QTextBlock &block)
{
    static const QRegularExpression note(u"^\\[\\^[^\\]]+\\]:[ \\t]*"_s);
    static const QRegularExpression closing(u"[ \\t]+#+[ \\t]*$"_s);
    const QString line = block.text();
    const LineStart start = lineStart(line);
    const qsizetype hashes = hashesOf(line, start);
    qsizetype begin = start.length() + hashes;
    begin += note.matchView(QStringView(line).sliced(begin)).capturedLength();
    if (isForMachine(QStringView(line).sliced(begin)))
        return {};
    const auto closed = hashes > 0 ? closing.match(line, begin) : QRegularExpressionMatch();
    const qsizetype end = closed.hasMatch() ? closed.capturedStart() : line.size();
    return {block.position() + int(begin), block.position() + int(end)};
}

std::vector<TextRange> wordsOfRow(const QTextBlock &row, const Lines &table)
{
    std::vector<TextRange> cells;
    if (row == table.first.next()) // the rule
        return cells;
    for (const MarkdownTable::Cell &cell : MarkdownTable::cellsOf(row.text()))
        cells.push_back({row.position() + int(cell.begin), row.position() + int(cell.end)});
    return cells;
}

/// Whether the line may go on with the paragraph of the line before, in which both have words.
bool goesOn(const QTextBlock &block)
{
    const QString before = block.previous().text();
    const LineStart start = lineStart(block.text());
    const LineStart startBefore = lineStart(before);
    return !start.isItem() && start.depth() == startBefore.depth() && hashesOf(block.text(), start) == 0 &&
           hashesOf(before, startBefore) == 0;
}

/// What of the selection are words: a range for each paragraph, item, heading and cell.
std::vector<TextRange> wordsIn(const QTextCursor &cursor)
{
    const int from = cursor.selectionStart();
    const int to = cursor.selectionEnd();
    std::vector<TextRange> all;
    TablesDownward tables;
    int last = -1; // line that has words and is no row
    for (QTextBlock block = cursor.document()->findBlock(from); block.isValid() && block.position() < to;
         block = block.next()) {
        if (ListItems::isCode(block) || lineStart(block.text()).blank)
            continue;
        const auto &table = tables.at(block);
        const bool joins = !table && last >= 0 && last == block.blockNumber() - 1 && goesOn(block);
        last = table ? -1 : block.blockNumber();
        for (TextRange words : table ? wordsOfRow(block, *table) : std::vector{wordsOfLine(block)}) {
            words = {std::max(words.begin, from), std::min(words.end, to)};
            if (words.end <= words.begin)
                last = -1;
            else if (joins)
                all.back().end = words.end;
            else
                all.push_back(words);
        }
    }
    return all;
}

void selectRange(QTextCursor &cursor, TextRange range)
{
    cursor.setPosition(range.begin);
    cursor.setPosition(range.end, QTextCursor::KeepAnchor);
}

/// Whether a backslash makes the mark there a sign like others.
bool isEscaped(const QTextDocument &document, int position)
{
    int slashes = 0;
    while (document.characterAt(position - 1 - slashes) == u'\\')
        ++slashes;
    return slashes % 2 == 1;
}

/// Leaves out spaces and marks at the ends: they would not be emphasis.
TextRange trimmed(TextRange range, const QTextDocument &document, QChar mark)
{
    const auto outside = [&](int at) {
        const QChar c = document.characterAt(at);
        return c.isSpace() || (c == mark && !isEscaped(document, at));
    };
    while (range.begin < range.end && outside(range.begin))
        ++range.begin;
    while (range.begin < range.end && outside(range.end - 1))
        --range.end;
    return range;
}

/// Whether a row of marks is, or holds, `mark`. "***" is both: an odd number has the single mark, two or more the
/// double one. Code has as many ticks at its end as at its beginning.
bool holds(qsizetype row, const QString &mark)
{
    return mark == "`"_L1 ? row == 1 : mark.size() == 1 ? row % 2 == 1 : row >= 2;
}

bool isMarkedAt(const QTextDocument &document, int position, int direction, const QString &mark)
{
    int row = 0;
    for (int at = direction > 0 ? position : position - 1; at >= 0 && document.characterAt(at) == mark.front();
         at += direction)
        ++row;
    const bool endsCode = direction > 0 && mark == "`"_L1; // in code a backslash is itself
    if (row > 0 && !endsCode && isEscaped(document, direction > 0 ? position : position - row))
        --row;
    return holds(row, mark);
}

/// Words, and how they are marked by now.
struct Marked
{
    TextRange range;
    bool around = false;       ///< marks stand at both ends
    std::vector<int> within{}; ///< where others stand
    int unopened = 0;          ///< of those within
    int unclosed = 0;

    [[nodiscard]] bool isPair() const { return around && unopened == 0 && unclosed == 0; }

    /// Takes up a mark within that may open or close something.
    void add(int position, bool opens, bool closes)
    {
        within.push_back(position);
        if (closes && unclosed > 0)
            --unclosed;
        else if (opens)
            ++unclosed;
        else
            ++unopened;
    }
};

/// Whether a mark between the two may open what follows; the other way round, close what precedes.
bool opensBetween(QChar before, QChar after)
{
    const auto isSign = [](QChar c) { return c.isPunct() || c.isSymbol(); };
    return !after.isSpace() && (!isSign(after) || before.isSpace() || isSign(before));
}

/// `cursor` is one of the document.
Marked markedNow(TextRange range, QTextCursor cursor, const QString &mark)
{
    static const QRegularExpression stars(u"\\\\.|(?<!`)(`+)(?!`).*?(?<!`)\\1(?!`)|\\*+"_s,
                                          QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression ticks(u"`+"_s);
    const bool code = mark == "`"_L1;
    const QTextDocument &document = *cursor.document();
    Marked words{.range = range,
                 .around = isMarkedAt(document, range.begin, -1, mark) && isMarkedAt(document, range.end, 1, mark)};
    selectRange(cursor, range);
    const QString text = cursor.selectedText();
    for (const auto &found : (code ? ticks : stars).globalMatch(text)) {
        if (found.capturedView().front() != mark.front() || !holds(found.capturedLength(), mark))
            continue;
        const int position = range.begin + int(found.capturedStart());
        const bool inCode = code && words.around != (words.within.size() % 2 == 1); // there a backslash is itself
        if (!inCode && isEscaped(document, position))
            continue;
        const QChar before = document.characterAt(position - 1);
        const QChar after = document.characterAt(range.begin + int(found.capturedEnd()));
        const bool opens = code ? !words.around || !words.within.empty() : opensBetween(before, after);
        const bool closes = code || opensBetween(after, before);
        if (opens || closes)
            words.add(position, opens, closes);
    }
    return words;
}

void insertAt(QTextCursor &edit, int position, const QString &mark)
{
    edit.setPosition(position);
    edit.insertText(mark);
}

void removeFrom(QTextCursor &edit, int position, const QString &mark)
{
    selectRange(edit, {position, position + int(mark.size())});
    edit.removeSelectedText();
}

/// From the end to the beginning, so that the places before stay true.
void setMark(QTextCursor &edit, const Marked &words, const QString &mark, bool on)
{
    const auto [begin, end] = words.range;
    if (!on) {
        removeFrom(edit, end, mark);
        removeFrom(edit, begin - int(mark.size()), mark);
        return;
    }
    if (words.isPair())
        return;
    if (words.unclosed == 0) // else what is open ends outside
        insertAt(edit, end, mark);
    for (const int position : words.within | std::views::reverse)
        removeFrom(edit, position, mark);
    if (words.unopened == 0)
        insertAt(edit, begin, mark);
}

} // namespace

void toggleMark(QTextCursor &cursor, const QString &mark)
{
    const QTextCursor before(cursor);
    if (!cursor.hasSelection())
        cursor.select(QTextCursor::WordUnderCursor);
    const QTextDocument &document = *cursor.document();
    std::vector<Marked> all;
    for (const TextRange words : wordsIn(cursor)) {
        const TextRange range = trimmed(words, document, mark.front());
        if (range.length() > 0)
            all.push_back(markedNow(range, cursor, mark));
    }
    if (all.empty() && (cursor.hasSelection() || ListItems::isCode(cursor.block()))) {
        cursor = before; // with a word selected, the next letter would take its place
        return;
    }
    const UndoStep step(cursor);
    if (all.empty()) {
        cursor.insertText(mark + mark);
        cursor.setPosition(cursor.position() - int(mark.size()));
        return;
    }
    const bool on = !std::ranges::all_of(all, &Marked::isPair);
    QTextCursor begin(cursor);
    QTextCursor end(cursor);
    begin.setPosition(all.front().range.begin);
    end.setPosition(all.back().range.end);
    end.setKeepPositionOnInsert(true);
    QTextCursor edit(cursor);
    for (const Marked &words : all | std::views::reverse)
        setMark(edit, words, mark, on);
    selectRange(cursor, {begin.position(), end.position()});
}

} // namespace Weeknotes::WritingHabits
