// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextCursor>

/// What people expect of an editor for Markdown, as operations on a cursor of a plain-text document. Each is one step
/// of undo and leaves the cursor, and the selection where there is one, where the person goes on.
namespace Weeknotes::WritingHabits {

/// Starts a new line. In a list or quote the line goes on with the next mark; an empty item or quote line ends it.
void breakLine(QTextCursor &cursor);

/// Moves the list items of the selection, or the one at the cursor, a level deeper or up. False, and nothing changes,
/// where there is no item.
[[nodiscard]] bool shiftItems(QTextCursor &cursor, bool deeper);

/// Puts the pair that `typed` opens (* _ ~ ` [ ( ") around the selection, which stays. False, and nothing changes, for
/// another character or without a selection.
[[nodiscard]] bool wrapSelection(QTextCursor &cursor, QChar typed);

/// Puts `mark` around the selection, else the word at the cursor, or takes it away where it stands already. Where
/// there is neither, the cursor ends up between two marks.
void toggleMark(QTextCursor &cursor, const QString &mark);

/// `[selection](address)`. Without an address, the cursor stands where it goes; without a selection, where the words
/// go.
void makeLink(QTextCursor &cursor, const QString &address = {});

} // namespace Weeknotes::WritingHabits
