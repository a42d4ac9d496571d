// SPDX-License-Identifier: GPL-3.0-or-later
// WordPress's export, as the classic editor and that of blocks wrote it, whole and broken.
#include "importer/importer.h"
#include "support/testdata.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Weeknotes;
using namespace Qt::StringLiterals;

namespace {

QString channel(const QString &items, const QString &version = u"1.2"_s)
{
    return u"<?xml version=\"1.0\" encoding=\"UTF-8\" ?>\n<!-- This is a WordPress eXtended RSS file -->\n"
           "<rss version=\"2.0\" xmlns:excerpt=\"http://wordpress.org/export/%1/excerpt/\" "
           "xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" "
           "xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:wp=\"http://wordpress.org/export/%1/\">\n"
           "<channel>\n<title>Notes</title>\n<link>https://notes.example</link>\n<wp:wxr_version>%1</wp:wxr_version>\n"
           "<wp:base_blog_url>https://notes.example</wp:base_blog_url>\n"
           "<wp:author><wp:author_login>robin</wp:author_login>"
           "<wp:author_display_name><![CDATA[Robin Ellery]]></wp:author_display_name></wp:author>\n"
           "<wp:category><wp:cat_name><![CDATA[Weeknotes]]></wp:cat_name></wp:category>\n%2</channel>\n</rss>\n"_s.arg(
               version, items);
}

/// A post of Friday, March 5, 2021, five in the evening, an hour ahead of UTC.
QString item(const QString &content, const QString &more = {}, const QString &title = u"A short week"_s,
             const QString &id = u"12"_s)
{
    return u"<item>\n<title>%1</title>\n<link>https://notes.example/2021/03/a-short-week/</link>\n"
           "<dc:creator><![CDATA[robin]]></dc:creator>\n<content:encoded><![CDATA[%2]]></content:encoded>\n"
           "<wp:post_id>%3</wp:post_id>\n<wp:post_date>2021-03-05 17:00:00</wp:post_date>\n"
           "<wp:post_date_gmt>2021-03-05 16:00:00</wp:post_date_gmt>\n<wp:status>publish</wp:status>\n"
           "<wp:post_type>post</wp:post_type>\n%4</item>\n"_s.arg(title, content, id, more);
}

QString attachment(const QString &id, const QString &name, const QString &alt = {}, const QString &parent = u"12"_s)
{
    return u"<item><title>%1</title><wp:post_id>%2</wp:post_id><wp:post_parent>%3</wp:post_parent>"
           "<wp:post_type>attachment</wp:post_type><wp:status>inherit</wp:status>"
           "<wp:attachment_url>https://notes.example/up/%1</wp:attachment_url>"
           "<wp:postmeta><wp:meta_key>_wp_attachment_image_alt</wp:meta_key><wp:meta_value><![CDATA[%4]]></"
           "wp:meta_value>"
           "</wp:postmeta></item>\n"_s.arg(name, id, parent, alt);
}

Result<ImportBatch> read(const QByteArrayList &files)
{
    const QTemporaryDir dir;
    for (qsizetype i = 0; i < files.size(); ++i)
        writeFile(dir.filePath(u"export-%1.xml"_s.arg(i)), files[i]);
    ImportOptions options;
    options.today = QDate(2026, 11, 30);
    return readArchive({dir.path()}, options);
}

Result<ImportBatch> read(const QString &items)
{
    return read(QByteArrayList{channel(items).toUtf8()});
}

QString textOf(const QString &content, const QString &more = {}, const QString &others = {})
{
    const auto batch = read(item(content, more) + others);
    return batch && batch->notes.size() == 1 ? batch->notes.front().draft.text.trimmed() : u"no note"_s;
}

const Warning *warningOf(const std::vector<Warning> &warnings, Warning::Kind kind)
{
    const auto found = std::ranges::find(warnings, kind, &Warning::kind);
    return found == warnings.end() ? nullptr : &*found;
}

} // namespace

class TestWordPressExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPostHasItsFields();
    void allVersionsAreRead_data();
    void allVersionsAreRead();
    void whatIsNotOutIsADraft_data();
    void whatIsNotOutIsADraft();
    void draftsHaveNoMoment();
    void anExcerptOfItsOwnIsTheSubtitle();
    void othersAreCounted();
    void content_data();
    void content();
    void picturesOfOtherFiles();
    void pictureAboveTheText_data();
    void pictureAboveTheText();
    void footnotes();
    void shortcodesThatStayAreNamed();
    void brokenOffKeepsWhatStoodBefore();
    void noDeclarationsAreRead();
    void mended_data();
    void mended();
    void piecesMeet();
    void siteFilesAreNoExports();
    void theSameAgainIsTheSame();
    void allOfAPostIsInItsHash_data();
    void allOfAPostIsInItsHash();
    void exportsOfOneSite_data();
    void exportsOfOneSite();
    void commentsArePassedBy();
    void categoriesOfOldExports();
    void titlesAreWordsAndHtml();
    void tooLargeIsSaid();
    void readingStops();
    void longInputs_data();
    void longInputs();
};

