// SPDX-License-Identifier: GPL-3.0-or-later
// The clips of tests/data/pages, as tests/data/clips has them; WEEKNOTES_REFRESH_GOLDEN=1 writes those anew.
#include "html/htmltree.h"
#include "publisher/clip.h"
#include "publisher/sampleposts.h"
#include "support/rounds.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Weeknotes;
using namespace Qt::StringLiterals;

namespace {

struct Target
{
    QString name;
    ClipTarget target;
};
const std::vector<Target> targets{{u"medium"_s, ClipTarget::Medium},
                                  {u"wordpress"_s, ClipTarget::WordPress},
                                  {u"documents"_s, ClipTarget::Documents},
                                  {u"plain"_s, ClipTarget::PlainText}};

QString html(const QString &text, ClipTarget target)
{
    return clipOf(samplePost(text), target).html;
}

/// The tree as text, to compare two of them.
QString written(const std::vector<HtmlNode> &nodes)
{
    QString all;
    for (const HtmlNode &node : nodes) {
        if (node.isText()) {
            all += node.text.toHtmlEscaped();
            continue;
        }
        QStringList names = node.attributes.keys();
        names.sort();
        all += u'<' + node.name;
        for (const QString &name : std::as_const(names))
            all += u' ' + name + u"=\""_s + node.attributes.value(name).toHtmlEscaped() + u'"';
        static const QSet<QString> alone{u"br"_s, u"hr"_s, u"img"_s, u"meta"_s};
        all += alone.contains(node.name) ? u">"_s : u'>' + written(node.children) + u"</"_s + node.name + u'>';
    }
    return all;
}

void visit(const std::vector<HtmlNode> &nodes, const std::function<void(const HtmlNode &)> &with)
{
    for (const HtmlNode &node : nodes) {
        with(node);
        visit(node.children, with);
    }
}

/// What could run, or lead astray; empty if nothing.
QString harmIn(const QString &html)
{
    static const QSet<QString> known{
        u"p"_s,   u"h1"_s,     u"h2"_s,      u"h3"_s,         u"h4"_s,     u"h5"_s,         u"h6"_s,
        u"ul"_s,  u"ol"_s,     u"li"_s,      u"pre"_s,        u"code"_s,   u"blockquote"_s, u"a"_s,
        u"img"_s, u"figure"_s, u"br"_s,      u"figcaption"_s, u"strong"_s, u"em"_s,         u"del"_s,
        u"hr"_s,  u"table"_s,  u"thead"_s,   u"tr"_s,         u"tbody"_s,  u"td"_s,         u"th"_s,
        u"sup"_s, u"div"_s,    u"details"_s, u"summary"_s,    u"abbr"_s,   u"cite"_s,       u"ins"_s,
        u"kbd"_s, u"mark"_s,   u"samp"_s,    u"small"_s,      u"sub"_s,    u"u"_s};
    static const QRegularExpression safe(
        u"^(?:https?://|mailto:|#fn-\\d+$|data:image/(?:png|jpeg|gif|webp|svg\\+xml);base64,)"_s);
    QString harm;
    visit(*parseHtml(html), [&](const HtmlNode &node) {
        if (!node.isText() && !known.contains(node.name))
            harm = node.name;
        for (auto it = node.attributes.cbegin(); it != node.attributes.cend(); ++it) {
            const bool leads = it.key() == "href"_L1 || it.key() == "src"_L1;
            if (it.key().startsWith("on"_L1) || (leads && !safe.match(it.value()).hasMatch()))
                harm = it.key() + u'=' + it.value();
        }
    });
    return harm;
}

} // namespace

class TestClip : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goldenClips_data();
    void goldenClips();
    void hiddenWordsStayHidden();
    void anyTextIsSafeAndSound();
    void blocksAreBalanced();
    void titles();
    void medium();
    void blockMarkup_data();
    void blockMarkup();
    void commentsOfBlocksHoldAnyText();
    void documents_data();
    void documents();
    void markdown();
    void imagesThatCanNotGo();
    void imagesAreBounded();
};

