// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline.h"
#include "core/years.h"
#include "support/rounds.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Weeknotes;
using namespace Weeknotes::Test;

namespace {

QString statesOf(const std::vector<TimelineWeek> &timeline)
{
    QStringList states;
    for (const TimelineWeek &week : timeline)
        states += week.week.toString().last(2) + u':' + nameOf(week.state).first(1);
    return states.join(u' ');
}

const QDate sunday(2026, 11, 22); // the last day of 2026-W47

} // namespace

class TestTimeline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyWeekHasItsState()
    {
        const std::vector notes{note(u"2026-W42"_s, 1), note(u"2026-W44"_s, 2), note(u"2026-W43"_s, 1, NoteKind::Post)};
        const Pause pause{PauseId(), QDate(2026, 11, 9), {}, QDate(2026, 11, 15), {}};
        const auto timeline = buildTimeline(notes, {pause}, sunday, {});
        QCOMPARE(statesOf(timeline), u"42:n 43:m 44:n 45:n 46:p 47:f"_s);
        QCOMPARE(timeline[1].notes, std::vector{notes[2].id}); // the post is there, the week is missed all the same
        QCOMPARE(timeline[2].notes, timeline[3].notes);
        QCOMPARE(timeline[4].pause, pause);
    }

    void emptyLibraryHasNoWeeks() { QVERIFY(buildTimeline({}, {}, sunday, {}).empty()); }

    void reachesPastTodayWhereANoteDoes()
    {
        const auto timeline = buildTimeline({note(u"2026-W49"_s, 1)}, {}, sunday, {});
        QCOMPARE(statesOf(timeline), u"47:f 48:f 49:n"_s);
    }

    void aNoteInsideAPauseIsNoted()
    {
        const Pause pause{PauseId(), QDate(2026, 11, 2), QDate(2026, 11, 22), {}, {}};
        const auto timeline = buildTimeline({note(u"2026-W46"_s, 1)}, {pause}, sunday, {});
        QCOMPARE(statesOf(timeline), u"45:p 46:n 47:p"_s);
    }

    void weekFiftyThreeIsThere()
    {
        const auto timeline = buildTimeline({note(u"2020-W52"_s, 1)}, {}, QDate(2021, 1, 10), {});
        QCOMPARE(statesOf(timeline), u"52:n 53:m 01:f"_s);
    }

    void opensOnTheRightWeek_data()
    {
        QTest::addColumn<QDate>("today");
        QTest::addColumn<bool>("lastWeekPublished");
        QTest::addColumn<bool>("lastWeekPaused");
        QTest::addColumn<Qt::DayOfWeek>("start");
        QTest::addColumn<QString>("week");
        const auto row = [](const char *name, QDate today, bool published, bool paused, Qt::DayOfWeek start,
                            const char *week) {
            QTest::newRow(name) << today << published << paused << start << QString::fromLatin1(week);
        };
        row("Monday: last week", QDate(2026, 11, 16), false, false, Qt::Monday, "2026-W46");
        row("Thursday still", QDate(2026, 11, 19), false, false, Qt::Monday, "2026-W46");
        row("Friday: this week", QDate(2026, 11, 20), false, false, Qt::Monday, "2026-W47");
        row("published already", QDate(2026, 11, 16), true, false, Qt::Monday, "2026-W47");
        row("in a pause", QDate(2026, 11, 16), false, true, Qt::Monday, "2026-W47");
        row("Sunday ends a Monday week", QDate(2026, 11, 22), false, false, Qt::Monday, "2026-W47");
        row("Sunday starts a Sunday week", QDate(2026, 11, 22), false, false, Qt::Sunday, "2026-W47");
        row("over New Year", QDate(2021, 1, 5), false, false, Qt::Monday, "2020-W53");
    }
    void opensOnTheRightWeek()
    {
        QFETCH(QDate, today);
        QFETCH(bool, lastWeekPublished);
        QFETCH(bool, lastWeekPaused);
        QFETCH(Qt::DayOfWeek, start);
        const WeekRules rules{.start = start};
        const Week lastWeek = Week::of(today, rules).previous();
        const Period days = lastWeek.days(rules);

        NoteHeader header = note(u"2026-W40"_s, 1);
        header.fields.covers = days;
        header.fields.status = lastWeekPublished ? NoteStatus::Published : NoteStatus::Draft;
        std::vector<Pause> pauses;
        if (lastWeekPaused)
            pauses.push_back({PauseId(), days.first, {}, days.last, {}});
        QTEST(weekToOpen({header}, pauses, today, rules).toString(), "week");
    }

    void theDayOfGraceIsASetting()
    {
        QCOMPARE(weekToOpen({}, {}, QDate(2026, 11, 17), {}, Qt::Monday).toString(), u"2026-W47"_s);
        QCOMPARE(weekToOpen({}, {}, QDate(2026, 11, 22), {}, Qt::Sunday).toString(), u"2026-W46"_s);
    }

    void eachWeekOfThirtyYearsHasOneState()
    {
        const quint32 seed = QRandomGenerator::global()->generate();
        QRandomGenerator random(seed);
        for (int round = 0; round < rounds(3); ++round) {
            const Years years(random);
            const auto timeline = buildTimeline(years.notes, years.pauses, years.today, years.rules);
            const auto where = [&](const TimelineWeek &week) {
                return u"seed %1, round %2, %3"_s.arg(seed).arg(round).arg(week.week.toString());
            };
            for (size_t i = 0; i < timeline.size(); ++i) {
                const TimelineWeek &entry = timeline[i];
                const std::vector<QDate> days = years.weekOf(entry.days.first);
                QVERIFY2(i == 0 || entry.days.first == timeline[i - 1].days.last.addDays(1), qPrintable(where(entry)));
                QVERIFY2(days.front() == entry.days.first && days.back() == entry.days.last, qPrintable(where(entry)));
                QVERIFY2(entry.state == years.stateOf(days), qPrintable(where(entry)));
                QVERIFY2(entry.pause.has_value() == years.isPaused(days), qPrintable(where(entry)));
                const auto speak =
                    std::ranges::count_if(years.notes, [&](const auto &each) { return Years::speaksOf(each, days); });
                QVERIFY2(entry.notes.size() == size_t(speak), qPrintable(where(entry)));
            }
        }
    }

    void opensOnTheRightWeekOnEachDay_data()
    {
        QTest::addColumn<Qt::DayOfWeek>("start");
        QTest::addColumn<Qt::DayOfWeek>("graceUntil");
        QTest::newRow("as usual") << Qt::Monday << Qt::Thursday;
        QTest::newRow("weeks from Sunday") << Qt::Sunday << Qt::Thursday;
        QTest::newRow("from Saturday, to Friday") << Qt::Saturday << Qt::Friday;
        QTest::newRow("no grace") << Qt::Monday << Qt::Monday;
    }
    void opensOnTheRightWeekOnEachDay()
    {
        QFETCH(const Qt::DayOfWeek, start);
        QFETCH(const Qt::DayOfWeek, graceUntil);
        QRandomGenerator random(2026);
        Years years(random);
        years.rules.start = start;
        for (NoteHeader &each : years.notes) // from 1996 on: those years, thirty later
            each.fields.covers = Period{each.fields.covers->first.addYears(30), each.fields.covers->last.addYears(30)};
        for (Pause &pause : years.pauses) {
            pause.from = pause.from.addYears(30);
            for (std::optional<QDate> *end : {&pause.plannedTo, &pause.to})
                *end = end->transform([](QDate day) { return day.addYears(30); });
        }
        int late = 0;
        for (QDate day(2026, 1, 1); day <= QDate(2036, 12, 31); day = day.addDays(1)) {
            years.today = day;
            const std::vector<QDate> thisWeek = years.weekOf(day);
            const std::vector<QDate> lastWeek = years.weekOf(thisWeek.front().addDays(-1));
            bool grace = false;
            for (const QDate &each : thisWeek) {
                grace = grace || each == day;
                if (each.dayOfWeek() == graceUntil)
                    break;
            }
            const bool openLast = grace && !years.isPaused(lastWeek) && !years.isNoted(lastWeek, true);
            late += int(openLast);
            const Week opened = weekToOpen(years.notes, years.pauses, day, years.rules, graceUntil);
            QVERIFY2(opened.days(years.rules).first == (openLast ? lastWeek : thisWeek).front(),
                     qPrintable(day.toString(Qt::ISODate)));
        }
        QVERIFY(late > 100); // both were met
    }

    void aPauseEndsAsPlannedUnlessThePersonSaysOtherwise()
    {
        Pause pause{PauseId(), QDate(2026, 11, 2), {}, {}, {}};
        QCOMPARE(pause.days(sunday).last, sunday); // no plan: it goes on
        QCOMPARE(pause.days(QDate(2026, 11, 1)).last, pause.from);
        pause.plannedTo = QDate(2026, 11, 8);
        QCOMPARE(pause.days(sunday).last, QDate(2026, 11, 8));
        pause.to = QDate(2026, 11, 10);
        QCOMPARE(pause.days(sunday).last, QDate(2026, 11, 10));
    }
};

QTEST_APPLESS_MAIN(TestTimeline)
#include "tst_timeline.moc"
