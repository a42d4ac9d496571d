// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/formhabits.h"
#include "editor/linehabits.h"
#include "editor/markedtext.h"

#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Weeknotes;
using TestData::Text;
using WritingHabits::ListForm;

namespace {

/// The words of a text, without its marks, sorted.
QStringList wordsOf(const QString &text)
{
    static const QRegularExpression word(u"[a-z]+"_s);
    QStringList words;
    for (const auto &match : word.globalMatch(text))
        words += match.captured();
    words.sort();
    return words;
}

} // namespace

class TestLineHabits : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void movesLines_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<bool>("up");
        QTest::addColumn<QString>("after");
        const bool up = true;
        const bool down = false;
        QTest::newRow("a line up") << u"one\nt|wo\nthree"_s << up << u"t|wo\none\nthree"_s;
        QTest::newRow("a line down") << u"o|ne\ntwo"_s << down << u"two\no|ne"_s;
        QTest::newRow("at the top") << u"o|ne\ntwo"_s << up << u"o|ne\ntwo"_s;
        QTest::newRow("at the end") << u"one\ntw|o"_s << down << u"one\ntw|o"_s;
        QTest::newRow("the selection goes along") << u"one\nt{wo\nth}ree\nfour"_s << up << u"t{wo\nth}ree\none\nfour"_s;
        QTest::newRow("not the line it ends before") << u"one\n{two\n}three"_s << up << u"{two\n}one\nthree"_s;
        QTest::newRow("a paragraph past a paragraph") << u"one\n\nt|wo\n\nthree"_s << up << u"t|wo\n\none\n\nthree"_s;
        QTest::newRow("a paragraph down") << u"o|ne\n\ntwo\nmore\n\nthree"_s << down << u"two\nmore\n\no|ne\n\nthree"_s;
        QTest::newRow("a paragraph's edge stands by itself")
            << u"one\n\ntwo\nth|ree\n\nfour"_s << down << u"one\n\ntwo\n\nth|ree\n\nfour"_s;
        QTest::newRow("likewise up") << u"one\n\nt|wo\nthree"_s << up << u"one\n\nt|wo\n\nthree"_s;
        QTest::newRow("nothing but blank lines above") << u"\n\nt|wo"_s << up << u"\nt|wo\n"_s;
        QTest::newRow("a blank line") << u"one\n|\ntwo"_s << down << u"one\ntwo\n|"_s;
        QTest::newRow("an item with all under it")
            << u"- a\n  - x\n- b|\n  - y"_s << up << u"- b|\n  - y\n- a\n  - x"_s;
        QTest::newRow("numbers") << u"1. a\n2. b|\n3. c"_s << up << u"1. b|\n2. a\n3. c"_s;
        QTest::newRow("numbers down") << u"4. a|\n5. b\n6. c"_s << down << u"4. b\n5. a|\n6. c"_s;
        QTest::newRow("wider numbers") << u"9. a|\n   - x\n10. b\n    - y"_s << down
                                       << u"9. b\n   - y\n10. a|\n    - x"_s;
        QTest::newRow("several items") << u"1. a\n2. {b\n3. c}\n4. d"_s << down << u"1. a\n2. d\n3. {b\n4. c}"_s;
        QTest::newRow("a loose list") << u"- a\n\n- b|"_s << up << u"- b|\n\n- a"_s;
        QTest::newRow("past the parent") << u"1. a\n   1. b|\n   2. c\n2. d"_s << up << u"1. b|\n2. a\n   1. c\n3. d"_s;
        QTest::newRow("under the next") << u"1. a\n   1. b\n   2. c|\n2. d\n   1. x"_s << down
                                        << u"1. a\n   1. b\n2. d\n   1. c|\n   2. x"_s;
        QTest::newRow("in a quote") << u"> 1. a\n> 2. b|"_s << up << u"> 1. b|\n> 2. a"_s;
        QTest::newRow("paragraphs of a quote") << u"> a\n>\n> b|"_s << up << u"> b|\n>\n> a"_s;
        QTest::newRow("the edge of one in a quote") << u"> a\n> b|\n>\n> c"_s << down << u"> a\n>\n> b|\n>\n> c"_s;
        QTest::newRow("out of a list") << u"1. a\n2. b|\n\nwords"_s << down << u"1. a\n\n2. b|\n\nwords"_s;
        QTest::newRow("and on") << u"1. a\n\n2. b|\n\nwords"_s << down << u"1. a\n\nwords\n\n1. b|"_s;
        QTest::newRow("a table's rows") << u"| a |\n| - |\n| b |\n| c| |"_s << up << u"| a |\n| - |\n| c| |\n| b |"_s;
    }

    void movesLines()
    {
        QFETCH(QString, before);
        QFETCH(bool, up);
        QFETCH(QString, after);
        // A row's own "|" must not pass for the cursor.
        if (before.startsWith(u'|')) {
            Text text(QString(before).replace(u"c| |"_s, u"c  |"_s).replace(u'|', u'¦') + u'|');
            text.cursor.movePosition(QTextCursor::PreviousCharacter);
            WritingHabits::moveLines(text.cursor, up);
            QCOMPARE(text.document.toPlainText(), QString(after).replace(u"c| |"_s, u"c  |"_s).replace(u'|', u'¦'));
            return;
        }
        Text text(before);
        const QString plain = text.document.toPlainText();
        WritingHabits::moveLines(text.cursor, up);
        QCOMPARE(text.marked(), after);
        text.document.undo();
        QCOMPARE(text.document.toPlainText(), plain);
        QVERIFY(!text.document.isUndoAvailable());
    }

    void movingLosesNothing()
    {
        QRandomGenerator random(20261120);
        const QStringList kinds{u"words"_s,     u""_s,        u"- item"_s,     u"1. one"_s,   u"  - child"_s,
                                u"   1. sub"_s, u"> quote"_s, u"# head"_s,     u"| cell |"_s, u"> 1. in"_s,
                                u"   more"_s,   u"10. ten"_s, u"\t- tabbed"_s, u"- [x] do"_s};
        for (int round = 0; round < 2000; ++round) {
            QStringList lines;
            for (quint32 line = 0, count = random.bounded(1u, 12u); line < count; ++line)
                lines += kinds.at(random.bounded(kinds.size()));
            const QString before = lines.join(u'\n');
            QTextDocument document;
            document.setPlainText(before);
            QTextCursor cursor(&document);
            cursor.setPosition(int(random.bounded(before.size() + 1)));
            cursor.setPosition(int(random.bounded(before.size() + 1)), QTextCursor::KeepAnchor);
            WritingHabits::moveLines(cursor, random.bounded(2) == 0);
            QVERIFY2(wordsOf(document.toPlainText()) == wordsOf(before), qPrintable(before));
            document.undo();
            QCOMPARE(document.toPlainText(), before);
        }
    }

    void duplicates_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::newRow("a line") << u"o|ne\ntwo"_s << u"one\no|ne\ntwo"_s;
        QTest::newRow("the last line") << u"one|"_s << u"one\none|"_s;
        QTest::newRow("within a line") << u"a {b }c"_s << u"a b {b }c"_s;
        QTest::newRow("lines") << u"o{ne\ntw}o\nthree"_s << u"one\ntwo\no{ne\ntw}o\nthree"_s;
        QTest::newRow("a whole line selected") << u"{one\n}two"_s << u"one\n{one\n}two"_s;
        QTest::newRow("an item") << u"1. a|\n2. b"_s << u"1. a\n2. a|\n3. b"_s;
    }

    void duplicates()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        Text text(before);
        const QString plain = text.document.toPlainText();
        WritingHabits::duplicate(text.cursor);
        QCOMPARE(text.marked(), after);
        text.document.undo();
        QCOMPARE(text.document.toPlainText(), plain);
    }

    void setsHeadings_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<int>("level");
        QTest::addColumn<QString>("after");
        QTest::newRow("plain") << u"wo|rds"_s << 2 << u"## wo|rds"_s;
        QTest::newRow("another level") << u"# wo|rds"_s << 3 << u"### wo|rds"_s;
        QTest::newRow("the same again") << u"## wo|rds"_s << 2 << u"wo|rds"_s;
        QTest::newRow("none") << u"### wo|rds"_s << 0 << u"wo|rds"_s;
        QTest::newRow("none of none") << u"- wo|rds"_s << 0 << u"- wo|rds"_s;
        QTest::newRow("an empty line") << u"|"_s << 1 << u"# |"_s;
        QTest::newRow("of an item") << u"  - [ ] wo|rds"_s << 1 << u"# wo|rds"_s;
        QTest::newRow("in a quote") << u"> wo|rds"_s << 2 << u"> ## wo|rds"_s;
        QTest::newRow("underlined") << u"wo|rds\n====\nmore"_s << 2 << u"## wo|rds\nmore"_s;
        QTest::newRow("underlined, the same level") << u"wo|rds\n---"_s << 2 << u"wo|rds"_s;
        QTest::newRow("a tag is no heading") << u"#t|ag"_s << 1 << u"# #t|ag"_s;
        QTest::newRow("several") << u"o{ne\n\ntw}o"_s << 1 << u"# o{ne\n\n# tw}o"_s;
    }

    void setsHeadings()
    {
        QFETCH(QString, before);
        QFETCH(int, level);
        QFETCH(QString, after);
        Text text(before);
        const QString plain = text.document.toPlainText();
        WritingHabits::setHeading(text.cursor, level);
        QCOMPARE(text.marked(), after);
        text.document.undo();
        QCOMPARE(text.document.toPlainText(), plain);
    }

    void togglesLists_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<ListForm>("form");
        QTest::addColumn<QString>("after");
        const auto bullets = ListForm::Bullets;
        const auto numbers = ListForm::Numbers;
        const auto tasks = ListForm::Tasks;
        QTest::newRow("bullets on") << u"o{ne\n\ntw}o"_s << bullets << u"- o{ne\n\n- tw}o"_s;
        QTest::newRow("bullets off") << u"- o{ne\n- tw}o"_s << bullets << u"o{ne\ntw}o"_s;
        QTest::newRow("some are") << u"o{ne\n- tw}o"_s << bullets << u"- o{ne\n- tw}o"_s;
        QTest::newRow("an empty line") << u"|"_s << bullets << u"- |"_s;
        QTest::newRow("the list's own sign") << u"* one\ntw|o"_s << bullets << u"* one\n* tw|o"_s;
        QTest::newRow("numbers on") << u"o{ne\ntwo\nthr}ee"_s << numbers << u"1. o{ne\n2. two\n3. thr}ee"_s;
        QTest::newRow("numbers go on") << u"4) one\ntw|o\n5) three"_s << numbers << u"4) one\n5) tw|o\n6) three"_s;
        QTest::newRow("numbers of bullets") << u"- {a\n  - b\n- c}"_s << numbers << u"1. {a\n   1. b\n2. c}"_s;
        QTest::newRow("numbers off") << u"1. a\n2. b|\n3. c"_s << numbers << u"1. a\n\nb|\n1. c"_s;
        QTest::newRow("task on") << u"wo|rds"_s << tasks << u"- [ ] wo|rds"_s;
        QTest::newRow("task of an item") << u"* wo|rds"_s << tasks << u"* [ ] wo|rds"_s;
        QTest::newRow("task of a numbered item") << u"1. a\n2. b|\n3. c"_s << tasks << u"1. a\n2. [ ] b|\n3. c"_s;
        QTest::newRow("bullet among numbers") << u"1. a\n2. b|\n3. c"_s << bullets << u"1. a\n- b|\n1. c"_s;
        QTest::newRow("numbers of tasks") << u"1. [x] a|"_s << numbers << u"1. a|"_s;
        QTest::newRow("task off") << u"- [x] wo|rds"_s << tasks << u"wo|rds"_s;
        QTest::newRow("bullets of tasks") << u"- [x] wo|rds"_s << bullets << u"- wo|rds"_s;
        QTest::newRow("of a heading") << u"## wo|rds"_s << bullets << u"- wo|rds"_s;
        QTest::newRow("in a quote") << u"> wo|rds"_s << bullets << u"> - wo|rds"_s;
    }

    void togglesLists()
    {
        QFETCH(QString, before);
        QFETCH(ListForm, form);
        QFETCH(QString, after);
        Text text(before);
        const QString plain = text.document.toPlainText();
        WritingHabits::toggleList(text.cursor, form);
        QCOMPARE(text.marked(), after);
        text.document.undo();
        QCOMPARE(text.document.toPlainText(), plain);
    }

    void togglesQuotes_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::newRow("on") << u"wo|rds"_s << u"> wo|rds"_s;
        QTest::newRow("off") << u"> wo|rds"_s << u"wo|rds"_s;
        QTest::newRow("paragraphs") << u"o{ne\n\ntw}o"_s << u"> o{ne\n>\n> tw}o"_s;
        QTest::newRow("paragraphs off") << u"> o{ne\n>\n> tw}o"_s << u"o{ne\n\ntw}o"_s;
        QTest::newRow("one level off") << u"> > wo|rds"_s << u"> wo|rds"_s;
        QTest::newRow("a list") << u"{- a\n- b}"_s << u"> {- a\n> - b}"_s;
    }

    void togglesQuotes()
    {
        QFETCH(QString, before);
        QFETCH(QString, after);
        Text text(before);
        WritingHabits::toggleQuote(text.cursor);
        QCOMPARE(text.marked(), after);
    }

    void ticks()
    {
        Text text(u"- [ ] a|\n- [x] b"_s);
        QVERIFY(WritingHabits::toggleTick(text.cursor));
        QCOMPARE(text.marked(), u"- [x] a|\n- [x] b"_s);
        QVERIFY(WritingHabits::toggleTick(text.cursor));
        QCOMPARE(text.marked(), u"- [ ] a|\n- [x] b"_s);
        text.cursor.select(QTextCursor::Document);
        QVERIFY(WritingHabits::toggleTick(text.cursor));
        QCOMPARE(text.document.toPlainText(), u"- [x] a\n- [x] b"_s);
        Text numbered(u"1. [X] a|"_s);
        QVERIFY(WritingHabits::toggleTick(numbered.cursor));
        QCOMPARE(numbered.marked(), u"1. [ ] a|"_s);
        Text none(u"words [ ] here|"_s);
        QVERIFY(!WritingHabits::toggleTick(none.cursor));
        QVERIFY(!none.document.isUndoAvailable());
    }
};

QTEST_MAIN(TestLineHabits)
#include "tst_linehabits.moc"
