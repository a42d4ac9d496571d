// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/markdowntable.h"
#include "editor/tablehabits.h"
#include "markdown/htmlwriter.h"

#include <QRandomGenerator>
#include <QTest>
#include <QTextCursor>
#include <QTextDocument>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

namespace {

/// "‸" stands for the cursor, since "|" stands for itself here.
struct TableText
{
    explicit TableText(const QString &marked)
    {
        document.setPlainText(QString(marked).remove(u'‸'));
        cursor = QTextCursor(&document);
        cursor.setPosition(int(marked.indexOf(u'‸')));
    }
    /// With "«" and "»" around what is selected.
    [[nodiscard]] QString marked() const
    {
        QString text = document.toPlainText();
        if (!cursor.hasSelection())
            return text.insert(cursor.position(), u'‸');
        return text.insert(cursor.selectionEnd(), u'»').insert(cursor.selectionStart(), u'«');
    }

    QTextDocument document;
    QTextCursor cursor;
};

QString html(const QString &text)
{
    return Markdown::HtmlWriter().write(*Markdown::Document::parse(text));
}

QString lines(const QStringList &all)
{
    return all.join(u'\n');
}

} // namespace

class TestTables : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cellsAreFound_data()
    {
        QTest::addColumn<QString>("row");
        QTest::addColumn<QStringList>("cells");
        QTest::newRow("usual") << u"| a | b |"_s << QStringList{u"a"_s, u"b"_s};
        QTest::newRow("without ends") << u"a|b"_s << QStringList{u"a"_s, u"b"_s};
        QTest::newRow("empty") << u"|  | b ||"_s << QStringList{QString(), u"b"_s, QString()};
        QTest::newRow("escaped") << u"| a \\| b | c"_s << QStringList{u"a \\| b"_s, u"c"_s};
        QTest::newRow("an escaped backslash") << u"| a \\\\| b |"_s << QStringList{u"a \\\\"_s, u"b"_s};
        QTest::newRow("code") << u"| `a | b` | c |"_s << QStringList{u"`a | b`"_s, u"c"_s};
        QTest::newRow("long ticks") << u"| ``a ` | b`` | c |"_s << QStringList{u"``a ` | b``"_s, u"c"_s};
        QTest::newRow("an open tick") << u"| `a | b |"_s << QStringList{u"`a"_s, u"b"_s};
        QTest::newRow("in a quote") << u"> | a | b |"_s << QStringList{u"a"_s, u"b"_s};
        QTest::newRow("no-break space") << u"|\u00a0| b |"_s << QStringList{u"\u00a0"_s, u"b"_s};
    }

    void cellsAreFound()
    {
        QFETCH(QString, row);
        QFETCH(QStringList, cells);
        QStringList found;
        for (const MarkdownTable::Cell &cell : MarkdownTable::cellsOf(row))
            found += row.sliced(cell.begin, cell.end - cell.begin);
        QCOMPARE(found, cells);
    }

    void widths()
    {
        QCOMPARE(MarkdownTable::displayWidth(u"été"), 3);
        QCOMPARE(MarkdownTable::displayWidth(u"e\u0301"), 1);
        QCOMPARE(MarkdownTable::displayWidth(u"週報"), 4);
        QCOMPARE(MarkdownTable::displayWidth(u"한글ｶﾅ"), 6);
        QCOMPARE(MarkdownTable::displayWidth(u"👩‍👩‍👧"), 2);
        QCOMPARE(MarkdownTable::displayWidth(u"a\u200bb"), 2);
        QCOMPARE(MarkdownTable::displayWidth(u"😀ä"), 3);
    }

    void aligns_data()
    {
        QTest::addColumn<QStringList>("before");
        QTest::addColumn<QStringList>("after");
        QTest::newRow("ragged") << QStringList{u"a|long one"_s, u"-|-"_s, u"|words|x"_s}
                                << QStringList{u"| a     | long one |"_s, u"| ----- | -------- |"_s,
                                               u"| words | x        |"_s};
        QTest::newRow("sides") << QStringList{u"|l|c|r|"_s, u"|:-|:-:|-:|"_s, u"|left|mid|right|"_s, u"|a|b|c|"_s}
                               << QStringList{u"| l    |  c  |     r |"_s, u"| :--- | :-: | ----: |"_s,
                                              u"| left | mid | right |"_s, u"| a    |  b  |     c |"_s};
        QTest::newRow("wide letters") << QStringList{u"|週|w|"_s, u"|-|-|"_s, u"|ab|報告|"_s}
                                      << QStringList{u"| 週  | w    |"_s, u"| --- | ---- |"_s, u"| ab  | 報告 |"_s};
        QTest::newRow("missing and more cells")
            << QStringList{u"|a|b|"_s, u"|-|-|"_s, u"|c|"_s, u"|d|e|  more  |"_s}
            << QStringList{u"| a   | b   |"_s, u"| --- | --- |"_s, u"| c   |     |"_s, u"| d   | e   | more |"_s};
        QTest::newRow("in a quote") << QStringList{u"> |a|b|"_s, u"> |-|-|"_s}
                                    << QStringList{u"> | a   | b   |"_s, u"> | --- | --- |"_s};
    }

    void aligns()
    {
        QFETCH(QStringList, before);
        QFETCH(QStringList, after);
        QCOMPARE(MarkdownTable::aligned(before), after);
        QCOMPARE(MarkdownTable::aligned(after), after);
        QCOMPARE(html(lines(after)), html(lines(before)));
    }

    void aligningChangesNoTable()
    {
        QRandomGenerator random(7);
        const QStringList pieces{u"a"_s,      u"words "_s,
                                 u" "_s,      u"`"_s,
                                 u"``"_s,     u"\\|"_s,
                                 u"\\\\"_s,   u"週"_s,
                                 u"**b**"_s,  u"| "_s,
                                 u"`x|y`"_s,  u"é"_s,
                                 u"😀"_s,     u"<b>"_s,
                                 u"[l](u)"_s, u"\\"_s,
                                 u"-"_s,      u"&amp;"_s,
                                 u"_e_"_s,    u"~~s~~"_s,
                                 u"\t"_s,     u"<https://a.example>"_s};
        int tables = 0;
        for (int round = 0; round < 5000; ++round) {
            const auto row = [&](quint32 cells) {
                QString text = u"| "_s;
                for (quint32 cell = 0; cell < cells; ++cell) {
                    for (quint32 piece = random.bounded(4u); piece > 0; --piece)
                        text += pieces.at(random.bounded(pieces.size()));
                    text += u"| "_s;
                }
                return text;
            };
            QStringList before{row(random.bounded(1u, 4u))};
            before += u"|"_s + u":-:|"_s.repeated(MarkdownTable::cellsOf(before.front()).size());
            for (quint32 more = random.bounded(4u); more > 0; --more)
                before += row(random.bounded(1u, 5u));
            if (!MarkdownTable::opensTable(before[0], before[1]) || lines(before).contains(u"||"_s))
                continue; // of "||", an empty cell, md4c makes none
            const QString was = html(lines(before));
            if (was.count(u"<table>"_s) != 1 || !was.startsWith(u"<table>"_s))
                continue;
            ++tables;
            const QStringList after = MarkdownTable::aligned(before);
            QVERIFY2(html(lines(after)) == was, qPrintable(lines(before) + u'\n' + lines(after) + u'\n' + was));
            QCOMPARE(MarkdownTable::aligned(after), after);
        }
        QVERIFY(tables > 2000);
    }

    void theTableAtTheCursorIsAligned()
    {
        const QString before = u"words\n\n|a|b|\n|-|-|\n|lo‸ng|c|\n\nmore | words"_s;
        TableText text(before);
        QVERIFY(WritingHabits::alignTable(text.cursor));
        QCOMPARE(text.marked(), u"words\n\n| a    | b   |\n| ---- | --- |\n| lo‸ng | c   |\n\nmore | words"_s);
        text.document.undo();
        QCOMPARE(text.document.toPlainText(), QString(before).remove(u'‸'));
        TableText prose(u"a | b‸\n\nwords"_s);
        QVERIFY(!WritingHabits::alignTable(prose.cursor));
        TableText heading(u"a‸\n---\n\nwords"_s);
        QVERIFY(!WritingHabits::alignTable(heading.cursor));
        TableText below(u"|a|\n|-|\n|b|\n- it‸em"_s);
        QVERIFY(!WritingHabits::alignTable(below.cursor));
    }

    void findsTheSameTablesDownward()
    {
        QRandomGenerator random(11);
        const QStringList pieces{u"words"_s,   u""_s,       u"| a | b |"_s, u"|---|---|"_s, u"> | a | b |"_s,
                                 u"> words"_s, u"- item"_s, u"# a | b"_s,   u"- a | b"_s,   u"  more | words"_s};
        int tables = 0;
        for (int round = 0; round < 5000; ++round) {
            QStringList all;
            for (quint32 line = random.bounded(2u, 12u); line > 0; --line)
                all += pieces.at(random.bounded(pieces.size()));
            QTextDocument document(lines(all));
            WritingHabits::TablesDownward downward;
            QTextBlock last;
            for (QTextBlock line = document.begin(); line.isValid(); line = line.next()) {
                const auto &table = downward.at(line);
                if (line.position() <= last.position() && last.isValid())
                    continue; // a second rule in a table is a row there
                const auto alone = WritingHabits::tableAt(line);
                QVERIFY2(table.has_value() == alone.has_value(), qPrintable(lines(all)));
                if (!table)
                    continue;
                QVERIFY2(table->first == alone->first && table->last == alone->last, qPrintable(lines(all)));
                last = table->last;
                ++tables;
            }
        }
        QVERIFY(tables > 500);
    }

    void goesFromCellToCell_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<bool>("back");
        QTest::addColumn<QString>("after");
        QTest::newRow("next") << u"| a‸ | b |\n|-|-|"_s << false << u"| a | «b» |\n|-|-|"_s;
        QTest::newRow("over the rule") << u"| a | b‸ |\n|-|-|\n| c | d |"_s << false
                                       << u"| a | b |\n|-|-|\n| «c» | d |"_s;
        QTest::newRow("back over the rule")
            << u"| a | b |\n|-|-|\n| c‸ | d |"_s << true << u"| a | «b» |\n|-|-|\n| c | d |"_s;
        QTest::newRow("back") << u"| a | b‸ |\n|-|-|"_s << true << u"| «a» | b |\n|-|-|"_s;
        QTest::newRow("back at the first") << u"| a‸ | b |\n|-|-|"_s << true << u"| a‸ | b |\n|-|-|"_s;
        QTest::newRow("an empty cell") << u"| a‸ |  |\n|-|-|"_s << false << u"| a | ‸ |\n|-|-|"_s;
        QTest::newRow("a new row") << u"|a|b|\n|-|-|\n| cc | d‸ |"_s << false
                                   << u"|a|b|\n|-|-|\n| cc | d |\n| ‸   |   |"_s;
        QTest::newRow("the first row") << u"| a | b‸ |\n|-|-|"_s << false << u"| a | b |\n|-|-|\n| ‸| |"_s;
        QTest::newRow("from the rule") << u"|a|b|\n|-‸|-|\n|c|d|"_s << false << u"|a|b|\n|-|-|\n|«c»|d|"_s;
    }

    void goesFromCellToCell()
    {
        QFETCH(QString, before);
        QFETCH(bool, back);
        QFETCH(QString, after);
        TableText text(before);
        QVERIFY(WritingHabits::goToCell(text.cursor, back));
        QCOMPARE(text.marked(), after);
    }

    void leavesOtherLinesAlone()
    {
        TableText prose(u"a | b‸"_s);
        QVERIFY(!WritingHabits::goToCell(prose.cursor, false));
        QCOMPARE(prose.marked(), u"a | b‸"_s);
    }
};

QTEST_MAIN(TestTables)
#include "tst_tables.moc"
