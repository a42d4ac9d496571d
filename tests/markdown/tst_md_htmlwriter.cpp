// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/htmlwriter.h"
#include "markdown/invariants.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Weeknotes::Markdown;

class tst_md_HtmlWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void html_data();
    void html();
    void safeTargets_data();
    void safeTargets();
    void subclassesOverride();
    void elementsInText_data();
    void elementsInText();
    void manyElements();
};

void tst_md_HtmlWriter::html_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("html");
    const auto row = [](const char *name, const QString &text, const QString &html) {
        QTest::newRow(name) << text << html;
    };
    row("nothing", u""_s, u""_s);
    row("heading", u"# A & *b*"_s, u"<h1 id=\"a-b\">A &amp; <em>b</em></h1>\n"_s);
    row("escapes", u"\"<&>\" `<i>`"_s, u"<p>&quot;&lt;&amp;&gt;&quot; <code>&lt;i&gt;</code></p>\n"_s);
    row("tight list", u"- a\n  - b\n- c"_s, u"<ul>\n<li>a\n<ul>\n<li>b</li>\n</ul>\n</li>\n<li>c</li>\n</ul>\n"_s);
    row("loose list", u"2. a\n\n3. b"_s, u"<ol start=\"2\">\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ol>\n"_s);
    row("tasks", u"- [x] a\n- [ ] b"_s,
        u"<ul>\n<li class=\"task\"><label><input type=\"checkbox\" disabled checked> a</label></li>\n"
        u"<li class=\"task\"><label><input type=\"checkbox\" disabled> b</label></li>\n</ul>\n"_s);
    row("table", u"|a|b|\n|:-|-:|\n|1|`|`|"_s.replace(u"`|`"_s, u"2"_s),
        u"<table>\n<thead>\n<tr>\n<th style=\"text-align: left\">a</th>\n<th style=\"text-align: "
        u"right\">b</th>\n</tr>\n"
        u"</thead>\n<tbody>\n<tr>\n<td style=\"text-align: left\">1</td>\n<td style=\"text-align: "
        u"right\">2</td>\n</tr>\n"
        u"</tbody>\n</table>\n"_s);
    row("figure", u"![a \"b\"](i.png \"c & d\")"_s,
        u"<figure><img src=\"i.png\" alt=\"a &quot;b&quot;\"><figcaption>c &amp; d</figcaption></figure>\n"_s);
    row("breaks, rule", u"a\\\nb\n\n---"_s, u"<p>a<br>\nb</p>\n<hr>\n"_s);
    row("strikethrough", u"~~a~~"_s, u"<p><del>a</del></p>\n"_s);
    row("code", u"```c++\na<b\n```"_s, u"<pre><code class=\"language-c++\">a&lt;b\n</code></pre>\n"_s);
    row("pull quote", u"<!-- pull quote -->\n> a"_s, u"<blockquote class=\"pullquote\">\n<p>a</p>\n</blockquote>\n"_s);
    row("tune", u"Tune of the week: [x](https://y.example)"_s,
        u"<p class=\"tune\">Tune of the week: <a href=\"https://y.example\">x</a></p>\n"_s);
    row("raw HTML", u"<script>alert(1)</script>\n\na <b onclick=\"x\">b</b> <br>"_s, u"<p>a b </p>\n"_s);
    row("javascript", u"[a](javascript:alert(1)) ![b](data:x)"_s, u"<p>a b</p>\n"_s);
    row("week link", u"[last week](week:2019-W36)"_s, u"<p>last week</p>\n"_s);
    row("encoding", u"[a](</ü b?x=1&y=\"2\">)"_s, u"<p><a href=\"/%C3%BC%20b?x=1&amp;y=%222%22\">a</a></p>\n"_s);
    row("autolinks", u"www.a.example x@y.example"_s,
        u"<p><a href=\"http://www.a.example\">www.a.example</a> <a href=\"mailto:x@y.example\">x@y.example</a></p>\n"_s);
    row("no link in a link", u"[https://a.example/](https://b.example)"_s,
        u"<p><a href=\"https://b.example\">https://a.example/</a></p>\n"_s);
}

void tst_md_HtmlWriter::html()
{
    QFETCH(const QString, text);
    QFETCH(const QString, html);
    QCOMPARE(HtmlWriter().write(*Document::parse(text)), html);
    QCOMPARE(breachOfHtml(html), QString());
}

void tst_md_HtmlWriter::safeTargets_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<bool>("safe");
    for (const QString &address : {u"https://a"_s, u"HTTP://a"_s, u"mailto:a@b"_s, u"a/b.png"_s, u"/a:b"_s, u"#a:b"_s,
                                   u"?a:b"_s, u"//a"_s, u""_s, u"a"_s})
        QTest::newRow(qPrintable(u"+ "_s + address)) << address << true;
    for (const QString &address :
         {u"javascript:a"_s, u"JavaScript:a"_s, u" java\nscript:a"_s, u"java\tscript:a"_s, u"\u0001javascript:a"_s,
          u"data:text/html,a"_s, u"vbscript:a"_s, u"file:///etc"_s, u"week:2019-W36"_s, u"blob:a"_s})
        QTest::newRow(qPrintable(u"- "_s + address)) << address << false;
}

