// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextCursor>

/// What lines are: headings, items, quotes. Each works on the lines of the selection, or the cursor's, but not on
/// code, is one step of undo, and leaves the selection on its words.
namespace Weeknotes::WritingHabits {

/// Makes headings of that level of them, from 1 to 6, or plain lines, with 0 or where all are such headings already.
void setHeading(QTextCursor &cursor, int level);

enum class ListForm
{
    Bullets,
    Numbers,
    Tasks
};
/// Makes items of them, or plain lines where all are such items already.
void toggleList(QTextCursor &cursor, ListForm form);

/// Puts them into a quote, or takes them out where all are in one.
void toggleQuote(QTextCursor &cursor);

/// Ticks the tasks among them, or unticks them where all are ticked. False where there are none.
bool toggleTick(QTextCursor &cursor);

} // namespace Weeknotes::WritingHabits
