// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/printer.h"

#include <QStringList>

#include <vector>

namespace Weeknotes {

/// Rows and columns for people, aligned. On a terminal the stretching column is cut so that rows fit.
class Table
{
public:
    struct Column
    {
        QString head;
        Qt::Alignment alignment = Qt::AlignLeft;
        bool stretches = false; ///< gives way where the terminal is narrow; at most one does
    };

    explicit Table(std::vector<Column> columns) : m_columns(std::move(columns)) {}

    /// `cells` has one text a column.
    void addRow(const QStringList &cells);
    [[nodiscard]] bool isEmpty() const { return m_rows.empty(); }
    void print(Printer &printer) const;

private:
    [[nodiscard]] std::vector<int> widths(int available) const;

    std::vector<Column> m_columns;
    std::vector<QStringList> m_rows;
};

} // namespace Weeknotes
