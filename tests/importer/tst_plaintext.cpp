// SPDX-License-Identifier: GPL-3.0-or-later
#include "importer/decoding.h"
#include "importer/markdowntext.h"
#include "importer/pagetext.h"
#include "importer/textarchive.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

class TestPlainText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesMarkdown_data();
    void writesMarkdown();
    void takesRecurringLinesForHeadings();
    void readsPages_data();
    void readsPages();
    void partsTexts_data();
    void partsTexts();
    void decodes_data();
    void decodes();
    void refusesBinaryData_data();
    void refusesBinaryData();
};

void TestPlainText::writesMarkdown_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("markdown");
    const QString prose = u"This is a sentence."_s;
    QTest::newRow("heading") << u"The lamps\n\n"_s + prose << u"## The lamps\n\n"_s + prose + u'\n';
    QTest::newRow("last line is no heading") << prose + u"\n\nThe lamps"_s << prose + u"\n\nThe lamps\n"_s;
    QTest::newRow("announced line is none")
        << u"We say:\n\nOne lamp is enough\n\n"_s + prose << u"We say:\n\nOne lamp is enough\n\n"_s + prose + u'\n';
    QTest::newRow("one question is none") << u"Is it June?\n\n"_s + prose << u"Is it June?\n\n"_s + prose + u'\n';
    QTest::newRow("underlined") << u"Lamps\n=====\n"_s + prose << u"## Lamps\n\n"_s + prose + u'\n';
    QTest::newRow("bullets") << u"  • a\n  • b:\n    • c\n  • d"_s << u"- a\n- b:\n  - c\n- d\n"_s;
    QTest::newRow("bullets of three kinds") << u"• a\n◦ b\n▪ c\n• d"_s << u"- a\n  - b\n    - c\n- d\n"_s;
    QTest::newRow("stars are a list") << u"* a\n* b"_s << u"- a\n- b\n"_s;
    QTest::newRow("numbers") << u"1. a\n2) b"_s << u"1. a\n2. b\n"_s;
    QTest::newRow("footnote") << u"We did * it.\n\n* Not quite."_s << u"We did[^1] it.\n\n[^1]: Not quite.\n"_s;
    QTest::newRow("two footnotes") << u"We did* it and that**.\n\n* One.\n\n** Two."_s
                                   << u"We did[^1] it and that[^2].\n\n[^1]: One.\n[^2]: Two.\n"_s;
    QTest::newRow("a star alone") << u"We did it.\n\n* Not quite."_s << u"We did it.\n\n- Not quite.\n"_s;
    QTest::newRow("address") << u"See https://example.org/a."_s << u"See <https://example.org/a>.\n"_s;
    QTest::newRow("address alone") << prose + u"\n\nhttps://example.org/a"_s
                                   << prose + u"\n\nhttps://example.org/a\n"_s;
    QTest::newRow("separator") << prose + u"\n\n* * *\n\n"_s + prose << prose + u"\n\n---\n\n"_s + prose + u'\n';
    QTest::newRow("wrapped lines") << u"A line that somebody broke at some seventy columns,\nand went on."_s
                                   << u"A line that somebody broke at some seventy columns,\nand went on.\n"_s;
    QTest::newRow("a paragraph a line") << QString(130, u'a') + u".\n"_s + QString(130, u'b') + u'.'
                                        << QString(130, u'a') + u".\n\n"_s + QString(130, u'b') + u".\n"_s;
    QTest::newRow("markup") << u"# no heading, *no* emphasis, [no](link)."_s
                            << u"\\# no heading, \\*no\\* emphasis, \\[no](link).\n"_s;
    QTest::newRow("nothing") << u"\n \n"_s << QString();
}

void TestPlainText::writesMarkdown()
{
    QFETCH(QString, text);
    QTEST(markdownFromText(text.split(u'\n')), "markdown");
}

void TestPlainText::takesRecurringLinesForHeadings()
{
    const QStringList lines{u"What now?"_s, u""_s, u"No sentence here"_s};
    QCOMPARE(markdownFromText(lines), u"What now?\n\nNo sentence here\n"_s);
    QCOMPARE(markdownFromText(lines, {u"What now?"_s}), u"## What now?\n\nNo sentence here\n"_s);
}

