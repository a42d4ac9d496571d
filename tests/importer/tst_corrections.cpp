// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/isotext.h"
#include "importer/corrections.h"
#include "importer/doubt.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

class TestCorrections : public QObject
{
    Q_OBJECT

    static ImportedNote guessedNote()
    {
        ImportedNote note;
        note.draft.fields.title = u"5.09 — weeknotes — w/c 7 October"_s;
        note.draft.fields.covers = Period{QDate(2019, 10, 7), QDate(2019, 10, 13)};
        note.draft.fields.published = noonOf(QDate(2019, 10, 18));
        note.guesses = {{u"year"_s, u"2019"_s, Guess::Reason::YearFromWeekdays, {u"1"_s, u"1"_s}},
                        {u"published"_s, u"2019-10-18"_s, Guess::Reason::YearFromDates, {u"2019-10-07"_s}}};
        return note;
    }

    static bool isPersons(const ImportedNote &note, const QString &field)
    {
        const auto ofField = [&](const Guess &guess) { return guess.field == field; };
        return std::ranges::count_if(note.guesses, ofField) == 1 &&
               std::ranges::find_if(note.guesses, ofField)->why == Guess::Reason::Person;
    }

private Q_SLOTS:
    void movesToAnotherYear()
    {
        ImportedNote note = guessedNote();
        QCOMPARE(doubtOf(note), Doubt::Much);
        QVERIFY(correctYear(note, 2024, {}));
        QCOMPARE(*note.draft.fields.covers, (Period{QDate(2024, 10, 7), QDate(2024, 10, 13)}));
        QCOMPARE(note.draft.fields.published->date(), QDate(2024, 10, 18));
        QVERIFY(isPersons(note, u"year"_s));
        QVERIFY(correctYear(note, 2020, {}));
        QCOMPARE(*note.draft.fields.covers, (Period{QDate(2020, 10, 5), QDate(2020, 10, 11)})); // a Wednesday's week
        QVERIFY(doubtOf(note) < Doubt::Much);
    }

    void leavesYearsThatAreWritten()
    {
        ImportedNote note = guessedNote();
        note.guesses.clear();
        QVERIFY(!correctYear(note, 2024, {}));
        QCOMPARE(note.draft.fields.covers->first, QDate(2019, 10, 7));
    }

    void placesADayWithoutAYear()
    {
        ImportedNote note;
        note.warnings = {{Warning::Kind::YearUnknown, u"a.txt"_s, 0, {u"--02-29"_s}},
                         {Warning::Kind::PeriodUnknown, u"a.txt"_s, 0, {}}};
        QCOMPARE(doubtOf(note), Doubt::Much);
        QVERIFY(correctYear(note, 2024, {}));
        QCOMPARE(*note.draft.fields.covers, (Period{QDate(2024, 2, 26), QDate(2024, 3, 3)}));
        QVERIFY(note.warnings.empty());
    }

    void changesKinds()
    {
        ImportedNote note = guessedNote();
        note.guesses.push_back({u"covers"_s, u"x"_s, Guess::Reason::WeekOfDay, {}});
        correctKind(note, NoteKind::Post, {});
        QVERIFY(!note.draft.fields.covers);
        QVERIFY(isPersons(note, u"kind"_s));
        correctKind(note, NoteKind::Fortnight, {});
        QCOMPARE(*note.draft.fields.covers, (Period{QDate(2019, 10, 14), QDate(2019, 10, 27)}));
        correctKind(note, NoteKind::Weeknote, {});
        QCOMPARE(*note.draft.fields.covers, (Period{QDate(2019, 10, 14), QDate(2019, 10, 20)}));
        correctPeriod(note, {QDate(2019, 10, 14), QDate(2019, 11, 3)});
        QCOMPARE(note.draft.fields.kind, NoteKind::Longer);
    }

    void readsTitlesByAPattern()
    {
        ImportedNote note = guessedNote();
        const auto pattern = TitlePattern::parse(u"{season}.{episode:02} — weeknotes — w/c {start:d MMMM}"_s);
        QVERIFY(pattern);
        QVERIFY(readTitleAs(note, *pattern, {}));
        QCOMPARE(note.draft.fields.number, (SeasonNumber{5, 9, {}}));
        QCOMPARE(note.draft.fields.covers->first, QDate(2019, 10, 7));
        note.draft.fields.title = u"Something else"_s;
        QVERIFY(!readTitleAs(note, *pattern, {}));
    }

    void findsWhatIsAlike()
    {
        const ImportedNote one = guessedNote();
        ImportedNote other = guessedNote();
        other.draft.fields.title = u"Another"_s;
        other.guesses.front().value = u"2018"_s;
        QVERIFY(areAlike(one, other));
        correctKind(other, NoteKind::Post, {});
        QVERIFY(!areAlike(one, other));
    }
};

QTEST_GUILESS_MAIN(TestCorrections)
#include "tst_corrections.moc"
