// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/note.h"
#include "core/pause.h"
#include "core/week.h"

#include <optional>
#include <vector>

namespace Weeknotes {

/// One week of the timeline, as `weeknotes timeline --json` shows it.
struct TimelineWeek
{
    enum class State
    {
        Noted,  ///< a note that is no post covers it
        Paused, ///< it lies in a pause
        Missed, ///< it has ended, and nothing speaks of it
        Future  ///< it has not ended
    };

    Week week;
    Period days;
    State state = State::Future;
    std::vector<NoteId> notes; ///< that cover it, oldest first; posts are among them but do not make it noted
    std::optional<Pause> pause;

    bool operator==(const TimelineWeek &) const = default;
};

/// Every week from the first that a note or pause speaks of to the one that holds `today` (or the last noted or
/// paused one, if later), oldest first. Empty for an empty library. `weeksCoveredBy` says which weeks a note covers;
/// a pause covers a week that has more than half of its days in it.
[[nodiscard]] std::vector<TimelineWeek> buildTimeline(const std::vector<NoteHeader> &notes,
                                                      const std::vector<Pause> &pauses, QDate today,
                                                      const WeekRules &rules);

/// The week to open on (design/product.md, "The right week"): last week through `graceUntil` if it has ended, lies
/// outside any pause and no published note covers it; else this week.
[[nodiscard]] Week weekToOpen(const std::vector<NoteHeader> &notes, const std::vector<Pause> &pauses, QDate today,
                              const WeekRules &rules, Qt::DayOfWeek graceUntil = Qt::Thursday);

/// "noted", "paused", "missed", "future".
[[nodiscard]] QString nameOf(TimelineWeek::State state);

} // namespace Weeknotes
