// SPDX-License-Identifier: GPL-3.0-or-later
// Ghost's export, with the texts of all its editors, whole and broken.
#include "importer/importer.h"
#include "support/testdata.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Weeknotes;
using namespace Qt::StringLiterals;

namespace {

/// A post of Friday, March 5, 2021, half past eleven in the evening in UTC.
QJsonObject post(const QJsonObject &more = {})
{
    QJsonObject row{{u"id"_s, u"6041a0"_s},
                    {u"uuid"_s, u"0b1c2d3e-aaaa-4bbb-8ccc-0123456789ab"_s},
                    {u"title"_s, u"A short week"_s},
                    {u"slug"_s, u"a-short-week"_s},
                    {u"html"_s, u"<p>Eleven people.</p>"_s},
                    {u"lexical"_s, QJsonValue::Null},
                    {u"mobiledoc"_s, QJsonValue::Null},
                    {u"feature_image"_s, QJsonValue::Null},
                    {u"type"_s, u"post"_s},
                    {u"status"_s, u"published"_s},
                    {u"created_at"_s, u"2021-03-04T09:00:00.000Z"_s},
                    {u"published_at"_s, u"2021-03-05T23:30:00.000Z"_s},
                    {u"custom_excerpt"_s, QJsonValue::Null},
                    {u"canonical_url"_s, QJsonValue::Null}};
    for (auto at = more.begin(); at != more.end(); ++at)
        row.insert(at.key(), at.value());
    return row;
}

QJsonObject setting(const QString &key, const QString &value)
{
    return {{u"key"_s, key}, {u"value"_s, value}};
}

QJsonObject tables(const QJsonArray &posts, const QJsonObject &more = {})
{
    QJsonObject data{
        {u"posts"_s, posts},
        {u"users"_s, QJsonArray{QJsonObject{{u"id"_s, u"u1"_s}, {u"name"_s, u"Robin Ellery"_s}},
                                QJsonObject{{u"id"_s, u"u2"_s}, {u"name"_s, u"Sam Oduya"_s}}}},
        {u"settings"_s, QJsonArray{setting(u"url"_s, u"https://notes.example/"_s),
                                   setting(u"timezone"_s, u"Asia/Kolkata"_s), setting(u"locale"_s, u"en_GB"_s)}}};
    for (auto at = more.begin(); at != more.end(); ++at)
        data.insert(at.key(), at.value());
    return data;
}

QByteArray fileOf(const QJsonObject &data)
{
    const QJsonObject meta{{u"exported_on"_s, qint64(1616560573131)}, {u"version"_s, u"5.80.0"_s}};
    return QJsonDocument(QJsonObject{{u"db"_s, QJsonArray{QJsonObject{{u"meta"_s, meta}, {u"data"_s, data}}}}})
        .toJson();
}

Result<ImportBatch> read(const QByteArray &file, const QString &name = u"notes.ghost.json"_s, bool inFolder = true)
{
    const QTemporaryDir dir;
    writeFile(dir.filePath(name), file);
    ImportOptions options;
    options.today = QDate(2026, 11, 30);
    return readArchive({inFolder ? dir.path() : dir.filePath(name)}, options);
}

Result<ImportBatch> read(const QJsonObject &row, const QJsonObject &more = {})
{
    return read(fileOf(tables({row}, more)));
}

NoteDraft draftOf(const QJsonObject &row, const QJsonObject &more = {})
{
    const auto batch = read(row, more);
    return batch && batch->notes.size() == 1 ? batch->notes.front().draft : NoteDraft{{}, u"no note"_s, {}, {}};
}

QString textOfHtml(const QString &html)
{
    return draftOf(post({{u"html"_s, html}})).text.trimmed();
}

QString textOfLexical(const QString &children)
{
    return draftOf(post({{u"html"_s, QJsonValue::Null},
                         {u"lexical"_s,
                          u"{\"root\":{\"type\":\"root\",\"version\":1,\"children\":["_s + children + u"]}}"_s}}))
        .text.trimmed();
}

QString textOfMobiledoc(const QString &rest)
{
    return draftOf(post({{u"html"_s, u" "_s}, {u"mobiledoc"_s, u"{\"version\":\"0.3.1\","_s + rest + u'}'}}))
        .text.trimmed();
}

const Warning *warningOf(const std::vector<Warning> &warnings, Warning::Kind kind)
{
    const auto found = std::ranges::find(warnings, kind, &Warning::kind);
    return found == warnings.end() ? nullptr : &*found;
}

} // namespace

class TestGhostExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPostHasItsFields();
    void statuses_data();
    void statuses();
    void addresses_data();
    void addresses();
    void anExcerptOfItsOwnIsTheSubtitle();
    void pictureAboveTheText();
    void picturesBesideTheExport();
    void html_data();
    void html();
    void playersOfTheSource();
    void lexical_data();
    void lexical();
    void mobiledoc_data();
    void mobiledoc();
    void cardsThatLeaveNothingAreNamed();
    void oldExports();
    void beginnings_data();
    void beginnings();
    void othersAreCounted();
    void otherJsonIsNoExport();
    void brokenJsonSaysWhere();
    void theSameAgainIsTheSame();
    void valuesOfAnyKind();
    void readingStops();
    void longInputs_data();
    void longInputs();
};

