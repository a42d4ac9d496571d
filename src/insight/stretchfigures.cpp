// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/stretchfigures.h"

#include <algorithm>

namespace Weeknotes {
namespace {

std::vector<Run> runsWithin(const StretchFigures &figures, const std::vector<NoteHeader> &notes,
                            const std::vector<TimelineWeek> &timeline, QDate today, const LibrarySettings &settings)
{
    std::vector<TimelineWeek> within;
    std::ranges::copy_if(timeline, std::back_inserter(within), [&](const TimelineWeek &week) {
        return figures.weeks.front().week <= week.week && week.week <= figures.weeks.back().week;
    });
    std::vector<Run> runs = runsOf(within, notes, today, settings);
    if (runs.empty() || !runs.back().goesOn)
        return runs;
    const std::vector<Run> all = runsOf(timeline, notes, today, settings);
    runs.back().goesOn = all.back().goesOn && all.back().first <= runs.back().last;
    return runs;
}

} // namespace

StretchFigures stretchFigures(const Stretch &stretch, const std::vector<NoteHeader> &notes,
                              const std::vector<Pause> &pauses, const std::vector<TimelineWeek> &timeline, QDate today,
                              const LibrarySettings &settings)
{
    StretchFigures figures;
    figures.stretch = stretch;
    std::ranges::copy_if(notes, std::back_inserter(figures.notes),
                         [&stretch](const NoteHeader &note) { return stretch.holds(note); });
    std::ranges::sort(figures.notes, [](const NoteHeader &a, const NoteHeader &b) { return newerFirst(b, a); });
    figures.writing = writingFacts(figures.notes);
    figures.weeks = weeksOf(stretch, wordsByWeek(timeline, notes), notes);
    figures.states = statesOf(figures.weeks);
    if (figures.weeks.empty())
        return figures;
    figures.runs = runsWithin(figures, notes, timeline, today, settings);
    const Period days{figures.weeks.front().days.first, figures.weeks.back().days.last};
    std::ranges::copy_if(pauses, std::back_inserter(figures.pauses),
                         [&](const Pause &pause) { return pause.days(today).overlaps(days); });
    return figures;
}

} // namespace Weeknotes
