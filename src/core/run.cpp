// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace Weeknotes {
namespace {

std::optional<QDate> dayWritten(const NoteHeader &note)
{
    if (note.fields.written)
        return note.fields.written;
    const std::optional<QDate> made =
        note.source.kind.isEmpty() && note.created.isValid() ? std::optional(note.created.date()) : std::nullopt;
    if (note.fields.published)
        return std::max(note.fields.published->date(), made.value_or(QDate()));
    return made;
}

} // namespace

std::vector<Run> runsOf(const std::vector<TimelineWeek> &timeline, const std::vector<NoteHeader> &notes, QDate today,
                        const LibrarySettings &settings)
{
    const RunRules &rules = settings.run;
    QSet<NoteId> counting; // notes that make their weeks count
    for (const NoteHeader &note : notes) {
        if (note.fields.kind != NoteKind::Post &&
            (rules.lateCounts || !isLate(note, settings.week, settings.graceUntil)))
            counting.insert(note.id);
    }

    std::vector<Run> runs;
    QSet<NoteId> counted;
    for (const TimelineWeek &entry : timeline) {
        if (entry.days.first > today)
            break;
        const auto counts = [&](const NoteId &id) { return counting.contains(id); };
        const bool written = std::ranges::any_of(entry.notes, counts);
        const bool ended = entry.state == TimelineWeek::State::Missed || entry.state == TimelineWeek::State::Noted;
        if (!written && !entry.pause && ended && entry.days.last < today && !runs.empty())
            runs.back().goesOn = false;
        if (!written || entry.pause)
            continue;
        const bool again = !rules.fortnightCounts && std::ranges::all_of(entry.notes, [&](const NoteId &id) {
            return !counting.contains(id) || counted.contains(id);
        });
        counted.unite({entry.notes.begin(), entry.notes.end()});
        if (runs.empty() || !runs.back().goesOn)
            runs.push_back({entry.week, entry.week, 0, true});
        runs.back().last = entry.week;
        runs.back().weeks += again ? 0 : 1;
    }
    return runs;
}

int currentRun(const std::vector<Run> &runs)
{
    return runs.empty() || !runs.back().goesOn ? 0 : runs.back().weeks;
}

int longestRun(const std::vector<Run> &runs)
{
    return runs.empty() ? 0 : std::ranges::max(runs, {}, &Run::weeks).weeks;
}

std::optional<int> delayOf(const NoteHeader &note)
{
    const auto written = dayWritten(note);
    if (!written || !note.fields.covers || note.fields.kind == NoteKind::Post)
        return std::nullopt;
    return int(note.fields.covers->last.daysTo(*written));
}

bool isLate(const NoteHeader &note, const WeekRules &rules, Qt::DayOfWeek graceUntil)
{
    const auto delay = delayOf(note);
    if (!delay)
        return false;
    const Period next = weeksCoveredBy(*note.fields.covers, rules).back().next().days(rules);
    const int grace = (graceUntil - rules.start + 7) % 7;
    return next.first.addDays(grace) < note.fields.covers->last.addDays(*delay);
}

} // namespace Weeknotes
