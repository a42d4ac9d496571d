// SPDX-License-Identifier: GPL-3.0-or-later
// Pages that browsers saved, and that site generators and word processors wrote.
#include "importer/batchtext.h"
#include "importer/importer.h"
#include "markdown/document.h"
#include "support/testdata.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

using namespace Weeknotes;
using namespace Qt::StringLiterals;

namespace {

ImportOptions options()
{
    ImportOptions options;
    options.today = QDate(2026, 11, 30);
    return options;
}

QString fileText(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

ImportedNote read(const QString &html, const QString &name = u"page.html"_s)
{
    const QTemporaryDir dir;
    writeFile(dir.filePath(name), html.toUtf8());
    const auto batch = readArchive({dir.filePath(name)}, options());
    return batch && batch->notes.size() == 1 ? batch->notes.front() : ImportedNote();
}

/// A page with that text in its article.
QString page(const QString &text, const QString &head = {}, const QString &above = {})
{
    return u"<!DOCTYPE html><html><head>%1</head><body><article class=\"h-entry\">%2<div class=\"e-content\">%3</div></article></body></html>"_s
        .arg(head, above, text);
}

} // namespace

class TestHtmlPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void markups_data();
    void markups();
    void pagesWithoutAnArticle_data();
    void pagesWithoutAnArticle();
    void elements_data();
    void elements();
    void titles_data();
    void titles();
    void moments_data();
    void moments();
    void addresses_data();
    void addresses();
    void subtitles_data();
    void subtitles();
    void hostilePages_data();
    void hostilePages();
    void foldersOfPages();
    void foldersOfTextsAndPages();
    void keysStay();
};

void TestHtmlPage::markups_data()
{
    QTest::addColumn<QString>("name");
    const QDir folder(testData(u"htmlpages"_s));
    for (const QString &name : folder.entryList({u"*.html"_s}, QDir::Files, QDir::Name))
        QTest::newRow(qPrintable(name)) << name;
    QVERIFY(folder.entryList({u"*.html"_s}).size() > 12);
}

void TestHtmlPage::markups()
{
    QFETCH(const QString, name);
    const QString path = testData(u"htmlpages/"_s + name);
    const auto batch = readArchive({path}, options());
    QVERIFY2(batch && batch->notes.size() == 1, "no note");
    const QString text = noteText(batch->notes.front());
    const QString golden = QString(path).replace(u".html"_s, u".expected"_s);
    if (qEnvironmentVariableIsSet("WEEKNOTES_REFRESH_GOLDEN"))
        writeFile(golden, text.toUtf8());
    QCOMPARE(text, fileText(golden));
}

void TestHtmlPage::pagesWithoutAnArticle_data()
{
    QTest::addColumn<QString>("html");
    const QDir folder(testData(u"htmlpages/lists"_s));
    for (const QString &name : folder.entryList({u"*.html"_s}, QDir::Files, QDir::Name))
        QTest::newRow(qPrintable(name)) << fileText(folder.filePath(name));
    QTest::newRow("nothing") << u"<html><body></body></html>"_s;
    QTest::newRow("a word") << u"<p>Moved</p>"_s;
    QTest::newRow("an empty article") << page(u"<p> </p>"_s);
}

void TestHtmlPage::pagesWithoutAnArticle()
{
    QFETCH(const QString, html);
    const QTemporaryDir dir;
    writeFile(dir.filePath(u"page.html"_s), html.toUtf8());
    const auto batch = readArchive({dir.filePath(u"page.html"_s)}, options());
    QVERIFY(!batch);
    QCOMPARE(batch.error().kind, Error::Kind::NothingToImport);
    QCOMPARE(readArchive({dir.path()}, options()).error().kind, Error::Kind::NothingToImport);
}

