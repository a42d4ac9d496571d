// SPDX-License-Identifier: GPL-3.0-or-later
#include "html/htmlinmarkdown.h"
#include "html/markdownescape.h"
#include "html/readhtml.h"
#include "markdown/htmlwriter.h"
#include "markdown/invariants.h"
#include "support/rounds.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

class TestHtml : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void convertsHtml_data();
    void convertsHtml();
    void cleansMarkdown_data();
    void cleansMarkdown();
    void namesWhatIsLeftOut();
    void longPagesAreNotDeep_data();
    void longPagesAreNotDeep();
    void readsForReaders_data();
    void readsForReaders();
    void keepsMarkdownAmongHtml();
    void escapes_data();
    void escapes();
    void survivesHostileInput_data();
    void survivesHostileInput();
    void readsWholePages();
};

void TestHtml::convertsHtml_data()
{
    QTest::addColumn<QString>("html");
    QTest::addColumn<QString>("markdown");
    QTest::newRow("paragraphs") << u"<p>One <b>two</b></p><p>three<br>four</p>"_s << u"One **two**\n\nthree\\\nfour"_s;
    QTest::newRow("spaces in emphasis") << u"<p>a<em> b </em>c</p>"_s << u"a *b* c"_s;
    QTest::newRow("spaces in links") << u"<p>a<a href='https://example.org/'> b </a>c</p>"_s
                                     << u"a [b](https://example.org/) c"_s;
    QTest::newRow("breaks at ends") << u"<p><b>a<br></b>b <a href=x><br>c<br></a>d</p>"_s
                                    << u"**a**\\\nb \\\n[c](x)\\\nd"_s;
    QTest::newRow("break in a heading") << u"<h2>a<br>b</h2>"_s << u"## a b"_s;
    QTest::newRow("quotes in titles") << u"<p><img src=a.png alt=A title='&quot;b&quot; \\ &amp;amp;'></p>"_s
                                      << u"![A](a.png \"\\\"b\\\" \\\\ \\&amp;\")"_s;
    QTest::newRow("lists") << u"<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>"_s << u"- a\n  - b\n- c"_s;
    QTest::newRow("list under list") << u"<ul><li>a</li><ul><li>b</li></ul></ul>"_s << u"- a\n  - b"_s;
    QTest::newRow("numbers") << u"<ol start=3><li>a<li>b</ol>"_s << u"3. a\n4. b"_s;
    QTest::newRow("quote") << u"<blockquote><p>a</p><p>b</p></blockquote>"_s << u"> a\n>\n> b"_s;
    QTest::newRow("code") << u"<pre><code class='language-cpp'>int a;\nint b;\n</code></pre>"_s
                          << u"```cpp\nint a;\nint b;\n```"_s;
    QTest::newRow("fences in code") << u"<pre>```\n~~~~\n`````\n</pre><p>a</p>"_s
                                    << u"``````\n```\n~~~~\n`````\n``````\n\na"_s;
    QTest::newRow("table") << u"<table><tr><th>a</th><th>b</th></tr><tr><td>1|2</td></tr></table>"_s
                           << u"| a | b |\n| --- | --- |\n| 1\\|2 |  |"_s;
    QTest::newRow("alt that would end early") << u"<p><img src=a.png alt='a](b) \\' title='&lt;!-- private'></p>"_s
                                              << u"![a\\](b) \\\\](a.png \"\\<!-- private\")"_s;
    QTest::newRow("exclamation before a link")
        << u"<p>Look!<a href=x>a</a> \\!<a href=x>a</a></p>"_s << u"Look\\![a](x) \\\\\\![a](x)"_s;
    QTest::newRow("markup in parts")
        << u"<p>&lt;<i></i>!-- a, &amp;<span>amp; [b]</span>(c) [d<b></b>](e) R&amp;D</p>"_s
        << u"\\<!-- a, \\&amp; [b\\](c) \\[d\\](e) R&D"_s;
    QTest::newRow("figure with a link in its caption")
        << u"<figure><img src=a.png alt=A><figcaption>By <a href='https://example.org/p'>Pat</a></figcaption></figure>"_s
        << u"![A](a.png)\n\n*By [Pat](https://example.org/p)*"_s;
    QTest::newRow("emphasis beside punctuation")
        << u"<p>one<b>. </b>If <b>Rule (</b>a) <b>“</b>Each Quay<i>, page 7</i> <i>x </i>— <i>end.</i> y</p>"_s
        << u"one. If **Rule** (a) “Each Quay, *page 7* *x* — *end.* y"_s;
    QTest::newRow("emphasis of a link in a word") << u"<p><b><a href=x>a</a></b>b</p>"_s << u"[a](x)b"_s;
    QTest::newRow("emphasis beside emphasis") << u"<p><i>a</i><i>b</i> <b>c</b><b>d</b></p>"_s << u"*ab* **cd**"_s;
    QTest::newRow("emphasis in emphasis") << u"<p><b>a <strong>b</strong></b></p>"_s << u"**a b**"_s;
    QTest::newRow("signs behind a break")
        << u"<p>a<br>\n1. b<br> # c<br><span> - d</span><br>\n=== </p><p> &gt; e</p>"_s
        << u"a\\\n1\\. b\\\n\\# c\\\n\\- d\\\n\\===\n\n\\> e"_s;
    QTest::newRow("figure") << u"<figure><img src=a.png alt=A><figcaption>Cap</figcaption></figure>"_s
                            << u"![A](a.png \"Cap\")"_s;
    QTest::newRow("figure of two") << u"<figure><div><img src=a.png></div><div><img src=b.png></div></figure>"_s
                                   << u"![](a.png)\n\n![](b.png)"_s;
    QTest::newRow("link") << u"<a href='https://example.org/a b'>x</a>"_s << u"[x](<https://example.org/a b>)"_s;
    QTest::newRow("bad link") << u"<a href='javascript:alert(1)'>x</a>"_s << u"x"_s;
    QTest::newRow("frame") << u"<iframe src='https://www.youtube.com/embed/abcDEF123_-'></iframe>"_s
                           << u"https://www.youtube.com/watch?v=abcDEF123_-"_s;
    QTest::newRow("address alone") << u"<p> <a href='https://a.example/b_c'>https://a.example/b_c</a></p>"
                                      "<p>https://a.example/~b</p><p>https://a.example or</p>"_s
                                   << u"https://a.example/b_c\n\n<https://a.example/~b>\n\n<https://a.example> or"_s;
    QTest::newRow("code beside code") << u"<p><code>a</code><tt>b`</tt><code> </code> <kbd>c</kbd> d<code></code></p>"_s
                                      << u"`` ab` `` `c` d"_s;
    QTest::newRow("code around blocks") << u"<code>a</code><code><p>b</p></code>"_s << u"`a`\n\nb"_s;
    QTest::newRow("markup in words") << u"<p>*a* _b_ [c](d)</p>"_s << u"\\*a\\* \\_b\\_ \\[c](d)"_s;
    QTest::newRow("empty") << u""_s << u""_s;
}

