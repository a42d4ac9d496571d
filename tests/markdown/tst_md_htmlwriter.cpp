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

QTEST_GUILESS_MAIN(tst_md_HtmlWriter)
#include "tst_md_htmlwriter.moc"
