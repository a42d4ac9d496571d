// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shelf.h"
#include "timeline/notes.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

class TestShelf : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheNoteOfAWeek();
    void prefersAWeeknoteToAPost();
    void namesTheWeekOfANote();
    void tellsWhatAnUpdateChanged();
    void anotherDayIsAnotherTimeline();
};

namespace {

Shelf autumn()
{
    const TimelineContent content = TestData::autumn();
    return {content.notes, content.pauses, {}, content.today};
}

} // namespace

void TestShelf::findsTheNoteOfAWeek()
{
    const Shelf shelf = autumn();
    const NoteHeader *fortnight = shelf.noteOf(Week::of(QDate(2026, 9, 9)));
    QVERIFY(fortnight);
    QCOMPARE(shelf.noteOf(Week::of(QDate(2026, 9, 16))), fortnight);
    QCOMPARE(shelf.noteOf(Week::of(QDate(2026, 9, 23))), nullptr); // missed
    QCOMPARE(shelf.noteOf(Week::of(QDate(1999, 9, 23))), nullptr); // outside of the span
    QCOMPARE(shelf.note(fortnight->id), fortnight);
    QCOMPARE(shelf.note({}), nullptr);
}

void TestShelf::prefersAWeeknoteToAPost()
{
    NoteHeader post = TestData::note(9, QDate(2026, 9, 28), u"An interview"_s);
    post.fields.kind = NoteKind::Post;
    const NoteHeader note = TestData::note(10, QDate(2026, 9, 28), u"The week"_s);
    const Week week = Week::of(QDate(2026, 9, 28));
    QCOMPARE(Shelf({post, note}, {}, {}, QDate(2026, 10, 7)).noteOf(week)->id, note.id);
    QCOMPARE(Shelf({note, post}, {}, {}, QDate(2026, 10, 7)).noteOf(week)->id, note.id);
    QCOMPARE(Shelf({post}, {}, {}, QDate(2026, 10, 7)).noteOf(week)->id, post.id);
}

void TestShelf::namesTheWeekOfANote()
{
    const Shelf shelf = autumn();
    QCOMPARE(shelf.weekOf(shelf.notes()[3]), Week::of(QDate(2026, 9, 20)));
    NoteHeader undated = TestData::note(9, QDate(2026, 9, 28), u"Undated"_s);
    undated.fields.covers.reset();
    undated.fields.written = QDate(2026, 3, 4);
    QCOMPARE(shelf.weekOf(undated), Week::of(QDate(2026, 3, 4)));
    NoteHeader crooked = undated; // its last day lies in a week that it does not speak of
    crooked.fields.covers = Period{QDate(2026, 9, 14), QDate(2026, 9, 21)};
    QCOMPARE(shelf.weekOf(crooked), Week::of(QDate(2026, 9, 14)));
}

void TestShelf::tellsWhatAnUpdateChanged()
{
    Shelf shelf = autumn();
    NoteHeader note = shelf.notes().back();
    note.words = 1200;
    QVERIFY(!shelf.update(note));
    QCOMPARE(shelf.note(note.id)->words, 1200);
    note.fields.covers = Period{QDate(2026, 9, 21), QDate(2026, 9, 27)};
    QVERIFY(shelf.update(note));
    QCOMPARE(shelf.noteOf(Week::of(QDate(2026, 9, 23)))->id, note.id);
    QVERIFY(!shelf.update(TestData::note(77, QDate(2026, 1, 5), u"A stranger"_s)));
}

void TestShelf::anotherDayIsAnotherTimeline()
{
    Shelf shelf = autumn();
    const size_t weeks = shelf.timeline().weeks.size();
    shelf.setToday(QDate(2026, 10, 14));
    QCOMPARE(shelf.timeline().weeks.size(), weeks + 1);
}

QTEST_GUILESS_MAIN(TestShelf)
#include "tst_shelf.moc"
