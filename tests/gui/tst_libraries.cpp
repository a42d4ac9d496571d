// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backupsdialog.h"
#include "app/banner.h"
#include "app/libraries.h"
#include "gui/writingtest.h"
#include "storage/libraryfixture.h"
#include "storage/sqliteengine.h"

#include <QAction>
#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QMessageBox>
#include <QSpinBox>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

/// Libraries and their backups in the real window.
class TestLibraries : public TestData::WritingTest
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }
    void aNewLibraryIsMadeAndTheOldOneIsRecent();
    void aLibraryThatIsGoneLeavesTheList();
    void theListIsForgotten();
    void foldersThatDoNotFitAreSaid();
    void theLibraryMovesWithWhatWasTyped();
    void aLibraryDoesNotMoveIntoItself();
    void aChosenLibraryThatIsAwayIsNotMade();
    void aSlowLibraryIsLeftWithoutWaiting();
    void aNoteAskedForDoesNotComeIntoAnotherLibrary();
    void aBackupIsMadeAndRestored();
    void aNoteThatABackupLacksCanBeAddedAgain();
    void whatIsTypedDuringARestoreStays();
    void theSettingsOfBackupsAreKept();
    void ofALibraryToReadNothingIsRestored();

private:
    [[nodiscard]] QString library() const { return m_desk->path(u"library"_s); }
    [[nodiscard]] bool isOpen(const QString &folder) { return session().isOpen() && session().folder() == folder; }
    /// Some visible label has them.
    [[nodiscard]] bool says(const QString &words);
    [[nodiscard]] QAction *recent(const QString &words);
    [[nodiscard]] BackupsDialog *openBackups();
};

bool TestLibraries::says(const QString &words)
{
    return std::ranges::any_of(window().findChildren<QLabel *>(), [&](const QLabel *label) {
        return label->isVisible() && label->text().contains(words);
    });
}

QAction *TestLibraries::recent(const QString &words)
{
    QMenu *menu = window().actions().recentLibraries;
    Q_EMIT menu->aboutToShow();
    const QList<QAction *> actions = menu->actions();
    const auto found =
        std::ranges::find_if(actions, [&](const QAction *action) { return action->text().contains(words); });
    return found == actions.end() ? nullptr : *found;
}

BackupsDialog *TestLibraries::openBackups()
{
    window().actions().backups->trigger();
    return window().findChild<BackupsDialog *>();
}

void TestLibraries::aNewLibraryIsMadeAndTheOldOneIsRecent()
{
    const QString team = m_desk->path(u"Team & notes"_s);
    QCOMPARE(window().windowTitle(), u"Weeknotes"_s);
    window().actions().newLibrary->trigger();
    auto *dialog = window().findChild<QFileDialog *>();
    QVERIFY(dialog);
    Q_EMIT dialog->fileSelected(team);
    dialog->close();
    QTRY_VERIFY(isOpen(team));
    QTRY_COMPARE(window().windowTitle(), u"Team & notes — Weeknotes"_s);
    QVERIFY(session().shelf().isEmpty());
    QCOMPARE(m_desk->settings().chosenLibrary(), team);
    QCOMPARE(m_desk->settings().recentLibraries(), (QStringList{team, library()}));
    QVERIFY(!recent(u"Team && notes"_s)->isEnabled());

    recent(u" library\t"_s)->trigger();
    QTRY_VERIFY(isOpen(library()));
    QTRY_COMPARE(window().windowTitle(), u"Weeknotes"_s);
    QVERIFY(m_desk->settings().chosenLibrary().isEmpty()); // the usual one
    QTRY_COMPARE(editor().markdown(), u"One good week."_s);
}

void TestLibraries::aLibraryThatIsGoneLeavesTheList()
{
    m_desk->settings().addRecentLibrary(m_desk->path(u"gone"_s));
    QAction *gone = recent(u" gone\t"_s);
    QVERIFY(gone);
    gone->trigger();
    QTRY_VERIFY(says(u"It was taken off the list."_s));
    QVERIFY(!recent(u" gone\t"_s));
    QVERIFY(isOpen(library()));
    QVERIFY(!QFileInfo::exists(m_desk->path(u"gone"_s)));
}

