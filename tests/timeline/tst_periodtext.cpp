// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/periodtext.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

class TestPeriodText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesAsTheLocaleDoes_data();
    void writesAsTheLocaleDoes();
    void writesALongTimeToTheMonth();
};

void TestPeriodText::writesAsTheLocaleDoes_data()
{
    QTest::addColumn<QString>("locale");
    QTest::addColumn<QDate>("first");
    QTest::addColumn<QDate>("last");
    QTest::addColumn<QString>("expected");
    const QDate monday(2026, 11, 16);
    QTest::newRow("one month") << u"en_GB"_s << monday << QDate(2026, 11, 22) << u"16 – 22 Nov"_s;
    QTest::newRow("one day") << u"en_GB"_s << monday << monday << u"16 Nov"_s;
    QTest::newRow("two months") << u"en_GB"_s << QDate(2026, 10, 26) << QDate(2026, 11, 8) << u"26 Oct – 8 Nov"_s;
    QTest::newRow("another year") << u"en_GB"_s << QDate(2019, 10, 7) << QDate(2019, 10, 13) << u"7 – 13 Oct 2019"_s;
    QTest::newRow("two years") << u"en_GB"_s << QDate(2026, 12, 28) << QDate(2027, 1, 3)
                               << u"28 Dec 2026 – 3 Jan 2027"_s;
    QTest::newRow("month first") << u"en_US"_s << monday << QDate(2026, 11, 22) << u"Nov 16 – 22"_s;
    QTest::newRow("month first, another year")
        << u"en_US"_s << QDate(2019, 10, 7) << QDate(2019, 10, 13) << u"Oct 7 – 13, 2019"_s;
    QTest::newRow("French") << u"fr_FR"_s << QDate(2026, 3, 2) << QDate(2026, 3, 8) << u"2 – 8 mars"_s;
    QTest::newRow("year first") << u"sv_SE"_s << QDate(2019, 3, 4) << QDate(2019, 3, 10) << u"2019 mars 4 – 10"_s;
}

void TestPeriodText::writesAsTheLocaleDoes()
{
    QFETCH(QString, locale);
    QFETCH(QDate, first);
    QFETCH(QDate, last);
    QFETCH(QString, expected);
    QCOMPARE(periodText({first, last}, QLocale(locale), QDate(2026, 11, 20)), expected);
}

void TestPeriodText::writesALongTimeToTheMonth()
{
    const QLocale british(u"en_GB"_s);
    const QDate october(2024, 10, 21);
    QCOMPARE(monthsText({october, {2026, 11, 22}}, british), u"Oct 2024 – Nov 2026"_s);
    QCOMPARE(monthsText({october, {2024, 12, 1}}, british), u"Oct – Dec 2024"_s);
    QCOMPARE(monthsText({{2024, 10, 1}, october}, british), u"Oct 2024"_s);
    QCOMPARE(monthsText({october, {2026, 11, 22}}, QLocale(u"sv_SE"_s)), u"2024 okt. – 2026 nov."_s);
}

QTEST_GUILESS_MAIN(TestPeriodText)
#include "tst_periodtext.moc"
