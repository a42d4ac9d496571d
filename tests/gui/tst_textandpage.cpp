// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/appsettings.h"
#include "app/banner.h"
#include "app/previewpane.h"
#include "gui/writingtest.h"
#include "preview/previewview.h"
#include "support/rounds.h"
#include "typeset/pagepainter.h"

#include <QAction>
#include <QFile>
#include <QFileDialog>
#include <QMenu>
#include <QPrintDialog>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QSplitter>
#include <QTextBlock>
#include <QWheelEvent>
#include <QXmlStreamReader>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

namespace {

/// A note with one of each thing that takes more room in one pane than in the other.
QString longNote(QRandomGenerator &random)
{
    QString text = u"Opening words.[^a]\n\n"_s;
    for (int i = 0; i < 60; ++i) {
        switch (random.bounded(8)) {
        case 0:
            text += u"## Heading %1\n\n"_s.arg(i);
            break;
        case 1:
            text += u"- item %1\n- another\n  - inner\n- [ ] task\n\n"_s.arg(i);
            break;
        case 2:
            text += u"![alt](images/%1.png)\n\n"_s.arg(i);
            break;
        case 3:
            text += u"<!-- private\nNothing that a reader sees.\n\nNor this.\n-->\n\n"_s;
            break;
        case 4:
            text += u"| a | b |\n|---|---|\n| %1 | 2 |\n\n"_s.arg(i);
            break;
        default:
            text += u"Paragraph %1 "_s.arg(i) + u"words of the week "_s.repeated(1 + random.bounded(40)) + u"\n\n"_s;
        }
    }
    return text + u"Closing words.\n\n[^a]: The note.\n"_s;
}

} // namespace

class TestTextAndPage : public TestData::WritingTest
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }
    void bothMoveTogether();
    void bothCatchUpWithoutAJump();
    void whatIsReadStandsInBoth();
    void apartNothingMoves();
    void typingKeepsItsBlockInView();
    void typingMovesNothingElse();
    void aWordLeadsToItself();
    void selectingAllMovesNothing();
    void aTaskIsTicked();
    void theMarkIsThereWhileWriting();
    void aLongTitleOpensAtTheTop();
    void aDraftOpensAtTheEndOfBoth();
    void widthsLeaveTheTextWhereItIs();
    void aKeyToTheCursorMovesBoth();
    void theEndOfTheTextIsThatOfThePage();
    void theLineThatIsWrittenHasRoomBelow();
    void thePageGoesIntoAPdf();
    void thePrintDialogComes();

private:
    [[nodiscard]] PreviewView &page() { return window().previewPane().view(); }
    [[nodiscard]] QScrollBar &textBar() { return *editor().verticalScrollBar(); }
    [[nodiscard]] QScrollBar &pageBar() { return *page().verticalScrollBar(); }
    void fill(const QString &text)
    {
        editor().replaceAll(text);
        QCoreApplication::processEvents(); // what comes next is another thing
        editor().setCursorOffset(0);
        QTRY_VERIFY(editor().isSettled());
        (void)page().document()->size();
        QTRY_VERIFY(isSaved());
        QTRY_VERIFY(textBar().maximum() > 0);
    }
    /// By hand, as a wheel does.
    static void drag(QScrollBar &bar, int value) { bar.setSliderPosition(value); }
    static void wheel(QWidget *over, int turned)
    {
        const QPointF place = QRectF(over->rect()).center();
        QWheelEvent event(place, over->mapToGlobal(place), {}, {0, turned}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QApplication::sendEvent(over, &event);
    }
    /// Of the words' first letter, in the window.
    [[nodiscard]] QPoint placeInPage(const QString &words, int at = 0)
    {
        QTextCursor cursor = page().document()->find(words);
        cursor.setPosition(cursor.selectionStart() + at);
        return page().viewport()->mapTo(&window(), page().cursorRect(cursor).center());
    }
    [[nodiscard]] QPoint placeInText() { return editor().viewport()->mapTo(&window(), editor().cursorRect().center()); }
};

