// SPDX-License-Identifier: GPL-3.0-or-later
#include "importer/ghosttext.h"

#include "html/htmltomarkdown.h"
#include "importer/ghostdocuments.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

// Non-characters that stand around a footnote's number until all is Markdown.
constexpr QChar numberBegins(u'\uFDD0');
constexpr QChar numberEnds(u'\uFDD1');

const HtmlNode *nodeOfClass(const HtmlNode &node, QStringView name)
{
    return findNode(node.children, [name](const HtmlNode &child) { return hasClass(child, name); });
}

const HtmlNode *nodeNamed(const HtmlNode &node, QStringView name)
{
    return findNode(node.children, [name](const HtmlNode &child) { return child.name == name; });
}

QString wordsOfClass(const HtmlNode &node, QStringView name)
{
    const HtmlNode *found = nodeOfClass(node, name);
    return found ? found->words() : QString();
}

QString attributeIn(const HtmlNode *node, const QString &name)
{
    return node ? node->attributes.value(name) : QString();
}

/// The footnotes of a text of Markdown, as its renderers write them: references lead to items of a list that stands
/// behind it. A post may hold several such texts, with the same names.
class GhostFootnotes
{
public:
    struct Note
    {
        size_t list = 0;
        HtmlNodes content;
    };

    explicit GhostFootnotes(const HtmlNodes &nodes) { gather(nodes); }

    static bool isList(const HtmlNode &node)
    {
        return hasClass(node, u"footnotes") && (node.name == u"section" || node.name == u"div");
    }

    void passList() { ++m_list; }
    void goTo(size_t list) { m_list = list; }

    /// The number of what `reference` refers to; 0 if it refers to none of the next list.
    size_t numberOf(const HtmlNode &reference)
    {
        const HtmlNode *link = nodeNamed(reference, u"a");
        const QString id = attributeIn(link, u"href"_s).mid(1);
        if (m_list >= m_lists.size() || !m_lists[m_list].contains(id) || reference.allText().size() > longestNumber)
            return 0;
        size_t &number = m_numbers[{m_list, id}];
        if (number == 0) {
            m_notes.push_back({m_list, m_lists[m_list].value(id)});
            number = m_notes.size();
        }
        return number;
    }

    /// Those that were referred to, in the order of their numbers.
    [[nodiscard]] const std::vector<Note> &notes() const { return m_notes; }

private:
    static constexpr qsizetype longestNumber = 10; ///< "[12:1]"

    void gather(const HtmlNodes &nodes)
    {
        for (const HtmlNode &node : nodes) {
            if (isList(node))
                gatherItems(node, m_lists.emplace_back());
            else
                gather(node.children);
        }
    }

    static void gatherItems(const HtmlNode &node, QHash<QString, HtmlNodes> &items)
    {
        const QString id = node.attributes.value(u"id"_s);
        if (node.name == u"li" && !id.isEmpty()) {
            items.insert(id, node.children);
            return;
        }
        for (const HtmlNode &child : node.children)
            gatherItems(child, items);
    }

    std::vector<QHash<QString, HtmlNodes>> m_lists; ///< each by id
    QHash<std::pair<size_t, QString>, size_t> m_numbers;
    std::vector<Note> m_notes;
    size_t m_list = 0; ///< the next one
};

qsizetype embedCards(const HtmlNodes &nodes)
{
    qsizetype count = 0;
    for (const HtmlNode &node : nodes)
        count += hasClass(node, u"kg-embed-card") ? 1 : embedCards(node.children);
    return count;
}

/// Makes what Ghost's cards mean of the HTML that it wrote of them, for htmlToMarkdown().
class CardPreparation
{
public:
    CardPreparation(const QUrl &site, const QStringList &embeds, GhostFootnotes &footnotes)
        : m_site(site), m_embeds(embeds), m_footnotes(footnotes)
    {
    }

    void prepare(HtmlNodes &nodes)
    {
        std::erase_if(nodes, [](const HtmlNode &node) { return hasClass(node, u"footnotes-sep") || isWayBack(node); });
        for (HtmlNode &node : nodes)
            prepare(node);
    }

    void prepare(HtmlNode &node)
    {
        if (node.isText()) {
            node.text.replace(numberBegins, QChar::ReplacementCharacter);
            node.text.replace(numberEnds, QChar::ReplacementCharacter);
            return;
        }
        if (node.name == u"sup" && footnote(node))
            return;
        if (GhostFootnotes::isList(node)) {
            m_footnotes.passList();
            node = htmlElement(u"div"_s, {});
            return;
        }
        card(node);
        if (node.name == u"a" && isPictureOfItself(node)) {
            node.name = u"span"_s;
            node.attributes.clear();
        }
        makeWhole(node);
        prepare(node.children);
    }

private:
    using Rewrite = void (CardPreparation::*)(HtmlNode &);

