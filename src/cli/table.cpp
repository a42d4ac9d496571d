// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/table.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

constexpr int Gap = 2;
constexpr int NarrowestStretch = 12;

} // namespace

void Table::addRow(const QStringList &cells)
{
    Q_ASSERT(cells.size() == qsizetype(m_columns.size()));
    QStringList printable;
    for (const QString &cell : cells)
        printable << printableLine(cell);
    m_rows.push_back(printable);
}

std::vector<int> Table::widths(int available) const
{
    std::vector<int> widths;
    int total = -Gap;
    for (size_t i = 0; i < m_columns.size(); ++i) {
        int width = columnWidth(m_columns[i].head);
        for (const QStringList &row : m_rows)
            width = std::max(width, columnWidth(row[qsizetype(i)]));
        widths.push_back(width);
        total += width + Gap;
    }
    const auto stretching = std::ranges::find(m_columns, true, &Column::stretches);
    if (available > 0 && total > available && stretching != m_columns.end()) {
        int &width = widths[size_t(stretching - m_columns.begin())];
        width = std::min(width, std::max(NarrowestStretch, width - (total - available)));
    }
    return widths;
}

void Table::print(Printer &printer) const
{
    const std::vector<int> columnWidths = widths(printer.columns());
    const auto printRow = [&](const QStringList &cells) {
        QString line;
        for (size_t i = 0; i < m_columns.size(); ++i) {
            const QString text = elided(cells[qsizetype(i)], columnWidths[i]);
            const QString padding(columnWidths[i] - columnWidth(text), u' ');
            line += (m_columns[i].alignment & Qt::AlignRight ? padding + text : text + padding) + QString(Gap, u' ');
        }
        while (line.endsWith(u' '))
            line.chop(1);
        printer.line(line);
    };

    QStringList heads;
    for (const Column &column : m_columns)
        heads << column.head;
    printRow(heads);
    for (const QStringList &row : m_rows)
        printRow(row);
}

} // namespace Weeknotes