void TestLibraries::theListIsForgotten()
{
    QTRY_VERIFY(recent(u" library\t"_s));
    QVERIFY(window().actions().recentLibraries->isEnabled());
    recent(u"Forget this list"_s)->trigger();
    QVERIFY(!window().actions().recentLibraries->isEnabled());
    QVERIFY(m_desk->settings().recentLibraries().isEmpty());
}

void TestLibraries::foldersThatDoNotFitAreSaid()
{
    Libraries &libraries = window().libraries();
    libraries.make(library());
    QTRY_VERIFY(says(u"already"_s));
    libraries.open(m_desk->path({}));
    QTRY_VERIFY(says(u"is no library of Weeknotes"_s));
    libraries.make(m_desk->path({}));
    QTRY_VERIFY(says(u"holds something else"_s));
    libraries.open(m_desk->path(u"nowhere"_s));
    QTRY_VERIFY(says(u"is not there."_s));
    QVERIFY(isOpen(library()));
    QVERIFY(session().draft());
    QVERIFY(!QFileInfo::exists(m_desk->path(u"nowhere"_s)));

    const QString empty = m_desk->path(u"empty"_s);
    QVERIFY(QDir().mkpath(empty));
    libraries.open(empty);
    QTRY_VERIFY(button(u"Make one there"_s));
    QTest::mouseClick(button(u"Make one there"_s), Qt::LeftButton);
    QTRY_VERIFY(isOpen(empty));
}

void TestLibraries::theLibraryMovesWithWhatWasTyped()
{
    const QString moved = m_desk->path(u"moved"_s);
    editor().setFocus();
    QTest::keyClicks(&editor(), u" More."_s);
    window().actions().moveLibrary->trigger();
    auto *dialog = window().findChild<QFileDialog *>();
    QVERIFY(dialog);
    Q_EMIT dialog->fileSelected(moved);
    dialog->close();
    QTRY_VERIFY(isOpen(moved));
    QTRY_COMPARE(editor().markdown(), u"One good week. More."_s);
    QTRY_VERIFY(says(u"The library is in “%1” now."_s.arg(moved)));
    QVERIFY(!QFileInfo::exists(library()));
    QCOMPARE(m_desk->settings().chosenLibrary(), moved);
    QCOMPARE(m_desk->settings().recentLibraries(), QStringList{moved});
    write(u"It goes on."_s);
}

void TestLibraries::aLibraryDoesNotMoveIntoItself()
{
    window().libraries().moveTo(library() + u"/inside"_s);
    QTRY_VERIFY(says(u"into itself"_s));
    QTRY_VERIFY(isOpen(library()));
    QTRY_COMPARE(editor().markdown(), u"One good week."_s);
    QVERIFY(window().actions().newLibrary->isEnabled());
    QVERIFY(m_desk->settings().chosenLibrary().isEmpty());
}

void TestLibraries::aChosenLibraryThatIsAwayIsNotMade()
{
    const QString stick = m_desk->path(u"stick/notes"_s);
    session().open(stick, {}, Notebook::Missing::Refuse);
    QTRY_VERIFY(says(u"plug it in"_s));
    QVERIFY(button(u"Try again"_s));
    QVERIFY(button(u"Choose another library…"_s));
    QVERIFY(!QFileInfo::exists(m_desk->path(u"stick"_s)));
    QTest::mouseClick(button(u"Try again"_s), Qt::LeftButton);
    QTRY_VERIFY(says(u"plug it in"_s));
    QVERIFY(!QFileInfo::exists(m_desk->path(u"stick"_s)));
    QTest::mouseClick(button(u"Open the usual library"_s), Qt::LeftButton);
    QTRY_VERIFY(isOpen(library()));
}

