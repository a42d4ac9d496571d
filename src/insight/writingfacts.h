// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/note.h"
#include "core/timeline.h"

#include <array>
#include <optional>
#include <vector>

namespace Weeknotes {

inline constexpr size_t noteKinds = 4;
inline constexpr size_t noteStatuses = 3;

/// The notes of a season, or of a year.
struct Stretch
{
    std::optional<int> season;
    std::optional<int> year; ///< of knownDay(); neither: all notes

    [[nodiscard]] bool holds(const NoteHeader &note) const
    {
        return (!season || note.fields.number.season == season) &&
               (!year || knownDay(note).value_or(QDate()).year() == *year);
    }
    bool operator==(const Stretch &) const = default;
};

struct YearOfNotes
{
    int year = 0;
    std::array<int, noteKinds> kinds{}; ///< by NoteKind
    int words = 0;

    [[nodiscard]] int notes() const { return kinds[0] + kinds[1] + kinds[2] + kinds[3]; }
    bool operator==(const YearOfNotes &) const = default;
};

struct SeasonOfNotes
{
    int season = 0;
    int notes = 0;
    int words = 0;
    Period days; ///< from the first that a note of it covers (or stands at) to the last
    bool operator==(const SeasonOfNotes &) const = default;
};

/// What the headers of notes say of how somebody writes.
struct WritingFacts
{
    int notes = 0;
    int words = 0;
    int minutes = 0;
    int medianWords = 0; ///< of those with words; 0 without any
    std::array<int, noteKinds> kinds{};
    std::array<int, noteStatuses> statuses{};
    std::vector<YearOfNotes> years;     ///< oldest first, from the first to the last without a gap
    std::vector<SeasonOfNotes> seasons; ///< by number
    std::array<int, 7> weekdays{};      ///< from Monday: on which they were written, where delayOf() tells
    std::vector<int> delays;            ///< delayOf() of the same, earliest first
    std::vector<int> lengths;           ///< words of notes that have some, shortest first
    std::optional<NoteId> longest;      ///< of those that have words; of equals the oldest
    std::optional<NoteId> shortest;

    bool operator==(const WritingFacts &) const = default;
};
[[nodiscard]] WritingFacts writingFacts(const std::vector<NoteHeader> &notes);

/// One week and what was written about it.
struct WeekOfWords
{
    Week week;
    Period days;
    TimelineWeek::State state = TimelineWeek::State::Future;
    int words = 0;             ///< of a note that covers several weeks, this one's share
    std::vector<NoteId> notes; ///< that cover it, oldest first
    std::optional<int> season; ///< of the first of these that has one

    bool operator==(const WeekOfWords &) const = default;
};
/// `timeline` is buildTimeline() of `notes`.
[[nodiscard]] std::vector<WeekOfWords> wordsByWeek(const std::vector<TimelineWeek> &timeline,
                                                   const std::vector<NoteHeader> &notes);
/// Those of `weeks` from the first to the last that a note of `stretch` covers; all of them where it is all notes.
[[nodiscard]] std::vector<WeekOfWords> weeksOf(const Stretch &stretch, const std::vector<WeekOfWords> &weeks,
                                               const std::vector<NoteHeader> &notes);

/// How many weeks are noted, paused and missed.
struct WeekStates
{
    int noted = 0;
    int paused = 0;
    int missed = 0;
    bool operator==(const WeekStates &) const = default;
};
[[nodiscard]] WeekStates statesOf(const std::vector<WeekOfWords> &weeks);

/// The seasons, newest first, then the years, newest first.
[[nodiscard]] std::vector<Stretch> stretchesOf(const std::vector<NoteHeader> &notes);
/// The season, or year, that has notes before `stretch`; nothing if there is none.
[[nodiscard]] std::optional<Stretch> stretchBefore(const Stretch &stretch, const std::vector<Stretch> &all);

} // namespace Weeknotes
