// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/markdownedit.h"
#include "style/typography.h"
#include "support/pixels.h"
#include "support/rounds.h"

#include <QApplication>
#include <QClipboard>
#include <QDragEnterEvent>
#include <QMimeData>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>
#include <QTextDocument>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

class TestMarkdownEdit : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QApplication::setCursorFlashTime(0); } // the caret stands
    void init()
    {
        m_edit = std::make_unique<MarkdownEdit>();
        m_edit->resize(700, 500);
        m_edit->show();
        m_edit->setFocus();
        QVERIFY(QTest::qWaitForWindowExposed(m_edit.get()));
    }
    void cleanup() { m_edit.reset(); }

    void settingTextSaysNothing()
    {
        const QSignalSpy edited(m_edit.get(), &MarkdownEdit::textEdited);
        m_edit->setMarkdown(u"# One\n\nwords"_s);
        m_edit->setScheme(Scheme::Dark);
        m_edit->setTextSize(20);
        QCOMPARE(edited.count(), 0);
        QCOMPARE(m_edit->markdown(), u"# One\n\nwords"_s);
        QCOMPARE(m_edit->cursorOffset(), 0);
        QVERIFY(!m_edit->document()->isUndoAvailable());
    }

    void typingSaysSoOncePerEdit()
    {
        const QSignalSpy edited(m_edit.get(), &MarkdownEdit::textEdited);
        QTest::keyClicks(m_edit.get(), u"Week"_s);
        QCOMPARE(edited.count(), 4);
        QCOMPARE(m_edit->markdown(), u"Week"_s);
        m_edit->undo();
        QCOMPARE(edited.count(), 5);
        QCOMPARE(m_edit->markdown(), QString());
    }

    /// An edit has only that painted anew which it changed: nothing stale is left in the window.
    void whatIsPaintedAnewIsAllThatLooksOther()
    {
        const QStringList pieces{
            u"x"_s,  u"word "_s, u"\n"_s,     u"\n\n"_s,           u"**"_s,    u"# "_s,   u"> "_s,
            u"- "_s, u"```\n"_s, u"`code`"_s, u"<!-- private\n"_s, u"-->\n"_s, u"    "_s, u"\u05e9"_s};
        const quint32 seed = QRandomGenerator::global()->generate();
        QRandomGenerator random(seed);
        m_edit->setMarkdown(u"# Heading\n\nSome **words**, enough for a line that breaks in the view, and more.\n\n"
                            "- one\n- two\n\n```cpp\nint x;\n\nint y;\n```\n\n"_s.repeated(6));
        for (int round = 0; round < rounds(80); ++round) {
            m_edit->setCursorOffset(random.bounded(m_edit->document()->characterCount()));
            QTRY_VERIFY(m_edit->isSettled());
            (void)seenOf(*m_edit);
            QTextCursor cursor = m_edit->textCursor();
            if (random.bounded(4) == 0)
                cursor.deletePreviousChar();
            else
                cursor.insertText(pieces[random.bounded(pieces.size())]);
            QTRY_VERIFY(m_edit->isSettled());
            const QImage after = seenOf(*m_edit);
            m_edit->viewport()->update();
            QVERIFY2(pixelsApart(after, seenOf(*m_edit)) < 10, qPrintable(u"seed %1, round %2"_s.arg(seed).arg(round)));
        }
    }

    /// To read what a language looks like takes longer than a turn, and the next one begins with an empty line.
    void anEmptyLineOfCodeHasItsGround()
    {
        for (const QString &language : {u"ruby"_s, u"php"_s, u"perl"_s, u"rust"_s, u"haskell"_s}) {
            m_edit->setMarkdown(u"x\n\n\n\ny"_s);
            QTRY_VERIFY(m_edit->isSettled());
            (void)seenOf(*m_edit);
            QTextCursor(m_edit->document()).insertText(u"```"_s + language + u"\n"_s);
            QTRY_VERIFY(m_edit->isSettled());
            const QImage after = seenOf(*m_edit);
            m_edit->viewport()->update();
            QVERIFY2(pixelsApart(after, seenOf(*m_edit)) < 10, qPrintable(language));
        }
    }

    void settingTextForgetsTheHistory()
    {
        QTest::keyClicks(m_edit.get(), u"old"_s);
        m_edit->setMarkdown(u"new"_s);
        m_edit->undo();
        QCOMPARE(m_edit->markdown(), u"new"_s);
    }

    void everyCharacterIsKept_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("no-break spaces") << u"5\u00a0km, 10\u202f%"_s;
        QTest::newRow("tabs and spaces at the end") << u"\ta  \n  \n\n"_s;
        QTest::newRow("emoji") << u"👩‍👩‍👧 and 🏃"_s;
        QTest::newRow("right to left") << u"ملاحظات\nweek"_s;
        QTest::newRow("line separator") << u"a\u2028b"_s;
    }

    void everyCharacterIsKept()
    {
        QFETCH(QString, text);
        m_edit->setMarkdown(text);
        QCOMPARE(m_edit->markdown(), text);
    }

    void enterContinuesAndEndsAList()
    {
        QTest::keyClicks(m_edit.get(), u"- one"_s);
        QTest::keyClick(m_edit.get(), Qt::Key_Return);
        QTest::keyClicks(m_edit.get(), u"two"_s);
        QTest::keyClick(m_edit.get(), Qt::Key_Enter, Qt::KeypadModifier);
        QTest::keyClick(m_edit.get(), Qt::Key_Return);
        QTest::keyClicks(m_edit.get(), u"end"_s);
        QCOMPARE(m_edit->markdown(), u"- one\n- two\n\nend"_s);
    }

    void shiftEnterIsAPlainLine()
    {
        QTest::keyClicks(m_edit.get(), u"- one"_s);
        QTest::keyClick(m_edit.get(), Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(m_edit->markdown(), u"- one\n"_s);
    }

    void codeIsLeftAlone()
    {
        m_edit->setMarkdown(u"```\n- x"_s);
        m_edit->setCursorOffset(7);
        QTRY_VERIFY(m_edit->isSettled());
        QTest::keyClick(m_edit.get(), Qt::Key_Return);
        QTRY_VERIFY(m_edit->isSettled());
        QTest::keyClick(m_edit.get(), Qt::Key_Tab);
        QCOMPARE(m_edit->markdown(), u"```\n- x\n\t"_s);
    }

    void tabMovesItems()
    {
        m_edit->setMarkdown(u"- a\n- b"_s);
        m_edit->setCursorOffset(7);
        QTest::keyClick(m_edit.get(), Qt::Key_Tab);
        QCOMPARE(m_edit->markdown(), u"- a\n  - b"_s);
        QTest::keyClick(m_edit.get(), Qt::Key_Backtab, Qt::ShiftModifier);
        QCOMPARE(m_edit->markdown(), u"- a\n- b"_s);
    }

    void tabInProseChangesNothing()
    {
        m_edit->setMarkdown(u"prose"_s);
        QTest::keyClick(m_edit.get(), Qt::Key_Tab);
        QCOMPARE(m_edit->markdown(), u"prose"_s);
    }

    void undoGoesByWords()
    {
        m_edit->setMarkdown(QString());
        QTest::keyClicks(m_edit.get(), u"alpha beta,  gamma"_s);
        for (const QString &left : {u"alpha beta,  "_s, u"alpha "_s, QString()}) {
            m_edit->undo();
            QCOMPARE(m_edit->markdown(), left);
        }
        for (const QString &again : {u"alpha "_s, u"alpha beta,  "_s, u"alpha beta,  gamma"_s}) {
            m_edit->redo();
            QCOMPARE(m_edit->markdown(), again);
        }
    }

    void typedMarksWrapInOneStep()
    {
        m_edit->setMarkdown(u"so bold"_s);
        QTextCursor cursor = m_edit->textCursor();
        cursor.setPosition(3);
        cursor.setPosition(7, QTextCursor::KeepAnchor);
        m_edit->setTextCursor(cursor);
        QTest::keyClicks(m_edit.get(), u"**"_s);
        QCOMPARE(m_edit->markdown(), u"so **bold**"_s);
        m_edit->undo();
        QCOMPARE(m_edit->markdown(), u"so *bold*"_s);
        m_edit->undo();
        QCOMPARE(m_edit->markdown(), u"so bold"_s);
    }

    void keysMark()
    {
        m_edit->setMarkdown(u"word"_s);
        QTest::keyClick(m_edit.get(), Qt::Key_B, Qt::ControlModifier);
        QCOMPARE(m_edit->markdown(), u"**word**"_s);
        QTest::keyClick(m_edit.get(), Qt::Key_B, Qt::ControlModifier);
        QTest::keyClick(m_edit.get(), Qt::Key_I, Qt::ControlModifier);
        QCOMPARE(m_edit->markdown(), u"*word*"_s);
        m_edit->setMarkdown({});
        QTest::keyClick(m_edit.get(), Qt::Key_L, Qt::ControlModifier | Qt::ShiftModifier);
        QTest::keyClicks(m_edit.get(), u"here"_s);
        QCOMPARE(m_edit->markdown(), u"[here]()"_s);
    }

    void pastesWhatOtherProgramsCopy()
    {
        const auto copy = [](const QString &html, const QString &text) {
            auto *rich = new QMimeData; // the clipboard's
            rich->setHtml(html);
            rich->setText(text);
            QApplication::clipboard()->setMimeData(rich);
        };
        copy(u"<h1>Big</h1><p>a <b>c</b></p>"_s, u"Big\r\na c"_s);
        m_edit->paste();
        QCOMPARE(m_edit->markdown(), u"# Big\n\na **c**"_s);
        m_edit->undo();
        QCOMPARE(m_edit->markdown(), QString());
        m_edit->pastePlain();
        QCOMPARE(m_edit->markdown(), u"Big\na c"_s);
        m_edit->setMarkdown(u"```\n"_s);
        m_edit->goToEnd();
        m_edit->paste();
        QCOMPARE(m_edit->markdown(), u"```\nBig\na c"_s);

        copy(u"<div style=\"white-space: pre\"><b># x</b></div>"_s, u"# *x*"_s);
        m_edit->setMarkdown({});
        m_edit->paste();
        QCOMPARE(m_edit->markdown(), u"# *x*"_s);
    }

    void pastesLinks()
    {
        m_edit->setMarkdown(u"here"_s);
        m_edit->selectAll();
        QApplication::clipboard()->setText(u"https://a.example/b\n"_s);
        m_edit->paste();
        QCOMPARE(m_edit->markdown(), u"[here](https://a.example/b)"_s);
    }

    void offersPictures()
    {
        QSignalSpy offered(m_edit.get(), &MarkdownEdit::picturesOffered);
        m_edit->setTakesPictures(true);
        QApplication::clipboard()->setImage(QImage(4, 4, QImage::Format_RGB32));
        m_edit->paste();
        QCOMPARE(offered.count(), 1);
        QVERIFY(!offered.takeFirst().front().value<QList<OfferedPicture>>().front().image.isNull());
        auto *encoded = new QMimeData;
        encoded->setData(u"image/jpeg"_s, "bytes");
        encoded->setHtml(u"<img src=\"https://a.example/x.jpg\">"_s);
        QApplication::clipboard()->setMimeData(encoded);
        m_edit->paste();
        QCOMPARE(offered.takeFirst().front().value<QList<OfferedPicture>>().front().encoded, "bytes");
        auto *cells = new QMimeData; // as a spreadsheet copies them
        cells->setImageData(QImage(4, 4, QImage::Format_RGB32));
        cells->setText(u"1"_s);
        QApplication::clipboard()->setMimeData(cells);
        m_edit->paste();
        QCOMPARE(offered.count(), 0);
        QCOMPARE(m_edit->markdown(), u"1"_s);
    }

    void aPictureInTheClipboardDoesNoHarm()
    {
        m_edit->setMarkdown(u"here"_s);
        m_edit->selectAll();
        QApplication::clipboard()->setImage(QImage(4, 4, QImage::Format_RGB32));
        m_edit->paste();
        QCOMPARE(m_edit->markdown(), u"here"_s);
    }

    void filesAreLeftToTheWindow()
    {
        const auto takes = [this](const QMimeData &dragged) {
            QDragEnterEvent enter({5, 5}, Qt::CopyAction, &dragged, Qt::LeftButton, Qt::NoModifier);
            QApplication::sendEvent(m_edit->viewport(), &enter);
            return enter.isAccepted();
        };
        QMimeData words;
        words.setText(u"words"_s);
        QVERIFY(takes(words));
        QMimeData files;
        files.setUrls({QUrl::fromLocalFile(u"/tmp/notes.md"_s)});
        QVERIFY(!takes(files));
        QMimeData pictures;
        pictures.setUrls({QUrl::fromLocalFile(u"/tmp/a.PNG"_s)});
        QVERIFY(!takes(pictures));
        m_edit->setTakesPictures(true);
        QVERIFY(takes(pictures));
        pictures.setUrls({QUrl::fromLocalFile(u"/tmp/a.png"_s), QUrl::fromLocalFile(u"/tmp/notes.zip"_s)});
        QVERIFY(!takes(pictures));
    }

    void copiesPlainTextOnly()
    {
        m_edit->setMarkdown(u"# One\n\n**two**"_s);
        m_edit->selectAll();
        m_edit->copy();
        const QMimeData *copied = QApplication::clipboard()->mimeData();
        QCOMPARE(copied->text(), u"# One\n\n**two**"_s);
        QVERIFY(!copied->hasHtml());
    }

    void theColumnHoldsAComfortableMeasure()
    {
        m_edit->setMarkdown(QString(200, u'n'));
        const int scrollBar = m_edit->verticalScrollBar()->sizeHint().width();
        for (const int width : {360, 700, 1000, 1600}) {
            m_edit->resize(width, 500);
            const int characters = m_edit->document()->begin().layout()->lineAt(0).textLength();
            QVERIFY2(characters <= editorMeasure + 4, qPrintable(QString::number(characters)));
            QVERIFY2(width < 800 || characters >= 60, qPrintable(QString::number(characters)));
            const QRect column = m_edit->viewport()->geometry();
            QVERIFY(qAbs(column.left() - (width - scrollBar - column.right() - 1)) <= 1);
        }
    }

    void theColumnStandsStillWhenTheScrollBarComes()
    {
        m_edit->resize(1000, 400);
        m_edit->setMarkdown(u"short"_s);
        const QRect column = m_edit->viewport()->geometry();
        m_edit->setMarkdown(u"words\n"_s.repeated(100));
        QTRY_VERIFY(m_edit->verticalScrollBar()->isVisible());
        QCOMPARE(m_edit->viewport()->geometry(), column);
    }

    void zoomsWithinLimits()
    {
        const QSignalSpy zoomed(m_edit.get(), &MarkdownEdit::textSizeChanged);
        const int normal = m_edit->textSize();
        QTest::keyClick(m_edit.get(), Qt::Key_Plus, Qt::ControlModifier);
        QCOMPARE(m_edit->textSize(), normal + 1);
        QCOMPARE(m_edit->font().pixelSize(), normal + 1);
        QTest::keyClick(m_edit.get(), Qt::Key_0, Qt::ControlModifier);
        QCOMPARE(m_edit->textSize(), normal);
        for (int i = 0; i < 40; ++i)
            QTest::keyClick(m_edit.get(), Qt::Key_Minus, Qt::ControlModifier);
        QCOMPARE(m_edit->textSize(), MarkdownEdit::smallestText);
        QCOMPARE(zoomed.count(), 2 + normal - MarkdownEdit::smallestText);
        QVERIFY(!m_edit->document()->isUndoAvailable());
    }

    void newLinesKeepTheLineHeight()
    {
        QTest::keyClicks(m_edit.get(), u"a"_s);
        QTest::keyClick(m_edit.get(), Qt::Key_Return);
        m_edit->insertPlainText(u"b\nc"_s);
        m_edit->selectAll();
        QTest::keyClick(m_edit.get(), Qt::Key_Delete);
        QTest::keyClicks(m_edit.get(), u"d"_s);
        const qreal height = m_edit->document()->begin().blockFormat().lineHeight();
        QVERIFY(height > 100);
        QTest::keyClick(m_edit.get(), Qt::Key_Return);
        QCOMPARE(m_edit->document()->lastBlock().blockFormat().lineHeight(), height);
    }

    void directionIsByParagraph()
    {
        m_edit->setMarkdown(u"week\nأسبوع"_s);
        QCOMPARE(m_edit->document()->begin().textDirection(), Qt::LeftToRight);
        QCOMPARE(m_edit->document()->lastBlock().textDirection(), Qt::RightToLeft);
    }

    void theCaretIsGreen()
    {
        m_edit->setMarkdown({});
        QApplication::setCursorFlashTime(0);
        m_edit->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_edit.get()));
        const QRect caret = m_edit->cursorRect();
        const QImage shot = m_edit->viewport()->grab().toImage();
        QCOMPARE(shot.pixelColor(caret.left(), caret.center().y()), palette(Scheme::Light).green);
    }

    void theInvitationStandsWhereTheFirstLetterWill()
    {
        m_edit->setMarkdown({});
        m_edit->clearFocus();     // no caret in the picture
        const auto ink = [this] { // where anything but paper is
            const QImage shot = m_edit->viewport()->grab().toImage();
            QRect box;
            for (int y = 0; y < shot.height(); ++y)
                for (int x = 0; x < shot.width(); ++x)
                    if (std::abs(qGray(shot.pixel(x, y)) - qGray(shot.pixel(0, 0))) > 60)
                        box |= QRect(x, y, 1, 1);
            return box;
        };
        m_edit->setInvitation({});
        QVERIFY(ink().isEmpty());
        m_edit->setInvitation(u"What happened"_s);
        const QRect invitation = ink();
        m_edit->insertPlainText(u"What happened"_s);
        QVERIFY(invitation.isValid());
        QCOMPARE(invitation.topLeft(), ink().topLeft());
    }

    void aPlaceIsFoundAgain()
    {
        const QString text = u"Some words of a *week* in a paragraph.\n\n"_s.repeated(2000);
        m_edit->setMarkdown(text);
        m_edit->goToEnd();
        QCOMPARE(m_edit->cursorOffset(), int(text.size()));
        QVERIFY(m_edit->viewport()->rect().contains(m_edit->cursorRect()));
        m_edit->setCursorOffset(100);
        m_edit->verticalScrollBar()->setValue(20000);
        const MarkdownEdit::Place place = m_edit->place();
        m_edit->setMarkdown(u"Another one."_s);
        m_edit->setMarkdown(text);
        m_edit->setPlace(place);
        QCOMPARE(m_edit->cursorOffset(), 100);
        QCOMPARE(m_edit->verticalScrollBar()->value(), 20000);
    }

    void theCaretStaysInSightInASmallerPane()
    {
        m_edit->setMarkdown(u"Some words of a *week* in a paragraph that is long enough to break.\n\n"_s.repeated(60));
        m_edit->goToEnd();
        m_edit->resize(300, 200);
        QVERIFY(m_edit->viewport()->rect().intersects(m_edit->cursorRect()));
        m_edit->verticalScrollBar()->setValue(0); // the person looks elsewhere
        m_edit->resize(320, 220);
        QCOMPARE(m_edit->verticalScrollBar()->value(), 0);
    }

    /// Lines break elsewhere each time, and to look at their beginnings would lose a line or two.
    void whatIsReadStaysThroughManyWidths()
    {
        m_edit->setMarkdown(
            (u"Some words of a week in a paragraph that has many more of them. "_s.repeated(30) + u"\n\n"_s)
                .repeated(40));
        QTRY_VERIFY(m_edit->isSettled());
        for (const int place : {500, 2000, 7000}) {
            m_edit->verticalScrollBar()->setValue(place);
            const QTextCursor first = m_edit->cursorForPosition({0, 0});
            const int before = m_edit->cursorRect(first).top();
            for (const int width : {420, 610, 350, 520, 390, 580, 330, 640, 700}) {
                m_edit->resize(width, 500);
                QTRY_VERIFY(m_edit->isSettled());
                QCOMPARE(m_edit->cursorRect(first).top(), before);
            }
        }
    }

    /// Where all of it fits for a while, too; but not what was read before somebody scrolled.
    void whatIsReadStaysThroughAViewThatShowsAll()
    {
        m_edit->setMarkdown(u"Some words of a week in a paragraph.\n\n"_s.repeated(14));
        QTRY_VERIFY(m_edit->isSettled());
        QScrollBar *bar = m_edit->verticalScrollBar();
        bar->setValue(bar->maximum());
        QVERIFY(!m_edit->viewport()->rect().intersects(m_edit->cursorRect()));
        const int before = bar->value();
        QVERIFY(before > 0);
        m_edit->resize(700, 1400);
        QTRY_COMPARE(bar->maximum(), 0);
        m_edit->resize(700, 500);
        QTRY_COMPARE(bar->value(), before);
        m_edit->resize(700, 1400);
        QTRY_COMPARE(bar->maximum(), 0);
        QTest::keyClick(m_edit.get(), Qt::Key_Down);
        m_edit->resize(700, 500);
        QTRY_VERIFY(bar->maximum() > 0);
        QCOMPARE(bar->value(), 0);
    }

    void wrappedLinesHangUnderTheWordsOfAnItem()
    {
        const QString words = u"words "_s.repeated(40);
        m_edit->setMarkdown(u"- [ ] "_s + words + u"\n\n```\n- "_s + words + u"\n```"_s);
        QTRY_VERIFY(m_edit->isSettled());
        QVERIFY(!m_edit->document()->isUndoAvailable());
        m_edit->setCursorOffset(6);
        const QRect first = m_edit->cursorRect();
        QTest::keyClick(m_edit.get(), Qt::Key_Down);
        const QRect second = m_edit->cursorRect();
        QVERIFY(second.top() > first.top());
        QCOMPARE(second.left(), first.left());
        QCOMPARE(m_edit->cursorForPosition(second.center()).position(), m_edit->cursorOffset());
        QCOMPARE(m_edit->cursorForPosition(QPoint(0, second.center().y())).position(), m_edit->cursorOffset());
        QTest::keyClick(m_edit.get(), Qt::Key_Home);
        QCOMPARE(m_edit->cursorRect().left(), first.left());
        QTest::keyClick(m_edit.get(), Qt::Key_Up);
        QCOMPARE(m_edit->cursorOffset(), 6);
        m_edit->setCursorOffset(int(m_edit->markdown().lastIndexOf(u"- words"_s)));
        const int margin = m_edit->cursorRect().left();
        QTest::keyClick(m_edit.get(), Qt::Key_Down);
        QCOMPARE(m_edit->cursorRect().left(), margin); // a line of code is no item
    }

    void bigTextsAreTyped()
    {
        m_edit->setMarkdown(u"Some words of a *week* in a paragraph.\n\n"_s.repeated(2000));
        m_edit->moveCursor(QTextCursor::End);
        QTest::keyClicks(m_edit.get(), u"end"_s);
        QVERIFY(m_edit->markdown().endsWith(u"\nend"_s));
    }

private:
    std::unique_ptr<MarkdownEdit> m_edit;
};

QTEST_MAIN(TestMarkdownEdit)
#include "tst_markdownedit.moc"