void TestTextAndPage::bothMoveTogether()
{
    QRandomGenerator random(7);
    for (int round = 0; round < rounds(4); ++round) {
        fill(longNote(random));
        drag(textBar(), 0);
        for (QScrollBar *leader : {&textBar(), &pageBar()}) {
            QScrollBar &follower = leader == &textBar() ? pageBar() : textBar();
            int last = 0;
            QCOMPARE(follower.value(), 0);
            while (leader->value() < leader->maximum()) {
                const int to = std::min(leader->value() + 1 + random.bounded(120), leader->maximum());
                drag(*leader, to);
                QCOMPARE(leader->value(), to); // what follows does not lead
                QVERIFY(follower.value() >= last);
                last = follower.value();
            }
            QCOMPARE(follower.value(), follower.maximum());
            QCoreApplication::processEvents();
            QCOMPARE(leader->value(), leader->maximum());
            while (leader->value() > 0) {
                drag(*leader, std::max(leader->value() - 1 - random.bounded(200), 0));
                QVERIFY(follower.value() <= last);
                last = follower.value();
            }
            QCOMPARE(follower.value(), 0);
        }
    }
    wheel(editor().viewport(), -240);
    const int moved = pageBar().value();
    QVERIFY(moved > 0);
    wheel(page().viewport(), -240);
    QVERIFY(textBar().value() > 0 && pageBar().value() > moved);
}

void TestTextAndPage::bothCatchUpWithoutAJump()
{
    QRandomGenerator random(8);
    fill(longNote(random));
    for (int round = 0; round < rounds(20); ++round) {
        const int away = random.bounded(pageBar().maximum() + 1);
        drag(textBar(), random.bounded(textBar().maximum() + 1));
        window().actions().together->setChecked(false);
        drag(pageBar(), away);
        window().actions().together->blockSignals(true); // without the page coming at once
        window().actions().together->setChecked(true);
        window().actions().together->blockSignals(false);
        Q_EMIT window().actions().together->triggered();
        const bool down = round % 2 == 0;
        int last = pageBar().value();
        while (down ? textBar().value() < textBar().maximum() : textBar().value() > 0) {
            drag(textBar(), std::clamp(textBar().value() + (down ? 40 : -40), 0, textBar().maximum()));
            QVERIFY(down ? pageBar().value() >= last : pageBar().value() <= last);
            last = pageBar().value();
        }
        window().actions().together->setChecked(false);
        window().actions().together->setChecked(true);
        QCOMPARE(pageBar().value(), down ? pageBar().maximum() : 0);
    }
}

void TestTextAndPage::whatIsReadStandsInBoth()
{
    QString text;
    for (int i = 0; i < 80; ++i)
        text += u"Paragraph %1. "_s.arg(i) + u"Some words of it. "_s.repeated(1 + i % 9) + u"\n\n"_s;
    fill(text);
    for (int value = textBar().maximum() / 4; value < textBar().maximum(); value += 97) {
        drag(textBar(), value);
        // The line in step lies as far down the view as the view in the text.
        const auto paragraph = [](const QTextEdit &edit) {
            const QScrollBar *bar = edit.verticalScrollBar();
            const int y = edit.viewport()->height() * bar->value() / bar->maximum();
            const QString words = edit.cursorForPosition({30, y}).block().text();
            return words.isEmpty() ? -1 : words.section(u' ', 1, 1).chopped(1).toInt();
        };
        if (const int inText = paragraph(editor()); inText >= 0)
            QVERIFY(std::abs(paragraph(page()) - inText) <= 1);
    }
}

void TestTextAndPage::apartNothingMoves()
{
    QRandomGenerator random(9);
    fill(longNote(random));
    drag(textBar(), 0);
    QAction *together = window().actions().together;
    QVERIFY(together->isChecked());
    together->trigger();
    QVERIFY(!m_desk->settings().isScrolledTogether());
    drag(textBar(), textBar().maximum());
    QTest::keyClicks(&editor(), u"words"_s);
    QCOMPARE(pageBar().value(), 0);
    drag(textBar(), textBar().maximum());
    drag(pageBar(), pageBar().maximum() / 2);
    QCOMPARE(textBar().value(), textBar().maximum());
    together->trigger();
    QCOMPARE(pageBar().value(), pageBar().maximum());
    QVERIFY(m_desk->settings().isScrolledTogether());
    together->trigger();
    m_desk->close();
    m_desk->open();
    QVERIFY(!window().actions().together->isChecked());
    QTRY_VERIFY(session().draft());
}