void TestGhostExport::aPostHasItsFields()
{
    const auto join = [](const QString &key, const QString &id, int place) {
        return QJsonObject{{u"post_id"_s, u"6041a0"_s}, {key, id}, {u"sort_order"_s, place}};
    };
    const auto tag = [](const QString &id, const QString &name) {
        return QJsonObject{{u"id"_s, id}, {u"name"_s, name}};
    };
    const auto batch = read(
        post(),
        {{u"tags"_s, QJsonArray{tag(u"t1"_s, u"Weeknotes"_s), tag(u"t2"_s, u"#from-blog"_s), tag(u"t3"_s, u"Q & A"_s)}},
         {u"posts_tags"_s, QJsonArray{join(u"tag_id"_s, u"t3"_s, 2), join(u"tag_id"_s, u"t2"_s, 1),
                                      join(u"tag_id"_s, u"t1"_s, 0), join(u"tag_id"_s, u"t9"_s, 3)}},
         {u"posts_authors"_s, QJsonArray{join(u"author_id"_s, u"u2"_s, 1), join(u"author_id"_s, u"u1"_s, 0)}}});
    QVERIFY(batch);
    QCOMPARE(batch->read, 1);
    QCOMPARE(batch->notes.size(), size_t(1));
    QVERIFY(batch->skipped.empty());
    const auto &[draft, guesses, warnings, leftOut] = batch->notes.front();
    QVERIFY(warnings.empty());
    QCOMPARE(draft.text, u"Eleven people.\n"_s);
    QCOMPARE(draft.fields.title, u"A short week"_s);
    QCOMPARE(draft.fields.subtitle, QString());
    QCOMPARE(draft.fields.author, u"Robin Ellery, Sam Oduya"_s);
    QCOMPARE(draft.fields.language, u"en-GB"_s);
    QCOMPARE(draft.fields.status, NoteStatus::Published);
    QCOMPARE(draft.fields.published, QDateTime(QDate(2021, 3, 5), QTime(23, 30), QTimeZone::UTC));
    QCOMPARE(draft.fields.published->date(), QDate(2021, 3, 6)); // there
    QCOMPARE(draft.fields.canonical, QUrl(u"https://notes.example/a-short-week/"_s));
    QCOMPARE(draft.fields.tags, (QStringList{u"Weeknotes"_s, u"Q & A"_s}));
    QCOMPARE(draft.fields.kind, NoteKind::Weeknote);
    QCOMPARE(draft.source.kind, u"ghost"_s);
    QCOMPARE(draft.source.key, u"0b1c2d3e-aaaa-4bbb-8ccc-0123456789ab"_s);
}

void TestGhostExport::statuses_data()
{
    QTest::addColumn<QString>("status");
    QTest::addColumn<NoteStatus>("expected");
    QTest::newRow("published") << u"published"_s << NoteStatus::Published;
    QTest::newRow("sent by mail") << u"sent"_s << NoteStatus::Published;
    QTest::newRow("scheduled") << u"scheduled"_s << NoteStatus::Ready;
    QTest::newRow("draft") << u"draft"_s << NoteStatus::Draft;
    QTest::newRow("unknown") << u"elsewhere"_s << NoteStatus::Draft;
}

void TestGhostExport::statuses()
{
    QFETCH(const QString, status);
    QFETCH(const NoteStatus, expected);
    const NoteFields fields = draftOf(post({{u"status"_s, status}})).fields;
    QCOMPARE(fields.status, expected);
    QCOMPARE(fields.published.has_value(), expected != NoteStatus::Draft);
    QCOMPARE(fields.written.has_value(), expected == NoteStatus::Draft);
    QCOMPARE(!fields.canonical.isEmpty(), status == u"published"); // what went out by mail stands nowhere
}

void TestGhostExport::addresses_data()
{
    QTest::addColumn<QString>("site");
    QTest::addColumn<QString>("canonical");
    QTest::addColumn<QString>("expected");
    const QString site = u"https://notes.example/blog"_s;
    QTest::newRow("by its slug") << site << QString() << u"https://notes.example/blog/a-short-week/"_s;
    QTest::newRow("of a site with a slash")
        << site + u'/' << u"__GHOST_URL__/b/"_s << u"https://notes.example/blog/b/"_s;
    QTest::newRow("by its slug, on a site with slashes")
        << u"https://notes.example//"_s << QString() << u"https://notes.example/a-short-week/"_s;
    QTest::newRow("elsewhere") << site << u"https://a.example/b"_s << u"https://a.example/b"_s;
    QTest::newRow("of the site") << site << u"__GHOST_URL__/b/"_s << u"https://notes.example/blog/b/"_s;
    QTest::newRow("no site") << QString() << QString() << QString();
    QTest::newRow("no site, elsewhere") << QString() << u"https://a.example/b"_s << u"https://a.example/b"_s;
    QTest::newRow("no site, of the site") << QString() << u"__GHOST_URL__/b/"_s << QString();
    QTest::newRow("script") << u"javascript:alert(1)"_s << u"javascript:alert(1)"_s << QString();
}

void TestGhostExport::addresses()
{
    QFETCH(const QString, site);
    QFETCH(const QString, canonical);
    QFETCH(const QString, expected);
    const NoteDraft draft =
        draftOf(post({{u"canonical_url"_s, canonical}}), {{u"settings"_s, QJsonArray{setting(u"url"_s, site)}}});
    QCOMPARE(draft.fields.canonical, QUrl(expected));
}

void TestGhostExport::anExcerptOfItsOwnIsTheSubtitle()
{
    const auto subtitle = [](const QString &excerpt) {
        return draftOf(post({{u"html"_s, u"<h2>Queue</h2><p>Eleven people.</p>"_s}, {u"custom_excerpt"_s, excerpt}}))
            .fields.subtitle;
    };
    QCOMPARE(subtitle(u"What we\nlearned & left"_s), u"What we learned & left"_s);
    QCOMPARE(subtitle(u"Queue Eleven…"_s), QString());
    QCOMPARE(subtitle({}), QString());
}

void TestGhostExport::pictureAboveTheText()
{
    const QJsonObject meta{
        {u"posts_meta"_s, QJsonArray{QJsonObject{{u"post_id"_s, u"6041a0"_s},
                                                 {u"feature_image_alt"_s, u"A cat"_s},
                                                 {u"feature_image_caption"_s, u"The <b>queue</b>"_s}}}}};
    const QString address = u"__GHOST_URL__/content/images/a.jpg"_s;
    QCOMPARE(draftOf(post({{u"feature_image"_s, address}}), meta).text,
             u"![A cat](https://notes.example/content/images/a.jpg \"The queue\")\n\nEleven people.\n"_s);
    QCOMPARE(draftOf(post({{u"feature_image"_s, address}, {u"html"_s, u"<p><img src=\""_s + address + u"\"> b</p>"_s}}),
                     meta)
                 .text,
             u"![](https://notes.example/content/images/a.jpg) b\n"_s);
}

