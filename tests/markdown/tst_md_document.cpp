// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/document.h"
#include "markdown/invariants.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Weeknotes::Markdown;

class tst_md_Document : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void places_data();
    void places();
    void blockTextParsesToTheSameBlock();
    void inlinesKnowTheirPlace();
    void properties();
    void wordsHaveADirection_data();
    void wordsHaveADirection();
    void tasks();
    void anchorsAreUnique();
    void hashesFollowContent();
    void oddCharacters();
    void halfAPairFarFromTheStart();
    void bareDialectKnowsNoMarks();
};

void tst_md_Document::places_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("tree");
    const auto row = [](const char *name, const QString &text, const QString &tree) {
        QTest::newRow(name) << text << tree;
    };
    row("nothing", u""_s, u""_s);
    row("blank lines", u"\n\n  \n"_s, u""_s);
    row("paragraphs", u"one\ntwo\n\nthree\n"_s, u"Paragraph 0-7 \"one two\"\nParagraph 9-14 \"three\"\n"_s);
    row("headings", u"# A #\nB\n===\n## \n"_s, u"Heading 0-5 \"A\"\nHeading 6-11 \"B\"\nHeading 12-15\n"_s);
    row("rules", u"***\n[a]: /b\n - - -\nx\n\n---"_s,
        u"Separator 0-3\nSeparator 12-18\nParagraph 19-20 \"x\"\nSeparator 22-25\n"_s);
    row("fences", u"```\n\na\n\n```\n~~~ c\n~~~\n"_s, u"Code 0-11 \"a\"\nCode 12-21\n"_s);
    row("open fence", u"x\n\n```\na\n"_s, u"Paragraph 0-1 \"x\"\nCode 3-8 \"a\"\n"_s);
    row("indented code", u"a\n\n    b\n\n    c\n"_s, u"Paragraph 0-1 \"a\"\nCode 3-15 \"b c\"\n"_s);
    row("empty items", u"- a\n-\n- c\n-\n"_s,
        u"List 0-11\n ListItem 0-3\n  Paragraph 0-3 \"a\"\n ListItem 4-5\n ListItem 6-9\n  Paragraph 6-9 \"c\"\n"
        u" ListItem 10-11\n"_s);
    row("mark on a line of its own", u"-\n  a\n"_s, u"List 0-5\n ListItem 0-5\n  Paragraph 2-5 \"a\"\n"_s);
    row("nested", u"> 1. a\n>    - b\n"_s,
        u"Quote 0-15\n List 0-15\n  ListItem 0-15\n   Paragraph 0-6 \"a\"\n   List 7-15\n    ListItem 7-15\n"
        u"     Paragraph 7-15 \"b\"\n"_s);
    row("empty quote", u"a\n\n>\n"_s, u"Paragraph 0-1 \"a\"\nQuote 3-4\n"_s);
    row("table", u"| a | |\n|---|---|\n| 1 | 2 |\n"_s,
        u"Table 0-27\n TableRow 0-7\n  TableCell 2-3 \"a\"\n  TableCell 3-3\n TableRow 18-27\n  TableCell 20-21 \"1\"\n"
        u"  TableCell 24-25 \"2\"\n"_s);
    row("header alone", u"|a|\n|-|\n\nx\n"_s,
        u"Table 0-7\n TableRow 0-3\n  TableCell 1-2 \"a\"\nParagraph 9-10 \"x\"\n"_s);
    row("images without words", u"a\n\n![](x)\n![](y)\n\nb\n"_s,
        u"Paragraph 0-1 \"a\"\nParagraph 3-16 \"\"\nParagraph 18-19 \"b\"\n"_s);
    row("beyond the BMP", u"😀é\n\n漢\n"_s, u"Paragraph 0-3 \"😀é\"\nParagraph 5-6 \"漢\"\n"_s);
    row("CR LF", u"a\r\nb\r\n\r\n# c\r\n"_s, u"Paragraph 0-4 \"a b\"\nHeading 8-11 \"c\"\n"_s);
    row("link in the middle", u"[a]: /u\n[a]\n"_s, u"Paragraph 8-11 \"a\"\n"_s);
    row("private in a quote", u"> <!-- private\n> a\n>\n> b\n> -->\n"_s,
        u"Quote 0-30\n Private 0-30\n  Paragraph 15-18 \"a\"\n  Paragraph 21-24 \"b\"\n"_s);
    row("a fence that another does not end", u"- ~~~\n\n```\n"_s,
        u"List 0-5\n ListItem 0-5\n  Code 0-5 \"\"\nCode 7-10\n"_s);
    row("a fence in a quote does not end one outside", u"- ~~~\n>~~~"_s,
        u"List 0-5\n ListItem 0-5\n  Code 0-5\nQuote 6-10\n Code 6-10\n"_s);
    row("a fence in the next quote does not end one in this", u">~~~\n\n>~~~"_s,
        u"Quote 0-4\n Code 0-4\nQuote 6-10\n Code 6-10\n"_s);
    row("fence marks swallowed before an item", u"- ~~~\n~-\n- ~~~\nword"_s,
        u"List 0-14\n ListItem 0-5\n  Code 0-5\n ListItem 6-8\n ListItem 9-14\n  Code 9-14\n"
        u"Paragraph 15-19 \"word\"\n"_s);
    row("fence marks swallowed before a heading", u"- ~~~\n~#\n- ~~~\nword"_s,
        u"List 0-5\n ListItem 0-5\n  Code 0-5\nHeading 6-8\nList 9-14\n ListItem 9-14\n  Code 9-14\n"
        u"Paragraph 15-19 \"word\"\n"_s);
    row("private amid a line that another hides the end of", u"<!<!--private~--><!--until"_s,
        u"RawHtml 0-2 \"<!\"\nPrivate 2-17\n Paragraph 2-17 \"~\"\nPrivate 17-26\n"_s);
}

