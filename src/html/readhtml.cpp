// SPDX-License-Identifier: GPL-3.0-or-later
#include "html/readhtml.h"

#include "html/htmltree.h"
#include "markdown/embeds.h"
#include "markdown/htmltags.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <optional>
#include <utility>

namespace Weeknotes {

using namespace Qt::StringLiterals;
using Markdown::Block;
using Markdown::Inline;
using Markdown::SourceRange;

namespace {

constexpr int deepestBlock = 40; ///< in each other; further in, only the words count
constexpr int widestCell = 100;

/// Blocks that add nothing to what they hold.
bool isPlainBlock(const QString &name)
{
    static const QSet<QString> names{
        u"address"_s, u"article"_s, u"aside"_s,      u"body"_s,   u"caption"_s, u"center"_s,  u"dd"_s,
        u"div"_s,     u"dt"_s,      u"figcaption"_s, u"figure"_s, u"footer"_s,  u"header"_s,  u"hgroup"_s,
        u"html"_s,    u"li"_s,      u"main"_s,       u"nav"_s,    u"p"_s,       u"section"_s, u"summary"_s,
        u"tbody"_s,   u"td"_s,      u"tfoot"_s,      u"th"_s,     u"thead"_s,   u"tr"_s};
    return names.contains(name);
}

bool isPageBlock(const QString &name)
{
    static const QSet<QString> names{u"blockquote"_s, u"details"_s, u"dl"_s,   u"h1"_s,    u"h2"_s, u"h3"_s,
                                     u"h4"_s,         u"h5"_s,      u"h6"_s,   u"hr"_s,    u"ol"_s, u"pre"_s,
                                     u"table"_s,      u"ul"_s,      u"menu"_s, u"iframe"_s};
    return names.contains(name) || isPlainBlock(name);
}

/// What only says how wide columns are.
bool isSideNote(const QString &name)
{
    return name == "col"_L1 || name == "colgroup"_L1;
}

bool holdsPageBlock(const HtmlNode &node, const QString &markdown)
{
    return std::ranges::any_of(node.children, [&markdown](const HtmlNode &child) {
        return isPageBlock(child.name) || child.name == markdown || holdsPageBlock(child, markdown);
    });
}

/// Nodes of that name, not below one another nor below a table.
void collect(const std::vector<HtmlNode> &nodes, QLatin1StringView name, std::vector<const HtmlNode *> &found)
{
    for (const HtmlNode &node : nodes) {
        if (node.name == name)
            found.push_back(&node);
        else if (node.name != "table"_L1)
            collect(node.children, name, found);
    }
}

std::vector<const HtmlNode *> nodesOf(const HtmlNode &node, QLatin1StringView name)
{
    std::vector<const HtmlNode *> found;
    collect(node.children, name, found);
    return found;
}

bool isGap(const Inline &piece)
{
    return piece.kind == Inline::Kind::HardBreak ||
           (piece.kind == Inline::Kind::Text && piece.text.trimmed().isEmpty());
}

/// White space and line breaks off the ends.
void trim(std::vector<Inline> &inlines)
{
    while (!inlines.empty() && isGap(inlines.back()))
        inlines.pop_back();
    inlines.erase(inlines.begin(), std::ranges::find_if_not(inlines, isGap));
    if (inlines.empty())
        return;
    if (Inline &first = inlines.front(); first.kind == Inline::Kind::Text && first.text.startsWith(u' '))
        first.text.remove(0, 1);
    if (Inline &last = inlines.back(); last.kind == Inline::Kind::Text && last.text.endsWith(u' '))
        last.text.chop(1);
}

/// Builds blocks of nodes. One text, one call of read().
class HtmlReader
{
public:
    /// An element named `markdown` stands for the next of `between`, in the order in which they are met. `sources` are
    /// where the HTML before, between and after them lies.
    HtmlReader(QString markdown, std::vector<Block> between, std::vector<SourceRange> sources)
        : m_markdown(std::move(markdown)), m_between(std::move(between)), m_sources(std::move(sources))
    {
    }

    /// Nothing where a block of Markdown would be lost, or be part of what does not end.
    [[nodiscard]] std::optional<std::vector<Block>> read(const std::vector<HtmlNode> &nodes)
    {
        std::vector<Block> blocks = this->blocks(nodes, 0);
        return m_isBroken || m_next != m_between.size() ? std::nullopt : std::optional(std::move(blocks));
    }

private:
    /// Gathers running text, and the blocks it makes.
    struct Flow
    {
        std::vector<Block> blocks = {};
        std::vector<Inline> line = {};
    };

