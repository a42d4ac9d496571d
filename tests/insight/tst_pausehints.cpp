// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/pausehints.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

namespace {

NoteDraft note(QDate first, const QString &title, const QString &text = {}, int days = 7)
{
    NoteDraft draft;
    draft.fields.covers = Period{first, first.addDays(days - 1)};
    draft.fields.kind = kindForDays(days);
    draft.fields.title = title;
    draft.text = text;
    return draft;
}

} // namespace

class TestPauseHints : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsABreakWithItsPlan()
    {
        const std::vector notes{
            note({2018, 7, 2}, u"Week of 2 July"_s),
            note({2018, 7, 9}, u"Week of 9 July: pens down"_s,
                 u"We met. It was good.\n\nI am pausing these weeknotes now and will start again at the beginning of "
                 "August. See you!"_s),
            note({2018, 7, 16}, u"A note from my holiday"_s, u"Sun."_s, 14),
            note({2018, 7, 30}, u"Week of 30 July"_s),
        };
        const auto hints = pauseHints(notes, {}, {});
        QCOMPARE(hints.size(), 1);
        const PauseHint &hint = hints.front();
        QCOMPARE(hint.from, QDate(2018, 7, 16));
        QCOMPARE(hint.plannedTo, QDate(2018, 8, 5)); // the first week in August begins on the 6th
        QCOMPARE(hint.to, QDate(2018, 7, 29));
        QCOMPARE(hint.announcedIn, u"Week of 9 July: pens down"_s);
        QCOMPARE(hint.inside, QStringList(u"A note from my holiday"_s));
        QCOMPARE(hint.returnedWith, u"Week of 30 July"_s);
        QVERIFY(hint.words.startsWith(u"I am pausing"_s));

        Pause known;
        known.from = QDate(2018, 7, 20);
        known.to = QDate(2018, 7, 25);
        QVERIFY(pauseHints(notes, {known}, {}).empty());
    }

    void readsWhenTheReturnIs_data()
    {
        QTest::addColumn<QString>("sentence");
        QTest::addColumn<QDate>("plannedTo");
        QTest::newRow("a day") << u"Taking a short break, be back on 3 September."_s << QDate(2018, 9, 2);
        QTest::newRow("next year's day") << u"Taking a break, be back on 4 March."_s << QDate(2019, 3, 3);
        QTest::newRow("a month") << u"I'm going to pause the weeknotes and return in October."_s << QDate(2018, 9, 30);
        QTest::newRow("middle") << u"Weeknotes take a break; back mid-September."_s << QDate(2018, 9, 16);
        QTest::newRow("end") << u"I will pause and start again at the end of August."_s << QDate(2018, 8, 26);
        QTest::newRow("weeks") << u"I'm taking a break from weeknotes for three weeks."_s << QDate(2018, 8, 5);
        QTest::newRow("new year") << u"Pausing until the new year, when I come back."_s << QDate(2019, 1, 6);
        QTest::newRow("unsaid") << u"I'm taking a break from writing these notes."_s << QDate();
    }
    void readsWhenTheReturnIs()
    {
        QFETCH(const QString, sentence);
        const auto hints = pauseHints({note({2018, 7, 9}, u"Pens"_s, sentence), note({2019, 9, 2}, u"Back"_s)}, {}, {});
        QCOMPARE(hints.size(), 1);
        QTEST(hints.front().plannedTo.value_or(QDate()), "plannedTo");
    }

    void othersAreNone_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("text");
        QTest::newRow("none") << u"Pens"_s << u"We paused the roll-out. It breaks things."_s;
        QTest::newRow("coffee") << u"Pens"_s << u"We had a coffee break and it was good."_s;
        QTest::newRow("empty") << QString() << QString();
    }
    void othersAreNone()
    {
        QFETCH(const QString, title);
        QFETCH(const QString, text);
        QVERIFY(pauseHints({note({2018, 7, 9}, title, text), note({2018, 9, 3}, u"Back"_s)}, {}, {}).empty());
    }

    void noBreakFollows()
    {
        // They went on all the same, and one that has not ended is proposed only where its end was named.
        QVERIFY(
            pauseHints({note({2018, 7, 9}, u"Time for a break"_s), note({2018, 7, 16}, u"Back"_s)}, {}, {}).empty());
        QVERIFY(pauseHints({note({2018, 7, 9}, u"Time for a break"_s)}, {}, {}).empty());
        const auto open = pauseHints({note({2018, 7, 9}, u"Time for a break until 6 August"_s)}, {}, {});
        QCOMPARE(open.size(), 1);
        QCOMPARE(open.front().plannedTo, QDate(2018, 8, 5));
        QCOMPARE(open.front().to, std::nullopt);
    }
};

QTEST_GUILESS_MAIN(TestPauseHints)
#include "tst_pausehints.moc"