void tst_md_Document::places()
{
    QFETCH(const QString, text);
    QFETCH(const QString, tree);
    const auto document = Document::parse(text);
    QCOMPARE(dump(blocksOf(*document)), tree);
    QCOMPARE(breachOf(*document, text), QString());
}

/// What a range covers is the block: parsed alone it gives the same, but for a heading's number in its anchor.
void tst_md_Document::blockTextParsesToTheSameBlock()
{
    const QString text =
        u"# Head *line*\n\nPara\nwith `code` and\\\nbreaks &amp; [link](x \"t\").\n\nSet\ntext\n---\n"
        u"> quote\nlazy\n>\n> - list\n\n1. one\n\n   more\n2. two\n   - [x] sub\n\n***\n\n```c++ x\n\ncode\n"
        u"\n```\n\n    indented\n\n| a | b |\n|:-:|--:|\n| 1 |\n\n<div>\nhtml\n</div>\n\n"
        u"![alt](x.png \"cap\")\n\n<!-- until 2026-12-01\n*inside*\n\n- too\n-->\n\n<!-- ? Why? -->\n\n"
        u"<!-- pull quote -->\n> pulled\n\n<!-- appeal: run, until 2019-10-13 -->\ngive\n\n<!-- /appeal -->\n\n"
        u"https://youtu.be/abc\n\nTune of the week: [x](y)\n\n<!--more-->\n\nlast"_s;
    const auto document = Document::parse(text);
    QCOMPARE(document->blocks().size(), size_t(19));
    for (const auto &block : document->blocks()) {
        const QString own = text.sliced(block.source.begin, block.source.end - block.source.begin);
        const auto again = Document::parse(own);
        QVERIFY2(again->blocks().size() == 1, qPrintable(own));
        QVERIFY2(again->blocks().front().hash == block.hash, qPrintable(own));
        QCOMPARE(again->blocks().front().source, (SourceRange{0, int(own.size())}));
    }
}

void tst_md_Document::inlinesKnowTheirPlace()
{
    const QString text = u"é **bold *both* ** x `a b`\n[w😀](u) <b>"_s;
    const auto document = Document::parse(u"> "_s + text);
    const auto check = [&](const std::vector<Inline> &inlines, const auto &self) -> void {
        for (const auto &piece : inlines) {
            const auto there = (u"> "_s + text).sliced(piece.source.begin, piece.source.end - piece.source.begin);
            if (piece.kind == Inline::Kind::Text || piece.kind == Inline::Kind::Code ||
                piece.kind == Inline::Kind::RawHtml)
                QCOMPARE(there, piece.text);
            self(piece.children, self);
        }
    };
    const auto &inlines = document->blocks().front().children.front().inlines;
    QVERIFY(inlines.size() >= 5);
    check(inlines, check);
}

void tst_md_Document::properties()
{
    const auto document = Document::parse(u"3) a\n4) b\n\n```cpp title\nx\n```\n\n[a &amp; b](<u v> 't&ouml;')\n"
                                          u"![*al*t](i.png)\n\n|a|b|c|d|\n|-|:-|:-:|-:|\n"_s);
    const auto &blocks = document->blocks();
    QCOMPARE(blocks.size(), size_t(4));
    QVERIFY(blocks[0].ordered && blocks[0].tight);
    QCOMPARE(blocks[0].start, 3);
    QCOMPARE(blocks[1].language, u"cpp"_s);
    QCOMPARE(blocks[1].text, u"x\n"_s);
    const auto &link = blocks[2].inlines[0];
    QCOMPARE(link.target, u"u v"_s);
    QCOMPARE(link.title, u"tö"_s);
    QCOMPARE(plainText(link.children), u"a & b"_s);
    QCOMPARE(blocks[2].inlines[2].text, u"alt"_s);
    QCOMPARE(firstLink(blocks[2].inlines), &link);
    const auto &cells = blocks[3].children[0].children;
    QVERIFY(cells[0].headerRow);
    QCOMPARE(cells[0].alignment, Alignment::Default);
    QCOMPARE(cells[1].alignment, Alignment::Left);
    QCOMPARE(cells[2].alignment, Alignment::Center);
    QCOMPARE(cells[3].alignment, Alignment::Right);
}

