// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/note.h"

#include <QObject>

#include <functional>

class QWidget;

namespace Weeknotes {

class Banner;
class NotePane;
class SchemeSwitch;
class Session;
struct WindowActions;

/// Everything in the window that takes something back: the history of a note, the bin, the backups, and the choice
/// between two texts of one note. Belongs to the window; UI thread only.
class WaysBack : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it.
    WaysBack(Session &session, NotePane &note, Banner &banner, const SchemeSwitch &schemes,
             const WindowActions &actions, QWidget *window);

    /// Enables what can be done with what is open.
    void showPossible();

private:
    void showHistory();
    void showDifference();
    void showBin();
    void showBackups();
    /// Keeps the note as it stands as a version, then runs `change` if it is still open; in the end `done`.
    void change(const std::function<void()> &change, const std::function<void()> &done = {});
    void bringBack(const QString &title, const QString &text, qint64 revision);
    void sayBinned(const std::vector<NoteHeader> &notes);
    void sayGone(const Note &note);

    Session &m_session;
    NotePane &m_note;
    Banner &m_banner;
    const SchemeSwitch &m_schemes;
    const WindowActions &m_actions;
    QWidget *m_window;
};

} // namespace Weeknotes
