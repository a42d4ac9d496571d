// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/appsettings.h"
#include "app/banner.h"
#include "app/importdialog.h"
#include "app/notehead.h"
#include "app/previewpane.h"
#include "gui/writingtest.h"
#include "preview/previewview.h"

#include <QAction>
#include <QApplication>
#include <QBuffer>
#include <QClipboard>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFile>
#include <QImage>
#include <QLayout>
#include <QMenu>
#include <QMimeData>
#include <QScrollBar>
#include <QUrl>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

/// What the editor does for a writer beyond letters, in the real window: menu, keys, paste and drop.
class TestWriting : public TestData::WritingTest
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }
    void cleanup() { end(); }
    void theHeadBeginsWhereTheTextDoes();
    void keysAndMenuGiveLinesAForm();
    void keysMoveLines();
    void smartMarksAreRemembered();
    void pastedHtmlBecomesMarkdown();
    void aPastedPictureComesIntoTheLibrary();
    void droppedPicturesKeepTheirBytes();
    void whatIsNoPictureIsSaid();
    void anArchiveStillGoesToTheWindow();
    void aPictureForAnotherNoteStaysAway();
    void aNoteThatAPictureComesIntoStays();
    void theTextHasASize();
    void noKeyMeansTwoThings();

private:
    void setText(const QString &text, int cursor)
    {
        editor().replaceAll(text);
        editor().setFocus();
        editor().setCursorOffset(cursor);
    }
    [[nodiscard]] QByteArray imageOf(const QString &name)
    {
        const auto image = session().notebook().image(session().draft()->noteId(), name);
        return QTest::qWaitFor([&] { return image.isFinished(); }) ? image.result().value_or(QByteArray())
                                                                   : QByteArray();
    }
    [[nodiscard]] QString file(const QString &name, const QByteArray &bytes)
    {
        QFile written(m_desk->path(name));
        return written.open(QIODevice::WriteOnly) && written.write(bytes) == bytes.size() ? written.fileName()
                                                                                          : QString();
    }
    /// True if the text takes them.
    bool drop(const QStringList &paths)
    {
        QMimeData files;
        QList<QUrl> urls;
        for (const QString &path : paths)
            urls += QUrl::fromLocalFile(path);
        files.setUrls(urls);
        const QPoint at = editor().cursorRect().center();
        QDragEnterEvent enter(at, Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(editor().viewport(), &enter);
        if (!enter.isAccepted())
            return false;
        QDropEvent dropped(at, Qt::CopyAction, &files, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(editor().viewport(), &dropped);
        return dropped.isAccepted();
    }
    [[nodiscard]] static QByteArray encoded(const QColor &colour, const char *format)
    {
        QImage image(8, 8, QImage::Format_RGB32);
        image.fill(colour);
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        image.save(&buffer, format);
        return bytes;
    }
    /// The entry with these words in any menu.
    [[nodiscard]] QAction *entry(const QString &words)
    {
        for (const QMenu *menu : window().findChildren<QMenu *>()) {
            for (QAction *action : menu->actions()) {
                if (action->text().remove(u'&').section(u'\t', 0, 0) == words)
                    return action;
            }
        }
        return nullptr;
    }
};

/// After a text that has to be scrolled, too, whose scroll bar goes while the next one comes.
void TestWriting::theHeadBeginsWhereTheTextDoes()
{
    const auto left = [this] {
        const QRect caret = editor().cursorRect(QTextCursor(editor().document()));
        return editor().viewport()->mapTo(&editor(), caret.topLeft()).x();
    };
    const auto headLeft = [this] { return window().notePane().head().layout()->contentsMargins().left(); };
    QCOMPARE(headLeft(), left());
    editor().replaceAll(u"Words of a week.\n\n"_s.repeated(200));
    QTRY_VERIFY(isSaved());
    QTRY_VERIFY(editor().verticalScrollBar()->isVisible());
    QCOMPARE(headLeft(), left());
    const Week other = session().week().previous();
    session().startNote(other);
    QTRY_COMPARE(session().week(), other);
    QTRY_VERIFY(!editor().verticalScrollBar()->isVisible());
    QCOMPARE(headLeft(), left());
}

void TestWriting::keysAndMenuGiveLinesAForm()
{
    setText(u"words"_s, 3);
    QTest::keyClick(&editor(), Qt::Key_2, Qt::ControlModifier | Qt::AltModifier);
    QCOMPARE(editor().markdown(), u"## words"_s);
    QTest::keyClick(&editor(), Qt::Key_0, Qt::ControlModifier | Qt::AltModifier);
    QCOMPARE(editor().markdown(), u"words"_s);
    QVERIFY(entry(u"Heading 1"_s));
    entry(u"Heading 1"_s)->trigger();
    QCOMPARE(editor().markdown(), u"# words"_s);
    entry(u"Task"_s)->trigger();
    QCOMPARE(editor().markdown(), u"- [ ] words"_s);
    QTest::keyClick(&editor(), Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(editor().markdown(), u"- [x] words"_s);
    QTest::keyClick(&editor(), Qt::Key_7, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(editor().markdown(), u"1. words"_s);
    QTRY_VERIFY(isSaved());
    QCOMPARE(session().draft()->text(), u"1. words"_s);
}

void TestWriting::keysMoveLines()
{
    setText(u"1. one\n2. two"_s, 9);
    QTest::keyClick(&editor(), Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(editor().markdown(), u"1. two\n2. one"_s);
    QTest::keyClick(&editor(), Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(editor().markdown(), u"1. two\n2. two\n3. one"_s);
    editor().undo();
    editor().undo();
    QCOMPARE(editor().markdown(), u"1. one\n2. two"_s);
}

void TestWriting::smartMarksAreRemembered()
{
    setText(QString(), 0);
    QTest::keyClicks(&editor(), u"\"a\""_s);
    QCOMPARE(editor().markdown(), u"\"a\""_s);
    QVERIFY(!m_desk->settings().smartMarks());
    entry(u"Smart quotes and dashes"_s)->trigger();
    QVERIFY(m_desk->settings().smartMarks());
    m_desk->close();
    m_desk->open();
    QTRY_VERIFY(session().draft());
    QVERIFY(entry(u"Smart quotes and dashes"_s)->isChecked());
    NoteFields fields = session().draft()->fields();
    fields.language = u"de"_s;
    session().draft()->setFields(fields);
    setText(QString(), 0);
    QTest::keyClicks(&editor(), u"\"a\""_s);
    QCOMPARE(editor().markdown(), u"„a“"_s);
    QTRY_VERIFY(isSaved());
}

void TestWriting::pastedHtmlBecomesMarkdown()
{
    auto *copied = new QMimeData; // the clipboard's
    copied->setHtml(u"<ul><li>one</li><li><b>two</b></li></ul>"_s);
    copied->setText(u"one\ntwo"_s);
    QApplication::clipboard()->setMimeData(copied);
    setText(QString(), 0);
    QTest::keyClick(&editor(), Qt::Key_V, Qt::ControlModifier);
    QCOMPARE(editor().markdown(), u"- one\n- **two**"_s);
    setText(QString(), 0);
    QTest::keyClick(&editor(), Qt::Key_V, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(editor().markdown(), u"one\ntwo"_s);
    QTRY_VERIFY(isSaved());
}

void TestWriting::aPastedPictureComesIntoTheLibrary()
{
    QImage image(8, 8, QImage::Format_RGB32);
    image.fill(Qt::red);
    QApplication::clipboard()->setImage(image);
    setText(u"see  here"_s, 4);
    QTest::keyClick(&editor(), Qt::Key_V, Qt::ControlModifier);
    QTRY_COMPARE(editor().markdown(), u"see ![what the picture shows](images/image-2026-11-20-140300.png) here"_s);
    QCOMPARE(editor().textCursor().selectedText(), u"what the picture shows"_s);
    QTest::keyClicks(&editor(), u"a plan"_s);
    QCOMPARE(editor().markdown(), u"see ![a plan](images/image-2026-11-20-140300.png) here"_s);
    QTest::keyClick(&editor(), Qt::Key_Tab);
    QCOMPARE(editor().cursorOffset(), int(editor().markdown().indexOf(u" here"_s)));
    const QImage kept = QImage::fromData(imageOf(u"images/image-2026-11-20-140300.png"_s));
    QCOMPARE(kept.convertToFormat(QImage::Format_RGB32), image);
    image.fill(Qt::blue); // another one in the same second
    QApplication::clipboard()->setImage(image);
    editor().goToEnd();
    QTest::keyClick(&editor(), Qt::Key_V, Qt::ControlModifier);
    QTRY_VERIFY(editor().markdown().contains(u"images/image-2026-11-20-140300-2.png"_s));
    QTRY_VERIFY(isSaved());
    editor().undo();
    QVERIFY(!editor().markdown().contains(u"140300-2"_s));
    QTRY_VERIFY(isSaved());
}

void TestWriting::droppedPicturesKeepTheirBytes()
{
    const QByteArray png = encoded(Qt::green, "PNG") + "more"; // what a decoder would not keep
    const QByteArray jpeg = encoded(Qt::red, "JPEG");
    setText(QString(), 0);
    QVERIFY(drop({file(u"Our (new) plan.png"_s, png), file(u"b.jpeg"_s, jpeg)}));
    QTRY_COMPARE(editor().markdown(), u"![what the picture shows](images/Our-new-plan.png)"
                                      "![what the picture shows](images/b.jpg)"_s);
    QCOMPARE(imageOf(u"images/Our-new-plan.png"_s), png);
    QCOMPARE(imageOf(u"images/b.jpg"_s), jpeg);
    setText(QString(), 0);
    QVERIFY(drop({m_desk->path(u"b.jpeg"_s)})); // the same one has its name already
    QTRY_COMPARE(editor().markdown(), u"![what the picture shows](images/b.jpg)"_s);
    QTRY_VERIFY(isSaved());
}

void TestWriting::whatIsNoPictureIsSaid()
{
    setText(u"words"_s, 0);
    QVERIFY(drop({file(u"false.png"_s, "<html>")}));
    QTRY_VERIFY(window().notePane().banner().text().contains(u"PNG, JPEG"_s));
    QCOMPARE(editor().markdown(), u"words"_s);
    QVERIFY(drop({m_desk->path(u"missing.gif"_s), file(u"good.png"_s, encoded(Qt::red, "PNG"))}));
    QTRY_VERIFY(editor().markdown().contains(u"images/good.png"_s));
    QVERIFY(window().notePane().banner().text().contains(u"missing.gif"_s));
    QTRY_VERIFY(isSaved());
}

void TestWriting::anArchiveStillGoesToTheWindow()
{
    const QString picture = file(u"a.png"_s, encoded(Qt::red, "PNG"));
    QVERIFY(drop({file(u"notes.md"_s, "# Week 3"), picture}));
    auto *dialog = window().findChild<ImportDialog *>();
    QVERIFY(dialog);
    dialog->close();
    QCOMPARE(editor().markdown(), u"One good week."_s);
}

void TestWriting::aPictureForAnotherNoteStaysAway()
{
    const NoteId first = session().draft()->noteId();
    QVERIFY(drop({file(u"late.png"_s, encoded(Qt::red, "PNG"))}));
    session().startNote(session().week().next(), NoteKind::Weeknote);
    QTRY_VERIFY(session().draft() && session().draft()->noteId() != first);
    write(u"Another week."_s);
    QVERIFY(drop({file(u"own.png"_s, encoded(Qt::blue, "PNG"))}));
    QTRY_VERIFY(editor().markdown().contains(u"images/own.png"_s));
    QVERIFY(!editor().markdown().contains(u"late"_s));
    QTRY_VERIFY(isSaved());
}

void TestWriting::aNoteThatAPictureComesIntoStays()
{
    session().startNote(session().week().next());
    QTRY_VERIFY(session().draft() && editor().markdown().isEmpty());
    const NoteId started = session().draft()->noteId();
    QVERIFY(drop({file(u"late.png"_s, encoded(Qt::red, "PNG"))}));
    const QSignalSpy removed(&session().notebook(), &Notebook::notesRemoved);
    session().showNeighbour(1);
    QTRY_VERIFY(!session().draft());
    session().startNote(session().week()); // and another, so that the library has answered
    QTRY_VERIFY(session().draft());
    QVERIFY(session().shelf().note(started) && removed.isEmpty());
}

void TestWriting::theTextHasASize()
{
    const auto states = [this] {
        const WindowActions &actions = window().actions();
        return QList<bool>{actions.larger->isEnabled(), actions.smaller->isEnabled(), actions.usualSize->isEnabled()};
    };
    const int usual = editor().textSize();
    QCOMPARE(states(), QList<bool>({true, true, false}));
    QTest::keyClick(&editor(), Qt::Key_Equal, Qt::ControlModifier);
    QTest::keyClick(&window().previewPane().view(), Qt::Key_Plus, Qt::ControlModifier);
    QCOMPARE(editor().textSize(), usual + 2);
    QCOMPARE(m_desk->settings().editorTextSize(), usual + 2);
    QCOMPARE(states(), QList<bool>({true, true, true}));
    while (window().actions().larger->isEnabled())
        window().actions().larger->trigger();
    QCOMPARE(editor().textSize(), MarkdownEdit::largestText);
    QTest::keyClick(&editor(), Qt::Key_0, Qt::ControlModifier);
    QCOMPARE(editor().textSize(), usual);
    QCOMPARE(states(), QList<bool>({true, true, false}));
    while (window().actions().smaller->isEnabled())
        QTest::keyClick(&editor(), Qt::Key_Minus, Qt::ControlModifier);
    QCOMPARE(editor().textSize(), MarkdownEdit::smallestText);
    session().showWeek(session().week().plus(20)); // without a note
    QTRY_COMPARE(states(), QList<bool>({false, false, false}));
    m_desk->close();
    m_desk->open();
    QCOMPARE(editor().textSize(), MarkdownEdit::smallestText);
}

void TestWriting::noKeyMeansTwoThings()
{
    QHash<QString, QString> taken;
    for (const QAction *action : window().findChildren<QAction *>()) {
        const QString keys = action->shortcut().isEmpty() ? action->text().section(u'\t', 1, 1)
                                                          : action->shortcut().toString(QKeySequence::NativeText);
        if (keys.isEmpty())
            continue;
        QVERIFY2(!taken.contains(keys), qPrintable(keys + u": "_s + action->text() + u", "_s + taken.value(keys)));
        taken.insert(keys, action->text());
    }
    QVERIFY(taken.size() > 20);
}

QTEST_MAIN(TestWriting)
#include "tst_writing.moc"
