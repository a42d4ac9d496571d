// SPDX-License-Identifier: GPL-3.0-or-later
#include "notebook/notebookfixture.h"

#include <QDir>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

using namespace Weeknotes;
using namespace Weeknotes::Test;
using namespace std::chrono_literals;
using State = DraftSession::State;

namespace {

constexpr DraftSession::Pace atOnce{.idle = 0ms, .cap = 0ms, .retry = 0ms, .parseAtOnce = 100'000};
constexpr DraftSession::Pace never{.idle = 1h, .cap = 1h, .retry = 1h, .parseAtOnce = 100'000};

QStringList versionTexts(Library &library, const NoteId &id)
{
    QStringList texts;
    for (const Version &version : valueOf(library.versions(id)))
        texts << valueOf(library.versionText(version.id));
    return texts;
}

/// As somebody with the database in hand.
void runSql(const NotebookFixture &fixture, const QString &statement)
{
    {
        auto database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"by hand"_s);
        database.setDatabaseName(QDir(fixture.path()).filePath(u"notes.sqlite"_s));
        QVERIFY(database.open());
        QSqlQuery query(database);
        QVERIFY2(query.exec(statement), qPrintable(query.lastError().text()));
    }
    QSqlDatabase::removeDatabase(u"by hand"_s);
}

} // namespace

class TestDraftSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void savesAfterAnEdit()
    {
        NotebookFixture fixture;
        DraftSession session(*fixture.notebook, fixture.add(u"A"_s, u"start"_s), atOnce);
        QCOMPARE(session.state(), State::Saved);
        QSignalSpy saved(&session, &DraftSession::saved);
        QSignalSpy announced(fixture.notebook.get(), &Notebook::noteSaved);
        session.setText(u"start and more"_s);
        QCOMPARE(session.state(), State::Edited);
        QTRY_COMPARE(session.state(), State::Saved);
        QCOMPARE(saved.size(), 1);
        QCOMPARE(announced.size(), 1);
        QCOMPARE(saved[0][0].value<NoteHeader>().words, 3);
        QCOMPARE(saved[0][1].toDateTime(), fixture.clock.now());
        QCOMPARE(valueOf(fixture.elsewhere()->note(session.noteId())).text, u"start and more"_s);
        session.setFields(titled(u"B"_s));
        QTRY_COMPARE(saved.size(), 2);
        QCOMPARE(valueOf(fixture.elsewhere()->note(session.noteId())).header.fields.title, u"B"_s);
        QCOMPARE(session.savedHeader().revision, 3);
    }

    void parsesInTheSameEvent()
    {
        NotebookFixture fixture;
        DraftSession session(*fixture.notebook, fixture.add(u"A"_s, u"start"_s), never);
        QCOMPARE(session.document()->blocks().size(), 1);
        QSignalSpy changed(&session, &DraftSession::documentChanged);
        session.setText(u"# One\n\ntwo"_s);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(session.document()->blocks().size(), 2);
        session.setText(u"# One\n\ntwo"_s); // nothing new
        QCOMPARE(changed.size(), 1);
    }

    void parsesLongTextsElsewhereAndDropsStaleOnes()
    {
        NotebookFixture fixture;
        DraftSession::Pace pace = never;
        pace.parseAtOnce = 10;
        DraftSession session(*fixture.notebook, fixture.add(u"A"_s, u"start"_s), pace);
        QSignalSpy changed(&session, &DraftSession::documentChanged);
        const QString paragraphs = u"A long enough paragraph.\n\n[a]: b\n\n"_s; // what it defines may matter anywhere
        for (int i = 1; i <= 20; ++i)
            session.setText(paragraphs.repeated(i));
        QCOMPARE(changed.size(), 0); // the editor paints first
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(session.document()->blocks().size(), 20);
        session.setText(paragraphs.repeated(30));
        session.setText(u"short"_s); // shown at once, and the long one never after it
        QCOMPARE(session.document()->blocks().size(), 1);
        changed.clear();
        session.setText(paragraphs.repeated(40));
        QTRY_COMPARE(session.document()->blocks().size(), 40);
        QCOMPARE(changed.size(), 1);
    }

    void followsATypistInALongTextAtOnce()
    {
        NotebookFixture fixture;
        DraftSession::Pace pace = never;
        pace.parseAtOnce = 10;
        QString text = u"A long enough paragraph.\n\n"_s.repeated(20);
        DraftSession session(*fixture.notebook, fixture.add(u"A"_s, text), pace);
        const QSignalSpy changed(&session, &DraftSession::documentChanged);
        for (int i = 1; i <= 10; ++i) {
            session.setText(text.insert(text.size() / 2, u'x'));
            QCOMPARE(changed.size(), i);
        }
        QCOMPARE(session.document()->blocks().size(), 20);
    }

