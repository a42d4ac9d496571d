// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/findbar.h"
#include "app/findfield.h"
#include "app/previewpane.h"
#include "find/matchesinview.h"
#include "gui/writingtest.h"
#include "preview/previewview.h"

#include <QAction>
#include <QImage>
#include <QMenu>
#include <QScrollBar>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

/// Finding in the preview of the real window.
class TestFindInPage : public TestData::WritingTest
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }
    void findsInWhatIsRead();
    void theKeysMeanWhatHasTheKeyboard();
    void escapeGivesThePageBack();
    void beginsAtWhatIsInView();
    void theContextMenuFinds();
    void theTextFollows();
    void cellsAreMarkedWhereTheyAre();
    void marksGoWithThePage();
    void theCurrentOneStays();

private:
    [[nodiscard]] PreviewView &page() { return window().previewPane().view(); }
    [[nodiscard]] FindBar &bar() { return window().previewPane().findBar(); }
    [[nodiscard]] QString selected() { return page().textCursor().selectedText(); }
    /// In place of the text; the keyboard is in the page then.
    void show(const QString &text)
    {
        editor().replaceAll(text);
        QTRY_VERIFY(isSaved());
        page().setFocus();
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    void type(const QString &words) { QTest::keyClicks(QApplication::focusWidget(), words); }
};

