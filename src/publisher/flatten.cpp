// SPDX-License-Identifier: GPL-3.0-or-later
#include "publisher/flatten.h"

#include "markdown/comments.h"
#include "publisher/post.h"
#include "publisher/postlinks.h"
#include "publisher/words.h"

#include <QSet>

#include <algorithm>
#include <iterator>
#include <utility>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

using Markdown::Block;
using Markdown::Inline;
using Line = std::vector<Inline>;

Inline textPiece(const QString &words)
{
    Inline piece;
    piece.text = words;
    return piece;
}

bool saysNothing(const Line &line)
{
    return Markdown::plainText(line).trimmed().isEmpty();
}

Block blockOf(Block::Kind kind, Markdown::SourceRange source)
{
    Block block;
    block.kind = kind;
    block.source = source;
    return block;
}

Block paragraphOf(Line line, Markdown::SourceRange source)
{
    Block block = blockOf(Block::Kind::Paragraph, source);
    block.inlines = std::move(line);
    return block;
}

Line joinedLines(std::vector<Line> lines)
{
    Line joined;
    for (Line &line : lines) {
        if (!joined.empty())
            joined.emplace_back().kind = Inline::Kind::HardBreak;
        std::ranges::move(line, std::back_inserter(joined));
    }
    return joined;
}

Line strong(Line line)
{
    Inline piece;
    piece.kind = Inline::Kind::Strong;
    piece.children = std::move(line);
    return {std::move(piece)};
}

/// The digits of a sup or a sub as characters that stand high or low by themselves: 10⁶ is not 106. Empty for others.
QString raisedOrLowered(const Inline &piece)
{
    const QStringView plain = u"0123456789+-=()";
    const QStringView shown = piece.text == "sup"_L1   ? QStringView(u"⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾")
                              : piece.text == "sub"_L1 ? QStringView(u"₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎")
                                                       : QStringView();
    QString digits = Markdown::plainText(piece.children);
    for (QChar &digit : digits) {
        const qsizetype at = plain.indexOf(digit);
        if (at < 0 || shown.isEmpty())
            return {};
        digit = shown.at(at);
    }
    return digits;
}

class Flattener
{
public:
    Flattener(const Post &post, LossList &losses) : m_post(post), m_losses(losses) {}

    std::shared_ptr<const Markdown::Document> flatten()
    {
        const Markdown::Document &document = *m_post.document;
        bool titleToCome = m_post.saysTitleTwice;
        for (const Block &block : document.blocks()) {
            if (!std::exchange(titleToCome, false))
                write(block);
        }
        notes(document.footnotes());
        while (!m_blocks.empty() && m_blocks.back().kind == Block::Kind::Separator)
            m_blocks.pop_back();
        return Markdown::Document::of(std::move(m_blocks), {});
    }

private:
    using Kind = Loss::Kind;
    using Fate = Loss::Fate;

    /// What stands in an item, or in all of a list: its lines, and the blocks below that can't be lines.
    struct Item
    {
        std::vector<Line> lines;
        std::vector<Block> below;
        Markdown::SourceRange source;
    };

    void write(const std::vector<Block> &blocks)
    {
        for (const Block &block : blocks)
            write(block);
    }

    void write(const Block &block)
    {
        switch (block.kind) {
        case Block::Kind::Heading:
            return heading(block);
        case Block::Kind::Quote:
        case Block::Kind::PullQuote:
            return quote(block);
        case Block::Kind::List:
            return list(block);
        case Block::Kind::Table:
            return table(block);
        case Block::Kind::Code:
            return code(block);
        case Block::Kind::Separator:
            if (!m_blocks.empty() && m_blocks.back().kind != Block::Kind::Separator)
                m_blocks.push_back(blockOf(Block::Kind::Separator, block.source));
            return;
        case Block::Kind::Private:
        case Block::Kind::Prompt:
        case Block::Kind::More:
            return;
        default:
            if (block.kind == Block::Kind::Details)
                m_losses.add(Kind::Details, Fate::Lines, block.source);
            words(block);
            write(block.children);
        }
    }

    /// Running text, then the images that stood in it.
    void words(const Block &block)
    {
        std::vector<Block> figures;
        Line line = shapedWords(block, figures);
        if (!saysNothing(line)) {
            Block copy = paragraphOf(std::move(line), block.source);
            if (block.kind == Block::Kind::Tune || block.kind == Block::Kind::Embed) {
                copy.kind = block.kind;
                copy.text = block.text;
            } else if (block.kind == Block::Kind::Dateline) {
                copy.kind = Block::Kind::Heading;
                copy.level = 3;
            }
            m_blocks.push_back(std::move(copy));
        }
        std::ranges::move(figures, std::back_inserter(m_blocks));
    }

