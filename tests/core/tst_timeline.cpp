// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

namespace {

NoteHeader note(const QString &firstWeek, int weeks, NoteKind kind = NoteKind::Weeknote,
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

    void countsTheRun_data()
    {
        QTest::addColumn<QStringList>("noted");
        QTest::addColumn<int>("run");
        QTest::newRow("none") << QStringList{} << 0;
        QTest::newRow("up to last week") << QStringList{u"2026-W44"_s, u"2026-W45"_s, u"2026-W46"_s} << 3;
        QTest::newRow("up to this week") << QStringList{u"2026-W46"_s, u"2026-W47"_s} << 2;
        QTest::newRow("broken by a missed week") << QStringList{u"2026-W44"_s, u"2026-W46"_s} << 1;
        QTest::newRow("long ago") << QStringList{u"2026-W44"_s} << 0;
    }
    void countsTheRun()
    {
        QFETCH(QStringList, noted);
        QFETCH(int, run);
        std::vector<NoteHeader> notes;
        for (const QString &week : noted)
            notes.push_back(note(week, 1));
        QCOMPARE(currentRun(buildTimeline(notes, {}, sunday, {}), sunday), run);
    }

    void aPauseFreezesTheRunAndAFortnightCountsTwice()
    {
        const std::vector notes{note(u"2026-W42"_s, 2), note(u"2026-W46"_s, 1)};
        const Pause pause{PauseId(), QDate(2026, 10, 26), {}, QDate(2026, 11, 8), {}};
        QCOMPARE(currentRun(buildTimeline(notes, {pause}, sunday, {}), sunday), 3);
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
