// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "find/textfinder.h"

#include <QObject>
#include <QTimer>

#include <chrono>

class QShortcut;

namespace Weeknotes {

class FindBar;
class MatchesInView;

/// Finds in a text view: between the bar below it and its text. UI thread only.
class FindInView : public QObject
{
    Q_OBJECT

public:
    /// Escape in `pane`, which holds the view and the bar, closes the bar. All must outlive it.
    FindInView(MatchesInView &found, FindBar &bar, QWidget &pane, QObject *parent);

    /// Opens the bar, with the words that are selected.
    void open(bool withReplacement);
    /// Goes to the next match (1) or to the one before (-1); needs no open bar once there are words to look for.
    void step(int direction);
    /// Looks through the text that changed now and not soon, if that costs next to nothing.
    void followNow();

protected:
    /// Looks through the text now if it was to be looked through soon.
    void catchUp();
    void search();
    /// Changes the text and looks through it at once.
    template <typename Change> void change(const Change &change)
    {
        m_seeking = true; // what there was before is not counted once more
        change();
        m_seeking = false;
        beginHere();
        search();
    }

    [[nodiscard]] const TextFinder &finder() const { return m_finder; }

private:
    void connectBar();
    void connectView();
    void close();
    void beginHere();
    /// Goes to the first match from where the person was when they began to look for these words.
    void seek();
    /// Selects what was the current match, if the page was written anew below it.
    void holdCurrent();
    void showCount();
    void fillFromSelection();

    MatchesInView &m_found;
    FindBar &m_bar;
    QShortcut *m_escape;               // of the whole pane, while the bar is open
    TextFinder m_finder;               // what was looked for last
    QTimer m_soon;                     // a letter more, typed in the bar or in the text, costs no search of its own
    QTimer m_complaint;                // an expression is wrong for most of the time while it is typed
    bool m_gaveUp = false;             // on the expression that was looked for last
    bool m_sought = false;             // the words changed, not the text alone
    bool m_seeking = false;            // the selection moves of our own accord
    int m_origin = 0;                  // where the person was in the text
    int m_current = -1;                // the match that was selected when they were counted last; -1: none
    int m_count = 0;                   // of matches then
    std::chrono::nanoseconds m_took{}; // by the last search
};

} // namespace Weeknotes
