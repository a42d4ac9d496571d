// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/findbar.h"
#include "app/previewpane.h"
#include "app/searchfield.h"
#include "app/searchpopup.h"
#include "app/topbar.h"
#include "app/translators.h"
#include "gui/writingtest.h"

#include <QAccessible>
#include <QLabel>
#include <QListView>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

/// The one box for notes, headings, commands and weeks, in the real window.
class TestSearchWindow : public TestData::WritingTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTranslators(*qApp); }
    void init()
    {
        WritingTest::begin();
        first = session().draft()->noteId();
    }
    void cleanup() { end(); }
    void opensAtTheMatch();
    void opensAtTheMatchWhereItIsOpen();
    void opensAtTheMatchFromUnsavedWords();
    void opensATitleAtTheTop();
    void marksGoWithTheFirstLetterAndEscape();
    void opensAtAHeading();
    void runsACommand();
    void listsCommandsAlone();
    void beginsAMissedWeek();
    void narrowsAYear();
    void showsWhatWasOpenWithoutWords();
    void escapeLeavesForGood();
    void clicksChoose();
    void anAnswerOfTheLibraryBeforeIsNotWaitedFor();
    void standsStillWhateverTheWeek();

private:
    [[nodiscard]] SearchField *field() { return window().findChild<SearchField *>(); }
    [[nodiscard]] SearchPopup &popup() { return window().searchPopup(); }
    [[nodiscard]] QString selected() { return editor().textCursor().selectedText(); }
    [[nodiscard]] QStringList shown()
    {
        QStringList lines;
        for (int row = 0; row < popup().results().rowCount(); ++row)
            lines << popup().results().index(row, 0).data().toString();
        return lines;
    }
    [[nodiscard]] bool shows(const QString &words) { return shown().join(u'\n').contains(words); }
    void press(Qt::Key key) { QTest::keyClick(field(), key); }
    void ask(const QString &words)
    {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_K, Qt::ControlModifier);
        QVERIFY(field()->hasFocus());
        QVERIFY(popup().isVisible());
        QTest::keyClicks(field(), words);
    }
    /// A note of last week, open.
    void writeAnother(const QString &title, const QString &text)
    {
        session().startNote(session().week().previous());
        QTRY_VERIFY(session().draft() && session().draft()->noteId() != first);
        window().notePane().setTitleAndText(title, text);
        QTRY_VERIFY(isSaved());
        QTRY_COMPARE(session().shelf().note(session().draft()->noteId())->fields.title, title);
    }
    void goBack()
    {
        session().showNote(first);
        QTRY_COMPARE(session().draft()->noteId(), first);
    }

    NoteId first;
};

void TestSearchWindow::opensAtTheMatch()
{
    const QString filler = QString(u"filler words of no use\n\n"_s).repeated(80);
    writeAnother(u"Printers"_s, u"ink\n\n"_s + filler + u"The **red ink** was late.\n\n"_s + filler);
    goBack();
    ask(u"\"red ink\""_s);
    QTRY_VERIFY(shows(u"Printers"_s));
    press(Qt::Key_Return);
    QTRY_COMPARE(selected(), u"red ink"_s);
    QVERIFY(editor().hasFocus());
    QVERIFY(editor().viewport()->rect().contains(editor().cursorRect()));
    QCOMPARE(editor().matches().size(), 1);
    ask(u"ink"_s);
    QTRY_VERIFY(shows(u"Printers"_s));
    press(Qt::Key_Return);
    QTRY_COMPARE(editor().matches().size(), 2);
    QCOMPARE(editor().selection().begin, 0);
    QTest::keyClick(&editor(), Qt::Key_F3); // Find goes on from there
    QCOMPARE(selected(), u"ink"_s);
    QVERIFY(editor().selection().begin > 1000);
}

void TestSearchWindow::opensAtTheMatchWhereItIsOpen()
{
    editor().replaceAll(u"Tea went cold. Café tables."_s);
    QTRY_VERIFY(isSaved());
    ask(u"cafe tab"_s);
    QTRY_COMPARE(popup().results().count(), 1);
    press(Qt::Key_Return);
    QTRY_COMPARE(selected(), u"Café"_s);
    QCOMPARE(editor().matches().size(), 2); // each of the words
}