void TestWordPressExport::aPostHasItsFields()
{
    const auto batch =
        read(item(u"<p>Eleven people.</p>"_s,
                  u"<category domain=\"category\" nicename=\"weeknotes\"><![CDATA[Weeknotes]]></category>"
                  "<category domain=\"category\" nicename=\"uncategorized\">Uncategorized</category>"
                  "<category domain=\"post_tag\" nicename=\"q-a\"><![CDATA[Q &amp; A]]></category>"_s,
                  u"<![CDATA[The queue &#8211; <em>again</em> &amp; again]]>"_s));
    QVERIFY(batch);
    QCOMPARE(batch->read, 1);
    QCOMPARE(batch->notes.size(), size_t(1));
    QVERIFY(batch->skipped.empty());
    const NoteDraft &draft = batch->notes.front().draft;
    QCOMPARE(draft.text, u"Eleven people.\n"_s);
    QCOMPARE(draft.fields.title, u"The queue – again & again"_s);
    QCOMPARE(draft.fields.subtitle, QString());
    QCOMPARE(draft.fields.author, u"Robin Ellery"_s);
    QCOMPARE(draft.fields.status, NoteStatus::Published);
    QCOMPARE(draft.fields.published, QDateTime(QDate(2021, 3, 5), QTime(16, 0), QTimeZone::UTC));
    QCOMPARE(draft.fields.published->offsetFromUtc(), 3600);
    QCOMPARE(draft.fields.canonical, QUrl(u"https://notes.example/2021/03/a-short-week/"_s));
    QCOMPARE(draft.fields.tags, (QStringList{u"Weeknotes"_s, u"Q & A"_s}));
    QCOMPARE(draft.fields.kind, NoteKind::Weeknote);
    QVERIFY(draft.fields.covers);
    QCOMPARE(draft.fields.covers->first, QDate(2021, 3, 1));
    QCOMPARE(draft.source.key, u"https://notes.example?p=12"_s);
}

void TestWordPressExport::allVersionsAreRead_data()
{
    QTest::addColumn<QString>("version");
    for (const char *version : {"1.0", "1.1", "1.2"})
        QTest::newRow(version) << QString::fromLatin1(version);
}

void TestWordPressExport::allVersionsAreRead()
{
    QFETCH(const QString, version);
    const auto batch = read(QByteArrayList{channel(item(u"Eleven people."_s), version).toUtf8()});
    QVERIFY(batch);
    QCOMPARE(batch->notes.size(), size_t(1));
}

void TestWordPressExport::whatIsNotOutIsADraft_data()
{
    QTest::addColumn<QString>("status");
    QTest::addColumn<QString>("password");
    QTest::addColumn<NoteStatus>("expected");
    QTest::newRow("draft") << u"draft"_s << QString() << NoteStatus::Draft;
    QTest::newRow("pending") << u"pending"_s << QString() << NoteStatus::Draft;
    QTest::newRow("private") << u"private"_s << QString() << NoteStatus::Draft;
    QTest::newRow("behind a password") << u"publish"_s << u"secret"_s << NoteStatus::Draft;
    QTest::newRow("to come") << u"future"_s << QString() << NoteStatus::Ready;
    QTest::newRow("out") << u"publish"_s << QString() << NoteStatus::Published;
}

void TestWordPressExport::whatIsNotOutIsADraft()
{
    QFETCH(const QString, status);
    QFETCH(const QString, password);
    QFETCH(const NoteStatus, expected);
    const QString more = u"<wp:post_password>%1</wp:post_password>"_s.arg(password);
    const auto batch = read(item(u"Eleven people."_s, more).replace(u">publish<"_s, u'>' + status + u'<'));
    QVERIFY(batch);
    QCOMPARE(batch->notes.size(), size_t(1));
    const NoteFields &fields = batch->notes.front().draft.fields;
    QCOMPARE(fields.status, expected);
    QCOMPARE(fields.published.has_value(), expected != NoteStatus::Draft);
    QCOMPARE(!fields.canonical.isEmpty(), expected == NoteStatus::Published);
}

void TestWordPressExport::draftsHaveNoMoment()
{
    QString draft = item(u"Eleven people."_s).replace(u">publish<"_s, u">draft<"_s);
    draft.replace(u"2021-03-05 16:00:00"_s, u"0000-00-00 00:00:00"_s);
    auto batch = read(draft);
    QVERIFY(batch);
    QCOMPARE(batch->notes.front().draft.fields.written, QDate(2021, 3, 5));
    batch = read(draft.replace(u"2021-03-05 17:00:00"_s, u"0000-00-00 00:00:00"_s));
    QVERIFY(batch);
    QVERIFY(!batch->notes.front().draft.fields.published);
}

