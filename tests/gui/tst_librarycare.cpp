// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/banner.h"
#include "app/notepane.h"
#include "editor/markdownedit.h"
#include "gui/windowfixture.h"
#include "storage/damage.h"

#include <QDir>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Weeknotes;

/// What the window says when its library fails, and what it offers.
class TestLibraryCare : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void aLibraryThatIsGoneIsSaidAndComesBack();
    void aLibraryThatIsGoneCanBeWrittenAgain();
    void aDamagedLibraryComesBackFromItsBackup();
    void aDamagedLibraryWithoutABackupSaysSo();
    void aFileThatIsNoLibraryIsReplacedFromItsBackup();
    void whatAnotherFileReplacedIsSaid();
    void aBackupThatFailsIsSaidOnceADay();

private:
    [[nodiscard]] MarkdownEdit &editor() { return m_desk->window().notePane().editor(); }
    [[nodiscard]] bool isSaved()
    {
        const DraftSession *draft = m_desk->session().draft();
        return draft && draft->state() == DraftSession::State::Saved;
    }
    [[nodiscard]] QString library() const { return m_desk->path(u"library"_s); }
    [[nodiscard]] QString banner() { return m_desk->window().findChildren<Banner *>().first()->text(); }
    [[nodiscard]] QPushButton *choice(const QString &words);

    std::unique_ptr<TestData::Desk> m_desk;
};

void TestLibraryCare::init()
{
    m_desk = std::make_unique<TestData::Desk>();
    m_desk->open();
    const QSignalSpy shown(&m_desk->session(), &Session::weekShown);
    QTRY_VERIFY(!shown.isEmpty());
    m_desk->session().notebook().setRetryInterval(20ms);
    m_desk->session().startNote(m_desk->session().week());
    QTRY_VERIFY(m_desk->session().draft());
    editor().setFocus();
    QTest::keyClicks(&editor(), u"First."_s);
    QTRY_VERIFY(isSaved());
}

void TestLibraryCare::cleanup()
{
    m_desk->close();
    m_desk.reset();
}

QPushButton *TestLibraryCare::choice(const QString &words)
{
    for (const auto *banner : m_desk->window().findChildren<Banner *>()) {
        for (auto *button : banner->findChildren<QPushButton *>()) {
            if (button->isVisible() && button->text().startsWith(words))
                return button;
        }
    }
    return nullptr;
}

void TestLibraryCare::aLibraryThatIsGoneIsSaidAndComesBack()
{
    QVERIFY(QDir().rename(library(), m_desk->path(u"away"_s)));
    QTest::keyClicks(&editor(), u" Second."_s);
    QTRY_VERIFY(choice(u"Write it there again"_s));
    QVERIFY(!isSaved());
    QVERIFY(QDir().rename(m_desk->path(u"away"_s), library()));
    QTRY_VERIFY(!choice(u"Write it there again"_s));
    QTRY_VERIFY(isSaved());
    QCOMPARE(editor().markdown(), u"First. Second."_s);
}

void TestLibraryCare::aLibraryThatIsGoneCanBeWrittenAgain()
{
    QVERIFY(QDir().rename(library(), m_desk->path(u"away"_s)));
    QTest::keyClicks(&editor(), u" Second."_s);
    QTRY_VERIFY(choice(u"Write it there again"_s));
    choice(u"Write it there again"_s)->click();
    QTRY_VERIFY(isSaved());
    QTRY_VERIFY(!choice(u"Write it there again"_s));
    m_desk->close();
    m_desk->open();
    QTRY_COMPARE(editor().markdown(), u"First. Second."_s);
}

