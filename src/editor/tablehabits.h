// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/lines.h"

#include <QTextCursor>

#include <optional>

/// Tables as they are written. Each is one step of undo. False, and nothing changes, where the cursor is in no table.
namespace Weeknotes::WritingHabits {

/// The table that a line belongs to; its second line is its rule.
[[nodiscard]] std::optional<Lines> tableAt(const QTextBlock &block);

/// Makes the cells of each column equally wide; the cursor stays in its cell.
bool alignTable(QTextCursor &cursor);

/// Selects what the next cell holds, or the one before; behind the last one comes a new row.
[[nodiscard]] bool goToCell(QTextCursor &cursor, bool back);

} // namespace Weeknotes::WritingHabits