/// Ghost's own export names no site; those who keep its pictures have its folder for them.
void TestGhostExport::picturesBesideTheExport()
{
    const QString text = u"<p>One.</p><figure class=\"kg-card kg-image-card\"><img src=\"__GHOST_URL__/content/images/"
                         "2021/03/a.png\" class=\"kg-image\" alt=\"A cat\"></figure><p><a "
                         "href=\"__GHOST_URL__/b/\">b</a></p>"_s;
    const QTemporaryDir dir;
    QVERIFY(QDir(dir.path()).mkpath(u"content/images/2021/03"_s));
    writeFile(dir.filePath(u"content/images/2021/03/a.png"_s), "\x89PNG\r\n\x1A\n and so on");
    const QString file = dir.filePath(u"notes.json"_s);
    writeFile(file, fileOf(tables({post({{u"html"_s, text}})}, {{u"settings"_s, QJsonArray()}})));
    ImportOptions options;
    options.today = QDate(2026, 11, 30);
    for (const QString &path : {file, dir.path()}) {
        const auto batch = readArchive({path}, options);
        QVERIFY(batch);
        QCOMPARE(batch->notes.size(), size_t(1));
        QCOMPARE(batch->notes.front().draft.text, u"One.\n\n![A cat](images/a.png)\n\n[b](/b/)\n"_s);
        QCOMPARE(batch->notes.front().draft.images.size(), size_t(1));
    }
}

