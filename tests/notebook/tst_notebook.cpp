// SPDX-License-Identifier: GPL-3.0-or-later
#include "notebook/notebookfixture.h"

#include <QFile>
#include <QSemaphore>

#include <atomic>

using namespace std::chrono_literals;
using namespace Weeknotes;
using namespace Weeknotes::Test;

class TestNotebook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void opensAndSaysHow()
    {
        const LibraryFixture fixture;
        Notebook notebook(fixture.clock);
        QCOMPARE(await(notebook.notes()).error().kind, Error::Kind::NotFound);
        QCOMPARE(outcomeOf(notebook.open(fixture.path())), Library::Access::ReadWrite);
        QCOMPARE(notebook.folder(), fixture.path());
        QVERIFY(outcomeOf(notebook.notes()).empty());
        QVERIFY(QFile::exists(fixture.path()));
    }

    void makesNoLibraryWhereOneIsAwaited()
    {
        const LibraryFixture fixture;
        Notebook refused(fixture.clock);
        QCOMPARE(await(refused.open(fixture.path(), Notebook::Missing::Refuse)).error(),
                 (Error{.kind = Error::Kind::NotFound, .subject = fixture.path()}));
        QVERIFY(!QFile::exists(fixture.path()));
        std::ignore = fixture.open();
        Notebook notebook(fixture.clock);
        QCOMPARE(outcomeOf(notebook.open(fixture.path(), Notebook::Missing::Refuse)), Library::Access::ReadWrite);
        QVERIFY(outcomeOf(notebook.notes()).empty());
        QVERIFY(!outcomeOf(notebook.libraryId()).isEmpty());
    }

    void passesOnWhyItCannotOpen()
    {
        const LibraryFixture fixture;
        QFile file(fixture.path());
        QVERIFY(file.open(QIODevice::WriteOnly));
        Notebook notALibrary(fixture.clock);
        QCOMPARE(await(notALibrary.open(fixture.path())).error().kind, Error::Kind::NotALibrary);
        QCOMPARE(await(notALibrary.addNote({}, {})).error().kind, Error::Kind::NotALibrary);
        Notebook nowhere(fixture.clock);
        QCOMPARE(await(nowhere.open(fixture.path(u"library/below"_s))).error().kind, Error::Kind::NotWritable);
    }

    void announcesAfterTheCommitAndBeforeTheAnswer()
    {
        NotebookFixture fixture;
        Notebook &notebook = *fixture.notebook;
        QStringList order;
        const auto reader = fixture.elsewhere();
        connect(&notebook, &Notebook::noteAdded, this, [&](const NoteHeader &header) {
            order << u"added"_s;
            QCOMPARE(valueOf(reader->note(header.id)).header, header);
        });
        connect(&notebook, &Notebook::noteSaved, this,
                [&](const NoteHeader &header) { order << u"saved %1"_s.arg(header.revision); });
        connect(&notebook, &Notebook::notesRemoved, this, [&] { order << u"removed"_s; });
        connect(&notebook, &Notebook::pausesChanged, this, [&] { order << u"pauses"_s; });
        connect(&notebook, &Notebook::settingsChanged, this, [&] { order << u"settings"_s; });
        const auto then = [&]<typename T>(QFuture<Result<T>> future) {
            outcomeOf<T>(future.then(this, [&order](const Result<T> &result) {
                order << (result ? u"done"_s : u"failed"_s);
                return result;
            }));
        };
        NoteHeader note;
        then(notebook.addNote(titled(u"A"_s), u"words"_s).then(this, [&note](const Result<NoteHeader> &added) {
            note = added.value_or(NoteHeader());
            return added;
        }));
        then(notebook.save(note.id, 1, titled(u"B"_s), u"other words"_s));
        then(notebook.addPause(QDate(2026, 11, 1), {}, {}));
        then(notebook.endPause(QDate(2026, 11, 8)));
        then(notebook.changeSettings([](LibrarySettings &) {}));
        then(notebook.addImage(note.id, {u"a.png"_s, "bytes"}));
        QCOMPARE(outcomeOf(notebook.image(note.id, u"a.png"_s)), QByteArray("bytes"));
        QCOMPARE(outcomeOf(notebook.search(u"other"_s, 3)).size(), 1);
        QCOMPARE(outcomeOf(notebook.pauses()).size(), 1);
        then(notebook.removeNotes({note.id}));
        QCOMPARE(order.join(u' '),
                 u"added done saved 2 done pauses done pauses done settings done done removed done"_s);
    }

    void readsAllTexts()
    {
        NotebookFixture fixture;
        for (const QString &word : {u"one"_s, u"two"_s, u"three"_s})
            outcomeOf(fixture.notebook->addNote({}, word));
        struct Letters
        {
            void add(const Note &note) { count += int(note.text.size()); }
            int count = 0;
        };
        QCOMPARE(outcomeOf(fixture.notebook->readAll(Letters{})).count, 11);
    }

    void letsOthersReadWhileItReadsAllTexts()
    {
        NotebookFixture fixture;
        const Note first = fixture.add(u"first"_s, u"words"_s);
        fixture.addElsewhere(2 * Library::notesInPart);
        struct Counter
        {
            void add(const Note &)
            {
                const bool newPart = count++ % Library::notesInPart == 0;
                waited = waited && (!newPart || turn->tryAcquire(1, 10s));
            }
            std::shared_ptr<QSemaphore> turn = std::make_shared<QSemaphore>();
            int count = 0;
            bool waited = true;
        };
        const Counter counter;
        const auto all = fixture.notebook->readAll(counter);
        const auto note = fixture.notebook->note(first.header.id);
        counter.turn->release();
        outcomeOf(note);
        QVERIFY(!all.isFinished());
        counter.turn->release(2);
        const Counter read = outcomeOf(all);
        QVERIFY(read.waited);
        QCOMPARE(read.count, 2 * Library::notesInPart + 1);
    }

    void readsNoFurtherOnceCancelled()
    {
        NotebookFixture fixture;
        fixture.addElsewhere(2 * Library::notesInPart);
        struct Counter
        {
            void add(const Note &)
            {
                if ((*count)++ == 0)
                    turn->acquire();
            }
            std::shared_ptr<QSemaphore> turn = std::make_shared<QSemaphore>();
            std::shared_ptr<std::atomic<int>> count = std::make_shared<std::atomic<int>>(0);
        };
        const Counter counter;
        auto all = fixture.notebook->readAll(counter);
        all.cancel();
        counter.turn->release();
        outcomeOf(fixture.notebook->notes()); // behind the part that was being read
        outcomeOf(fixture.notebook->notes()); // and behind a next one
        QCOMPARE(*counter.count, Library::notesInPart);
    }

    void announcesNoFailure()
    {
        NotebookFixture fixture;
        const Note note = fixture.add(u"A"_s, u"words"_s);
        const QSignalSpy saved(fixture.notebook.get(), &Notebook::noteSaved);
        QCOMPARE(await(fixture.notebook->save(note.header.id, 7, {}, {})).error().kind, Error::Kind::Conflict);
        QCOMPARE(await(fixture.notebook->removeNotes({NoteId()})).error().kind, Error::Kind::NotFound);
        QCoreApplication::processEvents();
        QCOMPARE(saved.size(), 0);
    }

    void noticesAnotherWriterAndNotItself()
    {
        NotebookFixture fixture;
        const QSignalSpy changed(fixture.notebook.get(), &Notebook::changedElsewhere);
        const Note note = fixture.add(u"A"_s, u"words"_s);
        outcomeOf(fixture.notebook->save(note.header.id, 1, titled(u"B"_s), u"more"_s));
        const auto other = fixture.elsewhere();
        QCOMPARE(changed.size(), 0);
        valueOf(other->addNote(titled(u"C"_s), text(u"x"_s)));
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(outcomeOf(fixture.notebook->notes()).size(), 2);
        valueOf(other->addNote(titled(u"D"_s), text(u"x"_s)));
        QTRY_COMPARE(changed.size(), 2);
    }

    void noticesAnotherWriterWithoutALog()
    {
        const LibraryFixture fixture;
        QVERIFY(QDir().mkdir(fixture.path(u".stfolder"_s)));
        Notebook notebook(fixture.clock);
        outcomeOf(notebook.open(fixture.path()));
        QCOMPARE(notebook.place(), (Place{Place::Kind::Synced, u"Syncthing"_s}));
        QVERIFY(!QFile::exists(fixture.path(u"library/notes.sqlite-wal"_s)));
        const QSignalSpy changed(&notebook, &Notebook::changedElsewhere);
        outcomeOf(notebook.addNote(titled(u"A"_s), u"words"_s));
        const auto other = fixture.open();
        QCOMPARE(changed.size(), 0);
        valueOf(other->addNote(titled(u"B"_s), text(u"x"_s)));
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(outcomeOf(notebook.notes()).size(), 2);
    }

    void readsALibraryItMayNotWrite()
    {
        const LibraryFixture fixture;
        valueOf(fixture.open()->addNote(titled(u"A"_s), text(u"x"_s)));
        const ReadOnlyForAll readOnly({fixture.folder.path(), fixture.path()});
        const Unprivileged user;
        if (!user.isEffective())
            QSKIP("rights can't be given up here");
        Notebook notebook(fixture.clock);
        QCOMPARE(outcomeOf(notebook.open(fixture.path())), Library::Access::ReadOnly);
        QCOMPARE(outcomeOf(notebook.notes()).size(), 1);
        QCOMPARE(await(notebook.addNote({}, {})).error().kind, Error::Kind::NotWritable);
        QCOMPARE(await(notebook.importNotes({{{}}})).error().kind, Error::Kind::NotWritable);
    }

    void importsBetweenOtherWrites()
    {
        NotebookFixture fixture;
        std::vector<NoteDraft> drafts;
        for (int i = 0; i < 50; ++i)
            drafts.push_back({titled(QString::number(i)), u"words"_s, {u"text"_s, QString::number(i), "1"}, {}});
        const QSignalSpy imported(fixture.notebook.get(), &Notebook::notesImported);
        auto import = fixture.notebook->importNotes({drafts});
        auto added = fixture.notebook->addNote(titled(u"between"_s), u"words"_s);
        outcomeOf(added);
        QVERIFY(import.progressValue() < 50); // it did not wait for the import's end
        const ImportOutcome outcome = outcomeOf(import);
        QCOMPARE(outcome.imported, 50);
        QCOMPARE(import.progressValue(), 50);
        QTRY_COMPARE(imported.size(), 1);
        QVERIFY(outcomeOf(fixture.notebook->importNotes({})).drafts.empty());
    }

    void stopsAnImport()
    {
        NotebookFixture fixture;
        const std::vector<NoteDraft> drafts(2000, {titled(u"A"_s), u"words"_s, {}, {}});
        auto import = fixture.notebook->importNotes({drafts});
        QTRY_VERIFY(import.progressValue() > 0);
        import.cancel();
        const QSignalSpy imported(fixture.notebook.get(), &Notebook::notesImported);
        QTRY_COMPARE(imported.size(), 1);
        QVERIFY(outcomeOf(fixture.notebook->notes()).empty());
    }

    void doesEverythingAskedForBeforeItEnds()
    {
        NotebookFixture fixture;
        for (int i = 0; i < 20; ++i)
            std::ignore = fixture.notebook->addNote(titled(QString::number(i)), u"words"_s);
        const std::vector<NoteDraft> drafts(5000, {titled(u"A"_s), u"words"_s, {}, {}});
        std::ignore = fixture.notebook->importNotes({drafts});
        fixture.notebook.reset();
        const auto notes = valueOf(fixture.elsewhere()->notes()).size();
        QVERIFY(notes >= 20 && notes < 1000); // the import did not hold it up
    }
};

QTEST_GUILESS_MAIN(TestNotebook)
#include "tst_notebook.moc"
