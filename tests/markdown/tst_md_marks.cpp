// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/comments.h"
#include "markdown/document.h"
#include "markdown/embeds.h"
#include "markdown/htmlwriter.h"
#include "markdown/invariants.h"
#include "markdown/plaintext.h"
#include "markdown/readertext.h"

#include <QTest>

#include <type_traits>

using namespace Qt::StringLiterals;
using namespace Weeknotes;
using namespace Weeknotes::Markdown;

namespace {

const QDate today(2026, 11, 20);

QString shown(const QString &text, QDate day = today)
{
    const auto readers = Document::parse(text)->forReaders(day);
    return HtmlWriter().write(*readers) + toPlainText(*readers) + Markdown::textForReaders(text, day);
}

} // namespace

class tst_md_Marks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void privatePassageIsParsed();
    void hidden_data();
    void hidden();
    void embargoPasses();
    void textForReaders_data();
    void textForReaders();
    void privateInsidePassedEmbargoStaysHidden();
    void whatFollowsAPassageIsShown();
    void arrowsArePartOfThePassage();
    void passagesWithinPassages();
    void linksDefinedOutsideWorkInside();
    void promptAndMore();
    void pullQuote();
    void appeal();
    void appealThatDoesNotEnd();
    void figures();
    void embeds_data();
    void embeds();
    void tunes_data();
    void tunes();
};

void tst_md_Marks::privatePassageIsParsed()
{
    const auto document = Document::parse(u"a\n\n<!-- private\n## H\n\n- *x*\n-->\n\nb\n"_s);
    QCOMPARE(dump(blocksOf(*document)), u"Paragraph 0-1 \"a\"\nPrivate 3-31\n Heading 16-20 \"H\"\n List 22-27\n"
                                        u"  ListItem 22-27\n   Paragraph 22-27 \"x\"\nParagraph 33-34 \"b\"\n"_s);
    QVERIFY(toPlainText(*document).contains(u"x"));
    QCOMPARE(toPlainText(*document->forReaders(today)), u"a\n\nb"_s);
    QCOMPARE(document->hiddenPassages(today), 1);
}

void tst_md_Marks::hidden_data()
{
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const QString &text) { QTest::newRow(name) << text; };
    row("block", u"<!-- private\nSECRET\n\nSECRET\n-->"_s);
    row("one line", u"<!-- private SECRET -->"_s);
    row("colon, capitals", u"<!--Private: SECRET-->"_s);
    row("in a paragraph", u"a <!-- private SECRET --> b"_s);
    row("any comment", u"a <!-- SECRET --> b\n\n<!-- SECRET\n\nSECRET -->"_s);
    row("never ended", u"a\n\n<!-- private\nSECRET\n\n# SECRET\n"_s);
    row("never ended in a list", u"- a\n- <!-- private\nSECRET\n\n> SECRET\n"_s);
    row("never ended in a quote", u"> <!-- until 2026-12-01\nSECRET\n"_s);
    row("never ended in a paragraph", u"a <!-- private\n\nSECRET\n\n-->\n\nSECRET"_s);
    row("never ended in a table", u"|a|\n|-|\n|<!-- private|\n|SECRET|\n"_s);
    row("in HTML", u"<div>\n<!-- private\nSECRET\n-->\n</div>\n"_s);
    row("never ended in HTML", u"<div><!-- private\n\nSECRET\n</div>\n"_s);
    row("a comment inside", u"<!-- private\nSECRET\n<!-- ? Why? -->\nSECRET\n-->\n"_s);
    row("a passage inside", u"<!-- private\nSECRET\n<!-- private\nSECRET\n-->\nSECRET\n-->\n"_s);
    row("two comments inside, one end too few", u"<!-- private\n<!-- a -->\n<!-- b\nSECRET\n-->\nSECRET\n"_s);
    row("an arrow", u"<!-- private\nA --> B\n\nSECRET\n-->\n"_s);
    row("an arrow ends a line", u"<!-- private\nA -->\nB\n\nSECRET\n  -->\t\n"_s);
    row("an arrow, words beside the mark", u"<!-- private: words\nA --> B\n\nSECRET\n-->\n"_s);
    row("an arrow under embargo", u"<!-- until 2026-12-01\nA --> B\n\nSECRET\n-->\n"_s);
    row("an arrow in a quote", u"> <!-- private\n> A --> B\n>\n> > -->\n>\n> SECRET\n> -->\n"_s);
    row("an arrow in an item", u"- > <!-- private\n  > A --> B\n  >\n  > SECRET\n  > -->\n"_s);
    row("an arrow in HTML", u"<div>\n<!-- private\nA --> B\n\nSECRET\n-->\n</div>\n"_s);
    row("an arrow beside HTML", u"<div><!-- private\nA --> B\n\nSECRET\n-->\n</div>\n"_s);
    row("arrows in passages", u"<!-- private\nA --> B\n<!-- private\nA --> B\n-->\nSECRET --> B\n\nSECRET\n-->\n"_s);
    row("an arrow, CR", u"<!-- private\rA --> B\r\rSECRET\r-->\r"_s);
    row("embargo", u"<!-- until 2026-11-21\nSECRET\n-->"_s);
    row("embargo without a day", u"<!-- until\nSECRET\n-->"_s);
    row("embargo until no day", u"<!-- until 2026-02-31\nSECRET\n-->\n\n<!-- until 1 May 2020\nSECRET\n-->"_s);
    row("its footnote", u"<!-- private\na[^1]\n\n[^1]: SECRET\n-->\n"_s);
    row("a footnote only it refers to", u"<!-- private\na[^1]\n-->\n\n[^1]: SECRET\n"_s);
    row("in a footnote", u"a[^1]\n\n[^1]: b\n\n    <!-- private\n    SECRET\n    -->\n"_s);
    row("a footnote after its start", u"a[^1]\n\n<!-- private\n[^1]: SECRET\n"_s);
    row("prompt", u"<!-- ? SECRET -->\n\na <!-- ? SECRET --> b"_s);
    row("in an item", u"- a\n\n  <!-- private\n  SECRET\n\n  SECRET\n  -->\n"_s);
}

