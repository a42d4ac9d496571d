// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/week.h"

#include <QTest>

#include <ctime>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

namespace {

// The C library's own ISO 8601 week, an implementation that shares nothing with ours.
QString weekByStrftime(QDate day)
{
    std::tm tm{};
    tm.tm_year = day.year() - 1900;
    tm.tm_mon = day.month() - 1;
    tm.tm_mday = day.day();
    tm.tm_yday = day.dayOfYear() - 1;
    tm.tm_wday = day.dayOfWeek() % 7;
    char buffer[16];
    std::strftime(buffer, sizeof buffer, "%G-W%V", &tm);
    return QString::fromLatin1(buffer);
}

// %U counts weeks from the year's first Sunday; with those before it as week 1, that is the habit of North America.
int sundayWeekByStrftime(QDate saturday)
{
    std::tm tm{};
    tm.tm_yday = saturday.dayOfYear() - 1;
    tm.tm_wday = saturday.dayOfWeek() % 7;
    char buffer[8];
    std::strftime(buffer, sizeof buffer, "%U", &tm);
    const bool yearBeginsOnSunday = QDate(saturday.year(), 1, 1).dayOfWeek() == Qt::Sunday;
    return QByteArray(buffer).toInt() + (yearBeginsOnSunday ? 0 : 1);
}

constexpr int firstYear = 1970;
constexpr int lastYear = 2100;

const QList<Qt::DayOfWeek> allDays{Qt::Monday, Qt::Tuesday,  Qt::Wednesday, Qt::Thursday,
                                   Qt::Friday, Qt::Saturday, Qt::Sunday};

} // namespace

