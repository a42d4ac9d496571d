// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/markdownedit.h"
#include "editor/markedtext.h"
#include "editor/writinghabits.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Weeknotes;
using TestData::Text;

class TestWritingHabits : public QObject
{
    Q_OBJECT
private Q_SLOTS:
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
        QTest::newRow("a third star is no mark of the other kind") << u"{*a*}"_s << u"**"_s << u"***{a}***"_s;
        QTest::newRow("two pairs become one") << u"{**a** and **b**}"_s << u"**"_s << u"**{a and b}**"_s;
        QTest::newRow("a pair grows") << u"{**a** b}"_s << u"**"_s << u"**{a b}**"_s;
        QTest::newRow("from within a pair") << u"**a {b** c} d"_s << u"**"_s << u"**a {b c}** d"_s;
        QTest::newRow("two pieces of code become one") << u"{`a` and `b`}"_s << u"`"_s << u"`{a and b}`"_s;
        QTest::newRow("a pair around a softer one") << u"{**a *b* c**}"_s << u"**"_s << u"{a *b* c}"_s;
        QTest::newRow("signs, code and escapes stay")
            << uR"({a * b `**c**` \**d})"_s << u"**"_s << uR"(**{a * b `**c**` \**d}**)"_s;
        QTest::newRow("a sign whose backslash is not selected") << uR"(\{*foo})"_s << u"*"_s << uR"(\*{*foo}*)"_s;
        QTest::newRow("a sign around") << uR"(\*{foo}*)"_s << u"*"_s << uR"(\**{foo}**)"_s;
        QTest::newRow("a sign before the mark") << uR"(\**{foo}*)"_s << u"*"_s << uR"(\*{foo})"_s;
        QTest::newRow("a sign behind") << uR"(*{foo\}*)"_s << u"*"_s << uR"(**{foo\}**)"_s;
        QTest::newRow("an escaped backslash before a mark") << uR"(\\*{foo}*)"_s << u"*"_s << uR"(\\{foo})"_s;
        QTest::newRow("an escaped tick at the end") << uR"({a\`})"_s << u"`"_s << uR"(`{a\`}`)"_s;
        QTest::newRow("an escaped tick within") << uR"({a \` b})"_s << u"`"_s << uR"(`{a \` b}`)"_s;
        QTest::newRow("a backslash at the end of code") << uR"(`{a\}`)"_s << u"`"_s << uR"({a\})"_s;
        QTest::newRow("code that ends in a backslash") << uR"({`a\` and `b`})"_s << u"`"_s << uR"(`{a\ and b}`)"_s;
    }

    void togglesMarks()
    {
        QFETCH(QString, before);
        QFETCH(QString, mark);
        QFETCH(QString, after);
        Text text(before);
        const QString plain = text.document.toPlainText();
        WritingHabits::toggleMark(text.cursor, mark);
        QCOMPARE(text.marked(), after);
        text.document.undo();
        QCOMPARE(text.document.toPlainText(), plain);
    }

    void marksEachParagraph_data()
    {
        QTest::addColumn<QString>("plain");
        QTest::addColumn<QString>("marked");
        QTest::newRow("paragraphs") << u"{a b\n\nc}"_s << u"**{a b**\n\n**c}**"_s;
        QTest::newRow("parts of paragraphs") << u"a {b\n\nc} d"_s << u"a **{b**\n\n**c}** d"_s;
        QTest::newRow("lines of one paragraph") << u"{a\nb}\n"_s << u"**{a\nb}**\n"_s;
        QTest::newRow("items") << u"- {a\n- b\n  more\n1) c}"_s << u"- **{a**\n- **b\n  more**\n1) **c}**"_s;
        QTest::newRow("tasks") << u"- [ ] {a\n- [x] b}"_s << u"- [ ] **{a**\n- [x] **b}**"_s;
        QTest::newRow("quotes") << u"> {a\n> b\n>\n> - c\n\nd}"_s << u"> **{a\n> b**\n>\n> - **c**\n\n**d}**"_s;
        QTest::newRow("headings") << u"# {a\nb\n## c ##\n\nd\n===\ne}"_s
                                  << u"# **{a**\n**b**\n## **c** ##\n\n**d**\n===\n**e}**"_s;
        QTest::newRow("rules and comments")
            << u"{a\n\n---\n<!-- private\nb\n-->\n[c]: https://d\n<br>\n[^1]: e}"_s
            << u"**{a**\n\n---\n<!-- private\n**b**\n-->\n[c]: https://d\n<br>\n[^1]: **e}**"_s;
        QTest::newRow("tables") << u"|{ a | b |\n|---|:-:|\n| c |  |\n\nd}"_s
                                << u"| **{a** | **b** |\n|---|:-:|\n| **c** |  |\n\n**d}**"_s;
    }

    void marksEachParagraph()
    {
        QFETCH(QString, plain);
        QFETCH(QString, marked);
        Text text(plain);
        const QString before = text.document.toPlainText();
        WritingHabits::toggleMark(text.cursor, u"**"_s);
        QCOMPARE(text.marked(), marked);
        text.document.undo();
        QCOMPARE(text.document.toPlainText(), before);
        text.document.redo();
        WritingHabits::toggleMark(text.cursor, u"**"_s);
        QCOMPARE(text.document.toPlainText(), before);
    }

    void marksLongTextsAtOnce_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qsizetype>("pairs");
        QTest::newRow("prose without a blank line") << u"some words of a line\n"_s.repeated(20'000) << qsizetype(1);
        QTest::newRow("a table") << u"| a | b |\n|---|---|\n"_s + u"| c | d |\n"_s.repeated(20'000)
                                 << qsizetype(40'002);
        QTest::newRow("a table below prose")
            << u"a line\n"_s.repeated(10'000) + u"| a |\n|---|\n"_s + u"| c |\n"_s.repeated(10'000)
            << qsizetype(10'002);
    }

    void marksLongTextsAtOnce()
    {
        QFETCH(QString, text);
        QFETCH(qsizetype, pairs);
        QTextDocument document(text);
        QTextCursor cursor(&document);
        cursor.select(QTextCursor::Document);
        QElapsedTimer timer;
        timer.start();
        WritingHabits::toggleMark(cursor, u"**"_s);
        const qint64 spent = timer.elapsed();
        QCOMPARE(document.toPlainText().count(u"**"_s), 2 * pairs);
        // To look through all lines for each of them takes minutes.
        QVERIFY2(spent < 10'000, qPrintable(QString::number(spent)));
    }

    void completesWhatIsMarkedInPart()
    {
        Text text(u"{**a**\n\nb}"_s);
        WritingHabits::toggleMark(text.cursor, u"**"_s);
        QCOMPARE(text.marked(), u"**{a**\n\n**b}**"_s);
    }

    void leavesCodeAlone()
    {
        MarkdownEdit edit;
        edit.setMarkdown(u"a\n\n```\nb\n```\n\nc"_s);
        QTRY_VERIFY(edit.isSettled());
        edit.selectAll();
        edit.toggleStrong();
        QCOMPARE(edit.markdown(), u"**a**\n\n```\nb\n```\n\n**c**"_s);
        edit.undo();
        QCOMPARE(edit.markdown(), u"a\n\n```\nb\n```\n\nc"_s);
        edit.setCursorOffset(8);
        QTest::keyClick(&edit, Qt::Key_E, Qt::ControlModifier);
        QCOMPARE(edit.markdown(), u"a\n\n```\nb\n```\n\nc"_s);
        edit.setCursorOffset(0);
        QTest::keyClick(&edit, Qt::Key_E, Qt::ControlModifier);
        QCOMPARE(edit.markdown(), u"`a`\n\n```\nb\n```\n\nc"_s);
    }

    void selectsNoWordThatTakesNoMark_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("a fence") << u"```\nco|de\n```"_s;
        QTest::newRow("a comment") << u"<!-- pri|vate -->"_s;
        QTest::newRow("a reference") << u"[a]: ht|tps://b.org"_s;
    }

    void selectsNoWordThatTakesNoMark()
    {
        QFETCH(QString, text);
        const int at = int(text.indexOf(u'|'));
        MarkdownEdit edit;
        edit.setMarkdown(text.remove(at, 1));
        QTRY_VERIFY(edit.isSettled());
        for (const Qt::Key key : {Qt::Key_B, Qt::Key_I, Qt::Key_E}) {
            edit.setCursorOffset(at);
            QTest::keyClick(&edit, key, Qt::ControlModifier);
            QVERIFY(!edit.textCursor().hasSelection());
            QCOMPARE(edit.cursorOffset(), at);
        }
        QTest::keyClicks(&edit, u"x"_s);
        QCOMPARE(edit.markdown(), text.insert(at, u'x'));
    }

    void insertsPassages_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("passage");
        QTest::addColumn<QString>("after");
        const QString list = u"- x\n- y"_s;
        QTest::newRow("words") << u"a {b} c"_s << u"**x**"_s << u"a **x**| c"_s;
        QTest::newRow("into words") << u"a |b"_s << list << u"a \n\n- x\n- y\n\n|b"_s;
        QTest::newRow("below words") << u"a\n|\nb"_s << list << u"a\n\n- x\n- y\n|\nb"_s;
        QTest::newRow("alone") << u"|"_s << list << u"- x\n- y|"_s;
        QTest::newRow("items into items") << u"- a\n  * |"_s << list << u"- a\n  - x\n  - y|"_s;
        QTest::newRow("paragraphs into an item") << u"1. |"_s << u"x\n\ny"_s << u"1. x\n\n   y|"_s;
        QTest::newRow("into a quote") << u"> |"_s << u"x\n\ny"_s << u"> x\n>\n> y|"_s;
    }

    void insertsPassages()
    {
        QFETCH(QString, before);
        QFETCH(QString, passage);
        QFETCH(QString, after);
        Text text(before);
        const QString plain = text.document.toPlainText();
        WritingHabits::insertPassage(text.cursor, passage);
        QCOMPARE(text.marked(), after);
        text.document.undo();
        QCOMPARE(text.document.toPlainText(), plain);
    }

    void leavesPictures()
    {
        Text text(u"a ![b|](c.png) d"_s);
        QVERIFY(WritingHabits::leavePicture(text.cursor));
        QCOMPARE(text.marked(), u"a ![b](c.png)| d"_s);
        QVERIFY(!WritingHabits::leavePicture(text.cursor));
        Text link(u"[b|](c)"_s);
        QVERIFY(!WritingHabits::leavePicture(link.cursor));
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
