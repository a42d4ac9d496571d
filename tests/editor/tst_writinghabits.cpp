// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/writinghabits.h"

#include <QTest>
#include <QTextDocument>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

namespace {

/// A text in which "|" stands for the cursor, and "{" and "}" for the ends of the selection.
struct Text
{
    explicit Text(QString marked)
    {
        qsizetype from = marked.indexOf(u'{');
        if (from >= 0)
            marked.remove(from, 1);
        const qsizetype to = from >= 0 ? marked.indexOf(u'}') : marked.indexOf(u'|');
        marked.remove(to, 1);
        from = from < 0 ? to : from;
        document.setPlainText(marked);
        cursor = QTextCursor(&document);
        cursor.setPosition(int(from));
        cursor.setPosition(int(to), QTextCursor::KeepAnchor);
    }

    [[nodiscard]] QString marked() const
    {
        QString text = document.toPlainText();
        if (!cursor.hasSelection())
            return text.insert(cursor.position(), u'|');
        return text.insert(cursor.selectionEnd(), u'}').insert(cursor.selectionStart(), u'{');
    }

    QTextDocument document;
    QTextCursor cursor;
};

} // namespace

class TestWritingHabits : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void breaksALine_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::newRow("prose") << u"one|two"_s << u"one\n|two"_s;
        QTest::newRow("bullet") << u"- one|"_s << u"- one\n- |"_s;
        QTest::newRow("within an item") << u"* one| two"_s << u"* one\n* | two"_s;
        QTest::newRow("nested") << u"- a\n  - b|"_s << u"- a\n  - b\n  - |"_s;
        QTest::newRow("number") << u"9. nine|"_s << u"9. nine\n10. |"_s;
        QTest::newRow("bracket") << u"1) one|"_s << u"1) one\n2) |"_s;
        QTest::newRow("task") << u"- [x] done|"_s << u"- [x] done\n- [ ] |"_s;
        QTest::newRow("quote") << u"> said|"_s << u"> said\n> |"_s;
        QTest::newRow("list in a quote") << u"> - one|"_s << u"> - one\n> - |"_s;
        QTest::newRow("empty item ends the list") << u"- a\n- |"_s << u"- a\n|"_s;
        QTest::newRow("empty task") << u"- [ ] |"_s << u"|"_s;
        QTest::newRow("empty quote line") << u"> a\n> |"_s << u"> a\n|"_s;
        QTest::newRow("empty item in a quote") << u"> - |"_s << u"> |"_s;
        QTest::newRow("before the mark") << u"|- one"_s << u"\n|- one"_s;
        QTest::newRow("rule") << u"* * *|"_s << u"* * *\n|"_s;
        QTest::newRow("emphasis is no list") << u"*soft*|"_s << u"*soft*\n|"_s;
        QTest::newRow("year is no list") << u"2026 was|"_s << u"2026 was\n|"_s;
        QTest::newRow("selection goes") << u"- a{bc}d"_s << u"- a\n- |d"_s;
    }

    void breaksALine()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        Text text(before);
        WritingHabits::breakLine(text.cursor);
        QCOMPARE(text.marked(), after);
        const QString plain = QString(before).remove(u'|').remove(u'{').remove(u'}');
        text.document.undo();
        QCOMPARE(text.document.toPlainText(), plain);
    }

    void shiftsItems_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<bool>("deeper");
        QTest::addColumn<QString>("after");
        QTest::newRow("under a bullet") << u"- a\n- b|"_s << true << u"- a\n  - b|"_s;
        QTest::newRow("under a number") << u"10. a\n11. b|"_s << true << u"10. a\n    11. b|"_s;
        QTest::newRow("not deeper than a child") << u"- a\n  - b\n    - c|"_s << true << u"- a\n  - b\n    - c|"_s;
        QTest::newRow("back") << u"- a\n  - b|"_s << false << u"- a\n- b|"_s;
        QTest::newRow("back one level") << u"- a\n  - b\n    - c|"_s << false << u"- a\n  - b\n  - c|"_s;
        QTest::newRow("several") << u"- a\n- {b\n- c}"_s << true << u"- a\n  - {b\n  - c}"_s;
        QTest::newRow("in a quote") << u"> - a\n> - b|"_s << true << u"> - a\n>   - b|"_s;
        QTest::newRow("nothing to go back to") << u"- a|"_s << false << u"- a|"_s;
    }

    void shiftsItems()
    {
        QFETCH(QString, before);
        QFETCH(bool, deeper);
        QFETCH(QString, after);
        Text text(before);
        QVERIFY(WritingHabits::shiftItems(text.cursor, deeper));
        QCOMPARE(text.marked(), after);
    }

    void leavesProseAlone()
    {
        Text text(u"prose|"_s);
        QVERIFY(!WritingHabits::shiftItems(text.cursor, true));
        QCOMPARE(text.marked(), u"prose|"_s);
    }

    void wrapsTheSelection_data()
    {
        QTest::addColumn<QChar>("typed");
        QTest::addColumn<QString>("after");
        QTest::newRow("star") << QChar(u'*') << u"a *{b}* c"_s;
        QTest::newRow("underscore") << QChar(u'_') << u"a _{b}_ c"_s;
        QTest::newRow("code") << QChar(u'`') << u"a `{b}` c"_s;
        QTest::newRow("bracket") << QChar(u'[') << u"a [{b}] c"_s;
        QTest::newRow("parenthesis") << QChar(u'(') << u"a ({b}) c"_s;
        QTest::newRow("quote") << QChar(u'"') << u"a \"{b}\" c"_s;
    }

    void wrapsTheSelection()
    {
        QFETCH(QChar, typed);
        QFETCH(QString, after);
        Text text(u"a {b} c"_s);
        QVERIFY(WritingHabits::wrapSelection(text.cursor, typed));
        QCOMPARE(text.marked(), after);
        text.document.undo();
        QCOMPARE(text.document.toPlainText(), u"a b c"_s);
    }

    void wrapsNothingElse()
    {
        Text letter(u"a {b} c"_s);
        QVERIFY(!WritingHabits::wrapSelection(letter.cursor, u'x'));
        Text bare(u"a |"_s);
        QVERIFY(!WritingHabits::wrapSelection(bare.cursor, u'*'));
        QCOMPARE(bare.marked(), u"a |"_s);
    }

    void togglesMarks_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("mark");
        QTest::addColumn<QString>("after");
        QTest::newRow("strong on") << u"a {b} c"_s << u"**"_s << u"a **{b}** c"_s;
        QTest::newRow("strong off") << u"a **{b}** c"_s << u"**"_s << u"a {b} c"_s;
        QTest::newRow("marks selected too") << u"a {**b**} c"_s << u"**"_s << u"a {b} c"_s;
        QTest::newRow("soft on in strong") << u"**{b}**"_s << u"*"_s << u"***{b}***"_s;
        QTest::newRow("soft off in both") << u"***{b}***"_s << u"*"_s << u"**{b}**"_s;
        QTest::newRow("strong off in both") << u"***{b}***"_s << u"**"_s << u"*{b}*"_s;
        QTest::newRow("word at the cursor") << u"one tw|o three"_s << u"*"_s << u"one *{two}* three"_s;
        QTest::newRow("spaces stay outside") << u"a{ b }c"_s << u"**"_s << u"a **{b}** c"_s;
        QTest::newRow("nothing there") << u"|"_s << u"**"_s << u"**|**"_s;
    }

    void togglesMarks()
    {
        QFETCH(QString, before);
        QFETCH(QString, mark);
        QFETCH(QString, after);
        Text text(before);
        WritingHabits::toggleMark(text.cursor, mark);
        QCOMPARE(text.marked(), after);
    }

    void makesLinks()
    {
        Text words(u"see {here} now"_s);
        WritingHabits::makeLink(words.cursor);
        QCOMPARE(words.marked(), u"see [here](|) now"_s);
        Text pasted(u"see {here} now"_s);
        WritingHabits::makeLink(pasted.cursor, u"https://a.example"_s);
        QCOMPARE(pasted.marked(), u"see [here](https://a.example)| now"_s);
        pasted.document.undo();
        QCOMPARE(pasted.document.toPlainText(), u"see here now"_s);
        Text bare(u"see |"_s);
        WritingHabits::makeLink(bare.cursor);
        QCOMPARE(bare.marked(), u"see [|]()"_s);
    }
};

QTEST_MAIN(TestWritingHabits)
#include "tst_writinghabits.moc"
