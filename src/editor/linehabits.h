// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextCursor>

/// Whole lines that go elsewhere. Each is one step of undo, the selection goes along, and ordered lists are numbered as
/// they then stand.
namespace Weeknotes::WritingHabits {

/// Moves the lines of the selection, or the cursor's, up or down. An item goes with all that stands under it, past the
/// whole of its neighbour; at the end of its list it joins the next one. A paragraph goes past a paragraph, so that
/// none flows into another; in code and within a paragraph a line goes past a line.
void moveLines(QTextCursor &cursor, bool up);

/// Repeats what is selected within a line behind it, else whole lines below them.
void duplicate(QTextCursor &cursor);

} // namespace Weeknotes::WritingHabits
