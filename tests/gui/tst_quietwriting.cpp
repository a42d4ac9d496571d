// SPDX-License-Identifier: GPL-3.0-or-later
// What stands around the words steps back.
#include "app/findbar.h"
#include "app/statusstrip.h"
#include "app/topbar.h"
#include "gui/writingtest.h"

#include <QAction>
#include <QLabel>
#include <QWindow>

using namespace Weeknotes;
using namespace Weeknotes::TestData;
using namespace Qt::StringLiterals;

class TestQuietWriting : public WritingTest
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }

    void theScreenIsForTheText();
    void theFocusThatWasThereStays();
    void escapeLeavesOnceNothingElseTakesIt();
    void theWayOutIsSaidForAWhile();
    void whatTheStripSaysIsSeen();
    void thePointerBringsTheBar();
    void altAloneOpensTheMenu();
    void theSearchBringsItsBarBack();
    void theWindowSystemMayFillTheScreenToo();
    void otherParagraphsStepBack();
    void theLineStaysWhereItIs();
    void isRemembered();

private:
    [[nodiscard]] bool areBarsShown()
    {
        return window().findChild<TopBar *>()->isVisible() && window().findChild<StatusStrip *>()->isVisible();
    }
    [[nodiscard]] bool isSaid(const QString &sentence)
    {
        const auto labels = window().findChildren<QLabel *>();
        return std::ranges::any_of(
            labels, [&](const QLabel *label) { return label->isVisible() && label->text() == sentence; });
    }
    /// How dark the darkest point is in the line of that offset: 0 is black.
    [[nodiscard]] int darkest(int offset)
    {
        QTextCursor at(editor().document());
        at.setPosition(offset);
        const int y = editor().cursorRect(at).center().y();
        const QImage seen = editor().viewport()->grab().toImage();
        const qreal ratio = seen.devicePixelRatio();
        int darkest = 255;
        for (int row = int((y - 6) * ratio); row < int((y + 6) * ratio); ++row) {
            for (int x = 0; x < seen.width(); ++x)
                darkest = std::min(darkest, qGray(seen.pixel(x, row)));
        }
        return darkest;
    }
};

void TestQuietWriting::theScreenIsForTheText()
{
    QTest::keyClick(&window(), Qt::Key_F11);
    QTRY_VERIFY(window().isFullScreen());
    QTRY_VERIFY(!areBarsShown());
    QVERIFY(window().actions().fullScreen->isChecked() && window().actions().focus->isChecked());
    QVERIFY(editor().hasFocus());
    QTest::keyClicks(&editor(), u" More."_s);
    QVERIFY(editor().markdown().endsWith(u" More."_s));
    QTest::keyClick(&window(), Qt::Key_F11);
    QTRY_VERIFY(!window().isFullScreen() && areBarsShown());
    QVERIFY(!window().actions().focus->isChecked());
}

void TestQuietWriting::theFocusThatWasThereStays()
{
    window().actions().focus->setChecked(true);
    QVERIFY(areBarsShown());
    QTest::keyClick(&window(), Qt::Key_F11);
    QTRY_VERIFY(!areBarsShown());
    QTest::keyClick(&window(), Qt::Key_F11);
    QTRY_VERIFY(areBarsShown());
    QVERIFY(window().actions().focus->isChecked());
}

void TestQuietWriting::escapeLeavesOnceNothingElseTakesIt()
{
    QTest::keyClick(&window(), Qt::Key_Escape); // means nothing elsewhere
    QTest::keyClick(&window(), Qt::Key_F11);
    QTRY_VERIFY(!areBarsShown());
    QTest::keyClick(&editor(), Qt::Key_F, Qt::ControlModifier);
    QTRY_VERIFY(window().notePane().findBar().isVisible());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QVERIFY(!window().notePane().findBar().isVisible());
    QVERIFY(window().isFullScreen());
    QVERIFY(editor().hasFocus());
    QTest::keyClick(&editor(), Qt::Key_Escape);
    QTRY_VERIFY(!window().isFullScreen() && areBarsShown());
    QVERIFY(!window().actions().focus->isChecked());
    QTest::keyClick(&editor(), Qt::Key_Escape);
    QVERIFY(!window().isFullScreen());
}

