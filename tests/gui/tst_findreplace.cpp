// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/findbar.h"
#include "app/findfield.h"
#include "app/timelinepane.h"
#include "app/translators.h"
#include "gui/writingtest.h"
#include "timeline/timelineview.h"

#include <QAccessible>
#include <QAction>
#include <QTextDocument>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

/// Finding and replacing in the real window.
class TestFindReplace : public TestData::WritingTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { installTranslators(*qApp); }
    void init() { begin(); }
    void cleanup() { end(); }
    void findsWhileOneTypes();
    void goesRoundByKeysAndClicks();
    void escapeGivesTheTextBack();
    void aShorterWordGoesBack();
    void theSelectionIsLookedFor();
    void longSelectionsAreNot();
    void optionsChangeWhatIsFound();
    void aWrongExpressionIsSaid();
    void aHopelessExpressionIsGivenUp();
    void marksGoWithTheText();
    void theBarNeedNotBeOpen();
    void replacesOneAfterTheOther();
    void replacesAllInOneStep();
    void replacesGroups();
    void whatCantBeWrittenCantBeReplaced();
    void anotherNoteIsLookedThrough();
    void everythingHasAName();
    void aFoundWordComesInSight();

private:
    [[nodiscard]] FindBar &bar() { return window().notePane().findBar(); }
    [[nodiscard]] QString selected() { return editor().textCursor().selectedText(); }
    [[nodiscard]] TextRange at(int begin, int end) const { return {begin, end}; }
    [[nodiscard]] QToolButton *tool(const QString &name)
    {
        for (auto *each : bar().findChildren<QToolButton *>()) {
            if (each->accessibleName() == name)
                return each;
        }
        return nullptr;
    }
    /// In place of the text, at whose beginning the cursor then stands.
    void begin(const QString &text)
    {
        editor().replaceAll(text);
        editor().setCursorOffset(0);
        editor().setFocus();
        QTRY_VERIFY(isSaved());
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget(), key, modifiers);
    }
    void type(const QString &words) { QTest::keyClicks(QApplication::focusWidget(), words); }

    using WritingTest::begin;
};

void TestFindReplace::findsWhileOneTypes()
{
    begin(u"One week, two weeks.\nA week is a Week."_s);
    QVERIFY(!bar().isVisible());
    press(Qt::Key_F, Qt::ControlModifier);
    QVERIFY(bar().isVisible());
    QVERIFY(bar().soughtField().hasFocus());
    QVERIFY(!bar().replacementField().isVisible());
    QCOMPARE(bar().count(), QString());
    QVERIFY(bar().geometry().top() > editor().geometry().bottom()); // it covers no text
    type(u"week"_s);
    QTRY_COMPARE(bar().count(), u"1 of 4"_s);
    QCOMPARE(editor().selection(), at(4, 8));
    QCOMPARE(editor().matches().size(), 4);
    type(u"x"_s);
    QTRY_COMPARE(bar().count(), u"No matches"_s);
    QVERIFY(editor().matches().isEmpty());
    QCOMPARE(editor().markdown(), u"One week, two weeks.\nA week is a Week."_s);
    bar().soughtField().clear();
    QTRY_COMPARE(bar().count(), QString());
}

