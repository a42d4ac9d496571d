// SPDX-License-Identifier: GPL-3.0-or-later
#include "html/clipboards.h"
#include "html/pastedhtml.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

class TestPastedHtml : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void becomesMarkdown_data()
    {
        QTest::addColumn<QString>("html");
        QTest::addColumn<QString>("markdown");
        QTest::newRow("Word") << TestData::fromWord()
                              << u"# The week\n\n# What we did\n\n**Bold words** and *soft* ones here.\n\n"
                                 "- one\n  - below one\n- two\n\nThen\n\n3. three\n4. four\n\n"
                                 "| **Day** | Hours |\n| --- | --- |\n| Monday | 5 |"_s;
        QTest::newRow("Google Docs") << TestData::fromDocs()
                                     << u"## A heading\n\nPlain, **strong *both*** and [a link](https://a.example/x)"
                                        "~~gone~~`f(x)`\n\n1. one\n   - nested\n2. two"_s;
        QTest::newRow("Outlook") << TestData::fromOutlook()
                                 << u"Hello **all**,\n\nsee [the page](https://a.example/b?c=1)."_s;
        QTest::newRow("a web page")
            << TestData::fromWeb()
            << u"### News\n\nOne bad, one anchor, one [good](https://a.example/) link & `code`.\n\n"
               "> said\n\n```sh\nls -l\n```\n\n- [x] done\n- [ ] open\n\n"
               "![A plan](https://a.example/p.png)"_s;
        QTest::newRow("a page that places by tables")
            << u"<table><tr><td><h1>A</h1><p>b</p><p>c</p></td></tr></table>"_s << u"# A\n\nb\n\nc"_s;
        QTest::newRow("paragraphs") << u"<p>one</p><p>two</p>"_s << u"one\n\ntwo"_s;
        QTest::newRow("breaks in marks") << u"<p><b>Title<br></b>words</p>"_s << u"**Title**\\\nwords"_s;
        QTest::newRow("nothing emphasised")
            << u"<p>a<b> </b>b <i><b></b></i>c <u>d</u> <b>e</b></p>"_s << u"a b c d **e**"_s;
    }

    void becomesMarkdown()
    {
        QFETCH(QString, html);
        QFETCH(QString, markdown);
        QCOMPARE(markdownOfPasted(html).value_or(QString()), markdown);
    }

    void aCoatAroundPlainTextIsNone_data()
    {
        QTest::addColumn<QString>("html");
        QTest::newRow("VS Code") << TestData::fromVsCode();
        QTest::newRow("JetBrains") << TestData::fromJetBrains();
        QTest::newRow("a terminal") << u"<pre><span style=\"color:#0a0\">user@host</span>:~$ ls *.md</pre>"_s;
        QTest::newRow("words of a page")
            << u"<meta charset=\"utf-8\"><span style=\"color:#333;font-weight:400\">2 * 3 * 4</span>"_s;
        QTest::newRow("one paragraph") << u"<html><body><p>one_two_three</p></body></html>"_s;
        QTest::newRow("boxes") << u"<div>one</div><div><br></div><div>two</div>"_s;
        QTest::newRow("nothing") << QString();
        QTest::newRow("too long") << u"<p>words</p>"_s.repeated(200'000);
    }

    void aCoatAroundPlainTextIsNone()
    {
        QFETCH(QString, html);
        QCOMPARE(markdownOfPasted(html), std::nullopt);
    }

    void hostileHtmlDoesNoHarm()
    {
        const QString deep = u"<b><i style='font-weight:bold'>"_s.repeated(3000) + u"x"_s;
        (void)markdownOfPasted(deep);
        (void)markdownOfPasted(
            u"<p style='mso-list:l0 level9 lfo1'>a</p><p style='mso-list:l0 level1 lfo1'>b</p>"_s.repeated(2000));
        const QString safe =
            markdownOfPasted(u"<h1>a</h1><a href=' java\nscript:alert(1)'>x</a><img src='data:image/png;base64,AA'>"
                             "<a href='vbscript:x'>y</a>"_s)
                .value_or(QString());
        QCOMPARE(safe, u"# a\n\nxy"_s);
    }
};

QTEST_MAIN(TestPastedHtml)
#include "tst_pastedhtml.moc"
