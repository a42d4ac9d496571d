// SPDX-License-Identifier: GPL-3.0-or-later
#include "html/sanitize.h"

#include "html/htmltree.h"

#include <QSet>
#include <QStringList>

#include <array>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

bool isAllowed(const QString &name)
{
    static const QSet<QString> names{
        u"p"_s,     u"br"_s,    u"hr"_s,    u"h1"_s,     u"h2"_s,  u"h3"_s,         u"h4"_s,    u"h5"_s,
        u"h6"_s,    u"ul"_s,    u"ol"_s,    u"li"_s,     u"dl"_s,  u"dt"_s,         u"dd"_s,    u"blockquote"_s,
        u"pre"_s,   u"code"_s,  u"em"_s,    u"strong"_s, u"b"_s,   u"i"_s,          u"s"_s,     u"del"_s,
        u"ins"_s,   u"sub"_s,   u"sup"_s,   u"a"_s,      u"img"_s, u"figure"_s,     u"q"_s,     u"cite"_s,
        u"abbr"_s,  u"mark"_s,  u"small"_s, u"kbd"_s,    u"div"_s, u"figcaption"_s, u"table"_s, u"tr"_s,
        u"thead"_s, u"tbody"_s, u"td"_s,    u"th"_s,     u"span"_s};
    return names.contains(name);
}

bool isVoid(const QString &name)
{
    return name == u"br" || name == u"hr" || name == u"img";
}

QString attributesOf(const HtmlNode &node)
{
    QString text;
    for (const auto &name : {u"href"_s, u"src"_s, u"alt"_s, u"title"_s}) {
        const auto found = node.attributes.constFind(name);
        const bool belongs = name == u"href"                    ? node.name == u"a"
                             : name == u"src" || name == u"alt" ? node.name == u"img"
                                                                : true;
        if (found == node.attributes.constEnd() || !belongs)
            continue;
        const bool address = name == u"href" || name == u"src";
        const QString value = address ? safeAddress(*found) : *found;
        if (address && (value.isEmpty() || (name == u"src" && value.startsWith(u"mailto:"_s, Qt::CaseInsensitive))))
            continue;
        text += u" %1=\"%2\""_s.arg(name, value.toHtmlEscaped());
    }
    return text;
}

void write(QString &html, const std::vector<HtmlNode> &nodes)
{
    for (const HtmlNode &node : nodes) {
        if (node.isText()) {
            html += node.text.toHtmlEscaped();
        } else if (isLeftOut(node.name) || node.name == u"iframe") {
            continue;
        } else if (!isAllowed(node.name)) {
            write(html, node.children);
        } else {
            html += u'<' + node.name + attributesOf(node) + u'>';
            if (isVoid(node.name))
                continue;
            write(html, node.children);
            html += u"</"_s + node.name + u'>';
        }
    }
}

} // namespace

QString sanitizedHtml(const QString &html)
{
    QString safe;
    if (const auto nodes = parseHtml(html))
        write(safe, *nodes);
    return safe;
}

} // namespace Weeknotes
