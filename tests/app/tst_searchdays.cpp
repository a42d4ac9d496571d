// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/searchdays.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

class TestSearchDays : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void readsTheLocalesWords_data();
    void readsTheLocalesWords();
    void countsWeeksAsThePersonDoes();
    void takesAnyText();
};

namespace {

const QDate friday(2026, 11, 20);

/// "day 2026-11-20", with ~ where the words name no year.
QString textOf(const std::optional<MeantDays> &meant)
{
    if (!meant)
        return {};
    static const QStringList spans{u"day"_s, u"week"_s, u"month"_s, u"year"_s};
    return spans[int(meant->span)] + (meant->namesYear ? u" "_s : u" ~"_s) + meant->days.first.toString(Qt::ISODate);
}

QString read(const QString &words, const QLocale &locale = QLocale(QLocale::English, QLocale::UnitedKingdom))
{
    return textOf(meantDays(words, locale, {}, friday));
}

} // namespace

void TestSearchDays::reads_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("days");
    const auto row = [](const char *words, const char *days) {
        QTest::newRow(words) << QString::fromUtf8(words) << QString::fromLatin1(days);
    };
    row("2026-W47", "week 2026-11-16");
    row("2020w53", "week 2020-12-28");
    row("2021-W53", "");
    row("w46", "week ~2026-11-09");
    row(" Week 47 ", "week ~2026-11-16");
    row("w50", "week ~2025-12-08"); // this year's is still to come
    row("w53", "week ~2020-12-28");
    row("w0", "");
    row("week 54", "");
    row("week 46 2025", "week 2025-11-10");
    row("week 53, 2020", "week 2020-12-28");
    row("w12/2019", "week 2019-03-18");
    row("week 12 of 2019", "week 2019-03-18");
    row("2019 week 12", "week 2019-03-18");
    row("2019 week 12 2019", "");
    row("KW 12", "week ~2026-03-16");
    row("2026-09-10", "day 2026-09-10");
    row("2026-02-30", "");
    row("12 May 2020", "day 2020-05-12");
    row("12th of May, 2020", "day 2020-05-12");
    row("Tuesday 12 May 2020", "day 2020-05-12");
    row("May 12, 2020", "day 2020-05-12");
    row("2020 may 12", "day 2020-05-12");
    row("31 June 2020", "");
    row("12 May", "day ~2026-05-12");
    row("1 dec", "day ~2025-12-01");
    row("29 february", "day ~2024-02-29");
    row("12/05/2020", "day 2020-05-12");
    row("05/13/2020", "day 2020-05-13"); // there is no month 13
    row("12-5-20", "day 2020-05-12");
    row("1.2.99", "day 1999-02-01");
    row("12/05", "day ~2026-05-12");
    row("3.09", "day ~2026-09-03");
    row("5.13", "");
    row("october 2019", "month 2019-10-01");
    row("2019 Oct", "month 2019-10-01");
    row("october", "month ~2026-10-01");
    row("december", "month ~2025-12-01");
    row("sept 2021", "month 2021-09-01");
    row("10/2019", "month 2019-10-01");
    row("2019-10", "month 2019-10-01");
    row("13/2019", "");
    row("0000-05", ""); // there is no year 0
    row("05/0000", "");
    row("05/05/0000", "");
    row("w0 0000", "");
    row("may 0000", "month ~2026-05-01");
    row("0001-05", "month 0001-05-01");
    row("12/9999", "month 9999-12-01");
    row("2019", "year 2019-01-01");
    row("0019", "");
    row("today", "day 2026-11-20");
    row("Yesterday", "day 2026-11-19");
    row("this week", "week 2026-11-16");
    row("last week", "week 2026-11-09");
    row("next week", "week 2026-11-23");
    row("last month", "month 2026-10-01");
    row("last year", "year 2025-01-01");
    row("two weeks ago", "week 2026-11-02");
    row("3 weeks ago", "week 2026-10-26");
    row("a year ago", "week 2025-11-17");
    row("six months ago", "month 2026-05-01");
    row("10 days ago", "day 2026-11-10");
    row("many weeks ago", "");
    row("w/c 7 October", "week ~2026-10-05");
    row("week of 12/05/2020", "week 2020-05-11");
    row("week commencing october", "");
    row("weekend", "");
    row("w", "");
    row("the march of time", "");
    row("12 13 may", "");
    row("may the", "month ~2026-05-01");
    row("o", "");
    row("", "");
    row("#67", "");
    row("S3-ep6", "");
}

