// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

} // namespace Weeknotes