void TestLibraryCare::aDamagedLibraryComesBackFromItsBackup()
{
    auto made = m_desk->session().notebook().backUpNow();
    QTRY_VERIFY(made.isFinished());
    QVERIFY(made.result());
    QTest::keyClicks(&editor(), u" Second."_s);
    QTRY_VERIFY(isSaved());
    auto newer = m_desk->session().notebook().backUpNow(); // whose texts will be damaged, which nothing shows at once
    QTRY_VERIFY(newer.isFinished());
    QVERIFY(newer.result());
    m_desk->close();
    const QString file = Library::databasePath(library());
    for (const qint64 leaf : Test::leavesOf(file, u"notes"_s))
        Test::damagePage(file, leaf);
    for (const qint64 leaf : Test::leavesOf(newer.result()->path, u"texts"_s))
        Test::damagePage(newer.result()->path, leaf);
    m_desk->open();
    QTRY_VERIFY(banner().contains(u"is damaged"_s));
    QTRY_VERIFY(m_desk->session().isOpen());
    QTRY_VERIFY(choice(u"Restore the backup of "_s));
    choice(u"Restore the backup of "_s)->click();
    QTRY_VERIFY(banner().isEmpty() && m_desk->session().isOpen() && !m_desk->session().isReadOnly());
    QTRY_COMPARE(editor().markdown(), u"First."_s);
    editor().setFocus();
    QTest::keyClicks(&editor(), u"Then "_s);
    QTRY_VERIFY(isSaved());
}

void TestLibraryCare::aDamagedLibraryWithoutABackupSaysSo()
{
    m_desk->close();
    const QString file = Library::databasePath(library());
    for (const qint64 leaf : Test::leavesOf(file, u"notes"_s))
        Test::damagePage(file, leaf);
    m_desk->open();
    QTRY_VERIFY(banner().contains(u"There is no sound backup of it."_s));
    QVERIFY(!choice(u"Restore"_s));
    QVERIFY(!m_desk->window().actions().newNote->isEnabled()); // there is no place for it
}

void TestLibraryCare::aFileThatIsNoLibraryIsReplacedFromItsBackup()
{
    auto made = m_desk->session().notebook().backUpNow();
    QTRY_VERIFY(made.isFinished());
    m_desk->close();
    QFile file(Library::databasePath(library()));
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(QByteArray(5000, 'x'));
    file.close();
    m_desk->open();
    const auto restore = [this]() -> QPushButton * {
        for (auto *button : m_desk->window().findChildren<QPushButton *>()) {
            if (button->isVisible() && button->text().startsWith(u"Restore the backup of "_s))
                return button;
        }
        return nullptr;
    };
    QTRY_VERIFY(restore());
    QTest::mouseClick(restore(), Qt::LeftButton);
    QTRY_VERIFY(m_desk->session().isOpen());
    QTRY_COMPARE(editor().markdown(), u"First."_s);
}

void TestLibraryCare::whatAnotherFileReplacedIsSaid()
{
    const QString file = Library::databasePath(library());
    const QString older = m_desk->path(u"older.sqlite"_s);
    {
        const auto database = Test::valueOf(SqliteEngine::connect(file, SqliteEngine::Mode::ReadWrite));
        Test::valueOf(SqliteEngine(*database).copyTo(older));
    }
    QTest::keyClicks(&editor(), u" Second."_s);
    QTRY_VERIFY(isSaved());
    QVERIFY(QFile::remove(file));
    QVERIFY(QFile::rename(older, file));
    QTRY_COMPARE(editor().markdown(), u"First."_s);
    QTRY_VERIFY(banner().contains(u"is the backup of Friday, 20 November 2026"_s));
    QVERIFY(!m_desk->session().notebook().trouble());
}

void TestLibraryCare::aBackupThatFailsIsSaidOnceADay()
{
    Notebook &notebook = m_desk->session().notebook();
    auto made = notebook.backUpNow();
    QTRY_VERIFY(made.isFinished());
    auto saved = notebook.changeSettings(
        [away = m_desk->path(u"away/stick"_s)](LibrarySettings &settings) { settings.backups.folder = away; });
    QTRY_VERIFY(saved.isFinished());
    const QSignalSpy failed(&notebook, &Notebook::backupFailed);
    notebook.backUpIfDue();
    QTRY_VERIFY(banner().startsWith(u"No backup could be made."_s));
    QVERIFY(banner().contains(u"The last one is of Friday, 20 November 2026"_s));
    QVERIFY(choice(u"Close"_s));
    choice(u"Close"_s)->click();
    notebook.backUpIfDue();
    QTRY_COMPARE(failed.size(), 2);
    auto listed = notebook.backups(); // what would be said comes after these
    QTRY_VERIFY(listed.isFinished());
    QCoreApplication::processEvents();
    QVERIFY(banner().isEmpty());
}

QTEST_MAIN(TestLibraryCare)
#include "tst_librarycare.moc"
