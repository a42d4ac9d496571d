// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "timeline/timelinecontent.h"

namespace Weeknotes {

/// One cell of the year strip: a week, or two that one fortnight note covers.
struct YearCell
{
    enum class State
    {
        Empty,
        Noted,
        Paused,
        Missed
    };

    Week week;      ///< its first week
    Period days;    ///< of all its weeks
    int column = 0; ///< 0 for the first week of the year
    int width = 1;  ///< in weeks
    State state = State::Empty;
    int level = 0; ///< how long its notes are together, 0 (nothing) to 4 (long)
    int words = 0;
    std::vector<NoteId> notes;
    bool today = false;

    bool operator==(const YearCell &) const = default;
};

/// A year of the person's counting: 52 or 53 weeks.
struct YearRow
{
    int year = 0;
    int weeks = 52;
    std::vector<YearCell> cells; ///< in order, without gaps
    bool operator==(const YearRow &) const = default;
};

/// A row for each year from the newest that the content speaks of to the oldest. A library without weeks has the row
/// of `today`'s year alone.
[[nodiscard]] std::vector<YearRow> yearRows(const TimelineContent &content);
/// 0 for nothing, then 1 to 4 by length: under 300 words, under 600, under 1,000, more.
[[nodiscard]] int lengthLevel(int words);

} // namespace Weeknotes