class TestWeek : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyDayHasTheIsoWeekOfTheCLibrary()
    {
        for (QDate day(firstYear, 1, 1); day.year() <= lastYear; day = day.addDays(1))
            QCOMPARE(Week::of(day).toString(), weekByStrftime(day));
    }

    void everyWeekHoldsItsDaysWhateverItStartsOn()
    {
        for (const Qt::DayOfWeek start : allDays) {
            const WeekRules rules{.start = start};
            for (QDate day(firstYear, 1, 1); day.year() <= lastYear; day = day.addDays(1)) {
                const Week week = Week::of(day, rules);
                const Period days = week.days(rules);
                QVERIFY(days.contains(day));
                QCOMPARE(days.days(), 7);
                QCOMPARE(days.first.dayOfWeek(), int(start));
                QCOMPARE(Week::of(days.first.addDays(3)), week); // its middle day names it
                QCOMPARE(week.next().days(rules).first, days.last.addDays(1));
            }
        }
    }

    void sundayWeeksAreNumberedAsTheCLibraryDoes()
    {
        const WeekRules rules{.start = Qt::Sunday, .numbering = WeekRules::Numbering::FirstDay};
        for (QDate saturday(firstYear, 1, 3); saturday.year() <= lastYear; saturday = saturday.addDays(7)) {
            const auto number = Week::of(saturday, rules).number(rules);
            QCOMPARE(number.year, saturday.year());
            QCOMPARE(number.number, sundayWeekByStrftime(saturday));
        }
    }

    void firstDayNumberingStartsEveryYearAtOne()
    {
        for (const Qt::DayOfWeek start : allDays) {
            const WeekRules rules{.start = start, .numbering = WeekRules::Numbering::FirstDay};
            for (int year = firstYear; year <= lastYear; ++year) {
                const Week first = Week::of(QDate(year, 1, 1), rules);
                QCOMPARE(first.number(rules), (Week::Number{year, 1}));
                QCOMPARE(first.next().number(rules), (Week::Number{year, 2}));
                const auto last = first.previous().number(rules);
                QCOMPARE(last.year, year - 1);
                QVERIFY(last.number == 52 || last.number == 53);
            }
        }
    }

    void yearsHave52Or53Weeks()
    {
        int long53 = 0;
        for (int year = firstYear; year <= lastYear; ++year) {
            const bool has53 = weekByStrftime(QDate(year, 12, 31)).endsWith(u"53") ||
                               weekByStrftime(QDate(year, 12, 31).addDays(-3)).endsWith(u"53");
            QCOMPARE(Week::weeksInIsoYear(year), has53 ? 53 : 52);
            QCOMPARE(Week::fromIso(year, 53).has_value(), has53);
            long53 += has53;
        }
        QVERIFY(long53 > 20);
    }

    void readsAndWritesItsName_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("name");
        QTest::newRow("usual") << u"2026-W47"_s << u"2026-W47"_s;
        QTest::newRow("compact, small") << u"2026w47"_s << u"2026-W47"_s;
        QTest::newRow("week 53") << u"2020-W53"_s << u"2020-W53"_s;
        QTest::newRow("no week 53 that year") << u"2021-W53"_s << QString();
        QTest::newRow("week 0") << u"2021-W00"_s << QString();
        QTest::newRow("a day") << u"2021-01-04"_s << QString();
        QTest::newRow("more behind") << u"2021-W04-1"_s << QString();
        QTest::newRow("empty") << QString() << QString();
        QTest::newRow("Arabic digits") << u"٢٠٢٦-W٤٧"_s << QString();
    }
    void readsAndWritesItsName()
    {
        QFETCH(QString, text);
        QFETCH(QString, name);
        const auto week = Week::parse(text);
        QCOMPARE(week ? week->toString() : QString(), name);
    }

    void yearEnds_data()
    {
        QTest::addColumn<QDate>("day");
        QTest::addColumn<Qt::DayOfWeek>("start");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QDate>("first");
        QTest::newRow("1 January in the old year's week 53")
            << QDate(2021, 1, 1) << Qt::Monday << u"2020-W53"_s << QDate(2020, 12, 28);
        QTest::newRow("31 December in the new year's week 1")
            << QDate(2024, 12, 31) << Qt::Monday << u"2025-W01"_s << QDate(2024, 12, 30);
        QTest::newRow("a Sunday that starts a week")
            << QDate(2021, 1, 3) << Qt::Sunday << u"2021-W01"_s << QDate(2021, 1, 3);
        QTest::newRow("the same Sunday ends one")
            << QDate(2021, 1, 3) << Qt::Monday << u"2020-W53"_s << QDate(2020, 12, 28);
        QTest::newRow("a Saturday start") << QDate(2021, 1, 1) << Qt::Saturday << u"2020-W53"_s << QDate(2020, 12, 26);
    }
    void yearEnds()
    {
        QFETCH(QDate, day);
        QFETCH(Qt::DayOfWeek, start);
        QFETCH(QString, name);
        QFETCH(QDate, first);
        const WeekRules rules{.start = start};
        QCOMPARE(Week::of(day, rules).toString(), name);
        QCOMPARE(Week::of(day, rules).days(rules).first, first);
    }

    void countsAcrossYears()
    {
        const Week week = *Week::parse(u"2020-W53");
        QCOMPARE(week.next().toString(), u"2021-W01"_s);
        QCOMPARE(week.plus(53).toString(), u"2022-W01"_s);
        QCOMPARE(week.plus(-53).toString(), u"2019-W52"_s);
        for (int weeks = -600; weeks <= 600; weeks += 7)
            QCOMPARE(week.weeksTo(week.plus(weeks)), weeks);
    }

    void isNamedByItsFirstOrLastDay()
    {
        const Week week = *Week::parse(u"2026-W47");
        QCOMPARE(week.namingDay(), QDate(2026, 11, 16));
        QCOMPARE(week.namingDay({.naming = WeekRules::Naming::Ending}), QDate(2026, 11, 22));
    }

    void followsTheLocale()
    {
        QCOMPARE(WeekRules::ofLocale(QLocale(u"en_GB"_s)), WeekRules{});
        const auto american = WeekRules::ofLocale(QLocale(u"en_US"_s));
        QCOMPARE(american.start, Qt::Sunday);
        QCOMPARE(american.numbering, WeekRules::Numbering::FirstDay);
    }

    void aPeriodCoversWeeks_data()
    {
        QTest::addColumn<QDate>("first");
        QTest::addColumn<QDate>("last");
        QTest::addColumn<QStringList>("weeks");
        QTest::newRow("a week") << QDate(2026, 11, 16) << QDate(2026, 11, 22) << QStringList{u"2026-W47"_s};
        QTest::newRow("a fortnight") << QDate(2026, 11, 9) << QDate(2026, 11, 22)
                                     << QStringList{u"2026-W46"_s, u"2026-W47"_s};
        QTest::newRow("Tuesday to Monday") << QDate(2026, 11, 17) << QDate(2026, 11, 23) << QStringList{u"2026-W47"_s};
        QTest::newRow("one day") << QDate(2026, 11, 22) << QDate(2026, 11, 22) << QStringList{u"2026-W47"_s};
        QTest::newRow("Sunday and Monday") << QDate(2026, 11, 22) << QDate(2026, 11, 23) << QStringList{u"2026-W47"_s};
        QTest::newRow("three weeks over New Year")
            << QDate(2024, 12, 23) << QDate(2025, 1, 12) << QStringList{u"2024-W52"_s, u"2025-W01"_s, u"2025-W02"_s};
    }
    void aPeriodCoversWeeks()
    {
        QFETCH(QDate, first);
        QFETCH(QDate, last);
        QFETCH(QStringList, weeks);
        QStringList names;
        for (const Week &week : weeksCoveredBy({first, last}))
            names += week.toString();
        QCOMPARE(names, weeks);
    }
    void noDaysCoverNoWeek()
    {
        const QDate day(2026, 11, 20);
        QVERIFY(weeksCoveredBy({}).empty());
        QVERIFY(weeksCoveredBy({day, {}}).empty());
        QVERIFY(weeksCoveredBy({{}, day}).empty());
        QVERIFY(weeksCoveredBy({day, day.addDays(-1)}).empty());
    }
};

QTEST_APPLESS_MAIN(TestWeek)
#include "tst_week.moc"
