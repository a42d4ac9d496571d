// SPDX-License-Identifier: GPL-3.0-or-later
// WEEKNOTES_REFRESH_GOLDEN=1 writes tests/data/medium anew. WEEKNOTES_MEDIUM=DIR writes the samples there as an
// archive, to be judged by tests/judges/medium.test.mjs.
#include "html/htmltree.h"
#include "publisher/flatten.h"
#include "publisher/mediumarchive.h"
#include "publisher/mediumbody.h"
#include "publisher/sampleposts.h"
#include "support/rounds.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QSet>
#include <QTest>

#include <KZip>

using namespace Weeknotes;
using namespace Qt::StringLiterals;

namespace {

const MediumFacts facts{.id = NoteId(QUuid::fromString(u"01900000-0000-7000-8000-000000000001"_s)),
                        .draft = false,
                        .exported = QDate(2026, 11, 23)};

/// The text's flattening, as Markdown's own HTML.
QString flat(const QString &text)
{
    LossList losses;
    const Post post = samplePost(text);
    class Writer final : public Markdown::HtmlWriter
    {
        bool headingIds() const override { return false; }
    };
    return Writer().write(*flattened(post, losses)).trimmed();
}

QString fileOf(const Post &post, const MediumFacts &about = facts)
{
    return QString::fromUtf8(mediumPost(post, about).front().data);
}

QString bodyOf(const QString &text)
{
    const QString html = fileOf(samplePost(text));
    const qsizetype begin = html.indexOf(u"graf--subtitle"_s);
    return html.sliced(html.indexOf(u"</h4>"_s, begin) + 5).section(u"</div></div></section>\n</section>"_s, 0, 0);
}

/// The names of grafs and sections are by their place.
QString withoutNames(QString html)
{
    static const QRegularExpression names(u" name=\"[0-9a-f]+\"( id=\"[0-9a-f]+\")?"_s);
    return html.remove(names);
}

QByteArray zipped(const std::vector<MediumFile> &files)
{
    QBuffer buffer;
    MediumZip zip(buffer);
    for (const MediumFile &file : files) {
        if (!zip.add(file))
            return {};
    }
    return zip.end() ? buffer.data() : QByteArray();
}

void visit(const std::vector<HtmlNode> &nodes, const std::function<void(const HtmlNode &)> &with)
{
    for (const HtmlNode &node : nodes) {
        with(node);
        visit(node.children, with);
    }
}

} // namespace

class TestMediumArchive : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void flattens_data();
    void flattens();
    void lossesAreNamed();
    void goldenPosts_data();
    void goldenPosts();
    void grafs_data();
    void grafs();
    void sections();
    void names();
    void titlesAreHeldTogether();
    void drafts();
    void daysAreThoseInUtc();
    void footer();
    void images();
    void players();
    void hiddenWordsStayHidden();
    void anyTextIsSound();
    void profile();
    void zip();
    void zipIsTheSameEachTime();
    void zipOnAFullDisk();
};