void TestPlainText::readsPages_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("head"); // title, subtitle, author, day
    QTest::addColumn<QString>("body");
    const QString prose = u"It was a week of lamps."_s;
    QTest::newRow("name, time and day") << u"T\n\nAda Moor\n4 min readMar 5, 2021\n\n"_s + prose
                                        << QStringList{u"T"_s, u""_s, u"Ada Moor"_s, u"2021-3-5"_s} << prose;
    QTest::newRow("parts on lines of their own")
        << u"T\n\nS\n\nAda Moor\n·\nFollow\n\nPublished in\nThe Pier\n·\n4 min read\n·\nMar 5\n\n--\n\n2\n\nListen\nShare\n\n"_s +
               prose
        << QStringList{u"T"_s, u"S"_s, u"Ada Moor"_s, u"?-3-5"_s} << prose;
    QTest::newRow("day before time") << u"T\nAda Moor\nMar 5, 2021 · 4 min read\n\n"_s + prose
                                     << QStringList{u"T"_s, u""_s, u"Ada Moor"_s, u"2021-3-5"_s} << prose;
    QTest::newRow("by") << u"T\n\nBy Ada Moor, 5 March 2021\n\n"_s + prose
                        << QStringList{u"T"_s, u""_s, u"Ada Moor"_s, u"2021-3-5"_s} << prose;
    const QString diary = u"Monday 3 June\n\n"_s + prose + u"\n\nTuesday 4 June\n\n"_s + prose;
    QTest::newRow("a heading a day") << u"T\n\n"_s + diary << QStringList{u"T"_s, u""_s, u""_s, u""_s} << diary;
    QTest::newRow("a lone day") << u"T\n\nMonday 3 June\n\n"_s + prose << QStringList{u"T"_s, u""_s, u""_s, u"?-6-3"_s}
                                << prose;
    QTest::newRow("foot")
        << u"T\n\nAda Moor\n4 min read\n\n"_s + prose +
               u"\n\nAda Moor\nAda Moor\n\nWritten by Ada Moor\n\n12 Followers\n\nKeeps lamps\n\nNo responses yet\n"_s
        << QStringList{u"T"_s, u""_s, u"Ada Moor"_s, u""_s} << prose;
    QTest::newRow("foot names the writer") << u"T\n\n"_s + prose + u"\n\nWritten by\nAda Moor\nKeeps lamps"_s
                                           << QStringList{u"T"_s, u""_s, u"Ada Moor"_s, u""_s} << prose;
    QTest::newRow("subtitle completes") << u"2020 05 01 — Weeknotes\n2.17 — May\n"_s + prose
                                        << QStringList{u"2020 05 01 — Weeknotes"_s, u"2.17 — May"_s, u""_s, u""_s}
                                        << prose;
    QTest::newRow("no title") << prose + u' ' + prose << QStringList{u""_s, u""_s, u""_s, u""_s}
                              << prose + u' ' + prose;
    QTest::newRow("read of five minutes in a sentence")
        << u"T\n\nIt was a 5 min read on lamps and their keepers, I thought.\n"_s
        << QStringList{u"T"_s, u""_s, u""_s, u""_s} << u"It was a 5 min read on lamps and their keepers, I thought."_s;
}

void TestPlainText::readsPages()
{
    QFETCH(QString, text);
    const PageText page = readPage(text.split(u'\n'), -1);
    const auto &day = page.published;
    const QString date =
        !day ? QString()
             : u"%1-%2-%3"_s.arg(day->year ? QString::number(*day->year) : u"?"_s).arg(day->month).arg(day->day);
    QTEST((QStringList{page.title, page.subtitle, page.author, date}), "head");
    QTEST(page.body.join(u'\n').trimmed(), "body");
}