void tst_md_Marks::hidden()
{
    QFETCH(const QString, text);
    QVERIFY2(!shown(text).contains(u"SECRET"), qPrintable(shown(text)));
    QVERIFY2(!shown(u"before\n\n"_s + text).contains(u"SECRET"), qPrintable(shown(text)));
    QVERIFY(shown(u"before\n\n"_s + text).contains(u"before"));
    QVERIFY(!HtmlWriter().write(*Document::parse(text)).contains(u"SECRET"));
}

void tst_md_Marks::embargoPasses()
{
    const QString text = u"a\n\n<!-- until 2026-12-01\n*b*[^1]\n-->\n\nc[^2]\n\n[^1]: one\n[^2]: two\n"_s;
    const auto document = Document::parse(text);
    QCOMPARE(document->blocks()[1].until, QDate(2026, 12, 1));
    QVERIFY(!shown(text, QDate(2026, 11, 30)).contains(u"<em>b</em>"));
    const auto before = document->forReaders(QDate(2026, 11, 30));
    QCOMPARE(before->footnotes().size(), size_t(1));
    QCOMPARE(before->footnotes().front().label, u"2"_s);
    QCOMPARE(before->footnotes().front().number, 1);
    QCOMPARE(before->blocks().back().inlines.back().number, 1);

    const auto after = document->forReaders(QDate(2026, 12, 1));
    QCOMPARE(after->blocks().size(), size_t(3));
    QCOMPARE(after->blocks()[1].kind, Block::Kind::Paragraph);
    QCOMPARE(after->footnotes().size(), size_t(2));
    QCOMPARE(after->blocks().back().inlines.back().number, 2);
}

