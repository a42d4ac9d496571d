// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextCursor>

/// What people expect of an editor for Markdown, as operations on a cursor of a plain-text document. Each is one step
/// of undo and leaves the cursor, and the selection where there is one, where the person goes on.
namespace Weeknotes::WritingHabits {

/// Puts the pair that `typed` opens (* _ ~ ` [ ( ") around the selection, which stays. False, and nothing changes, for
/// another character or without a selection.
[[nodiscard]] bool wrapSelection(QTextCursor &cursor, QChar typed);

/// Likewise with the quotation marks of print, or those of the keyboard where the selection is not prose.
[[nodiscard]] bool quoteSelection(QTextCursor &cursor, const QString &open, const QString &close);

/// Puts `mark` (** * `) around what is selected, else the word at the cursor, or takes it away where all of that has it
/// already. Each paragraph, item, heading and cell gets marks of its own, around its words; code, rules, comments and
/// what else is no words stay as they are. Where there is neither, the cursor ends up between two marks.
void toggleMark(QTextCursor &cursor, const QString &mark);

/// `[selection](address)`. Without an address, the cursor stands where it goes; without a selection, where the words
/// go.
void makeLink(QTextCursor &cursor, const QString &address = {});

/// From the words that stand for a picture to behind it. False where the cursor is in none.
[[nodiscard]] bool leavePicture(QTextCursor &cursor);

/// Puts Markdown in the place of the selection. What holds more than words within a paragraph stands apart from the
/// lines around it, and goes on with the marks of the item or quote that it is put into.
void insertPassage(QTextCursor &cursor, const QString &markdown);

} // namespace Weeknotes::WritingHabits
