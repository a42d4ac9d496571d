// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/document.h"
#include "markdown/htmlwriter.h"
#include "markdown/invariants.h"
#include "markdown/plaintext.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Weeknotes::Markdown;

class tst_md_Footnotes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbersFollowReferences();
    void content_data();
    void content();
    void noReference_data();
    void noReference();
    void isHiddenWithItsDefinition_data();
    void isHiddenWithItsDefinition();
    void addressIsNoLinkDefinition();
    void referenceInLinkStandsBehindIt();
    void referenceKeepsEmphasisBesideIt();
    void noteRefersToNote();
    void firstDefinitionCounts();
    void places();
    void placeAfterTabsInAPassage();
    void html();
};

void tst_md_Footnotes::numbersFollowReferences()
{
    const auto document = Document::parse(u"b[^b] a[^a] b[^B]\n\n[^a]: first\n[^b]: second\n[^c]: never\n"_s);
    QCOMPARE(document->blocks().size(), size_t(1));
    const auto &notes = document->footnotes();
    QCOMPARE(notes.size(), size_t(2));
    QCOMPARE(notes[0].label, u"b"_s);
    QCOMPARE(notes[0].number, 1);
    QCOMPARE(notes[0].references, 2);
    QCOMPARE(notes[1].label, u"a"_s);
    const auto &inlines = document->blocks().front().inlines;
    QCOMPARE(inlines[1].number, 1);
    QCOMPARE(inlines[3].number, 2);
    QCOMPARE(inlines[5].number, 1);
    QCOMPARE(inlines[5].occurrence, 2);
    QCOMPARE(inlines[5].text, u"b"_s);
}

void tst_md_Footnotes::content_data()
{
    QTest::addColumn<QString>("definition");
    QTest::addColumn<QString>("words");
    QTest::addColumn<int>("blocksLeft"); // of the text around, the reference's paragraph included
    QTest::newRow("one line") << u"[^1]: Note."_s << u"Note."_s << 1;
    QTest::newRow("lazy lines") << u"[^1]: Note\nthat goes\non."_s << u"Note that goes on."_s << 1;
    QTest::newRow("paragraphs") << u"[^1]: One.\n\n    Two.\n\n\tThree."_s << u"One.\n\nTwo.\n\nThree."_s << 1;
    QTest::newRow("begins below") << u"[^1]:\n    Note."_s << u"Note."_s << 1;
    QTest::newRow("code and list") << u"[^1]: a\n\n    ```\n    x\n    ```\n\n    - b\n    - c"_s << u"a\n\nx\n\nb\nc"_s
                                   << 1;
    QTest::newRow("ends at a list") << u"[^1]: a\n- b"_s << u"a"_s << 2;
    QTest::newRow("ends at a heading") << u"[^1]: a\n# b"_s << u"a"_s << 2;
    QTest::newRow("ends at a paragraph") << u"[^1]: a\n\nb"_s << u"a"_s << 2;
    QTest::newRow("ends at the next") << u"[^1]: a\n[^2]: b"_s << u"a"_s << 1;
    QTest::newRow("indented") << u"   [^1]: a"_s << u"a"_s << 1;
    QTest::newRow("empty") << u"[^1]:"_s << u""_s << 1;
}

void tst_md_Footnotes::content()
{
    QFETCH(const QString, definition);
    QFETCH(const QString, words);
    QFETCH(const int, blocksLeft);
    const QString text = u"x[^1]\n\n"_s + definition + u'\n';
    const auto document = Document::parse(text);
    QCOMPARE(document->footnotes().size(), size_t(1));
    QCOMPARE(toPlainText(document->footnotes().front().blocks), words);
    QCOMPARE(int(document->blocks().size()), blocksLeft);
    QCOMPARE(breachOf(*document, text), QString());
}

void tst_md_Footnotes::noReference_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("unknown") << u"a[^1] b"_s;
    QTest::newRow("escaped") << u"a\\[^1] b\n\n[^1]: x"_s;
    QTest::newRow("in a code span") << u"a `[^1]` b\n\n[^1]: x"_s;
    QTest::newRow("in a code block") << u"```\n[^1]\n\n[^1]: x\n```"_s;
    QTest::newRow("defined in a fence in a list") << u"- ```\n  [^1]: x\n  ```\n\na[^1]"_s;
}

void tst_md_Footnotes::noReference()
{
    QFETCH(const QString, text);
    const auto document = Document::parse(text);
    QVERIFY(document->footnotes().empty());
    QVERIFY(toPlainText(*document).contains(u"[^1"));
}

void tst_md_Footnotes::isHiddenWithItsDefinition_data()
{
    QTest::addColumn<QString>("passage");
    QTest::newRow("a footnote") << u"[^1]: secret"_s;
    QTest::newRow("a footnote in a footnote") << u"[^2]: x[^1]\n\n[^1]: secret"_s;
    QTest::newRow("an address") << u"[r]: /secret"_s;
}

