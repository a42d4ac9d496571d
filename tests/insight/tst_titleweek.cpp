// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/titleweek.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

class TestTitleWeek : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsADayOnWhichNoWeekBegins_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QDate>("meant"); // invalid: nothing is wrong
        QTest::addColumn<QString>("better");
        const auto row = [](const QString &title, QDate meant = {}, const QString &better = {}) {
            QTest::newRow(qPrintable(title)) << title << meant << better;
        };
        row(u"Weeknote w/c 23 September: a late weeknote"_s);
        row(u"Weeknote w/c 24 September: a late weeknote"_s, {2019, 9, 23},
            u"Weeknote w/c 23 September: a late weeknote"_s);
        row(u"Weeknote w/c 24th September"_s, {2019, 9, 23}, u"Weeknote w/c 23rd September"_s);
        row(u"w/c Sept 24"_s, {2019, 9, 23}); // found, but nobody else writes it so
        row(u"w/c 1 October: tea"_s, {2019, 9, 30}, u"w/c 30 September: tea"_s);
        row(u"Week commencing 2019-09-24"_s, {2019, 9, 23}, u"Week commencing 2019-09-23"_s);
        row(u"w/e 28 September: tea"_s, {2019, 9, 29}, u"w/e 29 September: tea"_s);
        row(u"w/e 29 September: tea"_s);
        row(u"24 – 30 September"_s);
        row(u"Week 39"_s);
        row(u"On 24 September"_s);
        row(u"Tea"_s);
        row({});
    }
    void tellsADayOnWhichNoWeekBegins()
    {
        QFETCH(QString, title);
        QFETCH(QDate, meant);
        NoteFields fields;
        fields.title = title;
        fields.covers = Period{QDate(2019, 9, 23), QDate(2019, 9, 29)};
        const auto wrong = wrongWeekDay(fields, {}, QDate(2026, 11, 20), QLocale::c());
        QCOMPARE(wrong.has_value(), meant.isValid());
        if (!wrong)
            return;
        QCOMPARE(wrong->meant, meant);
        QVERIFY(wrong->week.contains(wrong->said));
        QTEST(wrong->title, "better");
    }

    void goesByTheRulesAndTheNearestYear()
    {
        NoteFields fields;
        fields.title = u"w/c 30 December: tea"_s;
        fields.covers = Period{QDate(2025, 12, 29), QDate(2026, 1, 4)};
        QCOMPARE(wrongWeekDay(fields, {}, {}, QLocale::c())->said, QDate(2025, 12, 30));
        WeekRules tuesdays;
        tuesdays.start = Qt::Tuesday;
        QVERIFY(!wrongWeekDay(fields, tuesdays, {}, QLocale::c()));
        fields.covers.reset();
        fields.title = u"w/c 2 January: Tee"_s;
        QCOMPARE(wrongWeekDay(fields, {}, QDate(2026, 12, 29), QLocale::c())->said, QDate(2027, 1, 2));
        fields.title = u"Woche vom 2 Januar"_s;
        QCOMPARE(wrongWeekDay(fields, {}, QDate(2026, 12, 29), QLocale(u"de"_s))->title, u"Woche vom 28 Dezember"_s);
    }

    void readsTheNumberOfATitle()
    {
        const auto own = TitlePattern::parse(u"Five {season}/{episode}: {title}"_s);
        QCOMPARE(numberSaid(u"5.10 — weeknotes — tea"_s, {}), (SeasonNumber{5, 10}));
        QCOMPARE(numberSaid(u"Five 5/10: tea"_s, own), (SeasonNumber{5, 10}));
        QCOMPARE(numberSaid(u"Five 5/10: tea"_s, {}), SeasonNumber());
        QCOMPARE(numberSaid(u"Weeknotes #67"_s, own), (SeasonNumber{{}, 67}));
        QCOMPARE(numberSaid(u"Week 47: tea"_s, own), SeasonNumber());
        QCOMPARE(numberSaid(u"Tea"_s, own), SeasonNumber());
    }
};

QTEST_APPLESS_MAIN(TestTitleWeek)
#include "tst_titleweek.moc"