void TestMediumArchive::flattens_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("html");
    const auto row = [](const char *name, const QString &text, const QString &html) {
        QTest::newRow(name) << text << html;
    };
    row("nested list", u"- a\n- b\n  - c\n    - d\n  - e\n- f"_s,
        u"<ul>\n<li>a</li>\n<li>b<br>\n– c<br>\n– – d<br>\n– e</li>\n<li>f</li>\n</ul>"_s);
    row("nested numbers", u"1. a\n   1. b\n   2. c\n2. d"_s,
        u"<ol>\n<li>a<br>\n– 1. b<br>\n– 2. c</li>\n<li>d</li>\n</ol>"_s);
    row("paragraphs in items", u"- a\n\n  b\n- c"_s, u"<ul>\n<li>a<br>\nb</li>\n<li>c</li>\n</ul>"_s);
    row("code in a numbered list", u"1. a\n\n   ```\n   x\n   ```\n2. b"_s,
        u"<p>1. a</p>\n<pre><code>x\n</code></pre>\n<p>2. b</p>"_s);
    row("code behind a numbered list", u"1. a\n2. b\n\n   ```\n   x\n   ```"_s,
        u"<ol>\n<li>a</li>\n<li>b</li>\n</ol>\n<pre><code>x\n</code></pre>"_s);
    row("code in a list", u"- a\n\n  ```\n  x\n  ```\n- b"_s,
        u"<ul>\n<li>a</li>\n</ul>\n<pre><code>x\n</code></pre>\n<ul>\n<li>b</li>\n</ul>"_s);
    row("a list from four on", u"4. a\n5. b"_s, u"<p>4. a</p>\n<p>5. b</p>"_s);
    row("tasks", u"- [x] a\n- [ ] b"_s, u"<ul>\n<li>☑ a</li>\n<li>☐ b</li>\n</ul>"_s);
    row("table", u"| Day | People |\n|---|---|\n| Monday | *4* |\n| | 11 |\n| | |"_s,
        u"<ul>\n<li>Day: Monday; People: <em>4</em></li>\n<li>People: 11</li>\n</ul>"_s);
    row("table of a header", u"| Day | People |\n|---|---|"_s, u"<ul>\n<li>Day; People</li>\n</ul>"_s);
    row("footnotes", u"a[^x] b[^y] c[^x]\n\n[^x]: One.\n[^y]: Two.\n\n    More."_s,
        u"<p>a[1] b[2] c[1]</p>\n<h3>Notes</h3>\n<ol>\n<li>One.</li>\n<li>Two.<br>\nMore.</li>\n</ol>"_s);
    row("headings", u"# a\n\n## b\n\n### c\n\n###### d"_s, u"<h2>a</h2>\n<h2>b</h2>\n<h3>c</h3>\n<h3>d</h3>"_s);
    row("quotes", u"> a\n\n> b\n>\n> # c\n> - d\n>\n> > e"_s,
        u"<blockquote>\n<p>a</p>\n<p>b</p>\n<p><strong>c</strong></p>\n<p>– d</p>\n<p>e</p>\n</blockquote>"_s);
    row("code in a quote", u"> a\n>\n> ```\n> x\n> ```\n>\n> b"_s,
        u"<blockquote>\n<p>a</p>\n</blockquote>\n<pre><code>x\n</code></pre>\n<blockquote>\n<p>b</p>\n</blockquote>"_s);
    row("images in a line", u"a ![b](images/printer.png) c\nd"_s,
        u"<p>a  c d</p>\n<figure><img src=\"images/printer.png\" alt=\"b\"></figure>"_s);
    row("an image that is lost", u"a ![b](images/lost.png) c"_s, u"<p>a b c</p>"_s);
    row("an image that links", u"[![b](images/printer.png)](https://x.example/)"_s,
        u"<p><a href=\"https://x.example/\">https://x.example/</a></p>\n"
        "<figure><img src=\"images/printer.png\" alt=\"b\"></figure>"_s);
    row("links",
        u"[a](week:2026-W46) [b](week:2026-W40) [c](#there) [d](../e/) [f](javascript:g) [h](mailto:i@j.example)"_s,
        u"<p><a href=\"https://robin.example/notes/a-quiet-week/?a=1&amp;b=2\">a</a> b c "
        "<a href=\"https://robin.example/notes/e/\">d</a> f <a href=\"mailto:i@j.example\">h</a></p>"_s);
    row("separators", u"---\n\na\n\n---\n\n---\n\nb\n\n---"_s, u"<p>a</p>\n<hr>\n<p>b</p>"_s);
    row("struck words and tags", u"a ~~b~~ <b>c</b>\n\n<div>d</div>"_s, u"<p>a b <strong>c</strong></p>\n<p>d</p>"_s);
    row("sup and sub", u"10<sup>-6</sup> H<sub>2</sub>O 1<sup>st</sup>"_s, u"<p>10⁻⁶ H₂O 1st</p>"_s);
    row("HTML table", u"<table><tr><td>a</td><td>b</td></tr></table>"_s, u"<ul>\n<li>a; b</li>\n</ul>"_s);
    row("HTML", u"a <kbd>b</kbd>\n\n<details><summary>c</summary>\n\nd\n\n</details>"_s,
        u"<p>a b</p>\n<p>c</p>\n<p>d</p>"_s);
    row("the title again", u"# What the library counter taught us\n\na"_s, u"<p>a</p>"_s);
    row("appeals and more", u"<!-- appeal: x -->\na\n<!-- /appeal -->\n\n<!--more-->\n\nb"_s, u"<p>a</p>\n<p>b</p>"_s);
}