void TestFindReplace::goesRoundByKeysAndClicks()
{
    begin(u"a b a b a"_s);
    press(Qt::Key_F, Qt::ControlModifier);
    type(u"a"_s);
    press(Qt::Key_Return); // before the search has begun by itself
    QCOMPARE(bar().count(), u"2 of 3"_s);
    press(Qt::Key_F3);
    QCOMPARE(bar().count(), u"3 of 3"_s);
    press(Qt::Key_Return);
    QCOMPARE(bar().count(), u"1 of 3"_s);
    press(Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(bar().count(), u"3 of 3"_s);
    press(Qt::Key_F3, Qt::ShiftModifier);
    QCOMPARE(bar().count(), u"2 of 3"_s);
    QTest::mouseClick(tool(u"Next match"_s), Qt::LeftButton);
    QCOMPARE(bar().count(), u"3 of 3"_s);
    QTest::mouseClick(tool(u"Previous match"_s), Qt::LeftButton);
    QCOMPARE(editor().selection(), at(4, 5));
    editor().setCursorOffset(9);
    QCOMPARE(bar().count(), u"3 matches"_s);
    editor().setFocus();
    press(Qt::Key_F3);
    QCOMPARE(editor().selection(), at(0, 1));
    QVERIFY(editor().hasFocus());
}

void TestFindReplace::escapeGivesTheTextBack()
{
    begin(u"one two one"_s);
    press(Qt::Key_F, Qt::ControlModifier);
    type(u"two"_s);
    QTRY_COMPARE(bar().count(), u"1 of 1"_s);
    press(Qt::Key_Escape);
    QVERIFY(!bar().isVisible());
    QVERIFY(editor().hasFocus());
    QCOMPARE(selected(), u"two"_s);
    QVERIFY(editor().matches().isEmpty());

    press(Qt::Key_F, Qt::ControlModifier);
    editor().setFocus();
    press(Qt::Key_Escape); // from the text too
    QVERIFY(!bar().isVisible());
    press(Qt::Key_F, Qt::ControlModifier);
    QTest::mouseClick(tool(u"Close"_s), Qt::LeftButton);
    QVERIFY(!bar().isVisible());
    QVERIFY(editor().hasFocus());
}

void TestFindReplace::aShorterWordGoesBack()
{
    begin(u"ab a abc"_s);
    press(Qt::Key_F, Qt::ControlModifier);
    type(u"abc"_s);
    QTRY_COMPARE(editor().selection(), at(5, 8));
    press(Qt::Key_Backspace);
    QTRY_COMPARE(editor().selection(), at(0, 2));
    type(u"x"_s);
    QTRY_COMPARE(bar().count(), u"No matches"_s);
    QCOMPARE(editor().selection(), at(0, 0));
}

void TestFindReplace::theSelectionIsLookedFor()
{
    begin(u"one (two) one (two)"_s);
    editor().select({14, 19});
    press(Qt::Key_F, Qt::ControlModifier);
    QCOMPARE(bar().soughtField().text(), u"(two)"_s);
    QCOMPARE(bar().count(), u"2 of 2"_s);
    press(Qt::Key_Escape);
    tool(u"Regular expression"_s)->click();
    editor().select({0, 9});
    press(Qt::Key_F, Qt::ControlModifier);
    QCOMPARE(bar().soughtField().text(), u"one \\(two\\)"_s);
    QCOMPARE(bar().count(), u"1 of 2"_s);

    bar().soughtField().setText(u"t.o"_s);
    press(Qt::Key_Escape);
    QCOMPARE(selected(), u"two"_s);
    press(Qt::Key_F, Qt::ControlModifier); // what is selected was found by the expression, which stays
    QCOMPARE(bar().soughtField().text(), u"t.o"_s);
}

void TestFindReplace::longSelectionsAreNot()
{
    begin(u"one\ntwo"_s);
    editor().select({0, 7});
    press(Qt::Key_F, Qt::ControlModifier);
    QCOMPARE(bar().soughtField().text(), QString());
    QCOMPARE(editor().selection(), at(0, 7));
}

void TestFindReplace::optionsChangeWhatIsFound()
{
    begin(u"Note notes note."_s);
    press(Qt::Key_F, Qt::ControlModifier);
    type(u"note"_s);
    QTRY_COMPARE(bar().count(), u"1 of 3"_s);
    QTest::mouseClick(tool(u"Match case"_s), Qt::LeftButton);
    QTRY_COMPARE(bar().count(), u"1 of 2"_s);
    QTest::mouseClick(tool(u"Whole words"_s), Qt::LeftButton);
    QTRY_COMPARE(bar().count(), u"1 of 1"_s);
    QCOMPARE(editor().selection(), at(11, 15));
    QTest::mouseClick(tool(u"Match case"_s), Qt::LeftButton);
    QTest::mouseClick(tool(u"Regular expression"_s), Qt::LeftButton);
    bar().soughtField().setText(u"n\\w+"_s);
    QTRY_COMPARE(editor().matches().size(), 3);
}

void TestFindReplace::aWrongExpressionIsSaid()
{
    begin(u"one two"_s);
    press(Qt::Key_F, Qt::ControlModifier);
    tool(u"Regular expression"_s)->click();
    type(u"(o"_s);
    QTRY_COMPARE(bar().sentence(), u"This is not a regular expression: missing closing parenthesis."_s);
    QCOMPARE(bar().count(), QString());
    type(u")"_s);
    QTRY_COMPARE(bar().count(), u"1 of 2"_s);
    QCOMPARE(bar().sentence(), QString());
}

void TestFindReplace::aHopelessExpressionIsGivenUp()
{
    begin(QString(3000, u'a') + u'!');
    press(Qt::Key_F, Qt::ControlModifier);
    tool(u"Regular expression"_s)->click();
    bar().soughtField().setText(u"(a+)+$"_s);
    QTRY_COMPARE(bar().sentence(), u"This expression takes too long in this text."_s);
    QVERIFY(editor().matches().isEmpty());
    QCOMPARE(bar().count(), QString());
}

void TestFindReplace::marksGoWithTheText()
{
    begin(u"one two one"_s);
    press(Qt::Key_F, Qt::ControlModifier);
    type(u"one"_s);
    QTRY_COMPARE(bar().count(), u"1 of 2"_s);
    editor().setCursorOffset(4);
    editor().setFocus();
    type(u"x"_s);
    QCOMPARE(editor().matches().at(1), at(9, 12)); // at once
    type(u" one "_s);
    QTRY_COMPARE(editor().matches().size(), 3); // soon
    QCOMPARE(bar().count(), u"3 matches"_s);
    QCOMPARE(editor().cursorOffset(), 10);
    editor().undo();
    QTRY_COMPARE(editor().matches().size(), 2);
}

void TestFindReplace::theBarNeedNotBeOpen()
{
    begin(u"one two one"_s);
    press(Qt::Key_F3);
    QVERIFY(bar().isVisible()); // nothing is looked for yet
    type(u"one"_s);
    press(Qt::Key_Escape);
    QCOMPARE(editor().selection(), at(0, 3)); // before the search has begun by itself
    press(Qt::Key_F3);
    QCOMPARE(editor().selection(), at(8, 11));
    press(Qt::Key_F3);
    QCOMPARE(editor().selection(), at(0, 3));
    press(Qt::Key_F3, Qt::ShiftModifier);
    QCOMPARE(editor().selection(), at(8, 11));
    QVERIFY(!bar().isVisible());
    QVERIFY(editor().matches().isEmpty());
    window().timelinePane().list().setFocus();
    press(Qt::Key_F3);
    QVERIFY(editor().hasFocus());
    begin(u"nothing of it"_s);
    press(Qt::Key_F3);
    QVERIFY(bar().isVisible());
    QCOMPARE(bar().count(), u"No matches"_s);
}

void TestFindReplace::replacesOneAfterTheOther()
{
    begin(u"one two one two one"_s);
    press(Qt::Key_H, Qt::ControlModifier);
    QVERIFY(bar().replacementField().isVisible());
    QVERIFY(bar().soughtField().hasFocus());
    type(u"one"_s);
    QTRY_COMPARE(bar().count(), u"1 of 3"_s);
    press(Qt::Key_Tab);
    QVERIFY(bar().replacementField().hasFocus());
    type(u"1 one"_s);
    press(Qt::Key_Return);
    QCOMPARE(editor().markdown(), u"1 one two one two one"_s);
    QCOMPARE(editor().selection(), at(10, 13));
    QTest::mouseClick(button(u"Replace"_s), Qt::LeftButton);
    QCOMPARE(editor().markdown(), u"1 one two 1 one two one"_s);
    editor().undo();
    QCOMPARE(editor().markdown(), u"1 one two one two one"_s);
    editor().setCursorOffset(0);
    press(Qt::Key_H, Qt::ControlModifier);
    editor().setCursorOffset(0);
    QTest::mouseClick(button(u"Replace"_s), Qt::LeftButton); // goes to one first
    QCOMPARE(editor().markdown(), u"1 one two one two one"_s);
    QCOMPARE(editor().selection(), at(2, 5));
}

void TestFindReplace::replacesAllInOneStep()
{
    const QString text = u"one two\n\none two ONE"_s;
    begin(text);
    press(Qt::Key_H, Qt::ControlModifier);
    type(u"one"_s);
    press(Qt::Key_Tab);
    type(u"three"_s);
    const QSignalSpy edited(&editor(), &MarkdownEdit::textEdited);
    QTest::mouseClick(button(u"Replace all"_s), Qt::LeftButton);
    QCOMPARE(editor().markdown(), u"three two\n\nthree two three"_s);
    QCOMPARE(edited.count(), 1);
    QCOMPARE(bar().sentence(), u"3 matches replaced."_s);
    QCOMPARE(bar().count(), u"No matches"_s);
    QTRY_VERIFY(isSaved());
    QCOMPARE(session().draft()->text(), editor().markdown());
    editor().undo();
    QCOMPARE(editor().markdown(), text);
    QTRY_COMPARE(editor().matches().size(), 3);
    editor().redo();
    QCOMPARE(editor().markdown(), u"three two\n\nthree two three"_s);
}

void TestFindReplace::replacesGroups()
{
    begin(u"2 km, 13 km"_s);
    press(Qt::Key_H, Qt::ControlModifier);
    tool(u"Regular expression"_s)->click();
    type(u"(\\d+) km"_s);
    bar().replacementField().setText(u"$1 \\1"_s);
    QTRY_COMPARE(bar().count(), u"1 of 2"_s);
    QTest::mouseClick(button(u"Replace"_s), Qt::LeftButton);
    QCOMPARE(editor().markdown(), u"2 2, 13 km"_s);
    QTest::mouseClick(button(u"Replace all"_s), Qt::LeftButton);
    QCOMPARE(editor().markdown(), u"2 2, 13 13"_s);
    QCOMPARE(bar().sentence(), u"1 match replaced."_s);
    editor().undo();
    press(Qt::Key_F3);
    QCOMPARE(bar().sentence(), QString());
}

void TestFindReplace::whatCantBeWrittenCantBeReplaced()
{
    begin(u"one two"_s);
    press(Qt::Key_H, Qt::ControlModifier);
    QVERIFY(button(u"Replace all"_s));
    window().notePane().setReadOnly(true);
    QVERIFY(!button(u"Replace all"_s));
    type(u"two"_s);
    QTRY_COMPARE(bar().count(), u"1 of 1"_s);
    window().notePane().setReadOnly(false);
    QVERIFY(button(u"Replace all"_s));
}

void TestFindReplace::anotherNoteIsLookedThrough()
{
    begin(u"one two one"_s);
    const NoteId first = session().draft()->noteId();
    press(Qt::Key_F, Qt::ControlModifier);
    type(u"one"_s);
    QTRY_COMPARE(bar().count(), u"1 of 2"_s);
    session().startNote(session().week().plus(-1));
    QTRY_VERIFY(session().draft() && session().draft()->noteId() != first);
    QTRY_COMPARE(bar().count(), u"No matches"_s);
    session().showNote(first);
    QTRY_COMPARE(bar().count(), u"2 matches"_s);
    QTRY_COMPARE(editor().matches().size(), 2);
}

void TestFindReplace::everythingHasAName()
{
    press(Qt::Key_H, Qt::ControlModifier);
    int parts = 0;
    for (QWidget *part : bar().findChildren<QWidget *>()) {
        if (part->focusPolicy() == Qt::NoFocus)
            continue;
        ++parts;
        const QAccessibleInterface *face = QAccessible::queryAccessibleInterface(part);
        QVERIFY2(face && !face->text(QAccessible::Name).isEmpty(), part->metaObject()->className());
    }
    QCOMPARE(parts, 10);
    QVERIFY(QAccessible::queryAccessibleInterface(tool(u"Match case"_s))->state().checkable);
}

void TestFindReplace::aFoundWordComesInSight()
{
    begin(u"line\n\n"_s.repeated(200) + u"here\n\n"_s + u"line\n\n"_s.repeated(200));
    press(Qt::Key_F, Qt::ControlModifier);
    type(u"here"_s);
    QTRY_COMPARE(bar().count(), u"1 of 1"_s);
    const QRect word = editor().cursorRect();
    const int height = editor().viewport()->height();
    QVERIFY(word.top() > height / 5 && word.bottom() < height / 2);
}

QTEST_MAIN(TestFindReplace)
#include "tst_findreplace.moc"