void TestHtmlPage::elements_data()
{
    QTest::addColumn<QString>("html");
    QTest::addColumn<QString>("markdown");
    const auto row = [](const char *name, const QString &html, const QString &markdown) {
        QTest::newRow(name) << html << markdown;
    };
    const QString words = u"<p>Words enough to be more than half of all that there is in here.</p>"_s;
    const QString shown = u"Words enough to be more than half of all that there is in here."_s;
    row("hidden", words + u"<p hidden>a</p><p aria-hidden=true>b</p><p style='color: red; display: none'>c</p>"_s,
        shown);
    row("shown when found", words + u"<div hidden=until-found><p>a</p></div>"_s, shown + u"\n\na"_s);
    row("all hidden", u"<div aria-hidden=true>"_s + words + u"</div>"_s, shown);
    row("scripts", u"<script>a()</script><style>b {}</style><template><p>c</p></template>"_s + words, shown);
    row("frame", words + u"<iframe src='//player.vimeo.com/video/1234'></iframe>"_s,
        shown + u"\n\nhttps://vimeo.com/1234"_s);
    row("light player", words + u"<lite-youtube videoid='AbCdEfGh123'></lite-youtube>"_s,
        shown + u"\n\nhttps://www.youtube.com/watch?v=AbCdEfGh123"_s);
    row("picture loaded later", words + u"<img src='placeholder.png' data-src='https://a.example/a.png' alt='A'>"_s,
        shown + u"\n\n![A](https://a.example/a.png)"_s);
    row("picture of a set", words + u"<img srcset='https://a.example/a.png 1x, https://a.example/b.png 2x' alt='A'>"_s,
        shown + u"\n\n![A](https://a.example/b.png)"_s);
    row("picture for browsers without scripts",
        words +
            u"<img src='data:image/gif;base64,AA' alt='A'> <noscript><img src='https://a.example/a.png' alt='A'></noscript>"_s,
        shown + u"\n\n![A](https://a.example/a.png)"_s);
    row("picture in the page itself", words + u"<p>a <img src='data:image/png;base64,AA' alt='A'></p>"_s,
        shown + u"\n\na A"_s);
    row("picture without a scheme", words + u"<img src='//a.example/a.png'>"_s,
        shown + u"\n\n![](https://a.example/a.png)"_s);
    row("counting pixel", words + u"<p><img src='https://a.example/a.gif' width=1 height=1></p>"_s, shown);
    row("picture that opens", words + u"<a href='a.jpg'><img src='https://a.example/b.jpg'></a>"_s,
        shown + u"\n\n![](https://a.example/b.jpg)"_s);
    row("emoji", words + u"<p>a <img class=emoji src='https://s.w.org/a.png' alt='📦'></p>"_s, shown + u"\n\na 📦"_s);
    row("link in the page", words + u"<p><a href='#a'>a</a></p>"_s, shown + u"\n\na"_s);
    row("link through Google",
        words + u"<p><a href='https://www.google.com/url?q=https://a.example/&amp;sa=D'>a</a></p>"_s,
        shown + u"\n\n[a](https://a.example/)"_s);
    row("card", words + u"<a href='https://a.example/'><div><h2>A</h2><p>b</p></div></a>"_s,
        shown + u"\n\n[A](https://a.example/)"_s);
    row("empty lines", u"a<br><br>b<br>c<br> <br>"_s + words, u"a\n\nb\\\nc\n\n"_s + shown);
    row("heading with a sign", u"<h2>A <a href='#a' class=anchor>¶</a></h2>"_s + words, u"## A\n\n"_s + shown);
    row("large headings", u"<h1>A</h1>"_s + words + u"<h2>B</h2><p>b</p>"_s,
        u"## A\n\n"_s + shown + u"\n\n### B\n\nb"_s);
    row("heading that reads like a page's words", words + u"<h2>Related</h2><p>a</p><h3>More</h3><p>b</p>"_s,
        shown + u"\n\n## Related\n\na\n\n### More\n\nb"_s);
    row("section named by its heading", words + u"<div id='social-media'><h2>Social media</h2><p>a</p></div>"_s,
        shown + u"\n\n## Social media\n\na"_s);
    row("box of sharing", words + u"<div class='post-share-buttons'><p>Tell a friend</p></div>"_s, shown);
    row("what is most of it", u"<div class='has-share main-share'>"_s + words + u"</div>"_s, shown);
    row("hashed classes", words + u"<div class='ad ae nav'><p>a</p></div>"_s, shown);
    row("source of a quote", words + u"<blockquote><p>a</p><footer>b</footer></blockquote>"_s,
        shown + u"\n\n> a\n>\n> b"_s);
    row("writer's aside", words + u"<aside><p>a</p></aside>"_s, shown + u"\n\na"_s);
    row("code of lines",
        words +
            u"<div class='language-sh'><pre><code><span class=lineno>1</span>ls <span class=hljs-comment># a</span><button>Copy</button></code></pre></div>"_s,
        shown + u"\n\n```sh\nls # a\n```"_s);
    row("table that places", u"<table><tr><td><h2>A</h2>"_s + words + u"</td></tr></table>"_s, u"## A\n\n"_s + shown);
    row("table of facts", words + u"<table><tr><td>a</td><td>b</td></tr></table>"_s,
        shown + u"\n\n| a | b |\n| --- | --- |"_s);
    row("footnotes that name each other",
        words +
            u"<p>a<a id=r href='#n'>1</a> b<a id=s href='#m'>2</a></p><ol><li id=n>c <a href='#r'>^</a></li><li id=m>d <a href='#s'>^</a></li></ol>"_s,
        shown + u"\n\na[^1] b[^2]\n\n[^1]: c\n\n[^2]: d"_s);
    row("link back to the top", u"<p id=t>a <a href='#u'>b</a></p>"_s + words + u"<p id=u>c <a href='#v'>d</a></p>"_s,
        u"a b\n\n"_s + shown + u"\n\nc d"_s);
    row("what looks like markup", words + u"<p>*a* &lt;b&gt; # c</p>"_s, shown + u"\n\n\\*a\\* \\<b> # c"_s);
}