    std::vector<Block> blocks(const std::vector<HtmlNode> &nodes, int depth)
    {
        Flow flow;
        add(flow, nodes, depth);
        endLine(flow);
        return std::move(flow.blocks);
    }

    void add(Flow &flow, const std::vector<HtmlNode> &nodes, int depth)
    {
        for (const HtmlNode &node : nodes)
            add(flow, node, depth);
    }

    void add(Flow &flow, const HtmlNode &node, int depth)
    {
        if (node.name == m_markdown)
            return addMarkdown(flow);
        if (isSideNote(node.name))
            return;
        if (isPageBlock(node.name))
            addBlock(flow, node, depth);
        else if (node.isText() || (Markdown::isInlineElement(node.name) && !holdsPageBlock(node, m_markdown)))
            append(flow.line, inlines({node}, false));
        else
            addOther(flow, node, depth);
    }

    /// What is no block, yet holds some, or what a page does not know.
    void addOther(Flow &flow, const HtmlNode &node, int depth)
    {
        const bool isKnown = Markdown::isInlineElement(node.name);
        if (!isKnown)
            append(flow.line, {text(node.tag)});
        add(flow, node.children, depth + 1);
        if (!isKnown && node.ended)
            append(flow.line, {text(u"</"_s + node.name + u'>')});
    }

    void addMarkdown(Flow &flow)
    {
        endLine(flow);
        if (m_next == m_between.size()) {
            m_isBroken = true; // the parser copied the element
            return;
        }
        flow.blocks.push_back(std::move(m_between[m_next]));
        ++m_next;
        m_isPlaced = false;
    }

    void addBlock(Flow &flow, const HtmlNode &node, int depth)
    {
        endLine(flow);
        if (isPlainBlock(node.name) || depth > deepestBlock) {
            if (node.name == "figure"_L1 && addFigure(flow, node))
                return;
            add(flow, node.children, depth + 1);
            return endLine(flow);
        }
        if (node.name == "details"_L1 && !node.ended) {
            append(flow.line, {text(node.tag)});
            add(flow, node.children, depth + 1);
            return endLine(flow);
        }
        const size_t before = m_next;
        if (auto block = made(node, depth))
            flow.blocks.push_back(std::move(*block));
        m_isBroken |= m_next != before && !node.ended;
    }

    std::optional<Block> made(const HtmlNode &node, int depth)
    {
        Block block;
        block.source = place();
        const QString &name = node.name;
        if (name == "hr"_L1)
            block.kind = Block::Kind::Separator;
        else if (name == "pre"_L1)
            readCode(block, node);
        else if (name == "iframe"_L1)
            readFrame(block, node);
        else if (name == "table"_L1)
            readTable(block, node);
        else if (name == "dl"_L1)
            readTerms(block, node, depth);
        else if (name == "details"_L1)
            readDetails(block, node, depth);
        else if (name == "blockquote"_L1)
            readQuote(block, node, depth);
        else if (name.startsWith(u'h'))
            readHeading(block, node);
        else
            readList(block, node, depth);
        if (!block.children.empty())
            block.source.end = std::max(block.source.end, block.children.back().source.end);
        const bool isEmpty = block.inlines.empty() && block.children.empty() && block.text.isEmpty();
        return isEmpty && block.kind != Block::Kind::Separator ? std::nullopt : std::optional(std::move(block));
    }

    static void readCode(Block &block, const HtmlNode &node)
    {
        static const QRegularExpression language(u"\\blang(?:uage)?-([\\w+#-]+)"_s);
        block.kind = Block::Kind::Code;
        block.text = node.allText();
        if (!block.text.isEmpty() && !block.text.endsWith(u'\n'))
            block.text += u'\n';
        const bool holdsCode = node.children.size() == 1 && node.children.front().name == "code"_L1;
        const HtmlNode &named = holdsCode ? node.children.front() : node;
        block.language = language.match(named.attributes.value(u"class"_s)).captured(1);
    }

    void readFrame(Block &block, const HtmlNode &node)
    {
        const QString address = addressOfFrame(node.attributes.value(u"src"_s).trimmed());
        if (address.isEmpty()) {
            block.inlines = {text(node.tag + node.allText() + (node.ended ? u"</iframe>"_s : QString()))};
            return;
        }
        block.inlines = Markdown::inlineElement(
            u"a"_s, {{u"href"_s, address}, {u"title"_s, node.attributes.value(u"title"_s)}}, {text(address)}, false);
        if (Markdown::embedHost(address)) {
            block.kind = Block::Kind::Embed;
            block.text = address;
        }
    }