void TestQuietWriting::theWayOutIsSaidForAWhile()
{
    const auto said = [this] { return isSaid(u"Esc or F11 leaves full screen"_s); };
    QVERIFY(!said());
    QTest::keyClick(&window(), Qt::Key_F11);
    QTRY_VERIFY(said());
    QTest::keyClick(&window(), Qt::Key_F11);
    QTRY_VERIFY(!said());
    QTest::keyClick(&window(), Qt::Key_F11);
    QTRY_VERIFY(said());
    QTRY_VERIFY_WITH_TIMEOUT(!said(), 10'000);
    QVERIFY(window().isFullScreen());
}

void TestQuietWriting::whatTheStripSaysIsSeen()
{
    QTest::keyClick(&window(), Qt::Key_F11);
    QTRY_VERIFY(!areBarsShown());
    window().findChild<StatusStrip *>()->say(u"No misspelt words."_s);
    QVERIFY(isSaid(u"No misspelt words."_s));
    QTest::keyClick(&window(), Qt::Key_F11);
    QTRY_VERIFY(areBarsShown());
    QVERIFY(isSaid(u"No misspelt words."_s)); // in the strip
    window().findChild<StatusStrip *>()->clear();
    QVERIFY(!isSaid(u"No misspelt words."_s));
}

void TestQuietWriting::thePointerBringsTheBar()
{
    const auto *bar = window().findChild<TopBar *>();
    QTest::keyClick(&window(), Qt::Key_F11);
    QTRY_VERIFY(!areBarsShown());
    QTest::mouseMove(window().windowHandle(), QPoint(300, 300));
    const QPoint text = editor().mapTo(&window(), QPoint());
    QTest::mouseMove(window().windowHandle(), QPoint(300, 1));
    QTRY_VERIFY(bar->isVisible());
    QCOMPARE(bar->width(), window().width());
    QCOMPARE(editor().mapTo(&window(), QPoint()), text);
    QTest::mouseMove(window().windowHandle(), QPoint(320, 20));
    QVERIFY(bar->isVisible());
    QTest::mouseMove(window().windowHandle(), QPoint(300, 300));
    QTRY_VERIFY(!bar->isVisible());
    QTest::mouseMove(window().windowHandle(), QPoint(300, 1));
    QTRY_VERIFY(bar->isVisible());
    QTest::keyClick(&editor(), Qt::Key_Escape);
    QTRY_VERIFY(areBarsShown());
    QTRY_COMPARE(bar->mapTo(&window(), QPoint()), QPoint());
    QTRY_COMPARE(editor().mapTo(&window(), QPoint()).y(), text.y() + bar->height());
}

void TestQuietWriting::altAloneOpensTheMenu()
{
    const auto *bar = window().findChild<TopBar *>();
    QTest::keyClick(&window(), Qt::Key_Alt);
    QVERIFY(!QApplication::activePopupWidget());
    QTest::keyClick(&window(), Qt::Key_F11);
    QTRY_VERIFY(!areBarsShown());
    QTest::mouseMove(window().windowHandle(), QPoint(300, 300));
    QTest::keyPress(&editor(), Qt::Key_Alt, Qt::AltModifier);
    QTest::keyClick(&editor(), Qt::Key_Up, Qt::AltModifier);
    QTest::keyRelease(&editor(), Qt::Key_Alt);
    QVERIFY(!QApplication::activePopupWidget());
    QTest::keyClick(&editor(), Qt::Key_Alt);
    QTRY_VERIFY(QApplication::activePopupWidget());
    QVERIFY(bar->isVisible() && window().isFullScreen() && window().actions().focus->isChecked());
    QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Escape);
    QTRY_VERIFY(!bar->isVisible());
    QVERIFY(window().isFullScreen());
}

void TestQuietWriting::theSearchBringsItsBarBack()
{
    QTest::keyClick(&window(), Qt::Key_F11);
    QTRY_VERIFY(!areBarsShown());
    QTest::keyClick(&window(), Qt::Key_K, Qt::ControlModifier);
    QVERIFY(areBarsShown());
    QTRY_VERIFY(window().findChild<TopBar *>()->isAncestorOf(QApplication::focusWidget()));
}

void TestQuietWriting::theWindowSystemMayFillTheScreenToo()
{
    window().setWindowState(Qt::WindowFullScreen);
    QTRY_VERIFY(window().actions().fullScreen->isChecked());
    QVERIFY(areBarsShown()); // nobody asked for quiet
    window().actions().focus->setChecked(true);
    QVERIFY(!areBarsShown());
}

void TestQuietWriting::otherParagraphsStepBack()
{
    editor().replaceAll(u"First words here\nand here.\n\nSecond words.\n\nThird words."_s);
    const int second = int(editor().markdown().indexOf(u"Second"_s));
    editor().setCursorOffset(second);
    const int plain = darkest(0);
    window().actions().dimOthers->trigger();
    QCOMPARE_GT(darkest(0), plain + 60);
    QCOMPARE_GT(darkest(int(editor().markdown().size()) - 1), plain + 60);
    QCOMPARE_LT(darkest(second), plain + 30);
    editor().setCursorOffset(20); // the second line of the first paragraph, which is as bright as its first
    QCOMPARE_LT(darkest(0), plain + 30);
    QCOMPARE_GT(darkest(second), plain + 60);
    editor().selectAll();
    QCOMPARE_LT(darkest(second), plain + 30);
    window().actions().dimOthers->trigger();
    editor().setCursorOffset(0);
    QCOMPARE_LT(darkest(second), plain + 30);
}

void TestQuietWriting::theLineStaysWhereItIs()
{
    editor().replaceAll(u"Words of a line.\n\n"_s.repeated(100));
    QTRY_VERIFY(isSaved());
    window().actions().typewriter->trigger();
    editor().setFocus();
    editor().goToEnd();
    const int height = editor().cursorRect().center().y();
    QCOMPARE(height, int(0.45 * editor().viewport()->height()));
    QTest::keyClicks(&editor(), u"More words."_s);
    QTest::keyClick(&editor(), Qt::Key_Return);
    QTest::keyClicks(&editor(), u"And more."_s);
    QCOMPARE(editor().cursorRect().center().y(), height);
    window().actions().preview->trigger(); // the text has another width
    QTRY_VERIFY(!window().actions().preview->isChecked());
    QCOMPARE(editor().cursorRect().center().y(), height);
}

void TestQuietWriting::isRemembered()
{
    window().actions().dimOthers->trigger();
    window().actions().typewriter->trigger();
    m_desk->close();
    m_desk->open();
    QVERIFY(window().actions().dimOthers->isChecked());
    QVERIFY(window().actions().typewriter->isChecked());
}

QTEST_MAIN(TestQuietWriting)
#include "tst_quietwriting.moc"