    void heading(const Block &block)
    {
        std::vector<Block> figures;
        Line line = shaped(block.inlines, figures);
        if (!saysNothing(line)) {
            if (block.level > 3)
                m_losses.add(Kind::DeepHeading, Fate::SmallHeading, block.source);
            Block copy = blockOf(Block::Kind::Heading, block.source);
            copy.level = block.level <= 2 ? 2 : 3;
            copy.inlines = std::move(line);
            m_blocks.push_back(std::move(copy));
        }
        std::ranges::move(figures, std::back_inserter(m_blocks));
    }

    void code(const Block &block)
    {
        if (block.text.trimmed().isEmpty())
            return;
        Block copy = blockOf(Block::Kind::Code, block.source);
        copy.text = block.text;
        copy.language = block.language;
        m_blocks.push_back(std::move(copy));
    }

    // Quotes. What can't be a line of one parts it.

    void quote(const Block &block)
    {
        for (const Block &child : block.children)
            quotePart(child, block.kind);
    }

    void quotePart(const Block &child, Block::Kind kind)
    {
        switch (child.kind) {
        case Block::Kind::Quote:
        case Block::Kind::PullQuote:
        case Block::Kind::Appeal:
            if (child.kind != Block::Kind::Appeal)
                m_losses.add(Kind::PartsInQuote, Fate::Lines, child.source);
            for (const Block &inner : child.children)
                quotePart(inner, kind);
            return;
        case Block::Kind::List:
        case Block::Kind::Heading: {
            m_losses.add(Kind::PartsInQuote, Fate::Lines, child.source);
            Item item;
            gather(child, 0, item);
            quoteLine(joinedLines(std::move(item.lines)), child.source, kind);
            return write(item.below);
        }
        case Block::Kind::Paragraph:
        case Block::Kind::Tune:
        case Block::Kind::Embed:
        case Block::Kind::RawHtml: {
            std::vector<Block> figures;
            quoteLine(shapedWords(child, figures), child.source, kind);
            std::ranges::move(figures, std::back_inserter(m_blocks));
            return;
        }
        default:
            write(child);
        }
    }

    /// Neighbours are one quote, as they are on Medium.
    void quoteLine(Line line, Markdown::SourceRange source, Block::Kind kind)
    {
        if (saysNothing(line))
            return;
        if (m_blocks.empty() || m_blocks.back().kind != kind)
            m_blocks.push_back(blockOf(kind, source));
        m_blocks.back().children.push_back(paragraphOf(std::move(line), source));
    }

    // Lists.

    void list(const Block &block)
    {
        std::vector<Item> items;
        for (const Block &child : block.children) {
            Item item;
            item.source = child.source;
            gatherItem(child, {}, 0, item);
            items.push_back(std::move(item));
        }
        writeItems(std::move(items), block.ordered, block.start, block.source);
    }

    /// A list can't go on counting behind what stands between its items, nor begin elsewhere than at 1.
    void writeItems(std::vector<Item> items, bool ordered, int start, Markdown::SourceRange source)
    {
        const auto interrupts = [](const Item &item) { return !item.below.empty() || item.lines.empty(); };
        const bool broken = !items.empty() && std::ranges::any_of(items.begin(), items.end() - 1, interrupts);
        const bool asText = ordered && (start != 1 || broken);
        if (asText)
            m_losses.add(Kind::NumberedList, Fate::NumbersAsText, source);
        bool open = false;
        for (int number = start; Item & item : items) {
            if (asText) {
                item.lines.resize(std::max<size_t>(1, item.lines.size()));
                item.lines.front().insert(item.lines.front().begin(), textPiece(QString::number(number) + u". "_s));
                m_blocks.push_back(paragraphOf(joinedLines(std::move(item.lines)), item.source));
            } else if (!item.lines.empty()) {
                if (!std::exchange(open, true)) {
                    Block &flat = m_blocks.emplace_back(blockOf(Block::Kind::List, source));
                    flat.ordered = ordered;
                    flat.tight = true;
                }
                m_blocks.back().children.push_back(flatItem(std::move(item.lines), item.source));
            }
            ++number;
            if (!item.below.empty()) {
                open = false;
                write(item.below);
            }
        }
    }