    void card(HtmlNode &node)
    {
        static const std::array<std::pair<QStringView, Rewrite>, 9> cards{
            {{u"kg-bookmark-card", &CardPreparation::bookmark},
             {u"kg-embed-card", &CardPreparation::embed},
             {u"kg-gallery-card", &CardPreparation::gallery},
             {u"kg-callout-card", &CardPreparation::callout},
             {u"kg-file-card", &CardPreparation::file},
             {u"kg-audio-card", &CardPreparation::audio},
             {u"kg-video-card", &CardPreparation::video},
             {u"kg-product-card", &CardPreparation::product},
             {u"kg-blockquote-alt", &CardPreparation::pullQuote}}};
        if (!node.attributes.value(u"class"_s).contains(u"kg-"_s))
            return;
        if (hasClass(node, u"kg-card"))
            withoutControls(node);
        const auto found =
            std::ranges::find_if(cards, [&node](const auto &each) { return hasClass(node, each.first); });
        if (found != cards.end())
            (this->*found->second)(node);
    }

    /// The buttons of its players, and the signs on them.
    static void withoutControls(HtmlNode &node)
    {
        std::erase_if(node.children, [](const HtmlNode &child) {
            return child.name == u"svg" || child.name == u"button" || child.name == u"input";
        });
        std::ranges::for_each(node.children, withoutControls);
    }

    static HtmlNode withCaption(HtmlNode content, const HtmlNode &card)
    {
        HtmlNode parts = htmlElement(u"div"_s, {std::move(content)});
        if (const HtmlNode *caption = nodeNamed(card, u"figcaption"))
            parts.children.push_back(htmlElement(u"p"_s, caption->children));
        return parts;
    }

    static HtmlNode firstLink(const HtmlNode &card, const QString &words)
    {
        return linkAlone(attributeIn(nodeNamed(card, u"a"), u"href"_s), words);
    }

    void bookmark(HtmlNode &node)
    {
        node = withCaption(firstLink(node, wordsOfClass(node, u"kg-bookmark-title")), node);
    }

    void embed(HtmlNode &node)
    {
        QString address = m_embeds.value(m_embed++);
        if (address.isEmpty())
            address = embeddedAddress(node);
        if (!address.isEmpty())
            node = withCaption(linkAlone(address), node);
    }

    void gallery(HtmlNode &node)
    {
        HtmlNode pictures = htmlElement(u"div"_s, {});
        const auto gather = [&pictures](this const auto &self, const HtmlNode &part) -> void {
            for (const HtmlNode &child : part.children) {
                if (child.name == u"img" || child.name == u"a")
                    pictures.children.push_back(htmlElement(u"figure"_s, {child}));
                else
                    self(child);
            }
        };
        std::ranges::for_each(node.children, [&](const HtmlNode &part) {
            if (part.name != u"figcaption")
                gather(htmlElement(u"div"_s, {part}));
        });
        node = withCaption(std::move(pictures), node);
    }

    void callout(HtmlNode &node)
    {
        const HtmlNode *text = nodeOfClass(node, u"kg-callout-text");
        if (!text)
            return;
        node = calloutOf(HtmlNodes(text->children), wordsOfClass(node, u"kg-callout-emoji"));
    }

    void file(HtmlNode &node)
    {
        const QString title = wordsOfClass(node, u"kg-file-card-title");
        HtmlNode link = firstLink(node, title.isEmpty() ? wordsOfClass(node, u"kg-file-card-filename") : title);
        HtmlNode caption = htmlElement(u"p"_s, {htmlText(wordsOfClass(node, u"kg-file-card-caption"))});
        node = htmlElement(u"div"_s, {std::move(link), std::move(caption)});
    }

    void audio(HtmlNode &node)
    {
        node = linkAlone(attributeIn(nodeNamed(node, u"audio"), u"src"_s), wordsOfClass(node, u"kg-audio-title"));
    }

    void video(HtmlNode &node)
    {
        node = withCaption(linkAlone(attributeIn(nodeNamed(node, u"video"), u"src"_s)), node);
    }

    /// Its stars are pictures, of which some are lit.
    void product(HtmlNode &node)
    {
        std::ranges::for_each(node.children, [this](HtmlNode &child) { product(child); });
        if (!hasClass(node, u"kg-product-card-rating"))
            return;
        const auto lit = std::ranges::count_if(
            node.children, [](const HtmlNode &star) { return hasClass(star, u"kg-product-card-rating-active"); });
        node = htmlElement(u"p"_s, {htmlText(QString(lit, u'★'))});
    }

    void pullQuote(HtmlNode &node) { node.attributes.insert(u"class"_s, u"wp-block-pullquote"_s); }

    bool footnote(HtmlNode &node)
    {
        const size_t number = m_footnotes.numberOf(node);
        if (number > 0)
            node = htmlElement(u"span"_s, {htmlText(numberBegins + QString::number(number) + numberEnds)});
        return number > 0;
    }

    static bool isWayBack(const HtmlNode &node)
    {
        return node.name == u"a" && node.attributes.value(u"href"_s).startsWith(u"#fnref"_s);
    }

