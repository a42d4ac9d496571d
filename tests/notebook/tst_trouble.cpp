// SPDX-License-Identifier: GPL-3.0-or-later
#include "notebook/notebookfixture.h"
#include "storage/backups.h"
#include "storage/damage.h"

#include <QProcess>

using namespace Weeknotes;
using namespace Weeknotes::Test;
using namespace std::chrono_literals;

namespace {

/// A notebook that tries again soon, and what it says of troubles.
struct TroubleFixture : NotebookFixture
{
    QStringList said;

    TroubleFixture() { listen(); }
    void listen()
    {
        notebook->setRetryInterval(20ms);
        QObject::connect(notebook.get(), &Notebook::troubled, notebook.get(),
                         [this](const Error &error) { said << u"troubled %1"_s.arg(int(error.kind)); });
        QObject::connect(notebook.get(), &Notebook::recovered, notebook.get(), [this] { said << u"recovered"_s; });
    }
    void openAnew()
    {
        notebook.reset(); // and not after there is a new one
        notebook = std::make_unique<Notebook>(clock);
        listen();
        outcomeOf(notebook->open(path()));
    }
    [[nodiscard]] QString file() const { return Library::databasePath(path()); }
    /// The library's file as it is now.
    void copyTo(const QString &path) const
    {
        const auto database = valueOf(SqliteEngine::connect(file(), SqliteEngine::Mode::ReadWrite));
        valueOf(SqliteEngine(*database).copyTo(path));
    }
    [[nodiscard]] QString away() const { return path(u"away"_s); }
    /// As by hand, from another process: one of ours would let go of the locks on it.
    void copyOver(const QString &path) const { QCOMPARE(QProcess::execute(u"cp"_s, {path, file()}), 0); }
};

QString troubled(Error::Kind kind)
{
    return u"troubled %1"_s.arg(int(kind));
}

constexpr DraftSession::Pace hasty{.idle = 10ms, .cap = 20ms, .retry = 1h};

} // namespace