void TestMediumArchive::flattens()
{
    QFETCH(const QString, text);
    QFETCH(const QString, html);
    QCOMPARE(flat(text), html);
}

void TestMediumArchive::lossesAreNamed()
{
    LossList losses;
    const Post post = samplePost(u"| a |\n|---|\n| b |\n\n- c\n  - d\n\n| e |\n|---|\n| f |"_s);
    (void)flattened(post, losses);
    const auto found = losses.take();
    QCOMPARE(found.size(), 2);
    QCOMPARE(found[0], (Loss{Loss::Kind::Table, Loss::Fate::ListOfRows, 2, {0, 17}}));
    QCOMPARE(found[1].kind, Loss::Kind::NestedList);
    QCOMPARE(found[1].count, 1);
}

void TestMediumArchive::goldenPosts_data()
{
    QTest::addColumn<QString>("name");
    for (const QString &name : {u"everything"_s, u"hostile"_s, u"minimal"_s, u"rtl"_s, u"cjk"_s})
        QTest::newRow(qPrintable(name)) << name;
}

void TestMediumArchive::goldenPosts()
{
    QFETCH(const QString, name);
    const QString baseUrl = name == "rtl"_L1 ? QString() : u"https://robin.example/notes"_s;
    MediumFacts about = facts;
    about.id = NoteId(QUuid::createUuidV5(QUuid(), name));
    const auto files = mediumPost(buildPost(pageSample(name), sampleContext(baseUrl)), about);
    if (const QString folder = qEnvironmentVariable("WEEKNOTES_MEDIUM"); !folder.isEmpty()) {
        std::vector<MediumFile> all = files;
        all.push_back(mediumProfile(u"Robin Ellery"_s, QUrl(u"https://robin.example/notes"_s)));
        for (const MediumFile &sample : all) {
            const QString path = folder + u'/' + sample.name;
            QVERIFY(QDir().mkpath(QFileInfo(path).path()));
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(sample.data) == sample.data.size());
        }
    }
    const QByteArray html = QByteArray(files.front().data).replace("><", ">\n<");
    QCOMPARE(html.split('\n'), golden(u"medium/"_s + name + u".html"_s, html).split('\n'));
}

void TestMediumArchive::grafs_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("html");
    const auto row = [](const char *name, const QString &text, const QString &html) {
        QTest::newRow(name) << text << html;
    };
    row("paragraph", u"a **b** `c` [d](https://x.example/?a=1&b=2)"_s,
        u"<p class=\"graf graf--p graf-after--h4 graf--trailing\">a <strong class=\"markup--strong markup--p-strong\">b"
        "</strong> <code class=\"markup--code markup--p-code\">c</code> <a href=\"https://x.example/?a=1&amp;b=2\" "
        "data-href=\"https://x.example/?a=1&amp;b=2\" class=\"markup--anchor markup--p-anchor\" rel=\"noopener\" "
        "target=\"_blank\">d</a></p>"_s);
    row("list", u"- a\n- b"_s,
        u"<ul class=\"postList\"><li class=\"graf graf--li graf-after--h4\">a</li>"
        "<li class=\"graf graf--li graf-after--li graf--trailing\">b</li></ul>"_s);
    row("code", u"```sh\na <b>\n\nc\n```"_s,
        u"<pre data-code-block-mode=\"2\" spellcheck=\"false\" data-code-block-lang=\"sh\" class=\"graf graf--pre "
        "graf-after--h4 graf--trailing graf--preV2\"><span class=\"pre--content\">a &lt;b&gt;<br><br>c</span></pre>"_s);
    row("quotes", u"> a\n\n<!-- pull quote -->\n> b"_s,
        u"<blockquote class=\"graf graf--blockquote graf-after--h4\">a</blockquote>"
        "<blockquote class=\"graf graf--pullquote graf-after--blockquote graf--trailing\">b</blockquote>"_s);
    row("card", u"[https://soundcloud.com/a/b](https://soundcloud.com/a/b \"A song\")"_s,
        u"<div class=\"graf graf--mixtapeEmbed graf-after--h4 graf--trailing\"><a href=\"https://soundcloud.com/a/b\" "
        "data-href=\"https://soundcloud.com/a/b\" class=\"markup--anchor markup--mixtapeEmbed-anchor\" "
        "title=\"https://soundcloud.com/a/b\"><strong class=\"markup--strong markup--mixtapeEmbed-strong\">A song"
        "</strong><br>soundcloud.com</a></div>"_s);
    row("player", u"https://youtu.be/abc123def"_s,
        u"<figure class=\"graf graf--figure graf-after--h4 graf--trailing graf--iframe\">"
        "<iframe src=\"https://www.youtube.com/embed/abc123def?feature=oembed\" width=\"700\" height=\"393\" "
        "frameborder=\"0\" scrolling=\"no\"></iframe></figure>"_s);
}