void TestWordPressExport::anExcerptOfItsOwnIsTheSubtitle()
{
    const auto subtitle = [](const QString &excerpt) {
        const auto batch = read(item(u"<p>Eleven people, and a queue.</p>"_s,
                                     u"<excerpt:encoded><![CDATA[%1]]></excerpt:encoded>"_s.arg(excerpt)));
        return batch ? batch->notes.front().draft.fields.subtitle : u"no note"_s;
    };
    QCOMPARE(subtitle(u"What we <b>learned</b>"_s), u"What we learned"_s);
    QCOMPARE(subtitle(u"Eleven people, and […]"_s), QString());
    QCOMPARE(subtitle(u"Eleven people,\nand a [...]"_s), QString());
    QCOMPARE(subtitle(u"Eleven people, and no"_s), u"Eleven people, and no"_s);
    QCOMPARE(subtitle({}), QString());
}

void TestWordPressExport::othersAreCounted()
{
    const QString comment = u"<wp:comment><wp:comment_content>Hi</wp:comment_content></wp:comment>"_s;
    const QString page = item(u"About us."_s).replace(u">post<"_s, u">page<"_s);
    const QString menu = item({}).replace(u">post<"_s, u">nav_menu_item<"_s);
    const QString gone = item(u"Gone."_s).replace(u">publish<"_s, u">trash<"_s);
    const auto batch = read(page + item(u"Eleven people."_s, comment + comment) + page +
                            attachment(u"1"_s, u"a.png"_s) + menu + gone + item(u" "_s, {}, {}));
    QVERIFY(batch);
    QCOMPARE(batch->notes.size(), size_t(1));
    const Warning *others = warningOf(batch->skipped, Warning::Kind::OtherItems);
    QVERIFY(others);
    QCOMPARE(others->facts, (QStringList{u"attachment=1"_s, u"comment=2"_s, u"empty=1"_s, u"nav_menu_item=1"_s,
                                         u"page=2"_s, u"trash=1"_s}));
}