void TestGhostExport::html_data()
{
    QTest::addColumn<QString>("html");
    QTest::addColumn<QString>("markdown");
    const auto row = [](const char *name, const QString &html, const QString &markdown) {
        QTest::newRow(name) << html << markdown;
    };
    row("text",
        u"<h2 id=\"a\">Head</h2><p>One <strong>two</strong><br>three</p><ul><li>a<ul><li>b</li></ul></li></ul><hr>"
        "<blockquote>Said.</blockquote>"_s,
        u"## Head\n\nOne **two**\\\nthree\n\n- a\n  - b\n\n---\n\n> Said."_s);
    row("pull quote", u"<blockquote class=\"kg-blockquote-alt\">Ship it.</blockquote>"_s,
        u"<!-- pull quote -->\n> Ship it."_s);
    row("image",
        u"<figure class=\"kg-card kg-image-card kg-card-hascaption\"><img src=\"/content/images/a.jpg\" "
        "class=\"kg-image\" alt=\"A cat\" loading=\"lazy\"><figcaption><span>The <i>queue</i></span></figcaption>"
        "</figure>"_s,
        u"![A cat](https://notes.example/content/images/a.jpg \"The queue\")"_s);
    row("image that opens",
        u"<figure class=\"kg-card kg-image-card\"><a href=\"https://a.org/a.jpg\"><img src=\"https://a.org/s.jpg\" "
        "alt=\"A\"></a></figure>"_s,
        u"![A](https://a.org/s.jpg)"_s);
    row("image that leads",
        u"<figure class=\"kg-card kg-image-card\"><a href=\"https://a.org/b\"><img src=\"https://a.org/s.jpg\" "
        "alt=\"A\"></a></figure>"_s,
        u"[![A](https://a.org/s.jpg)](https://a.org/b)"_s);
    row("gallery",
        u"<figure class=\"kg-card kg-gallery-card kg-width-wide\"><div class=\"kg-gallery-container\"><div "
        "class=\"kg-gallery-row\"><div class=\"kg-gallery-image\"><img src=\"https://a.org/a.jpg\" alt=\"A\"></div>"
        "<div class=\"kg-gallery-image\"><img src=\"https://a.org/b.jpg\" alt=\"\"></div></div></div><figcaption>Two "
        "<b>cats</b></figcaption></figure>"_s,
        u"![A](https://a.org/a.jpg)\n\n![](https://a.org/b.jpg)\n\nTwo **cats**"_s);
    row("bookmark",
        u"<figure class=\"kg-card kg-bookmark-card\"><a class=\"kg-bookmark-container\" href=\"https://a.org/b\"><div "
        "class=\"kg-bookmark-content\"><div class=\"kg-bookmark-title\">On *cats*</div><div "
        "class=\"kg-bookmark-description\">Words</div><div class=\"kg-bookmark-metadata\"><img "
        "class=\"kg-bookmark-icon\" src=\"https://a.org/i.png\"><span class=\"kg-bookmark-author\">A</span></div></div>"
        "<div class=\"kg-bookmark-thumbnail\"><img src=\"https://a.org/t.png\"></div></a><figcaption>See</figcaption>"
        "</figure>"_s,
        u"[On \\*cats\\*](https://a.org/b)\n\nSee"_s);
    row("bookmark without a title",
        u"<figure class=\"kg-card kg-bookmark-card\"><a href=\"https://a.org/b\"></a></figure>"_s,
        u"https://a.org/b"_s);
    row("embed",
        u"<figure class=\"kg-card kg-embed-card kg-card-hascaption\"><iframe width=\"200\" "
        "src=\"https://www.youtube.com/embed/abcdefghijk?feature=oembed\"></iframe><figcaption>A "
        "<em>song</em></figcaption></figure>"_s,
        u"https://www.youtube.com/watch?v=abcdefghijk\n\nA *song*"_s);
    row("post elsewhere",
        u"<figure class=\"kg-card kg-embed-card\"><blockquote class=\"twitter-tweet\"><p>Words <a "
        "href=\"https://t.co/x\">x</a></p>— Sam <a href=\"https://twitter.com/sam/status/1\">March 5</a></blockquote>"
        "\n<script async src=\"https://platform.twitter.com/widgets.js\"></script></figure>"_s,
        u"https://twitter.com/sam/status/1"_s);
    row("code",
        u"<figure class=\"kg-card kg-code-card\"><pre><code class=\"language-cpp\">a &lt; b\n  &amp;&amp; "
        "c</code></pre><figcaption>How</figcaption></figure>"_s,
        u"```cpp\na < b\n  && c\n```\n\nHow"_s);
    row("callout",
        u"<div class=\"kg-card kg-callout-card kg-callout-card-blue\"><div class=\"kg-callout-emoji\">💡</div><div "
        "class=\"kg-callout-text\">Take <b>care</b>.</div></div>"_s,
        u"💡 Take **care**."_s);
    row("callout in paragraphs",
        u"<div class=\"kg-card kg-callout-card\"><div class=\"kg-callout-emoji\">💡</div><div "
        "class=\"kg-callout-text\"><p>Take <b>care</b>.</p></div></div>"_s,
        u"💡 Take **care**."_s);
    row("toggle",
        u"<div class=\"kg-card kg-toggle-card\" data-kg-toggle-state=\"close\"><div class=\"kg-toggle-heading\"><h4 "
        "class=\"kg-toggle-heading-text\">Why?</h4><button class=\"kg-toggle-card-icon\"><svg><path d=\"M2\"></path>"
        "</svg></button></div><div class=\"kg-toggle-content\"><p>So.</p></div></div>"_s,
        u"#### Why?\n\nSo."_s);
    row("button",
        u"<div class=\"kg-card kg-button-card kg-align-center\"><a href=\"https://a.org\" class=\"kg-btn\">Come</a>"
        "</div>"_s,
        u"[Come](https://a.org)"_s);
    row("file",
        u"<div class=\"kg-card kg-file-card\"><a class=\"kg-file-card-container\" "
        "href=\"__GHOST_URL__/content/files/a.pdf\" title=\"Download\" download><div "
        "class=\"kg-file-card-contents\"><div "
        "class=\"kg-file-card-title\">Minutes</div><div class=\"kg-file-card-caption\">Of March</div><div "
        "class=\"kg-file-card-metadata\"><div class=\"kg-file-card-filename\">a.pdf</div><div "
        "class=\"kg-file-card-filesize\">9 KB</div></div></div><div class=\"kg-file-card-icon\"><svg></svg></div></a>"
        "</div>"_s,
        u"[Minutes](https://notes.example/content/files/a.pdf)\n\nOf March"_s);
    row("audio",
        u"<div class=\"kg-card kg-audio-card\"><img src class=\"kg-audio-thumbnail kg-audio-hide\"><div "
        "class=\"kg-audio-player-container\"><audio src=\"https://a.org/a.mp3\"></audio><div "
        "class=\"kg-audio-title\">Humming</div><div class=\"kg-audio-player\"><button><svg></svg></button><span>0:00"
        "</span><input type=\"range\"></div></div></div>"_s,
        u"[Humming](https://a.org/a.mp3)"_s);
    row("video",
        u"<figure class=\"kg-card kg-video-card\"><div class=\"kg-video-container\"><video "
        "src=\"https://a.org/a.mp4\"></video><div class=\"kg-video-overlay\"><button><svg></svg></button></div><span>"
        "0:00</span></div><figcaption>Rain</figcaption></figure>"_s,
        u"https://a.org/a.mp4\n\nRain"_s);
    row("product",
        u"<div class=\"kg-card kg-product-card\"><div class=\"kg-product-card-container\"><h4 "
        "class=\"kg-product-card-title\">Pen</h4><div class=\"kg-product-card-rating\"><span "
        "class=\"kg-product-card-rating-active kg-product-card-rating-star\"><svg></svg></span><span "
        "class=\" kg-product-card-rating-star\"><svg></svg></span></div><div><p>Blue.</p></div><a "
        "href=\"https://a.org\"><span>Buy</span></a></div></div>"_s,
        u"#### Pen\n\n★\n\nBlue.\n\n[Buy](https://a.org)"_s);
    row("header",
        u"<div class=\"kg-card kg-header-card\"><h2 class=\"kg-header-card-header\">Head</h2><h3>Below</h3><a "
        "href=\"https://a.org\">Go</a></div>"_s,
        u"## Head\n\n### Below\n\n[Go](https://a.org)"_s);
    row("cards of HTML and Markdown",
        u"<!--kg-card-begin: html--><div onclick=\"x()\">a<script>alert(1)</script></div><!--kg-card-end: html-->"
        "<!--kg-card-begin: markdown--><p>b</p><!--kg-card-end: markdown-->"_s,
        u"a\n\nb"_s);
    row("footnotes",
        u"<p>One<sup class=\"footnote-ref\"><a href=\"#fn1\" id=\"fnref1\">[1]</a></sup>, two<sup "
        "class=\"footnote-ref\"><a href=\"#fn1\" id=\"fnref1:1\">[1:1]</a></sup>.</p><hr class=\"footnotes-sep\">"
        "<section class=\"footnotes\"><ol class=\"footnotes-list\"><li id=\"fn1\" class=\"footnote-item\"><p>Of "
        "<em>many</em>. <a href=\"#fnref1\" class=\"footnote-backref\">↩︎</a></p></li></ol></section><p>Three<sup><a "
        "href=\"#fn1\">[1]</a></sup></p><div class=\"footnotes\"><ol><li id=\"fn1\"><p>Another.</p></li></ol></div>"_s,
        u"One[^1], two[^1].\n\nThree[^2]\n\n[^1]: Of *many*.\n\n[^2]: Another."_s);
    row("marks of ours", u"<p>A &#xFDD0;5&#xFDD1; &lt;!-- private --&gt; b</p><p>&lt;!-- private --&gt;</p>"_s,
        u"A \uFFFD5\uFFFD \\<!-- private --> b\n\n\\<!-- private -->"_s);
    row("hostile",
        u"<p><a href=\"javascript:x()\">b</a></p><div class=\"kg-card kg-button-card\"><a "
        "href=\"javascript:x()\">c</a></div>"_s,
        u"b\n\nc"_s);
    row("cards without what makes them",
        u"<figure class=\"kg-bookmark-card\"><figcaption>a</figcaption></figure><div "
        u"class=\"kg-audio-card\"></div><div "
        "class=\"kg-callout-card\">b</div><figure class=\"kg-embed-card\">c</figure><figure "
        "class=\"kg-gallery-card\"></figure>"_s,
        u"a\n\nb\n\nc"_s);
}

