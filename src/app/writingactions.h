// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QObject>

class QAction;
class QMenu;
class QTextCursor;

namespace Weeknotes {

class MarkdownEdit;

/// What can be done to the lines of the text, with its words and keys. The keys work where the text is written, and
/// nowhere else.
class WritingActions : public QObject
{
    Q_OBJECT

public:
    /// Fills `menu`, which must live as long as `editor`, its owner.
    WritingActions(MarkdownEdit &editor, QMenu &menu);

private:
    template <typename Habit> QAction *add(const QString &words, const QKeySequence &keys, const Habit &habit);
    void addForms();
    void addTable();
    void addLines();

    MarkdownEdit &m_editor;
    QMenu &m_menu;
};

} // namespace Weeknotes