void TestPlainText::partsTexts_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("titles");
    const auto note = [](const QString &title) {
        return title + u"\n\nIt was a week of lamps and nothing else, mostly.\n\n"_s;
    };
    const QString seven = u"Weeknote w/c 7 October: lamps"_s;
    const QString fourteen = u"Weeknote w/c 14 October: oil"_s;
    const QString fourth = u"Weeknote w/c 4 November: wicks"_s;
    QTest::newRow("one") << note(seven) << QStringList{seven};
    QTest::newRow("two") << note(fourteen) + note(seven) << QStringList{fourteen, seven};
    QTest::newRow("in a gap") << note(fourth) + note(u"Weeknotes from a boat"_s) + note(fourteen)
                              << QStringList{fourth, u"Weeknotes from a boat"_s, fourteen};
    QTest::newRow("no gap, a section") << note(fourteen) + note(u"Weeknotes from others"_s) + note(seven)
                                       << QStringList{fourteen, seven};
    QTest::newRow("a section ahead") << note(fourteen) + note(u"Coming up w/c 21 October"_s) + note(seven)
                                     << QStringList{fourteen, seven};
    QTest::newRow("a list of titles") << fourteen + u'\n' + seven + u"\n\n"_s + note(fourteen) + note(seven)
                                      << QStringList{fourteen, seven};
    QTest::newRow("bylines")
        << u"A\n\nAda Moor\n4 min read\n\nIt was a week of lamps.\n\nOne more line here.\n\nAda Moor\n\nB\n\nAda Moor\n3 min read\n\nAnd so on.\n"_s
        << QStringList{u""_s, u"B"_s};
    QTest::newRow("none") << u"Lamps\n\nIt was a week of lamps.\n"_s << QStringList{u""_s};
    QTest::newRow("empty") << u"\n\n"_s << QStringList();
}

void TestPlainText::partsTexts()
{
    QFETCH(QString, text);
    QStringList titles;
    for (const TextPiece &piece : partText(text))
        titles += piece.titleLine < 0 ? u""_s : piece.lines.at(piece.titleLine);
    QTEST(titles, "titles");
}

void TestPlainText::decodes_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("warning"); // -1: none
    QTest::newRow("utf-8") << QByteArray("caf\xc3\xa9\r\nb\rc\x0c") << u"café\nb\nc\n"_s << -1;
    QTest::newRow("byte order mark") << QByteArray("\xef\xbb\xbf"
                                                   "a")
                                     << u"a"_s << -1;
    QTest::newRow("damaged") << QByteArray("caf\xc3\xa9 caf\xc3\xa9 \xff") << u"café café \uFFFD"_s
                             << int(Warning::Kind::DamagedText);
    QTest::newRow("windows") << QByteArray("caf\xe9 \x96 \x93quoted\x94") << u"café – “quoted”"_s
                             << int(Warning::Kind::GuessedEncoding);
    QTest::newRow("utf-16") << QByteArray("\xff\xfe"
                                          "a\0b\0",
                                          6)
                            << u"ab"_s << int(Warning::Kind::GuessedEncoding);
    QTest::newRow("utf-16 without mark") << QByteArray("\0a\0b\0c\0d", 8) << u"abcd"_s
                                         << int(Warning::Kind::GuessedEncoding);
    QTest::newRow("empty") << QByteArray() << QString() << -1;
}

void TestPlainText::decodes()
{
    QFETCH(QByteArray, bytes);
    QFETCH(int, warning);
    const auto decoded = decodeText(bytes, u"file"_s);
    QVERIFY(decoded);
    QTEST(decoded->text, "text");
    QCOMPARE(decoded->warnings.empty() ? -1 : int(decoded->warnings.front().kind), warning);
}

void TestPlainText::refusesBinaryData_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("png") << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16);
    QTest::newRow("zero") << QByteArray("a\0b", 3);
    QTest::newRow("pdf") << QByteArray("%PDF-1.7\n");
    QTest::newRow("zip") << QByteArray("PK\x03\x04");
    QTest::newRow("controls") << QByteArray(100, '\x01');
}

void TestPlainText::refusesBinaryData()
{
    QFETCH(QByteArray, bytes);
    const auto decoded = decodeText(bytes, u"file"_s);
    QVERIFY(!decoded);
    QCOMPARE(decoded.error().kind, Error::Kind::NotText);
}

QTEST_GUILESS_MAIN(TestPlainText)
#include "tst_plaintext.moc"
