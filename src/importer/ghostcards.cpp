// SPDX-License-Identifier: GPL-3.0-or-later
#include "importer/ghostcards.h"

#include "html/htmlinmarkdown.h"
#include "markdown/embeds.h"
#include "markdown/htmlwriter.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

HtmlNodes nodesOf(const QString &html)
{
    return parseHtml(html).value_or(HtmlNodes());
}

/// What a card holds. Values that are no texts are none.
class CardPayload
{
public:
    explicit CardPayload(const QJsonObject &values) : m_values(values) {}

    [[nodiscard]] QString text(QLatin1StringView key) const { return m_values.value(key).toString(); }
    [[nodiscard]] HtmlNodes html(QLatin1StringView key) const { return nodesOf(text(key)); }
    [[nodiscard]] QJsonObject object(QLatin1StringView key) const { return m_values.value(key).toObject(); }
    [[nodiscard]] QJsonArray array(QLatin1StringView key) const { return m_values.value(key).toArray(); }
    [[nodiscard]] bool isSet(QLatin1StringView key) const { return m_values.value(key).toBool(); }
    [[nodiscard]] bool isUnset(QLatin1StringView key) const { return !m_values.value(key).toBool(true); }
    [[nodiscard]] int number(QLatin1StringView key) const { return m_values.value(key).toInt(); }

private:
    const QJsonObject &m_values;
};

void addNodes(HtmlNodes &nodes, HtmlNodes more)
{
    std::ranges::move(more, std::back_inserter(nodes));
}

void addParagraph(HtmlNodes &nodes, HtmlNodes words)
{
    if (!words.empty())
        nodes.push_back(htmlElement(u"p"_s, std::move(words)));
}

void addLink(HtmlNodes &nodes, const QString &address, const QString &words)
{
    if (!address.isEmpty())
        nodes.push_back(linkAlone(address, words));
}

void addPicture(HtmlNodes &nodes, const CardPayload &picture, QLatin1StringView source)
{
    const QString address = picture.text(source);
    if (address.isEmpty())
        return;
    HtmlNode shown =
        htmlElement(u"img"_s, {},
                    {{u"src"_s, address}, {u"alt"_s, picture.text("alt"_L1)}, {u"title"_s, picture.text("title"_L1)}});
    if (const QString target = picture.text("href"_L1); !target.isEmpty())
        shown = htmlElement(u"a"_s, {std::move(shown)}, {{u"href"_s, target}});
    HtmlNode figure = htmlElement(u"figure"_s, {std::move(shown)});
    if (HtmlNodes caption = picture.html("caption"_L1); !caption.empty())
        figure.children.push_back(htmlElement(u"figcaption"_s, std::move(caption)));
    nodes.push_back(std::move(figure));
}

HtmlNodes imageCard(const CardPayload &card)
{
    HtmlNodes nodes;
    addPicture(nodes, card, "src"_L1);
    return nodes;
}

HtmlNodes galleryCard(const CardPayload &card)
{
    HtmlNodes nodes;
    const QJsonArray pictures = card.array("images"_L1);
    for (const auto &each : pictures) {
        const QJsonObject picture = each.toObject();
        addPicture(nodes, CardPayload(picture), "src"_L1);
    }
    addParagraph(nodes, card.html("caption"_L1));
    return nodes;
}

HtmlNodes codeBlockCard(const CardPayload &card)
{
    HtmlNodes nodes;
    nodes.push_back(htmlElement(u"pre"_s, {htmlText(card.text("code"_L1))},
                                {{u"class"_s, u"language-"_s + card.text("language"_L1)}}));
    addParagraph(nodes, card.html("caption"_L1));
    return nodes;
}

HtmlNodes bookmarkCard(const CardPayload &card)
{
    HtmlNodes nodes;
    addLink(nodes, card.text("url"_L1), card.object("metadata"_L1).value("title"_L1).toString());
    addParagraph(nodes, card.html("caption"_L1));
    return nodes;
}

