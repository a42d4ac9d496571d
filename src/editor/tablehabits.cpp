// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/tablehabits.h"

#include "editor/listitems.h"
#include "editor/markdowntable.h"

#include <QTextDocument>

#include <algorithm>
#include <optional>

namespace Weeknotes::WritingHabits {

namespace {

using MarkdownTable::Cell;

/// Whether the line goes on with what the line before it is.
bool mayBeRow(const QTextBlock &block, qsizetype depth)
{
    const LineStart line = ListItems::startOf(block);
    return block.isValid() && !ListItems::isCode(block) && !line.blank && !line.isItem() && line.depth() == depth &&
           !interruptsParagraph(QStringView(block.text()).sliced(line.quote.size()));
}

bool isRule(const QTextBlock &block)
{
    return block.isValid() && block.previous().isValid() &&
           MarkdownTable::opensTable(block.previous().text(), block.text());
}

/// The cell at a place in its line; the first one in front of them all.
qsizetype cellAt(const QList<Cell> &cells, qsizetype at)
{
    qsizetype found = 0;
    for (qsizetype cell = 1; cell < cells.size(); ++cell) {
        if (cells[cell].begin <= at)
            found = cell;
    }
    return found;
}

void selectCell(QTextCursor &cursor, const QTextBlock &row, const Cell &cell)
{
    cursor.setPosition(row.position() + int(cell.begin));
    cursor.setPosition(row.position() + int(cell.end), QTextCursor::KeepAnchor);
}

QTextBlock addRow(QTextCursor &cursor, const Lines &table)
{
    const UndoStep step(cursor);
    const qsizetype columns = MarkdownTable::cellsOf(table.first.next().text()).size();
    QTextCursor edit(table.last);
    edit.movePosition(QTextCursor::EndOfBlock);
    edit.insertText(u'\n' + MarkdownTable::emptyRow(table.last.text(), columns));
    return table.last.next();
}

} // namespace

std::optional<Lines> tableAt(const QTextBlock &block)
{
    const qsizetype depth = ListItems::startOf(block).depth();
    QTextBlock rule = isRule(block.next()) ? block.next() : block;
    while (!isRule(rule)) {
        if (!mayBeRow(rule, depth))
            return {};
        rule = rule.previous();
    }
    if (!mayBeRow(rule.previous(), depth))
        return {};
    Lines table{rule.previous(), rule};
    while (mayBeRow(table.last.next(), depth))
        table.last = table.last.next();
    return table;
}

bool TablesDownward::isSameAsLast(const QTextBlock &line) const
{
    if (m_table)
        return line.position() <= m_table->last.position();
    // Away from rules, what a line belongs to is decided by those above it.
    return m_last.isValid() && m_last == line.previous() && !isRule(m_last) && !isRule(line) && !isRule(line.next());
}

const std::optional<Lines> &TablesDownward::at(const QTextBlock &line)
{
    if (!isSameAsLast(line))
        m_table = tableAt(line);
    m_last = line;
    return m_table;
}

bool alignTable(QTextCursor &cursor)
{
    const QTextBlock line = cursor.block();
    const auto table = tableAt(line);
    if (!table)
        return false;
    const int row = line.blockNumber() - table->first.blockNumber();
    const QList<Cell> cells = MarkdownTable::cellsOf(line.text());
    const qsizetype cell = cellAt(cells, cursor.positionInBlock());
    const qsizetype within = cursor.positionInBlock() - cells[cell].begin;
    const QString before = table->text();
    const QString after = MarkdownTable::aligned(before.split(u'\n')).join(u'\n');
    if (after == before)
        return true;
    const UndoStep step(cursor);
    const int begin = table->begin();
    QTextCursor edit(cursor);
    edit.setPosition(begin);
    edit.setPosition(table->end(), QTextCursor::KeepAnchor);
    edit.insertText(after);
    const QTextBlock now =
        cursor.document()->findBlockByNumber(cursor.document()->findBlock(begin).blockNumber() + row);
    const Cell there = MarkdownTable::cellsOf(now.text()).value(cell);
    cursor.setPosition(now.position() + int(std::clamp(there.begin + within, there.begin, there.end)));
    return true;
}

bool goToCell(QTextCursor &cursor, bool back)
{
    const QTextBlock line = cursor.block();
    const auto table = tableAt(line);
    if (!table)
        return false;
    const QTextBlock rule = table->first.next();
    const QList<Cell> cells = MarkdownTable::cellsOf(line.text());
    const qsizetype cell = cellAt(cells, cursor.positionInBlock()) + (back ? -1 : 1);
    if (line != rule && cell >= 0 && cell < cells.size()) {
        selectCell(cursor, line, cells[cell]);
        return true;
    }
    if (back && line == table->first)
        return true;
    QTextBlock row = back ? line.previous() : line == table->last ? addRow(cursor, *table) : line.next();
    if (row == rule)
        row = back ? rule.previous() : rule == table->last ? addRow(cursor, *table) : rule.next();
    const QList<Cell> there = MarkdownTable::cellsOf(row.text());
    selectCell(cursor, row, back ? there.back() : there.front());
    return true;
}

} // namespace Weeknotes::WritingHabits