void TestClip::goldenClips_data()
{
    QTest::addColumn<QString>("sample");
    QTest::addColumn<QString>("target");
    for (const QString &sample : {u"everything"_s, u"hostile"_s}) {
        for (const Target &target : targets)
            QTest::addRow("%s-%s", qPrintable(sample), qPrintable(target.name)) << sample << target.name;
    }
}

void TestClip::goldenClips()
{
    QFETCH(const QString, sample);
    QFETCH(const QString, target);
    const auto found = std::ranges::find(targets, target, &Target::name);
    const Clip clip = clipOf(buildPost(pageSample(sample), sampleContext()), found->target);
    const bool isPlain = clip.html.isEmpty();
    static const QRegularExpression data(u"base64,[A-Za-z0-9+/=]+"_s);
    const QByteArray made = (isPlain ? clip.text : QString(clip.html).replace(data, u"base64,…"_s)).toUtf8();
    const QString name = u"clips/"_s + sample + u'-' + target + (isPlain ? u".txt"_s : u".html"_s);
    QCOMPARE(made.split('\n'), golden(name, made).split('\n'));
    QCOMPARE(harmIn(clip.html), QString());
}

void TestClip::hiddenWordsStayHidden()
{
    for (int round = 0; round < rounds(200); ++round) {
        const QString text = randomMarkdown(quint32(round) + 5000);
        const Post post = samplePost(text, round % 2 == 0 ? u"https://robin.example/notes"_s : QString());
        for (const Target &target : targets) {
            const Clip clip = clipOf(post, target.target);
            QVERIFY2(!clip.html.contains(u"secret"_s) && !clip.text.contains(u"secret"_s), qPrintable(text));
        }
        const QString markdown = markdownClip(sampleNote(text), post, sampleContext().today).text;
        QVERIFY2(!markdown.contains(u"secret"_s), qPrintable(text + u"\n\n"_s + markdown));
    }
}

/// Whatever is in the text, the parser reads the tree that was written: nothing of it is markup by mistake.
void TestClip::anyTextIsSafeAndSound()
{
    for (int round = 0; round < rounds(200); ++round) {
        const QString text = randomMarkdown(quint32(round) + 9000);
        const Post post = samplePost(text, round % 2 == 0 ? u"https://robin.example/notes"_s : QString());
        for (const Target &target : targets) {
            const QString html = clipOf(post, target.target).html;
            QCOMPARE(harmIn(html), QString());
            const QString once = written(*parseHtml(html));
            QCOMPARE(written(*parseHtml(once)), once);
            static const QRegularExpression opening(u"<[a-z]"_s);
            int elements = 0;
            visit(*parseHtml(html), [&](const HtmlNode &node) { elements += node.isText() ? 0 : 1; });
            QVERIFY2(elements == html.count(opening) - html.count(u"<meta"_s), qPrintable(text + u'\n' + html));
        }
    }
}

void TestClip::blocksAreBalanced()
{
    for (int round = 0; round < rounds(200); ++round) {
        const QString markup = html(randomMarkdown(quint32(round) + 13000), ClipTarget::WordPress);
        static const QRegularExpression comment(u"<!-- (/?)wp:([a-z-]+)( \\{.*?\\})? -->"_s);
        QStringList open;
        for (const auto &match : comment.globalMatch(markup)) {
            if (match.captured(1).isEmpty())
                open << match.captured(2);
            else
                QCOMPARE(open.isEmpty() ? QString() : open.takeLast(), match.captured(2));
        }
        QVERIFY(open.isEmpty());
        QCOMPARE(QString(markup).remove(comment).remove(u"<!--more-->"_s).count(u"<!--"_s), 0);
    }
}

void TestClip::titles()
{
    const QString text = u"# What the library counter taught us\n\nWords."_s;
    for (const Target &target : targets) {
        const Clip clip = clipOf(samplePost(text), target.target);
        const int wanted = target.target == ClipTarget::WordPress ? 0 : 1;
        QCOMPARE(clip.text.count(u"What the library counter taught us"_s), wanted);
        if (!clip.html.isEmpty())
            QCOMPARE(clip.html.count(u"What the library counter taught us"_s), wanted);
    }
}