    static Block flatItem(std::vector<Line> lines, Markdown::SourceRange source)
    {
        Block block = blockOf(Block::Kind::ListItem, source);
        block.tight = true;
        block.children.push_back(paragraphOf(joinedLines(std::move(lines)), source));
        block.children.back().tight = true;
        return block;
    }

    void gatherItem(const Block &block, const QString &mark, int depth, Item &item)
    {
        const size_t first = item.lines.size();
        for (const Block &child : block.children)
            gather(child, depth + 1, item);
        QString begin = mark;
        if (block.checked) {
            m_losses.add(Kind::TaskList, Fate::Boxes, block.source);
            begin += *block.checked ? u"☑ "_s : u"☐ "_s;
        }
        if (begin.isEmpty())
            return;
        if (item.lines.size() == first)
            item.lines.emplace_back();
        Line &line = item.lines[first];
        line.insert(line.begin(), textPiece(begin));
    }

    /// Adds `block` to an item, or, with depth 0, to a quote.
    void gather(const Block &block, int depth, Item &item)
    {
        switch (block.kind) {
        case Block::Kind::List: {
            if (depth > 0)
                m_losses.add(Kind::NestedList, Fate::DashedLines, block.source);
            for (int number = block.start; const Block &child : block.children) {
                const QString dashes = u"– "_s.repeated(std::max(1, depth));
                gatherItem(child, dashes + (block.ordered ? QString::number(number) + u". "_s : QString()), depth,
                           item);
                ++number;
            }
            return;
        }
        case Block::Kind::Quote:
        case Block::Kind::PullQuote:
        case Block::Kind::Appeal:
            for (const Block &child : block.children)
                gather(child, depth, item);
            return;
        case Block::Kind::Heading: {
            Line line = shaped(block.inlines, item.below);
            if (!saysNothing(line))
                item.lines.push_back(strong(std::move(line)));
            return;
        }
        case Block::Kind::Code:
        case Block::Kind::Table:
            m_losses.add(Kind::PartsInList, Fate::BelowItem, block.source);
            item.below.push_back(block);
            return;
        case Block::Kind::Private:
        case Block::Kind::Prompt:
            return;
        default: {
            Line line = shapedWords(block, item.below);
            if (!saysNothing(line))
                item.lines.push_back(std::move(line));
            for (const Block &child : block.children)
                gather(child, depth, item);
        }
        }
    }

    // Tables.

    void table(const Block &block)
    {
        m_losses.add(Kind::Table, Fate::ListOfRows, block.source);
        if (block.children.empty())
            return;
        const Block &first = block.children.front();
        const Block *head = first.headerRow && block.children.size() > 1 ? &first : nullptr;
        std::vector<Item> items;
        std::vector<Block> figures;
        for (size_t row = head ? 1 : 0; row < block.children.size(); ++row) {
            Item item;
            item.source = block.children[row].source;
            Line line = rowLine(head, block.children[row], figures);
            if (!line.empty())
                items.emplace_back(std::move(item)).lines.push_back(std::move(line));
        }
        writeItems(std::move(items), false, 1, block.source);
        std::ranges::move(figures, std::back_inserter(m_blocks));
    }

    Line rowLine(const Block *head, const Block &row, std::vector<Block> &figures)
    {
        Line line;
        for (size_t column = 0; column < row.children.size(); ++column) {
            Line cell = shaped(row.children[column].inlines, figures);
            if (saysNothing(cell))
                continue;
            QString begin = line.empty() ? QString() : u"; "_s;
            if (head && column < head->children.size()) {
                const QString name = Markdown::plainText(head->children[column].inlines).simplified();
                begin += name.isEmpty() ? QString() : name + u": "_s;
            }
            if (!begin.isEmpty())
                line.push_back(textPiece(begin));
            std::ranges::move(cell, std::back_inserter(line));
        }
        return line;
    }

    // Footnotes.

    void notes(const std::vector<Markdown::Footnote> &footnotes)
    {
        if (footnotes.empty())
            return;
        std::vector<Item> items;
        for (const Markdown::Footnote &note : footnotes) {
            m_losses.add(Kind::Footnote, Fate::NotesAtEnd, note.source);
            Item item;
            for (const Block &block : note.blocks)
                gather(block, 1, item);
            items.push_back(std::move(item));
        }
        Block title = blockOf(Block::Kind::Heading, {});
        title.level = 3;
        title.inlines.push_back(textPiece(pageWords(m_post.language).notes));
        m_blocks.push_back(std::move(title));
        writeItems(std::move(items), true, 1, footnotes.front().source);
    }