void TestWordPressExport::content_data()
{
    QTest::addColumn<QString>("content");
    QTest::addColumn<QString>("markdown");
    const auto row = [](const char *name, const QString &content, const QString &markdown) {
        QTest::newRow(name) << content << markdown;
    };
    row("classic paragraphs", u"One.\r\n\r\nTwo\r\n<em>three</em>.\n\n&nbsp;\n\nFour."_s,
        u"One.\n\nTwo\\\n*three*.\n\nFour."_s);
    row("classic blocks", u"One.\n<h2>Head</h2>\nTwo.\n<ul>\n\t<li>a</li>\n\t<li>b</li>\n</ul>\nThree."_s,
        u"One.\n\n## Head\n\nTwo.\n\n- a\n- b\n\nThree."_s);
    row("classic quote", u"<blockquote>One.\n\nTwo.</blockquote>\nThree."_s, u"> One.\n>\n> Two.\n\nThree."_s);
    row("classic code", u"<pre>if (a) {\n\n  b();\n}</pre>"_s, u"```\nif (a) {\n\n  b();\n}\n```"_s);
    row("more", u"One.\n\n<!--more-->\n\nTwo."_s, u"One.\n\n<!-- more -->\n\nTwo."_s);
    row("more within",
        u"<!-- wp:paragraph -->\n<p>One.</p>\n<!-- /wp:paragraph -->\n<!-- wp:more -->\n<!--more Go "
        u"on-->\n<!-- /wp:more -->\n<!-- wp:paragraph -->\n<p>Two.</p>\n<!-- /wp:paragraph -->"_s,
        u"One.\n\n<!-- more -->\n\nTwo."_s);
    row("caption",
        u"[caption id=\"x\" align=\"alignright\" width=\"300\"]<a href=\"https://a.org/a.jpg\"><img "
        u"src=\"https://a.org/a-300.jpg\" alt=\"A cat\" /></a> The <b>queue</b>[/caption]\n\nOn."_s,
        u"![A cat](https://a.org/a-300.jpg \"The queue\")\n\nOn."_s);
    row("caption, old", u"[caption caption=\"The queue\"]<img src=\"https://a.org/a.jpg\" alt=\"A cat\" />[/caption]"_s,
        u"![A cat](https://a.org/a.jpg \"The queue\")"_s);
    row("linked picture", u"<a href=\"https://b.org/page\"><img src=\"https://a.org/a.jpg\" alt=\"A cat\"></a>"_s,
        u"[![A cat](https://a.org/a.jpg)](https://b.org/page)"_s);
    row("embeds",
        u"See\n\n[embed]https://youtu.be/abc[/embed]\n\n[youtube https://youtu.be/def]\n\nhttps://vimeo.com/1"_s,
        u"See\n\nhttps://youtu.be/abc\n\nhttps://youtu.be/def\n\nhttps://vimeo.com/1"_s);
    row("source code", u"[sourcecode language=\"cpp\"]\nif (a &lt; b)\n  c();\n[/sourcecode]"_s,
        u"```cpp\nif (a < b)\n  c();\n```"_s);
    row("code as it is", u"[code=php]\n<?php echo 1;\n\n[/code]"_s, u"```php\n<?php echo 1;\n```"_s);
    row("quoted shortcode", u"Write [[gallery ids=\"1\"]] there."_s, u"Write [gallery ids=\"1\"] there."_s);
    row("brackets are words", u"He said [sic] and [more]."_s, u"He said [sic] and [more]."_s);
    row("blocks",
        u"<!-- wp:heading {\"level\":3} -->\n<h3>Head</h3>\n<!-- /wp:heading -->\n\n<!-- wp:list -->\n<ul><!-- "
        u"wp:list-item --><li>a</li><!-- /wp:list-item --></ul>\n<!-- /wp:list -->\n\n<!-- wp:image {\"id\":7} "
        u"-->\n<figure "
        u"class=\"wp-block-image\"><img src=\"https://a.org/a.jpg\" alt=\"A cat\" "
        u"class=\"wp-image-7\"/><figcaption>The "
        u"queue</figcaption></figure>\n<!-- /wp:image -->"_s,
        u"### Head\n\n- a\n\n![A cat](https://a.org/a.jpg \"The queue\")"_s);
    row("block embed",
        u"<!-- wp:embed {\"url\":\"https://youtu.be/abc\"} -->\n<figure class=\"wp-block-embed "
        u"is-type-video\"><div class=\"wp-block-embed__wrapper\">\nhttps://youtu.be/abc\n</div><figcaption>A "
        u"<em>song</em></figcaption></figure>\n<!-- /wp:embed -->"_s,
        u"https://youtu.be/abc\n\nA *song*"_s);
    row("block pull quote",
        u"<!-- wp:pullquote -->\n<figure class=\"wp-block-pullquote\"><blockquote><p>Ship "
        u"it.</p></blockquote></figure>\n<!-- /wp:pullquote -->"_s,
        u"<!-- pull quote -->\n> Ship it."_s);
    row("block code",
        u"<!-- wp:code -->\n<pre class=\"wp-block-code\"><code lang=\"cpp\" class=\"language-cpp\">a &amp;&amp; "
        u"b</code></pre>\n<!-- /wp:code -->"_s,
        u"```cpp\na && b\n```"_s);
    row("block gallery",
        u"<!-- wp:gallery -->\n<figure class=\"wp-block-gallery has-nested-images\"><!-- wp:image -->\n<figure "
        u"class=\"wp-block-image\"><img src=\"https://a.org/a.jpg\" alt=\"A\"/></figure>\n<!-- /wp:image "
        u"-->\n\n<figure "
        u"class=\"wp-block-image\"><img src=\"https://a.org/b.jpg\" alt=\"B\"/></figure></figure>\n<!-- /wp:gallery -->"_s,
        u"![A](https://a.org/a.jpg)\n\n![B](https://a.org/b.jpg)"_s);
    row("block table",
        u"<!-- wp:table -->\n<figure class=\"wp-block-table\"><table><tbody><tr><td>a</td><td>b</td></tr>"
        u"<tr><td>1</td><td>2</td></tr></tbody></table></figure>\n<!-- /wp:table -->"_s,
        u"| a | b |\n| --- | --- |\n| 1 | 2 |"_s);
    row("gallery of old blocks",
        u"<!-- wp:gallery -->\n<figure class=\"wp-block-gallery\"><ul class=\"blocks-gallery-grid\"><li "
        u"class=\"blocks-gallery-item\"><figure><img src=\"https://a.org/a.jpg\" alt=\"A\"/></figure></li></ul></figure>"_s,
        u"![A](https://a.org/a.jpg)"_s);
    row("verse", u"<!-- wp:verse -->\n<pre class=\"wp-block-verse\">One <em>two\nthree</em></pre>"_s,
        u"One *two\\\nthree*"_s);
    row("addresses of the site", u"<a href=\"/2020/b/\">b</a> <img src=\"/up/a.jpg\" alt=\"A\"> <a href=\"#c\">c</a>"_s,
        u"[b](https://notes.example/2020/b/) ![A](https://notes.example/up/a.jpg) [c](#c)"_s);
    row("two players",
        u"[audio src=\"https://a.org/a.mp3\"]\n\nLong words.\n\n[audio mp3=\"https://a.org/b.mp3\"][/audio]"_s,
        u"https://a.org/a.mp3\n\nLong words.\n\nhttps://a.org/b.mp3"_s);
    row("words in a player", u"[embed]<a href=\"https://a.org/v\">Our talk</a>[/embed]"_s,
        u"https://a.org/v\n\n[Our talk](https://a.org/v)"_s);
    row("address on a line", u"One\nHTTPS://youtu.be/abc?x=1&amp;y\nTwo https://a.org\nthree"_s,
        u"One\n\n<HTTPS://youtu.be/abc?x=1&y>\n\nTwo <https://a.org>\\\nthree"_s);
    row("address on a line of a block", u"<!-- wp:paragraph -->\n<p>One<br>https://a.org</p>"_s,
        u"One\\\n<https://a.org>"_s);
    row("pictures of signs",
        u"A <img class=\"wp-smiley\" alt=\"🙂\" src=\"https://s.w.org/a.png\"> <img class=\"emoji\" "
        "src=\"https://s.w.org/b.png\" alt=\"👍&#xFDD0;\"> <b><img class=\"emoji\" src=\"https://s.w.org/c.png\"></b>b"_s,
        u"A 🙂 👍\uFFFD b"_s);
    row("block of a file",
        u"<!-- wp:file -->\n<div class=\"wp-block-file\"><a href=\"https://a.org/a.pdf\">The plan</a><a "
        "href=\"https://a.org/a.pdf\" class=\"wp-block-file__button\" download>Download</a></div>"_s,
        u"[The plan](https://a.org/a.pdf)"_s);
    row("block of a file, the button alone",
        u"<!-- wp:file -->\n<div class=\"wp-block-file\"><a href=\"https://a.org/a.pdf\" "
        "class=\"wp-block-file__button\" download>Download</a></div>"_s,
        u"[Download](https://a.org/a.pdf)"_s);
    row("words in a caption", u"[caption caption=\"Old words\"]<div>New</div>[/caption]"_s, u"New\n\nOld words"_s);
    row("a gallery of nothing", u"One [gallery ids=\"8,7\"] two."_s, u"One [gallery ids=\"8,7\"] two."_s);
    row("code of HTML", u"[code lang=\"html\"]<a href=\"?a=1&amp;b=2\">Link</a>[/code]"_s,
        u"```html\n<a href=\"?a=1&amp;b=2\">Link</a>\n```"_s);
    row("an excerpt ends in a list", u"<ul>\n<li>One<!--more--></li>\n<li>Two</li>\n</ul>"_s, u"- One\n- Two"_s);
    row("marks of ours", u"A &#xFDD0;5&#xFDD1; &lt;!-- private --&gt; b\n\n&lt;!-- private --&gt;\n\nc"_s,
        u"A \uFFFD5\uFFFD \\<!-- private --> b\n\n\\<!-- private -->\n\nc"_s);
    row("half an address", u"a https://&lt;!-- private --&gt; b, https:<!-- -->//&lt;!-- private --&gt; c"_s,
        u"a https\\://\\<!-- private --> b, https\\://\\<!-- private --> c"_s);
    row("hostile", u"<p onclick=\"x()\">a<script>alert(1)</script> <a href=\"javascript:x()\">b</a></p>"_s, u"a b"_s);
}