void TestMediumArchive::grafs()
{
    QFETCH(const QString, text);
    QFETCH(const QString, html);
    QCOMPARE(withoutNames(bodyOf(text)), html);
}

void TestMediumArchive::sections()
{
    const QString html = fileOf(samplePost(u"a\n\n---\n\nb\n\n---\n\nc"_s));
    QCOMPARE(html.count(u"<section name="_s), 3);
    QCOMPARE(html.count(u"<div class=\"section-divider\"><hr class=\"section-divider\"></div>"_s), 3);
    QCOMPARE(html.count(u"section--first"_s), 1);
    QCOMPARE(html.count(u"section--last"_s), 1);
    QCOMPARE(html.count(u"graf--leading"_s), 3);
    QCOMPARE(html.count(u"graf--trailing"_s), 3);
    QVERIFY(html.indexOf(u"section--first"_s) < html.indexOf(u">a<"_s));
    QVERIFY(html.indexOf(u"section--last"_s) > html.indexOf(u">b<"_s));
    QVERIFY(fileOf(samplePost({})).contains(u"section section--body section--first section--last"_s));
}

void TestMediumArchive::names()
{
    const auto nameOf = [](const QString &title) {
        Note note = sampleNote({});
        note.header.fields.title = title;
        return mediumPost(buildPost(note, sampleContext()), facts).front().name;
    };
    QCOMPARE(nameOf(u"Café: “3.09” is out"_s), u"posts/2026-11-22_Cafe---3-09--is-out-6f2d6a8ca3a5.html"_s.replace(
                                                   u"6f2d6a8ca3a5"_s, nameOf(u"x"_s).right(17).left(12)));
    for (const QString &title : {u"../../etc/passwd"_s, u"图书馆"_s, QString(400, u'a'), u"CON"_s, u"a\nb\u0001"_s}) {
        static const QRegularExpression form(u"^posts/2026-11-22_[A-Za-z0-9-]{1,100}-[0-9a-f]{12}\\.html$"_s);
        QVERIFY2(form.match(nameOf(title)).hasMatch(), qPrintable(nameOf(title)));
    }
    MediumFacts other = facts;
    other.id = NoteId(QUuid::fromString(u"01900000-0000-7000-8000-000000000002"_s));
    QVERIFY(mediumPost(samplePost({}), other).front().name != mediumPost(samplePost({}), facts).front().name);
}

void TestMediumArchive::titlesAreHeldTogether()
{
    const auto titleOf = [](const QString &title) {
        Note note = sampleNote({});
        note.header.fields.title = title;
        const QString html = fileOf(buildPost(note, sampleContext()));
        return html.section(u"graf--title\">"_s, 1).section(u"</h3>"_s, 0, 0);
    };
    QCOMPARE(titleOf(u"What the counter taught us"_s), u"What the counter taught\u00A0us"_s);
    QCOMPARE(titleOf(u"Short week"_s), u"Short week"_s);
    QCOMPARE(titleOf(u"A week of appointments"_s), u"A week of appointments"_s);
}