    void readHeading(Block &block, const HtmlNode &node)
    {
        block.kind = Block::Kind::Heading;
        block.level = node.name.back().digitValue();
        block.inlines = line(node.children);
    }

    void readQuote(Block &block, const HtmlNode &node, int depth)
    {
        block.kind = Block::Kind::Quote;
        block.children = blocks(node.children, depth + 1);
    }

    void readList(Block &block, const HtmlNode &node, int depth)
    {
        block.kind = Block::Kind::List;
        block.ordered = node.name == "ol"_L1;
        block.start = std::max(0, node.attributes.value(u"start"_s, u"1"_s).toInt());
        std::vector<HtmlNode> loose; // what stands beside the items is one of its own
        const auto endLoose = [&] { addItem(block, std::exchange(loose, {}), depth); };
        for (const HtmlNode &child : node.children) {
            if (child.name != "li"_L1) {
                loose.push_back(child);
                continue;
            }
            endLoose();
            addItem(block, child.children, depth);
        }
        endLoose();
        block.tight = std::ranges::all_of(block.children, &Block::tight);
        if (!block.tight)
            setLoose(block);
    }

    void addItem(Block &list, const std::vector<HtmlNode> &nodes, int depth)
    {
        Block item;
        item.kind = Block::Kind::ListItem;
        item.children = blocks(nodes, depth + 1);
        if (item.children.empty())
            return;
        item.source = {item.children.front().source.begin, item.children.back().source.end};
        const bool setsParagraphs = std::ranges::any_of(
            nodes, [this](const HtmlNode &node) { return node.name == "p"_L1 || node.name == m_markdown; });
        item.tight = !setsParagraphs && std::ranges::count(item.children, Block::Kind::Paragraph, &Block::kind) <= 1;
        for (Block &child : item.children)
            child.tight |= item.tight && child.kind == Block::Kind::Paragraph;
        list.children.push_back(std::move(item));
    }

    static void setLoose(Block &list)
    {
        for (Block &item : list.children) {
            item.tight = false;
            for (Block &child : item.children)
                child.tight &= child.kind != Block::Kind::Paragraph;
        }
    }

    void readTerms(Block &block, const HtmlNode &node, int depth)
    {
        block.kind = Block::Kind::Terms;
        readTermsOf(block, node.children, depth);
        // A list that opens with what is explained, or ends with what is not, is none a page may hold.
        if (!block.children.empty() &&
            (block.children.front().kind != Block::Kind::Term || block.children.back().kind == Block::Kind::Term)) {
            Block list;
            list.kind = Block::Kind::Quote;
            for (Block &child : std::exchange(block.children, {})) {
                child.kind == Block::Kind::Term ? void(list.children.emplace_back(paragraph(std::move(child.inlines))))
                                                : append(list.children, std::move(child.children));
            }
            list.source = block.source;
            block = std::move(list);
        }
    }

    void readTermsOf(Block &block, const std::vector<HtmlNode> &nodes, int depth)
    {
        for (const HtmlNode &child : nodes) {
            if (child.name == "div"_L1) {
                readTermsOf(block, child.children, depth);
            } else if (child.name == "dt"_L1 && !holdsPageBlock(child, m_markdown)) {
                Block term;
                term.kind = Block::Kind::Term;
                term.source = place();
                term.inlines = line(child.children);
                if (!term.inlines.empty())
                    block.children.push_back(std::move(term));
            } else {
                Block item;
                item.kind = Block::Kind::ListItem;
                item.children = child.name == "dd"_L1 || child.name == "dt"_L1 ? blocks(child.children, depth + 1)
                                                                               : blocks({child}, depth + 1);
                if (item.children.empty())
                    continue;
                item.source = {item.children.front().source.begin, item.children.back().source.end};
                block.children.push_back(std::move(item));
            }
        }
    }

    void readDetails(Block &block, const HtmlNode &node, int depth)
    {
        block.kind = Block::Kind::Details;
        Flow flow;
        for (const HtmlNode &child : node.children) {
            if (child.name == "summary"_L1 && block.inlines.empty() && !holdsPageBlock(child, m_markdown))
                block.inlines = line(child.children);
            else
                add(flow, child, depth + 1);
        }
        endLine(flow);
        block.children = std::move(flow.blocks);
        if (block.inlines.empty() && !block.children.empty())
            block.inlines = {text(u"…"_s)}; // there has to be something to open it by
    }

