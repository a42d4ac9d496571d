// SPDX-License-Identifier: GPL-3.0-or-later
#include "html/htmltree.h"

#include <gumbo.h>

#include <QHash>
#include <QRegularExpression>
#include <QSet>
#include <QUrlQuery>

#include <memory>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

constexpr int deepest = 200;

using Output = std::unique_ptr<GumboOutput, void (*)(GumboOutput *)>;

QString nameOf(const GumboElement &element)
{
    if (element.tag != GUMBO_TAG_UNKNOWN)
        return QString::fromUtf8(gumbo_normalized_tagname(element.tag));
    GumboStringPiece piece = element.original_tag;
    gumbo_tag_from_original_text(&piece);
    return QString::fromUtf8(piece.data, qsizetype(piece.length)).toLower();
}

// The tag that made the parser end an element may be that of one around it.
bool endsElement(GumboStringPiece tag, const QString &name)
{
    if (tag.length == 0)
        return false;
    gumbo_tag_from_original_text(&tag);
    return QString::fromUtf8(tag.data, qsizetype(tag.length)).compare(name, Qt::CaseInsensitive) == 0;
}

// Without recursion below `deepest`: what lies deeper becomes text there.
void appendText(std::vector<HtmlNode> &nodes, const GumboNode *from)
{
    std::vector<const GumboNode *> waiting{from};
    QString text;
    while (!waiting.empty()) {
        const GumboNode *node = waiting.back();
        waiting.pop_back();
        if (node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE) {
            const GumboVector &children = node->v.element.children;
            for (unsigned i = children.length; i-- > 0;)
                waiting.push_back(static_cast<const GumboNode *>(children.data[i]));
        } else if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE) {
            text += QString::fromUtf8(node->v.text.text);
        }
    }
    nodes.push_back({{}, text, {}, {}});
}

HtmlNode readElement(const GumboElement &element, HtmlTags tags, int depthInside);

void append(std::vector<HtmlNode> &nodes, const GumboNode *node, HtmlTags tags, int depth)
{
    switch (node->type) {
    case GUMBO_NODE_TEXT:
    case GUMBO_NODE_WHITESPACE:
    case GUMBO_NODE_CDATA:
        nodes.push_back({{}, QString::fromUtf8(node->v.text.text), {}, {}});
        return;
    case GUMBO_NODE_ELEMENT:
    case GUMBO_NODE_TEMPLATE:
        break;
    case GUMBO_NODE_COMMENT:
    case GUMBO_NODE_DOCUMENT:
        return;
    }
    if (depth >= deepest)
        return appendText(nodes, node);
    nodes.push_back(readElement(node->v.element, tags, depth + 1));
}

HtmlNode readElement(const GumboElement &element, HtmlTags tags, int depthInside)
{
    HtmlNode read{nameOf(element), {}, {}, {}};
    if (tags == HtmlTags::Kept)
        read.tag = QString::fromUtf8(element.original_tag.data, qsizetype(element.original_tag.length));
    read.ended = endsElement(element.original_end_tag, read.name);
    for (unsigned i = 0; i < element.attributes.length; ++i) {
        const auto *attribute = static_cast<const GumboAttribute *>(element.attributes.data[i]);
        read.attributes.insert(QString::fromUtf8(attribute->name).toLower(), QString::fromUtf8(attribute->value));
    }
    for (unsigned i = 0; i < element.children.length; ++i)
        append(read.children, static_cast<const GumboNode *>(element.children.data[i]), tags, depthInside);
    return read;
}

// Nesting beyond all reason: the parser's own clean-up is recursive. Elements that hold none of their own kind, or
// nothing at all, do not nest, and a closing tag closes only what is open.
bool isTooDeep(const QString &html)
{
    static const QRegularExpression tag(u"<(/?)([A-Za-z][A-Za-z0-9-]*)"_s);
    static const QSet<QString> flat{u"area"_s,  u"base"_s, u"br"_s,   u"col"_s,   u"embed"_s,  u"hr"_s,    u"img"_s,
                                    u"input"_s, u"link"_s, u"meta"_s, u"param"_s, u"source"_s, u"track"_s, u"wbr"_s,
                                    u"p"_s,     u"li"_s,   u"dt"_s,   u"dd"_s,    u"tr"_s,     u"td"_s,    u"th"_s};
    constexpr int limit = 5000;
    QHash<QString, int> open;
    int depth = 0;
    for (const auto &match : tag.globalMatch(html)) {
        const QString name = match.captured(2).toLower();
        if (flat.contains(name))
            continue;
        int &ofName = open[name];
        const int change = match.capturedLength(1) == 0 ? 1 : ofName > 0 ? -1 : 0;
        ofName += change;
        depth += change;
        if (depth > limit)
            return true;
    }
    return false;
}

const GumboNode *childOf(const GumboNode *root, GumboTag tag)
{
    const GumboVector &children = root->v.element.children;
    for (unsigned i = 0; i < children.length; ++i) {
        const auto *child = static_cast<const GumboNode *>(children.data[i]);
        if (child->type == GUMBO_NODE_ELEMENT && child->v.element.tag == tag)
            return child;
    }
    return nullptr;
}

} // namespace

QString HtmlNode::allText() const
{
    QString all = text;
    for (const HtmlNode &child : children)
        all += child.allText();
    return all;
}