void TestGhostExport::html()
{
    QFETCH(const QString, html);
    QFETCH(const QString, markdown);
    QCOMPARE(textOfHtml(html), markdown);
}

/// The HTML of some players does not say which page they play.
void TestGhostExport::playersOfTheSource()
{
    const QString figure =
        u"<figure class=\"kg-card kg-embed-card\"><iframe src=\"https://play.example/?id=7\"></iframe>"
        "</figure>"_s;
    const auto text = [&](const QString &html, const QString &cards) {
        return draftOf(post({{u"html"_s, html}, {u"lexical"_s, u"{\"root\":{\"children\":["_s + cards + u"]}}"_s}}))
            .text.trimmed();
    };
    const QString card = u"{\"type\":\"embed\",\"url\":\"https://songs.example/rain\",\"html\":\"x\"}"_s;
    QCOMPARE(text(figure, card), u"https://songs.example/rain"_s);
    QCOMPARE(text(figure + figure, card), u"https://play.example/?id=7\n\nhttps://play.example/?id=7"_s);
}

void TestGhostExport::lexical_data()
{
    QTest::addColumn<QString>("children");
    QTest::addColumn<QString>("markdown");
    const auto row = [](const char *name, const QString &children, const QString &markdown) {
        QTest::newRow(name) << children << markdown;
    };
    row("texts",
        u"{\"type\":\"extended-heading\",\"tag\":\"h3\",\"children\":[{\"type\":\"extended-text\",\"text\":\"Head\"}]},"
        "{\"type\":\"paragraph\",\"children\":[{\"type\":\"text\",\"text\":\"a * \",\"format\":0},{\"type\":\"text\","
        "\"text\":\"b\",\"format\":2},{\"type\":\"text\",\"text\":\"c\",\"format\":3},{\"type\":\"linebreak\"},"
        "{\"type\":\"text\",\"text\":\"d\",\"format\":16},{\"type\":\"text\",\"text\":\" e\",\"format\":12}]},"
        "{\"type\":\"paragraph\",\"children\":[]}"_s,
        u"### Head\n\na * *b**c***\\\n`d` ~~e~~"_s);
    row("links",
        u"{\"type\":\"paragraph\",\"children\":[{\"type\":\"text\",\"text\":\"See \"},{\"type\":\"link\",\"url\":"
        "\"__GHOST_URL__/b/\",\"children\":[{\"type\":\"text\",\"text\":\"b\",\"format\":1}]},{\"type\":\"autolink\","
        "\"url\":\"https://a.org\",\"children\":[]}]}"_s,
        u"See [**b**](https://notes.example/b/)<https://a.org>"_s);
    row("lists",
        u"{\"type\":\"list\",\"listType\":\"number\",\"start\":3,\"children\":[{\"type\":\"listitem\",\"children\":[{"
        "\"type\":\"text\",\"text\":\"a\"}]},{\"type\":\"listitem\",\"children\":[{\"type\":\"list\",\"listType\":"
        "\"bullet\",\"children\":[{\"type\":\"listitem\",\"children\":[{\"type\":\"text\",\"text\":\"b\"}]}]}]}]}"_s,
        u"3. a\n   - b"_s);
    row("quotes",
        u"{\"type\":\"extended-quote\",\"children\":[{\"type\":\"text\",\"text\":\"a\"}]},{\"type\":\"aside\","
        "\"children\":[{\"type\":\"text\",\"text\":\"b\"}]},{\"type\":\"horizontalrule\"}"_s,
        u"> a\n\n<!-- pull quote -->\n> b\n\n---"_s);
    row("code",
        u"{\"type\":\"codeblock\",\"code\":\"a\\n  b\",\"language\":\"cpp\",\"caption\":\"<b>c</b>\"},"
        "{\"type\":\"code\",\"language\":\"js\",\"children\":[{\"type\":\"code-highlight\",\"text\":\"d\"},"
        "{\"type\":\"linebreak\"},{\"type\":\"code-highlight\",\"text\":\"e\"}]}"_s,
        u"```cpp\na\n  b\n```\n\n**c**\n\n```js\nd\ne\n```"_s);
    row("pictures",
        u"{\"type\":\"image\",\"src\":\"__GHOST_URL__/a.jpg\",\"alt\":\"A\",\"caption\":\"<i>b</i>\"},"
        "{\"type\":\"gallery\",\"images\":[{\"src\":\"https://a.org/c.jpg\"},7,{\"src\":\"https://a.org/"
        "d.jpg\",\"alt\":"
        "\"D\"}],\"caption\":\"e\"}"_s,
        u"![A](https://notes.example/a.jpg \"b\")\n\n![](https://a.org/c.jpg)\n\n![D](https://a.org/d.jpg)\n\ne"_s);
    row("links alone",
        u"{\"type\":\"bookmark\",\"url\":\"https://a.org/b\",\"metadata\":{\"title\":\"B\"},\"caption\":\"c\"},"
        "{\"type\":\"embed\",\"url\":\"https://vimeo.com/1\",\"html\":\"<iframe></iframe>\"},"
        "{\"type\":\"button\",\"buttonUrl\":\"https://a.org\",\"buttonText\":\"Go\"},"
        "{\"type\":\"file\",\"src\":\"https://a.org/a.pdf\",\"fileTitle\":\"\",\"fileName\":\"a.pdf\","
        "\"fileCaption\":\"d\"},{\"type\":\"audio\",\"src\":\"https://a.org/a.mp3\",\"title\":\"E\"},"
        "{\"type\":\"video\",\"src\":\"https://a.org/a.mp4\",\"caption\":\"f\"}"_s,
        u"[B](https://a.org/b)\n\nc\n\nhttps://vimeo.com/1\n\n[Go](https://a.org)\n\n[a.pdf](https://a.org/"
        u"a.pdf)\n\nd"
        "\n\n[E](https://a.org/a.mp3)\n\nhttps://a.org/a.mp4\n\nf"_s);
    row("boxes",
        u"{\"type\":\"callout\",\"calloutText\":\"<b>a</b>\",\"calloutEmoji\":\"💡\"},"
        "{\"type\":\"callout\",\"calloutText\":\" <p><b><strong>k</strong></b></p><p>l</p>\",\"calloutEmoji\":\"💡\"},"
        "{\"type\":\"toggle\",\"heading\":\"b\",\"content\":\"<p>c</p>\"},"
        "{\"type\":\"header\",\"header\":\"d\",\"subheader\":\"e\",\"buttonEnabled\":true,\"buttonUrl\":"
        "\"https://a.org\",\"buttonText\":\"f\"},"
        "{\"type\":\"product\",\"productTitle\":\"g\",\"productRatingEnabled\":true,\"productStarRating\":3,"
        "\"productDescription\":\"<p>h</p>\"},"
        "{\"type\":\"call-to-action\",\"textValue\":\"<p>i</p>\",\"buttonUrl\":\"https://a.org\",\"buttonText\":\"j\"}"_s,
        u"💡 **a**\n\n💡 **k**\n\nl\n\n#### b\n\nc\n\n## d\n\ne\n\n[f](https://a.org)\n\n#### g\n\n★★★\n\nh\n\ni\n\n[j](https://a.org)"_s);
    row("HTML and Markdown",
        u"{\"type\":\"html\",\"html\":\"<div>a<textarea>\"},{\"type\":\"markdown\",\"markdown\":\"# b\\n\\n"
        "c[^1] <b>d</b> [e](javascript:x)\\n\\n<!-- private\\nf\\n-->\\n\\n[^1]: g\"},{\"type\":\"paragraph\","
        "\"children\":[{\"type\":\"text\",\"text\":\"h\"}]}"_s,
        u"a\n\n# b\n\nc[^1] **d** e\n\nh\n\n[^1]: g"_s);
    row("for e-mails alone",
        u"{\"type\":\"email\",\"html\":\"<p>a</p>\"},{\"type\":\"email-cta\",\"html\":\"<p>a</p>\"},{\"type\":\"html\","
        "\"html\":\"<p>a</p>\",\"visibility\":{\"web\":{\"nonMember\":false,\"memberSegment\":\"\"}}},{\"type\":"
        "\"paywall\"},{\"type\":\"html\",\"html\":\"<p>b</p>\",\"visibility\":{\"web\":{\"nonMember\":true,"
        "\"memberSegment\":\"status:free\"}}}"_s,
        u"b"_s);
    row("unknown",
        u"{\"type\":\"columns\",\"children\":[{\"type\":\"paragraph\",\"children\":[{\"type\":\"hashtag\",\"text\":"
        "\"a\"}]}]},{\"type\":\"poem\",\"title\":\"b\",\"content\":\"<p>c</p>\",\"colour\":\"d\"}"_s,
        u"a\n\nb\n\nc"_s);
    row("no card",
        u"7,null,[],{},{\"type\":7},{\"type\":\"image\",\"src\":null},{\"type\":\"text\",\"text\":\"a\",\"format\":\"b\"}"_s,
        u"a"_s);
}