void TestWordPressExport::content()
{
    QFETCH(const QString, content);
    QFETCH(const QString, markdown);
    QCOMPARE(textOf(content), markdown);
}

/// A large site's export comes in several files, and the pictures of a post may be in any of them.
void TestWordPressExport::picturesOfOtherFiles()
{
    const QString post =
        item(u"[gallery ids=\"8,7,99\"]\n\n<img class=\"wp-image-7\" src=\"https://notes.example/b.jpg\">"_s);
    const QString pictures = attachment(u"7"_s, u"a.jpg"_s, u"A \"cat\""_s) + attachment(u"8"_s, u"b.jpg"_s);
    const auto batch = read(QByteArrayList{channel(post).toUtf8(), channel(pictures).toUtf8()});
    QVERIFY(batch);
    QCOMPARE(batch->notes.size(), size_t(1));
    QCOMPARE(batch->notes.front().draft.text,
             u"![](https://notes.example/up/b.jpg)\n\n![A \"cat\"](https://notes.example/up/a.jpg)\n\n"
             "![A \"cat\"](https://notes.example/b.jpg)\n"_s);
    QCOMPARE(textOf(u"[gallery]"_s, {}, attachment(u"7"_s, u"a.jpg"_s) + attachment(u"8"_s, u"b.jpg"_s, {}, u"3"_s)),
             u"![](https://notes.example/up/a.jpg)"_s);
}

void TestWordPressExport::pictureAboveTheText_data()
{
    QTest::addColumn<QString>("content");
    QTest::addColumn<QString>("markdown");
    const QString picture = u"![A cat](https://notes.example/up/a-scaled.jpg)\n\n"_s;
    QTest::newRow("alone") << u"One."_s << picture + u"One."_s;
    QTest::newRow("another in the text") << u"<img src=\"/up/b.jpg\" class=\"wp-image-77\">"_s
                                         << picture + u"![](https://notes.example/up/b.jpg)"_s;
    QTest::newRow("in the text") << u"<img src=\"/b.jpg\" class=\"wp-image-7\">"_s
                                 << u"![A cat](https://notes.example/b.jpg)"_s;
    QTest::newRow("smaller in the text") << u"<img src=\"http://notes.example/up/a-300x200.jpg?w=1\">"_s
                                         << u"![](http://notes.example/up/a-300x200.jpg?w=1)"_s;
    QTest::newRow("an excerpt that is empty") << u"<!--more-->\n\nOne."_s << picture + u"One."_s;
}

void TestWordPressExport::pictureAboveTheText()
{
    QFETCH(const QString, content);
    QFETCH(const QString, markdown);
    const QString meta =
        u"<wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key><wp:meta_value>7</wp:meta_value></wp:postmeta>"_s;
    QCOMPARE(textOf(content, meta, attachment(u"7"_s, u"a-scaled.jpg"_s, u"A cat"_s)), markdown);
    QCOMPARE(textOf(u"One."_s, meta, attachment(u"7"_s, u"a.pdf"_s)), u"One."_s);
}

