// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/timeline.h"

#include <QRandomGenerator>

#include <algorithm>

namespace Weeknotes::Test {

inline NoteHeader note(const QString &firstWeek, int weeks, NoteKind kind = NoteKind::Weeknote,
                       NoteStatus status = NoteStatus::Published)
{
    NoteHeader header;
    header.id = NoteId(createUuidV7(1));
    const QDate first = Week::parse(firstWeek)->days().first;
    header.fields.covers = Period{first, first.addDays(7 * weeks - 1)};
    header.fields.kind = kind;
    header.fields.status = status;
    return header;
}

/// What somebody wrote in thirty years: weekly, for fortnights or longer, late or not, with posts and pauses between.
struct Years
{
    explicit Years(QRandomGenerator &random)
    {
        rules.start = Qt::DayOfWeek(1 + random.bounded(7));
        const QDate begin(1996, 1, 1 + random.bounded(28));
        today = begin.addYears(30).addDays(random.bounded(400) - 200);
        const auto period = [&](QDate from, int days) { return Period{from, from.addDays(days - 1)}; };
        for (QDate day = begin; day < begin.addYears(30); day = day.addDays(1 + random.bounded(25))) {
            const int what = random.bounded(10);
            if (what == 0) {
                Pause pause{PauseId(), day, {}, {}, {}};
                if (random.bounded(3) > 0)
                    pause.plannedTo = day.addDays(random.bounded(60));
                if (!pause.plannedTo || random.bounded(2) == 0)
                    pause.to = day.addDays(random.bounded(60));
                pauses.push_back(pause);
                continue;
            }
            NoteHeader header;
            header.id = NoteId(createUuidV7(1));
            header.fields.kind = what == 1 ? NoteKind::Post : what == 2 ? NoteKind::Fortnight : NoteKind::Weeknote;
            header.fields.covers = period(day, what == 1   ? 1
                                               : what == 2 ? 14
                                               : what == 3 ? 15 + random.bounded(30)
                                                           : 7);
            if (random.bounded(3) > 0)
                header.fields.written = header.fields.covers->last.addDays(random.bounded(16) - 3);
            header.fields.status = random.bounded(4) == 0 ? NoteStatus::Draft : NoteStatus::Published;
            notes.push_back(header);
        }
    }

    /// The days of the week that holds `day`, found day by day.
    [[nodiscard]] std::vector<QDate> weekOf(QDate day) const
    {
        while (day.dayOfWeek() != rules.start)
            day = day.addDays(-1);
        std::vector<QDate> days;
        for (int i = 0; i < 7; ++i)
            days.push_back(day.addDays(i));
        return days;
    }
    /// Of the last week that `note` speaks of.
    [[nodiscard]] std::vector<QDate> lastWeekOf(const NoteHeader &note) const
    {
        std::vector<QDate> week = weekOf(note.fields.covers->last);
        while (!speaksOf(note, week))
            week = weekOf(week.front().addDays(-1));
        return week;
    }
    [[nodiscard]] static int daysIn(const std::vector<QDate> &week, const Period &period)
    {
        if (period.last < week.front() || week.back() < period.first)
            return 0;
        return int(std::ranges::count_if(week, [&](QDate day) { return period.first <= day && day <= period.last; }));
    }
    [[nodiscard]] static bool speaksOf(const NoteHeader &note, const std::vector<QDate> &week)
    {
        const Period &covers = *note.fields.covers;
        if (covers.last < week.front() || week.back() < covers.first)
            return false;
        const QDate middle = covers.first.addDays((covers.first.daysTo(covers.last)) / 2);
        return daysIn(week, covers) > 3 || std::ranges::contains(week, middle);
    }
    [[nodiscard]] bool isNoted(const std::vector<QDate> &week, bool published = false) const
    {
        return std::ranges::any_of(notes, [&](const NoteHeader &note) {
            return note.fields.kind != NoteKind::Post && speaksOf(note, week) &&
                   (!published || note.fields.status == NoteStatus::Published);
        });
    }
    [[nodiscard]] bool isPaused(const std::vector<QDate> &week) const
    {
        return std::ranges::any_of(pauses, [&](const Pause &pause) { return daysIn(week, pause.days(today)) > 3; });
    }
    [[nodiscard]] TimelineWeek::State stateOf(const std::vector<QDate> &week) const
    {
        using enum TimelineWeek::State;
        return isNoted(week) ? Noted : isPaused(week) ? Paused : week.back() < today ? Missed : Future;
    }

    WeekRules rules;
    QDate today;
    std::vector<NoteHeader> notes;
    std::vector<Pause> pauses;
};

} // namespace Weeknotes::Test
