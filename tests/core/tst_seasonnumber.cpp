// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numberhabit.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

Q_DECLARE_METATYPE(Weeknotes::SeasonNumber)

class TestSeasonNumber : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatPeopleType_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("known");
        QTest::addColumn<SeasonNumber>("number");
        const auto row = [](const char *name, const QString &text, SeasonNumber number) {
            QTest::newRow(name) << text << true << number;
        };
        row("with a zero", u"3.09"_s, {3, 9});
        row("without", u"3.9"_s, {3, 9});
        row("ten is not one", u"5.10"_s, {5, 10});
        row("S and ep", u"S3-ep6"_s, {3, 6});
        row("S and E", u"s03e06"_s, {3, 6});
        row("in words", u"Season 3, episode 6"_s, {3, 6});
        row("episode zero", u"1.0"_s, {1, 0});
        row("hash", u"#67"_s, {{}, 67});
        row("bare", u"67"_s, {{}, 67});
        for (const auto &text : {u""_s, u"x"_s, u"3."_s, u".9"_s, u"3.9.1"_s, u"-1"_s, u"3.1234567890123"_s})
            QTest::newRow(qPrintable(u"not \"%1\""_s.arg(text))) << text << false << SeasonNumber{};
    }
    void readsWhatPeopleType()
    {
        QFETCH(QString, text);
        QFETCH(bool, known);
        QFETCH(SeasonNumber, number);
        const auto read = SeasonNumber::parse(text);
        QCOMPARE(read.has_value(), known);
        if (read)
            QCOMPARE(*read, number);
    }

    void readsWhatItWrites()
    {
        for (const SeasonNumber &number :
             {SeasonNumber{3, 9}, SeasonNumber{5, 10}, SeasonNumber{{}, 67}, SeasonNumber{0, 0}})
            QCOMPARE(SeasonNumber::parse(number.toString()), number);
        QCOMPARE((SeasonNumber{{}, 67, 68}.toString()), u"#67–68"_s);
        QCOMPARE(SeasonNumber{4}.toString(), u"4"_s);
        QCOMPARE(SeasonNumber{}.toString(), QString());
    }

    void isWrittenAsItsSeasonsTitlesDo()
    {
        const auto note = [](const SeasonNumber &number, const QString &title) {
            NoteHeader header;
            header.fields.number = number;
            header.fields.title = title;
            return header;
        };
        const NumberHabit habit({note({3, 9}, u"3.09 — weeknotes — bread and butter"_s),
                                 note({3, 10}, u"3.10 — weeknotes — a tenth"_s), note({3, 8}, u"S3 Ep08"_s),
                                 note({3, 7}, u"3.7 — a slip"_s), note({5, 9}, u"5.9: plain"_s),
                                 note({5, 10}, u"5.10: plain"_s), note({6, 2}, u"No number, 02 March"_s),
                                 note({{}, 4}, u"Weeknotes 004"_s)});
        QCOMPARE(habit.text({3, 9}), u"3.09"_s);
        QCOMPARE(habit.text({3, 7}), u"3.07"_s);
        QCOMPARE(habit.text({3, 7}, u"3.7 — a slip"_s), u"3.7"_s); // as it says itself
        QCOMPARE(habit.text({5, 9}, u"S5 Ep09"_s), u"5.09"_s);
        QCOMPARE(habit.text({3, 7}, u"No number"_s), u"3.07"_s);
        QCOMPARE(habit.text({3, 12}), u"3.12"_s);
        QCOMPARE(habit.text({5, 9}), u"5.9"_s);
        QCOMPARE(habit.text({6, 2}), u"6.2"_s);
        QCOMPARE(habit.text({7, 1}), u"7.1"_s);
        QCOMPARE(habit.text({{}, 5}), u"#005"_s);
        QCOMPARE(habit.text({3, 9, 10}), u"3.09–10"_s);
        QCOMPARE(habit.text({3}), u"3"_s);
        QCOMPARE(habit.text({}), QString());
        QCOMPARE(NumberHabit().text({3, 9}), u"3.9"_s);
    }

    void sortsByNumberNotByText()
    {
        const QList<SeasonNumber> sorted{{}, {{}, 1}, {2, 17}, {5}, {5, 0}, {5, 9}, {5, 10}, {5, 10, 11}, {6, 1}};
        QVERIFY(std::ranges::is_sorted(sorted));
    }

    void namesTheNotesItCovers()
    {
        const SeasonNumber both{{}, 67, 68};
        QVERIFY(both.covers({{}, 67}));
        QVERIFY(both.covers({{}, 68}));
        QVERIFY(!both.covers({{}, 69}));
        QVERIFY((SeasonNumber{3, 9}.covers({3, 9})));
        QVERIFY((SeasonNumber{3, 9}.covers({{}, 9})));
        QVERIFY(!(SeasonNumber{3, 9}.covers({4, 9})));
        QVERIFY(!SeasonNumber{}.covers({}));
    }
};

QTEST_APPLESS_MAIN(TestSeasonNumber)
#include "tst_seasonnumber.moc"