void TestWordPressExport::footnotes()
{
    const QString notes =
        u"<wp:postmeta><wp:meta_key>footnotes</wp:meta_key><wp:meta_value><![CDATA[[{\"content\":\"Of "
        "<em>many</em>.\",\"id\":\"b-2\"},{\"content\":\"Two.\",\"id\":\"a-1\"}]]]></wp:meta_value>"
        "</wp:postmeta>"_s;
    QCOMPARE(
        textOf(u"<!-- wp:paragraph --><p>One<sup data-fn=\"a-1\" class=\"fn\"><a href=\"#a-1\">1</a></sup>, two<sup "
               "data-fn=\"b-2\" class=\"fn\"><a href=\"#b-2\">2</a></sup>.</p><!-- /wp:paragraph -->"_s,
               notes),
        u"One[^1], two[^2].\n\n[^1]: Two.\n\n[^2]: Of *many*."_s);
}

void TestWordPressExport::shortcodesThatStayAreNamed()
{
    const auto batch = read(item(u"[contact-form to=\"me\"] [sic] [box]a[/box] [youtube]"_s));
    QVERIFY(batch);
    const Warning *stays = warningOf(batch->notes.front().warnings, Warning::Kind::TemplateKept);
    QVERIFY(stays);
    QCOMPARE(stays->facts, QStringList(u"[contact-form] [box] [youtube]"_s));
    QVERIFY(batch->notes.front().draft.text.contains(u"youtube"_s));
}

void TestWordPressExport::brokenOffKeepsWhatStoodBefore()
{
    const QByteArray whole =
        channel(item(u"One."_s, {}, u"One"_s, u"1"_s) + item(u"Two."_s, {}, u"Two"_s, u"2"_s)).toUtf8();
    for (const qsizetype kept :
         {whole.indexOf("Two."), whole.indexOf("<title>Two") + 3, whole.lastIndexOf("</item>") + 2}) {
        const auto batch = read(QByteArrayList{whole.first(kept)});
        QVERIFY(batch);
        QVERIFY(!batch->notes.empty());
        QCOMPARE(batch->notes.front().draft.fields.title, u"One"_s);
        QVERIFY(warningOf(batch->skipped, Warning::Kind::BreaksOff));
        QVERIFY(!warningOf(batch->skipped, Warning::Kind::OtherItems));
    }
}

void TestWordPressExport::noDeclarationsAreRead()
{
    QString bomb = channel(item(u"One."_s));
    bomb.insert(bomb.indexOf(u"<rss"_s), u"<!DOCTYPE rss [<!ENTITY a \"aaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;\">"
                                         "<!ENTITY c SYSTEM \"file:///etc/passwd\">]>\n"_s);
    const QTemporaryDir dir;
    writeFile(dir.filePath(u"bomb.xml"_s), bomb.toUtf8());
    ImportOptions options;
    options.today = QDate(2026, 11, 30);
    const auto batch = readArchive({dir.filePath(u"bomb.xml"_s)}, options);
    QVERIFY(!batch);
    QCOMPARE(batch.error().kind, Error::Kind::Malformed);
}

