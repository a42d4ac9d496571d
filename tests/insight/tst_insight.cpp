// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/daysintext.h"
#include "insight/titlefacts.h"
#include "insight/yearevidence.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

namespace {

QString dayText(const TitleDay &day)
{
    return u"%1-%2-%3"_s.arg(day.year ? QString::number(*day.year) : u"?"_s).arg(day.month).arg(day.day);
}

QString periodText(const std::optional<PeriodMention> &period)
{
    if (!period)
        return {};
    if (period->week)
        return u"W%1 of %2"_s.arg(*period->week).arg(*period->weekYear);
    return (period->first ? dayText(*period->first) : u"…"_s) + u" to "_s +
           (period->last ? dayText(*period->last) : u"…"_s);
}

QString numberText(const SeasonNumber &number)
{
    const auto text = [](std::optional<int> value) { return value ? QString::number(*value) : u"-"_s; };
    return u"%1 %2 %3"_s.arg(text(number.season), text(number.episode), text(number.lastEpisode));
}

} // namespace

class TestInsight : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsDays_data();
    void readsDays();
    void readsPeriods_data();
    void readsPeriods();
    void readsTitles_data();
    void readsTitles();
    void findsFortnightWords_data();
    void findsFortnightWords();
    void takesTheYearThatFitsTheLinks();
    void takesTheLatestYearThatFits();
    void followsTheTurnOfTheYear();
    void knowsNoYearThatFits();
    void countsSeasonsOn();
    void findsTheLatestFriday();
};

void TestInsight::readsDays_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("day");
    QTest::newRow("day month") << u"on 7 October we"_s << u"?-10-7"_s;
    QTest::newRow("ordinal") << u"the 21st of March, 2022"_s << u"2022-3-21"_s;
    QTest::newRow("month first") << u"Mar 5, 2021"_s << u"2021-3-5"_s;
    QTest::newRow("short with point") << u"5 Sept. 2020"_s << u"2020-9-5"_s;
    QTest::newRow("iso") << u"2020-05-01"_s << u"2020-5-1"_s;
    QTest::newRow("spaced iso") << u"2020 05 01 — notes"_s << u"2020-5-1"_s;
    QTest::newRow("numbers, day first") << u"03/04/2021"_s << u"2021-4-3"_s;
    QTest::newRow("numbers, must be month first") << u"03/24/2021"_s << u"2021-3-24"_s;
    QTest::newRow("french") << u"le 3 février 2021"_s << u"2021-2-3"_s;
    QTest::newRow("german") << u"12. März 2019"_s << u"2019-3-12"_s;
    QTest::newRow("leap day") << u"29 February"_s << u"?-2-29"_s;
    QTest::newRow("no such day") << u"31 June, 30 February"_s << QString();
    QTest::newRow("marching") << u"marching 5 miles"_s << QString();
    QTest::newRow("a number of a note") << u"2.17 — May already"_s << QString();
    QTest::newRow("none") << u"#12, 3.09 and 42"_s << QString();
}

void TestInsight::readsDays()
{
    QFETCH(QString, text);
    QFETCH(QString, day);
    const auto days = daysIn(text);
    QCOMPARE(days.empty() ? QString() : dayText(days.front().day), day);
}

