// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/outline.h"
#include "markdown/plaintext.h"
#include "markdown/targets.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Weeknotes;
using namespace Weeknotes::Markdown;

class tst_md_Texts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plain_data();
    void plain();
    void measures_data();
    void measures();
    void outlineAndSections();
    void changesOnlyTargetsThatItUnderstands_data();
    void changesOnlyTargetsThatItUnderstands();
};

void tst_md_Texts::plain_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("plain");
    QTest::newRow("nothing") << u""_s << u""_s;
    QTest::newRow("inlines") << u"# *A* [b](c) `d` ![e](f)\n\ng\nh\\\ni &amp; j"_s << u"A b d e\n\ng h\ni & j"_s;
    QTest::newRow("tight list") << u"a\n\n- b\n- c\n  - d\n\ne"_s << u"a\n\nb\nc\nd\n\ne"_s;
    QTest::newRow("two lists") << u"- a\n- b\n\nx\n\n- c\n- d"_s << u"a\nb\n\nx\n\nc\nd"_s;
    QTest::newRow("loose list") << u"- a\n\n- b"_s << u"a\n\nb"_s;
    QTest::newRow("table") << u"|a|b|\n|-|-|\n|1|2|"_s << u"a\tb\n1\t2"_s;
    QTest::newRow("figure") << u"![a](b \"c\")\n\n![d](e)"_s << u"c\n\nd"_s;
    QTest::newRow("code") << u"```\na\nb\n```"_s << u"a\nb"_s;
    QTest::newRow("marks") << u"<!-- ? q -->\n<!-- private\np\n-->\n<!--more-->\n\nx\n***\n"_s << u"p\n\nx"_s;
    QTest::newRow("HTML") << u"<div>a <b>c</b><script>x()</script></div>\n"_s << u"a c"_s;
    QTest::newRow("footnote") << u"a[^1]\n\n[^1]: b\n"_s << u"a\n\n[1] b"_s;
}

void tst_md_Texts::plain()
{
    QFETCH(const QString, text);
    QTEST(toPlainText(*Document::parse(text)), "plain");
}

void tst_md_Texts::measures_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<TextMeasure>("measure");
    QTest::newRow("nothing") << u""_s << TextMeasure{};
    QTest::newRow("words") << u"It's a *well*-known **f**act — 3.5 times."_s << TextMeasure{6, 0, 0};
    QTest::newRow("across lines") << u"one\ntwo\\\nthree\n\n- four\n- five"_s << TextMeasure{5, 0, 0};
    QTest::newRow("links count their words") << u"[two words](https://example.org/a/b)"_s << TextMeasure{2, 0, 0};
    QTest::newRow("images") << u"a ![not these](x) b\n\n![nor this](y \"two words\")"_s << TextMeasure{4, 0, 2};
    QTest::newRow("code") << u"```\nint main\n```"_s << TextMeasure{2, 0, 0};
    QTest::newRow("CJK") << u"今週は Qt を使った 한국"_s << TextMeasure{1, 9, 0};
    QTest::newRow("hidden") << u"a\n\n<!-- private\nb c\n\n![d](e)\n-->\n<!-- ? f g -->\n"_s << TextMeasure{1, 0, 0};
    QTest::newRow("footnotes") << u"a[^1]\n\n[^1]: b c\n"_s << TextMeasure{3, 0, 0};
    QTest::newRow("a hidden passage's footnote")
        << u"a\n\n<!-- private\nb[^1]\n-->\n\n[^1]: c d[^2]\n[^2]: e\n"_s << TextMeasure{1, 0, 0};
    QTest::newRow("accents and beyond") << u"été 𝒳yz naïve"_s << TextMeasure{3, 0, 0};
}

void tst_md_Texts::measures()
{
    QFETCH(const QString, text);
    QFETCH(const TextMeasure, measure);
    const auto found = Markdown::measure(*Document::parse(text));
    QCOMPARE(found.words, measure.words);
    QCOMPARE(found.cjkCharacters, measure.cjkCharacters);
    QCOMPARE(found.images, measure.images);
}

void tst_md_Texts::outlineAndSections()
{
    const auto document =
        Document::parse(u"intro\n\n# One *two*\n\na\n\n> # quoted\n\n<!-- private\n## Secret\nb\n-->\n\n"
                        u"### Three\n"_s);
    const auto entries = outline(*document);
    QCOMPARE(entries.size(), size_t(3));
    QCOMPARE(entries[0], (OutlineEntry{1, u"One two"_s, {7, 18}}));
    QCOMPARE(entries[1].text, u"Secret"_s);
    QCOMPARE(entries[2].level, 3);

    const auto parts = sections(*document);
    QCOMPARE(parts.size(), size_t(4));
    QCOMPARE(parts[0].level, 0);
    QCOMPARE(parts[0].text, u"intro"_s);
    QCOMPARE(parts[1].heading, u"One two"_s);
    QCOMPARE(parts[1].text, u"a\n\nquoted"_s);
    QCOMPARE(parts[1].source.begin, 7);
    QCOMPARE(parts[2].text, u"b"_s);
    QCOMPARE(parts[3].text, u""_s);
    QVERIFY(sections(*Document::parse(u"***\n"_s)).empty());
}

void tst_md_Texts::changesOnlyTargetsThatItUnderstands_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::newRow("image") << u"![a](a.png)"_s << u"![a](w/a.png)"_s;
    QTest::newRow("no words") << u"![](a.png \"T\")"_s << u"![](w/a.png \"T\")"_s;
    QTest::newRow("strong words") << u"![**a**](a.png)"_s << u"![**a**](w/a.png)"_s;
    QTest::newRow("link around it") << u"[![a](a.png)](a.png)"_s << u"[![a](w/a.png)](w/a.png)"_s;
    QTest::newRow("in a quote and a list")
        << u"> ![a](a.png)\n\n- ![a](a.png)"_s << u"> ![a](w/a.png)\n\n- ![a](w/a.png)"_s;
    QTest::newRow("footnote") << u"A[^1]\n\n[^1]: ![a](a.png)"_s << u"A[^1]\n\n[^1]: ![a](w/a.png)"_s;
    QTest::newRow("references") << u"![a][b] ![c][b]\n\n[b]: a.png"_s << u"![a][b] ![c][b]\n\n[b]: w/a.png"_s;
    QTest::newRow("beside code") << u"`![](a.png)` ![](a.png) `![](a.png)`"_s
                                 << u"`![](a.png)` ![](w/a.png) `![](a.png)`"_s;
    QTest::newRow("hidden") << u"<!-- private\n![a](a.png)\n-->"_s << u"<!-- private\n![a](w/a.png)\n-->"_s;
    for (const auto &same : {u"`![a](a.png)`"_s, u"```\n![a](a.png)\n```"_s, u"[^1]: a.png"_s, u"![a](a.png.b)"_s,
                             u"\\![a] (a.png)"_s, u"![a](other.png)"_s, u"![a](https://example.org/a.png)"_s})
        QTest::newRow(qPrintable(same)) << same << same;
}

void tst_md_Texts::changesOnlyTargetsThatItUnderstands()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    QCOMPARE(withTargets({{u"a.png"_s, u"w/a.png"_s}}, before), after);
}

QTEST_GUILESS_MAIN(tst_md_Texts)
#include "tst_md_texts.moc"