void TestWordPressExport::mended_data()
{
    QTest::addColumn<QByteArray>("file");
    const QByteArray plain = channel(item(u"Eleven «people»."_s, u"<wp:post_name>a&b</wp:post_name>"_s)).toUtf8();
    QTest::newRow("stray ampersand") << plain;
    QTest::newRow("entity of HTML") << QByteArray(plain).replace("a&b", "a&nbsp;b");
    QTest::newRow("control characters") << QByteArray(plain).replace("people", "peo\x0B\x01ple");
    QTest::newRow("Latin 1") << channel(item(u"Eleven «people»."_s)).replace(u"UTF-8"_s, u"ISO-8859-1"_s).toLatin1();
    QTest::newRow("UTF-8 with a mark") << "\xEF\xBB\xBF" + plain;
    QTest::newRow("an empty line first") << "\n  " + plain;
    QTest::newRow("numbers of no character") << QByteArray(plain).replace("a&b", "a&#x0B;&#55357;&#0;b");
    QTest::newRow("no prefixes") << QByteArray(plain).replace(" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"", "");
}

void TestWordPressExport::mended()
{
    QFETCH(const QByteArray, file);
    const auto batch = read(QByteArrayList{file});
    QVERIFY(batch);
    QCOMPARE(batch->notes.size(), size_t(1));
    QCOMPARE(batch->notes.front().draft.text, u"Eleven «people».\n"_s);
    QVERIFY(batch->skipped.empty());
}

/// The file is read in pieces, and marks may lie across their ends.
void TestWordPressExport::piecesMeet()
{
    int tried = 0;
    for (int length = 65536 - 1500; length < 65536; ++length) {
        const QString text = u"é & <b>"_s + QString(length, u'x') + u"</b> ]] end"_s;
        const QByteArray file = channel(item(text)).toUtf8();
        if (file.indexOf("]] end") < 65536 - 30 || file.indexOf("]] end") > 65536 + 30)
            continue;
        ++tried;
        const auto batch = read(QByteArrayList{file});
        QVERIFY(batch);
        QCOMPARE(batch->notes.front().draft.text, u"é & **"_s + QString(length, u'x') + u"** \\]\\] end\n"_s);
    }
    QVERIFY(tried > 50);
}

void TestWordPressExport::siteFilesAreNoExports()
{
    const auto batch =
        read(QByteArrayList{"<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><item><title>a</title></item>"
                            "</channel></rss>",
                            channel(item(u"One."_s)).toUtf8()});
    QVERIFY(batch);
    QCOMPARE(batch->read, 1);
    QCOMPARE(batch->notes.size(), size_t(1));
}

void TestWordPressExport::theSameAgainIsTheSame()
{
    const QString one = item(u"One."_s, {}, u"One"_s, u"1"_s);
    const QString two = item(u"Two."_s, {}, u"Two"_s, u"2"_s);
    const auto first = read(one + two);
    const auto second = read(QString(two).replace(u"Two."_s, u"Two, again."_s) + one);
    QVERIFY(first && second);
    QCOMPARE(first->notes[0].draft.source, second->notes[1].draft.source);
    QCOMPARE(first->notes[1].draft.source.key, second->notes[0].draft.source.key);
    QVERIFY(first->notes[1].draft.source != second->notes[0].draft.source);
}

void TestWordPressExport::allOfAPostIsInItsHash_data()
{
    QTest::addColumn<QString>("more");
    const auto meta = [](const QString &key, const QString &value) {
        return u"<wp:postmeta><wp:meta_key>%1</wp:meta_key><wp:meta_value>%2</wp:meta_value></wp:postmeta>"_s.arg(
            key, value);
    };
    QTest::newRow("category") << u"<category domain=\"category\" nicename=\"b\">b</category>"_s;
    QTest::newRow("bare category") << u"<category>b</category>"_s;
    QTest::newRow("password") << u"<wp:post_password>b</wp:post_password>"_s;
    QTest::newRow("excerpt") << u"<excerpt:encoded>b</excerpt:encoded>"_s;
    QTest::newRow("author") << u"<dc:creator>b</dc:creator>"_s;
    QTest::newRow("day") << u"<wp:post_date_gmt>2021-03-05 15:00:00</wp:post_date_gmt>"_s;
    QTest::newRow("footnotes") << meta(u"footnotes"_s, u"[]"_s);
    QTest::newRow("picture") << meta(u"_thumbnail_id"_s, u"7"_s);
}

void TestWordPressExport::allOfAPostIsInItsHash()
{
    QFETCH(const QString, more);
    const QString picture = attachment(u"7"_s, u"a.jpg"_s, u"A cat"_s);
    const auto plain = read(item(u"One."_s) + picture);
    const auto other = read(item(u"One."_s, more) + picture);
    QVERIFY(plain && other);
    QCOMPARE(other->notes.front().draft.source.key, plain->notes.front().draft.source.key);
    QVERIFY(other->notes.front().draft.source.contentHash != plain->notes.front().draft.source.contentHash);
}

void TestWordPressExport::exportsOfOneSite_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("second");
    QTest::addColumn<QStringList>("texts");
    const auto changed = [](const QString &day) {
        return u"<wp:post_modified_gmt>%1 10:00:00</wp:post_modified_gmt>"_s.arg(day);
    };
    const QString one = item(u"One."_s);
    QTest::newRow("the same") << one << one << QStringList{u"One."_s};
    QTest::newRow("longer") << one << item(u"One, and two."_s) << QStringList{u"One, and two."_s};
    QTest::newRow("later") << item(u"One."_s, changed(u"2022-01-02"_s))
                           << item(u"One, and two."_s, changed(u"2022-01-01"_s)) << QStringList{u"One."_s};
    QTest::newRow("renamed") << one << item(u"One, and two."_s, {}, u"Two"_s) << QStringList{u"One, and two."_s};
    QTest::newRow("moved") << one << item(u"One, and two."_s).replace(u"2021-"_s, u"2022-"_s)
                           << QStringList{u"One, and two."_s};
    QTest::newRow("another site of that name")
        << one << item(u"Two."_s, {}, u"Two"_s).replace(u"2021-"_s, u"2022-"_s) << QStringList{u"One."_s, u"Two."_s};
    QTest::newRow("another number") << one << item(u"Two."_s, {}, u"A short week"_s, u"13"_s)
                                    << QStringList{u"One."_s, u"Two."_s};
}

void TestWordPressExport::exportsOfOneSite()
{
    QFETCH(const QString, first);
    QFETCH(const QString, second);
    QFETCH(const QStringList, texts);
    const QByteArray a = channel(first).toUtf8();
    const QByteArray b = channel(second).toUtf8();
    for (const auto &batch : {read(QByteArrayList{a, b}), read(QByteArrayList{b, a})}) {
        QVERIFY(batch);
        QStringList found;
        for (const ImportedNote &note : batch->notes)
            found += note.draft.text.trimmed();
        found.sort();
        QCOMPARE(found, texts);
        QVERIFY(std::ranges::any_of(batch->notes, [](const ImportedNote &note) {
            return note.draft.source.key == u"https://notes.example?p=12";
        }));
    }
}

