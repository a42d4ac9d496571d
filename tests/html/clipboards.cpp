// SPDX-License-Identifier: GPL-3.0-or-later
#include "html/clipboards.h"

namespace Weeknotes::TestData {

QString fromWord()
{
    return QString::fromUtf8(
        R"html(<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal {margin:0}</style>
<!--[if gte mso 9]><xml><w:WordDocument></w:WordDocument></xml><![endif]--></head><body lang=EN-GB>
<!--StartFragment-->
<p class=MsoTitle>The week</p>
<h1>What we did<o:p></o:p></h1>
<p class=MsoNormal><b><span style='font-size:12.0pt'>Bold</span></b><b> words</b> and
<i style='mso-bidi-font-style:normal'>soft</i> ones<span style='mso-spacerun:yes'>&nbsp; </span>here.<o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;
</span></span></span><![endif]>one<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level2 lfo1'><![if !supportLists]><span
style='font-family:"Courier New"'><span style='mso-list:Ignore'>o<span>&nbsp; </span></span></span><![endif]>below one</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·<span>&nbsp;</span></span>two</p>
<p class=MsoNormal>Then</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>3.<span>&nbsp;</span></span>three</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>4.<span>&nbsp;</span></span>four</p>
<table class=MsoTableGrid border=1><tr><td><p class=MsoNormal><b>Day<o:p></o:p></b></p></td><td><p class=MsoNormal>Hours</p></td></tr>
<tr><td><p class=MsoNormal>Monday</p></td><td><p class=MsoNormal>5</p></td></tr></table>
<!--EndFragment--></body></html>)html");
}

QString fromDocs()
{
    return QString::fromUtf8(
        R"html(<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1a2b"><h2 dir="ltr"
style="line-height:1.38"><span style="font-size:16pt;font-weight:700">A heading</span></h2><p dir="ltr"><span
style="font-weight:400;white-space:pre-wrap;">Plain, </span><span style="font-weight:700;">strong</span><span
style="font-weight:700;font-style:italic;"> both</span><span style="font-weight:400;"> and </span><a
href="https://www.google.com/url?q=https://a.example/x&amp;sa=D"><span style="color:#1155cc;text-decoration:underline;">a
link</span></a><span style="text-decoration:line-through">gone</span><span style="font-family:'Roboto Mono',monospace">f(x)</span></p><br /><ol><li dir="ltr"
style="font-weight:400" aria-level="1"><p dir="ltr" role="presentation"><span style="font-weight:400">one</span></p></li><ul><li
aria-level="2"><p role="presentation"><span>nested</span></p></li></ul><li><p role="presentation"><span>two</span></p></li></ol></b><br
class="Apple-interchange-newline">)html");
}

QString fromOutlook()
{
    return QString::fromUtf8(
        R"html(<html><body><div class=WordSection1><p class=MsoNormal>Hello <b>all</b>,<o:p></o:p></p><p
class=MsoNormal><o:p>&nbsp;</o:p></p><p class=MsoNormal>see <a
href="https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fa.example%2Fb%3Fc%3D1&amp;data=05&amp;reserved=0">the
page</a>.<o:p></o:p></p><img width=1 height=1 src="https://t.example/open.gif"><img src="cid:image001.png@01D"
alt="Logo, description automatically generated"></div></body></html>)html");
}

QString fromWeb()
{
    return QString::fromUtf8(
        R"html(<meta charset="utf-8"><h3 style="color:red">News</h3><script>alert(1)</script><p>One <a
href="javascript:alert(1)" onclick="go">bad</a>, one <a href="#top">anchor</a>, one <a href="https://a.example/"
title="tip">good</a> link &amp; <code>code</code>.<!-- a comment --></p><blockquote><p>said</p></blockquote><pre><code
class="language-sh">ls -l
</code></pre><ul><li><input type="checkbox" checked disabled> done</li><li><input type="checkbox"> open</li></ul><p><img
src="https://a.example/p.png" alt="A plan" style="width:300px"><img src="https://t.example/p" style="width:1px;height:1px"></p>)html");
}

QString fromVsCode()
{
    return QString::fromUtf8(
        R"html(<meta charset='utf-8'><div style="color: #d4d4d4;background-color: #1e1e1e;font-family:
'Droid Sans Mono', monospace;font-weight: normal;font-size: 14px;white-space: pre;"><div><span style="color: #569cd6;font-weight: bold;">
# Heading</span></div><div>*x*</div></div>)html");
}

QString fromJetBrains()
{
    return QString::fromUtf8(
        R"html(<html><head></head><body><pre style="background-color:#2b2b2b;font-family:'JetBrains Mono',monospace;"><span
style="color:#cc7832;">int </span>x;<br><b>y</b></pre></body></html>)html");
}

} // namespace Weeknotes::TestData