void TestHtmlPage::elements()
{
    QFETCH(const QString, html);
    QFETCH(const QString, markdown);
    QCOMPARE(read(page(html, {}, u"<h1 class=p-name>Title</h1>"_s)).draft.text.trimmed(), markdown);
}

void TestHtmlPage::titles_data()
{
    QTest::addColumn<QString>("html");
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("text");
    const QString words = u"<p>Words.</p>"_s;
    QTest::newRow("marked") << page(words, u"<title>b</title>"_s, u"<h1>c</h1><h2 class=p-name>a</h2>"_s) << u"a"_s
                            << u"Words."_s;
    QTest::newRow("large") << page(words, u"<title>b</title>"_s, u"<h1>a</h1>"_s) << u"a"_s << u"Words."_s;
    QTest::newRow("in the text") << page(u"<h1>The a</h1>"_s + words, u"<title>The a – Site</title>"_s) << u"The a"_s
                                 << u"Words."_s;
    QTest::newRow("shared") << page(words, u"<title>b</title><meta property=og:title content=a>"_s) << u"a"_s
                            << u"Words."_s;
    QTest::newRow("with the site's name")
        << page(words, u"<title>a | The Site</title><meta property=og:site_name content='The Site'>"_s) << u"a"_s
        << u"Words."_s;
    QTest::newRow("after the site's name")
        << page(words, u"<title>The Site – a – b</title><meta property=og:site_name content='The Site'>"_s)
        << u"a – b"_s << u"Words."_s;
    QTest::newRow("nothing but the site's name")
        << page(words, u"<title>Site</title><meta property=og:site_name content=Site>"_s) << u"Site"_s << u"Words."_s;
    const QString linked = u"<h2 class=p-name><a href='%1'>a</a></h2>"_s;
    QTest::newRow("a link to itself") << page(words, {}, linked.arg(u"page.html"_s)) << u"a"_s << u"Words."_s;
    QTest::newRow("a link to where it stands")
        << page(words, u"<link rel=canonical href='https://a.example/b'>"_s, linked.arg(u"http://a.example/b/?c"_s))
        << u"a"_s << u"Words."_s;
    QTest::newRow("a link elsewhere, of an article")
        << page(words, u"<meta property=og:type content=article>"_s, linked.arg(u"b.html"_s)) << u"a"_s << u"Words."_s;
    QTest::newRow("file") << page(words) << u"Page"_s << u"Words."_s;
}

void TestHtmlPage::titles()
{
    QFETCH(const QString, html);
    const ImportedNote note = read(html);
    QTEST(note.draft.fields.title, "title");
    QTEST(note.draft.text.trimmed(), "text");
}

