// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/outlinelist.h"
#include "app/outlinepopup.h"
#include "app/statusstrip.h"
#include "app/translators.h"
#include "gui/writingtest.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QLabel>
#include <QLineEdit>
#include <QListView>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

/// Finding one's way in the note, and the length of what is selected, in the real window.
class TestOutline : public TestData::WritingTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTranslators(*qApp); }
    void init() { WritingTest::begin(); }
    void cleanup() { end(); }
    void goesToAHeading();
    void fewerHeadingsWhileOneTypes();
    void escapeAndClicksCloseIt();
    void saysWhenThereAreNone();
    void theListIsAModel();
    void theSelectionIsCounted();
    void anotherNoteHasNoSelection();

private:
    [[nodiscard]] OutlinePopup &popup() { return *window().findChild<OutlinePopup *>(); }
    [[nodiscard]] QLineEdit *field() { return popup().findChild<QLineEdit *>(); }
    [[nodiscard]] QString current() { return popup().list().currentIndex().data().toString(); }
    [[nodiscard]] QStringList shown()
    {
        QStringList titles;
        for (int row = 0; row < popup().headings().rowCount(); ++row)
            titles << popup().headings().index(row).data().toString();
        return titles;
    }
    [[nodiscard]] bool stripSays(const QString &words)
    {
        const QList<QPushButton *> buttons = window().findChild<StatusStrip *>()->findChildren<QPushButton *>();
        return std::ranges::any_of(buttons, [&](const QPushButton *length) { return length->text() == words; });
    }
    void writeAndOpen(const QString &text)
    {
        editor().replaceAll(text);
        editor().setFocus();
        QTRY_VERIFY(isSaved());
        QTest::keyClick(&editor(), Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(popup().isVisible());
        QVERIFY(field()->hasFocus());
    }
    void press(Qt::Key key) { QTest::keyClick(field(), key); }

    const QString m_text = u"Words.\n\n## Doing\n\nA *lot*.\n\n### The café\n\nMore.\n\n## Thinking\n\nLess."_s;
};