void TestHtml::convertsHtml()
{
    QFETCH(QString, html);
    QTEST(htmlToMarkdown(html).markdown, "markdown");
}

void TestHtml::cleansMarkdown_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("clean");
    QTest::newRow("none") << u"a < b & c > d **e**"_s << u"a < b & c > d **e**"_s;
    QTest::newRow("inline") << u"an <em>old</em> <a href=\"https://example.org\">link</a>"_s
                            << u"an *old* [link](https://example.org)"_s;
    QTest::newRow("markdown inside") << u"<b>*a* `b`</b>"_s << u"***a* `b`**"_s;
    QTest::newRow("image in a link") << u"<a href=x><img src=y.png alt=z></a>"_s << u"[![z](y.png)](x)"_s;
    QTest::newRow("code stays") << u"`<b>` and\n\n```\n<script>\n```\n"_s << u"`<b>` and\n\n```\n<script>\n```\n"_s;
    QTest::newRow("comment stays") << u"a <!-- <b>c</b> --> d"_s << u"a <!-- <b>c</b> --> d"_s;
    QTest::newRow("autolink stays") << u"<https://example.org/a> <me@example.org>"_s
                                    << u"<https://example.org/a> <me@example.org>"_s;
    QTest::newRow("no tag of html") << u"type <name> here"_s << u"type \\<name> here"_s;
    QTest::newRow("own element") << u"<share-it url='https://example.org' title='T'>by A</share-it>"_s
                                 << u"[T](https://example.org) by A"_s;
    QTest::newRow("raised") << u"10<sup>6</sup> 2<sup>nd</sup>"_s << u"10⁶ 2nd"_s;
    QTest::newRow("list") << u"x\n\n<ul><li>a</li></ul>\n"_s << u"x\n\n- a\n\n"_s;
    QTest::newRow("transparent") << u"<div class=a>\n\n**b**\n\n</div>"_s << u"\n\n**b**\n\n"_s;
    QTest::newRow("never closed") << u"<b>a"_s << u"a"_s;
    QTest::newRow("closed in an attribute") << u"<b title=\"</b>\">a</b> <i title=\"</i>\">b"_s << u"**a** b"_s;
    QTest::newRow("script") << u"a\n\n<script>b()</script>\n\nc"_s << u"a\n\nc"_s;
    QTest::newRow("destination") << u"[a](<b c.png>)"_s << u"[a](<b c.png>)"_s;
    QTest::newRow("escaped") << u"\\<b>a"_s << u"\\<b>a"_s;
}

