// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/numberhabit.h"
#include "core/settings.h"
#include "timeline/timelinecontent.h"

namespace Weeknotes {

/// What stands in the open library, without the texts: a plain value, read anew when it changes.
class Shelf
{
public:
    Shelf() = default;
    Shelf(std::vector<NoteHeader> notes, std::vector<Pause> pauses, LibrarySettings settings, QDate today);

    [[nodiscard]] bool isEmpty() const { return m_content.notes.empty() && m_content.pauses.empty(); }
    [[nodiscard]] const std::vector<NoteHeader> &notes() const { return m_content.notes; }
    [[nodiscard]] const LibrarySettings &settings() const { return m_settings; }
    [[nodiscard]] const WeekRules &rules() const { return m_settings.week; }
    [[nodiscard]] QDate today() const { return m_content.today; }
    [[nodiscard]] const TimelineContent &timeline() const { return m_content; }
    [[nodiscard]] NumberHabit numbers() const { return NumberHabit(m_content.notes, m_settings.seasons); }
    /// See weekToOpen().
    [[nodiscard]] Week rightWeek() const;
    /// The weeks of the run that goes on; 0 where none does, or where the person wants to hear of none.
    [[nodiscard]] int run() const;

    [[nodiscard]] const NoteHeader *note(const NoteId &id) const;
    /// The note to show for a week: a weeknote that covers it, else a post; null for none.
    [[nodiscard]] const NoteHeader *noteOf(const Week &week) const;
    /// The week a note is shown under: the last it covers, else that of its day.
    [[nodiscard]] Week weekOf(const NoteHeader &note) const;

    /// Takes a note as it was saved. True if that changed more than its own row: its period or kind.
    bool update(const NoteHeader &header);
    /// Takes several, whatever changed.
    void update(const std::vector<NoteHeader> &headers);
    /// Takes a note that was just started, unless it is here already.
    void add(const NoteHeader &header);
    void remove(const NoteId &id);
    void setToday(QDate today);

private:
    void rebuild();

    TimelineContent m_content;
    QHash<NoteId, size_t> m_places; ///< of the notes in it
    LibrarySettings m_settings;
};

} // namespace Weeknotes