void TestTextAndPage::typingKeepsItsBlockInView()
{
    QRandomGenerator random(10);
    fill(longNote(random));
    editor().goToEnd();
    for (int line = 0; line < 30; ++line) {
        QTest::keyClick(&editor(), Qt::Key_Return);
        QTest::keyClick(&editor(), Qt::Key_Return);
        QTest::keyClicks(&editor(), u"Typed words %1"_s.arg(line));
        const PreviewView::Stretch last = page().stretch(page().stretchOfSource(editor().cursorOffset()));
        QVERIFY(last.top >= pageBar().value() && last.bottom <= pageBar().value() + page().viewport()->height());
    }
}

void TestTextAndPage::typingMovesNothingElse()
{
    QRandomGenerator random(11);
    fill(longNote(random));
    for (int round = 0; round < rounds(15); ++round) {
        drag(textBar(), textBar().maximum() * (20 + random.bounded(60)) / 100);
        const int number = page().stretchAt(pageBar().value() + 150);
        const PreviewView::Stretch part = page().stretch(number);
        if (part.top < pageBar().value() || part.bottom > pageBar().value() + page().viewport()->height() - 100)
            continue;
        QTextCursor there(editor().document());
        there.setPosition(part.end);
        if (!there.block().text().startsWith(u"Paragraph"_s))
            continue;
        editor().setCursorOffset(part.end);
        const qreal before = page().stretch(number).top - pageBar().value();
        QTest::keyClicks(&editor(), u" typed words of it"_s);
        QVERIFY(std::abs(page().stretch(number).top - pageBar().value() - before) <= 2);
    }
}

void TestTextAndPage::aWordLeadsToItself()
{
    QString text;
    for (int i = 0; i < 60; ++i)
        text += u"Paragraph %1 has *its own* number%1 in it, and more words.\n\n"_s.arg(i);
    fill(text);
    for (const int i : {30, 12, 45, 29}) {
        drag(pageBar(), pageBar().maximum() * i / 60);
        const QString word = u"number%1"_s.arg(i);
        QTextCursor found = page().document()->find(word);
        if (!page().viewport()->rect().contains(page().cursorRect(found)))
            page().showSource(int(text.indexOf(word)));
        const QPoint place = placeInPage(word, 3);
        const int before = pageBar().value();
        QTest::mouseClick(page().viewport(), Qt::LeftButton, {}, page().viewport()->mapFrom(&window(), place));
        QVERIFY(editor().hasFocus());
        QCOMPARE(editor().cursorOffset(), int(text.indexOf(word)) + 3);
        QVERIFY(std::abs(placeInText().y() - place.y()) <= 20);
        QCOMPARE(pageBar().value(), before);
    }
}

void TestTextAndPage::selectingAllMovesNothing()
{
    QRandomGenerator random(3);
    fill(longNote(random));
    QTest::keyClick(&editor(), Qt::Key_Down);
    for (const int from : {0, textBar().maximum() / 2}) {
        drag(textBar(), from);
        QTRY_VERIFY(page().isFilled());
        const int text = textBar().value();
        const int shown = pageBar().value();
        for (const bool byKey : {true, false}) {
            editor().setTextCursor(QTextCursor(editor().document()->findBlock(editor().lineEndAt(text + 40))));
            QCoreApplication::processEvents();
            if (byKey) {
                QTest::keyClick(&editor(), Qt::Key_A, Qt::ControlModifier);
            } else {
                Q_EMIT window().actions().edit->aboutToShow();
                window().actions().selectAll->trigger();
            }
            QCoreApplication::processEvents();
            QVERIFY(editor().isAllSelected());
            QCOMPARE(textBar().value(), text);
            QCOMPARE(pageBar().value(), shown);
        }
    }
    QTest::keyClick(&editor(), Qt::Key_End, Qt::ControlModifier); // whoever goes there is followed
    QTRY_VERIFY(pageBar().maximum() - pageBar().value() < page().viewport()->height());
}

