// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

/// Tables as GFM writes them, read and written line by line. A "|" behind a backslash, in a code span or in a tag is no
/// border.
namespace Weeknotes::MarkdownTable {

/// What a cell holds, without the space around it; an empty one lies where its first letter goes.
struct Cell
{
    qsizetype begin = 0;
    qsizetype end = 0;

    bool operator==(const Cell &) const = default;
};

[[nodiscard]] QList<Cell> cellsOf(const QString &row);

/// Whether the second line makes a table of both.
[[nodiscard]] bool opensTable(const QString &header, const QString &rule);

/// Columns that a text takes where every letter is as wide as the next: two for those of East Asia and for emoji.
[[nodiscard]] int displayWidth(QStringView text);

/// The lines of a table, the header first, with all cells of a column equally wide. The table means what it meant:
/// cells that a row lacks are added empty, and what it has too many stays, unseen by readers, as it was.
[[nodiscard]] QStringList aligned(const QStringList &lines);

/// A row as wide as that one, with nothing in it.
[[nodiscard]] QString emptyRow(const QString &like, qsizetype columns);

} // namespace Weeknotes::MarkdownTable
