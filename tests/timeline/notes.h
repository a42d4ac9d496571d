// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "timeline/timelinecontent.h"

#include <QTimeZone>
#include <QVariant>

namespace Weeknotes::TestData {

/// A published note for the week of `monday`, its id made of `serial`.
inline NoteHeader note(int serial, QDate monday, const QString &title, SeasonNumber number = {}, int days = 7)
{
    NoteHeader header;
    header.id = NoteId(QUuid(uint(serial), 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 0));
    header.revision = 1;
    header.fields.kind = kindForDays(days);
    header.fields.covers = Period{monday, monday.addDays(days - 1)};
    header.fields.number = number;
    header.fields.title = title;
    header.fields.status = NoteStatus::Published;
    header.words = 700;
    header.minutes = 3;
    header.created = header.updated = monday.addDays(4).startOfDay(QTimeZone::UTC);
    return header;
}

inline Pause pause(int serial, QDate from, QDate to)
{
    Pause pause;
    pause.id = PauseId(QUuid(uint(serial), 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1));
    pause.from = from;
    pause.to = to;
    return pause;
}

inline TimelineContent content(std::vector<NoteHeader> notes, std::vector<Pause> pauses, QDate today)
{
    TimelineContent content;
    content.notes = std::move(notes);
    content.pauses = std::move(pauses);
    content.today = today;
    content.weeks = buildTimeline(content.notes, content.pauses, today, content.rules);
    return content;
}

/// Two seasons, a fortnight, a pause of four weeks, a missed week; seen on Friday 20 November 2026.
inline TimelineContent autumn()
{
    using namespace Qt::StringLiterals;
    std::vector<NoteHeader> notes{
        note(1, QDate(2026, 7, 20), u"5.13 — weeknotes — asking better questions"_s, {5, 13, {}}),
        note(2, QDate(2026, 7, 27), u"5.14 — weeknotes — time for a pause"_s, {5, 14, {}}),
        note(3, QDate(2026, 8, 31), u"6.01 — weeknotes — back, with sand"_s, {6, 1, {}}),
        note(4, QDate(2026, 9, 7), u"6.02 — weeknotes — two weeks, one migration"_s, {6, 2, {}}, 14),
        note(5, QDate(2026, 9, 28), u"6.03 — weeknotes — the map is out"_s, {6, 3, {}}),
    };
    return content(std::move(notes), {pause(1, QDate(2026, 8, 3), QDate(2026, 8, 30))}, QDate(2026, 10, 7));
}

/// The week in a spied signal: QVariant::value wants a default constructor, which a week rightly lacks.
inline Week weekIn(const QVariant &argument)
{
    return *static_cast<const Week *>(argument.constData());
}

} // namespace Weeknotes::TestData