void TestClip::medium()
{
    const QString markup = html(u"## a\n\n- b\n  - c\n\nhttps://www.youtube.com/watch?v=abc123&t=4\n\n"
                                "```py\nd\n\ne\n```\n\n> f\n\n---\n\n![g](images/printer.png)"_s,
                                ClipTarget::Medium);
    QVERIFY(markup.contains(u"<h3 class=\"graf graf--h3\">a</h3>"_s));
    QVERIFY(markup.contains(u"<li>b<br>\n– c</li>"_s));
    QVERIFY(markup.contains(u"<p class=\"graf graf--p\">https://www.youtube.com/watch?v=abc123&amp;t=4</p>"_s));
    QVERIFY(markup.contains(
        u"<pre class=\"graf graf--pre\" data-code-block-mode=\"2\" data-code-block-lang=\"py\">d<br> <br>e</pre>"_s));
    QVERIFY(markup.contains(u"<blockquote class=\"graf graf--blockquote\">f</blockquote>"_s));
    QVERIFY(markup.contains(u"<hr>"_s));
    QVERIFY(markup.contains(
        u"src=\"https://robin.example/notes/what-the-library-counter-taught-us/images/printer.png\""_s));
}

void TestClip::blockMarkup_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("markup");
    const auto row = [](const char *name, const QString &text, const QString &markup) {
        QTest::newRow(name) << text << markup;
    };
    row("paragraph", u"a *b*"_s, u"<!-- wp:paragraph -->\n<p>a <em>b</em></p>\n<!-- /wp:paragraph -->"_s);
    row("heading", u"### a"_s,
        u"<!-- wp:heading {\"level\":3} -->\n<h3 class=\"wp-block-heading\">a</h3>\n<!-- /wp:heading -->"_s);
    row("nested list", u"- a\n  1. b\n- [x] c"_s,
        u"<!-- wp:list -->\n<ul class=\"wp-block-list\">\n<!-- wp:list-item -->\n<li>a\n<!-- wp:list "
        u"{\"ordered\":true} -->\n"
        "<ol class=\"wp-block-list\">\n<!-- wp:list-item -->\n<li>b</li>\n<!-- /wp:list-item -->\n\n</ol>\n<!-- "
        "/wp:list -->"
        "\n\n</li>\n<!-- /wp:list-item -->\n\n<!-- wp:list-item -->\n<li>☑ c</li>\n<!-- /wp:list-item -->\n\n</ul>\n"
        "<!-- /wp:list -->"_s);
    row("code in a list", u"1. a\n\n   ```\n   b [c]\n   ```\n2. d"_s,
        u"<!-- wp:list {\"ordered\":true} -->\n<ol class=\"wp-block-list\">\n<!-- wp:list-item -->\n<li>a</li>\n"
        "<!-- /wp:list-item -->\n\n</ol>\n<!-- /wp:list -->\n\n<!-- wp:code -->\n<pre class=\"wp-block-code\"><code>b "
        "&#91;c]</code></pre>\n<!-- /wp:code -->\n\n<!-- wp:list {\"ordered\":true,\"start\":2} -->\n<ol start=\"2\" "
        "class=\"wp-block-list\">\n<!-- wp:list-item -->\n<li>d</li>\n<!-- /wp:list-item -->\n\n</ol>\n<!-- /wp:list -->"_s);
    row("quote", u"> a"_s,
        u"<!-- wp:quote -->\n<blockquote class=\"wp-block-quote\">\n<!-- wp:paragraph -->\n<p>a</p>\n<!-- "
        u"/wp:paragraph "
        "-->\n\n</blockquote>\n<!-- /wp:quote -->"_s);
    row("pull quote", u"<!-- pull quote -->\n> a\n>\n> b"_s,
        u"<!-- wp:pullquote -->\n<figure class=\"wp-block-pullquote\"><blockquote><p>a<br>b</p></blockquote></figure>\n"
        "<!-- /wp:pullquote -->"_s);
    row("table", u"| a | b |\n|---|:-:|\n| c | d |"_s,
        u"<!-- wp:table {\"hasFixedLayout\":false} -->\n<figure "
        u"class=\"wp-block-table\"><table><thead><tr><th>a</th><th "
        "class=\"has-text-align-center\" data-align=\"center\">b</th></tr></thead><tbody><tr><td>c</td><td "
        "class=\"has-text-align-center\" data-align=\"center\">d</td></tr></tbody></table></figure>\n<!-- /wp:table -->"_s);
    row("image", u"![a](https://x.example/b.png \"c\")"_s,
        u"<!-- wp:image -->\n<figure class=\"wp-block-image\"><img src=\"https://x.example/b.png\" "
        u"alt=\"a\"/><figcaption "
        "class=\"wp-element-caption\">c</figcaption></figure>\n<!-- /wp:image -->"_s);
    row("embed", u"https://vimeo.com/123"_s,
        u"<!-- wp:embed {\"providerNameSlug\":\"vimeo\",\"responsive\":true,\"type\":\"video\",\"url\":"
        "\"https://vimeo.com/123\"} -->\n<figure class=\"wp-block-embed is-type-video is-provider-vimeo "
        "wp-block-embed-vimeo\"><div class=\"wp-block-embed__wrapper\">\nhttps://vimeo.com/123\n</div></figure>\n"
        "<!-- /wp:embed -->"_s);
    row("details", u"<details><summary>a</summary>\n\nb\n\n</details>"_s,
        u"<!-- wp:details -->\n<details class=\"wp-block-details\"><summary>a</summary>\n<!-- wp:paragraph "
        u"-->\n<p>b</p>\n"
        "<!-- /wp:paragraph -->\n\n</details>\n<!-- /wp:details -->"_s);
    row("separator and more", u"---\n\n<!--more-->"_s,
        u"<!-- wp:separator -->\n<hr class=\"wp-block-separator has-alpha-channel-opacity\"/>\n<!-- /wp:separator "
        u"-->\n\n"
        "<!-- wp:more -->\n<!--more-->\n<!-- /wp:more -->"_s);
    row("footnote", u"a[^1]\n\n[^1]: b"_s,
        u"<!-- wp:paragraph -->\n<p>a<sup><a href=\"#fn-1\">1</a></sup></p>\n<!-- /wp:paragraph -->\n\n"
        "<!-- wp:heading {\"level\":3} -->\n<h3 class=\"wp-block-heading\">Notes</h3>\n<!-- /wp:heading -->\n\n"
        "<!-- wp:paragraph -->\n<p id=\"fn-1\">1. b</p>\n<!-- /wp:paragraph -->"_s);
}