HtmlNodes embedCard(const CardPayload &card)
{
    HtmlNodes nodes;
    addLink(nodes, card.text("url"_L1), {});
    if (nodes.empty())
        nodes = card.html("html"_L1);
    addParagraph(nodes, card.html("caption"_L1));
    return nodes;
}

bool isForMailOnly(const QJsonObject &visibility)
{
    const QJsonObject web = visibility.value("web"_L1).toObject();
    return !visibility.value("showOnWeb"_L1).toBool(true) ||
           (!web.value("nonMember"_L1).toBool(true) && web.value("memberSegment"_L1).toString().isEmpty());
}

HtmlNodes htmlCard(const CardPayload &card)
{
    return isForMailOnly(card.object("visibility"_L1)) ? HtmlNodes() : card.html("html"_L1);
}

HtmlNodes markdownCard(const CardPayload &card)
{
    return nodesOfMarkdown(card.text("markdown"_L1));
}

HtmlNodes calloutCard(const CardPayload &card)
{
    return {calloutOf(card.html("calloutText"_L1), card.text("calloutEmoji"_L1))};
}

HtmlNodes toggleCard(const CardPayload &card)
{
    HtmlNodes nodes{htmlElement(u"h4"_s, card.html("heading"_L1))};
    addNodes(nodes, card.html("content"_L1));
    return nodes;
}

HtmlNodes ruleCard(const CardPayload & /*card*/)
{
    return {htmlElement(u"hr"_s, {})};
}

HtmlNodes buttonCard(const CardPayload &card)
{
    HtmlNodes nodes;
    addLink(nodes, card.text("buttonUrl"_L1), card.text("buttonText"_L1));
    return nodes;
}

HtmlNodes fileCard(const CardPayload &card)
{
    HtmlNodes nodes;
    const QString title = card.text("fileTitle"_L1);
    addLink(nodes, card.text("src"_L1), title.isEmpty() ? card.text("fileName"_L1) : title);
    if (const QString caption = card.text("fileCaption"_L1); !caption.isEmpty())
        addParagraph(nodes, {htmlText(caption)});
    return nodes;
}

HtmlNodes playerCard(const CardPayload &card)
{
    HtmlNodes nodes;
    addLink(nodes, card.text("src"_L1), card.text("title"_L1));
    addParagraph(nodes, card.html("caption"_L1));
    return nodes;
}

HtmlNodes headerCard(const CardPayload &card)
{
    HtmlNodes nodes;
    addPicture(nodes, card, "backgroundImageSrc"_L1);
    nodes.push_back(htmlElement(u"h2"_s, card.html("header"_L1)));
    addParagraph(nodes, card.html("subheader"_L1));
    if (card.isSet("buttonEnabled"_L1))
        addNodes(nodes, buttonCard(card));
    return nodes;
}

HtmlNodes productCard(const CardPayload &card)
{
    HtmlNodes nodes;
    addPicture(nodes, card, "productImageSrc"_L1);
    nodes.push_back(htmlElement(u"h4"_s, card.html("productTitle"_L1)));
    if (card.isSet("productRatingEnabled"_L1))
        addParagraph(nodes, {htmlText(QString(std::clamp(card.number("productStarRating"_L1), 0, 5), u'★'))});
    addNodes(nodes, card.html("productDescription"_L1));
    if (card.isSet("productButtonEnabled"_L1))
        addLink(nodes, card.text("productUrl"_L1), card.text("productButton"_L1));
    return nodes;
}

HtmlNodes callToActionCard(const CardPayload &card)
{
    HtmlNodes nodes;
    if (isForMailOnly(card.object("visibility"_L1)))
        return nodes;
    addPicture(nodes, card, "imageUrl"_L1);
    addNodes(nodes, card.html("textValue"_L1));
    if (!card.isUnset("showButton"_L1))
        addNodes(nodes, buttonCard(card));
    return nodes;
}

