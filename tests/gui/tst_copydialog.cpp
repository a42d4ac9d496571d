// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/banner.h"
#include "app/copydialog.h"
#include "app/markdowncopy.h"
#include "app/notepane.h"
#include "editor/markdownedit.h"
#include "gui/windowfixture.h"

#include <QAction>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Weeknotes;

/// The Markdown copy, as the window keeps it and its dialog shows it.
class TestCopyDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void whatIsWrittenReachesItsFile();
    void closingBringsTheLastWords();
    void stoppingLeavesTheFiles();
    void aFolderInTheLibraryIsRefused();
    void aFailureIsSaidAndPasses();

private:
    [[nodiscard]] MainWindow &window() { return m_desk->window(); }
    [[nodiscard]] MarkdownCopy &copy() { return window().markdownCopy(); }
    [[nodiscard]] CopyDialog &dialog();
    [[nodiscard]] bool dialogSays(const QString &words);
    [[nodiscard]] QString banner() { return window().findChildren<Banner *>().first()->text(); }
    [[nodiscard]] QString folder() const { return m_desk->path(u"copy"_s); }
    void write(const QString &text);
    /// What all files of the copy hold.
    [[nodiscard]] QString copied() const;

    std::unique_ptr<TestData::Desk> m_desk;
};

void TestCopyDialog::init()
{
    m_desk = std::make_unique<TestData::Desk>();
    m_desk->open();
    copy().setIntervals(10ms, 20ms);
    const QSignalSpy shown(&m_desk->session(), &Session::weekShown);
    QTRY_VERIFY(!shown.isEmpty());
    m_desk->session().startNote(m_desk->session().week());
    QTRY_VERIFY(m_desk->session().draft());
    write(u"First."_s);
}

void TestCopyDialog::cleanup()
{
    m_desk->close();
    m_desk.reset();
}

CopyDialog &TestCopyDialog::dialog()
{
    if (!window().findChild<CopyDialog *>())
        window().actions().markdownCopy->trigger();
    return *window().findChild<CopyDialog *>();
}

bool TestCopyDialog::dialogSays(const QString &words)
{
    return std::ranges::any_of(dialog().findChildren<QLabel *>(), [&](const QLabel *label) {
        return label->isVisible() && label->text().contains(words);
    });
}

void TestCopyDialog::write(const QString &text)
{
    MarkdownEdit &editor = window().notePane().editor();
    editor.setFocus();
    QTest::keyClicks(&editor, text);
    QTRY_COMPARE(m_desk->session().draft()->state(), DraftSession::State::Saved);
}

QString TestCopyDialog::copied() const
{
    QString all;
    for (const QFileInfo &entry : QDir(folder()).entryInfoList({u"*.md"_s}, QDir::Files)) {
        if (QFile file(entry.filePath()); file.open(QIODevice::ReadOnly))
            all += QString::fromUtf8(file.readAll());
    }
    return all;
}

void TestCopyDialog::whatIsWrittenReachesItsFile()
{
    QVERIFY(dialogSays(u"No copy is kept."_s));
    dialog().setFolder(folder());
    QTRY_VERIFY(dialogSays(u"In step: Today"_s));
    QVERIFY(dialogSays(folder()));
    QVERIFY(copied().endsWith(u"First.\n"));
    dialog().accept();
    write(u" Second."_s);
    QTRY_VERIFY(copied().endsWith(u"First. Second.\n"));
    m_desk->session().removeNotes({m_desk->session().draft()->noteId()});
    QTRY_COMPARE(copied(), QString());
}

void TestCopyDialog::closingBringsTheLastWords()
{
    dialog().setFolder(folder());
    QTRY_VERIFY(copy().state().since.isValid());
    dialog().accept();
    copy().setIntervals(1h, 1h);
    write(u" Last."_s);
    m_desk->close();
    QVERIFY(copied().endsWith(u" Last.\n"));
}

void TestCopyDialog::stoppingLeavesTheFiles()
{
    dialog().setFolder(folder());
    QTRY_VERIFY(copy().state().since.isValid());
    dialog().setFolder({});
    QTRY_VERIFY(dialogSays(u"No copy is kept."_s));
    QVERIFY(copied().endsWith(u"First.\n"));
}

void TestCopyDialog::aFolderInTheLibraryIsRefused()
{
    const QString inside = m_desk->path(u"library/copy"_s);
    dialog().setFolder(inside);
    QTRY_VERIFY(dialogSays(u"lies in the library’s folder"_s));
    QVERIFY(!QFileInfo::exists(inside));
}

void TestCopyDialog::aFailureIsSaidAndPasses()
{
    const QSignalSpy failed(&copy(), &MarkdownCopy::failed);
    const QString drive = m_desk->path(u"drive"_s);
    dialog().setFolder(drive + u"/copy"_s);
    QTRY_VERIFY(banner().contains(u"drive/copy"_s));
    QVERIFY(dialogSays(u"drive/copy"_s));
    dialog().accept();
    QVERIFY(QDir().mkdir(drive));
    QTRY_VERIFY(copy().state().since.isValid());
    QVERIFY(!window().findChildren<Banner *>().first()->isVisible());
    QCOMPARE(failed.size(), 1); // however often it was tried
}

QTEST_MAIN(TestCopyDialog)
#include "tst_copydialog.moc"
