// SPDX-License-Identifier: GPL-3.0-or-later
#include "html/htmlinmarkdown.h"
#include "html/markdownescape.h"
#include "html/sanitize.h"

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
    void sanitizes_data();
    void sanitizes();
    void escapes_data();
    void escapes();
    void survivesHostileInput_data();
    void survivesHostileInput();
};

void TestHtml::convertsHtml_data()
{
    QTest::addColumn<QString>("html");
    QTest::addColumn<QString>("markdown");
    QTest::newRow("paragraphs") << u"<p>One <b>two</b></p><p>three<br>four</p>"_s << u"One **two**\n\nthree\\\nfour"_s;
    QTest::newRow("spaces in emphasis") << u"<p>a<em> b </em>c</p>"_s << u"a *b* c"_s;
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
    QTest::newRow("figure") << u"<figure><img src=a.png alt=A><figcaption>Cap</figcaption></figure>"_s
                            << u"![A](a.png \"Cap\")"_s;
    QTest::newRow("link") << u"<a href='https://example.org/a b'>x</a>"_s << u"[x](<https://example.org/a b>)"_s;
    QTest::newRow("bad link") << u"<a href='javascript:alert(1)'>x</a>"_s << u"x"_s;
    QTest::newRow("frame") << u"<iframe src='https://www.youtube.com/embed/abcDEF123_-'></iframe>"_s
                           << u"https://www.youtube.com/watch?v=abcDEF123_-"_s;
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

void TestHtml::sanitizes_data()
{
    QTest::addColumn<QString>("html");
    QTest::addColumn<QString>("safe");
    QTest::newRow("plain") << u"<p>a &amp; b</p>"_s << u"<p>a &amp; b</p>"_s;
    QTest::newRow("script") << u"<p onclick=x()>a<script>x()</script></p>"_s << u"<p>a</p>"_s;
    QTest::newRow("javascript") << u"<a href=' java\nscript:x()' title=t>a</a>"_s << u"<a title=\"t\">a</a>"_s;
    QTest::newRow("data") << u"<img src='data:image/svg+xml,x' alt=a>"_s << u"<img alt=\"a\">"_s;
    QTest::newRow("svg") << u"<svg><script>x()</script></svg>b"_s << u"b"_s;
    QTest::newRow("unknown") << u"<foo><b>a</b></foo>"_s << u"<b>a</b>"_s;
    QTest::newRow("open tag") << u"<b>a<i>"_s << u"<b>a<i></i></b>"_s;
    QTest::newRow("attribute ends") << u"<a href='x\"><script>'>a</a>"_s
                                    << u"<a href=\"x&quot;&gt;&lt;script&gt;\">a</a>"_s;
}

void TestHtml::sanitizes()
{
    QFETCH(QString, html);
    QTEST(sanitizedHtml(html), "safe");
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
    (void)sanitizedHtml(text);
}

QTEST_GUILESS_MAIN(TestHtml)
#include "tst_html.moc"