void TestMediumArchive::drafts()
{
    MediumFacts draft = facts;
    draft.draft = true;
    const auto file = mediumPost(samplePost(u"a"_s), draft).front();
    QVERIFY(file.name.startsWith(u"posts/draft_What-the-library-counter-taught-us-"_s));
    const QString html = QString::fromUtf8(file.data);
    QVERIFY(html.contains(u">View original.</a>"_s));
    QVERIFY(!html.contains(u"dt-published"_s));
    QVERIFY(!html.contains(u"p-canonical"_s));

    Note undated = sampleNote(u"a"_s);
    undated.header.fields.published.reset();
    undated.header.fields.covers.reset();
    QVERIFY(mediumPost(buildPost(undated, sampleContext()), facts).front().name.startsWith(u"posts/draft_"_s));
}

void TestMediumArchive::daysAreThoseInUtc()
{
    Note note = sampleNote(u"a"_s);
    note.header.fields.published = QDateTime(QDate(2021, 3, 5), QTime(0, 30), QTimeZone(7200));
    const auto file = mediumPost(buildPost(note, sampleContext()), facts).front();
    QVERIFY(file.name.startsWith(u"posts/2021-03-04_"_s));
    QVERIFY(file.data.contains("datetime=\"2021-03-04T22:30:00.000Z\">March 4, 2021</time>"));
    note.header.fields.published.reset();
    note.header.fields.covers = Period{QDate(2021, 3, 1), QDate(2021, 3, 7)};
    QVERIFY(fileOf(buildPost(note, sampleContext())).contains(u"datetime=\"2021-03-07T12:00:00.000Z\""_s));
}

void TestMediumArchive::footer()
{
    const QString html = fileOf(samplePost(u"a"_s));
    QVERIFY(html.contains(u"<p class=\"p-tags\">Tagged in <a href=\"https://medium.com/tag/weeknotes\" class=\"p-tag\">"
                          "Weeknotes</a>, <a href=\"https://medium.com/tag/public-libraries\" class=\"p-tag\">"_s));
    QVERIFY(html.contains(u"class=\"p-author h-card\">Robin Ellery</a>"_s));
    QVERIFY(html.contains(
        u"<a href=\"https://robin.example/notes/what-the-library-counter-taught-us/\" class=\"p-canonical\">"_s));
    QVERIFY(html.contains(u"<p>Exported from Weeknotes on November 23, 2026.</p>"_s));
    // Ghost's importer stumbles over a post without that link.
    const auto nowhere = mediumPost(samplePost(u"a"_s, {}), facts).front();
    QVERIFY(nowhere.data.contains("<a href=\"" + nowhere.name.sliced(6).toUtf8() + "\" class=\"p-canonical\">"));
}

void TestMediumArchive::images()
{
    const QString text = u"![Words](images/printer.png \"A & b\")\n\n![](https://pictures.example/one.jpg)"_s;
    const auto known = mediumPost(samplePost(text), facts);
    QCOMPARE(known.size(), 1);
    QVERIFY(known.front().data.contains(
        "<img class=\"graf-image\" data-image-id=\"printer.png\" data-width=\"680\" data-height=\"380\" alt=\"Words\" "
        "src=\"https://robin.example/notes/what-the-library-counter-taught-us/images/printer.png\">"
        "<figcaption class=\"imageCaption\">A &amp; b</figcaption>"));
    QVERIFY(known.front().data.contains("data-image-id=\"one.jpg\" src=\"https://pictures.example/one.jpg\">"));
    const auto nowhere = mediumPost(samplePost(text, {}), facts);
    QCOMPARE(nowhere.size(), 2);
    QCOMPARE(nowhere.back().name, u"images/what-the-library-counter-taught-us/printer.png"_s);
    QVERIFY(nowhere.front().data.contains("src=\"../" + nowhere.back().name.toUtf8() + '"'));
}

void TestMediumArchive::players()
{
    for (const QString &address : {u"https://www.youtube.com/watch?v=abc123def"_s, u"https://vimeo.com/123456"_s,
                                   u"https://open.spotify.com/track/4cOdK2wGLETKBW3PvgPWqT"_s}) {
        QVERIFY(!playerOf(address).isEmpty());
        QCOMPARE(addressOfFrame(playerOf(address)), address);
    }
    // Where it begins would be lost.
    QVERIFY(playerOf(u"https://www.youtube.com/watch?v=abc123def&t=4"_s).isEmpty());
    QVERIFY(playerOf(u"https://www.youtube.com/watch?v=abc\"def"_s).isEmpty());
}