void tst_md_Document::wordsHaveADirection_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("wanted"); // -1: none
    QTest::newRow("letters") << u"One שתיים"_s << int(Qt::LeftToRight);
    QTest::newRow("after signs") << u"2026: **שתיים** two"_s << int(Qt::RightToLeft);
    QTest::newRow("after a picture sign") << u"📅 שבוע"_s << int(Qt::RightToLeft);
    QTest::newRow("in a tag") << u"<kbd>א</kbd> one"_s << int(Qt::RightToLeft);
    QTest::newRow("after a footnote") << u"[^note] שתיים\n\n[^note]: One."_s << int(Qt::RightToLeft);
    QTest::newRow("letters of two units") << u"𐤀 one"_s << int(Qt::RightToLeft);
    QTest::newRow("none") << u"2026 📅"_s << -1;
    QTest::newRow("table") << u"| | שבת |\n|--|--|\n| a | b |"_s << int(Qt::RightToLeft);
}

void tst_md_Document::wordsHaveADirection()
{
    QFETCH(const QString, text);
    const auto document = Document::parse(text);
    const Block block = document->blocks().front();
    const auto direction = block.children.empty() ? directionOf(block.inlines) : directionOf(block.children);
    QTEST(direction ? int(*direction) : -1, "wanted");
}

void tst_md_Document::tasks()
{
    const auto document = Document::parse(u"- [ ] open\n- [X] done\n- neither\n"_s);
    const auto &items = document->blocks().front().children;
    QVERIFY(items[0].checked.has_value() && !*items[0].checked);
    QVERIFY(items[1].checked.value_or(false));
    QVERIFY(!items[2].checked.has_value());
}

void tst_md_Document::anchorsAreUnique()
{
    const auto document = Document::parse(u"# A b!\n# A b\n# A-b 2\n# !\n# FN 1\n# Über’s\n> # A b\n"_s);
    QStringList anchors;
    for (const auto &block : document->blocks())
        anchors += block.anchor;
    anchors += document->blocks().back().children.front().anchor;
    QCOMPARE(anchors.filter(u"-"_s).size(), 5);
    QCOMPARE(anchors, (QStringList{u"a-b"_s, u"a-b-2"_s, u"a-b-2-2"_s, u"section"_s, u"section-fn-1"_s, u"übers"_s,
                                   u""_s, u"a-b-3"_s}));
}

void tst_md_Document::hashesFollowContent()
{
    const auto hash = [](const QString &text) { return Document::parse(text)->blocks().back().hash; };
    QCOMPARE(hash(u"a *b*\n"_s), hash(u"other\n\n- list\n\na *b*\n\n"_s));
    QVERIFY(hash(u"a *b*"_s) != hash(u"a _c_"_s));
    QVERIFY(hash(u"a *b*"_s) != hash(u"a **b**"_s));
    QVERIFY(hash(u"- a\n- b"_s) != hash(u"- a\n- c"_s));
    QVERIFY(hash(u"- [ ] a"_s) != hash(u"- [x] a"_s));
    QVERIFY(hash(u"[a](b)"_s) != hash(u"[a](c)"_s));
    QSet<size_t> hashes;
    for (int letters = 1; letters <= 100; ++letters)
        hashes << hash(QString(letters, u'x'));
    QCOMPARE(hashes.size(), 100);
}

void tst_md_Document::oddCharacters()
{
    const QString text = u"a"_s + QChar(0) + QChar(0xD83D) + u"b &#0; &bogus; &ClockwiseContourIntegral; &nvlt;"_s;
    const auto document = Document::parse(text);
    QCOMPARE(plainText(document->blocks().front().inlines), u"a\uFFFD\uFFFDb \uFFFD &bogus; ∲ <\u20D2"_s);

    const auto html = Document::parse(u"<div>"_s + QChar(0) + u"</div>"_s); // where md4c writes it twice
    QCOMPARE(html->blocks().front().text.trimmed(), u"<div>\uFFFD</div>"_s);
}

/// Looking at all of a text again for each of its characters would take minutes.
void tst_md_Document::halfAPairFarFromTheStart()
{
    const QString text = QString(1'000'000, u'a') + QChar(0xD83D);
    const auto document = Document::parse(text);
    QVERIFY(plainText(document->blocks().front().inlines).endsWith(u"a\uFFFD"_s));
}

void tst_md_Document::bareDialectKnowsNoMarks()
{
    const auto document = Document::parse(
        u"<!-- private\na\n-->\n\n![a](b)\n\nhttps://youtu.be/x\n\n~~a~~ [^1]\n\n[^1]: /url\n"_s, Dialect::Bare);
    const auto &blocks = document->blocks();
    QCOMPARE(blocks.size(), size_t(4));
    QCOMPARE(blocks[0].kind, Block::Kind::RawHtml);
    for (size_t i = 1; i < 4; ++i)
        QCOMPARE(blocks[i].kind, Block::Kind::Paragraph);
    QCOMPARE(blocks[2].inlines.front().kind, Inline::Kind::Text);
    QCOMPARE(blocks[3].inlines.back().kind, Inline::Kind::Link);
}

QTEST_GUILESS_MAIN(tst_md_Document)
#include "tst_md_document.moc"
