// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run.h"
#include "core/years.h"
#include "support/rounds.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Weeknotes;
using namespace Weeknotes::Test;

namespace {

const QDate sunday(2026, 11, 22); // the last day of 2026-W47

int runOf(const std::vector<NoteHeader> &notes, const std::vector<Pause> &pauses = {}, const RunRules &rules = {})
{
    LibrarySettings settings;
    settings.run = rules;
    return currentRun(runsOf(buildTimeline(notes, pauses, sunday, {}), notes, sunday, settings));
}

/// The same by the words of the rule, week for week and day for day.
int slowRun(const Years &years, const std::vector<TimelineWeek> &timeline, const LibrarySettings &settings)
{
    const auto inTime = [&](const NoteHeader &note) {
        if (!note.fields.written)
            return true;
        QDate day = years.lastWeekOf(note).back();
        do
            day = day.addDays(1);
        while (day.dayOfWeek() != settings.graceUntil);
        return *note.fields.written <= day;
    };
    int run = 0;
    std::vector<NoteId> counted;
    for (const TimelineWeek &entry : timeline) {
        const std::vector<QDate> days = years.weekOf(entry.days.first);
        if (days.front() > years.today || years.isPaused(days))
            continue;
        bool any = false;
        bool anew = false;
        for (const NoteHeader &note : years.notes) {
            if (note.fields.kind == NoteKind::Post || !Years::speaksOf(note, days) ||
                (!settings.run.lateCounts && !inTime(note)))
                continue;
            any = true;
            anew = anew || settings.run.fortnightCounts || !std::ranges::contains(counted, note.id);
            counted.push_back(note.id);
        }
        if (any)
            run += anew;
        else if (days.back() < years.today)
            run = 0;
    }
    return run;
}

} // namespace

class TestRun : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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
        QCOMPARE(runOf(notes), run);
    }

    void aPauseFreezesTheRunAndAFortnightCountsTwice()
    {
        const std::vector notes{note(u"2026-W42"_s, 2), note(u"2026-W46"_s, 1)};
        const Pause pause{PauseId(), QDate(2026, 10, 26), {}, QDate(2026, 11, 8), {}};
        QCOMPARE(runOf(notes, {pause}), 3);
    }

    void aNoteInsideAPauseLeavesTheRunFrozen()
    {
        const std::vector notes{note(u"2026-W43"_s, 1), note(u"2026-W45"_s, 1), note(u"2026-W46"_s, 1)};
        const Pause pause{PauseId(), QDate(2026, 10, 26), {}, QDate(2026, 11, 8), {}};
        QCOMPARE(runOf(notes, {pause}), 2);
    }

    void aFortnightMayCountForOne()
    {
        const std::vector notes{note(u"2026-W42"_s, 1), note(u"2026-W43"_s, 2), note(u"2026-W45"_s, 1),
                                note(u"2026-W46"_s, 1)};
        QCOMPARE(runOf(notes, {}, {.fortnightCounts = false}), 4);
        QCOMPARE(runOf(notes), 5);
    }

    void lateMayNotCount()
    {
        std::vector notes{note(u"2026-W44"_s, 1), note(u"2026-W45"_s, 1), note(u"2026-W46"_s, 1)};
        notes[1].fields.written = QDate(2026, 11, 12); // the Thursday after
        QCOMPARE(runOf(notes, {}, {.lateCounts = false}), 3);
        notes[1].fields.written = QDate(2026, 11, 13);
        QCOMPARE(runOf(notes, {}, {.lateCounts = false}), 1);
        QCOMPARE(runOf(notes), 3);
    }

    void listsAllRuns()
    {
        const std::vector notes{note(u"2026-W40"_s, 1), note(u"2026-W41"_s, 1), note(u"2026-W43"_s, 1)};
        const auto week = [](const QString &name) { return *Week::parse(name); };
        const auto runs = runsOf(buildTimeline(notes, {}, sunday, {}), notes, sunday, {});
        QCOMPARE(runs, (std::vector<Run>{{week(u"2026-W40"_s), week(u"2026-W41"_s), 2, false},
                                         {week(u"2026-W43"_s), week(u"2026-W43"_s), 1, false}}));
        QCOMPARE(longestRun(runs), 2);
        QCOMPARE(longestRun({}), 0);
    }

    void agreesWithASlowReference()
    {
        const quint32 seed = QRandomGenerator::global()->generate();
        QRandomGenerator random(seed);
        for (int round = 0; round < rounds(3); ++round) {
            const Years years(random);
            LibrarySettings settings;
            settings.week = years.rules;
            settings.graceUntil = Qt::DayOfWeek(1 + random.bounded(7));
            const auto timeline = buildTimeline(years.notes, years.pauses, years.today, years.rules);
            for (const bool late : {true, false}) {
                for (const bool fortnight : {true, false}) {
                    settings.run = {.lateCounts = late, .fortnightCounts = fortnight};
                    for (size_t weeks = 1; weeks <= timeline.size(); weeks += 1 + timeline.size() / 6) {
                        Years then = years; // as it stood when that week had just ended
                        const std::vector<TimelineWeek> part(timeline.begin(), timeline.begin() + qsizetype(weeks));
                        then.today = std::min(years.today, part.back().days.last.addDays(1));
                        const int run = currentRun(runsOf(part, years.notes, then.today, settings));
                        QVERIFY2(run == slowRun(then, part, settings),
                                 qPrintable(u"seed %1, round %2, %3 weeks, late %4, fortnight %5"_s.arg(seed)
                                                .arg(round)
                                                .arg(weeks)
                                                .arg(late)
                                                .arg(fortnight)));
                    }
                }
            }
        }
    }

    void tellsHowLateANoteIs()
    {
        NoteHeader late = note(u"2026-W46"_s, 1); // to 15 November
        QCOMPARE(delayOf(late), std::nullopt);
        late.source.kind = u"text"_s;
        late.created = QDateTime(QDate(2026, 11, 20), QTime(9, 0));
        QCOMPARE(delayOf(late), std::nullopt); // that is when it was imported
        late.fields.published = QDateTime(QDate(2026, 11, 14), QTime(9, 0));
        QCOMPARE(delayOf(late), -1);
        late.source = {};
        QCOMPARE(delayOf(late), 5);
        late.fields.written = QDate(2026, 11, 19);
        QCOMPARE(delayOf(late), 4);
        QVERIFY(!isLate(late, {}, Qt::Thursday));
        QVERIFY(isLate(late, {}, Qt::Wednesday));
        late.fields.kind = NoteKind::Post; // which is of no week
        QCOMPARE(delayOf(late), std::nullopt);
        QVERIFY(!isLate(late, {}, Qt::Wednesday));
        late.fields.kind = NoteKind::Weeknote;
        late.fields.covers.reset();
        QCOMPARE(delayOf(late), std::nullopt);
        QVERIFY(!isLate(late, {}, Qt::Monday));
    }
};

QTEST_GUILESS_MAIN(TestRun)
#include "tst_run.moc"