void TestTextAndPage::aTaskIsTicked()
{
    QRandomGenerator random(12);
    const QString text = longNote(random) + u"\n\n- [ ] the last task\n\n"_s + u"More.\n\n"_s.repeated(30);
    fill(text);
    editor().setCursorOffset(3);
    const QTextBlock block = page().document()->find(u"the last task"_s).block();
    page().scrollTo(taskBox(*page().document(), block).top() - 100);
    const int textAt = textBar().value();
    const int pageAt = pageBar().value();
    const auto click = [&] {
        const QTextBlock task = page().document()->find(u"the last task"_s).block();
        const QPoint box = taskBox(*page().document(), task).center().toPoint() - QPoint(0, pageBar().value());
        QTest::mouseClick(page().viewport(), Qt::LeftButton, {}, box);
    };
    click();
    QVERIFY(editor().markdown().contains(u"- [x] the last task"_s));
    QCOMPARE(editor().cursorOffset(), 3);
    QCOMPARE(textBar().value(), textAt);
    QVERIFY(std::abs(pageBar().value() - pageAt) <= 1);
    click();
    QCOMPARE(editor().markdown(), text);
    click();
    page().setFocus();
    QTest::keyClick(&page(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(editor().markdown(), text);
    QTest::keyClick(&page(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(editor().markdown().contains(u"- [x] the last task"_s));
    QTest::keyClick(&page(), Qt::Key_Z, Qt::ControlModifier);
    QTRY_VERIFY(isSaved());
}

void TestTextAndPage::theMarkIsThereWhileWriting()
{
    fill(u"First words.\n\n"_s + u"Second words.\n\n"_s.repeated(40));
    editor().setFocus();
    QCoreApplication::processEvents();
    const QRect strip(0, 0, page().viewport()->x() - 1, page().height());
    const auto seen = [&] { return page().grab(strip).toImage(); };
    const QImage first = seen();
    editor().setCursorOffset(20);
    const QImage second = seen();
    QVERIFY(first != second);
    page().setFocus();
    QTRY_VERIFY(seen() != second && seen() != first);
    editor().setFocus();
    QTRY_COMPARE(seen(), second);
}

void TestTextAndPage::aLongTitleOpensAtTheTop()
{
    const NoteId id = session().draft()->noteId();
    fill(u"Words of the week.\n\n"_s.repeated(60));
    editor().setCursorOffset(0);
    NoteFields fields = session().draft()->fields();
    fields.title = u"A title that goes on and on over many lines "_s.repeated(12);
    fields.subtitle = u"And a subtitle "_s.repeated(10);
    fields.status = NoteStatus::Published; // it opens at its beginning
    session().draft()->setFields(fields);
    QTRY_VERIFY(isSaved());
    m_desk->close();
    m_desk->open(id.toString());
    QTRY_VERIFY(session().draft() && page().isVisible());
    QCOMPARE(textBar().value(), 0);
    QCOMPARE(pageBar().value(), 0);
    QCoreApplication::processEvents();
    QTRY_VERIFY(pageBar().maximum() > 0);
    QCOMPARE(pageBar().value(), 0);
}

void TestTextAndPage::aDraftOpensAtTheEndOfBoth()
{
    const NoteId id = session().draft()->noteId();
    fill(u"Words of the week.\n\n"_s.repeated(200) + u"The end."_s);
    m_desk->close();
    m_desk->open(id.toString());
    QTRY_VERIFY(session().draft() && page().isVisible());
    QTRY_VERIFY(textBar().value() > 0);
    QVERIFY(placeInText().y() > 0 && placeInText().y() < window().height());
    QTRY_VERIFY(window().rect().contains(placeInPage(u"The end."_s)));
    QVERIFY(pageBar().value() > pageBar().maximum() - page().viewport()->height() / 2);
}

void TestTextAndPage::widthsLeaveTheTextWhereItIs()
{
    QRandomGenerator random(13);
    fill(longNote(random));
    const int line = QFontMetrics(editor().font()).lineSpacing() * 2;
    for (int round = 0; round < rounds(20); ++round) {
        drag(textBar(), textBar().maximum() * (20 + random.bounded(60)) / 100);
        (void)editor().document()->size(); // what is not laid out is not found where it will be
        QTextCursor eye = editor().cursorForPosition({30, 0});
        const int before = editor().cursorRect(eye).top();
        if (round % 4 == 3)
            editor().setTextSize(12 + random.bounded(10));
        else
            window().resize(900 + random.bounded(700), 800);
        QCoreApplication::processEvents();
        const int now = editor().cursorRect(eye).top();
        if (textBar().value() < textBar().maximum()) // below which there is no more text to fill the view
            QVERIFY2(std::abs(now - before) <= line, qPrintable(u"%1: %2, %3"_s.arg(round).arg(before).arg(now)));
    }
}

void TestTextAndPage::aKeyToTheCursorMovesBoth()
{
    fill(u"A paragraph of some words, enough for more than one line in a narrow view.\n\n"_s.repeated(60));
    drag(textBar(), textBar().maximum());
    QTRY_VERIFY(pageBar().value() > 0);
    QTest::keyClick(&editor(), Qt::Key_Home, Qt::ControlModifier); // where the cursor is already
    QCOMPARE(textBar().value(), 0);
    QTRY_COMPARE(pageBar().value(), 0);
}

void TestTextAndPage::theEndOfTheTextIsThatOfThePage()
{
    fill(u"A paragraph of some words, enough for more than one line in a narrow view.\n\n"_s.repeated(60) +
         u"```python\n"_s + u"print(1)\n"_s.repeated(9) + u"```\n"_s);
    QTest::keyClick(&editor(), Qt::Key_End, Qt::ControlModifier);
    QTRY_COMPARE(pageBar().value(), pageBar().maximum());
    QTest::keyClick(&editor(), Qt::Key_X);
    QTRY_COMPARE(pageBar().value(), pageBar().maximum());
}

void TestTextAndPage::theLineThatIsWrittenHasRoomBelow()
{
    fill(u"A paragraph of some words, enough for more than one line in a narrow view.\n\n"_s.repeated(60));
    const auto room = [this] { return editor().viewport()->height() - editor().cursorRect().bottom(); };
    QTest::keyClick(&editor(), Qt::Key_End, Qt::ControlModifier);
    QCOMPARE_GE(room(), editor().cursorRect().height());
    for (int i = 0; i < 5; ++i) {
        QTest::keyClick(&editor(), Qt::Key_Return);
        QCOMPARE_GE(room(), editor().cursorRect().height());
    }
    QTest::keyClick(&editor(), Qt::Key_Home, Qt::ControlModifier);
    for (int i = 0; i < 40; ++i) {
        QTest::keyClick(&editor(), Qt::Key_Down);
        QCOMPARE_GE(room(), editor().cursorRect().height());
    }
}

void TestTextAndPage::thePageGoesIntoAPdf()
{
    NoteFields fields = session().draft()->fields();
    fields.title = u"Ferries & <late> ones"_s;
    fields.author = u"Zoë Łęcka"_s;
    session().draft()->setFields(fields);
    editor().moveCursor(QTextCursor::End);
    editor().insertPlainText(u"\n\n<!-- private\nToo long.\n-->\n"_s);
    window().actions().savePdf->trigger();
    QFileDialog *dialog = nullptr;
    QTRY_VERIFY(dialog = window().findChild<QFileDialog *>());
    const QString path = m_desk->path(u"note.pdf"_s);
    Q_EMIT dialog->fileSelected(path);
    dialog->close();
    QFile file(path);
    QTRY_VERIFY(file.exists());
    QTRY_VERIFY(
        window().findChild<Banner *>()->text().endsWith(u"One passage that readers must not see was left out."_s));
    QVERIFY(file.open(QFile::ReadOnly));
    const QByteArray pdf = file.readAll();
    QVERIFY(pdf.startsWith("%PDF-"));
    const qsizetype begin = pdf.indexOf("<rdf:RDF");
    QVERIFY(begin > 0);
    QXmlStreamReader about(pdf.sliced(begin, pdf.indexOf("</rdf:RDF>", begin) + 10 - begin));
    QHash<QString, QString> told;
    QString name;
    while (!about.atEnd()) {
        about.readNext();
        if (about.isStartElement() && about.namespaceUri() == u"http://purl.org/dc/elements/1.1/")
            name = about.name().toString();
        else if (about.isStartElement() && about.name() == u"li")
            told.insert(name, about.readElementText());
    }
    QVERIFY2(!about.hasError(), qPrintable(about.errorString()));
    QCOMPARE(told.value(u"title"_s), fields.title);
    QCOMPARE(told.value(u"creator"_s), fields.author);
}

void TestTextAndPage::thePrintDialogComes()
{
    QTest::keySequence(&editor(), window().actions().print->shortcut());
    QPrintDialog *dialog = nullptr;
    QTRY_VERIFY(dialog = window().findChild<QPrintDialog *>());
    dialog->reject();
}

QTEST_MAIN(TestTextAndPage)
#include "tst_textandpage.moc"
