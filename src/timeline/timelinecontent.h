// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/notefilter.h"
#include "core/settings.h"
#include "core/timeline.h"
#include "core/titlepattern.h"

#include <optional>
#include <vector>

namespace Weeknotes {

/// All that the timeline shows, as plain values. `weeks` is `buildTimeline` of the same notes, pauses, day and rules.
struct TimelineContent
{
    std::vector<NoteHeader> notes; ///< in any order
    std::vector<Pause> pauses;
    std::vector<TimelineWeek> weeks; ///< oldest first
    QDate today;
    WeekRules rules;
    SeasonLooks seasons;
    std::optional<TitlePattern> titlePattern; ///< the writer's own, tried before the common ones
};

/// What the person chose to see of it.
struct TimelineChoice
{
    enum class Grouping
    {
        Seasons, ///< and years where notes have none
        Months
    };

    Grouping grouping = Grouping::Seasons;
    NoteFilter filter;
    QHash<NoteId, NoteTraits> traits; ///< of all notes, where the filter asks for them

    bool operator==(const TimelineChoice &) const = default;
};

} // namespace Weeknotes
