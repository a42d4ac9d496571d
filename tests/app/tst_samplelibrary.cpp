// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/samplelibrary.h"
#include "app/shelf.h"
#include "cli/commandline.h"
#include "core/timeline.h"
#include "timeline/timelinerows.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

class TestSampleLibrary : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isWholeOnAnyDay_data();
    void isWholeOnAnyDay();
    void standsBesideThePersonsOwn();
};

void TestSampleLibrary::isWholeOnAnyDay_data()
{
    QTest::addColumn<QDate>("today");
    QTest::newRow("a Friday") << QDate(2026, 11, 20);
    QTest::newRow("New Year") << QDate(2027, 1, 1);
    QTest::newRow("a leap day") << QDate(2028, 2, 29);
}

void TestSampleLibrary::isWholeOnAnyDay()
{
    QFETCH(QDate, today);
    const auto notes = sampleNotes(today, {});
    QVERIFY(notes.size() >= 10);
    std::vector<Period> seen;
    for (const NoteDraft &note : notes) {
        QVERIFY(!note.fields.title.isEmpty());
        QVERIFY(note.fields.covers->isValid());
        QVERIFY(note.text.size() > 100);
        QVERIFY(note.fields.number.season && note.fields.number.episode);
        QVERIFY(note.fields.status == NoteStatus::Draft || note.fields.covers->contains(*note.fields.written));
        for (const Period &other : seen)
            QVERIFY(!other.overlaps(*note.fields.covers));
        seen.push_back(*note.fields.covers);
    }
    QVERIFY(notes.front().fields.covers->contains(today)); // there is something to write on
    QCOMPARE(notes.front().fields.status, NoteStatus::Draft);
    QVERIFY(std::ranges::contains(notes, NoteKind::Fortnight, [](const NoteDraft &note) { return note.fields.kind; }));
}

void TestSampleLibrary::standsBesideThePersonsOwn()
{
    const QString sample = SampleLibrary::folder() + u'/';
    const QString own = QDir::cleanPath(usualLibrary()) + u'/';
    QVERIFY(sample.contains(u"sample"_s));
    QVERIFY2(!sample.startsWith(own) && !own.startsWith(sample), qPrintable(sample));
}

QTEST_GUILESS_MAIN(TestSampleLibrary)
#include "tst_samplelibrary.moc"
