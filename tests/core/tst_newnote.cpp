// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/newnote.h"
#include "core/numberhabit.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

class TestNewNote : public QObject
{
    Q_OBJECT

    static constexpr int year = 2026;
    const WeekRules m_rules;

    [[nodiscard]] Period week(int number) const { return Week::fromIso(year, number)->days(m_rules); }
    [[nodiscard]] NoteHeader note(const SeasonNumber &number, int weekNumber) const
    {
        NoteHeader header;
        header.id = NoteId(createUuidV7(weekNumber));
        header.fields.number = number;
        header.fields.covers = week(weekNumber);
        return header;
    }

private Q_SLOTS:
    void offersTheNextNumber()
    {
        QVERIFY(numbersToOffer({}, week(40)).empty());
        QVERIFY(numbersToOffer({note({}, 30)}, week(31)).empty());
        QCOMPARE(numbersToOffer({note({{}, 67}, 30)}, week(31)), (std::vector<SeasonNumber>{{{}, 68}}));
        const std::vector notes{note({5, 10}, 31), note({5, 9}, 30), note({5, 6, 8}, 28)};
        QCOMPARE(numbersToOffer(notes, week(32)), (std::vector<SeasonNumber>{{5, 11}}));
        QCOMPARE(numbersToOffer(notes, {}), (std::vector<SeasonNumber>{{5, 11}}));
        // One that comes late, between others: after the one before it, past those that are taken.
        QCOMPARE(numbersToOffer(notes, week(29)), (std::vector<SeasonNumber>{{5, 11}}));
        // A note is not in its own way.
        QCOMPARE(numbersToOffer(notes, week(31), notes[0].id), (std::vector<SeasonNumber>{{5, 10}}));
        std::vector withPost = notes;
        withPost.push_back(note({9, 9}, 33));
        withPost.back().fields.kind = NoteKind::Post;
        QCOMPARE(numbersToOffer(withPost, week(34)), (std::vector<SeasonNumber>{{5, 11}}));
    }

    void passesByTheFewThatHaveNone()
    {
        std::vector notes{note({5, 10}, 30), note({}, 31), note({}, 32)};
        QCOMPARE(numbersToOffer(notes, week(33)), (std::vector<SeasonNumber>{{5, 11}}));
        notes.push_back(note({}, 33));
        QVERIFY(numbersToOffer(notes, week(34)).empty());
    }

    void offersANewSeasonAfterALongPause()
    {
        const std::vector notes{note({5, 10}, 30)};
        QCOMPARE(numbersToOffer(notes, week(36)), (std::vector<SeasonNumber>{{5, 11}})); // five weeks between
        QCOMPARE(numbersToOffer(notes, week(37)), (std::vector<SeasonNumber>{{5, 11}, {6, 1}}));
        QCOMPARE(numbersToOffer({note({{}, 67}, 30)}, week(40)), (std::vector<SeasonNumber>{{{}, 68}}));
    }

    void titlesFollowThePatternOfTheirSeason()
    {
        LibrarySettings settings;
        settings.titlePattern = u"{season}.{episode:02} — weeknotes — {title}"_s;
        const std::vector notes{note({5, 8}, 30)};
        const auto title = [&] {
            return fieldsOfNewNote(NoteKind::Weeknote, week(31), u"tea"_s, notes, settings, week(31).last).title;
        };
        QCOMPARE(title(), u"5.09 — weeknotes — tea"_s);
        settings.seasons[5].pattern = u"S{season} Ep{episode}: {title}"_s;
        QCOMPARE(title(), u"S5 Ep9: tea"_s);
    }

    void aWholeTitleStays_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("whole");
        QTest::addColumn<QString>("number");
        const auto own = u"{season}.{episode:02} — weeknotes — {title}"_s;
        QTest::newRow("words") << own << u"tea"_s << u"5.09 — weeknotes — tea"_s << u"5.9"_s;
        QTest::newRow("no words") << own << QString() << u"5.09 — weeknotes"_s << u"5.9"_s;
        QTest::newRow("by the pattern") << own << u"5.12 — weeknotes — tea"_s << u"5.12 — weeknotes — tea"_s
                                        << u"5.12"_s;
        QTest::newRow("by another pattern") << own << u"S6 Ep1: tea"_s << u"S6 Ep1: tea"_s << u"6.1"_s;
        QTest::newRow("without a pattern") << QString() << u"6.01 — tea"_s << u"6.01 — tea"_s << u"6.1"_s;
        QTest::newRow("a week is no season")
            << own << u"Week 3: tea"_s << u"5.09 — weeknotes — Week 3: tea"_s << u"5.9"_s;
        QTest::newRow("a pattern without a number")
            << u"Weeknote w/c {start:d MMMM}: {title}"_s << u"Weeknote w/c 27 July: tea"_s
            << u"Weeknote w/c 27 July: tea"_s << u"5.9"_s;
    }
    void aWholeTitleStays()
    {
        QFETCH(QString, pattern);
        QFETCH(QString, title);
        LibrarySettings settings;
        settings.titlePattern = pattern;
        const NoteFields fields = fieldsOfNewNote(NoteKind::Weeknote, week(31), title, {note({5, 8}, 30)}, settings,
                                                  week(31).last, QLocale::c());
        QTEST(fields.title, "whole");
        QTEST(fields.number.toString(), "number");
    }

    void numbersAreWrittenAsTheirSeasonHasThem_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("text");
        QTest::newRow("none") << QString() << u"5.9"_s;
        QTest::newRow("dot") << u"{season}.{episode:02} — weeknotes — {title}"_s << u"5.09"_s;
        QTest::newRow("within words") << u"Weeknotes S{season}-ep{episode}: {title}"_s << u"S5-ep9"_s;
        QTest::newRow("with a space") << u"S{season} Ep{episode}: {title}"_s << u"S5 Ep9"_s;
        QTest::newRow("spelt out") << u"Season {season}, episode {episode}: {title}"_s << u"5.9"_s;
        QTest::newRow("of days") << u"Weeknote w/c {start:d MMMM}: {title}"_s << u"5.9"_s;
    }
    void numbersAreWrittenAsTheirSeasonHasThem()
    {
        QFETCH(QString, pattern);
        QFETCH(QString, text);
        const NumberHabit numbers({}, {{5, {{}, pattern}}});
        QCOMPARE(numbers.text({5, 9}), text);
        QCOMPARE(numbers.text({5, 9, 10}), text + u"–10"_s);
        QCOMPARE(numbers.text({4, 9}), u"4.9"_s);
        QCOMPARE(numbers.text({5, 9}, u"5.09 — tea"_s), u"5.09"_s);
        QCOMPARE(numbers.text({5, {}}), u"5"_s);
    }
};

QTEST_APPLESS_MAIN(TestNewNote)
#include "tst_newnote.moc"
