// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/listhabits.h"

#include "editor/lines.h"
#include "editor/listitems.h"

namespace Weeknotes::WritingHabits {

using namespace Qt::StringLiterals;

namespace {

/// The line holds nothing but marks: takes the last of them away. What is written there next stands apart, since right
/// below or above what was left it would belong to that.
void endListOrQuote(QTextCursor &cursor, const LineStart &own)
{
    const QTextBlock item = cursor.block();
    if (own.isItem() && ListItems::parentOf(item).isValid()) {
        (void)shiftItems(cursor, false);
        return;
    }
    const QTextBlock next = own.isOrdered() ? ListItems::below(item).sibling : QTextBlock();
    const int step = ListItems::stepOf(item);
    const QString left = own.isItem() ? own.quote : QString();
    const bool isAlone = isBlankLine(item.previous());
    const bool isLast = isBlankLine(item.next());
    cursor.movePosition(QTextCursor::StartOfBlock);
    cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
    cursor.insertText(left);
    if (!isAlone) {
        cursor.insertBlock();
        cursor.insertText(left);
    }
    const int here = cursor.position();
    if (!isLast) {
        cursor.insertBlock();
        cursor.insertText(left);
        cursor.setPosition(here);
    }
    ListItems::renumberFrom(next, own.number(), step); // a blank line alone ends no list
}

} // namespace

void breakLine(QTextCursor &cursor)
{
    const UndoStep step(cursor);
    cursor.removeSelectedText();
    const QString line = cursor.block().text();
    const LineStart own = lineStart(line);
    if ((own.quote.isEmpty() && !own.isItem()) || cursor.positionInBlock() < own.length()) {
        cursor.insertBlock();
        return;
    }
    if (QStringView(line).sliced(own.length()).trimmed().isEmpty())
        return endListOrQuote(cursor, own);
    const int grows = ListItems::stepOf(cursor.block());
    cursor.insertBlock();
    // The space that it was broken at would count as indent.
    while (cursor.document()->characterAt(cursor.position()) == u' ')
        cursor.deleteChar();
    QString next = own.quote;
    if (own.isItem())
        next += own.indent + own.marker + own.gap;
    if (!own.task.isEmpty())
        next += "[ ] "_L1;
    cursor.insertText(next);
    ListItems::renumberFrom(cursor.block(), own.number() + grows, grows);
}

bool shiftItems(QTextCursor &cursor, bool deeper)
{
    const auto [first, selected] = linesOf(cursor);
    const LineStart own = ListItems::startOf(first);
    if (!own.isItem())
        return false;
    const int by = ListItems::shiftOf(first, deeper);
    if (by == 0)
        return true;
    const QTextBlock last = ListItems::endOfItems(first, selected);
    const QTextBlock after = ListItems::itemAfter(last, own.depth());
    const LineStart next = after.isValid() ? ListItems::startOf(after) : LineStart();
    const bool leavesSibling = next.isLike(own) && next.column() >= own.column() && next.column() < own.content();
    const int grows = ListItems::stepOf(first);
    const QTextBlock parent = deeper ? QTextBlock() : ListItems::parentOf(first);
    const int growsUp = parent.isValid() ? ListItems::stepOf(parent) : 1;

    const UndoStep step(cursor);
    ListItems::shiftLines(first, last, own.depth(), by);
    ListItems::renumberAfterPrevious(first, growsUp, 1);
    if (leavesSibling && deeper)
        ListItems::renumberFrom(after, own.number(), grows);
    else if (leavesSibling) // what followed it is under it now
        ListItems::renumberAfterPrevious(after, grows, 1);
    return true;
}

} // namespace Weeknotes::WritingHabits