void TestOutline::goesToAHeading()
{
    writeAndOpen(m_text); // the cursor stands at the end
    QCOMPARE(shown(), QStringList({u"Doing"_s, u"The café"_s, u"Thinking"_s}));
    QCOMPARE(current(), u"Thinking"_s);
    press(Qt::Key_Up);
    QCOMPARE(current(), u"The café"_s);
    press(Qt::Key_PageUp);
    QCOMPARE(current(), u"Doing"_s);
    press(Qt::Key_Down);
    press(Qt::Key_Return);
    QVERIFY(!popup().isVisible());
    QVERIFY(editor().hasFocus());
    QCOMPARE(editor().cursorOffset(), int(m_text.indexOf(u"### The")));

    editor().setCursorOffset(int(m_text.indexOf(u"More")));
    QTest::keyClick(&editor(), Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(current(), u"The café"_s);
    const QModelIndex doing = popup().headings().index(0);
    QTest::mouseClick(popup().list().viewport(), Qt::LeftButton, {}, popup().list().visualRect(doing).center());
    QVERIFY(!popup().isVisible());
    QCOMPARE(editor().cursorOffset(), int(m_text.indexOf(u"## Doing")));
}

void TestOutline::fewerHeadingsWhileOneTypes()
{
    writeAndOpen(m_text);
    QTest::keyClicks(field(), u"ing"_s);
    QCOMPARE(shown(), QStringList({u"Doing"_s, u"Thinking"_s}));
    QCOMPARE(current(), u"Doing"_s);
    field()->selectAll();
    QTest::keyClicks(field(), u"CAFE"_s);
    QCOMPARE(shown(), QStringList{u"The café"_s});
    QTest::keyClicks(field(), u"x"_s);
    QCOMPARE(shown(), QStringList());
    QVERIFY(popup().findChild<QLabel *>()->isVisible());
    QCOMPARE(popup().findChild<QLabel *>()->text(), u"No heading with “CAFEx”."_s);
    press(Qt::Key_Return);
    QVERIFY(popup().isVisible());
    field()->selectAll();
    press(Qt::Key_Delete);
    QCOMPARE(current(), u"Thinking"_s);
}

void TestOutline::escapeAndClicksCloseIt()
{
    writeAndOpen(m_text);
    const int before = editor().cursorOffset();
    press(Qt::Key_Escape);
    QVERIFY(!popup().isVisible());
    QVERIFY(editor().hasFocus());
    QCOMPARE(editor().cursorOffset(), before);
    QTest::keyClick(&editor(), Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(popup().isVisible());
    QTest::mouseClick(editor().viewport(), Qt::LeftButton, {}, editor().viewport()->rect().bottomLeft());
    QVERIFY(!popup().isVisible());
    QVERIFY(editor().hasFocus());
}

void TestOutline::saysWhenThereAreNone()
{
    writeAndOpen(u"Only words."_s);
    const auto *words = popup().findChild<QLabel *>();
    QVERIFY(words->isVisible());
    QCOMPARE(words->text(), u"No headings yet. A line that begins with # is one."_s);
    QVERIFY(popup().rect().contains(words->geometry()));
    press(Qt::Key_Return);
    press(Qt::Key_Escape);
    QVERIFY(!popup().isVisible());
}

void TestOutline::theListIsAModel()
{
    OutlineList list;
    const QAbstractItemModelTester tester(&list, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QVERIFY(!list.hasHeadings());
    QCOMPARE(list.rowAt(0), -1);
    list.setHeadings(Markdown::outline(*Markdown::Document::parse(u"# *A* b\n\n### c\n\n#\n"_s)));
    QVERIFY(list.hasHeadings());
    QCOMPARE(list.rowCount(), 3);
    QCOMPARE(list.index(0).data().toString(), u"A b"_s);
    QCOMPARE(list.index(1).data(OutlineList::DepthRole).toInt(), 2);
    QCOMPARE(list.index(1).data(Qt::AccessibleTextRole).toString(), u"c, level 3"_s);
    QCOMPARE(list.index(2).data().toString(), u"Empty heading"_s);
    QCOMPARE(list.rowAt(3), 0);
    QCOMPARE(list.rowAt(10), 1);
    list.setFilter(u"C"_s);
    QCOMPARE(list.rowCount(), 1);
    QCOMPARE(list.rowAt(0), 0);
    list.setHeadings({});
    QCOMPARE(list.rowCount(), 0);
}

void TestOutline::theSelectionIsCounted()
{
    write(u"One good [week](https://example.org/a-week), *two* more."_s);
    QTRY_VERIFY(stripSays(u"5 words · 1 min read"_s));
    editor().select({4, 43});
    QTRY_VERIFY(stripSays(u"2 of 5 words selected"_s)); // an address is not read
    editor().selectAll();
    QTRY_VERIFY(stripSays(u"5 of 5 words selected"_s));
    editor().setCursorOffset(3);
    QVERIFY(stripSays(u"5 words · 1 min read"_s));
    write(u"Week"_s);
    editor().selectAll();
    QTRY_VERIFY(stripSays(u"1 of 1 word selected"_s));
    QTest::keyClicks(&editor(), u"x"_s);
    QVERIFY(!stripSays(u"1 of 1 word selected"_s));
}

void TestOutline::anotherNoteHasNoSelection()
{
    editor().selectAll();
    QTRY_VERIFY(stripSays(u"3 of 3 words selected"_s));
    const NoteId first = session().draft()->noteId();
    session().startNote(session().week().plus(-1));
    QTRY_VERIFY(session().draft() && session().draft()->noteId() != first);
    QTRY_VERIFY(stripSays(u"0 words · 1 min read"_s));
    session().removeNotes({session().draft()->noteId()});
    QTRY_VERIFY(!session().draft());
    QVERIFY(!stripSays(u"0 words · 1 min read"_s));
}

QTEST_MAIN(TestOutline)
#include "tst_outline.moc"
