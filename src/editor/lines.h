// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextBlock>
#include <QTextCursor>

namespace Weeknotes {

/// One step of undo, as long as it lives.
class UndoStep
{
public:
    explicit UndoStep(QTextCursor &cursor) : m_cursor(cursor) { m_cursor.beginEditBlock(); }
    ~UndoStep() { m_cursor.endEditBlock(); }
    Q_DISABLE_COPY_MOVE(UndoStep)

private:
    QTextCursor &m_cursor;
};

/// Whole lines, from one to another.
struct Lines
{
    QTextBlock first;
    QTextBlock last;

    [[nodiscard]] int begin() const { return first.position(); }
    /// Behind the last character, before the line's end.
    [[nodiscard]] int end() const { return last.position() + last.length() - 1; }
    [[nodiscard]] QString text() const;
};

/// Whether nothing but the marks of quotes stands in `line`, or there is no such line.
[[nodiscard]] bool isBlankLine(const QTextBlock &line);

/// The lines of the selection, or the cursor's; not one that the selection ends at the start of.
[[nodiscard]] Lines linesOf(const QTextCursor &cursor);

} // namespace Weeknotes
