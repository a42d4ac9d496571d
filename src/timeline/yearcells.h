// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "timeline/timelinecontent.h"

namespace Weeknotes {

/// One cell of the year strip: a week, or all that one note for several covers.
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
    int level = 0; ///< how long its notes are together, 0 (nothing) to 4 (long), see LengthScale
    int words = 0;
    std::vector<NoteId> notes;
    bool posts = false; ///< they are posts alone
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

/// What is long differs from writer to writer: a week's place among all the writer's own.
class LengthScale
{
public:
    explicit LengthScale(const std::vector<NoteHeader> &notes);

    /// 0 for nothing, 1 for the shortest quarter of the notes, to 4 for the longest. With fewer than eight notes to
    /// go by: under 300 words, under 600, under 1,000, more.
    [[nodiscard]] int level(int words) const;

private:
    std::vector<int> m_lengths; ///< sorted
};

} // namespace Weeknotes