void TestGhostExport::lexical()
{
    QFETCH(const QString, children);
    QFETCH(const QString, markdown);
    QCOMPARE(textOfLexical(children), markdown);
}

void TestGhostExport::mobiledoc_data()
{
    QTest::addColumn<QString>("rest");
    QTest::addColumn<QString>("markdown");
    const auto row = [](const char *name, const QString &rest, const QString &markdown) {
        QTest::newRow(name) << rest << markdown;
    };
    row("texts",
        u"\"atoms\":[[\"soft-return\",\"\",{}],[\"mention\",\"@sam\",{}]],\"markups\":[[\"em\"],[\"strong\"],[\"a\","
        "[\"href\",\"https://a.org\"]]],\"sections\":[[1,\"h2\",[[0,[],0,\"Head\"]]],[1,\"p\",[[0,[0],0,\"a\"],"
        "[0,[1],2,\"b\"],[1,[],0,0],[0,[2],1,\"c\"],[1,[],0,1]]],[1,\"aside\",[[0,[],0,\"d\"]]],"
        "[1,\"blockquote\",[[0,[],0,\"e\"]]],[3,\"ol\",[[[0,[],0,\"f\"]],[[0,[1],1,\"g\"]]]],"
        "[2,\"https://a.org/h.jpg\"]]"_s,
        u"## Head\n\n*a**b***\\\n[c](https://a.org)@sam\n\n<!-- pull quote -->\n> d\n\n> e\n\n1. f\n2. **g**\n\n"
        "![](https://a.org/h.jpg)"_s);
    row("cards",
        u"\"cards\":[[\"hr\",{}],[\"code\",{\"code\":\"a\"}],[\"card-markdown\",{\"markdown\":\"*b*\"}],"
        "[\"embed\",{\"url\":\"https://vimeo.com/1\"}]],\"sections\":[[10,1],[10,0],[10,2],[10,3]]"_s,
        u"```\na\n```\n\n---\n\n*b*\n\nhttps://vimeo.com/1"_s);
    row("out of all bounds",
        u"\"cards\":[7],\"sections\":[7,[],[10,0],[10,9],[10,-1],[99],[1,7,7],[1,\"script\",[[0,[5,-1,\"a\"],99,\"a\"],"
        "[1,[],0,7],7]],[3,\"ul\",[7,[]]]]"_s,
        u"a"_s);
}

void TestGhostExport::mobiledoc()
{
    QFETCH(const QString, rest);
    QFETCH(const QString, markdown);
    QCOMPARE(textOfMobiledoc(rest), markdown);
}