void TestHtml::cleansMarkdown()
{
    QFETCH(QString, text);
    QTEST(withoutHtml(text).markdown, "clean");
}

void TestHtml::namesWhatIsLeftOut()
{
    const auto clean =
        withoutHtml(u"<script>a</script> <style>b</style>\n\n<iframe src='https://example.org/x'></iframe>"_s);
    QCOMPARE(clean.leftOut, (QStringList{u"script"_s, u"style"_s, u"iframe"_s}));
    QCOMPARE(clean.markdown.trimmed(), u"https://example.org/x"_s);
}

void TestHtml::longPagesAreNotDeep_data()
{
    QTest::addColumn<QString>("each");
    QTest::newRow("line breaks") << u"a<br>"_s;
    QTest::newRow("images") << u"<img src=a.png alt=b>"_s;
    QTest::newRow("paragraphs") << u"<p>a"_s;
    QTest::newRow("items") << u"<li>a"_s;
}

void TestHtml::longPagesAreNotDeep()
{
    QFETCH(const QString, each);
    QVERIFY(htmlToMarkdown(each.repeated(6'000) + u"<p><b>end</b>"_s).markdown.endsWith(u"**end**"));
}

void TestHtml::readsForReaders_data()
{
    QTest::addColumn<QString>("markdown");
    QTest::addColumn<QString>("html");
    const auto row = [](const char *name, const QString &markdown, const QString &html) {
        QTest::newRow(name) << markdown << html;
    };
    // Blocks.
    row("paragraph", u"<p>a &amp; b</p>"_s, u"<p>a &amp; b</p>"_s);
    row("words and blocks", u"<div>\na <b>b</b>\n<p>c</div>"_s, u"<p>a <strong>b</strong></p>\n<p>c</p>"_s);
    row("open tag", u"<div><b>a<i>"_s, u"<p><strong>a<em> </em></strong></p>"_s);
    row("headings", u"<h2 id=x class=y onclick=z()>a</h2>"_s, u"<h2>a</h2>"_s);
    row("list", u"<ul><li>a<li>b<ol start=3><li>c</ol></ul>"_s,
        u"<ul>\n<li>a</li>\n<li>b\n<ol start=\"3\">\n<li>c</li>\n</ol>\n</li>\n</ul>"_s);
    row("loose list", u"<ul><li><p>a</p></li><li>b</li></ul>"_s,
        u"<ul>\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ul>"_s);
    row("terms", u"<dl><dt>a</dt><dd>b</dd><div><dt>c<dd>d<dd>e</div></dl>"_s,
        u"<dl>\n<dt>a</dt>\n<dd>\n<p>b</p>\n</dd>\n<dt>c</dt>\n<dd>\n<p>d</p>\n</dd>\n<dd>\n<p>e</p>\n</dd>\n</dl>"_s);
    row("terms without any", u"<dl><dd>b</dd></dl>"_s, u"<blockquote>\n<p>b</p>\n</blockquote>"_s);
    row("quote", u"<blockquote>a</blockquote>"_s, u"<blockquote>\n<p>a</p>\n</blockquote>"_s);
    row("code", u"<pre><code class=\"x language-cpp\">a  &lt;b>\n c</code></pre>"_s,
        u"<pre><code class=\"language-cpp\">a  &lt;b&gt;\n c\n</code></pre>"_s);
    row("table", u"<table><tr><th>a<th align=right>b<tr><td colspan=2>c <p>d</p></table>"_s,
        u"<table>\n<thead>\n<tr>\n<th>a</th>\n<th style=\"text-align: right\">b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n"
        "<td>c <br>\nd</td>\n<td></td>\n</tr>\n</tbody>\n</table>"_s);
    row("table without a head", u"<table><tr><td>a</table>"_s,
        u"<table>\n<tbody>\n<tr>\n<td>a</td>\n</tr>\n</tbody>\n</table>"_s);
    row("table in parts", u"<table>\n\n<tr><th>a</th></tr>\n\n</table>"_s,
        u"<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n</table>"_s);
    row("figure", u"<figure><a href=b><img src=\"a.png\" alt=\"b\"></a><figcaption>c <b>d</b></figcaption></figure>"_s,
        u"<figure><img src=\"a.png\" alt=\"b\"><figcaption>c d</figcaption></figure>"_s);
    row("image alone", u"<p align=center>\n<img src=a.png alt=b width=5>\n</p>"_s,
        u"<figure><img src=\"a.png\" alt=\"b\"></figure>"_s);
    row("picture", u"<div><picture><source srcset=b.png><img src=a.png alt=b></picture></div>"_s,
        u"<figure><img src=\"a.png\" alt=\"b\"></figure>"_s);
    row("picture in a line", u"a <picture><source srcset=b.png><img src=a.png alt=b></picture>"_s,
        u"<p>a <img src=\"a.png\" alt=\"b\"></p>"_s);
    row("columns", u"<table><colgroup><col width=1></colgroup><tr><td>a</table>"_s,
        u"<table>\n<tbody>\n<tr>\n<td>a</td>\n</tr>\n</tbody>\n</table>"_s);
    row("frame", u"<iframe src=\"https://www.youtube.com/embed/abcdefghijk\"></iframe>"_s,
        u"<p><a href=\"https://www.youtube.com/watch?v=abcdefghijk\">https://www.youtube.com/watch?v=abcdefghijk</a></p>"_s);
    row("frame of a text", u"<iframe srcdoc=\"<script>x</script>\"></iframe>"_s,
        u"<p>&lt;iframe srcdoc=&quot;&lt;script&gt;x&lt;/script&gt;&quot;&gt;&lt;/iframe&gt;</p>"_s);
    row("rule", u"<hr class=x>"_s, u"<hr>"_s);
    row("details", u"<details open><summary>a <i>b</i></summary>c</details>"_s,
        u"<details>\n<summary>a <em>b</em></summary>\n<p>c</p>\n</details>"_s);
    row("comment", u"<div>a<!-- no -->b</div>"_s, u"<p>ab</p>"_s);
    // What is not allowed is text.
    row("script", u"<script>x('a')</script>"_s, u"<p>&lt;script&gt;x('a')&lt;/script&gt;</p>"_s);
    row("script in a block", u"<p onclick=x()>a<script>x()</script></p>"_s,
        u"<p>a&lt;script&gt;x()&lt;/script&gt;</p>"_s);
    row("svg", u"<div><svg onload=x()><a href=y>b</a></svg>b</div>"_s,
        u"<p>&lt;svg onload=x()&gt;<a href=\"y\">b</a>&lt;/svg&gt;b</p>"_s);
    row("unknown", u"<div><FOO bar><b>a</b></FOO></div>"_s, u"<p>&lt;FOO bar&gt;<strong>a</strong>&lt;/foo&gt;</p>"_s);
    row("form", u"<form action=x><p>a <input value=b></p></form>"_s,
        u"<p>&lt;form action=x&gt;</p>\n<p>a &lt;input value=b&gt;</p>\n<p>&lt;/form&gt;</p>"_s);
    row("head", u"<meta http-equiv=refresh content=0>"_s, u"<p>&lt;meta http-equiv=refresh content=0&gt;</p>"_s);
    row("program", u"<?php echo '<b>' ?>"_s, u"<p>&lt;?php echo '&lt;b&gt;' ?&gt;</p>"_s);
    row("javascript", u"<p><a href=' java\nscript:x()' title=t>a</a></p>"_s, u"<p>a</p>"_s);
    row("data", u"<p>a <img src='data:image/svg+xml,x' alt=a></p>"_s, u"<p>a a</p>"_s);
    row("attribute ends", u"<p><a href='x\"><script>'>a</a></p>"_s, u"<p><a href=\"x%22%3E%3Cscript%3E\">a</a></p>"_s);
    // Over several blocks.
    row("details around Markdown", u"<details>\n<summary>a</summary>\n\n**b**\n\n- c\n\n</details>\n\nd"_s,
        u"<details>\n<summary>a</summary>\n<p><strong>b</strong></p>\n<ul>\n<li>c</li>\n</ul>\n</details>\n<p>d</p>"_s);
    row("details without end", u"<details>\n<summary>a</summary>\n\nb"_s,
        u"<p>&lt;details&gt;</p>\n<p>a</p>\n<p>b</p>"_s);
    row("details in each other", u"<details>\n\na\n\n<details>\n\nb\n\n</details>\n\n</details>\n\nc"_s,
        u"<details>\n<summary>…</summary>\n<p>a</p>\n<details>\n<summary>…</summary>\n<p>b</p>\n</details>\n</details>\n<p>c</p>"_s);
    row("div around Markdown", u"<div class=a>\n\n**b**\n\n</div>"_s, u"<p><strong>b</strong></p>"_s);
    row("quote around Markdown", u"<blockquote>\n\n# b\n\n</blockquote>"_s,
        u"<blockquote>\n<h1 id=\"b\">b</h1>\n</blockquote>"_s);
    row("ends elsewhere", u"- <details>\n\n</details>\n\na"_s,
        u"<ul>\n<li>\n<p>&lt;details&gt;</p>\n</li>\n</ul>\n<p>a</p>"_s);
    row("hides Markdown", u"<div><select>\n\na\n\n</select>\n</div>"_s, u"<p>&lt;select&gt;</p>\n<p>a</p>"_s);
    row("a table hides Markdown", u"<table><tr><td>\n\na\n\n</td></tr></table>"_s, u"<p>a</p>"_s);
    row("a quote that does not end", u"<div><blockquote>a\n\nb\n\n</div>"_s,
        u"<blockquote>\n<p>a</p>\n</blockquote>\n<p>b</p>"_s);
    row("claims to be Markdown", u"<div><markdown></markdown>\n\na\n\n</div>"_s,
        u"<p>&lt;markdown&gt;&lt;/markdown&gt;</p>\n<p>a</p>"_s);
    row("footnote inside", u"<div>\n\na[^1]\n\n</div>\n\n[^1]: b"_s,
        u"<p>a<sup class=\"footnote-ref\"><a href=\"#fn-1\" id=\"fnref-1\" role=\"doc-noteref\">1</a></sup></p>\n"
        "<section class=\"footnotes\" role=\"doc-endnotes\">\n<ol>\n<li id=\"fn-1\">\n<p>b <a href=\"#fnref-1\" "
        "class=\"footnote-back\" role=\"doc-backlink\">↩</a></p>\n</li>\n</ol>\n</section>"_s);
}

void TestHtml::readsForReaders()
{
    QFETCH(const QString, markdown);
    const auto document = Markdown::Document::parse(markdown)->forReaders(QDate(2026, 11, 30), readHtml);
    QTEST(Markdown::HtmlWriter().write(*document).trimmed(), "html");
}

/// Whatever HTML stands around it, Markdown comes out, and in its order.
void TestHtml::keepsMarkdownAmongHtml()
{
    static const QStringList pieces{u"<details>"_s,
                                    u"<summary>s</summary>"_s,
                                    u"</details>"_s,
                                    u"<div>"_s,
                                    u"</div>"_s,
                                    u"<p>"_s,
                                    u"</p>"_s,
                                    u"<b>"_s,
                                    u"</b>"_s,
                                    u"<a href=b>"_s,
                                    u"</a>"_s,
                                    u"<ul>"_s,
                                    u"<li>"_s,
                                    u"</ul>"_s,
                                    u"<dl>"_s,
                                    u"<dt>"_s,
                                    u"<dd>"_s,
                                    u"</dl>"_s,
                                    u"<table>"_s,
                                    u"<tr>"_s,
                                    u"<td>"_s,
                                    u"</table>"_s,
                                    u"<blockquote>"_s,
                                    u"</blockquote>"_s,
                                    u"<script>"_s,
                                    u"</script>"_s,
                                    u"<select>"_s,
                                    u"<svg>"_s,
                                    u"</svg>"_s,
                                    u"<textarea>"_s,
                                    u"<iframe>"_s,
                                    u"<pre>"_s,
                                    u"</pre>"_s,
                                    u"<template>"_s,
                                    u"<foo>"_s,
                                    u"<math><mi>"_s,
                                    u"<plaintext>"_s,
                                    u"<figure>"_s,
                                    u"<img src=a>"_s,
                                    u"<h1>"_s,
                                    u"</h1>"_s,
                                    u"<!-- c -->"_s,
                                    u"<?p ?>"_s,
                                    u"w"_s,
                                    u"\n"_s,
                                    u"> "_s,
                                    u"- "_s};
    QRandomGenerator random(5);
    for (int round = 0; round < rounds(1500); ++round) {
        QString text;
        QStringList words;
        for (int i = random.bounded(12); i > 0; --i) {
            if (random.bounded(3) == 0) {
                words += u"word%1word"_s.arg(i);
                text += u"\n\n"_s + words.last() + u"\n\n"_s;
            }
            for (int count = random.bounded(4); count > 0; --count)
                text += pieces.at(random.bounded(int(pieces.size())));
        }
        const auto document = Markdown::Document::parse(text)->forReaders(QDate(2026, 11, 30), readHtml);
        const QString html = Markdown::HtmlWriter().write(*document);
        const QString breach = Markdown::breachForReaders(*document) + Markdown::breachOfHtml(html);
        QVERIFY2(breach.isEmpty(), qPrintable(breach + u'\n' + text));
        qsizetype at = 0;
        for (const QString &word : words) {
            at = html.indexOf(word, at);
            QVERIFY2(at >= 0, qPrintable(word + u'\n' + text + u'\n' + html));
        }
    }
}

void TestHtml::escapes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("escaped");
    QTest::newRow("plain") << u"R&D, 5 * 3, snake_case, #tag, a-b"_s << u"R&D, 5 * 3, snake_case, #tag, a-b"_s;
    QTest::newRow("emphasis") << u"*a* _b_ `c`"_s << u"\\*a\\* \\_b\\_ \\`c\\`"_s;
    QTest::newRow("heading") << u"# a"_s << u"\\# a"_s;
    QTest::newRow("number") << u"1. a"_s << u"1\\. a"_s;
    QTest::newRow("tag") << u"<b> <3 &amp; &x"_s << u"\\<b> <3 \\&amp; &x"_s;
    QTest::newRow("link") << u"[a](b) [c]"_s << u"\\[a](b) [c]"_s;
    QTest::newRow("address") << u"see https://example.org/a_b_(c)."_s << u"see <https://example.org/a_b_(c)>."_s;
    QTest::newRow("address in brackets") << u"(https://example.org/a)"_s << u"(<https://example.org/a>)"_s;
    QTest::newRow("brackets alone") << u"a] [b [c]"_s << u"a\\] \\[b [c]"_s;
    QTest::newRow("brackets in an address") << u"https://example.org/[a ]"_s << u"<https://example.org/[a> \\]"_s;
    QTest::newRow("backslashes at ends") << u"C:\\a\\\nb\\"_s << u"C:\\a\\\\\nb\\\\"_s;
    QTest::newRow("underline") << u"---"_s << u"\\---"_s;
}

void TestHtml::escapes()
{
    QFETCH(QString, text);
    QTEST(escapedForMarkdown(text), "escaped");
}

void TestHtml::survivesHostileInput_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("deep") << u"<div>"_s.repeated(200'000);
    QTest::newRow("deep, mixed") << u"<b><i><ul><li>"_s.repeated(20'000);
    QTest::newRow("comments") << u"<!-- "_s.repeated(200'000);
    QTest::newRow("ticks") << u"` `` ``` "_s.repeated(50'000);
    QTest::newRow("brackets") << u"<"_s.repeated(300'000);
    QTest::newRow("attributes") << u"<a "_s + u"b=c "_s.repeated(100'000);
    QTest::newRow("quotes") << u"<a href=\""_s.repeated(50'000);
    QTest::newRow("tables") << u"<table><tr><td>"_s.repeated(1'000);
    QTest::newRow("deep, other tags closed") << u"<div></b>"_s.repeated(200'000);
    QTest::newRow("fences") << u"```\na\n```\n\n<b>b</b>\n\n"_s.repeated(30'000);
    QTest::newRow("fences, none closed") << u"> ~~~ ~~~\n\n"_s.repeated(30'000);
    QTest::newRow("one long fence") << u"a "_s + QString(300'000, u'~');
    QTest::newRow("zero") << QString(1000, QChar(u'\0'));
    QTest::newRow("half a surrogate") << QString(1000, QChar(0xD800));
}

// Where time grew with the square of the input, the test's own limit of time would pass.
void TestHtml::survivesHostileInput()
{
    QFETCH(QString, text);
    (void)withoutHtml(text);
    (void)htmlToMarkdown(text);
    (void)Markdown::Document::parse(text)->forReaders(QDate(2026, 11, 30), readHtml);
    (void)Markdown::Document::parse("<div>\n\n"_L1 + text + "\n\n</div>"_L1)->forReaders(QDate(2026, 11, 30), readHtml);
}

void TestHtml::readsWholePages()
{
    const auto page = parseHtmlPage(u"<html lang=\"en-GB\"><title>a</title><body class=b><p>c</body></html>"_s);
    QVERIFY(page);
    QCOMPARE(page->language, u"en-GB"_s);
    QCOMPARE(page->head.children.front().words(), u"a"_s);
    QVERIFY(hasClass(page->body, u"b"));
    QCOMPARE(page->body.words(), u"c"_s);
    QCOMPARE(parseHtmlPage(u"<div>"_s.repeated(10'000) + u"d"_s)->body.words(), u"d"_s);
    QVERIFY(!parseHtmlPage(QString(largestHtml + 1, u'a')));
}

QTEST_GUILESS_MAIN(TestHtml)
#include "tst_html.moc"