void TestFindInPage::findsInWhatIsRead()
{
    show(u"One **we**ek, [two weeks](https://weeks.example).\n\nA week is a Week.<!-- week -->"_s);
    press(Qt::Key_F, Qt::ControlModifier);
    QVERIFY(bar().isVisible() && bar().soughtField().hasFocus());
    QVERIFY(!bar().replacementField().isVisible());
    QVERIFY(!window().notePane().findBar().isVisible());
    type(u"week"_s);
    QTRY_COMPARE(bar().count(), u"1 of 4"_s); // over the marks, and neither in addresses nor in what is hidden
    QCOMPARE(selected(), u"week"_s);
    press(Qt::Key_Return);
    QCOMPARE(bar().count(), u"2 of 4"_s);
    press(Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(bar().count(), u"1 of 4"_s);
    bar().findChild<QWidget *>(u"wholeWords"_s)->setFocus();
    press(Qt::Key_Space);
    QTRY_COMPARE(bar().count(), u"1 of 3"_s);
}

void TestFindInPage::theKeysMeanWhatHasTheKeyboard()
{
    show(u"one two one two one"_s);
    press(Qt::Key_F, Qt::ControlModifier);
    type(u"one"_s);
    press(Qt::Key_F3);
    QCOMPARE(bar().count(), u"2 of 3"_s);
    press(Qt::Key_F3, Qt::ShiftModifier);
    QCOMPARE(bar().count(), u"1 of 3"_s);
    page().setFocus();
    press(Qt::Key_F3);
    QCOMPARE(bar().count(), u"2 of 3"_s);
    editor().setFocus();
    press(Qt::Key_F, Qt::ControlModifier);
    QVERIFY(window().notePane().findBar().isVisible());
    page().setFocus();
    press(Qt::Key_H, Qt::ControlModifier); // nothing is replaced in a page
    QVERIFY(window().notePane().findBar().soughtField().hasFocus());
}

void TestFindInPage::escapeGivesThePageBack()
{
    show(u"one two three"_s);
    press(Qt::Key_F, Qt::ControlModifier);
    type(u"two"_s);
    QTRY_COMPARE(bar().count(), u"1 of 1"_s);
    press(Qt::Key_Escape);
    QVERIFY(!bar().isVisible());
    QVERIFY(page().hasFocus());
    QCOMPARE(selected(), u"two"_s);
    QVERIFY(page().found().list().isEmpty());
    press(Qt::Key_F, Qt::ControlModifier);
    QCOMPARE(bar().soughtField().text(), u"two"_s);
    QCOMPARE(bar().count(), u"1 of 1"_s);
}

void TestFindInPage::beginsAtWhatIsInView()
{
    show(u"line here\n\n"_s.repeated(200));
    QTRY_VERIFY(page().verticalScrollBar()->maximum() > 2000);
    page().verticalScrollBar()->setValue(2000);
    press(Qt::Key_F, Qt::ControlModifier);
    type(u"here"_s);
    QTRY_VERIFY(!selected().isEmpty());
    QVERIFY(page().viewport()->rect().contains(page().cursorRect()));
    QCOMPARE(page().verticalScrollBar()->value(), 2000);
}

void TestFindInPage::theContextMenuFinds()
{
    show(u"one two"_s);
    const QPoint place = page().viewport()->rect().center();
    QTest::mouseClick(page().viewport(), Qt::RightButton, {}, place);
    QContextMenuEvent asked(QContextMenuEvent::Mouse, place, page().viewport()->mapToGlobal(place));
    QApplication::sendEvent(page().viewport(), &asked);
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    QVERIFY(menu && menu->actions().contains(window().actions().find));
    menu->setActiveAction(window().actions().find);
    QTest::keyClick(menu, Qt::Key_Return);
    QVERIFY(bar().isVisible());
}

void TestFindInPage::theTextFollows()
{
    show(u"line\n\n"_s.repeated(200) + u"here\n\n"_s + u"line\n\n"_s.repeated(200));
    editor().setCursorOffset(0);
    editor().verticalScrollBar()->setValue(0);
    page().verticalScrollBar()->setValue(0);
    press(Qt::Key_F, Qt::ControlModifier);
    type(u"here"_s);
    QTRY_COMPARE(bar().count(), u"1 of 1"_s);
    const int height = page().viewport()->height();
    const QRect word = page().cursorRect();
    QVERIFY(word.top() > height / 5 && word.bottom() < height / 2);
    const qreal there = editor().topOfLine(1200) - editor().verticalScrollBar()->value();
    QVERIFY(there > 0 && there < editor().viewport()->height());
}

void TestFindInPage::cellsAreMarkedWhereTheyAre()
{
    show(u"Words.\n\n| a | b |\n|---|---|\n| one | here |\n"_s);
    const auto around = [this] {
        QTextCursor at = page().document()->find(u"here"_s);
        at.setPosition(at.selectionStart());
        const QRect begin = page().cursorRect(at);
        return page().viewport()->grab(QRect(begin.topLeft() - QPoint(1, 0), QSize(12, begin.height()))).toImage();
    };
    const QImage before = around();
    page().found().set(
        {{page().document()->find(u"here"_s).selectionStart(), page().document()->find(u"here"_s).selectionEnd()}});
    const QImage marked = around();
    QVERIFY(before.pixelColor(4, 4) != marked.pixelColor(4, 4));
}

void TestFindInPage::marksGoWithThePage()
{
    show(u"one two one\n\nthree"_s);
    press(Qt::Key_F, Qt::ControlModifier);
    type(u"one"_s);
    QTRY_COMPARE(bar().count(), u"1 of 2"_s);
    editor().setFocus();
    editor().setCursorOffset(0);
    type(u"A one, a "_s);
    QTRY_COMPARE(page().found().list().size(), 3);
    editor().undo(); // "a "
    editor().undo(); // "one, "
    QTRY_COMPARE(page().found().list().size(), 2);
}

void TestFindInPage::theCurrentOneStays()
{
    show(u"first one\n\nsecond one\n\nthird one"_s);
    press(Qt::Key_F, Qt::ControlModifier);
    type(u"one"_s);
    press(Qt::Key_Return);
    QCOMPARE(bar().count(), u"2 of 3"_s);
    editor().setFocus();
    editor().setCursorOffset(int(editor().markdown().indexOf(u"second"_s)));
    type(u"The "_s); // its paragraph comes anew with each letter
    QTRY_VERIFY(page().document()->toPlainText().contains(u"The second"_s));
    QTRY_COMPARE(bar().count(), u"2 of 3"_s);
    QCOMPARE(selected(), u"one"_s);
    QCOMPARE(page().textCursor().block().text(), u"The second one"_s);
}

QTEST_MAIN(TestFindInPage)
#include "tst_findinpage.moc"
