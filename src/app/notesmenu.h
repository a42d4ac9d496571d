// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/note.h"
#include "core/pause.h"

#include <QObject>

#include <vector>

class QMenu;

namespace Weeknotes {

class Exports;
class NoteChanges;
class Session;
class TimelinePane;
struct TimelineRow;

/// What can be done with what is chosen on the timeline. Belongs to the pane; UI thread only.
class NotesMenu : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it.
    NotesMenu(TimelinePane &timeline, Session &session, NoteChanges &changes, Exports &exports);

    /// Asks for the days of a new pause, from the week in view on, or from the end of its note.
    void askForPause();

private:
    void showPause(const Pause &pause);
    void openForNotes(const std::vector<NoteId> &notes, const QPoint &place);
    void openForPause(const Pause &pause, const QPoint &place);
    /// A season, or a year.
    void openForHeading(const TimelineRow &heading, const QPoint &place);
    void addStatus(QMenu &menu, const std::vector<NoteId> &notes);
    void addTags(QMenu &menu, const std::vector<NoteId> &notes);
    void askForTag(const std::vector<NoteId> &notes);

    TimelinePane &m_timeline;
    Session &m_session;
    NoteChanges &m_changes;
    Exports &m_exports;
};

} // namespace Weeknotes