void TestSearchDays::reads()
{
    QFETCH(QString, words);
    QFETCH(QString, days);
    QCOMPARE(read(words), days);
}

void TestSearchDays::readsTheLocalesWords_data()
{
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("days");
    QTest::newRow("German") << u"de_DE"_s << u"3. März 2020"_s << u"day 2020-03-03"_s;
    QTest::newRow("German, without its dots") << u"de_DE"_s << u"marz 2020"_s << u"month 2020-03-01"_s;
    QTest::newRow("German figures") << u"de_DE"_s << u"3.9.2020"_s << u"day 2020-09-03"_s;
    QTest::newRow("English in Germany") << u"de_DE"_s << u"3 march 2020"_s << u"day 2020-03-03"_s;
    QTest::newRow("Welsh") << u"cy_GB"_s << u"12 Mai 2020"_s << u"day 2020-05-12"_s;
    QTest::newRow("Welsh, mutable") << u"cy_GB"_s << u"Mehefin 2020"_s << u"month 2020-06-01"_s;
    QTest::newRow("French") << u"fr_FR"_s << u"1er août 2020"_s << u"day 2020-08-01"_s;
    QTest::newRow("American figures") << u"en_US"_s << u"12/05/2020"_s << u"day 2020-12-05"_s;
    QTest::newRow("American, no such month") << u"en_US"_s << u"13/05/2020"_s << u"day 2020-05-13"_s;
    QTest::newRow("American, dots") << u"en_US"_s << u"12.05.2020"_s << u"day 2020-05-12"_s;
    QTest::newRow("Egyptian digits") << u"ar_EG"_s << u"٢٦ أغسطس ٢٠١٩"_s << u"day 2019-08-26"_s;
    QTest::newRow("Persian digits") << u"fa_IR"_s << u"۲۶/۸/۲۰۱۹"_s << u"day 2019-08-26"_s;
    QTest::newRow("Bengali digits") << u"bn_BD"_s << u"২০১৯-০৮-২৬"_s << u"day 2019-08-26"_s;
    QTest::newRow("Chakma digits") << u"ccp_BD"_s << u"𑄸𑄶𑄷𑄿"_s << u"year 2019-01-01"_s;
    QTest::newRow("Spanish") << u"es_ES"_s << u"12 de mayo de 2020"_s << u"day 2020-05-12"_s;
}

void TestSearchDays::readsTheLocalesWords()
{
    QFETCH(QString, locale);
    QFETCH(QString, words);
    QFETCH(QString, days);
    QCOMPARE(read(words, QLocale(locale)), days);
}

void TestSearchDays::countsWeeksAsThePersonDoes()
{
    const WeekRules rules{Qt::Sunday, WeekRules::Numbering::FirstDay, WeekRules::Naming::Commencing};
    const QLocale american(QLocale::English, QLocale::UnitedStates);
    QCOMPARE(textOf(meantDays(u"week 1 2027"_s, american, rules, friday)), u"week 2026-12-27"_s);
    QCOMPARE(textOf(meantDays(u"this week"_s, american, rules, friday)), u"week 2026-11-15"_s);
}

void TestSearchDays::takesAnyText()
{
    for (const QString &words : {QString(100'000, u'1'), QString(50, u'1'), u"99/99/9999"_s, u"week 99999"_s, u"\0"_s,
                                 u"0/0"_s, u"9999-99"_s, u"may may"_s, u"9999 days ago"_s, u"w53/9999"_s,
                                 u"0000 week 1"_s, u"1/0000"_s, u"9999 years ago"_s, u"31/0"_s}) [[maybe_unused]]
        const auto days = read(words);
}

QTEST_GUILESS_MAIN(TestSearchDays)
#include "tst_searchdays.moc"