void tst_md_HtmlWriter::safeTargets()
{
    QFETCH(const QString, address);
    QFETCH(const bool, safe);
    QCOMPARE(HtmlWriter::safeTarget(address).has_value(), safe);
}

void tst_md_HtmlWriter::subclassesOverride()
{
    class Writer final : public HtmlWriter
    {
    protected:
        void separator(const Block &) override { writeMarkup(u"<hr class=\"dots\">\n"); }
        [[nodiscard]] std::optional<QString> linkTarget(const Inline &link) const override
        {
            return link.target.startsWith(u"week:") ? u"../last/"_s : HtmlWriter::linkTarget(link);
        }
        void rawHtmlInline(const Inline &html) override { writeText(html.text); }
    };
    QCOMPARE(Writer().write(*Document::parse(u"[a](week:x) <b>\n\n***"_s)),
             u"<p><a href=\"../last/\">a</a> &lt;b&gt;</p>\n<hr class=\"dots\">\n"_s);
}

void tst_md_HtmlWriter::elementsInText_data()
{
    QTest::addColumn<QString>("markdown");
    QTest::addColumn<QString>("html");
    const auto row = [](const char *name, const QString &markdown, const QString &html) {
        QTest::newRow(name) << markdown << u"<p>"_s + html + u"</p>\n"_s;
    };
    row("pair", u"a <SUB class=x onclick=y>b *c*</sub>"_s, u"a <sub>b <em>c</em></sub>"_s);
    row("in each other", u"<kbd><b>a</b></kbd> <u><s>b</s></u>"_s,
        u"<kbd><strong>a</strong></kbd> <u><del>b</del></u>"_s);
    row("not ended", u"a <sub>b"_s, u"a &lt;sub&gt;b"_s);
    row("not begun", u"a</sub> b"_s, u"a&lt;/sub&gt; b"_s);
    row("crossed", u"<sub>a<sup>b</sub>c</sup>"_s, u"<sub>a&lt;sup&gt;b</sub>c&lt;/sup&gt;"_s);
    row("over the edge of another", u"*<sub>a* b</sub>"_s, u"<em>&lt;sub&gt;a</em> b&lt;/sub&gt;"_s);
    row("unknown", u"a <foo bar=\"1\">b</foo>"_s, u"a &lt;foo bar=&quot;1&quot;&gt;b&lt;/foo&gt;"_s);
    row("script", u"a <script>b</script>"_s, u"a &lt;script&gt;b&lt;/script&gt;"_s);
    row("adds nothing", u"a <span style=b>c</span> <font>d</font>"_s, u"a c d"_s);
    row("comment", u"a <!-- b -->c<b><!-- d -->e</b>"_s, u"a c<strong>e</strong>"_s);
    row("declaration", u"a <?php b ?> <!X> <![CDATA[c]]>"_s, u"a &lt;?php b ?&gt; &lt;!X&gt; &lt;![CDATA[c]]&gt;"_s);
    row("line", u"a<br>b<BR/>c<wbr>d"_s, u"a<br>\nb<br>\ncd"_s);
    row("image", u"a <img src=b.png alt='c &amp; \"' width=1 onerror=d>"_s,
        u"a <img src=\"b.png\" alt=\"c &amp; &quot;\">"_s);
    row("image of data", u"a <img src='data:image/png,%1' alt=b>"_s.arg(QString(9000, u'x')), u"a b"_s);
    row("link", u"<a href=\"https://a.example/?b&amp;c\" title=d target=_blank>e</a>"_s,
        u"<a href=\"https://a.example/?b&amp;c\" title=\"d\">e</a>"_s);
    row("unsafe link", u"<a href=\"java&#9;script:a()\">b</a> <a href=' data:c'>d</a>"_s, u"b d"_s);
    row("place", u"<a name=\"a\"></a>b <a id=\"c\"/>d"_s, u"b d"_s);
    row("link in a link", u"[a <a href=b>c</a>](d) <a href=e>f [g](h)</a> <a href=i>j <a href=k>l</a></a>"_s,
        u"<a href=\"d\">a c</a> f <a href=\"h\">g</a> <a href=\"i\">j l</a>"_s);
    row("quote", u"<q>a</q>"_s, u"“a”"_s);
    row("abbreviation", u"<abbr title=\"a &lt;\">b</abbr>"_s, u"<abbr title=\"a &lt;\">b</abbr>"_s);
    row("in code", u"`<sub>a</sub>`"_s, u"<code>&lt;sub&gt;a&lt;/sub&gt;</code>"_s);
}

void tst_md_HtmlWriter::elementsInText()
{
    QFETCH(const QString, markdown);
    QTEST(HtmlWriter().write(*Document::parse(markdown)->forReaders(QDate(2026, 11, 30))), "html");
}

/// Where time grew with the square of the input, the test's own limit of time would pass.
void tst_md_HtmlWriter::manyElements()
{
    for (const QString &html : {u"<b>"_s, u"<b></i>"_s, u"<b><i></b>"_s, u"<b>a</b>"_s, u"</b>"_s, u"<a href=b>"_s}) {
        const auto document = Document::parse(u"a "_s + html.repeated(20'000))->forReaders(QDate(2026, 11, 30));
        QVERIFY(!HtmlWriter().write(*document).isEmpty());
    }
}

QTEST_GUILESS_MAIN(tst_md_HtmlWriter)
#include "tst_md_htmlwriter.moc"