void TestSearchWindow::opensAtTheMatchFromUnsavedWords()
{
    writeAnother(u"Printers"_s, u"First.\n\nThe red ink was late."_s);
    goBack();
    ask(u"\"red ink\""_s);
    QTRY_VERIFY(shows(u"Printers"_s));
    const QSignalSpy shown(&session(), &Session::weekShown);
    NoteFields fields = session().draft()->fields();
    fields.kind = NoteKind::Longer; // the timeline has another order
    session().draft()->setFields(fields);
    QVERIFY(!isSaved());
    press(Qt::Key_Return);
    QTRY_COMPARE(selected(), u"red ink"_s);
    QVERIFY(shown.size() > 1); // of the other note, too: it was saved on the way
}

void TestSearchWindow::opensATitleAtTheTop()
{
    writeAnother(u"Zebra"_s, QString(u"Nothing of that kind.\n\n"_s).repeated(60));
    editor().goToEnd();
    goBack();
    ask(u"zebra"_s);
    QTRY_COMPARE(popup().results().count(), 1);
    press(Qt::Key_Return);
    QTRY_VERIFY(session().draft()->noteId() != first);
    QTRY_COMPARE(editor().cursorOffset(), 0);
    QVERIFY(editor().matches().isEmpty());
}

void TestSearchWindow::marksGoWithTheFirstLetterAndEscape()
{
    write(u"Tea, and tea again."_s);
    const auto mark = [&] {
        ask(u"tea"_s);
        QTRY_COMPARE(popup().results().count(), 1);
        press(Qt::Key_Return);
        QTRY_COMPARE(editor().matches().size(), 2);
    };
    mark();
    QTest::keyClick(&editor(), Qt::Key_Escape);
    QVERIFY(editor().matches().isEmpty());
    mark();
    QTest::keyClick(&editor(), Qt::Key_End);
    QCOMPARE(editor().matches().size(), 2);
    QTest::keyClicks(&editor(), u"x"_s);
    QVERIFY(editor().matches().isEmpty());
    QTRY_VERIFY(isSaved());
    mark();
    QTest::keyClick(&editor(), Qt::Key_F, Qt::ControlModifier); // Find takes over
    QVERIFY(!window().notePane().findBar().isHidden());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(window().notePane().findBar().isHidden());
    QVERIFY(editor().matches().isEmpty());
}

void TestSearchWindow::opensAtAHeading()
{
    writeAnother(u"Reading"_s, u"Hello.\n\n## Highlights\n\none\n\n## Something I’ve learned\n\ntwo\n"_s);
    goBack();
    ask(u"something lea"_s);
    QTRY_VERIFY(popup().isAnswered());
    QVERIFY(shown().contains(u"Something I’ve learned"_s));
    while (popup().list().currentIndex().data().toString() != u"Something I’ve learned"_s)
        press(Qt::Key_Down);
    press(Qt::Key_Return);
    QTRY_COMPARE(editor().cursorOffset(), editor().markdown().indexOf(u"## Something"_s));
}

void TestSearchWindow::runsACommand()
{
    const int before = editor().textSize();
    ask(u"larger text"_s);
    QTRY_VERIFY(shown().contains(u"Larger text"_s));
    press(Qt::Key_Return);
    QTRY_COMPARE(editor().textSize(), before + 1); // Return may wait for the library's answer
    QVERIFY(editor().hasFocus());
    QVERIFY(field()->text().isEmpty());
    ask(u"export"_s);
    QTRY_VERIFY(shown().contains(u"Publish…"_s));
    window().actions().publish->setEnabled(false);
    press(Qt::Key_Escape);
    ask(u"export"_s);
    QTRY_VERIFY(shown().contains(u"Save as PDF…"_s));
    QVERIFY(!shown().contains(u"Publish…"_s));
}

void TestSearchWindow::listsCommandsAlone()
{
    write(u"A preview of tea."_s);
    ask(u"> preview"_s);
    QCOMPARE(shown(), QStringList({u"Commands"_s, u"Preview"_s})); // at once
    press(Qt::Key_Return);
    QVERIFY(!window().previewPane().isVisible());
    ask(u">"_s);
    QVERIFY(popup().results().count() > 30);
}