void TestHtmlPage::moments_data()
{
    QTest::addColumn<QString>("head");
    QTest::addColumn<QString>("above");
    QTest::addColumn<QDateTime>("published");
    const QDateTime noon(QDate(2021, 3, 5), QTime(12, 0), QTimeZone::UTC);
    const QDateTime early(QDate(2021, 3, 5), QTime(7, 36, 53), QTimeZone::UTC);
    const QString none;
    QTest::newRow("day") << none << u"<time class=dt-published datetime=2021-03-05>x</time>"_s << noon;
    QTest::newRow("moment") << none << u"<time datetime=2021-03-05T07:36:53Z>x</time>"_s << early;
    QTest::newRow("elsewhere") << none << u"<time datetime='2021-03-05 08:36:53 +0100'>x</time>"_s << early;
    QTest::newRow("no zone") << none << u"<time datetime=2021-03-05T07:36:53>x</time>"_s << early;
    QTest::newRow("head") << u"<meta property=article:published_time content=2021-03-05T07:36:53.000Z>"_s << none
                          << early;
    QTest::newRow("JSON")
        << u"<script type=application/ld+json>{\"@type\":\"Article\",\"datePublished\":\"2021-03-05\"}</script>"_s
        << none << noon;
    QTest::newRow("not the change")
        << none << u"<time class=dt-updated datetime=2022-01-01>x</time><time datetime=2021-03-05>x</time>"_s << noon;
    QTest::newRow("words") << none << u"<p class=post-meta>Posted 5 March 2021</p>"_s << noon;
    QTest::newRow("no day at all") << none << u"<time datetime=2021-13-41>x</time>"_s << QDateTime();
}

void TestHtmlPage::moments()
{
    QFETCH(const QString, head);
    QFETCH(const QString, above);
    QTEST(read(page(u"<p>Words.</p>"_s, head, above)).draft.fields.published.value_or(QDateTime()), "published");
}

void TestHtmlPage::addresses_data()
{
    QTest::addColumn<QString>("head");
    QTest::addColumn<QString>("canonical");
    QTest::addColumn<QString>("text");
    const QString whole = u"[a](https://a.example/c) ![b](https://a.example/b/d.png)"_s;
    const QString bare = u"[a](/c) ![b](d.png)"_s;
    QTest::newRow("link") << u"<link rel=canonical href=https://a.example/b/x>"_s << u"https://a.example/b/x"_s
                          << whole;
    QTest::newRow("shared") << u"<meta property=og:url content=https://a.example/b/x>"_s << u"https://a.example/b/x"_s
                            << whole;
    QTest::newRow("saved") << u"--><!-- saved from url=(0022)https://a.example/b/x -->"_s << u"https://a.example/b/x"_s
                           << whole;
    QTest::newRow("front page") << u"<link rel=canonical href=https://a.example/>"_s << QString()
                                << u"[a](https://a.example/c) ![b](https://a.example/d.png)"_s;
    QTest::newRow("no web") << u"<link rel=canonical href=file:///b/x>"_s << QString() << bare;
    QTest::newRow("script") << u"<link rel=canonical href='javascript:alert(1)'>"_s << QString() << bare;
    QTest::newRow("none") << QString() << QString() << bare;
}

void TestHtmlPage::addresses()
{
    QFETCH(const QString, head);
    const ImportedNote note = read(page(u"<p><a href='/c'>a</a> <img src='d.png' alt=b></p>"_s, head));
    QTEST(note.draft.fields.canonical.toString(), "canonical");
    QTEST(note.draft.text.trimmed(), "text");
}

void TestHtmlPage::subtitles_data()
{
    QTest::addColumn<QString>("head");
    QTest::addColumn<QString>("above");
    QTest::addColumn<QString>("subtitle");
    const QString none;
    const QString article = u"<meta property=og:type content=article><meta property=og:description content='%1'>"_s;
    QTest::newRow("shown") << none << u"<p class=p-summary>Eleven people</p>"_s << u"Eleven people"_s;
    QTest::newRow("shown, and a copy") << none << u"<p class=p-summary>On Tuesday I was there…</p>"_s << none;
    QTest::newRow("told") << article.arg(u"Eleven people"_s) << none << u"Eleven people"_s;
    QTest::newRow("told, and a copy") << article.arg(u"On Tuesday I was"_s) << none << none;
    QTest::newRow("told, and cut") << article.arg(u"Eleven people […]"_s) << none << none;
    QTest::newRow("told of the site") << u"<meta property=og:description content='Notes by me'>"_s << none << none;
}

void TestHtmlPage::subtitles()
{
    QFETCH(const QString, head);
    QFETCH(const QString, above);
    const ImportedNote note =
        read(page(u"<p>On Tuesday I was there. And on Wednesday.</p>"_s, head, u"<h1>A</h1>"_s + above));
    QTEST(note.draft.fields.subtitle, "subtitle");
    QCOMPARE(note.draft.text, u"On Tuesday I was there. And on Wednesday.\n"_s);
}