void TestGhostExport::cardsThatLeaveNothingAreNamed()
{
    const auto batch = read(post(
        {{u"html"_s, QJsonValue::Null},
         {u"lexical"_s, u"{\"root\":{\"children\":[{\"type\":\"transistor\"},{\"type\":\"signup\",\"header\":\"a\"},"
                        "{\"type\":\"poem\",\"title\":\"b\"},{\"type\":\"transistor\"}]}}"_s}}));
    QVERIFY(batch);
    QCOMPARE(batch->notes.front().draft.text, u"## a\n\nb\n"_s);
    const Warning *lost = warningOf(batch->notes.front().warnings, Warning::Kind::HtmlLeftOut);
    QVERIFY(lost);
    QCOMPARE(lost->facts, (QStringList{u"transistor"_s, u"form"_s}));
}

/// Of 2014: no wrapper, numbers for keys and moments.
void TestGhostExport::oldExports()
{
    const QByteArray file =
        "\xEF\xBB\xBF{\"data\":{\"posts\":[{\"id\":5,\"title\":\"A week\",\"slug\":\"a-week\",\"markdown\":\"One "
        "*two*.\","
        "\"html\":null,\"image\":\"/content/images/a.jpg\",\"page\":0,\"status\":\"published\",\"language\":\"de_AT\","
        "\"author_id\":1,\"published_at\":1388805572000},{\"id\":6,\"title\":\"About\",\"page\":1,\"html\":\"a\"},"
        "{\"id\":7,\"title\":\"Later\",\"html\":\"b\",\"status\":\"draft\",\"created_at\":\"2014-05-05 12:00:00\"}],"
        "\"users\":[{\"id\":1,\"name\":\"Robin Ellery\"}],\"tags\":[{\"id\":3,\"name\":\"Weeknotes\"}],"
        "\"posts_tags\":[{\"tag_id\":3,\"post_id\":5}],\"settings\":[{\"key\":\"activeTimezone\",\"value\":"
        "\"Europe/Vienna\"}]},\"meta\":{\"exported_on\":1388805572000,\"version\":\"003\"}}";
    const auto batch = read(file);
    QVERIFY(batch);
    QCOMPARE(batch->notes.size(), size_t(2));
    const NoteDraft &draft = batch->notes[0].draft;
    QCOMPARE(draft.text, u"![](content/images/a.jpg)\n\nOne *two*.\n"_s);
    QCOMPARE(draft.fields.author, u"Robin Ellery"_s);
    QCOMPARE(draft.fields.language, u"de-AT"_s);
    QCOMPARE(draft.fields.tags, QStringList(u"Weeknotes"_s));
    QCOMPARE(draft.fields.published, QDateTime(QDate(2014, 1, 4), QTime(3, 19, 32), QTimeZone::UTC));
    QCOMPARE(draft.fields.published->offsetFromUtc(), 3600);
    QCOMPARE(draft.source.key, u"?p=5"_s);
    QCOMPARE(batch->notes[1].draft.fields.written, QDate(2014, 5, 5));
    QCOMPARE(warningOf(batch->skipped, Warning::Kind::OtherItems)->facts, QStringList(u"page=1"_s));
}

void TestGhostExport::beginnings_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<bool>("isExport");
    const QByteArray data = R"("data":{"posts":[{"title":"A","html":"b"}]})";
    const QByteArray meta = R"("meta":{"exported_on":1,"version":"5"})";
    QTest::newRow("wrapped") << QByteArray("{\"db\":[{" + meta + ',' + data + "}]}") << true;
    QTest::newRow("wrapped, data first") << QByteArray("{\"db\":[{" + data + ',' + meta + "}]}") << true;
    QTest::newRow("bare") << QByteArray('{' + meta + ',' + data + '}') << true;
    QTest::newRow("bare, data first") << QByteArray('{' + data + ',' + meta + '}') << true;
    QTest::newRow("spaced") << QByteArray("\xEF\xBB\xBF\r\n { \"db\" : [ {\n" + meta + ',' + data + "}]}") << true;
    QTest::newRow("of an interface") << QByteArray(R"({"posts":[{"title":"A"}],"meta":{"page":1}})") << false;
    QTest::newRow("settings") << QByteArray(R"({"data":{"colour":"red"}})") << false;
    QTest::newRow("list") << QByteArray("[" + data + "]") << false;
    QTest::newRow("nothing") << QByteArray() << false;
}

void TestGhostExport::beginnings()
{
    QFETCH(const QByteArray, file);
    QFETCH(const bool, isExport);
    const auto batch = read(file);
    QCOMPARE(batch.has_value(), isExport);
    QVERIFY(!isExport || batch->notes.size() == 1);
}

void TestGhostExport::othersAreCounted()
{
    const QJsonArray rows{post({{u"type"_s, u"page"_s}}), post(), post({{u"type"_s, u"page"_s}}),
                          post({{u"type"_s, u"recipe"_s}}), post({{u"title"_s, u" "_s}, {u"html"_s, u"<p></p>"_s}})};
    const auto batch = read(fileOf(tables(rows)));
    QVERIFY(batch);
    QCOMPARE(batch->notes.size(), size_t(1));
    const Warning *others = warningOf(batch->skipped, Warning::Kind::OtherItems);
    QVERIFY(others);
    QCOMPARE(others->facts, (QStringList{u"empty=1"_s, u"page=2"_s, u"recipe=1"_s}));
}

void TestGhostExport::otherJsonIsNoExport()
{
    const QTemporaryDir dir;
    writeFile(dir.filePath(u"package.json"_s), "{\"name\":\"site\"}");
    writeFile(dir.filePath(u"notes.json"_s), fileOf(tables({post()})));
    ImportOptions options;
    options.today = QDate(2026, 11, 30);
    const auto batch = readArchive({dir.path()}, options);
    QVERIFY(batch);
    QCOMPARE(batch->read, 1);
    QVERIFY(batch->skipped.empty());
    const auto given = readArchive({dir.filePath(u"notes.json"_s), dir.filePath(u"package.json"_s)}, options);
    QVERIFY(given);
    QVERIFY(warningOf(given->skipped, Warning::Kind::OtherForm));
    const auto alone = readArchive({dir.filePath(u"package.json"_s)}, options);
    QVERIFY(!alone);
    QCOMPARE(alone.error().kind, Error::Kind::NothingToImport);
}

