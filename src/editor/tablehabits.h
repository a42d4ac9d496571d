// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/lines.h"

#include <QTextCursor>

#include <optional>

/// Tables as they are written. Each is one step of undo. False, and nothing changes, where the cursor is in no table.
namespace Weeknotes::WritingHabits {

/// The table that a line belongs to; its second line is its rule.
[[nodiscard]] std::optional<Lines> tableAt(const QTextBlock &block);

/// The same for one line after another, from top to bottom; a long run of lines is looked through only once. What
/// looks like a rule within a table is a row of it.
class TablesDownward
{
public:
    /// `line` stands below all that were asked for before.
    [[nodiscard]] const std::optional<Lines> &at(const QTextBlock &line);

private:
    [[nodiscard]] bool isSameAsLast(const QTextBlock &line) const;

    QTextBlock m_last; ///< that was asked for
    std::optional<Lines> m_table;
};

/// Makes the cells of each column equally wide; the cursor stays in its cell.
bool alignTable(QTextCursor &cursor);

/// Selects what the next cell holds, or the one before; behind the last one comes a new row.
[[nodiscard]] bool goToCell(QTextCursor &cursor, bool back);

} // namespace Weeknotes::WritingHabits
