// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/linehabits.h"

#include "editor/lines.h"
#include "editor/listitems.h"

#include <QTextDocument>

#include <algorithm>
#include <optional>

namespace Weeknotes::WritingHabits {

using namespace Qt::StringLiterals;

namespace {

/// A blank line in the same quote.
QString blankLike(const Lines &lines)
{
    return lineStart(lines.first.text()).quote.trimmed();
}

/// Where lines go: past `other`, with what lies between them staying there.
struct Move
{
    enum class Kind
    {
        None,
        Sibling, ///< past an item of one's list
        Family,  ///< past the first line of the parent, to be its sibling, or under the item that follows
        Lines,   ///< past anything else
        Apart    ///< out of the block that it was the edge of, to stand by itself; `other` is the space next to it
    };
    Kind kind = Kind::None;
    Lines other;
    int shift = 0; ///< columns
};

Move pastSibling(const Lines &moved, bool up)
{
    const LineStart own = ListItems::startOf(moved.first);
    if (up) {
        const QTextBlock sibling = ListItems::previousSibling(moved.first);
        return sibling.isValid() ? Move{Move::Kind::Sibling, {sibling, ListItems::below(sibling).end}} : Move();
    }
    const QTextBlock next = ListItems::itemAfter(moved.last, own.depth());
    const LineStart line = next.isValid() ? ListItems::startOf(next) : LineStart();
    if (line.isLike(own) && line.column() >= own.column() && line.column() < own.content())
        return {Move::Kind::Sibling, {next, ListItems::below(next).end}};
    return {};
}

Move pastFamily(const Lines &moved, bool up)
{
    const LineStart own = ListItems::startOf(moved.first);
    if (up) {
        const QTextBlock parent = ListItems::parentOf(moved.first);
        const QTextBlock before = moved.first.previous();
        if (!parent.isValid() || isBlankLine(before))
            return {};
        return {Move::Kind::Family, {parent, before}, ListItems::startOf(parent).column() - own.column()};
    }
    const QTextBlock next = moved.last.next();
    const LineStart line = ListItems::startOf(next);
    if (!next.isValid() || !line.isItem() || line.depth() != own.depth() || line.column() >= own.column())
        return {};
    return {Move::Kind::Family, {next, next}, line.content() - own.column()};
}

/// The lines around `line` that no blank one parts, in one direction; all of a block of code.
QTextBlock endOfChunk(QTextBlock line, bool up)
{
    for (;;) {
        const QTextBlock next = up ? line.previous() : line.next();
        if (!next.isValid() || (isBlankLine(next) && !(ListItems::isCode(next) && ListItems::isCode(line))))
            return line;
        line = next;
    }
}

Move pastLines(const Lines &moved, bool up)
{
    const auto next = [up](const QTextBlock &line) { return up ? line.previous() : line.next(); };
    const QTextBlock near = next(up ? moved.first : moved.last);
    if (!near.isValid())
        return {};
    const bool code = ListItems::isCode(moved.first) && ListItems::isCode(near);
    const bool words = !isBlankLine(up ? moved.first : moved.last);
    QTextBlock beyond = near;
    while (beyond.isValid() && isBlankLine(beyond))
        beyond = next(beyond);
    if (code || !words || !isBlankLine(near) || !beyond.isValid())
        return {Move::Kind::Lines, {near, near}};
    const QTextBlock behind = up ? moved.last.next() : moved.first.previous();
    if (behind.isValid() && !isBlankLine(behind))
        return {Move::Kind::Apart, up ? Lines{beyond.next(), near} : Lines{near, beyond.previous()}};
    const QTextBlock end = endOfChunk(beyond, up);
    return {Move::Kind::Lines, up ? Lines{end, beyond} : Lines{beyond, end}};
}

Move moveOf(const Lines &moved, bool up)
{
    if (ListItems::startOf(moved.first).isItem()) {
        if (const Move move = pastSibling(moved, up); move.kind != Move::Kind::None)
            return move;
        if (const Move move = pastFamily(moved, up); move.kind != Move::Kind::None)
            return move;
    }
    return pastLines(moved, up);
}

/// Puts both in each other's place; the position where the moved ones then begin.
int exchange(QTextCursor &cursor, const Lines &moved, const Move &move, bool up)
{
    const Lines &upper = up ? move.other : moved;
    const Lines &lower = up ? moved : move.other;
    const QString upperText = upper.text();
    QString text = lower.text();
    int begin = upper.begin() + (up ? 0 : int(text.size()) + 1);
    if (upper.last.next() != lower.first) {
        const QString between = Lines{upper.last.next(), lower.first.previous()}.text();
        text += u'\n' + between;
        begin += up ? 0 : int(between.size()) + 1;
    }
    text += u'\n' + upperText;
    if (move.kind == Move::Kind::Apart) { // a blank line where the moved ones go by themselves
        const QString blank = blankLike(moved);
        text = up ? blank + u'\n' + text : text + u'\n' + blank;
        begin += up ? int(blank.size()) + 1 : 0;
    }
    QTextCursor edit(cursor);
    edit.setPosition(upper.begin());
    edit.setPosition(lower.end(), QTextCursor::KeepAnchor);
    edit.insertText(text);
    return begin;
}

struct Numbering
{
    qint64 upper = 0; ///< of the one that stood first
    qint64 own = 0;
    int step = 1;
    bool hadPrevious = false;
    bool hadNext = false;
};

void renumberMoved(const Lines &moved, const QTextBlock &upper, const QTextBlock &after, const Move &move,
                   const Numbering &was, bool up)
{
    if (move.kind == Move::Kind::Sibling)
        return ListItems::renumberFrom(upper, was.upper, was.step);
    if (move.kind == Move::Kind::Family && up) {
        const bool joins = ListItems::startOf(upper).isLike(ListItems::startOf(moved.last.next()));
        if (joins)
            ListItems::renumberFrom(moved.first, was.upper, was.step);
        if (was.hadNext)
            ListItems::renumberFrom(after, was.own, was.step);
        return;
    }
    const bool restarts = was.hadPrevious || move.kind == Move::Kind::Family;
    ListItems::renumberAfterPrevious(moved.first, was.step, restarts ? std::optional<qint64>(1) : std::nullopt);
    if (was.hadNext && up)
        ListItems::renumberAfterPrevious(after, was.step, was.own);
}

} // namespace

void moveLines(QTextCursor &cursor, bool up)
{
    const QTextDocument &document = *cursor.document();
    Lines moved = linesOf(cursor);
    if (ListItems::startOf(moved.first).isItem())
        moved.last = ListItems::endOfItems(moved.first, moved.last);
    const Move move = moveOf(moved, up);
    if (move.kind == Move::Kind::None)
        return;
    const LineStart own = ListItems::startOf(moved.first);
    Numbering numbers{ListItems::startOf(up ? move.other.first : moved.first).number(), own.number(),
                      ListItems::stepOf(moved.first), false, false};
    numbers.hadPrevious = own.isOrdered() && ListItems::previousSibling(moved.first).isValid();
    numbers.hadNext = own.isOrdered() && pastSibling(moved, false).kind == Move::Kind::Sibling;
    const int anchor = cursor.anchor() - moved.begin();
    const int position = cursor.position() - moved.begin();
    const int length = moved.end() - moved.begin();
    const int from = std::min(moved.begin(), move.other.begin());
    const int longer = move.kind == Move::Kind::Apart ? int(blankLike(moved).size()) + 1 : 0;
    const int to = std::max(moved.end(), move.other.end()) + longer;

    const UndoStep step(cursor);
    const int begin = exchange(cursor, moved, move, up);
    cursor.setPosition(std::min(begin + anchor, document.characterCount() - 1));
    cursor.setPosition(std::min(begin + position, document.characterCount() - 1), QTextCursor::KeepAnchor);
    const Lines now{document.findBlock(begin), document.findBlock(begin + length)};
    const QTextBlock after = ListItems::itemAfter(document.findBlock(to), own.depth());
    if (move.shift != 0)
        ListItems::shiftLines(now.first, now.last, own.depth(), move.shift);
    if (own.isItem())
        renumberMoved(now, document.findBlock(from), after, move, numbers, up);
}

void duplicate(QTextCursor &cursor)
{
    const UndoStep step(cursor);
    const Lines lines = linesOf(cursor);
    const bool within = cursor.hasSelection() && lines.first == cursor.document()->findBlock(cursor.selectionEnd());
    const int by = within ? cursor.selectionEnd() - cursor.selectionStart() : lines.end() - lines.begin() + 1;
    const int anchor = cursor.anchor() + by;
    const int position = cursor.position() + by;
    const int grows = ListItems::stepOf(lines.first);
    QTextCursor edit(cursor);
    if (within) {
        const QString text = cursor.selectedText();
        edit.setPosition(cursor.selectionEnd());
        edit.insertText(text);
    } else {
        edit.setPosition(lines.end());
        edit.insertText(u'\n' + lines.text());
    }
    cursor.setPosition(anchor);
    cursor.setPosition(std::min(position, cursor.document()->characterCount() - 1), QTextCursor::KeepAnchor);
    if (!within)
        ListItems::renumberAfterPrevious(cursor.document()->findBlock(lines.begin() + by), grows, {});
}

} // namespace Weeknotes::WritingHabits