HtmlNodes signupCard(const CardPayload &card)
{
    HtmlNodes nodes{htmlElement(u"h2"_s, card.html("header"_L1))};
    addParagraph(nodes, card.html("subheader"_L1));
    nodes.push_back(htmlElement(u"form"_s, {}));
    addParagraph(nodes, card.html("disclaimer"_L1));
    return nodes;
}

HtmlNodes noCard(const CardPayload & /*card*/)
{
    return {};
}

HtmlNodes textsOf(const CardPayload &card)
{
    HtmlNodes nodes;
    for (const auto key : {"header"_L1, "heading"_L1, "title"_L1, "html"_L1, "content"_L1, "text"_L1, "caption"_L1}) {
        if (HtmlNodes words = card.html(key); !words.empty())
            nodes.push_back(htmlElement(u"div"_s, std::move(words)));
    }
    addNodes(nodes, markdownCard(card));
    addLink(nodes, card.text("url"_L1), {});
    addPicture(nodes, card, "src"_L1);
    return nodes;
}

} // namespace

HtmlNode htmlText(const QString &text)
{
    return {{}, text, {}, {}};
}

HtmlNode htmlElement(const QString &name, HtmlNodes children, const QHash<QString, QString> &attributes)
{
    return {name, {}, attributes, std::move(children)};
}

HtmlNode linkAlone(const QString &address, const QString &words)
{
    const QString plain = words.simplified();
    const bool isBare = plain.isEmpty() || Markdown::embedHost(address);
    HtmlNode link = htmlElement(u"a"_s, {htmlText(isBare ? address : plain)}, {{u"href"_s, address}});
    return htmlElement(u"p"_s, {std::move(link)});
}

HtmlNode calloutOf(HtmlNodes words, const QString &sign)
{
    const auto isGap = [](const HtmlNode &node) { return node.isText() && node.text.trimmed().isEmpty(); };
    const auto first = std::ranges::find_if_not(words, isGap);
    const bool hasParagraphs = first != words.end() && first->name == u"p";
    HtmlNodes &line = hasParagraphs ? first->children : words;
    if (!sign.isEmpty())
        line.insert(line.begin(), htmlText(sign + u' '));
    return htmlElement(hasParagraphs ? u"div"_s : u"p"_s, std::move(words));
}

HtmlNodes ghostCard(const QString &name, const QJsonObject &payload, QStringList &lost)
{
    using Maker = HtmlNodes (*)(const CardPayload &);
    static const QHash<QString, Maker> makers{{u"image"_s, imageCard},       {u"gallery"_s, galleryCard},
                                              {u"code"_s, codeBlockCard},    {u"codeblock"_s, codeBlockCard},
                                              {u"bookmark"_s, bookmarkCard}, {u"embed"_s, embedCard},
                                              {u"html"_s, htmlCard},         {u"markdown"_s, markdownCard},
                                              {u"callout"_s, calloutCard},   {u"card-markdown"_s, markdownCard},
                                              {u"toggle"_s, toggleCard},     {u"horizontalrule"_s, ruleCard},
                                              {u"hr"_s, ruleCard},           {u"button"_s, buttonCard},
                                              {u"file"_s, fileCard},         {u"audio"_s, playerCard},
                                              {u"video"_s, playerCard},      {u"header"_s, headerCard},
                                              {u"product"_s, productCard},   {u"call-to-action"_s, callToActionCard},
                                              {u"signup"_s, signupCard},     {u"email"_s, noCard},
                                              {u"email-cta"_s, noCard},      {u"paywall"_s, noCard},
                                              {u"at-link-search"_s, noCard}, {u"zwnj"_s, noCard}};
    const CardPayload card(payload);
    if (const Maker maker = makers.value(name))
        return maker(card);
    HtmlNodes texts = textsOf(card);
    if (texts.empty() && !lost.contains(name))
        lost += name;
    return texts;
}

HtmlNodes nodesOfMarkdown(const QString &markdown)
{
    if (markdown.isEmpty())
        return {};
    const auto document = Markdown::Document::parse(withoutHtml(markdown).markdown);
    return nodesOf(Markdown::HtmlWriter().write(*document));
}

} // namespace Weeknotes