    /// One that opens as a larger one.
    static bool isPictureOfItself(const HtmlNode &link)
    {
        static const QRegularExpression ending(u"\\.(?:jpe?g|png|gif|webp|avif|svg)(?:\\?|$)"_s,
                                               QRegularExpression::CaseInsensitiveOption);
        return ending.match(link.attributes.value(u"href"_s)).hasMatch() && nodeNamed(link, u"img") &&
               link.allText().trimmed().isEmpty();
    }

    /// Of a site that nobody names, the pictures may lie beside the export, as those who export it copy them.
    void makeWhole(HtmlNode &node) const
    {
        for (const auto &name : {u"href"_s, u"src"_s}) {
            const auto address = node.attributes.find(name);
            if (address == node.attributes.end() || address->startsWith(u'#'))
                continue;
            const QUrl url(*address);
            if (m_site.isValid() && url.isValid() && url.isRelative() && !url.isEmpty())
                *address = m_site.resolved(url).toString(QUrl::FullyEncoded);
            else if (!m_site.isValid() && node.name == u"img" && address->startsWith(u"/content/"_s))
                address->remove(0, 1);
        }
    }

    const QUrl &m_site;
    const QStringList &m_embeds;
    GhostFootnotes &m_footnotes;
    qsizetype m_embed = 0;
};

class GhostTextReader
{
public:
    explicit GhostTextReader(const GhostContent &content) : m_content(content) {}

    GhostText read()
    {
        HtmlNodes nodes = readNodes();
        GhostFootnotes footnotes(nodes);
        CardPreparation preparation(m_content.site, m_embeds, footnotes);
        preparation.prepare(nodes);
        for (const HtmlNode &node : nodes)
            m_text.words += node.allText();
        QStringList parts{converted(nodes)};
        m_text.opening = parts.first().section(u"\n\n"_s, 0, 0);
        for (size_t at = 0; at < footnotes.notes().size(); ++at) {
            HtmlNodes note = footnotes.notes()[at].content;
            footnotes.goTo(footnotes.notes()[at].list);
            preparation.prepare(note);
            parts += u"[^%1]: %2"_s.arg(QString::number(at + 1), converted(note).replace(u"\n"_s, u"\n    "_s));
        }
        parts.prepend(picture(preparation, nodes));
        static const QRegularExpression number(u"%1(\\d+)%2"_s.arg(numberBegins).arg(numberEnds));
        m_text.markdown = parts.join(u"\n\n"_s).replace(number, u"[^\\1]"_s).trimmed();
        return std::move(m_text);
    }

private:
    HtmlNodes readNodes()
    {
        if (const auto size = std::max({m_content.html.size(), m_content.lexical.size(), m_content.mobiledoc.size(),
                                        m_content.markdown.size()});
            size > largestHtml) {
            m_text.isTooLarge = true;
            return {};
        }
        const bool hasHtml = !m_content.html.trimmed().isEmpty();
        HtmlNodes nodes = parseHtml(m_content.html).value_or(HtmlNodes());
        if (hasHtml && !m_content.html.contains(u"kg-embed-card"_s))
            return nodes;
        auto document = readLexical(m_content.lexical);
        if (!document)
            document = readMobiledoc(m_content.mobiledoc);
        if (document && hasHtml) {
            if (embedCards(nodes) == document->embeds.size())
                m_embeds = document->embeds;
        } else if (document) {
            m_text.leftOut = document->lost;
            nodes = std::move(document->nodes);
        } else if (!hasHtml) {
            nodes = nodesOfMarkdown(m_content.markdown);
        }
        return nodes;
    }

    QString converted(const HtmlNodes &nodes)
    {
        const HtmlConversion conversion = htmlToMarkdown(nodes);
        for (const QString &name : conversion.leftOut) {
            if (!m_text.leftOut.contains(name))
                m_text.leftOut += name;
        }
        return conversion.markdown;
    }

    QString picture(CardPreparation &preparation, const HtmlNodes &text)
    {
        HtmlNode shown = htmlElement(u"img"_s, {}, {{u"src"_s, m_content.picture}, {u"alt"_s, m_content.pictureAlt}});
        preparation.prepare(shown);
        const QString address = shown.attributes.value(u"src"_s);
        const auto isSame = [&address](const HtmlNode &node) {
            return node.name == u"img" && node.attributes.value(u"src"_s) == address;
        };
        if (address.isEmpty() || findNode(text, isSame))
            return {};
        HtmlNodes caption = parseHtml(m_content.pictureCaption).value_or(HtmlNodes());
        return converted({htmlElement(u"figure"_s, {shown, htmlElement(u"figcaption"_s, std::move(caption))})});
    }

    const GhostContent &m_content;
    GhostText m_text;
    QStringList m_embeds;
};

} // namespace

GhostText ghostToMarkdown(const GhostContent &content)
{
    return GhostTextReader(content).read();
}

} // namespace Weeknotes