void TestLibraries::aSlowLibraryIsLeftWithoutWaiting()
{
    const QString team = m_desk->path(u"team"_s);
    const auto database =
        Test::valueOf(SqliteEngine::connect(Library::databasePath(library()), SqliteEngine::Mode::ReadWrite));
    SqliteEngine other(*database);
    Test::valueOf(other.begin()); // a write waits for it, for some seconds
    auto blocked = session().notebook().addPause(QDate(2026, 1, 1), QDate(2026, 1, 2), {});
    session().open(team);
    QTRY_VERIFY(isOpen(team));
    QVERIFY(!blocked.isFinished());
    session().open(library());
    other.rollback();
    QTRY_VERIFY(isOpen(library()));
    QVERIFY(blocked.isFinished() && blocked.result());
    QCOMPARE(session().shelf().timeline().pauses.size(), size_t(1)); // it was opened after that
    write(u"It goes on."_s);
}

void TestLibraries::aNoteAskedForDoesNotComeIntoAnotherLibrary()
{
    const QString team = m_desk->path(u"team"_s);
    const NoteId first = session().draft()->noteId();
    const QSignalSpy begun(&session(), &Session::draftOpened);
    session().startNote(session().week().plus(-1));
    QTRY_COMPARE(begun.size(), 1);
    bool cameIntoTeam = false; // it may still come before the library is left
    connect(&session(), &Session::draftOpened, this, [&] { cameIntoTeam |= session().folder() == team; });
    session().showNote(first);
    session().open(team);
    QTRY_VERIFY(isOpen(team));
    QCoreApplication::processEvents();
    QVERIFY(!cameIntoTeam);
    QVERIFY(!session().draft());
    session().disconnect(this);
}

void TestLibraries::aBackupIsMadeAndRestored()
{
    BackupsDialog *dialog = openBackups();
    QVERIFY(dialog);
    QTRY_VERIFY(says(u"There is no backup yet."_s));
    QVERIFY(!button(u"Restore this backup…"_s)->isEnabled());
    QTest::mouseClick(button(u"Back up now"_s), Qt::LeftButton);
    QTRY_COMPARE(dialog->list().model()->rowCount(), 1);
    QVERIFY(says(u"The backup is made."_s));
    dialog->reject();
    QTRY_VERIFY(!window().findChild<BackupsDialog *>());
    write(u"One bad week."_s);

    dialog = openBackups();
    QTRY_COMPARE(dialog->list().model()->rowCount(), 1);
    QTRY_VERIFY(button(u"Restore this backup…"_s)->isEnabled());
    QTest::mouseClick(button(u"Restore this backup…"_s), Qt::LeftButton);
    QTRY_VERIFY(button(u"Leave it as it is"_s));
    QVERIFY(button(u"Leave it as it is"_s)->isDefault());
    QTest::mouseClick(button(u"Leave it as it is"_s), Qt::LeftButton);
    QTRY_VERIFY(!dialog->findChild<QMessageBox *>());
    QCOMPARE(editor().markdown(), u"One bad week."_s);
    QTest::mouseClick(button(u"Restore this backup…"_s), Qt::LeftButton);
    QTRY_VERIFY(button(u"Restore the backup"_s));
    QTest::mouseClick(button(u"Restore the backup"_s), Qt::LeftButton);
    QTRY_COMPARE(dialog->list().model()->rowCount(), 2); // what it replaced is kept
    QVERIFY(says(u"The library is as it was on "_s));
    QTRY_COMPARE(editor().markdown(), u"One good week."_s);
    dialog->reject();
    write(u"It goes on."_s);
}

void TestLibraries::aNoteThatABackupLacksCanBeAddedAgain()
{
    auto made = session().notebook().backUpNow();
    QTRY_VERIFY(made.isFinished());
    session().startNote(session().week().plus(-1));
    QTRY_VERIFY(editor().markdown().isEmpty());
    write(u"The week before."_s);
    auto restored = session().restoreBackup(made.result()->path);
    QTRY_VERIFY(restored.isFinished());
    QVERIFY(restored.result());
    QTRY_VERIFY(button(u"Add it again"_s));
    QVERIFY(!session().draft());
    QTRY_COMPARE(session().shelf().notes().size(), size_t(1));
    QTest::mouseClick(button(u"Add it again"_s), Qt::LeftButton);
    QTRY_COMPARE(editor().markdown(), u"The week before."_s);
    QTRY_COMPARE(session().shelf().notes().size(), size_t(2));
}