void tst_md_Footnotes::isHiddenWithItsDefinition()
{
    QFETCH(const QString, passage);
    const QDate today(2026, 11, 29);
    const QString user = u"\n\n<!-- until 2026-11-01\nshown[^1] [r] [^2]\n-->\n\nshown[^1] [r]\n"_s;
    for (const QString &kind : {u"private"_s, u"until 2026-11-30"_s}) {
        const auto readers = Document::parse(u"<!-- %1\n%2\n-->"_s.arg(kind, passage) + user)->forReaders(today);
        const QString html = HtmlWriter().write(*readers);
        QVERIFY2(html.contains(u"shown"_s) && !html.contains(u"secret"_s), qPrintable(html));
        QVERIFY(readers->footnotes().empty());
        QCOMPARE(breachForReaders(*readers), QString());
    }
    const auto open = Document::parse(u"<!-- until 2026-11-29\n%1\n-->"_s.arg(passage) + user)->forReaders(today);
    QCOMPARE(HtmlWriter().write(*open).contains(u"secret"_s), passage.startsWith(u"[^"_s));
}

void tst_md_Footnotes::addressIsNoLinkDefinition()
{
    const auto document = Document::parse(u"a[^1]\n\n[^1]: http://example.org\n"_s);
    QCOMPARE(document->footnotes().size(), size_t(1));
    QCOMPARE(firstLink(document->footnotes()[0].blocks[0].inlines)->target, u"http://example.org"_s);
    QCOMPARE(document->blocks()[0].inlines.back().kind, Inline::Kind::FootnoteReference);
}

void tst_md_Footnotes::referenceInLinkStandsBehindIt()
{
    const auto document = Document::parse(u"[see *this[^1]*](u) x\n\n[^1]: n\n"_s);
    const auto &inlines = document->blocks().front().inlines;
    QCOMPARE(inlines.size(), size_t(3));
    QCOMPARE(inlines[0].kind, Inline::Kind::Link);
    QCOMPARE(inlines[1].kind, Inline::Kind::FootnoteReference);
}

void tst_md_Footnotes::referenceKeepsEmphasisBesideIt()
{
    const auto document = Document::parse(u"_a_[^1] *b*[^1] https://example.org[^1]\n\n[^1]: n\n"_s);
    const auto &inlines = document->blocks().front().inlines;
    QCOMPARE(inlines[0].kind, Inline::Kind::Emphasis);
    QCOMPARE(inlines[1].kind, Inline::Kind::FootnoteReference);
    QCOMPARE(inlines[3].kind, Inline::Kind::Emphasis);
    QCOMPARE(firstLink(inlines)->target, u"https://example.org"_s);
    QCOMPARE(inlines.back().occurrence, 3);
}

void tst_md_Footnotes::noteRefersToNote()
{
    const auto document = Document::parse(u"a[^a]\n\n[^b]: b[^a]\n[^a]: a[^b]\n"_s);
    QCOMPARE(document->footnotes().size(), size_t(2));
    QCOMPARE(document->footnotes()[0].references, 2);
    QCOMPARE(document->footnotes()[1].blocks[0].inlines.back().occurrence, 2);
}

void tst_md_Footnotes::firstDefinitionCounts()
{
    const auto document = Document::parse(u"a[^1]\n\n[^1]: one\n[^1]: two\n"_s);
    QCOMPARE(toPlainText(*document), u"a\n\n[1] one"_s);
}

void tst_md_Footnotes::places()
{
    const QString text = u"ü[^1] x\n\n[^1]: One\n\n    Two *é*\n\nend\n"_s;
    const auto document = Document::parse(text);
    QCOMPARE(dump(blocksOf(*document)), u"Paragraph 0-7 \"ü x\"\nParagraph 33-36 \"end\"\n"_s);
    const auto &note = document->footnotes().front();
    QCOMPARE(note.source, (SourceRange{9, 31}));
    QCOMPARE(dump(note.blocks), u"Paragraph 9-18 \"One\"\nParagraph 20-31 \"Two é\"\n"_s);
    QCOMPARE(document->blocks()[0].inlines[1].source, (SourceRange{1, 5}));
}

void tst_md_Footnotes::placeAfterTabsInAPassage()
{
    const QString text = u"<!--private[^q]:i\n\t\tA\n[[^q]:-->"_s;
    const auto document = Document::parse(text);
    const auto &inlines = document->footnotes().front().blocks.front().inlines;
    QCOMPARE(inlines.back().text, u"A"_s);
    const auto at = int(text.indexOf(u'A'));
    QCOMPARE(inlines.back().source, (SourceRange{at, at + 1}));
}

void tst_md_Footnotes::html()
{
    const auto document = Document::parse(u"a[^1] b[^1]\n\n[^1]: note\n\n    - list\n"_s);
    QCOMPARE(
        HtmlWriter().write(*document),
        u"<p>a<sup class=\"footnote-ref\"><a href=\"#fn-1\" id=\"fnref-1\" role=\"doc-noteref\">1</a></sup> "
        u"b<sup class=\"footnote-ref\"><a href=\"#fn-1\" id=\"fnref-1-2\" role=\"doc-noteref\">1</a></sup></p>\n"
        u"<section class=\"footnotes\" role=\"doc-endnotes\">\n<ol>\n<li id=\"fn-1\">\n<p>note</p>\n<ul>\n"
        u"<li>list</li>\n</ul>\n"
        u" <a href=\"#fnref-1\" class=\"footnote-back\" role=\"doc-backlink\">↩</a>"
        u" <a href=\"#fnref-1-2\" class=\"footnote-back\" role=\"doc-backlink\">↩</a></li>\n</ol>\n</section>\n"_s);
}

QTEST_GUILESS_MAIN(tst_md_Footnotes)
#include "tst_md_footnotes.moc"
