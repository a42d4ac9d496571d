// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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
    std::optional<TitlePattern> titlePattern; ///< the writer's own, tried before the common ones
};

} // namespace Weeknotes
