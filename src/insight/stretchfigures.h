// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/run.h"
#include "insight/libraryfacts.h"
#include "insight/writingfacts.h"

namespace Weeknotes {

/// What headers, weeks and pauses say of a season or a year (or of all notes).
struct StretchFigures
{
    Stretch stretch;
    std::vector<NoteHeader> notes; ///< oldest first
    WritingFacts writing;
    std::vector<WeekOfWords> weeks; ///< from the first to the last that a note of it covers
    WeekStates states;
    std::vector<Run> runs;     ///< within these weeks; the last one goes on if it does beyond them
    std::vector<Pause> pauses; ///< with a day in these weeks
};

/// `timeline` is buildTimeline() of all `notes` and `pauses` on `today`.
[[nodiscard]] StretchFigures stretchFigures(const Stretch &stretch, const std::vector<NoteHeader> &notes,
                                            const std::vector<Pause> &pauses, const std::vector<TimelineWeek> &timeline,
                                            QDate today, const LibrarySettings &settings);

/// Gathers what the texts of a season say, and of the one before, words and all; other notes cost nothing.
class SeasonTexts
{
public:
    SeasonTexts(Stretch now, std::optional<Stretch> before, QDate today, const QString &language)
        : m_nowStretch(now)
        , m_beforeStretch(before)
        , m_now(today, language, LibraryFacts::Words::Count)
        , m_before(today, language, LibraryFacts::Words::Count)
    {
    }

    void add(const Note &note)
    {
        if (m_nowStretch.holds(note.header))
            m_now.add(note);
        else if (m_beforeStretch && m_beforeStretch->holds(note.header))
            m_before.add(note);
    }
    [[nodiscard]] const LibraryFacts &now() const { return m_now; }
    [[nodiscard]] const LibraryFacts &before() const { return m_before; }

private:
    Stretch m_nowStretch;
    std::optional<Stretch> m_beforeStretch;
    LibraryFacts m_now;
    LibraryFacts m_before;
};

} // namespace Weeknotes