void TestClip::blockMarkup()
{
    QFETCH(const QString, text);
    QFETCH(const QString, markup);
    const Clip clip = clipOf(samplePost(text), ClipTarget::WordPress);
    QCOMPARE(clip.html.trimmed(), markup);
    QCOMPARE(clip.text, clip.html); // its code view takes plain text
}

void TestClip::commentsOfBlocksHoldAnyText()
{
    const QString markup = html(u"https://www.youtube.com/watch?v=a-->&x=\"--"_s, ClipTarget::WordPress);
    QCOMPARE(markup.count(u"-->"_s), 2);
    QVERIFY(!html(u"https://vimeo.com/1?a=--b"_s, ClipTarget::WordPress)
                 .section(u"-->"_s, 0, 0)
                 .sliced(4)
                 .contains(u"--"_s));
}

void TestClip::documents_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("part");
    QTest::newRow("task") << u"- [x] a\n- [ ] b"_s << u"<li>☑ a</li>\n<li>☐ b</li>"_s;
    QTest::newRow("loose task") << u"- [x] a\n\n- b"_s << u"<p>☑ a</p>"_s;
    QTest::newRow("nested") << u"- a\n  - b"_s << u"<ul>\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n</ul>"_s;
    QTest::newRow("code") << u"`a`"_s << u"<code style=\"font-family: 'Courier New', monospace\">a</code>"_s;
    QTest::newRow("note") << u"a[^1]\n\n[^1]: b"_s << u"<h3>Notes</h3>\n<ol>\n<li>\n<p>b</p>\n</li>\n</ol>"_s;
    QTest::newRow("embed") << u"[https://vimeo.com/1](https://vimeo.com/1 \"A film\")"_s
                           << u"<p><a href=\"https://vimeo.com/1\">A film</a></p>"_s;
    QTest::newRow("image") << u"![a](images/a.png \"b\")"_s
                           << u"\" alt=\"a\" width=\"2\" height=\"2\"></p>\n<p><em>b</em></p>"_s;
    QTest::newRow("table") << u"| a |\n|--:|\n| b |"_s
                           << u"<td style=\"border: 1px solid #c8c8c8; padding: 4px 8px; text-align: right\">b</td>"_s;
}