void TestHtmlPage::hostilePages_data()
{
    QTest::addColumn<QString>("html");
    const QString words = u"<p>Words.</p>"_s;
    QTest::newRow("comments") << page(words + u"<p>&lt;!-- private</p><pre>&lt;!-- private\n--&gt;</pre>"_s);
    QTest::newRow("marks of footnotes") << page(words + u"<p>&#xFDD0;1&#xFDD1; \uFDD0 2</p>"_s);
    QTest::newRow("nested") << page(words + u"<div>"_s.repeated(100'000) + u"a"_s);
    QTest::newRow("nested in names") << page(u"<div class=sidebar>"_s.repeated(4000) + words);
    QTest::newRow("many entries") << u"<article class=h-entry><div class=e-content>a "_s.repeated(20'000);
    QTest::newRow("many links to a note")
        << page(words + u"<a href='#n'>1</a>"_s.repeated(50'000) + u"<div id=n>"_s + u"<b>c</b>"_s.repeated(5000));
    QTest::newRow("notes in notes") << page(
        words +
        u"<p><a id=a href='#x'>1</a><a id=b href='#y'>2</a><a id=c href='#z'>3</a></p><div id=y><p id=x>d <a href='#a'>^</a></p><p>e <a href='#b'>^</a></p></div><ul><li id=z><a href='#c'>^</a><img src=a.png></ul>"_s);
    QTest::newRow("a note around its link")
        << page(words + u"<div id=n><a id=r href='#m'><div id=m>a <a href='#r'>b</a></div></a></div>"_s);
    QTest::newRow("long set") << page(words + u"<img srcset='"_s + u"a "_s.repeated(100'000) + u"'>"_s);
    QTest::newRow("deep JSON") << page(words, u"<script type=application/ld+json>"_s +
                                                  u"{\"@graph\":["_s.repeated(900) + u"</script>"_s);
}

void TestHtmlPage::hostilePages()
{
    QFETCH(const QString, html);
    const QString text = read(html).draft.text;
    QVERIFY(!text.contains(QChar(u'\uFDD0')));
    const auto document = Markdown::Document::parse(text);
    for (const Markdown::Block &block : document->blocks()) {
        QVERIFY(block.kind != Markdown::Block::Kind::Private);
        QVERIFY(block.kind != Markdown::Block::Kind::RawHtml);
    }
}

void TestHtmlPage::foldersOfPages()
{
    const auto batch = readArchive({testData(u"htmlpages"_s)}, options());
    QVERIFY(batch);
    const QDir folder(testData(u"htmlpages"_s));
    QCOMPARE(qsizetype(batch->notes.size()), folder.entryList({u"*.html"_s}, QDir::Files).size());
    for (const Warning &warning : batch->skipped) {
        QCOMPARE(warning.kind, Warning::Kind::NotANote);
        QVERIFY2(warning.subject.contains(u"/lists/"_s), qPrintable(warning.subject));
    }
    QVERIFY(!batch->skipped.empty());
}

void TestHtmlPage::foldersOfTextsAndPages()
{
    const QTemporaryDir dir;
    writeFile(dir.filePath(u"a.html"_s), page(u"<p>Words.</p>"_s).toUtf8());
    QCOMPARE(readArchive({dir.path()}, options())->notes.size(), 1);
    writeFile(dir.filePath(u"a.md"_s), "# A\n\nWords.\n");
    const auto batch = readArchive({dir.path()}, options());
    QCOMPARE(batch->notes.size(), 1);
    QCOMPARE(batch->notes.front().draft.source.kind, u"markdown"_s);
}

void TestHtmlPage::keysStay()
{
    const QString html = page(u"<p>Words.</p>"_s, u"<link rel=canonical href=https://a.example/b>"_s);
    const Provenance source = read(html).draft.source;
    QCOMPARE(source.kind, u"html"_s);
    QCOMPARE(source.key, u"https://a.example/b"_s);
    QCOMPARE(read(html, u"moved/elsewhere.htm"_s).draft.source, source);
    QVERIFY(read(page(u"<p>Words.</p>"_s)).draft.source.key.endsWith(u"/page.html"_s));
}

QTEST_GUILESS_MAIN(TestHtmlPage)
#include "tst_htmlpage.moc"