void tst_md_Marks::textForReaders_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("readable");
    const auto row = [](const char *name, const QString &text, const QString &readable) {
        QTest::newRow(name) << text << readable;
    };
    row("nothing hidden", u"a <b>\n\n[^1]: b"_s, u"a <b>\n\n[^1]: b"_s);
    row("passage", u"a\n\n<!-- private\nb\n-->\n\nc\n"_s, u"a\n\nc\n"_s);
    row("passage right below", u"a\n<!-- private\nb\n-->\nc\n"_s, u"a\n\nc\n"_s);
    row("at the start", u"<!-- private b -->\n\n\nc\n"_s, u"c\n"_s);
    row("at the end", u"a\n\n<!-- private b -->\n"_s, u"a\n"_s);
    row("never ended", u"a\n\n<!-- private\n\nb\n"_s, u"a\n"_s);
    row("in a line", u"a <!-- private b --> c <!-- d -->e"_s, u"a  c e"_s);
    row("in an item", u"- a\n- <!-- private b -->\n- c"_s, u"- a\n- \n- c"_s);
    row("in a quote", u"> a\n>\n> <!-- private\n> b\n> -->\n>\n> c"_s, u"> a\n>\n> \n>\n> c"_s);
    row("marks", u"<!-- pull quote -->\n> a\n\n<!-- appeal: b -->\nc\n<!-- /appeal -->\n\n<!--more-->\n<!-- d -->"_s,
        u"<!-- pull quote -->\n> a\n\n<!-- appeal: b -->\nc\n<!-- /appeal -->\n\n<!--more-->\n"_s);
    row("in code", u"`<!-- a -->`\n\n    <!-- b -->\n\n<!-- c -->"_s, u"`<!-- a -->`\n\n    <!-- b -->\n"_s);
    row("in HTML", u"<div>\na <!-- b -->\n</div>"_s, u"<div>\na \n</div>"_s);
    row("in a description", u"![a <!-- b --> c](d)"_s, u"![a  c](d)"_s);
    row("embargo over", u"a\n\n<!-- until 2026-11-20\n- b\n-->\n\nc"_s, u"a\n\n- b\n\nc"_s);
    row("embargo over, in a line", u"a\n<!-- until 2026-11-20 b -->\nc"_s, u"a\n\n b\n\nc"_s);
    row("footnotes", u"a[^1] b[^2] <!-- private c[^3] -->\n\n[^1]: d\n[^2]: e\n[^3]: f\n[^4]: g\n"_s,
        u"a[^1] b[^2] \n\n[^1]: d\n[^2]: e\n"_s);
    row("reference to a hidden footnote", u"a[^1]\n\n<!-- private\n[^1]: b\n-->"_s, u"a[^1]\n"_s);
}

void tst_md_Marks::textForReaders()
{
    QFETCH(const QString, text);
    const QString readable = Markdown::textForReaders(text, today);
    QTEST(readable, "readable");
    QCOMPARE(toPlainText(*Document::parse(readable)->forReaders(today)),
             toPlainText(*Document::parse(text)->forReaders(today)));
}

void tst_md_Marks::privateInsidePassedEmbargoStaysHidden()
{
    const QString text = u"<!-- until 2020-01-01\nshown\n<!-- private\nSECRET\n-->\nshown too\n-->\n"_s;
    QVERIFY(shown(text).contains(u"shown too"));
    QVERIFY(!shown(text).contains(u"SECRET"));
    const QString open = u"<!-- until 2020-01-01\nshown\n<!-- private\nSECRET\n"_s;
    QVERIFY(shown(open).contains(u"shown"));
    QVERIFY(!shown(open).contains(u"SECRET"));
}

void tst_md_Marks::whatFollowsAPassageIsShown()
{
    const QString text = u"<!-- private\nx\n--> tail\n\n`<!-- private` is a mark\n\n```\n<!-- private\n```\n\n"
                         u"\\<!-- private\n\nend\n"_s;
    const QString html = shown(text);
    QVERIFY(html.contains(u"<code>&lt;!-- private</code> is a mark"));
    QVERIFY(html.contains(u"<pre><code>&lt;!-- private\n"));
    QVERIFY(html.contains(u"<p>&lt;!-- private</p>"));
    QVERIFY(html.contains(u"<p>end</p>"));
}

