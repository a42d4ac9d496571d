// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/stretchfigures.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

namespace {

NoteHeader header(NoteKind kind, QDate first, int days, int words, std::optional<int> season = {})
{
    NoteHeader header;
    header.id = NoteId(QUuid::createUuid());
    header.fields.kind = kind;
    header.fields.covers = Period{first, first.addDays(days - 1)};
    header.fields.number.season = season;
    header.words = words;
    header.minutes = words > 0 ? 1 : 0;
    return header;
}

NoteHeader week(QDate first, int words, std::optional<int> season = {})
{
    return header(NoteKind::Weeknote, first, 7, words, season);
}

} // namespace

/// What the headers of notes say of how somebody writes.
class TestWritingFacts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingSaysNothing()
    {
        QCOMPARE(writingFacts({}), WritingFacts{});
        QVERIFY(wordsByWeek({}, {}).empty());
        QVERIFY(stretchesOf({}).empty());
        QCOMPARE(stretchBefore({.season = 1, .year = {}}, {}), std::nullopt);
    }

    void totals()
    {
        std::vector<NoteHeader> notes{week({2024, 12, 2}, 100, 1), week({2026, 1, 5}, 300, 2),
                                      header(NoteKind::Fortnight, {2026, 1, 12}, 14, 700, 2),
                                      header(NoteKind::Post, {2026, 1, 14}, 1, 0)};
        notes[1].fields.status = NoteStatus::Published;
        const auto facts = writingFacts(notes);
        QCOMPARE(facts.notes, 4);
        QCOMPARE(facts.words, 1100);
        QCOMPARE(facts.minutes, 3);
        QCOMPARE(facts.kinds, (std::array<int, 4>{2, 1, 0, 1}));
        QCOMPARE(facts.statuses, (std::array<int, 3>{3, 0, 1}));
        QCOMPARE(facts.lengths, (std::vector<int>{100, 300, 700}));
        QCOMPARE(facts.medianWords, 300);
        QCOMPARE(facts.longest, notes[2].id);
        QCOMPARE(facts.shortest, notes[0].id);
        QCOMPARE(facts.years,
                 (std::vector<YearOfNotes>{{2024, {1, 0, 0, 0}, 100}, {2025, {}, 0}, {2026, {1, 1, 0, 1}, 1000}}));
        QCOMPARE(facts.seasons, (std::vector<SeasonOfNotes>{{1, 1, 100, {{2024, 12, 2}, {2024, 12, 8}}},
                                                            {2, 2, 1000, {{2026, 1, 5}, {2026, 1, 25}}}}));
    }

    void theDayOfAnImportIsNoYear()
    {
        NoteHeader note = header(NoteKind::Post, {2026, 1, 14}, 1, 10);
        note.fields.covers.reset();
        note.created = QDateTime(QDate(2026, 11, 20), QTime(14, 3));
        note.source.kind = u"text"_s;
        QCOMPARE(writingFacts({note}).words, 10);
        QVERIFY(writingFacts({note}).years.empty());
        QVERIFY(stretchesOf({note}).empty());
        QVERIFY(!(Stretch{.season = {}, .year = 2026}).holds(note));
    }

    void daysOfWriting()
    {
        std::vector<NoteHeader> notes{week({2026, 1, 5}, 1), week({2026, 1, 12}, 1), week({2026, 1, 19}, 1),
                                      header(NoteKind::Post, {2026, 1, 19}, 1, 1)};
        notes[0].fields.written = QDate(2026, 1, 9); // a Friday, published later
        notes[0].fields.published = QDateTime(QDate(2026, 1, 12), QTime(12, 0), QTimeZone::UTC);
        notes[1].fields.published = QDateTime(QDate(2026, 1, 18), QTime(12, 0), QTimeZone::UTC);
        notes[3].fields.written = QDate(2026, 1, 19);
        const auto facts = writingFacts(notes);
        QCOMPARE(facts.weekdays, (std::array<int, 7>{0, 0, 0, 0, 1, 0, 1}));
        QCOMPARE(facts.delays, (std::vector<int>{-2, 0}));
    }

    void wordsOfAFortnightAreShared()
    {
        const std::vector<NoteHeader> notes{header(NoteKind::Fortnight, {2026, 1, 5}, 14, 700, 3),
                                            week({2026, 1, 26}, 90), header(NoteKind::Post, {2026, 1, 28}, 1, 10)};
        const auto weeks = wordsByWeek(buildTimeline(notes, {}, QDate(2026, 2, 1), {}), notes);
        QCOMPARE(weeks.size(), 4);
        QCOMPARE(weeks[0].words, 350);
        QCOMPARE(weeks[1].words, 350);
        QCOMPARE(weeks[1].season, 3);
        QCOMPARE(weeks[2].words, 0);
        QCOMPARE(weeks[2].state, TimelineWeek::State::Missed);
        QCOMPARE(weeks[3].words, 100);
        QCOMPARE(weeks[3].season, std::nullopt);
        QCOMPARE(statesOf(weeks), (WeekStates{.noted = 3, .paused = 0, .missed = 1}));
    }

    void stretches()
    {
        const std::vector<NoteHeader> notes{week({2025, 12, 1}, 1, 1), week({2026, 1, 5}, 1, 2),
                                            week({2026, 1, 19}, 1, 2), week({2026, 3, 2}, 1)};
        const auto all = stretchesOf(notes);
        QCOMPARE(all, (std::vector<Stretch>{{2, {}}, {1, {}}, {{}, 2026}, {{}, 2025}}));
        QCOMPARE(stretchBefore(all[0], all), all[1]);
        QCOMPARE(stretchBefore(all[1], all), std::nullopt);
        QCOMPARE(stretchBefore(all[2], all), all[3]);
        QCOMPARE(stretchBefore(all[3], all), std::nullopt);

        const auto weeks = wordsByWeek(buildTimeline(notes, {}, QDate(2026, 3, 8), {}), notes);
        const auto second = weeksOf(all[0], weeks, notes);
        QCOMPARE(second.size(), 3); // the missed one between them too
        QCOMPARE(second.front().days.first, QDate(2026, 1, 5));
        QCOMPARE(weeksOf({}, weeks, notes), weeks);
        QVERIFY(weeksOf({.season = 9, .year = {}}, weeks, notes).empty());
    }

    void figuresOfASeason()
    {
        const QDate today(2026, 2, 1);
        std::vector<NoteHeader> notes;
        for (int i = 0; i < 8; ++i) // the fifth begins a season
            notes.push_back(week(QDate(2025, 12, 8).addDays(7 * i), 100, i < 4 ? 1 : 2));
        std::ranges::reverse(notes); // newest first, as a library gives them
        const std::vector<Pause> pauses{
            {.id = {}, .from = {2026, 1, 12}, .plannedTo = {}, .to = QDate(2026, 1, 18), .note = {}}};
        const auto timeline = buildTimeline(notes, pauses, today, {});
        const auto figures = [&](const Stretch &stretch) {
            return stretchFigures(stretch, notes, pauses, timeline, today, {});
        };
        const auto first = figures({.season = 1, .year = {}});
        QCOMPARE(first.notes.size(), 4);
        QCOMPARE(first.notes.front().id, notes.back().id);
        QCOMPARE(first.runs.size(), 1);
        QCOMPARE(first.runs.front().weeks, 4);
        QVERIFY(first.runs.front().goesOn); // into the next season, and to this day
        QVERIFY(first.pauses.empty());
        const auto second = figures({.season = 2, .year = {}});
        QCOMPARE(second.writing.words, 400);
        QCOMPARE(longestRun(second.runs), 3); // one of its weeks lies in the pause
        QCOMPARE(second.pauses.size(), 1);
        QVERIFY(figures({.season = 7, .year = {}}).runs.empty());
    }

    void textsOfTwoSeasons()
    {
        SeasonTexts texts({.season = 2, .year = {}}, Stretch{.season = 1, .year = {}}, QDate(2026, 2, 1), u"en"_s);
        for (const int season : {1, 2, 2, 3})
            texts.add({week({2026, 1, 5}, 2, season), u"Harbour ledger"_s});
        QCOMPARE(texts.now().notes().size(), 2);
        QCOMPARE(texts.now().words().count(u"harbour"_s), 2);
        QCOMPARE(texts.before().words().count(u"harbour"_s), 1);
    }
};

QTEST_APPLESS_MAIN(TestWritingFacts)
#include "tst_writingfacts.moc"
