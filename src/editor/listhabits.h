// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextCursor>

/// Lists as they are written. Each is one step of undo, and ordered lists are numbered as they then stand: a list
/// keeps the number that it starts with, and one that has the same number throughout keeps that.
namespace Weeknotes::WritingHabits {

/// Starts a new line. In a list or quote the line goes on with the next mark; an empty item goes a level up, and one
/// without a parent, or an empty line of a quote, ends it.
void breakLine(QTextCursor &cursor);

/// Moves the list items of the selection, or the one at the cursor, with all that stands under them, a level deeper or
/// up. False, and nothing changes, where there is no item.
[[nodiscard]] bool shiftItems(QTextCursor &cursor, bool deeper);

} // namespace Weeknotes::WritingHabits