    // Running text.

    Line shapedWords(const Block &block, std::vector<Block> &figures)
    {
        if (block.kind == Block::Kind::RawHtml) {
            m_losses.add(Kind::RawHtml, Fate::WordsOnly, block.source);
            return {textPiece(Markdown::wordsOfHtml(block.text))};
        }
        if (block.kind != Block::Kind::Figure)
            return shaped(block.inlines, figures);
        m_aloneImage = true;
        Line line = shaped(block.inlines, figures);
        m_aloneImage = false;
        return line;
    }

    Line shaped(const std::vector<Inline> &inlines, std::vector<Block> &figures)
    {
        Line line;
        for (const Inline &piece : inlines)
            shape(piece, line, figures);
        return line;
    }

    void shape(const Inline &piece, Line &line, std::vector<Block> &figures)
    {
        switch (piece.kind) {
        case Inline::Kind::Text:
        case Inline::Kind::Code:
        case Inline::Kind::HardBreak:
            line.push_back(piece);
            return;
        case Inline::Kind::SoftBreak:
            line.push_back(textPiece(u" "_s));
            return;
        case Inline::Kind::Emphasis:
        case Inline::Kind::Strong: {
            Inline copy = piece;
            copy.children = shaped(piece.children, figures);
            if (!copy.children.empty())
                line.push_back(std::move(copy));
            return;
        }
        case Inline::Kind::Strikethrough:
            m_losses.add(Kind::Strikethrough, Fate::WordsOnly, piece.source);
            std::ranges::move(shaped(piece.children, figures), std::back_inserter(line));
            return;
        case Inline::Kind::Link:
            return shapeLink(piece, line, figures);
        case Inline::Kind::Image:
            return shapeImage(piece, line, figures);
        case Inline::Kind::FootnoteReference:
            line.push_back(textPiece(u'[' + QString::number(piece.number) + u']'));
            return;
        default:
            m_losses.add(Kind::RawHtml, Fate::WordsOnly, piece.source);
            if (const QString digits = raisedOrLowered(piece); !digits.isEmpty())
                line.push_back(textPiece(digits));
            else
                std::ranges::move(shaped(piece.children, figures), std::back_inserter(line));
        }
    }

    void shapeLink(const Inline &link, Line &line, std::vector<Block> &figures)
    {
        const bool outermost = !std::exchange(m_inLink, true);
        Line words = shaped(link.children, figures);
        m_inLink = !outermost;
        const auto target = wholeTarget(m_post, link.target);
        if (target && !outermost) { // HTML knows no link within a link
            std::ranges::move(words, std::back_inserter(line));
            return;
        }
        if (!target) {
            const bool isWeek = link.target.startsWith("week:"_L1);
            m_losses.add(isWeek ? Kind::WeekLinkWithoutAddress : Kind::InternalLink, Fate::WordsOnly, link.source);
            std::ranges::move(words, std::back_inserter(line));
            return;
        }
        if (saysNothing(words))
            words = {textPiece(*target)};
        Inline copy = link;
        copy.target = *target;
        copy.children = std::move(words);
        line.push_back(std::move(copy));
    }

    void shapeImage(const Inline &image, Line &line, std::vector<Block> &figures)
    {
        if (!m_post.images.contains(image.target) && !publicImage(m_post, image.target)) {
            m_losses.add(Kind::ImageMissing, Fate::Description, image.source);
            const QString words = image.text.simplified();
            const QString caption = m_aloneImage || words.isEmpty() ? image.title.simplified() : QString();
            if (!words.isEmpty())
                line.push_back(textPiece(words));
            if (!words.isEmpty() && !caption.isEmpty())
                line.push_back({.kind = Inline::Kind::HardBreak});
            if (!caption.isEmpty())
                line.push_back(textPiece(caption));
            return;
        }
        if (!m_aloneImage)
            m_losses.add(Kind::InlineImage, Fate::OwnFigure, image.source);
        Block figure = blockOf(Block::Kind::Figure, image.source);
        figure.inlines.push_back(image);
        figures.push_back(std::move(figure));
    }

    const Post &m_post;
    LossList &m_losses;
    std::vector<Block> m_blocks;
    bool m_aloneImage = false; ///< the image to come is a figure already
    bool m_inLink = false;
};

} // namespace

std::shared_ptr<const Markdown::Document> flattened(const Post &post, LossList &losses)
{
    return Flattener(post, losses).flatten();
}

} // namespace Weeknotes