void TestClip::documents()
{
    QFETCH(const QString, text);
    QFETCH(const QString, part);
    const QString markup = html(text, ClipTarget::Documents);
    QVERIFY2(markup.contains(part), qPrintable(markup));
}

void TestClip::markdown()
{
    const Note note =
        sampleNote(u"# What the library counter taught us\n\n[a](week:2026-W46) [b](week:2026-W40) [c](../d/)\n\n"
                   "![e](images/printer.png \"f\")\n\n<!-- private\ng\n-->\n\n<!--more-->\n\n- [ ] h"_s);
    const Clip clip = markdownClip(note, buildPost(note, sampleContext()), sampleContext().today);
    QCOMPARE(clip.text,
             u"[a](https://robin.example/notes/a-quiet-week/?a=1&b=2) b [c](https://robin.example/notes/d/)\n\n"
             "![e](https://robin.example/notes/what-the-library-counter-taught-us/images/printer.png \"f\")\n\n"
             "<!--more-->\n\n- [ ] h\n"_s);
    QVERIFY(clip.html.isEmpty());
}

void TestClip::imagesThatCanNotGo()
{
    const Post captioned =
        samplePost(u"![A & sign](images/printer.png \"The sign\")\n\n![](images/none.png \"Gone\")\n\n"
                   "![A cat](images/gone.png \"The cat\")"_s,
                   {});
    for (const auto target : {ClipTarget::Medium, ClipTarget::WordPress}) {
        const QString markup = clipOf(captioned, target).html;
        for (const QString &words : {u"[A &amp; sign]"_s, u"The sign"_s, u"Gone"_s, u"A cat"_s, u"The cat"_s})
            QVERIFY2(markup.contains(words), qPrintable(words + u'\n' + markup));
    }
    const Post nowhere = samplePost(u"![A & sign](images/printer.png)\n\na ![](images/a.png \"Dot\") b"_s, {});
    for (const ClipTarget target : {ClipTarget::Medium, ClipTarget::WordPress}) {
        const QString markup = clipOf(nowhere, target).html;
        QVERIFY(!markup.contains(u"<img"_s));
        QVERIFY2(markup.contains(u"[A &amp; sign]</p>"_s), qPrintable(markup));
        QVERIFY(markup.contains(u"[Dot]"_s));
    }
    QCOMPARE(clipOf(nowhere, ClipTarget::Documents).html.count(u"<img src=\"data:image/png;base64,"_s), 2);
}

void TestClip::imagesAreBounded()
{
    Post post = samplePost(u"![a](images/printer.png)\n\n![b](images/a.png)"_s);
    post.images[u"images/printer.png"_s].file.data.resize(mostClipImages - 1);
    const QString markup = clipOf(post, ClipTarget::Documents).html;
    QCOMPARE(markup.count(u"<img"_s), 1);
    QVERIFY(markup.contains(u"<p>[b]</p>"_s));
}

QTEST_GUILESS_MAIN(TestClip)
#include "tst_clip.moc"