class TestTrouble : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysThatTheFileIsGoneAndBack()
    {
        TroubleFixture fixture;
        const Note note = fixture.add(u"A"_s, u"words"_s);
        QVERIFY(QDir().rename(fixture.path(), fixture.away())); // nobody writes
        QTRY_COMPARE(fixture.said, QStringList{troubled(Error::Kind::Gone)});
        QCOMPARE(fixture.notebook->trouble()->subject, fixture.file());
        QCOMPARE(outcomeOf(fixture.notebook->note(note.header.id)).text, u"words"_s);
        QVERIFY(QDir().rename(fixture.away(), fixture.path()));
        QTRY_COMPARE(fixture.said.size(), 2);
        QCOMPARE(fixture.said[1], u"recovered"_s);
        QVERIFY(!fixture.notebook->trouble());
        const QSignalSpy changed(fixture.notebook.get(), &Notebook::changedElsewhere);
        valueOf(fixture.elsewhere()->addNote(titled(u"B"_s), text(u"x"_s)));
        QTRY_VERIFY(!changed.isEmpty()); // it is looked after again
    }

    void aDraftIsSavedWhenTheFileIsBack()
    {
        TroubleFixture fixture;
        DraftSession draft(*fixture.notebook, fixture.add(u"A"_s, u"words"_s), hasty);
        QVERIFY(QDir().rename(fixture.path(), fixture.away()));
        draft.setText(u"words in memory"_s);
        QTRY_COMPARE(draft.state(), DraftSession::State::Failed);
        draft.setText(u"words in memory go on"_s);
        QVERIFY(QDir().rename(fixture.away(), fixture.path()));
        QTRY_COMPARE(draft.state(), DraftSession::State::Saved);
        QCOMPARE(valueOf(fixture.elsewhere()->note(draft.noteId())).text, u"words in memory go on"_s);
        QCOMPARE(fixture.said.last(), u"recovered"_s);
    }

    void aDraftGoesIntoANewFileWhenAskedFor()
    {
        TroubleFixture fixture;
        DraftSession draft(*fixture.notebook, fixture.add(u"A"_s, u"words"_s), hasty);
        QVERIFY(QDir(fixture.path()).removeRecursively());
        draft.setText(u"words in memory"_s);
        QTRY_COMPARE(draft.state(), DraftSession::State::Failed);
        QVERIFY(!QFile::exists(fixture.path()));
        outcomeOf(fixture.notebook->writeAnew());
        QTRY_COMPARE(draft.state(), DraftSession::State::Saved);
        QCOMPARE(valueOf(fixture.elsewhere()->note(draft.noteId())).text, u"words in memory"_s);
    }

    void keepsWhatStoodWhereAnotherFileTookItsPlace()
    {
        TroubleFixture fixture;
        DraftSession draft(*fixture.notebook, fixture.add(u"A"_s, u"words"_s), hasty);
        const QString older = fixture.path(u"older.sqlite"_s);
        fixture.copyTo(older);
        draft.setText(u"newer words"_s);
        QTRY_COMPARE(draft.state(), DraftSession::State::Saved);
        const QSignalSpy changed(fixture.notebook.get(), &Notebook::changedElsewhere);
        const QSignalSpy replaced(fixture.notebook.get(), &Notebook::libraryReplaced);
        QVERIFY(QFile::remove(fixture.file()));
        QVERIFY(QFile::rename(older, fixture.file()));
        QTRY_VERIFY(!changed.isEmpty());
        QTRY_COMPARE(draft.text(), u"words"_s);
        QCOMPARE(replaced.size(), 1);
        const auto kept = replaced[0][0].value<Backup>();
        QCOMPARE(kept.reason, Backup::Reason::Restore);
        QVERIFY(valueOf(checkBackup(kept.path)).empty());
        valueOf(restoreBackup(kept.path, fixture.path(u"kept"_s), fixture.clock));
        QCOMPARE(valueOf(valueOf(Library::open(fixture.path(u"kept"_s), fixture.clock))->note(draft.noteId())).text,
                 u"newer words"_s);
        const auto versions = [&] { return outcomeOf(fixture.notebook->versions(draft.noteId())); };
        QTRY_COMPARE(versions().size(), size_t(1));
        QCOMPARE(versions().front().reason, Version::Reason::Aside);
        QCOMPARE(outcomeOf(fixture.notebook->versionText(versions().front().id)), u"newer words"_s);
        draft.setText(u"other words"_s);
        QTRY_COMPARE(draft.state(), DraftSession::State::Saved);
        QCOMPARE(valueOf(fixture.elsewhere()->note(draft.noteId())).text, u"other words"_s);
    }

    void showsWhatWasCopiedOverTheFile()
    {
        TroubleFixture fixture;
        std::ignore = fixture.add(u"A"_s, u"words"_s);
        fixture.copyTo(fixture.path(u"older"_s));
        for (int i = 0; i < 50; ++i)
            std::ignore = fixture.add(u"Note %1"_s.arg(i), u"words %1"_s.arg(i));
        fixture.openAnew(); // the log is taken in with the end of the one before
        QCOMPARE(outcomeOf(fixture.notebook->notes()).size(), 51);
        const QSignalSpy changed(fixture.notebook.get(), &Notebook::changedElsewhere);
        fixture.copyOver(fixture.path(u"older"_s));
        QTRY_VERIFY(!changed.isEmpty());
        QCOMPARE(outcomeOf(fixture.notebook->notes()).size(), 1);
        std::ignore = fixture.add(u"B"_s, u"new words"_s);
        QCOMPARE(outcomeOf(fixture.notebook->notes()).size(), 2);
        QVERIFY(!fixture.said.contains(troubled(Error::Kind::Damaged)));
        fixture.notebook.reset();
        QVERIFY(valueOf(fixture.open()->verify()).empty());
    }

    void tellsAMixtureFromALibrary_data()
    {
        QTest::addColumn<QString>("what");
        QTest::newRow("an older state") << u"older"_s;
        QTest::newRow("another library") << u"other"_s;
        QTest::newRow("no library") << u"text"_s;
        QTest::newRow("nothing") << u"/dev/null"_s;
    }
    /// A log with words that the file does not have yet belongs to no other file.
    void tellsAMixtureFromALibrary()
    {
        QFETCH(const QString, what);
        TroubleFixture fixture;
        const Note note = fixture.add(u"A"_s, u"words"_s);
        fixture.copyTo(fixture.path(u"older"_s));
        {
            const auto other = valueOf(Library::open(fixture.path(u"theirs"_s), fixture.clock));
            for (int i = 0; i < 300; ++i)
                valueOf(other->addNote(titled(u"Theirs %1"_s.arg(i)), text(u"others' words"_s)));
        }
        QVERIFY(QFile::rename(Library::databasePath(fixture.path(u"theirs"_s)), fixture.path(u"other"_s)));
        QFile words(fixture.path(u"text"_s));
        QVERIFY(words.open(QIODevice::WriteOnly) && words.write(QByteArray(100'000, 'a')) > 0);
        words.close();
        for (int i = 0; i < 100; ++i)
            std::ignore = fixture.add(u"Note %1"_s.arg(i), u"words %1"_s.arg(i));
        const Backup backup = outcomeOf(fixture.notebook->backUpNow());
        DraftSession draft(*fixture.notebook, note, hasty);
        fixture.copyOver(QDir(fixture.folder.path()).absoluteFilePath(what));
        QTRY_VERIFY(fixture.said.contains(troubled(Error::Kind::Damaged)));
        draft.setText(u"words in memory"_s);
        QTRY_COMPARE(draft.state(), DraftSession::State::Failed);
        QCOMPARE(outcomeOf(fixture.notebook->libraryId()), backup.library);
        outcomeOf(fixture.notebook->restoreBackup(backup.path));
        QTRY_COMPARE(fixture.said.last(), u"recovered"_s);
        QTRY_VERIFY(draft.state() != DraftSession::State::Failed);
        if (draft.state() == DraftSession::State::Conflict) // with what came back, if there was something to replace
            draft.keepMine();
        QTRY_COMPARE(draft.state(), DraftSession::State::Saved);
        QCOMPARE(draft.text(), u"words in memory"_s);
        QCOMPARE(outcomeOf(fixture.notebook->notes()).size(), 101);
        QVERIFY(valueOf(fixture.elsewhere()->verify()).empty());
    }

    void isWellAgainWhereASoundFileIsCopiedOverADamagedOne()
    {
        TroubleFixture fixture;
        for (int i = 0; i < 100; ++i)
            std::ignore = fixture.add(u"Note %1"_s.arg(i), u"words %1"_s.arg(i));
        const Note note = fixture.add(u"A"_s, u"words"_s);
        fixture.openAnew(); // the log is taken in: what it holds would be played into the sound file
        DraftSession draft(*fixture.notebook, note, hasty);
        fixture.copyTo(fixture.path(u"sound"_s));
        QFile words(fixture.path(u"text"_s));
        QVERIFY(words.open(QIODevice::WriteOnly) && words.write(QByteArray(100'000, 'a')) > 0);
        words.close();
        fixture.copyOver(fixture.path(u"text"_s));
        QTRY_VERIFY(fixture.said.contains(troubled(Error::Kind::Damaged)));
        draft.setText(u"words in memory"_s);
        QTRY_COMPARE(draft.state(), DraftSession::State::Failed);
        fixture.copyOver(fixture.path(u"sound"_s));
        QTRY_COMPARE(fixture.said.last(), u"recovered"_s);
        QTRY_COMPARE(draft.state(), DraftSession::State::Saved);
        fixture.said.clear();
        QCOMPARE(outcomeOf(fixture.notebook->note(draft.noteId())).text, u"words in memory"_s);
        std::ignore = fixture.add(u"B"_s, u"x"_s);
        QCOMPARE(fixture.said, QStringList());
        fixture.notebook.reset();
        QVERIFY(valueOf(fixture.open()->verify()).empty());
    }

    void overwritesNothingInAFileThatCountsAlike()
    {
        TroubleFixture fixture;
        const Note note = fixture.add(u"A"_s, u"words"_s);
        DraftSession draft(*fixture.notebook, note, hasty);
        const QString theirs = fixture.path(u"theirs"_s);
        QVERIFY(QDir().mkpath(theirs));
        fixture.copyTo(Library::databasePath(theirs));
        {
            const FixedClock later(fixture.clock.now().addSecs(60)); // another machine, from the same beginning
            const auto library = valueOf(Library::open(theirs, later));
            valueOf(library->saveNote(note.header.id, 1, titled(u"A"_s), text(u"their words"_s)));
        }
        draft.setText(u"my words"_s);
        QTRY_COMPARE(draft.state(), DraftSession::State::Saved); // revision 2 here as well
        draft.setText(u"my words go on"_s);
        QVERIFY(QFile::remove(fixture.file()));
        QVERIFY(QFile::rename(Library::databasePath(theirs), fixture.file()));
        QTRY_COMPARE(draft.state(), DraftSession::State::Conflict);
        QCOMPARE(valueOf(fixture.elsewhere()->note(note.header.id)).text, u"their words"_s);
        draft.keepMine();
        QTRY_COMPARE(draft.state(), DraftSession::State::Saved);
        QCOMPARE(valueOf(fixture.elsewhere()->note(note.header.id)).text, u"my words go on"_s);
    }

    void recoversWhenThereIsSpace()
    {
        TroubleFixture fixture;
        DraftSession draft(*fixture.notebook, fixture.add(u"A"_s, u"words"_s), hasty);
        {
            const FullDisk disk(1);
            draft.setText(u"words in memory"_s);
            QTRY_COMPARE(draft.state(), DraftSession::State::Failed);
            QTRY_COMPARE(fixture.said, QStringList{troubled(Error::Kind::NotWritable)});
        }
        QTRY_COMPARE(draft.state(), DraftSession::State::Saved);
        QCOMPARE(fixture.said, QStringList({troubled(Error::Kind::NotWritable), u"recovered"_s}));
        QCOMPARE(valueOf(fixture.elsewhere()->note(draft.noteId())).text, u"words in memory"_s);
    }

    void outlastsALockOfAnotherProgram()
    {
        TroubleFixture fixture;
        DraftSession draft(*fixture.notebook, fixture.add(u"A"_s, u"words"_s), hasty);
        const auto other = valueOf(SqliteEngine::connect(fixture.file(), SqliteEngine::Mode::ReadWrite));
        valueOf(other->change(u"BEGIN IMMEDIATE"_s));
        draft.setText(u"words in memory"_s);
        QTRY_COMPARE_WITH_TIMEOUT(draft.state(), DraftSession::State::Failed, 20s); // it waits five for the lock
        QTRY_COMPARE(fixture.said, QStringList{troubled(Error::Kind::Busy)});
        draft.setText(u"words in memory go on"_s);
        valueOf(other->change(u"ROLLBACK"_s));
        QTRY_COMPARE_WITH_TIMEOUT(draft.state(), DraftSession::State::Saved, 20s);
        QCOMPARE(fixture.said.last(), u"recovered"_s);
        QCOMPARE(valueOf(fixture.elsewhere()->note(draft.noteId())).text, u"words in memory go on"_s);
    }

    void keepsOutOfALibraryThatANewerProgramTookOver()
    {
        TroubleFixture fixture;
        DraftSession draft(*fixture.notebook, fixture.add(u"A"_s, u"words"_s), hasty);
        const auto newer = valueOf(SqliteEngine::connect(fixture.file(), SqliteEngine::Mode::ReadWrite));
        SqliteEngine engine(*newer);
        const int schema = valueOf(engine.schemaVersion());
        valueOf(engine.setSchemaVersion(schema + 1));
        draft.setText(u"words in memory"_s);
        QTRY_COMPARE(draft.state(), DraftSession::State::Failed);
        QTRY_COMPARE(fixture.said, QStringList{troubled(Error::Kind::NewerLibrary)});
        QCOMPARE(fixture.notebook->trouble()->subject, fixture.path());
        QCOMPARE(fixture.notebook->trouble()->detail, QString::number(schema + 1));
        QCOMPARE(outcomeOf(fixture.notebook->note(draft.noteId())).text, u"words"_s);
        valueOf(engine.setSchemaVersion(schema));
        QTRY_COMPARE(draft.state(), DraftSession::State::Saved);
        QCOMPARE(fixture.said.last(), u"recovered"_s);
    }

    void saysNothingOfWhatIsNoTrouble()
    {
        TroubleFixture fixture;
        const Note note = fixture.add(u"A"_s, u"words"_s);
        std::ignore = await(fixture.notebook->save(note.header.id, 7, {}, {}));
        std::ignore = await(fixture.notebook->removeNotes({NoteId()}));
        QCoreApplication::processEvents();
        QVERIFY(fixture.said.isEmpty());
    }

    void readsADamagedLibraryUntilASoundOneIsThere()
    {
        LibraryFixture fixture;
        for (int i = 0; i < 200; ++i)
            valueOf(fixture.open()->addNote(titled(u"Note %1"_s.arg(i)), text(u"words %1"_s.arg(i))));
        const QString file = Library::databasePath(fixture.path());
        const QString sound = fixture.path(u"sound.sqlite"_s);
        QVERIFY(QFile::copy(file, sound));
        damagePage(file, leavesOf(sound, u"notes"_s).at(2));
        Notebook notebook(fixture.clock);
        notebook.setRetryInterval(20ms);
        QStringList said;
        connect(&notebook, &Notebook::troubled, this, [&](const Error &error) { said << troubled(error.kind); });
        connect(&notebook, &Notebook::recovered, this, [&] { said << u"recovered"_s; });
        outcomeOf(notebook.open(fixture.path()));
        const auto notes = outcomeOf(notebook.notes());
        QVERIFY(notes.size() > 150 && notes.size() < 200);
        QCOMPARE(outcomeOf(notebook.note(notes.front().id)).header, notes.front());
        QTRY_COMPARE(said, QStringList{troubled(Error::Kind::Damaged)});
        QCOMPARE(await(notebook.addNote(titled(u"B"_s), {})).error().kind, Error::Kind::Damaged);
        const QSignalSpy changed(&notebook, &Notebook::changedElsewhere);
        QVERIFY(QFile::remove(file));
        QVERIFY(QFile::rename(sound, file));
        QTRY_COMPARE(said.size(), 2);
        QCOMPARE(said.last(), u"recovered"_s);
        QTRY_VERIFY(!changed.isEmpty());
        QCOMPARE(outcomeOf(notebook.notes()).size(), 200);
        outcomeOf(notebook.addNote(titled(u"B"_s), {}));
    }

    void endsWhileReadsMeetDamage()
    {
        TroubleFixture fixture;
        for (int i = 0; i < 200; ++i)
            std::ignore = fixture.add(u"Note %1"_s.arg(i), u"words"_s);
        fixture.notebook.reset();
        damagePage(fixture.file(), leavesOf(fixture.file(), u"notes"_s).at(2));
        fixture.openAnew();
        auto last = fixture.notebook->notes();
        for (int i = 0; i < 20; ++i)
            last = fixture.notebook->notes();
        fixture.notebook.reset();
        QVERIFY(last.isFinished() && last.result());
    }

    void isDamagedWhereOnlyASaveMeetsIt()
    {
        TroubleFixture fixture;
        const Note note = fixture.add(u"A"_s, u"words"_s);
        fixture.advance(1h);
        const Note saved{outcomeOf(fixture.notebook->save(note.header.id, 1, titled(u"A"_s), u"more words"_s)), {}};
        fixture.notebook.reset();
        for (const qint64 leaf : leavesOf(fixture.file(), u"versions"_s))
            damagePage(fixture.file(), leaf);
        fixture.advance(1h);
        fixture.openAnew();
        DraftSession draft(*fixture.notebook, outcomeOf(fixture.notebook->note(note.header.id)),
                           {.idle = 1ms, .cap = 1ms, .retry = 10ms});
        const QSignalSpy failed(&draft, &DraftSession::saveFailed);
        draft.setText(u"words in memory"_s);
        QTRY_VERIFY(failed.size() >= 20); // while the library is tried again too
        QCOMPARE(failed.last().constFirst().value<Error>().kind, Error::Kind::Damaged);
        QCOMPARE(fixture.said, QStringList{troubled(Error::Kind::Damaged)});
        QCOMPARE(draft.state(), DraftSession::State::Failed);
        QCOMPARE(draft.text(), u"words in memory"_s);
        QCOMPARE(outcomeOf(fixture.notebook->note(note.header.id)).header, saved.header);
    }

    void writesAgainWhatWasOnlyRead()
    {
        const LibraryFixture fixture;
        const NoteHeader note = valueOf(fixture.open()->addNote(titled(u"A"_s), text(u"x"_s)));
        auto readOnly = std::make_unique<ReadOnlyForAll>(QStringList{fixture.folder.path(), fixture.path()});
        Notebook notebook(fixture.clock);
        notebook.setRetryInterval(20ms);
        const QSignalSpy troubles(&notebook, &Notebook::troubled);
        const QSignalSpy recovered(&notebook, &Notebook::recovered);
        {
            const Unprivileged user;
            if (!user.isEffective())
                QSKIP("rights can't be given up here");
            QCOMPARE(outcomeOf(notebook.open(fixture.path())), Library::Access::ReadOnly);
            QTRY_COMPARE(troubles.size(), 1);
            QCOMPARE(await(notebook.removeNotes({note.id})).error().kind, Error::Kind::NotWritable);
        }
        readOnly.reset();
        QTRY_COMPARE(recovered.size(), 1);
        outcomeOf(notebook.removeNotes({note.id}));
    }
};

QTEST_GUILESS_MAIN(TestTrouble)
#include "tst_trouble.moc"
