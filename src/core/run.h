// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings.h"
#include "core/timeline.h"

namespace Weeknotes {

/// Weeks written one after the other, by the person's own rules (RunRules). Only a missed week ends a run, and a late
/// one where late does not count. A pause freezes it, whether something was written in it or not, and so does a week
/// that has not ended yet.
struct Run
{
    Week first; ///< that counts
    Week last;
    int weeks = 0; ///< that count: fewer than from first to last where a pause lies between
    bool goesOn = false;

    bool operator==(const Run &) const = default;
};

/// All runs, oldest first. `timeline` is `buildTimeline` of the same notes, day and rules. O(n log n).
[[nodiscard]] std::vector<Run> runsOf(const std::vector<TimelineWeek> &timeline, const std::vector<NoteHeader> &notes,
                                      QDate today, const LibrarySettings &settings);
/// The weeks of the run that goes on; 0 where none does.
[[nodiscard]] int currentRun(const std::vector<Run> &runs);
/// The weeks of the longest one; 0 where there is none.
[[nodiscard]] int longestRun(const std::vector<Run> &runs);

/// How many days after the last that it covers a note was written: negative or 0 in time, nothing for a post and where
/// either day is unknown. A note that was started here is not older than its making.
[[nodiscard]] std::optional<int> delayOf(const NoteHeader &note);
/// Whether it was written after the days of grace, which end with `graceUntil` in the week after the last it covers.
[[nodiscard]] bool isLate(const NoteHeader &note, const WeekRules &rules, Qt::DayOfWeek graceUntil);

} // namespace Weeknotes
