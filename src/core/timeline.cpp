// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

// A pause of three days in the middle of a week does not excuse that week.
bool covers(const Pause &pause, const Week &week, QDate today, const WeekRules &rules)
{
    const Period days = week.days(rules);
    const Period paused = pause.days(today);
    const Period shared{std::max(days.first, paused.first), std::min(days.last, paused.last)};
    return shared.isValid() && shared.days() > 3;
}

const Pause *pauseOf(const Week &week, const std::vector<Pause> &pauses, QDate today, const WeekRules &rules)
{
    const auto found =
        std::ranges::find_if(pauses, [&](const Pause &pause) { return covers(pause, week, today, rules); });
    return found == pauses.end() ? nullptr : &*found;
}

// The weeks from the first to the last that anything speaks of; nothing for an empty library.
std::optional<std::pair<Week, Week>> spanOf(const std::vector<NoteHeader> &notes, const std::vector<Pause> &pauses,
                                            QDate today, const WeekRules &rules)
{
    std::optional<std::pair<Week, Week>> span;
    const auto widen = [&](const Period &period) {
        const Week first = Week::of(period.first, rules);
        const Week last = Week::of(period.last, rules);
        span = span ? std::pair(std::min(span->first, first), std::max(span->second, last)) : std::pair(first, last);
    };
    for (const NoteHeader &note : notes) {
        if (note.fields.covers)
            widen(*note.fields.covers);
    }
    for (const Pause &pause : pauses)
        widen(pause.days(today));
    if (span)
        widen({today, today});
    return span;
}

} // namespace

std::vector<TimelineWeek> buildTimeline(const std::vector<NoteHeader> &notes, const std::vector<Pause> &pauses,
                                        QDate today, const WeekRules &rules)
{
    const auto span = spanOf(notes, pauses, today, rules);
    if (!span)
        return {};

    const Week thisWeek = Week::of(today, rules);
    std::vector<TimelineWeek> timeline;
    timeline.reserve(size_t(span->first.weeksTo(span->second)) + 1);
    for (Week week = span->first; week <= span->second; week = week.next()) {
        const auto state = week < thisWeek ? TimelineWeek::State::Missed : TimelineWeek::State::Future;
        timeline.push_back({week, week.days(rules), state, {}, {}});
    }

    for (TimelineWeek &entry : timeline) {
        if (const Pause *pause = pauseOf(entry.week, pauses, today, rules)) {
            entry.pause = *pause;
            entry.state = TimelineWeek::State::Paused;
        }
    }
    std::vector<const NoteHeader *> oldestFirst;
    for (const NoteHeader &note : notes)
        oldestFirst.push_back(&note);
    std::ranges::sort(oldestFirst, [](const auto *a, const auto *b) { return newerFirst(*b, *a); });
    for (const NoteHeader *note : oldestFirst) {
        if (!note->fields.covers)
            continue;
        for (const Week &week : weeksCoveredBy(*note->fields.covers, rules)) {
            TimelineWeek &entry = timeline[size_t(span->first.weeksTo(week))];
            entry.notes.push_back(note->id);
            if (note->fields.kind != NoteKind::Post)
                entry.state = TimelineWeek::State::Noted;
        }
    }
    return timeline;
}

Week weekToOpen(const std::vector<NoteHeader> &notes, const std::vector<Pause> &pauses, QDate today,
                const WeekRules &rules, Qt::DayOfWeek graceUntil)
{
    const Week thisWeek = Week::of(today, rules);
    const Week lastWeek = thisWeek.previous();
    const auto dayInWeek = [&](int day) { return (day - rules.start + 7) % 7; };
    if (dayInWeek(today.dayOfWeek()) > dayInWeek(graceUntil) || pauseOf(lastWeek, pauses, today, rules))
        return thisWeek;
    const bool published = std::ranges::any_of(notes, [&](const NoteHeader &note) {
        return note.fields.status == NoteStatus::Published && note.fields.kind != NoteKind::Post &&
               note.fields.covers && std::ranges::contains(weeksCoveredBy(*note.fields.covers, rules), lastWeek);
    });
    return published ? thisWeek : lastWeek;
}

QString nameOf(TimelineWeek::State state)
{
    switch (state) {
    case TimelineWeek::State::Noted:
        return u"noted"_s;
    case TimelineWeek::State::Paused:
        return u"paused"_s;
    case TimelineWeek::State::Missed:
        return u"missed"_s;
    case TimelineWeek::State::Future:
        return u"future"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace Weeknotes