void TestLibraries::whatIsTypedDuringARestoreStays()
{
    auto made = session().notebook().backUpNow();
    QTRY_VERIFY(made.isFinished());
    session().startNote(session().week().plus(-1));
    QTRY_VERIFY(editor().markdown().isEmpty());
    write(u"The week before."_s);
    const NoteId lacking = session().draft()->noteId();
    auto restored = session().notebook().restoreBackup(made.result()->path);
    QTest::keyClicks(&editor(), u" And more."_s);
    QTRY_VERIFY(restored.isFinished());
    QTRY_VERIFY(session().draft() && session().draft()->noteId() != lacking); // a note of its own now
    QTRY_VERIFY(isSaved());
    QCOMPARE(editor().markdown(), u"The week before. And more."_s);
    QTRY_COMPARE(session().shelf().notes().size(), size_t(2));
}

void TestLibraries::theSettingsOfBackupsAreKept()
{
    const auto rules = [this] { return session().shelf().settings().backups; };
    BackupsDialog *dialog = openBackups();
    const QList<QSpinBox *> numbers = dialog->findChildren<QSpinBox *>();
    QCOMPARE(numbers.size(), 3);
    const auto weeks = std::ranges::find(numbers, u"Weeks whose backup is kept"_s, &QSpinBox::accessibleName);
    QVERIFY(weeks != numbers.end());
    QCOMPARE((*weeks)->value(), 4);
    (*weeks)->setFocus();
    QTest::keyClick(*weeks, Qt::Key_Up);
    QTest::keyClick(*weeks, Qt::Key_Up);
    QTRY_COMPARE(rules().weekly, 6);
    QCOMPARE((*weeks)->value(), 6);
    QCOMPARE(rules().daily, 7);

    const QString elsewhere = m_desk->path(u"elsewhere"_s);
    dialog->setFolder(elsewhere);
    QTRY_COMPARE(rules().folder, elsewhere);
    QTRY_VERIFY(says(u"They go to %1"_s.arg(elsewhere)));
    QTest::mouseClick(button(u"Back up now"_s), Qt::LeftButton);
    QTRY_COMPARE(dialog->list().model()->rowCount(), 1);
    QVERIFY(QFileInfo(elsewhere).isDir());
    dialog->setFolder(library());
    QTRY_VERIFY(says(u"is a library itself"_s));
    QCOMPARE(rules().folder, elsewhere);
    QTest::mouseClick(button(u"Usual place"_s), Qt::LeftButton);
    QTRY_VERIFY(rules().folder.isEmpty());
    QTRY_COMPARE(dialog->list().model()->rowCount(), 0);
    QCOMPARE(rules().weekly, 6);
}

void TestLibraries::ofALibraryToReadNothingIsRestored()
{
    auto made = session().notebook().backUpNow();
    QTRY_VERIFY(made.isFinished());
    m_desk->close();
    const Test::ReadOnlyForAll readOnly({m_desk->path({}), library(), library() + u"/backups"_s});
    const Test::Unprivileged user;
    if (!user.isEffective())
        QSKIP("rights can't be given up here");
    m_desk->open();
    QTRY_VERIFY(session().isOpen());
    QVERIFY(!window().actions().moveLibrary->isEnabled());
    const BackupsDialog *dialog = openBackups();
    QTRY_COMPARE(dialog->list().model()->rowCount(), 1);
    for (const QString &words : {u"Back up now"_s, u"Restore this backup…"_s, u"Change…"_s})
        QVERIFY(!button(words)->isEnabled());
    QVERIFY(button(u"Open folder"_s)->isEnabled());
}

QTEST_MAIN(TestLibraries)
#include "tst_libraries.moc"