    void savesABurstOnce()
    {
        NotebookFixture fixture;
        DraftSession::Pace pace = never;
        pace.cap = 50ms;
        DraftSession session(*fixture.notebook, fixture.add(u"A"_s, u""_s), pace);
        QSignalSpy saved(&session, &DraftSession::saved);
        for (int i = 0; i < 100; ++i)
            session.setText(QString(i, u'x'));
        QTRY_COMPARE(saved.size(), 1); // by the cap, while the idle time never comes
        QCOMPARE(session.savedHeader().revision, 2);
        QCOMPARE(session.state(), State::Saved);
    }

    void flushesAtOnce()
    {
        NotebookFixture fixture;
        DraftSession session(*fixture.notebook, fixture.add(u"A"_s, u"start"_s), never);
        QCOMPARE(outcomeOf(session.flush()).revision, 1); // nothing to do
        session.setText(u"one"_s);
        auto first = session.flush();
        session.setText(u"two"_s);
        auto second = session.flush(); // while the first is on its way
        auto third = session.flush();
        QCOMPARE(outcomeOf(third).revision, 3);
        QCOMPARE(outcomeOf(first).revision, 2);
        QCOMPARE(outcomeOf(second).revision, 3);
        QCOMPARE(session.state(), State::Saved);
        QCOMPARE(valueOf(fixture.elsewhere()->note(session.noteId())).text, u"two"_s);
    }

    void losesNothingWhenItEnds()
    {
        NotebookFixture fixture;
        const Note note = fixture.add(u"A"_s, u"start"_s);
        {
            DraftSession session(*fixture.notebook, note, never);
            session.setText(u"one"_s);
            std::ignore = session.flush();
            session.setText(u"the last words"_s);
        }
        fixture.notebook.reset();
        QCOMPARE(valueOf(fixture.elsewhere()->note(note.header.id)).text, u"the last words"_s);
    }

    void keepsTheDraftInAConflict()
    {
        NotebookFixture fixture;
        const auto other = fixture.elsewhere();
        DraftSession session(*fixture.notebook, fixture.add(u"A"_s, u"start"_s), never);
        QSignalSpy conflict(&session, &DraftSession::conflict);
        session.setText(u"mine"_s);
        valueOf(other->saveNote(session.noteId(), 1, titled(u"B"_s), text(u"theirs"_s)));
        QCOMPARE(await(session.flush()).error().kind, Error::Kind::Conflict);
        QCOMPARE(session.state(), State::Conflict);
        QTRY_COMPARE(conflict.size(), 1);
        QCOMPARE(conflict[0][0].value<NoteHeader>().fields.title, u"B"_s);
        QCOMPARE(session.text(), u"mine"_s);
        QCOMPARE(valueOf(other->note(session.noteId())).text, u"theirs"_s);
        QCOMPARE(versionTexts(*other, session.noteId()), QStringList{u"mine"_s});

        session.setText(u"mine, and more"_s);
        QCOMPARE(await(session.flush()).error().kind, Error::Kind::Conflict);
        QCOMPARE(await(session.flush()).error().kind, Error::Kind::Conflict);
        QCOMPARE(versionTexts(*other, session.noteId()), QStringList{u"mine, and more"_s});
        QCOMPARE(conflict.size(), 1);
    }

    void keepsMine()
    {
        NotebookFixture fixture;
        const auto other = fixture.elsewhere();
        DraftSession session(*fixture.notebook, fixture.add(u"A"_s, u"start"_s), never);
        session.setText(u"mine"_s);
        valueOf(other->saveNote(session.noteId(), 1, titled(u"B"_s), text(u"theirs"_s)));
        QVERIFY(!await(session.flush()));
        session.keepMine();
        QTRY_COMPARE(session.state(), State::Saved);
        QCOMPARE(valueOf(other->note(session.noteId())).text, u"mine"_s);
        QVERIFY(versionTexts(*other, session.noteId()).contains(u"theirs"_s));
        session.setText(u"mine again"_s);
        QCOMPARE(outcomeOf(session.flush()).revision, 4);
    }

    void asksAgainWhenMineDidNotGetThrough_data()
    {
        QTest::addColumn<QString>("obstacle");
        QTest::addColumn<int>("failures");
        QTest::newRow("another conflict") << u"SELECT RAISE(ABORT, 'no')"_s << 0;
        QTest::newRow("a failure") << u"INSERT INTO nowhere VALUES (1)"_s << 1;
    }