void TestInsight::readsPeriods_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("period");
    QTest::newRow("w/c") << u"Weeknote w/c 7 October: legs"_s << u"?-10-7 to …"_s;
    QTest::newRow("w/e") << u"Notes w/e 22 November 2024"_s << u"… to 2024-11-22"_s;
    QTest::newRow("week commencing") << u"Week commencing Monday 3rd June"_s << u"?-6-3 to …"_s;
    QTest::newRow("numbers") << u"w/c 07/10"_s << u"?-10-7 to …"_s;
    QTest::newRow("one month") << u"Week notes for May 4 - 9 (#98)"_s << u"?-5-4 to ?-5-9"_s;
    QTest::newRow("two months, american") << u"November 28 - December 4, 2024"_s << u"2024-11-28 to 2024-12-4"_s;
    QTest::newRow("two months, british") << u"28 Sept – 4 Oct"_s << u"?-9-28 to ?-10-4"_s;
    QTest::newRow("through") << u"the week of May 4 through May 9"_s << u"?-5-4 to ?-5-9"_s;
    QTest::newRow("two years") << u"30 December – 5 January 2025"_s << u"2024-12-30 to 2025-1-5"_s;
    QTest::newRow("iso") << u"2024-01-01 to 2024-01-07"_s << u"2024-1-1 to 2024-1-7"_s;
    QTest::newRow("year and week") << u"Week Notes 2025-17"_s << u"W17 of 2025"_s;
    QTest::newRow("iso week") << u"2026-W53"_s << u"W53 of 2026"_s;
    QTest::newRow("week and year") << u"Week 9, 2023"_s << u"W9 of 2023"_s;
    QTest::newRow("no such week") << u"2025-W53"_s << QString();
    QTest::newRow("backwards") << u"9 - 4 May"_s << QString();
    QTest::newRow("none") << u"Week 100: Skyblock"_s << QString();
}

void TestInsight::readsPeriods()
{
    QFETCH(QString, text);
    QFETCH(QString, period);
    QCOMPARE(periodText(periodIn(text)), period);
}

void TestInsight::readsTitles_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<bool>("weeknote");
    QTest::addColumn<QString>("number");
    QTest::addColumn<bool>("bare");
    QTest::newRow("pair") << u"3.09 — weeknotes — bread"_s << true << u"3 9 -"_s << false;
    QTest::newRow("pair alone") << u"2.17 — May already"_s << false << u"2 17 -"_s << false;
    QTest::newRow("a quantity") << u"3.5 million users"_s << false << u"- - -"_s << false;
    QTest::newRow("s-ep") << u"S3-ep6: that was the week"_s << true << u"3 6 -"_s << false;
    QTest::newRow("words") << u"Season 4, episode 12"_s << false << u"4 12 -"_s << false;
    QTest::newRow("three numbers") << u"Weeknotes #91-92-93"_s << true << u"- 91 93"_s << false;
    QTest::newRow("two numbers") << u"Weeknotes #67, #68"_s << true << u"- 67 68"_s << false;
    QTest::newRow("in brackets") << u"Week Notes for May 4 - 9 (#98)"_s << true << u"- 98 -"_s << false;
    QTest::newRow("bare") << u"Week 100: Skyblock"_s << true << u"- 100 -"_s << true;
    QTest::newRow("a fraction") << u"Week 13.7: bonus"_s << true << u"- - -"_s << false;
    QTest::newRow("days, no number") << u"Weeknote w/c 7 October: legs"_s << true << u"- - -"_s << false;
    QTest::newRow("a year") << u"Weeknotes 2024"_s << true << u"- - -"_s << false;
    QTest::newRow("nothing") << u"From bench to bridge"_s << false << u"- - -"_s << false;
}

void TestInsight::readsTitles()
{
    QFETCH(QString, title);
    const TitleFacts facts = readTitle(title);
    QTEST(facts.callsItselfWeeknote, "weeknote");
    QTEST(numberText(facts.number), "number");
    QTEST(facts.bareNumber, "bare");
}

void TestInsight::findsFortnightWords_data()
{
    QTest::addColumn<QString>("opening");
    QTest::addColumn<bool>("says");
    QTest::newRow("says") << u"Fortnight notes this week. No head for it."_s << true;
    QTest::newRow("in words") << u"Hello! These are notes for the last two weeks."_s << true;
    QTest::newRow("another time") << u"I wondered about making next week’s a fortnight note but did not."_s << false;
    QTest::newRow("only speaks of it") << u"Two weeks ago we met."_s << false;
}

void TestInsight::findsFortnightWords()
{
    QFETCH(QString, opening);
    QTEST(!fortnightWords(opening).isEmpty(), "says");
}