void TestSearchWindow::beginsAMissedWeek()
{
    ask(u"2026-W40"_s);
    QTRY_VERIFY(shown().contains(u"Week 40"_s));
    QVERIFY(popup().list().currentIndex().data(Qt::AccessibleTextRole).toString().endsWith(u"Write it"_s));
    press(Qt::Key_Return);
    QTRY_VERIFY(session().draft() && session().draft()->noteId() != first);
    QCOMPARE(session().draft()->fields().covers, (Period{QDate(2026, 9, 28), QDate(2026, 10, 4)}));
}

void TestSearchWindow::narrowsAYear()
{
    ask(u"2026"_s);
    QTRY_VERIFY(shown().contains(u"November 2026"_s));
    press(Qt::Key_Return);
    QCOMPARE(field()->text(), u"November 2026"_s);
    QTRY_VERIFY(!shown().contains(u"November 2026"_s));
    QCOMPARE(popup().results().count(), 1);
}

void TestSearchWindow::showsWhatWasOpenWithoutWords()
{
    writeAnother(u"Printers"_s, u"ink"_s);
    ask({});
    QCOMPARE(popup().results().count(), 1); // not the one that is open
    auto *hint = popup().findChildren<QLabel *>().last();
    QVERIFY(hint->isVisible() && hint->text().contains(u"-without"_s));
    press(Qt::Key_Return); // nothing is chosen yet
    QVERIFY(popup().isVisible());
    press(Qt::Key_Down);
    press(Qt::Key_Return);
    QTRY_COMPARE(session().draft()->noteId(), first);
    QVERIFY(editor().matches().isEmpty());
    ask(u"x"_s);
    QTRY_VERIFY(!hint->isVisible());
    press(Qt::Key_Backspace);
    QVERIFY(hint->isVisible());
}

void TestSearchWindow::escapeLeavesForGood()
{
    ask(u"week"_s);
    press(Qt::Key_Escape); // before the answer
    QVERIFY(!popup().isVisible());
    QVERIFY(editor().hasFocus());
    QVERIFY(field()->text().isEmpty());
    ask(u"week"_s);
    QTRY_VERIFY(popup().results().count() > 0);
    press(Qt::Key_Up); // round to the last one
    QCOMPARE(popup().list().currentIndex().row(), popup().results().rowCount() - 1);
    press(Qt::Key_Escape);
    QVERIFY(!popup().isVisible());
    QVERIFY(field()->text().isEmpty());
}

void TestSearchWindow::clicksChoose()
{
    const bool shownBefore = window().previewPane().isVisible();
    QTest::mouseClick(field(), Qt::LeftButton);
    QVERIFY(popup().isVisible());
    QTest::keyClicks(field(), u">preview"_s);
    QListView &list = popup().list();
    QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, list.visualRect(list.model()->index(0, 0)).center());
    QVERIFY(popup().isVisible()); // a heading leads nowhere
    QTest::mouseClick(list.viewport(), Qt::LeftButton, {}, list.visualRect(list.model()->index(1, 0)).center());
    QVERIFY(!popup().isVisible());
    QCOMPARE(window().previewPane().isVisible(), !shownBefore);
}

void TestSearchWindow::anAnswerOfTheLibraryBeforeIsNotWaitedFor()
{
    ask(u"good"_s);
    const QSignalSpy opened(&session(), &Session::opened);
    session().open(m_desk->path(u"other"_s));
    QVERIFY(!popup().isVisible());
    QTRY_VERIFY(!opened.isEmpty());
    session().startNote(session().week());
    QTRY_VERIFY(session().draft());
    write(u"Another good week."_s);
    field()->reset();
    ask(u"another"_s);
    QTRY_COMPARE(popup().results().count(), 1);
}

void TestSearchWindow::standsStillWhateverTheWeek()
{
    auto *bar = window().findChild<TopBar *>();
    const QRect place = field()->geometry();
    bar->showWeek(u"Week 9"_s, u"2 – 8 March 2026"_s);
    QCoreApplication::processEvents();
    QCOMPARE(field()->geometry(), place);
    bar->showWeek(u"Week 53"_s, u"28 December 2026 – 10 January 2027, and so on, as long as no week can be"_s);
    QCoreApplication::processEvents();
    QCOMPARE(field()->geometry(), place);
}

QTEST_MAIN(TestSearchWindow)
#include "tst_searchwindow.moc"
