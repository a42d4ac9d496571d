// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/note.h"
#include "core/pause.h"
#include "core/week.h"

#include <QObject>

#include <functional>
#include <vector>

namespace Weeknotes {

class AppSettings;
class Banner;
class Session;

/// What is done to notes and pauses on the timeline. Each change is one step, whole or not at all, which the banner
/// offers to take back. Belongs to the window; UI thread only.
class NoteChanges : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it.
    NoteChanges(Session &session, Banner &banner, AppSettings &settings, QWidget *window);

    /// Other fields for a note of the shelf.
    struct Change
    {
        NoteId id;
        NoteFields fields;
    };
    /// Writes them, unsaved words of the open note first; then the banner says `said`.
    void apply(const std::vector<Change> &changes, const QString &said);

    void setStatus(const std::vector<NoteId> &notes, NoteStatus status);
    void addTag(const std::vector<NoteId> &notes, const QString &tag);
    void removeTag(const std::vector<NoteId> &notes, const QString &tag);
    /// Moves what they cover so that it begins in `week`.
    void moveTo(const std::vector<NoteId> &notes, const Week &week);
    /// … by whole weeks.
    void moveBy(const std::vector<NoteId> &notes, int weeks);
    /// Asks for a folder and writes its page there.
    void exportPage(const NoteId &note);

    /// Writes the pause as it is now, or a new one.
    void putPause(const Pause &pause);
    void removePause(const Pause &pause);

private:
    /// `apply` for those whose fields `edit` changes.
    void edit(const std::vector<NoteId> &notes, const std::function<void(NoteFields &fields)> &edit,
              const std::function<QString(int count)> &said);
    void takeBack(const std::vector<Change> &before, const std::vector<Change> &after);
    void writePage(const NoteId &note, const QString &folder);

    Session &m_session;
    Banner &m_banner;
    AppSettings &m_settings;
    QWidget *m_window;
};

} // namespace Weeknotes