void tst_md_Marks::arrowsArePartOfThePassage()
{
    const QString text = u"<!-- until 2020-01-01\nA --> B\n\n<!-- a --> *c* -->\n\nd\n-->\n\nend --> e\n"_s;
    const QString html = shown(text);
    for (const auto &words : {u"<p>A --&gt; B</p>"_s, u"--&gt;"_s, u"<p>d</p>"_s, u"<p>end --&gt; e</p>"_s})
        QVERIFY2(html.contains(words), qPrintable(html));
    QCOMPARE(breachOf(*Document::parse(text), text), QString());
    QCOMPARE(dump(blocksOf(*Document::parse(u"<!-- private\nA --> B\n\nC\n-->\n\nD\n"_s))),
             u"Private 0-27\n Paragraph 13-20 \"A --> B\"\n Paragraph 22-23 \"C\"\nParagraph 29-30 \"D\"\n"_s);
}

void tst_md_Marks::passagesWithinPassages()
{
    static_assert(std::is_nothrow_copy_constructible_v<OpenPassage>); // without a copy of what may be long
    constexpr int depth = 200'000;
    const QString line = u"<!-- private"_s;
    OpenPassage one(line, 0, true);
    OpenPassage same(line, 0, true);
    OpenPassage quoted(u"> "_s + line, 2, true);
    for (int i = 1; i < depth; ++i) {
        one.read(line);
        same.read(line);
        quoted.read(line);
        if (one == quoted)
            QFAIL("its outermost one is not the same");
    }
    QVERIFY(one == same);
    const OpenPassage before = one;
    one.read(line);
    QVERIFY(one != before);
    one.read(u"-->"_s);
    QVERIFY(one == before);
    for (int i = 0; i < depth; ++i) {
        QCOMPARE(one.end(), -1);
        one.read(u"-->"_s);
        quoted.read(u"-->"_s);
    }
    QCOMPARE(one.end(), 3);
    QCOMPARE(quoted.end(), -1);
    quoted.read(u"> -->"_s);
    QCOMPARE(quoted.end(), 5);
    QVERIFY(before == same);
}

void tst_md_Marks::linksDefinedOutsideWorkInside()
{
    const QString text = u"<!-- until 2020-01-01\n[here][a] and [b]\n-->\n\n[^1] x\n\n[^1]: see [b]\n\n"
                         u"[a]: https://a.example\n[B]: https://b.example \"t\"\n"_s;
    const QString html = shown(text);
    QVERIFY(
        html.contains(u"<a href=\"https://a.example\">here</a> and <a href=\"https://b.example\" title=\"t\">b</a>"));
    QVERIFY(html.contains(u"see <a href=\"https://b.example\""));
    QCOMPARE(breachOf(*Document::parse(text), text), QString());
    QCOMPARE(Document::parse(text)->blocks()[0].children.front().source, (SourceRange{22, 39}));
}

void tst_md_Marks::promptAndMore()
{
    const auto document = Document::parse(u"<!-- ? What surprised you? -->\n<!--more-->\n<!-- ?Next -->\n"_s);
    QCOMPARE(dump(blocksOf(*document)), u"Prompt 0-30 \"What surprised you?\"\nMore 31-42\nPrompt 43-57 \"Next\"\n"_s);
    QCOMPARE(document->forReaders(today)->blocks().size(), size_t(1));
}

void tst_md_Marks::pullQuote()
{
    const auto document = Document::parse(u"<!-- pull quote -->\n> a\n\n> b\n\n<!-- pull quote -->\nc\n"_s);
    QCOMPARE(dump(blocksOf(*document)), u"PullQuote 0-23\n Paragraph 20-23 \"a\"\nQuote 25-28\n Paragraph 25-28 \"b\"\n"
                                        u"RawHtml 30-49 \"<!-- pull quote -->\"\nParagraph 50-51 \"c\"\n"_s);
}

void tst_md_Marks::appeal()
{
    const auto document = Document::parse(
        u"<!-- appeal: half marathon, until 2019-10-13 -->\n![a](b)\n\n*Give*\n\n<!-- /appeal -->\n\nx\n"_s);
    const Block appeal = document->blocks().front();
    QCOMPARE(appeal.kind, Block::Kind::Appeal);
    QCOMPARE(appeal.text, u"half marathon"_s);
    QCOMPARE(appeal.until, QDate(2019, 10, 13));
    QCOMPARE(appeal.children.size(), size_t(2));
    QCOMPARE(appeal.children.front().kind, Block::Kind::Figure);
    QCOMPARE(document->blocks().size(), size_t(2));
    QVERIFY(shown(u"<!-- appeal: x -->\nGive\n\n<!-- /appeal -->\n"_s).contains(u"<p>Give</p>"));
    QCOMPARE(Document::parse(u"<!-- appeal: x -->\n\n<!-- /appeal -->\n"_s)->blocks().front().until, QDate());
}