void TestMediumArchive::hiddenWordsStayHidden()
{
    for (int round = 0; round < rounds(200); ++round) {
        const QString text = randomMarkdown(quint32(round));
        const QString html = fileOf(samplePost(text, round % 2 == 0 ? u"https://robin.example/notes"_s : QString()));
        QVERIFY2(!html.contains(u"secret"_s), qPrintable(text + u"\n\n"_s + html));
    }
}

/// Each graf has a name of its own, and parsed it is the same tree that was written.
void TestMediumArchive::anyTextIsSound()
{
    static const QSet<QString> known{
        u"article"_s, u"header"_s, u"h1"_s,   u"section"_s,    u"div"_s,    u"hr"_s,     u"h3"_s,
        u"h4"_s,      u"p"_s,      u"ul"_s,   u"ol"_s,         u"li"_s,     u"figure"_s, u"figcaption"_s,
        u"img"_s,     u"pre"_s,    u"span"_s, u"blockquote"_s, u"iframe"_s, u"a"_s,      u"strong"_s,
        u"em"_s,      u"code"_s,   u"br"_s,   u"footer"_s,     u"time"_s};
    for (int round = 0; round < rounds(200); ++round) {
        const QString text = randomMarkdown(quint32(round) + 1000);
        const QString html = fileOf(samplePost(text));
        QSet<QString> names;
        int opened = 0;
        visit(*parseHtml(html), [&](const HtmlNode &node) {
            if (node.isText())
                return;
            ++opened;
            QVERIFY2(known.contains(node.name), qPrintable(node.name + u'\n' + text));
            if (const QString name = node.attributes.value(u"name"_s); !name.isEmpty()) {
                QVERIFY(!names.contains(name));
                names.insert(name);
            }
            QVERIFY(!node.attributes.value(u"href"_s).startsWith(u"javascript"_s));
        });
        static const QRegularExpression tags(u"<[a-z]"_s);
        const QString body = html.sliced(html.indexOf(u"<body>"_s) + 6);
        QCOMPARE(opened, body.count(tags));
    }
}

void TestMediumArchive::profile()
{
    const MediumFile file = mediumProfile(u"Robin <Ellery>"_s, QUrl(u"https://robin.example/?a=1&b=2"_s));
    QCOMPARE(file.name, u"profile/profile.html"_s);
    QVERIFY(file.data.contains("<h3 class=\"p-name\">Robin &lt;Ellery&gt;</h3>"));
    QVERIFY(file.data.contains("<a class=\"u-url\" href=\"https://robin.example/?a=1&amp;b=2\">"));
}

void TestMediumArchive::zip()
{
    auto files = mediumPost(samplePost(u"![](images/printer.png)"_s, {}), facts);
    files.push_back(mediumProfile(u"Robin"_s, {}));
    QByteArray bytes = zipped(files);
    QBuffer buffer(&bytes);
    KZip zip(&buffer);
    QVERIFY(zip.open(QIODevice::ReadOnly));
    for (const MediumFile &file : files) {
        const KArchiveFile *entry = zip.directory()->file(file.name);
        QVERIFY2(entry, qPrintable(file.name));
        QCOMPARE(entry->data(), file.data);
    }
    QVERIFY(!zipped({}).isEmpty());
}

void TestMediumArchive::zipIsTheSameEachTime()
{
    const auto files = mediumPost(samplePost(u"![](images/printer.png)"_s, {}), facts);
    const QByteArray first = zipped(files);
    QCOMPARE(zipped(files), first);
    QCOMPARE(first.mid(10, 4), QByteArray("\0\0\x21\0", 4)); // midnight, 1 January 1980, wherever we are
}

void TestMediumArchive::zipOnAFullDisk()
{
    class Full final : public QIODevice
    {
        bool isSequential() const override { return false; }
        qint64 readData(char *, qint64) override { return -1; }
        qint64 writeData(const char *, qint64) override { return -1; }
    };
    Full device;
    MediumZip zip(device);
    const auto added = zip.add({u"posts/a.html"_s, "a"});
    QVERIFY(!added || !zip.end());
}

QTEST_GUILESS_MAIN(TestMediumArchive)
#include "tst_mediumarchive.moc"