    void asksAgainWhenMineDidNotGetThrough()
    {
        QFETCH(QString, obstacle);
        QFETCH(int, failures);
        NotebookFixture fixture;
        const auto other = fixture.elsewhere();
        DraftSession session(*fixture.notebook, fixture.add(u"A"_s, u"start"_s), never);
        QSignalSpy conflict(&session, &DraftSession::conflict);
        QSignalSpy failed(&session, &DraftSession::saveFailed);
        session.setText(u"mine"_s);
        valueOf(other->saveNote(session.noteId(), 1, titled(u"B"_s), text(u"theirs"_s)));
        QVERIFY(!await(session.flush()));
        QTRY_COMPARE(conflict.size(), 1);
        runSql(fixture, u"CREATE TRIGGER stop BEFORE UPDATE ON notes BEGIN %1; END"_s.arg(obstacle));
        session.keepMine();
        QTRY_COMPARE(conflict.size(), 2);
        QCOMPARE(failed.size(), failures);
        QCOMPARE(session.state(), State::Conflict);
        runSql(fixture, u"DROP TRIGGER stop"_s);
        session.keepMine();
        QTRY_COMPARE(session.state(), State::Saved);
        QCOMPARE(valueOf(other->note(session.noteId())).text, u"mine"_s);
        QCOMPARE(conflict.size(), 2);
    }

    void takesTheirs()
    {
        NotebookFixture fixture;
        const auto other = fixture.elsewhere();
        DraftSession session(*fixture.notebook, fixture.add(u"A"_s, u"start"_s), never);
        QSignalSpy reloaded(&session, &DraftSession::reloaded);
        session.setText(u"mine"_s);
        valueOf(other->saveNote(session.noteId(), 1, titled(u"B"_s), text(u"theirs"_s)));
        QVERIFY(!await(session.flush()));
        session.setText(u"mine, and more"_s);
        session.takeTheirs();
        QTRY_COMPARE(reloaded.size(), 1);
        QCOMPARE(session.state(), State::Saved);
        QCOMPARE(session.text(), u"theirs"_s);
        QCOMPARE(session.fields().title, u"B"_s);
        QCOMPARE(versionTexts(*other, session.noteId()), QStringList{u"mine, and more"_s});
        session.setText(u"theirs and mine"_s);
        QCOMPARE(outcomeOf(session.flush()).revision, 3);
    }

    void followsOthersWhileNothingIsUnsaved()
    {
        NotebookFixture fixture;
        const auto other = fixture.elsewhere();
        DraftSession session(*fixture.notebook, fixture.add(u"A"_s, u"start"_s), never);
        QSignalSpy reloaded(&session, &DraftSession::reloaded);
        valueOf(other->saveNote(session.noteId(), 1, titled(u"B"_s), text(u"theirs"_s)));
        QTRY_COMPARE(reloaded.size(), 1);
        QCOMPARE(session.text(), u"theirs"_s);
        session.setText(u"theirs and mine"_s);
        QCOMPARE(outcomeOf(session.flush()).revision, 3);
    }

    void triesAgainAfterAFailure()
    {
        NotebookFixture fixture;
        const Note note = fixture.add(u"A"_s, u"start"_s);
        const auto other = fixture.elsewhere();
        DraftSession session(*fixture.notebook, note, never);
        QSignalSpy failed(&session, &DraftSession::saveFailed);
        erase(*other, note.header.id);
        session.setText(u"mine"_s);
        QCOMPARE(await(session.flush()).error().kind, Error::Kind::NotFound);
        QCOMPARE(session.state(), State::Failed);
        QCOMPARE(failed.size(), 1);
        QCOMPARE(failed[0][0].value<Error>().subject, u"A"_s);
        QCOMPARE(session.text(), u"mine"_s);
        QVERIFY(!await(session.flush())); // asked again, it tries again
        QCOMPARE(failed.size(), 2);
    }

    void retriesByItself()
    {
        NotebookFixture fixture;
        const Note note = fixture.add(u"A"_s, u"start"_s);
        erase(*fixture.elsewhere(), note.header.id);
        DraftSession session(*fixture.notebook, note, atOnce);
        QSignalSpy failed(&session, &DraftSession::saveFailed);
        session.setText(u"mine"_s);
        QTRY_VERIFY(failed.size() >= 3);
    }

    void staysResponsiveWhileTheWriterIsBusy()
    {
        NotebookFixture fixture;
        DraftSession session(*fixture.notebook, fixture.add(u"A"_s, u"start"_s), atOnce);
        const std::vector<NoteDraft> drafts(300, {titled(u"A"_s), u"words "_s.repeated(2000), {}, {}});
        auto import = fixture.notebook->importNotes({drafts});
        for (int i = 0; i < 50; ++i) {
            session.setText(u"edit %1"_s.arg(i));
            QCoreApplication::processEvents();
        }
        outcomeOf(session.flush());
        QVERIFY(!import.isFinished());
        QCOMPARE(valueOf(fixture.elsewhere()->note(session.noteId())).text, u"edit 49"_s);
        import.cancel();
    }
};

QTEST_GUILESS_MAIN(TestDraftSession)
#include "tst_draftsession.moc"