void TestInsight::takesTheYearThatFitsTheLinks()
{
    // 7 October is a Monday in 2013, 2019 and 2024.
    const std::vector<SequenceDay> days{{{{}, 10, 7}, false, {2019, 2020}, {}}, {{{}, 9, 30}, false, {}, {2013}}};
    const auto guess = yearsOfSequence(days, QDate(2026, 11, 22), Qt::Monday);
    QVERIFY(guess);
    QCOMPARE(guess->by, YearGuess::By::Links);
    QCOMPARE(guess->years, (std::vector<int>{2019, 2019}));
    QCOMPARE(guess->fitting, 2);
    QCOMPARE(guess->named, (std::vector<int>{2019, 2020}));
}

void TestInsight::takesTheLatestYearThatFits()
{
    const std::vector<SequenceDay> days{{{{}, 10, 7}, false, {}, {}}, {{{}, 9, 30}, false, {}, {}}};
    QCOMPARE(yearsOfSequence(days, QDate(2026, 11, 22), Qt::Monday)->years, (std::vector<int>{2024, 2024}));
    QCOMPARE(yearsOfSequence(days, QDate(2023, 11, 22), Qt::Monday)->years, (std::vector<int>{2019, 2019}));
    QCOMPARE(yearsOfSequence(days, QDate(2026, 11, 22), Qt::Monday)->by, YearGuess::By::Weekdays);
}

void TestInsight::followsTheTurnOfTheYear()
{
    const std::vector<SequenceDay> newestFirst{
        {{{}, 1, 6}, false, {2025}, {}}, {{{}, 12, 30}, false, {}, {}}, {{{}, 12, 23}, false, {}, {}}};
    QCOMPARE(yearsOfSequence(newestFirst, QDate(2026, 1, 1), Qt::Monday)->years, (std::vector<int>{2025, 2024, 2024}));
    const std::vector<SequenceDay> oldestFirst{{{2023, 12, 25}, false, {}, {}}, {{{}, 1, 1}, false, {}, {}}};
    const auto guess = yearsOfSequence(oldestFirst, QDate(2026, 1, 1), Qt::Monday);
    QCOMPARE(guess->years, (std::vector<int>{2023, 2024}));
    QCOMPARE(guess->by, YearGuess::By::Written);
}

void TestInsight::knowsNoYearThatFits()
{
    QVERIFY(!yearsOfSequence({}, QDate(2026, 1, 1), Qt::Monday));
    // No year has Mondays on three days in a row.
    const std::vector<SequenceDay> days{
        {{{}, 3, 3}, false, {}, {}}, {{{}, 3, 4}, false, {}, {}}, {{{}, 3, 5}, false, {}, {}}};
    QVERIFY(!yearsOfSequence(days, QDate(2026, 1, 1), Qt::Monday));
}

void TestInsight::countsSeasonsOn()
{
    const QDate today(2026, 11, 22);
    const SeasonDay second{2, QDate(2020, 5, 1)};
    const SeasonDay third{3, QDate(2021, 3, 5)};
    QCOMPARE(yearOfSeason(5, {{}, 3, 31}, {second, third}, today), 2023);
    QCOMPARE(yearOfSeason(5, {{}, 3, 31}, {third, second}, today), 2023);
    QCOMPARE(yearOfSeason(5, {{}, 3, 31}, {third}, today), 2023);
    QVERIFY(!yearOfSeason(5, {{}, 3, 31}, {}, today));
    QVERIFY(!yearOfSeason(50, {{}, 3, 31}, {third}, today));
}

void TestInsight::findsTheLatestFriday()
{
    QCOMPARE(latestYearOn(Qt::Friday, {{}, 3, 31}, QDate(2026, 11, 22)), 2023);
    QCOMPARE(latestYearOn(Qt::Friday, {{}, 3, 31}, QDate(2023, 3, 30)), 2017);
    QCOMPARE(latestYearOn(Qt::Friday, {{}, 2, 29}, QDate(2026, 11, 22)), std::nullopt);
}

QTEST_GUILESS_MAIN(TestInsight)
#include "tst_insight.moc"