void TestWordPressExport::commentsArePassedBy()
{
    const auto comment = [](const QString &words) {
        return u"<wp:comment>\n<wp:comment_id>1</wp:comment_id><wp:comment_content>%1</wp:comment_content>\n"
               "</wp:comment>\n"_s.arg(words);
    };
    const QString comments = comment(u"<![CDATA[a </wp:comment></item> ]]>"_s) + comment(u"<b> & \x01"_s) +
                             comment(u"<![CDATA[%1]]>"_s.arg(QString(70'000, u'\n')));
    auto batch = read(item(u"One."_s, comments) + item(u"Two."_s, {}, u"Two"_s, u"2"_s));
    QVERIFY(batch);
    QCOMPARE(batch->notes.size(), size_t(2));
    QCOMPARE(batch->skipped.size(), size_t(1));
    QCOMPARE(batch->skipped.front().facts, QStringList(u"comment=3"_s));
    // One that does not end takes no more than its post with it, and lines count.
    batch = read(item(u"One."_s) + item(u"Two."_s, comments + u"<wp:comment>"_s, u"Two"_s, u"2"_s) + item(u"Three."_s));
    QVERIFY(batch);
    QCOMPARE(batch->notes.size(), size_t(1));
    const Warning *ends = warningOf(batch->skipped, Warning::Kind::BreaksOff);
    QVERIFY(ends);
    QVERIFY(ends->line > 70'000);
}

void TestWordPressExport::categoriesOfOldExports()
{
    const auto tags = [](const QString &categories) {
        const auto batch = read(item(u"One."_s, categories));
        return batch ? batch->notes.front().draft.fields.tags : QStringList{u"no note"_s};
    };
    QCOMPARE(tags(u"<category><![CDATA[Uncategorized]]></category><category><![CDATA[Weeknotes]]></category>"_s),
             QStringList(u"Weeknotes"_s));
    QCOMPARE(tags(u"<category>Q</category><category domain=\"tag\" nicename=\"r\">R</category>"
                  "<category domain=\"language\" nicename=\"en\">English</category>"
                  "<category domain=\"category\" nicename=\"uncategorised\">Uncategorised</category>"_s),
             QStringList(u"R"_s));
}

void TestWordPressExport::titlesAreWordsAndHtml()
{
    const auto title = [](const QString &words) {
        const auto batch = read(item(u"One."_s, {}, words));
        return batch ? batch->notes.front().draft.fields.title : u"no note"_s;
    };
    QCOMPARE(title(u"Using List&lt;T&gt; in &lt;em&gt;C#&lt;/em&gt;, 3 &lt; 4"_s), u"Using List<T> in C#, 3 < 4"_s);
    QCOMPARE(title(u"<![CDATA[A & b]]>"_s), u"A & b"_s);
}

void TestWordPressExport::tooLargeIsSaid()
{
    const auto batch = read(item(u"<img src=\"data:image/png;base64,"_s + QString(17 * 1024 * 1024, u'A') + u"\">"_s));
    QVERIFY(batch);
    QVERIFY(warningOf(batch->notes.front().warnings, Warning::Kind::TooLarge));
}

void TestWordPressExport::readingStops()
{
    const QTemporaryDir dir;
    QString items;
    for (int i = 0; i < 50; ++i)
        items += item(u"One."_s, {}, u"One"_s, QString::number(i));
    writeFile(dir.filePath(u"export.xml"_s), channel(items).toUtf8());
    ImportOptions options;
    options.today = QDate(2026, 11, 30);
    int asked = 0;
    options.progress = [&asked](const ReadingProgress &) { return ++asked < 10; };
    QVERIFY(!readArchive({dir.path()}, options)); // nothing was read yet
    QCOMPARE(asked, 11);
}

/// Each took longer by the square of its length.
void TestWordPressExport::longInputs_data()
{
    QTest::addColumn<QString>("content");
    constexpr int times = 20000;
    QTest::newRow("galleries") << u"[gallery]"_s.repeated(times);
    QTest::newRow("names") << u"[ab]"_s.repeated(times);
    QTest::newRow("open codes") << u"[code "_s.repeated(times);
    QTest::newRow("open blocks") << u"<pre>"_s.repeated(times / 100) + u"<table>\n\n"_s.repeated(times / 100);
    QTest::newRow("spaces") << u" \n"_s.repeated(times) + QString(times, u' ') + u"<br> "_s.repeated(times);
    QString notes;
    for (int i = 0; i < times; ++i)
        notes += u"<sup data-fn=\"%1\">1</sup>"_s.arg(i);
    QTest::newRow("footnotes") << notes;
    QTest::newRow("one gallery") << u"[gallery ids=\"%1\"]"_s.arg(u"7,"_s.repeated(times));
}

void TestWordPressExport::longInputs()
{
    QFETCH(const QString, content);
    const auto batch = read(item(content) + attachment(u"7"_s, u"a.jpg"_s));
    QVERIFY(batch);
}

QTEST_GUILESS_MAIN(TestWordPressExport)
#include "tst_wordpressexport.moc"
