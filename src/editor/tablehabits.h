// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextCursor>

/// Tables as they are written. Each is one step of undo. False, and nothing changes, where the cursor is in no table.
namespace Weeknotes::WritingHabits {

/// Makes the cells of each column equally wide; the cursor stays in its cell.
bool alignTable(QTextCursor &cursor);

/// Selects what the next cell holds, or the one before; behind the last one comes a new row.
[[nodiscard]] bool goToCell(QTextCursor &cursor, bool back);

} // namespace Weeknotes::WritingHabits
