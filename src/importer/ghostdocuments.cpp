// SPDX-License-Identifier: GPL-3.0-or-later
#include "importer/ghostdocuments.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>
#include <array>
#include <span>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

constexpr int deepestNode = 60;

void addCard(GhostDocument &document, HtmlNodes &nodes, const QString &name, const QJsonObject &payload)
{
    if (name == "embed"_L1)
        document.embeds += payload.value("url"_L1).toString();
    std::ranges::move(ghostCard(name, payload, document.lost), std::back_inserter(nodes));
}

/// A format of Lexical's texts, by its bit, and what HTML has for it.
struct TextFormat
{
    int bit;
    QString element;
};

const std::array<TextFormat, 4> &textFormats()
{
    static const std::array<TextFormat, 4> formats{{{1, u"strong"_s}, {2, u"em"_s}, {4, u"s"_s}, {16, u"code"_s}}};
    return formats;
}

class LexicalReader
{
public:
    GhostDocument read(const QJsonObject &root)
    {
        m_document.nodes = children(root, 0);
        return std::move(m_document);
    }

private:
    /// A text, or what stands among texts, with the formats that it has.
    struct Run
    {
        HtmlNode node;
        int format = 0;
    };

    HtmlNodes children(const QJsonObject &parent, int depth)
    {
        HtmlNodes nodes;
        std::vector<Run> line;
        const QJsonArray values = parent.value("children"_L1).toArray();
        for (const auto &value : values) {
            const QJsonObject child = value.toObject();
            if (addInline(line, child, depth))
                continue;
            append(nodes, line);
            line.clear();
            addBlock(nodes, child, depth);
        }
        append(nodes, line);
        return nodes;
    }

    bool addInline(std::vector<Run> &line, const QJsonObject &node, int depth)
    {
        const QString type = typeOf(node);
        const bool isBreak = type == "linebreak"_L1;
        if (isBreak)
            line.push_back({htmlElement(u"br"_s, {}), line.empty() ? 0 : line.back().format});
        else if (type == "link"_L1 || type == "autolink"_L1 || type == "at-link"_L1)
            line.push_back({link(node, depth), 0});
        else if (node.value("text"_L1).isString() && !node.contains("children"_L1))
            line.push_back({htmlText(node.value("text"_L1).toString()), node.value("format"_L1).toInt()});
        else
            return false;
        return true;
    }

    HtmlNode link(const QJsonObject &node, int depth)
    {
        const QString address = node.value("url"_L1).toString();
        HtmlNodes words = depth < deepestNode ? children(node, depth + 1) : HtmlNodes();
        if (words.empty())
            words.push_back(htmlText(address));
        return htmlElement(u"a"_s, std::move(words),
                           {{u"href"_s, address}, {u"title"_s, node.value("title"_L1).toString()}});
    }

    /// What has a format in common stands in one element: Markdown has no two emphases side by side.
    static void append(HtmlNodes &nodes, std::span<const Run> line, int open = 0)
    {
        while (!line.empty()) {
            const TextFormat *widest = nullptr;
            size_t length = 1;
            for (const TextFormat &format : textFormats()) {
                const auto end = std::ranges::find_if_not(
                    line, [&](const Run &run) { return (run.format & ~open & format.bit) != 0; });
                const auto run = size_t(end - line.begin());
                if (run > 0 && (!widest || run > length)) {
                    widest = &format;
                    length = run;
                }
            }
            if (widest) {
                HtmlNode &element = nodes.emplace_back(htmlElement(widest->element, {}));
                append(element.children, line.first(length), open | widest->bit);
            } else {
                nodes.push_back(line.front().node);
            }
            line = line.subspan(length);
        }
    }

    void addBlock(HtmlNodes &nodes, const QJsonObject &node, int depth)
    {
        const QString type = typeOf(node);
        if (!node.contains("children"_L1)) {
            if (!type.isEmpty() && type != "tk"_L1)
                addCard(m_document, nodes, type, node);
            return;
        }
        if (depth >= deepestNode)
            return;
        if (type == "list"_L1)
            nodes.push_back(list(node, depth));
        else if (type == "code"_L1)
            nodes.push_back(code(node, depth));
        else
            nodes.push_back(element(type, node, depth));
    }

    HtmlNode element(const QString &type, const QJsonObject &node, int depth)
    {
        static const QSet<QString> headings{u"h1"_s, u"h2"_s, u"h3"_s, u"h4"_s, u"h5"_s, u"h6"_s};
        const QString tag = node.value("tag"_L1).toString();
        HtmlNodes content = children(node, depth + 1);
        if (type == "heading"_L1)
            return htmlElement(headings.contains(tag) ? tag : u"h2"_s, std::move(content));
        if (type == "quote"_L1 || type == "aside"_L1)
            return htmlElement(u"blockquote"_s, std::move(content),
                               {{u"class"_s, type == "aside"_L1 ? u"kg-blockquote-alt"_s : QString()}});
        return htmlElement(type == "paragraph"_L1 ? u"p"_s : u"div"_s, std::move(content));
    }

    /// An item that is nothing but a list belongs to the one before.
    HtmlNode list(const QJsonObject &node, int depth)
    {
        const bool isOrdered = node.value("listType"_L1) == "number"_L1 || node.value("tag"_L1) == "ol"_L1;
        HtmlNode list = htmlElement(isOrdered ? u"ol"_s : u"ul"_s, {},
                                    {{u"start"_s, QString::number(node.value("start"_L1).toInt(1))}});
        const QJsonArray items = node.value("children"_L1).toArray();
        for (const auto &value : items) {
            const QJsonObject item = value.toObject();
            HtmlNodes content = depth < deepestNode ? children(item, depth + 1) : HtmlNodes();
            const bool isNested = content.size() == 1 && (content[0].name == u"ul" || content[0].name == u"ol");
            list.children.push_back(isNested ? std::move(content[0]) : htmlElement(u"li"_s, std::move(content)));
        }
        return list;
    }

