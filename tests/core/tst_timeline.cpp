// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/timeline.h"
#include "support/rounds.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

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

    void aNoteInsideAPauseLeavesTheRunFrozen()
    {
        const std::vector notes{note(u"2026-W43"_s, 1), note(u"2026-W45"_s, 1), note(u"2026-W46"_s, 1)};
        const Pause pause{PauseId(), QDate(2026, 10, 26), {}, QDate(2026, 11, 8), {}};
        QCOMPARE(currentRun(buildTimeline(notes, {pause}, sunday, {}), sunday), 2);
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
            int run = 0;
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
                if (days.front() <= years.today)
                    run = entry.state == TimelineWeek::State::Missed                  ? 0
                          : entry.state == TimelineWeek::State::Noted && !entry.pause ? run + 1
                                                                                      : run;
            }
            QCOMPARE(currentRun(timeline, years.today), run);
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