void TestGhostExport::brokenJsonSaysWhere()
{
    const QByteArray whole = fileOf(tables({post()}));
    const auto batch = read(whole.first(whole.indexOf("\"title\"")), u"notes.json"_s, false);
    QVERIFY(!batch);
    QCOMPARE(batch.error().kind, Error::Kind::Malformed);
    QVERIFY(batch.error().line > 5);
    const auto deep = read("{\"db\":[{\"data\":{\"posts\":" + QByteArray(100'000, '['), u"notes.json"_s, false);
    QVERIFY(!deep);
    QCOMPARE(deep.error().kind, Error::Kind::Malformed);
}

void TestGhostExport::theSameAgainIsTheSame()
{
    const NoteDraft first = draftOf(post());
    QCOMPARE(draftOf(post()).source, first.source);
    for (const auto &key :
         {u"title"_s, u"html"_s, u"custom_excerpt"_s, u"feature_image"_s, u"status"_s, u"lexical"_s}) {
        const Provenance other = draftOf(post({{key, u"<p>other</p>"_s}})).source;
        QCOMPARE(other.key, first.source.key);
        QVERIFY2(other.contentHash != first.source.contentHash, qPrintable(key));
    }
    QVERIFY(draftOf(post({{u"author_id"_s, u"u2"_s}})).source.contentHash != first.source.contentHash);
}

/// Any value may stand at any key.
void TestGhostExport::valuesOfAnyKind()
{
    const QJsonArray values{QJsonValue::Null,
                            true,
                            -1,
                            1e300,
                            u"a\uFDD0\u0007b"_s,
                            QJsonArray{1},
                            QJsonObject(),
                            QJsonArray{QJsonObject{{u"id"_s, QJsonObject()}}}};
    const QJsonObject whole = tables({post()}, {{u"tags"_s, QJsonArray()},
                                                {u"posts_tags"_s, QJsonArray()},
                                                {u"posts_authors"_s, QJsonArray()},
                                                {u"posts_meta"_s, QJsonArray()}});
    for (const auto &value : values) {
        for (const QString &key : whole.keys()) {
            QJsonObject data = whole;
            data.insert(key, value);
            const auto batch = read(fileOf(data));
            QVERIFY(batch || key == u"posts");
        }
        for (const QString &key : post().keys()) {
            const auto batch = read(post({{key, value}}));
            QVERIFY(batch || key == u"type");
        }
    }
}

void TestGhostExport::readingStops()
{
    QJsonArray rows;
    for (int i = 0; i < 50; ++i)
        rows += post({{u"uuid"_s, QString::number(i)}});
    const QTemporaryDir dir;
    writeFile(dir.filePath(u"notes.json"_s), fileOf(tables(rows)));
    ImportOptions options;
    options.today = QDate(2026, 11, 30);
    int asked = 0;
    options.progress = [&asked](const ReadingProgress &) { return ++asked < 10; };
    const auto batch = readArchive({dir.path()}, options);
    QVERIFY(batch);
    QVERIFY(batch->notes.size() < 10);
    QCOMPARE(asked, 10);
}

void TestGhostExport::longInputs_data()
{
    QTest::addColumn<QString>("html");
    QTest::addColumn<QString>("lexical");
    QTest::addColumn<QString>("mobiledoc");
    constexpr int times = 20000;
    const auto root = [](const QString &children) { return u"{\"root\":{\"children\":["_s + children + u"]}}"_s; };
    QTest::newRow("embeds") << u"<figure class=\"kg-embed-card\">"_s.repeated(1000) << QString() << QString();
    QTest::newRow("galleries") << u"<div class=\"kg-gallery-card\"><img src=\"a\">"_s.repeated(1000) << QString()
                               << QString();
    QTest::newRow("callouts") << u"<div class=\"kg-callout-card\"><div class=\"kg-callout-text\">a"_s.repeated(1000)
                              << QString() << QString();
    QTest::newRow("footnotes")
        << u"<p><sup><a href=\"#a\">1</a></sup></p><div class=\"footnotes\"><ol><li id=\"a\">b</li>"
           "</ol></div>"_s.repeated(times)
        << QString() << QString();
    QTest::newRow("formats")
        << QString()
        << root(u"{\"type\":\"text\",\"text\":\"a\",\"format\":1},{\"type\":\"text\",\"text\":\"b\","
                "\"format\":23},"_s.repeated(times) +
                u"{}"_s)
        << QString();
    QTest::newRow("nested")
        << QString()
        << root(u"{\"type\":\"list\",\"children\":[{\"type\":\"listitem\",\"children\":["_s.repeated(200) +
                u"{\"type\":\"text\",\"text\":\"a\"}"_s + u"]}]}"_s.repeated(200))
        << QString();
    QTest::newRow("markups") << QString() << QString()
                             << u"{\"version\":\"0.3.2\",\"markups\":[[\"em\"]],\"sections\":[[1,\"p\",["_s +
                                    u"[0,[0,0,0],0,\"a\"],"_s.repeated(times) + u"[0,[],9,\"a\"]]]]}"_s;
    QTest::newRow("too much") << QString(17 * 1024 * 1024, u'a') << QString() << QString();
}

void TestGhostExport::longInputs()
{
    QFETCH(const QString, html);
    QFETCH(const QString, lexical);
    QFETCH(const QString, mobiledoc);
    const auto batch = read(post({{u"html"_s, html}, {u"lexical"_s, lexical}, {u"mobiledoc"_s, mobiledoc}}));
    QVERIFY(batch);
    QCOMPARE(batch->notes.size(), size_t(1));
    QCOMPARE(warningOf(batch->notes.front().warnings, Warning::Kind::TooLarge) != nullptr, html.size() > 16'000'000);
}

QTEST_GUILESS_MAIN(TestGhostExport)
#include "tst_ghostexport.moc"