    HtmlNode code(const QJsonObject &node, int depth)
    {
        return htmlElement(u"pre"_s, children(node, depth + 1),
                           {{u"class"_s, u"language-"_s + node.value("language"_L1).toString()}});
    }

    static QString typeOf(const QJsonObject &node)
    {
        QString type = node.value("type"_L1).toString();
        return type.startsWith("extended-"_L1) ? type.sliced(9) : type;
    }

    GhostDocument m_document;
};

class MobiledocReader
{
public:
    explicit MobiledocReader(const QJsonObject &document)
        : m_markups(document.value("markups"_L1).toArray())
        , m_atoms(document.value("atoms"_L1).toArray())
        , m_cards(document.value("cards"_L1).toArray())
    {
    }

    GhostDocument read(const QJsonArray &sections)
    {
        for (const auto &section : sections)
            addSection(section.toArray());
        return std::move(m_document);
    }

private:
    void addSection(const QJsonArray &section)
    {
        const QString tag = section.at(1).toString();
        switch (section.at(0).toInt()) {
        case 1:
            m_document.nodes.push_back(markup(tag, section.at(2).toArray()));
            break;
        case 2:
            m_document.nodes.push_back(htmlElement(u"img"_s, {}, {{u"src"_s, tag}}));
            break;
        case 3:
            m_document.nodes.push_back(list(tag, section.at(2).toArray()));
            break;
        case 10: {
            const QJsonArray card = m_cards.at(section.at(1).toInt(-1)).toArray();
            addCard(m_document, m_document.nodes, card.at(0).toString(), card.at(1).toObject());
            break;
        }
        default:
            break;
        }
    }

    HtmlNode markup(const QString &tag, const QJsonArray &markers) const
    {
        static const QSet<QString> plain{u"h1"_s, u"h2"_s, u"h3"_s, u"h4"_s, u"h5"_s, u"h6"_s, u"blockquote"_s};
        const bool isAside = tag == "aside"_L1 || tag == "pull-quote"_L1;
        return htmlElement(isAside               ? u"blockquote"_s
                           : plain.contains(tag) ? tag
                                                 : u"p"_s,
                           inlines(markers), {{u"class"_s, isAside ? u"kg-blockquote-alt"_s : QString()}});
    }

    HtmlNode list(const QString &tag, const QJsonArray &items) const
    {
        HtmlNode list = htmlElement(tag == "ol"_L1 ? u"ol"_s : u"ul"_s, {});
        for (const auto &item : items)
            list.children.push_back(htmlElement(u"li"_s, inlines(item.toArray())));
        return list;
    }

    /// Each marker opens some markups, and closes some of those that are open then.
    HtmlNodes inlines(const QJsonArray &markers) const
    {
        HtmlNodes open{htmlElement({}, {})};
        const auto close = [&open] {
            HtmlNode closed = std::move(open.back());
            open.pop_back();
            open.back().children.push_back(std::move(closed));
        };
        for (const auto &value : markers) {
            const QJsonArray marker = value.toArray();
            const QJsonArray opens = marker.at(1).toArray();
            for (const auto &index : opens) {
                if (open.size() < size_t(deepestNode))
                    open.push_back(opened(m_markups.at(index.toInt(-1)).toArray()));
            }
            open.back().children.push_back(content(marker));
            for (int left = marker.at(2).toInt(); left > 0 && open.size() > 1; --left)
                close();
        }
        while (open.size() > 1)
            close();
        return std::move(open.front().children);
    }

    static HtmlNode opened(const QJsonArray &markup)
    {
        static const QSet<QString> known{u"a"_s, u"b"_s, u"strong"_s, u"em"_s,  u"i"_s,
                                         u"s"_s, u"u"_s, u"code"_s,   u"sub"_s, u"sup"_s};
        const QString name = markup.at(0).toString().toLower();
        HtmlNode element = htmlElement(known.contains(name) ? name : u"span"_s, {});
        const QJsonArray attributes = markup.at(1).toArray();
        for (qsizetype i = 0; i + 1 < attributes.size(); i += 2)
            element.attributes.insert(attributes.at(i).toString().toLower(), attributes.at(i + 1).toString());
        return element;
    }

    [[nodiscard]] HtmlNode content(const QJsonArray &marker) const
    {
        if (marker.at(0).toInt() != 1)
            return htmlText(marker.at(3).toString());
        const QJsonArray atom = m_atoms.at(marker.at(3).toInt(-1)).toArray();
        return atom.at(0) == "soft-return"_L1 ? htmlElement(u"br"_s, {}) : htmlText(atom.at(1).toString());
    }

    GhostDocument m_document;
    const QJsonArray m_markups;
    const QJsonArray m_atoms;
    const QJsonArray m_cards;
};

QJsonObject objectOf(const QString &json)
{
    return QJsonDocument::fromJson(json.toUtf8()).object();
}

} // namespace

std::optional<GhostDocument> readLexical(const QString &json)
{
    const QJsonObject root = objectOf(json).value("root"_L1).toObject();
    return root.isEmpty() ? std::nullopt : std::optional(LexicalReader().read(root));
}

std::optional<GhostDocument> readMobiledoc(const QString &json)
{
    const QJsonObject document = objectOf(json);
    const bool isKnown = document.value("version"_L1).toString().startsWith("0.3"_L1);
    return isKnown ? std::optional(MobiledocReader(document).read(document.value("sections"_L1).toArray()))
                   : std::nullopt;
}

} // namespace Weeknotes
