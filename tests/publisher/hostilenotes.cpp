// SPDX-License-Identifier: GPL-3.0-or-later
#include "publisher/hostilenotes.h"

#include "html/htmltree.h"

#include <QBuffer>
#include <QImage>
#include <QSet>

#include <algorithm>

namespace Weeknotes {

using namespace Qt::StringLiterals;

namespace {

// RUN and ASK stand for a script and an address.
const std::map<QString, QStringList> vectors{
    {u"scripts"_s,
     {u"<script>RUN</script>"_s,
      u"<SCRIPT SRC=ASK></SCRIPT>"_s,
      u"<script/x>RUN</script>"_s,
      u"<script\n>RUN</script\n>"_s,
      u"<<script>RUN//<</script>"_s,
      u"<script>RUN"_s,
      u"</script><script>RUN</script>"_s,
      u"<scr<script>ipt>RUN</script>"_s,
      u"<script type=\"text/javascript\">RUN</script>"_s,
      u"<script type=module>RUN</script>"_s,
      u"<script async defer src=//hostile.invalid></script>"_s,
      u"</title><script>RUN</script>"_s,
      u"</style><script>RUN</script>"_s,
      u"--><script>RUN</script><!--"_s,
      u"]]><script>RUN</script>"_s,
      u"<noscript><p title=\"</noscript><script>RUN</script>\"></noscript>"_s,
      u"<script>alert(1)</script>"_s,
      u"\u2028<script>RUN</script>"_s,
      u"{\"@type\":\"</script><script>RUN</script>\"}"_s,
      u"<!--<script>"_s}},
    {u"event handlers"_s,
     {u"<img src=x onerror=RUN>"_s,
      u"<img src=x OnErRoR = 'RUN'>"_s,
      u"<img/src=x/onerror=RUN>"_s,
      u"<img src=x onerror\n=\n\"RUN\">"_s,
      u"<body onload=RUN>"_s,
      u"<p onclick=RUN>x</p>"_s,
      u"<details open ontoggle=RUN><summary>x</summary></details>"_s,
      u"<input autofocus onfocus=RUN>"_s,
      u"<video><source onerror=RUN></video>"_s,
      u"<audio src=x onerror=RUN>"_s,
      u"<marquee onstart=RUN>"_s,
      u"<select autofocus onfocus=RUN><option>"_s,
      u"<textarea autofocus onfocus=RUN>"_s,
      u"<b onmouseover=RUN>x</b>"_s,
      u"<a href=# onfocus=RUN autofocus tabindex=1>x</a>"_s,
      u"<kbd onpointerenter=RUN>x</kbd>"_s,
      u"<img src=x onerror=&#82;UN>"_s,
      u"<img src=`x` onerror=RUN>"_s,
      u"<img \"\"\"><img src=x onerror=RUN>\">"_s,
      u"\" onmouseover=\"RUN"_s,
      u"' onmouseover='RUN"_s,
      u"x\" autofocus onfocus=RUN x=\""_s,
      u"`onerror=RUN`"_s,
      u"<div style=\"animation:x 1s\" onanimationstart=RUN>x</div>"_s,
      u"<iframe onload=RUN></iframe>"_s,
      u"<style onload=RUN></style>"_s,
      u"<link rel=stylesheet href=ASK onerror=RUN>"_s,
      u"<object onerror=RUN>"_s}},
    {u"javascript addresses"_s,
     {u"[x](javascript:RUN)"_s,
      u"<a href=\"javascript:RUN\">x</a>"_s,
      u"<a href='JaVaScRiPt:RUN'>x</a>"_s,
      u"<a href=\"java\tscript:RUN\">x</a>"_s,
      u"<a href=\"java\nscript:RUN\">x</a>"_s,
      u"<a href=\"&#106;avascript:RUN\">x</a>"_s,
      u"<a href=\"&#x6A&#x61vascript:RUN\">x</a>"_s,
      u"<a href=\"&#0000106;avascript&colon;RUN\">x</a>"_s,
      u"<a href=\" \u0001 javascript:RUN\">x</a>"_s,
      u"<a href=\"javascript&#x3A;RUN\">x</a>"_s,
      u"<a href=\"java&Tab;script:RUN\">x</a>"_s,
      u"<a href=\"java&NewLine;script:RUN\">x</a>"_s,
      u"<a href=\"javascript://x%0aRUN\">x</a>"_s,
      u"[x](java&#9;script:RUN)"_s,
      u"[x](&#x6A;avascript:RUN)"_s,
      u"[x](javascript&colon;RUN)"_s,
      u"[x](<java\tscript:RUN>)"_s,
      u"<javascript:RUN>"_s,
      u"[x][y]\n\n[y]: javascript:RUN"_s,
      u"![x](javascript:RUN)"_s,
      u"[x](\\javascript:RUN)"_s,
      u"[x](vbscript:RUN)"_s,
      u"[x](livescript:RUN)"_s,
      u"[x](feed:javascript:RUN)"_s,
      u"[x](view-source:javascript:RUN)"_s,
      u"[x](jar:javascript:RUN)"_s,
      u"[x](javas%63ript:RUN)"_s,
      u"<form action=javascript:RUN><button>x</button></form>"_s,
      u"<button formaction=javascript:RUN>x</button>"_s,
      u"<iframe src=javascript:RUN></iframe>"_s,
      u"<area href=javascript:RUN>"_s,
      u"javascript:RUN"_s,
      u"week:x\" onclick=\"RUN"_s,
      u"[x](week:javascript:RUN)"_s,
      u"<a href=\"\u00A0javascript:RUN\">x</a>"_s}},
    {u"data addresses"_s,
     {u"[x](data:text/html,<script>RUN</script>)"_s, u"<a href=\"data:text/html;base64,PHNjcmlwdD4\">x</a>"_s,
      u"![x](data:image/svg+xml,<svg/onload=RUN>)"_s, u"<img src=\"data:image/svg+xml,&lt;svg onload=RUN&gt;\">"_s,
      u"<iframe src=\"data:text/html,<script>RUN</script>\"></iframe>"_s,
      u"<object data=\"data:text/html,x\"></object>"_s, u"<embed src=\"data:image/svg+xml,x\">"_s,
      u"[x](DATA:text/html,x)"_s, u"[x](blob:https://hostile.invalid/x)"_s, u"[x](file:///etc/passwd)"_s,
      u"[x](filesystem:https://hostile.invalid/x)"_s, u"[x](about:blank)"_s}},
    {u"requests"_s,
     {u"![x](ASKpixel.gif)"_s,
      u"<img src=ASKpixel.gif>"_s,
      u"<img srcset=\"ASKa 1x\" src=images/a.png>"_s,
      u"![x](//hostile.invalid/a.png)"_s,
      u"![x](\\\\hostile.invalid\\a.png)"_s,
      u"<picture><source srcset=ASK></picture>"_s,
      u"<video poster=ASK></video>"_s,
      u"<video src=ASK autoplay>"_s,
      u"<audio autoplay><source src=ASK></audio>"_s,
      u"<table background=ASK><tr><td>x</table>"_s,
      u"<body background=ASK>"_s,
      u"<input type=image src=ASK>"_s,
      u"<link rel=prefetch href=ASK>"_s,
      u"<link rel=stylesheet href=ASK>"_s,
      u"<track src=ASK>"_s,
      u"<image src=ASK>"_s,
      u"<bgsound src=ASK>"_s,
      u"<img lowsrc=ASK dynsrc=ASK>"_s,
      u"<iframe src=ASK></iframe>"_s,
      u"<frame src=ASK>"_s,
      u"<object data=ASK></object>"_s,
      u"<embed src=ASK>"_s,
      u"<applet code=ASK>"_s,
      u"<p ping=ASK>x</p>"_s,
      u"<a ping=ASK href=ASK>x</a>"_s,
      u"<html manifest=ASK>"_s,
      u"<img src=\" ASK\">"_s,
      u"[![](ASKa)](ASKb)"_s,
      u"![x](images/../../a.png)"_s,
      u"![x](/etc/passwd)"_s,
      u"![x](images/a.png?ASK)"_s,
      u"<blockquote cite=ASK>x</blockquote>"_s,
      u"<portal src=ASK>"_s,
      u"<script src=ASK></script>"_s,
      u"https://www.youtube.com/watch?v=\"><img src=ASK>"_s}},
    {u"svg and mathml"_s,
     {u"<svg onload=RUN>"_s, u"<svg><script>RUN</script></svg>"_s, u"<svg><script xlink:href=ASK /></svg>"_s,
      u"<svg><a xlink:href=javascript:RUN><text>x</text></a></svg>"_s,
      u"<svg><animate onbegin=RUN attributeName=x dur=1s>"_s,
      u"<svg><set attributeName=href to=javascript:RUN></svg>"_s, u"<svg><foreignObject><iframe onload=RUN></svg>"_s,
      u"<svg><use href=ASK#x></svg>"_s, u"<svg><image href=ASK></svg>"_s, u"<svg><style>@import 'ASK'</style></svg>"_s,
      u"<svg/onload=RUN//"_s, u"<svg><title><script>RUN</script></title></svg>"_s,
      u"<svg><desc><img src=x onerror=RUN></svg>"_s, u"<math href=javascript:RUN>x</math>"_s,
      u"<math><mi xlink:href=javascript:RUN>x</mi></math>"_s,
      u"<math><annotation-xml encoding=text/html><script>RUN</script></math>"_s,
      u"<math><mtext></form><form><mglyph><style></math><img src onerror=RUN>"_s,
      u"<math><maction actiontype=statusline#x>"_s}},
    {u"styles"_s,
     {u"<style>*{display:none}</style>"_s, u"<style>@import 'ASK';</style>"_s,
      u"<p style=\"background:url(ASK)\">x</p>"_s, u"<p style=\"width:expression(RUN)\">x</p>"_s,
      u"<p style=\"-moz-binding:url(ASK)\">x</p>"_s, u"<div style=\"position:fixed;inset:0\">x</div>"_s,
      u"<b style='behavior:url(ASK)'>x</b>"_s, u"<style><img src=\"</style><img src=x onerror=RUN>\">"_s,
      u"<p class=\"card\" id=\"fn:\">x</p>"_s, u"<font style='x:\\65xpression(RUN)'>x</font>"_s,
      u"</style><style>body{background:url(ASK)}"_s, u"var(--ink);}*{x:url(ASK)"_s}},
    {u"another page"_s,
     {u"<iframe srcdoc=\"<script>RUN</script>\"></iframe>"_s,
      u"<iframe srcdoc='&lt;img src=x onerror=RUN&gt;'></iframe>"_s,
      u"<meta http-equiv=refresh content=\"0;url=ASK\">"_s,
      u"<meta http-equiv=\"refresh\" content=\"0;javascript:RUN\">"_s,
      u"<meta http-equiv=Content-Security-Policy content=\"script-src *\">"_s,
      u"<meta http-equiv=Set-Cookie content=a=b>"_s,
      u"<meta charset=utf-7>+ADw-script+AD4-RUN+ADw-/script+AD4-"_s,
      u"<base href=ASK>"_s,
      u"<base target=_blank>"_s,
      u"<html><head><base href=ASK></head><body>"_s,
      u"</body></html><script>RUN</script>"_s,
      u"</article></main><h1>x"_s,
      u"<frameset><frame src=ASK></frameset>"_s,
      u"<form action=ASK><input name=password></form>"_s,
      u"<object type=text/html data=ASK></object>"_s,
      u"<dialog open>x</dialog>"_s,
      u"<template><script>RUN</script></template>"_s,
      u"<template shadowrootmode=open><script>RUN</script></template>"_s,
      u"<p is=x-y>x</p>"_s,
      u"<x-y>x</x-y>"_s,
      u"<slot name=x>x</slot>"_s,
      u"<div popover id=x>x</div>"_s,
      u"<a href=# id=location>x</a>"_s,
      u"<img name=cookie>"_s}},
    {u"mutations"_s,
     {u"<noscript><style></noscript><img src=x onerror=RUN>"_s,
      u"<p><svg><style><!--</style><img src=x onerror=RUN>-->"_s,
      u"<svg></p><style><a id=\"</style><img src=x onerror=RUN>\">"_s,
      u"<xmp><p title=\"</xmp><img src=x onerror=RUN>\">"_s,
      u"<noembed><p title=\"</noembed><img src=x onerror=RUN>\">"_s,
      u"<noframes><p title=\"</noframes><img src=x onerror=RUN>\">"_s,
      u"<textarea><p title=\"</textarea><img src=x onerror=RUN>\">"_s,
      u"<title><p title=\"</title><img src=x onerror=RUN>\">"_s,
      u"<form><math><mtext></form><form><mglyph><style></math><img src onerror=RUN>"_s,
      u"<table><td><table><caption><img src=x onerror=RUN>"_s,
      u"<listing>&lt;img src=x onerror=RUN&gt;</listing>"_s,
      u"<img alt=\"``onerror=RUN\">"_s,
      u"<a title=\"&lt;/a&gt;&lt;img src=x onerror=RUN&gt;\" href=x>x</a>"_s,
      u"<select><style></select><img src=x onerror=RUN></style>"_s,
      u"<plaintext><img src=x onerror=RUN>"_s,
      u"<svg><p><style><g title=\"</style><img src=x onerror=RUN>\">"_s,
      u"&lt;img src=x onerror=RUN&gt;"_s,
      u"&amp;lt;script&amp;gt;RUN"_s,
      u"&#60;script&#62;RUN&#60;/script&#62;"_s,
      u"<b title=\"&#34;&#62;&#60;script&#62;RUN\">x</b>"_s}},
    {u"broken tags"_s,
     {u"<img src=x onerror=RUN"_s,
      u"<img src=\"x onerror=RUN>"_s,
      u"<a href=\"x"_s,
      u"<a href='x\"><script>RUN</script>'>x</a>"_s,
      u"<b<script>RUN</script>"_s,
      u"<%00script>RUN</script>"_s,
      u"<\u0000script>RUN</script>"_s,
      u"<!-->"_s,
      u"<!--><script>RUN</script>-->"_s,
      u"<!-- --!><script>RUN</script>"_s,
      u"<![CDATA[<script>RUN</script>]]>"_s,
      u"<?xml version=\"1.0\"?><script>RUN</script>"_s,
      u"<!DOCTYPE x [<!ENTITY y \"<script>\">]>&y;"_s,
      u"</p></div></article>"_s,
      u"<div><p><b><i>"_s,
      u"<table><tr><td>"_s,
      u"<details><summary>"_s,
      u"<li><dd><dt>"_s,
      u"<b></i></b></p>"_s,
      u"<"_s,
      u"</"_s,
      u"<a/b/c>"_s,
      u"<a =b>"_s,
      u"<a b==c>"_s,
      u"<IMG SRC=x ONERROR=RUN"_s,
      u"\uFF1Cscript\uFF1ERUN"_s,
      u"<ſcript>RUN</ſcript>"_s,
      u"<!-- private\nx\n--><script>RUN</script>"_s,
      u"``` \"><script>RUN</script>\nx\n```"_s,
      u"| <script> |\n|---|\n| RUN |"_s}},
    {u"templates"_s,
     {u"{{constructor.constructor('RUN')()}}"_s, u"${RUN}"_s, u"#{RUN}"_s, u"<%= RUN %>"_s,
      u"{% load x %}{{ post.title|safe }}"_s, u"{{ title }}"_s, u"{% include \"/etc/passwd\" %}"_s, u"{%raw%}"_s,
      u"{# x #}"_s, u"{{%AND%}}"_s, u"[[RUN]]"_s, u"%1 %2 %n"_s, u"{{< youtube x >}}"_s, u"{{ site.github }}"_s,
      u"@{RUN}"_s, u"\\u003cscript\\u003eRUN"_s}},
    {u"front matter"_s,
     {u"---\nlayout: x\npermalink: /../../x\n---\nx"_s, u"x\"\nlayout: \"y"_s, u"x\n---\n<script>RUN</script>"_s,
      u"+++\ntitle = 'x'\n+++"_s, u"!!python/object/apply:os.system ['x']"_s, u"&a [*a, *a]"_s, u"x: y: z"_s,
      u"x # y"_s, u"'x' \"y\" \\ \u0085 \u2028"_s, u"%YAML 1.1"_s, u"...\n---\nx: y"_s, u"null"_s, u"yes"_s,
      u"2026-11-30"_s, u"- x\n- y"_s, u"[x, y"_s, u"{x"_s, u"|\n x"_s}},
    {u"names and headers"_s,
     {u"../../../etc/passwd"_s,
      u"..\\..\\x"_s,
      u"/etc/passwd"_s,
      u"C:\\x"_s,
      u"CON"_s,
      u"nul.html"_s,
      u".htaccess"_s,
      u"index.html"_s,
      u"x\r\nSet-Cookie: a=b"_s,
      u"x\r\n\r\n<script>RUN</script>"_s,
      u"x%0d%0aLocation:%20ASK"_s,
      u"x\u0000.html"_s,
      u"~/x"_s,
      u"$(x)"_s,
      u"`x`"_s,
      u"; rm -rf x"_s,
      u"-rf"_s,
      u"x\u202Egnp.exe"_s,
      QString(400, u'x'),
      u"%2e%2e%2fx"_s,
      u"....//x"_s,
      u"x?y#z"_s}},
};

QString armed(QString vector)
{
    return vector.replace("RUN"_L1, "window.__ran=1"_L1).replace("ASK"_L1, "https://hostile.invalid/"_L1);
}

QStringList allVectors()
{
    QStringList all;
    for (const auto &[category, texts] : attackVectors())
        all += texts;
    return all;
}

QString pickFrom(const QStringList &texts, QRandomGenerator &random)
{
    return texts.at(random.bounded(int(texts.size())));
}

QString encoded(const QString &text, QRandomGenerator &random)
{
    const int way = random.bounded(6);
    QString result;
    for (const QChar c : text) {
        const QString code = QString::number(c.unicode(), 16);
        if (random.bounded(4) != 0 || c == u'\n')
            result += c;
        else if (way == 0)
            result += u"&#x"_s + code + (random.bounded(2) == 0 ? u";"_s : QString());
        else if (way == 1)
            result += u"&#"_s + QString::number(c.unicode()) + u';';
        else if (way == 2 && c.unicode() < 0x80)
            result += u'%' + code.rightJustified(2, u'0');
        else if (way == 3)
            result += c.isUpper() ? c.toLower() : c.toUpper();
        else if (way == 4)
            result += QString(c) + pickFrom({u"\t"_s, u"\u0000"_s, u"\n"_s, u"/"_s, u"\u00AD"_s, u"\\"_s}, random);
        else
            result += u'\\' + QString(c);
    }
    return result;
}

QString dressed(const QString &text, QRandomGenerator &random)
{
    static const QStringList forms{u"%1"_s,
                                   u"%1\n\n"_s,
                                   u"# %1\n"_s,
                                   u"> %1\n"_s,
                                   u"- %1\n"_s,
                                   u"[x](%1)"_s,
                                   u"[%1](x)"_s,
                                   u"![%1](images/a.png)"_s,
                                   u"![x](%1)"_s,
                                   u"[x](y \"%1\")"_s,
                                   u"![x](images/a.png '%1')"_s,
                                   u"`%1`"_s,
                                   u"\n```%1\n%1\n```\n"_s,
                                   u"\n| %1 | x |\n|---|---|\n| x | %1 |\n"_s,
                                   u"x[^%1]\n\n[^%1]: %1\n\n"_s,
                                   u"<b title=\"%1\">%1</b>"_s,
                                   u"<a href=\"%1\">%1</a>"_s,
                                   u"<div %1>\n\n%1\n\n</div>\n"_s,
                                   u"<details>\n<summary>%1</summary>\n\n%1\n\n</details>\n\n"_s,
                                   u"<table><tr><td>%1</table>\n\n"_s,
                                   u"<!-- pull quote -->\n> %1\n\n"_s,
                                   u"<!-- appeal: %1 -->\n%1\n<!-- /appeal -->\n\n"_s,
                                   u"**%1**"_s,
                                   u"Tune of the week: [%1](https://a.example/)\n\n"_s,
                                   u"<https://a.example/%1>"_s,
                                   u"- [ ] %1\n"_s,
                                   u"[x]: %1\n\n[x]"_s,
                                   u"<figure><img src=\"%1\"><figcaption>%1</figcaption></figure>\n\n"_s,
                                   u"\n\nhttps://www.youtube.com/watch?v=%1\n\n"_s,
                                   u"<dl><dt>%1<dd>%1</dl>\n\n"_s,
                                   u"<img alt='%1' src=\"images/a.png\">"_s};
    QString form = pickFrom(forms, random);
    return form.replace("%1"_L1, text);
}

QString hostileText(QRandomGenerator &random, int most)
{
    static const QStringList all = allVectors();
    QString text;
    for (int count = random.bounded(1, most + 1); count > 0; --count) {
        QString vector = pickFrom(all, random);
        if (random.bounded(5) == 0)
            vector.truncate(random.bounded(int(vector.size()) + 1));
        if (random.bounded(5) == 0)
            vector.insert(random.bounded(int(vector.size()) + 1), pickFrom(all, random));
        if (random.bounded(3) == 0)
            vector = encoded(vector, random);
        text += dressed(vector, random);
    }
    return text;
}

QByteArray onePixel()
{
    QImage image(1, 1, QImage::Format_RGB32);
    image.fill(Qt::white);
    QByteArray data;
    QBuffer buffer(&data);
    image.save(&buffer, "PNG");
    return data;
}

bool mayStand(const QString &element)
{
    static const QSet<QString> known{
        u"html"_s,  u"head"_s,    u"meta"_s,       u"title"_s,      u"link"_s,   u"script"_s, u"style"_s,
        u"main"_s,  u"article"_s, u"header"_s,     u"hgroup"_s,     u"h1"_s,     u"h2"_s,     u"h3"_s,
        u"h4"_s,    u"h5"_s,      u"h6"_s,         u"p"_s,          u"div"_s,    u"span"_s,   u"time"_s,
        u"a"_s,     u"em"_s,      u"strong"_s,     u"del"_s,        u"code"_s,   u"pre"_s,    u"br"_s,
        u"hr"_s,    u"ul"_s,      u"ol"_s,         u"li"_s,         u"nav"_s,    u"figure"_s, u"img"_s,
        u"table"_s, u"thead"_s,   u"figcaption"_s, u"blockquote"_s, u"tbody"_s,  u"tr"_s,     u"th"_s,
        u"td"_s,    u"sup"_s,     u"sub"_s,        u"section"_s,    u"footer"_s, u"data"_s,   u"b"_s,
        u"label"_s, u"input"_s,   u"kbd"_s,        u"mark"_s,       u"abbr"_s,   u"small"_s,  u"u"_s,
        u"ins"_s,   u"cite"_s,    u"details"_s,    u"summary"_s,    u"dl"_s,     u"dt"_s,     u"dd"_s,
        u"samp"_s};
    return known.contains(element);
}

bool mayHave(const QString &attribute)
{
    static const QSet<QString> known{
        u"alt"_s,   u"charset"_s,  u"checked"_s,      u"class"_s,    u"content"_s,  u"datetime"_s,   u"decoding"_s,
        u"dir"_s,   u"disabled"_s, u"height"_s,       u"hreflang"_s, u"href"_s,     u"http-equiv"_s, u"id"_s,
        u"lang"_s,  u"loading"_s,  u"name"_s,         u"property"_s, u"rel"_s,      u"role"_s,       u"scope"_s,
        u"sizes"_s, u"src"_s,      u"srcset"_s,       u"start"_s,    u"tabindex"_s, u"title"_s,      u"type"_s,
        u"value"_s, u"width"_s,    u"fetchpriority"_s};
    return known.contains(attribute) || attribute.startsWith("aria-"_L1);
}

/// As a browser reads it: without what it drops.
bool mayLeadTo(QString address)
{
    address.removeIf([](QChar c) { return c <= u' ' || c == u'\x7F'; });
    const qsizetype colon = address.indexOf(u':');
    const qsizetype path =
        std::ranges::find_if(address, [](QChar c) { return c == u'/' || c == u'?' || c == u'#'; }) - address.begin();
    const QString scheme = colon >= 0 && colon < path ? address.first(colon).toLower() : QString();
    return QStringList{QString(), u"http"_s, u"https"_s, u"mailto"_s}.contains(scheme) && !address.contains(u'\\');
}

bool isOwnFile(const QString &source)
{
    return source.startsWith("images/"_L1) && !source.contains(".."_L1) && !source.contains(u'\\');
}

QString harmIn(const HtmlNode &node)
{
    const auto &attributes = node.attributes;
    if (!mayStand(node.name))
        return u"an element "_s + node.name;
    for (auto it = attributes.cbegin(); it != attributes.cend(); ++it) {
        if (!mayHave(it.key()))
            return node.name + u" has "_s + it.key();
    }
    if (node.name == "script"_L1 && (attributes.size() != 1 || attributes.value(u"type"_s) != "application/ld+json"_L1))
        return u"a script"_s;
    if (node.name == "input"_L1 && attributes.value(u"type"_s) != "checkbox"_L1)
        return u"an input"_s;
    if (attributes.contains(u"http-equiv"_s) && attributes.value(u"http-equiv"_s) != "Content-Security-Policy"_L1)
        return u"a header "_s + attributes.value(u"http-equiv"_s);
    static const QSet<QString> rels{u"canonical"_s, u"alternate"_s, u"me"_s, u"next"_s, u"prev"_s, u"icon"_s};
    if (node.name == "link"_L1 && !rels.contains(attributes.value(u"rel"_s)))
        return u"a link to "_s + attributes.value(u"rel"_s);
    const bool isIcon = node.name == "link"_L1 && attributes.value(u"rel"_s) == "icon"_L1;
    if (isIcon && !attributes.value(u"href"_s).startsWith("data:image/svg+xml;base64,"_L1))
        return u"an icon elsewhere"_s;
    if (attributes.contains(u"href"_s) && !isIcon &&
        (!mayLeadTo(attributes.value(u"href"_s)) || (node.name != "a"_L1 && node.name != "link"_L1)))
        return node.name + u" leads to "_s + attributes.value(u"href"_s);
    if (attributes.contains(u"src"_s) && (node.name != "img"_L1 || !isOwnFile(attributes.value(u"src"_s))))
        return node.name + u" shows "_s + attributes.value(u"src"_s);
    for (const QString &source : attributes.value(u"srcset"_s).split(u',', Qt::SkipEmptyParts)) {
        if (!isOwnFile(source.trimmed()))
            return u"srcset "_s + source;
    }
    return {};
}

QString harmIn(const std::vector<HtmlNode> &nodes)
{
    for (const HtmlNode &node : nodes) {
        const QString own = node.isText() ? QString() : harmIn(node);
        if (const QString harm = own.isEmpty() ? harmIn(node.children) : own; !harm.isEmpty())
            return harm;
    }
    return {};
}

} // namespace

const std::map<QString, QStringList> &attackVectors()
{
    static const std::map<QString, QStringList> all = [] {
        std::map<QString, QStringList> ready = vectors;
        for (auto &[category, texts] : ready)
            std::ranges::transform(texts, texts.begin(), armed);
        return ready;
    }();
    return all;
}

Note noteAllOf(const QString &text)
{
    Note note;
    note.header.id = NoteId(QUuid::fromString(u"01900000-0000-7000-8000-000000000001"_s));
    NoteFields &fields = note.header.fields;
    fields.title = fields.subtitle = fields.kicker = fields.author = fields.language = text;
    fields.tags = {text, u"a"_s + text};
    fields.canonical = QUrl(text);
    fields.published = QDateTime(QDate(2026, 11, 22), QTime(12, 0), QTimeZone::UTC);
    note.text = text;
    return note;
}

Note randomHostileNote(QRandomGenerator &random)
{
    Note note = noteAllOf(hostileText(random, 1));
    NoteFields &fields = note.header.fields;
    fields.title = hostileText(random, 1);
    fields.tags = {hostileText(random, 1)};
    fields.canonical = QUrl(hostileText(random, 1));
    note.text = hostileText(random, 6);
    return note;
}

PostContext hostileContext()
{
    PostContext context{.settings = {}, .today = QDate(2026, 11, 22)};
    context.settings.baseUrl = QUrl(u"https://robin.example/notes"_s);
    context.image = [](const QString &name) -> std::optional<QByteArray> {
        static const QByteArray pixel = onePixel();
        return name == "images/a.png"_L1 ? std::optional(pixel) : std::nullopt;
    };
    context.linked = [](const QString &) -> std::optional<NoteHeader> {
        NoteHeader header;
        header.fields.canonical = QUrl(u"https://robin.example/\"><script>"_s);
        return header;
    };
    return context;
}

QString harmInPage(const QString &page)
{
    // What stands in a head is read in a body, too; and what would leave either shows.
    const auto nodes = parseHtml(u"<!DOCTYPE html><body>"_s + page);
    return nodes ? harmIn(*nodes) : u"too long"_s;
}

} // namespace Weeknotes