    void readTable(Block &block, const HtmlNode &node)
    {
        block.kind = Block::Kind::Table;
        std::vector<const HtmlNode *> inHead;
        for (const HtmlNode *head : nodesOf(node, "thead"_L1))
            collect(head->children, "tr"_L1, inHead);
        size_t columns = 0;
        for (const HtmlNode *tr : nodesOf(node, "tr"_L1)) {
            Block &row = block.children.emplace_back();
            row.kind = Block::Kind::TableRow;
            row.source = place();
            const bool onlyHeads =
                !tr->children.empty() &&
                std::ranges::none_of(tr->children, [](const HtmlNode &cell) { return cell.name == "td"_L1; });
            row.headerRow = block.children.size() == 1 && (onlyHeads || std::ranges::contains(inHead, tr));
            for (const HtmlNode &cell : tr->children) {
                if (cell.name == "td"_L1 || cell.name == "th"_L1)
                    addCell(row, cell);
            }
            columns = std::max(columns, row.children.size());
        }
        for (Block &row : block.children) {
            while (row.children.size() < columns)
                row.children.push_back(cellOf(row));
        }
        const auto isEmpty = [](const Block &row) {
            return std::ranges::all_of(row.children, [](const Block &cell) { return cell.inlines.empty(); });
        };
        if (std::ranges::all_of(block.children, isEmpty))
            block.children.clear();
    }

    [[nodiscard]] static Block cellOf(const Block &row)
    {
        Block cell;
        cell.kind = Block::Kind::TableCell;
        cell.headerRow = row.headerRow;
        cell.source = row.source;
        return cell;
    }

    void addCell(Block &row, const HtmlNode &node)
    {
        Block cell = cellOf(row);
        const QString side = node.attributes.value(u"align"_s).toLower();
        cell.alignment = side == "left"_L1     ? Markdown::Alignment::Left
                         : side == "center"_L1 ? Markdown::Alignment::Center
                         : side == "right"_L1  ? Markdown::Alignment::Right
                                               : Markdown::Alignment::Default;
        cell.inlines = line(node.children);
        row.children.push_back(cell);
        for (int i = std::min(node.attributes.value(u"colspan"_s).toInt(), widestCell); i > 1; --i)
            row.children.push_back(cellOf(row));
    }

    /// One image and its caption, as Markdown has them.
    bool addFigure(Flow &flow, const HtmlNode &node)
    {
        const auto images = nodesOf(node, "img"_L1);
        const auto captions = nodesOf(node, "figcaption"_L1);
        QString beside;
        for (const HtmlNode &child : node.children)
            beside += child.name == "figcaption"_L1 ? QString() : child.allText();
        if (images.size() != 1 || captions.size() > 1 || !beside.trimmed().isEmpty() || holdsMarkdown(node))
            return false;
        Inline image = Markdown::inlineElement(u"img"_s, images.front()->attributes, {}, false).front();
        if (!captions.empty())
            image.title = captions.front()->allText().simplified();
        flow.line = {std::move(image)};
        endLine(flow);
        return true;
    }

    [[nodiscard]] bool holdsMarkdown(const HtmlNode &node) const
    {
        return std::ranges::any_of(
            node.children, [this](const HtmlNode &child) { return child.name == m_markdown || holdsMarkdown(child); });
    }

    void endLine(Flow &flow)
    {
        trim(flow.line);
        if (!flow.line.empty())
            flow.blocks.push_back(paragraph(std::exchange(flow.line, {})));
    }

    Block paragraph(std::vector<Inline> line)
    {
        Block block;
        block.source = place();
        block.inlines = std::move(line);
        if (block.inlines.size() == 1 && block.inlines.front().kind == Inline::Kind::Image)
            block.kind = Block::Kind::Figure;
        return block;
    }

    std::vector<Inline> line(const std::vector<HtmlNode> &nodes)
    {
        std::vector<Inline> words = inlines(nodes, false);
        trim(words);
        return words;
    }

    /// All of it as running text: blocks begin on a line of their own.
    std::vector<Inline> inlines(const std::vector<HtmlNode> &nodes, bool inLink)
    {
        std::vector<Inline> line;
        for (const HtmlNode &node : nodes) {
            if (node.isText()) {
                append(line, {text(node.text)});
                continue;
            }
            if (isSideNote(node.name))
                continue;
            const bool isWord = Markdown::isInlineElement(node.name);
            if (isPageBlock(node.name) && !std::ranges::all_of(line, isGap))
                line.push_back({.kind = Inline::Kind::HardBreak});
            std::vector<Inline> content = inlines(node.children, inLink || node.name == "a"_L1);
            if (isWord) {
                append(line, Markdown::inlineElement(node.name, node.attributes, std::move(content), inLink));
                continue;
            }
            if (!isPageBlock(node.name))
                append(line, {text(node.tag)});
            append(line, std::move(content));
            if (!isPageBlock(node.name) && node.ended)
                append(line, {text(u"</"_s + node.name + u'>')});
        }
        return line;
    }

