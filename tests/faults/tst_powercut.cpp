// SPDX-License-Identifier: GPL-3.0-or-later
// Cuts the power at any moment of work. Of what was not synced any part is left, in any order: what was announced as
// saved is there all the same, and the library is whole.

#include "faults/faultyvfs.h"
#include "storage/libraryfixture.h"
#include "support/rounds.h"

#include <QDir>

using namespace Weeknotes;
using namespace Weeknotes::Test;

namespace {

/// What a cut left, and what had been announced by then.
struct Ruin
{
    QString folder;
    qint64 announced = 0; // the note's revision; 0 if not even the note
};

QString wordsOf(qint64 revision)
{
    return u"revision %1 "_s.arg(revision).repeated(300);
}

} // namespace

class TestPowerCut : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { FaultyVfs::install(); }

    void keepsWhatWasAnnounced_data()
    {
        QTest::addColumn<QString>("mark");
        QTest::newRow("with a log") << QString();
        QTest::newRow("with a journal, in a synced folder") << u".stfolder"_s; // Syncthing's
    }
    void keepsWhatWasAnnounced()
    {
        QFETCH(const QString, mark);
        for (int round = 0; round < rounds(4); ++round) {
            const LibraryFixture fixture;
            QVERIFY(mark.isEmpty() || QDir(fixture.folder.path()).mkdir(mark));
            const auto ruins = workAndRuins(fixture, quint32(round));
            QVERIFY(ruins.size() > 20);
            for (const Ruin &ruin : ruins) {
                checkRuin(ruin, fixture);
                if (QTest::currentTestFailed())
                    QFAIL(qPrintable(u"round %1, after revision %2"_s.arg(round).arg(ruin.announced)));
                QVERIFY(QDir(ruin.folder).removeRecursively());
            }
        }
    }

private:
    /// Makes a library, saves one note again and again, and opens anew now and then; the power goes at random moments.
    static std::vector<Ruin> workAndRuins(const LibraryFixture &fixture, quint32 seed)
    {
        QRandomGenerator random(seed);
        std::vector<Ruin> ruins;
        qint64 announced = 0;
        FaultyVfs::record(fixture.path(), [&] {
            if (random.bounded(10) != 0)
                return;
            ruins.push_back({fixture.path(u"ruin-%1"_s.arg(ruins.size())), announced});
            FaultyVfs::leaveAfterCut(ruins.back().folder, random);
        });
        auto library = fixture.open();
        NoteHeader note = valueOf(library->addNote(titled(u"A"_s), text(wordsOf(1))));
        announced = 1;
        for (int i = 0; i < 40; ++i) {
            note = valueOf(library->saveNote(note.id, announced, titled(u"A"_s), text(wordsOf(announced + 1))));
            announced = note.revision;
            if (random.bounded(8) == 0)
                library = fixture.open(); // the new one is there before the old one goes
            if (random.bounded(8) == 0) {
                library.reset(); // the log goes back into the file
                library = fixture.open();
            }
        }
        library.reset();
        FaultyVfs::stopRecording();
        return ruins;
    }

    static void checkRuin(const Ruin &ruin, const LibraryFixture &fixture)
    {
        // Before anything was announced the file itself may be missing, and beginning anew is right.
        const auto library = valueOf(Library::open(ruin.folder, fixture.clock));
        for (const Finding &finding : valueOf(library->verify()))
            QFAIL(qPrintable(finding.subject + u": "_s + finding.detail));
        const auto notes = valueOf(library->notes());
        if (ruin.announced == 0 && notes.empty())
            return;
        QCOMPARE(notes.size(), 1);
        QVERIFY(notes.front().revision >= ruin.announced);
        QVERIFY(notes.front().revision <= ruin.announced + 1);
        QCOMPARE(valueOf(library->note(notes.front().id)).text, wordsOf(notes.front().revision));
        valueOf(library->saveNote(notes.front().id, notes.front().revision, titled(u"B"_s), text(u"after"_s)));
    }
};

QTEST_GUILESS_MAIN(TestPowerCut)
#include "tst_powercut.moc"
