// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/markedtext.h"
#include "editor/writinghabits.h"

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