    /// White space runs are one space, over the edges of pieces too.
    void append(std::vector<Inline> &line, std::vector<Inline> pieces)
    {
        for (Inline &piece : pieces) {
            const bool isText = piece.kind == Inline::Kind::Text;
            const bool afterGap =
                !line.empty() && (line.back().kind == Inline::Kind::HardBreak ||
                                  (line.back().kind == Inline::Kind::Text && line.back().text.endsWith(u' ')));
            if (isText && afterGap && piece.text.startsWith(u' '))
                piece.text.remove(0, 1);
            if (isText && piece.text.isEmpty())
                continue;
            piece.source = {m_sources[m_next].begin, m_sources[m_next].begin};
            if (isText && !line.empty() && line.back().kind == Inline::Kind::Text)
                line.back().text += piece.text;
            else
                line.push_back(std::move(piece));
        }
    }
    static void append(std::vector<Block> &blocks, std::vector<Block> more)
    {
        std::ranges::move(more, std::back_inserter(blocks));
    }

    [[nodiscard]] static Inline text(const QString &words)
    {
        static const QRegularExpression spaces(u"[ \\t\\n\\r\\f]+"_s);
        Inline piece;
        piece.text = QString(words).replace(spaces, u" "_s);
        return piece;
    }

    /// Of the next block: the first of a stretch of HTML has its place, the others stand at its end.
    [[nodiscard]] SourceRange place()
    {
        const SourceRange &html = m_sources[m_next];
        return std::exchange(m_isPlaced, true) ? SourceRange{html.end, html.end} : html;
    }

    const QString m_markdown;
    std::vector<Block> m_between;
    const std::vector<SourceRange> m_sources;
    size_t m_next = 0; ///< of m_between
    bool m_isPlaced = false;
    bool m_isBroken = false;
};

/// "<?php …", "<!DOCTYPE …": no HTML that a reader could see.
bool isDeclaration(const QString &html)
{
    const QStringView begin = QStringView(html).trimmed();
    return begin.startsWith("<?"_L1) || begin.startsWith("<!"_L1);
}

std::optional<std::vector<Block>> readTogether(const QString &html, const QString &markdown, std::vector<Block> between,
                                               std::vector<SourceRange> sources)
{
    const auto nodes = parseHtml(u"<!DOCTYPE html><body>"_s + html, HtmlTags::Kept);
    if (!nodes)
        return std::nullopt;
    return HtmlReader(markdown, std::move(between), std::move(sources)).read(*nodes);
}

/// A name that no element in `html` has.
QString unusedName(const QString &html)
{
    QString name = u"markdown"_s;
    while (html.contains(name, Qt::CaseInsensitive))
        name += u'x';
    return name;
}

std::vector<Block> readAlone(const Block &block)
{
    if (!isDeclaration(block.text)) {
        if (auto blocks = readTogether(block.text, unusedName(block.text), {}, {block.source}))
            return std::move(*blocks);
    }
    Block words;
    words.source = block.source;
    words.inlines.push_back({.text = block.text.simplified(), .source = block.source});
    return {std::move(words)};
}

} // namespace

std::vector<Block> readHtml(std::vector<Block> blocks)
{
    const auto isHtml = [](const Block &block) { return block.kind == Block::Kind::RawHtml; };
    if (blocks.size() > 1 &&
        std::ranges::none_of(blocks, [&](const Block &b) { return isHtml(b) && isDeclaration(b.text); })) {
        QString all;
        for (const Block &block : blocks)
            all += isHtml(block) ? block.text : QString();
        const QString markdown = unusedName(all);
        QString html;
        std::vector<Block> between;
        std::vector<SourceRange> sources(1, blocks.front().source);
        for (const Block &block : blocks) {
            if (isHtml(block)) {
                html += block.text + u'\n';
                sources.back().end = block.source.end;
                continue;
            }
            html += u'<' + markdown + u"></"_s + markdown + u'>';
            between.push_back(block);
            sources.push_back({block.source.end, block.source.end});
        }
        if (auto read = readTogether(html, markdown, std::move(between), std::move(sources)))
            return std::move(*read);
    }
    std::vector<Block> result;
    for (Block &block : blocks) {
        if (isHtml(block))
            std::ranges::move(readAlone(block), std::back_inserter(result));
        else
            result.push_back(std::move(block));
    }
    return result;
}

} // namespace Weeknotes
