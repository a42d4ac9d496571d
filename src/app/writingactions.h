// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QObject>

class QAction;
class QMenu;
class QTextCursor;

namespace Weeknotes {

class AppSettings;
class MarkdownEdit;
class Session;
struct WindowActions;

/// What can be done to the lines of the text, with its words and keys. The keys work where the text is written, and
/// nowhere else.
class WritingActions : public QObject
{
    Q_OBJECT

public:
    /// Fills the menu `format` of `actions`, and connects what else of them is about writing. `editor` is its owner,
    /// and none of the others may go before it.
    WritingActions(MarkdownEdit &editor, const WindowActions &actions, Session &session, AppSettings &settings);

private:
    template <typename Habit> QAction *add(const QString &words, const QKeySequence &keys, const Habit &habit);
    void addForms();
    void addTable();
    void addLines();
    void connectPaste(QAction *plain);
    void connectSmartMarks(QAction *on, Session &session, AppSettings &settings);

    MarkdownEdit &m_editor;
    QMenu &m_menu;
};

} // namespace Weeknotes
