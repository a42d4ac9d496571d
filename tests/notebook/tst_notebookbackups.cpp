// SPDX-License-Identifier: GPL-3.0-or-later
#include "notebook/notebookfixture.h"
#include "storage/damage.h"

#include <QDir>

#include <algorithm>

using namespace Weeknotes;
using namespace Weeknotes::Test;

namespace {

QString text(Notebook &notebook, const NoteId &id)
{
    return outcomeOf(notebook.note(id)).text;
}

} // namespace

/// Backups as the window has them made: on a thread of their own.
class TestNotebookBackups : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void areMadeByHandAndListed()
    {
        NotebookFixture fixture;
        std::ignore = fixture.add(u"A"_s, u"words"_s);
        const QSignalSpy told(fixture.notebook.get(), &Notebook::backedUp);
        QVERIFY(outcomeOf(fixture.notebook->backups()).empty());
        const Backup backup = outcomeOf(fixture.notebook->backUpNow());
        QCOMPARE(backup.reason, Backup::Reason::Hand);
        QTRY_COMPARE(told.size(), 1);
        QCOMPARE(outcomeOf(fixture.notebook->backups()), std::vector{backup});
    }

    void areMadeOnceADayThatSomethingChanged()
    {
        NotebookFixture fixture;
        const Note note = fixture.add(u"A"_s, u"words"_s);
        const QSignalSpy told(fixture.notebook.get(), &Notebook::backedUp);
        const auto backupsAfter = [&](std::chrono::hours hours) {
            fixture.advance(hours);
            fixture.notebook->backUpIfDue();
            return outcomeOf(fixture.notebook->backups()).size(); // on the same thread, so after it
        };
        QCOMPARE(backupsAfter(0h), size_t(1));
        QCOMPARE(backupsAfter(1h), size_t(1));
        const auto saved = outcomeOf(fixture.notebook->save(note.header.id, 1, titled(u"B"_s), u"more"_s));
        QCOMPARE(backupsAfter(1h), size_t(1));  // the day has one
        QCOMPARE(backupsAfter(24h), size_t(2)); // of what was saved yesterday
        QCOMPARE(backupsAfter(24h), size_t(2));
        outcomeOf(fixture.notebook->save(note.header.id, saved.revision, titled(u"C"_s), u"most"_s));
        QCOMPARE(backupsAfter(1h), size_t(3));
        QTRY_COMPARE(told.size(), 3);
    }

    void sayWhenTheyCanNotBeMade()
    {
        NotebookFixture fixture;
        std::ignore = fixture.add(u"A"_s, u"words"_s);
        outcomeOf(fixture.notebook->changeSettings(
            [&](LibrarySettings &settings) { settings.backups.folder = fixture.path(u"away/stick"_s); }));
        const QSignalSpy failed(fixture.notebook.get(), &Notebook::backupFailed);
        fixture.notebook->backUpIfDue();
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed.constFirst().constFirst().value<Error>().kind, Error::Kind::NotWritable);
        QCOMPARE(await(fixture.notebook->backUpNow()).error().kind, Error::Kind::NotWritable);
        QTRY_COMPARE(failed.size(), 2);
    }

    void comeBeforeAnImport()
    {
        NotebookFixture fixture;
        NoteDraft draft;
        draft.fields = titled(u"Imported"_s);
        draft.text = u"words"_s;
        draft.source = {u"test"_s, u"one"_s, "hash"};
        outcomeOf(fixture.notebook->importNotes({{draft}}));
        QVERIFY(outcomeOf(fixture.notebook->backups()).empty()); // there was no note to lose
        draft.source.key = u"two"_s;
        outcomeOf(fixture.notebook->importNotes({{draft}}));
        const auto backups = outcomeOf(fixture.notebook->backups());
        QCOMPARE(backups.size(), size_t(1));
        QCOMPARE(backups.front().reason, Backup::Reason::Import);
        QCOMPARE(backups.front().notes, 1);
    }

    void stopWithTheImportTheyComeBefore()
    {
        NotebookFixture fixture;
        const Note note = fixture.add(u"A"_s, u"words"_s);
        outcomeOf(fixture.notebook->addImage(note.header.id, {u"a.png"_s, "bytes"}));
        for (int i = 0; i < 3; ++i) // the import's waits for them
            std::ignore = fixture.notebook->backUpNow();
        auto import = fixture.notebook->importNotes({{{titled(u"B"_s), u"words"_s, {}, {}}}});
        import.cancel();
        const auto backups = outcomeOf(fixture.notebook->backups());
        QCOMPARE(std::ranges::count(backups, Backup::Reason::Hand, &Backup::reason), 3);
        QCOMPARE(backups.size(), size_t(3));
        QTRY_VERIFY(import.isFinished());
        QCOMPARE(outcomeOf(fixture.notebook->notes()).size(), size_t(1));
    }

    void beginNoLibraryWhereItIsGone()
    {
        NotebookFixture fixture;
        std::ignore = fixture.add(u"A"_s, u"words"_s);
        QVERIFY(QDir().rename(fixture.path(), fixture.path(u"away"_s)));
        QVERIFY(!await(fixture.notebook->backUpNow()));
        QVERIFY(!QFile::exists(fixture.path()));
        QVERIFY(QDir().rename(fixture.path(u"away"_s), fixture.path()));
        QCOMPARE(outcomeOf(fixture.notebook->backUpNow()).notes, 1);
    }

    void areRestored()
    {
        NotebookFixture fixture;
        Notebook &notebook = *fixture.notebook;
        const Note note = fixture.add(u"A"_s, u"words"_s);
        const Backup backup = outcomeOf(notebook.backUpNow());
        outcomeOf(notebook.save(note.header.id, 1, titled(u"B"_s), u"other words"_s));
        const QSignalSpy changed(&notebook, &Notebook::changedElsewhere);
        auto restored = notebook.restoreBackup(backup.path);
        // Asked for before it is done, and answered by what it brought.
        auto listed = notebook.notes();
        auto stale = notebook.save(note.header.id, 2, titled(u"C"_s), u"typed meanwhile"_s);
        QCOMPARE(outcomeOf(restored).notes, 1);
        QCOMPARE(outcomeOf(listed).front().fields.title, u"A"_s);
        QCOMPARE(await(stale).error().kind, Error::Kind::Conflict);
        QTRY_VERIFY(!changed.isEmpty());
        QCOMPARE(text(notebook, note.header.id), u"words"_s);
        QCOMPARE(outcomeOf(notebook.backups()).size(), size_t(2));
        const NoteHeader now = outcomeOf(notebook.notes()).front();
        outcomeOf(notebook.save(note.header.id, now.revision, titled(u"D"_s), u"goes on"_s));
    }

    void areTakenUpByTheDraft()
    {
        NotebookFixture fixture;
        Notebook &notebook = *fixture.notebook;
        DraftSession draft(notebook, fixture.add(u"A"_s, u"words"_s));
        const Backup backup = outcomeOf(notebook.backUpNow());
        draft.setText(u"other words"_s);
        outcomeOf(draft.flush());
        outcomeOf(notebook.restoreBackup(backup.path));
        QTRY_COMPARE(draft.text(), u"words"_s);
        draft.setText(u"words that go on"_s);
        outcomeOf(draft.flush());
        QCOMPARE(text(notebook, draft.noteId()), u"words that go on"_s);
    }

    void takeThePlaceOfADamagedLibrary()
    {
        NotebookFixture fixture;
        for (int i = 0; i < 200; ++i)
            std::ignore = fixture.add(u"Note %1"_s.arg(i), u"words"_s);
        const Backup backup = outcomeOf(fixture.notebook->backUpNow());
        fixture.notebook.reset();
        const QString file = Library::databasePath(fixture.path());
        damagePage(file, leavesOf(file, u"notes"_s).at(2));

        Notebook notebook(fixture.clock);
        const QSignalSpy troubled(&notebook, &Notebook::troubled);
        const QSignalSpy recovered(&notebook, &Notebook::recovered);
        outcomeOf(notebook.open(fixture.path()));
        QVERIFY(outcomeOf(notebook.notes()).size() < 200);
        QTRY_VERIFY(!troubled.isEmpty());
        // What can't be restored leaves the damaged file closed to all that writes.
        QCOMPARE(await(notebook.restoreBackup(fixture.path(u"nowhere"_s))).error().kind, Error::Kind::NotFound);
        QCOMPARE(await(notebook.addNote(titled(u"B"_s), {})).error().kind, Error::Kind::Damaged);
        QCOMPARE(outcomeOf(notebook.restoreBackup(backup.path)).notes, 200);
        QTRY_VERIFY(!recovered.isEmpty());
        QCOMPARE(outcomeOf(notebook.notes()).size(), size_t(200));
        outcomeOf(notebook.addNote(titled(u"B"_s), {}));
    }

    void changeNothingWhereTheyAreDamaged()
    {
        NotebookFixture fixture;
        const Note note = fixture.add(u"A"_s, u"words"_s);
        const Backup backup = outcomeOf(fixture.notebook->backUpNow());
        QFile file(backup.path);
        QVERIFY(file.open(QIODevice::ReadWrite) && file.resize(file.size() / 2));
        file.close();
        QCOMPARE(await(fixture.notebook->restoreBackup(backup.path)).error().kind, Error::Kind::DamagedBackup);
        outcomeOf(fixture.notebook->save(note.header.id, 1, titled(u"B"_s), u"more"_s));
        QCOMPARE(text(*fixture.notebook, note.header.id), u"more"_s);
        QVERIFY(!outcomeOf(fixture.notebook->backups()).front().sound);
    }
};

QTEST_GUILESS_MAIN(TestNotebookBackups)
#include "tst_notebookbackups.moc"