void tst_md_Marks::appealThatDoesNotEnd()
{
    const auto document = Document::parse(u"<!-- appeal: a -->\nx\n\n<!-- appeal: b -->\ny\n\n<!-- /appeal -->\n"_s);
    QCOMPARE(document->blocks().size(), size_t(3));
    QCOMPARE(document->blocks()[1].kind, Block::Kind::Paragraph);
    QCOMPARE(document->blocks()[2].text, u"b"_s);
}

void tst_md_Marks::figures()
{
    const auto document = Document::parse(u"![alt](a.png \"cap\")\n\n![alt](b.png) words\n\n- ![c](c.png)\n"_s);
    QCOMPARE(document->blocks()[0].kind, Block::Kind::Figure);
    QCOMPARE(document->blocks()[0].inlines.front().title, u"cap"_s);
    QCOMPARE(document->blocks()[1].kind, Block::Kind::Paragraph);
    QCOMPARE(document->blocks()[2].children[0].children[0].kind, Block::Kind::Paragraph);
}

void tst_md_Marks::embeds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("host");
    const auto row = [](const QString &text, const QString &host) { QTest::newRow(qPrintable(text)) << text << host; };
    row(u"https://www.youtube.com/watch?v=x_y"_s, u"YouTube"_s);
    row(u"<https://youtu.be/x>"_s, u"YouTube"_s);
    row(u"www.youtube.com/watch?v=x"_s, u"YouTube"_s);
    row(u"https://vimeo.com/123"_s, u"Vimeo"_s);
    row(u"https://open.spotify.com/track/1?si=2"_s, u"Spotify"_s);
    row(u"https://soundcloud.com/a/b"_s, u"SoundCloud"_s);
    row(u"https://artist.bandcamp.com/album/x"_s, u"Bandcamp"_s);
    row(u"https://example.org/watch"_s, QString());
    row(u"https://notyoutube.com/watch?v=x"_s, QString());
    row(u"https://youtube.com.example.org/watch?v=x"_s, QString());
    row(u"https://www.youtube.com/"_s, QString());
    row(u"see https://youtu.be/x"_s, QString());
    row(u"[words](https://youtu.be/x)"_s, QString());
}

void tst_md_Marks::embeds()
{
    QFETCH(const QString, text);
    QFETCH(const QString, host);
    const auto document = Document::parse(text + u'\n');
    const Block block = document->blocks().front();
    QCOMPARE(block.kind == Block::Kind::Embed, !host.isEmpty());
    if (!host.isEmpty())
        QCOMPARE(embedHost(block.text)->name, host);
}

void tst_md_Marks::tunes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("is");
    const auto row = [](const QString &text, bool is) { QTest::newRow(qPrintable(text)) << text << is; };
    row(u"Tune of the week: [x](https://youtu.be/y)"_s, true);
    row(u"**Tune of the Week** — https://example.org"_s, true);
    row(u"🎵 Track of the fortnight: [x](y)"_s, true);
    row(u"This week’s earworm: [x](y)"_s, true);
    row(u"Chanson de la semaine : [x](y)"_s, true);
    row(u"Tune of the week: none"_s, false);
    row(u"I fixed the [tune of the week](y) code"_s, false);
    row(u"Songs of the forest are [good](y)"_s, false);
}

void tst_md_Marks::tunes()
{
    QFETCH(const QString, text);
    QFETCH(const bool, is);
    const auto document = Document::parse(text);
    const Block block = document->blocks().front();
    QCOMPARE(block.kind == Block::Kind::Tune, is);
    QCOMPARE(block.text.isEmpty(), !is);
}

QTEST_GUILESS_MAIN(tst_md_Marks)
#include "tst_md_marks.moc"