std::optional<HtmlPage> parseHtmlPage(const QString &html, HtmlTags tags)
{
    HtmlPage page{{u"head"_s, {}, {}, {}}, {u"body"_s, {}, {}, {}}, {}};
    if (html.size() > largestHtml)
        return std::nullopt;
    if (isTooDeep(html)) {
        static const QRegularExpression anyTag(u"<[^>]*>"_s);
        page.body.children.push_back({{}, QString(html).remove(anyTag), {}, {}});
        return page;
    }
    const QByteArray bytes = html.toUtf8();
    const Output output(gumbo_parse_with_options(&kGumboDefaultOptions, bytes.constData(), size_t(bytes.size())),
                        [](GumboOutput *parsed) { gumbo_destroy_output(&kGumboDefaultOptions, parsed); });
    if (const GumboNode *head = childOf(output->root, GUMBO_TAG_HEAD))
        page.head = readElement(head->v.element, tags, 0);
    const GumboNode *body = childOf(output->root, GUMBO_TAG_BODY);
    page.body = readElement((body ? body : output->root)->v.element, tags, 0);
    if (const GumboAttribute *lang = gumbo_get_attribute(&output->root->v.element.attributes, "lang"))
        page.language = QString::fromUtf8(lang->value).trimmed();
    return page;
}

std::optional<std::vector<HtmlNode>> parseHtml(const QString &html, HtmlTags tags)
{
    return parseHtmlPage(html, tags).transform([](HtmlPage page) { return std::move(page.body.children); });
}

bool hasClass(const HtmlNode &node, QStringView name)
{
    const QString classes = node.attributes.value(u"class"_s);
    return std::ranges::any_of(QStringView(classes).tokenize(u' '), [name](QStringView one) { return one == name; });
}

const HtmlNode *findNode(const std::vector<HtmlNode> &nodes, const std::function<bool(const HtmlNode &)> &is)
{
    for (const HtmlNode &node : nodes) {
        if (is(node))
            return &node;
        if (const HtmlNode *inner = findNode(node.children, is))
            return inner;
    }
    return nullptr;
}

QString HtmlNode::words() const
{
    return allText().replace(QChar::Nbsp, u' ').simplified();
}

bool isHtmlElement(const QString &name)
{
    return gumbo_tag_enum(name.toUtf8().constData()) != GUMBO_TAG_UNKNOWN;
}

bool isLeftOut(const QString &name)
{
    static const QSet<QString> names{
        u"script"_s, u"style"_s,    u"template"_s, u"object"_s,   u"embed"_s,    u"applet"_s, u"form"_s,    u"input"_s,
        u"select"_s, u"textarea"_s, u"button"_s,   u"datalist"_s, u"noscript"_s, u"canvas"_s, u"svg"_s,     u"math"_s,
        u"link"_s,   u"meta"_s,     u"base"_s,     u"title"_s,    u"head"_s,     u"frame"_s,  u"frameset"_s};
    return names.contains(name);
}

QString addressOfFrame(const QString &source)
{
    QString address = source.startsWith(u"//"_s) ? u"https:"_s + source : source;
    if (!address.startsWith(u"https://"_s) && !address.startsWith(u"http://"_s))
        return {};
    // Embedly stands between Medium and the player; it is told which address it is about.
    if (const QUrl url(address); url.host() == u"cdn.embedly.com") {
        const QString about = QUrlQuery(url).queryItemValue(u"url"_s, QUrl::FullyDecoded);
        return about.startsWith(u"http"_s) ? addressOfFrame(about) : QString();
    }
    static const QRegularExpression youtube(u"^https?://(?:www\\.)?youtube(?:-nocookie)?\\.com/embed/([\\w-]{6,20})"_s);
    static const QRegularExpression vimeo(u"^https?://player\\.vimeo\\.com/video/(\\d+)"_s);
    static const QRegularExpression spotify(u"^https?://open\\.spotify\\.com/embed/(\\w+/\\w+)"_s);
    if (const auto match = youtube.match(address); match.hasMatch())
        return u"https://www.youtube.com/watch?v="_s + match.captured(1);
    if (const auto match = vimeo.match(address); match.hasMatch())
        return u"https://vimeo.com/"_s + match.captured(1);
    if (const auto match = spotify.match(address); match.hasMatch())
        return u"https://open.spotify.com/"_s + match.captured(1);
    return address;
}

QString lastWebLink(const HtmlNode &node)
{
    QString found = node.name == u"a" ? safeAddress(node.attributes.value(u"href"_s)) : QString();
    if (!found.startsWith(u"http"_s))
        found.clear();
    for (const HtmlNode &child : node.children) {
        if (const QString inner = lastWebLink(child); !inner.isEmpty())
            found = inner;
    }
    return found;
}

QString embeddedAddress(const HtmlNode &figure)
{
    static const QRegularExpression gist(u"^(https://gist\\.github\\.com/[\\w/-]+)\\.js(?:\\?|$)"_s);
    if (const HtmlNode *frame = findNode(figure.children, [](const HtmlNode &node) { return node.name == u"iframe"; }))
        return addressOfFrame(frame->attributes.value(u"src"_s));
    const HtmlNode *script = findNode(figure.children, [](const HtmlNode &node) { return node.name == u"script"; });
    const auto code = gist.match(script ? script->attributes.value(u"src"_s) : QString());
    return code.hasMatch() ? code.captured(1) : lastWebLink(figure);
}

QString safeAddress(const QString &address)
{
    QString trimmed = address.trimmed();
    static const QRegularExpression controls(u"[\\x{00}-\\x{1f}\\x{7f}]"_s);
    trimmed.remove(controls);
    static const QRegularExpression scheme(u"^([A-Za-z][A-Za-z0-9+.-]*):"_s);
    const auto match = scheme.match(trimmed);
    static const QSet<QString> allowed{u"http"_s, u"https"_s, u"mailto"_s};
    return match.hasMatch() && !allowed.contains(match.captured(1).toLower()) ? QString() : trimmed;
}

} // namespace Weeknotes
