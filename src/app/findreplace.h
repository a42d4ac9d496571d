// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/matchlist.h"

#include <QObject>
#include <QTimer>

class QShortcut;

namespace Weeknotes {

class FindBar;
class MarkdownEdit;
class NotePane;
struct WindowActions;

/// Finds and replaces in the text that is being written: between the actions, the bar below the text, and the text.
/// UI thread only.
class FindReplace : public QObject
{
    Q_OBJECT

public:
    /// `note` and `actions` must outlive it.
    FindReplace(NotePane &note, const WindowActions &actions, QObject *parent);

private:
    void connectActions(const WindowActions &actions);
    void connectText();
    void open(bool withReplacement);
    void close();
    /// Looks through the text now if it was to be looked through soon.
    void catchUp();
    void search();
    /// Goes to the first match from where the person was when they began to look for these words.
    void seek();
    void step(int direction);
    /// Changes the text and looks through it at once.
    template <typename Change> void change(const Change &change);
    void replace();
    void replaceAll();
    void showCount();
    void fillFromSelection();

    MarkdownEdit &m_editor;
    FindBar &m_bar;
    QShortcut *m_escape;    // of the whole pane, while the bar is open
    TextFinder m_finder;    // what was looked for last
    QTimer m_soon;          // a letter more, typed in the bar or in the text, costs no search of its own
    QTimer m_complaint;     // an expression is wrong for most of the time while it is typed
    bool m_gaveUp = false;  // on the expression that was looked for last
    bool m_sought = false;  // the words changed, not the text alone
    bool m_seeking = false; // the cursor moves of our own accord
    int m_origin = 0;       // where the person was in the text
};

} // namespace Weeknotes
