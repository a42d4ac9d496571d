// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/listhabits.h"
#include "editor/markedtext.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Weeknotes;
using TestData::Text;

class TestListHabits : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void breaksALine_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::newRow("prose") << u"one|two"_s << u"one\n|two"_s;
        QTest::newRow("bullet") << u"- one|"_s << u"- one\n- |"_s;
        QTest::newRow("within an item") << u"* one| two"_s << u"* one\n* |two"_s;
        QTest::newRow("within a quote") << u"> said|  so"_s << u"> said\n> |so"_s;
        QTest::newRow("nested") << u"- a\n  - b|"_s << u"- a\n  - b\n  - |"_s;
        QTest::newRow("number") << u"9. nine|"_s << u"9. nine\n10. |"_s;
        QTest::newRow("bracket") << u"1) one|"_s << u"1) one\n2) |"_s;
        QTest::newRow("task") << u"- [x] done|"_s << u"- [x] done\n- [ ] |"_s;
        QTest::newRow("quote") << u"> said|"_s << u"> said\n> |"_s;
        QTest::newRow("list in a quote") << u"> - one|"_s << u"> - one\n> - |"_s;
        QTest::newRow("empty item ends the list") << u"- a\n- |"_s << u"- a\n\n|"_s;
        QTest::newRow("empty task") << u"- [ ] |"_s << u"|"_s;
        QTest::newRow("empty quote line") << u"> a\n> |"_s << u"> a\n\n|"_s;
        QTest::newRow("a list that ends in a quote") << u"> - a\n> - |"_s << u"> - a\n> \n> |"_s;
        QTest::newRow("amid a quote") << u"> a\n> |\n> b"_s << u"> a\n\n|\n\n> b"_s;
        QTest::newRow("apart already") << u"- a\n\n- |\n\nwords"_s << u"- a\n\n|\n\nwords"_s;
        QTest::newRow("empty item in a quote") << u"> - |"_s << u"> |"_s;
        QTest::newRow("before the mark") << u"|- one"_s << u"\n|- one"_s;
        QTest::newRow("rule") << u"* * *|"_s << u"* * *\n|"_s;
        QTest::newRow("emphasis is no list") << u"*soft*|"_s << u"*soft*\n|"_s;
        QTest::newRow("year is no list") << u"2026 was|"_s << u"2026 was\n|"_s;
        QTest::newRow("numbers below") << u"1. a|\n2. b\n3. c"_s << u"1. a\n2. |\n3. b\n4. c"_s;
        QTest::newRow("of one's own list only")
            << u"1. a|\n   1. x\n2. b\n\nwords\n\n7. z"_s << u"1. a\n2. |\n   1. x\n3. b\n\nwords\n\n7. z"_s;
        QTest::newRow("another sign is another list") << u"1. a|\n2) b"_s << u"1. a\n2. |\n2) b"_s;
        QTest::newRow("loose list") << u"3. a|\n\n4. b\n\n   more\n\n5. c"_s
                                    << u"3. a\n4. |\n\n5. b\n\n   more\n\n6. c"_s;
        QTest::newRow("the same number throughout") << u"1. a\n1. b|\n1. c"_s << u"1. a\n1. b\n1. |\n1. c"_s;
        QTest::newRow("a number gets wider")
            << u"8. a|\n9. b\n   - x\n\n   y"_s << u"8. a\n9. |\n10. b\n    - x\n\n    y"_s;
        QTest::newRow("numbers in a quote") << u"> 1. a|\n> 2. b\n\n3. c"_s << u"> 1. a\n> 2. |\n> 3. b\n\n3. c"_s;
        QTest::newRow("numbered tasks") << u"1. [x] a|\n2. [x] b"_s << u"1. [x] a\n2. [ ] |\n3. [x] b"_s;
        QTest::newRow("task without words") << u"- [ ] a\n- [ ]|"_s << u"- [ ] a\n\n|"_s;
        QTest::newRow("empty child goes up") << u"1. a\n   1. b\n   2. |\n2. c"_s << u"1. a\n   1. b\n2. |\n3. c"_s;
        QTest::newRow("an empty item goes, numbers close up") << u"1. a\n2. |\n3. c"_s << u"1. a\n\n|\n\n2. c"_s;
        QTest::newRow("a lazy line") << u"1. a|\nlazy\n2. b"_s << u"1. a\n2. |\nlazy\n3. b"_s;
        QTest::newRow("a heading ends it") << u"1. a|\n# H\n2. b"_s << u"1. a\n2. |\n# H\n2. b"_s;
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
        QTest::newRow("under a number") << u"10. a\n11. b|"_s << true << u"10. a\n    1. b|"_s;
        QTest::newRow("not deeper than a child") << u"- a\n  - b\n    - c|"_s << true << u"- a\n  - b\n    - c|"_s;
        QTest::newRow("back") << u"- a\n  - b|"_s << false << u"- a\n- b|"_s;
        QTest::newRow("back one level") << u"- a\n  - b\n    - c|"_s << false << u"- a\n  - b\n  - c|"_s;
        QTest::newRow("several") << u"- a\n- {b\n- c}"_s << true << u"- a\n  - {b\n  - c}"_s;
        QTest::newRow("in a quote") << u"> - a\n> - b|"_s << true << u"> - a\n>   - b|"_s;
        QTest::newRow("the list left") << u"1. a\n2. b|\n3. c\n4. d"_s << true << u"1. a\n   1. b|\n2. c\n3. d"_s;
        QTest::newRow("the list entered")
            << u"1. a\n   1. x\n2. b|\n3. c"_s << true << u"1. a\n   1. x\n   2. b|\n2. c"_s;
        QTest::newRow("up: both lists") << u"1. a\n   1. x\n   2. b|\n   3. y\n2. c"_s << false
                                        << u"1. a\n   1. x\n2. b|\n   1. y\n3. c"_s;
        QTest::newRow("up: after one's own children")
            << u"1. a\n   1. b|\n      1. x\n   2. y"_s << false << u"1. a\n2. b|\n   1. x\n   2. y"_s;
        QTest::newRow("with all under it")
            << u"- a\n- b|\n  - x\n\n  more\n- c"_s << true << u"- a\n  - b|\n    - x\n\n    more\n- c"_s;
        QTest::newRow("among children of another width")
            << u"- a\n    - x\n- b|"_s << true << u"- a\n    - x\n    - b|"_s;
        QTest::newRow("several numbers") << u"1. a\n2. {b\n3. c}\n4. d"_s << true
                                         << u"1. a\n   1. {b\n   2. c}\n2. d"_s;
        QTest::newRow("a start of its own is kept") << u"5. a\n6. b|\n7. c"_s << true << u"5. a\n   1. b|\n6. c"_s;
        QTest::newRow("ones stay ones") << u"1. a\n1. b|\n1. c"_s << true << u"1. a\n   1. b|\n1. c"_s;
        QTest::newRow("tabs") << u"- a\n\t- b|"_s << false << u"- a\n- b|"_s;
        QTest::newRow("the first has nothing to go under") << u"words\n\n- a|"_s << true << u"words\n\n- a|"_s;
        QTest::newRow("nothing to go back to") << u"- a|"_s << false << u"- a|"_s;
    }

    void shiftsItems()
    {
        QFETCH(QString, before);
        QFETCH(bool, deeper);
        QFETCH(QString, after);
        Text text(before);
        const QString plain = text.document.toPlainText();
        QVERIFY(WritingHabits::shiftItems(text.cursor, deeper));
        QCOMPARE(text.marked(), after);
        text.document.undo();
        QCOMPARE(text.document.toPlainText(), plain);
    }

    void leavesProseAlone()
    {
        Text text(u"prose|"_s);
        QVERIFY(!WritingHabits::shiftItems(text.cursor, true));
        QCOMPARE(text.marked(), u"prose|"_s);
    }
};

QTEST_MAIN(TestListHabits)
#include "tst_listhabits.moc"
