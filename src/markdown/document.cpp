// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/document.h"

#include "markdown/comments.h"
#include "markdown/edits.h"
#include "markdown/finishing.h"
#include "markdown/htmltags.h"
#include "markdown/parser.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace Weeknotes::Markdown {

namespace {

using namespace Qt::StringLiterals;

void visitIn(const std::vector<Inline> &inlines, const std::function<void(const Inline &)> &visit)
{
    for (const Inline &piece : inlines) {
        visit(piece);
        visitIn(piece.children, visit);
    }
}

void visitIn(const std::vector<Block> &blocks, const std::function<void(const Inline &)> &visit)
{
    for (const Block &block : blocks) {
        visitIn(block.inlines, visit);
        visitIn(block.children, visit);
    }
}

/// Gives footnotes their numbers by first reference, references in footnotes included.
class Numbering
{
public:
    explicit Numbering(std::vector<Footnote> notes) : m_notes(std::move(notes))
    {
        for (size_t i = 0; i < m_notes.size(); ++i) {
            m_notes[i].number = m_notes[i].references = 0;
            m_byLabel.insert(m_notes[i].label, i);
        }
    }

    std::vector<Footnote> number(std::vector<Block> &blocks)
    {
        if (m_notes.empty())
            return {};
        visit(blocks);
        for (size_t next = 0; next < m_order.size(); ++next)
            visit(m_notes[m_order[next]].blocks);
        std::vector<Footnote> ordered;
        for (const size_t index : m_order)
            ordered.push_back(std::move(m_notes[index]));
        return ordered;
    }

private:
    void visit(std::vector<Block> &blocks)
    {
        for (auto &block : blocks) {
            visit(block.inlines);
            visit(block.children);
        }
    }

    void visit(std::vector<Inline> &inlines)
    {
        for (auto &piece : inlines) {
            if (piece.kind == Inline::Kind::FootnoteReference)
                refer(piece);
            visit(piece.children);
        }
    }

    void refer(Inline &reference)
    {
        const auto index = m_byLabel.constFind(reference.text);
        if (index == m_byLabel.cend())
            return;
        auto &note = m_notes[*index];
        if (note.number == 0) {
            m_order.push_back(*index);
            note.number = int(m_order.size());
        }
        reference.number = note.number;
        reference.occurrence = ++note.references;
    }

    std::vector<Footnote> m_notes;
    QHash<QString, size_t> m_byLabel;
    std::vector<size_t> m_order;
};

/// Whether something in `inlines` is not for readers as it is.
bool holdsHtml(const std::vector<Inline> &inlines)
{
    return std::ranges::any_of(
        inlines, [](const Inline &piece) { return piece.kind == Inline::Kind::RawHtml || holdsHtml(piece.children); });
}

bool isBlockForReaders(const Block &block);

bool isForReaders(const std::vector<Block> &blocks)
{
    return std::ranges::all_of(blocks, isBlockForReaders);
}

bool isBlockForReaders(const Block &block)
{
    using enum Block::Kind;
    const bool isHidden = block.kind == Prompt || block.kind == Private || block.kind == RawHtml;
    return !isHidden && !holdsHtml(block.inlines) && isForReaders(block.children);
}

/// What readers see on a day.
class Readable
{
public:
    /// References to the footnotes with these labels are left out. `read` must outlive it.
    Readable(QDate today, const HtmlReading &read, QSet<QString> unknown)
        : m_today(today), m_read(read), m_unknown(std::move(unknown))
    {
    }

    /// Adds to `result`, with blocks of HTML among siblings in it as such.
    void show(std::span<const Block> blocks, std::vector<Block> &result) const
    {
        for (const auto &block : blocks) {
            if (block.kind == Block::Kind::Prompt)
                continue;
            if (block.kind == Block::Kind::Private) {
                if (!isHidden(block, m_today))
                    show(block.children, result);
                continue;
            }
            if (block.kind == Block::Kind::RawHtml) {
                if (QString html = withoutComments(block.text); !html.trimmed().isEmpty()) {
                    result.push_back(block);
                    result.back().text = std::move(html);
                }
                continue;
            }
            Block copy = block;
            copy.inlines = withElements(shown(block.inlines));
            if (copy.inlines.empty() && !block.inlines.empty() && block.kind == Block::Kind::Paragraph)
                continue;
            copy.children.clear();
            show(block.children, copy.children);
            copy.children = withHtmlRead(std::move(copy.children));
            result.push_back(std::move(copy));
        }
    }

    [[nodiscard]] std::vector<Block> withHtmlRead(std::vector<Block> siblings) const
    {
        std::vector<const Block *> blocks;
        for (const Block &block : siblings)
            blocks.push_back(&block);
        const auto stretches = htmlStretches(blocks);
        if (stretches.empty())
            return siblings;
        std::vector<Block> result;
        size_t at = 0;
        const auto moveTo = [&](size_t end, std::vector<Block> &to) {
            std::ranges::move(siblings.begin() + ptrdiff_t(at), siblings.begin() + ptrdiff_t(end),
                              std::back_inserter(to));
            at = end;
        };
        for (const auto &[first, last] : stretches) {
            moveTo(first, result);
            std::vector<Block> stretch;
            moveTo(last + 1, stretch);
            std::ranges::move(m_read(std::move(stretch)), std::back_inserter(result));
        }
        moveTo(siblings.size(), result);
        return result;
    }

    /// The passage stays closed to readers on `today`.
    static bool isHidden(const Block &passage, QDate today)
    {
        return !passage.until.isValid() || passage.until > today;
    }

private:
    [[nodiscard]] std::vector<Inline> shown(const std::vector<Inline> &inlines) const
    {
        std::vector<Inline> result;
        result.reserve(inlines.size());
        for (const auto &piece : inlines) {
            if (piece.kind == Inline::Kind::FootnoteReference && m_unknown.contains(piece.text))
                continue;
            if (piece.kind == Inline::Kind::RawHtml) {
                const QString html = withoutComments(piece.text);
                if (html.isEmpty())
                    continue;
                result.push_back(piece);
                result.back().text = html;
                continue;
            }
            result.push_back(piece);
            result.back().children = shown(piece.children);
        }
        return result;
    }

    QDate m_today;
    const HtmlReading &m_read;
    QSet<QString> m_unknown;
};

void move(SourceRange &range, int by)
{
    range.begin += by;
    range.end += by;
}

void move(std::vector<Inline> &inlines, int by)
{
    for (Inline &piece : inlines) {
        move(piece.source, by);
        move(piece.children, by);
    }
}

/// Moves a block's place in the text.
void move(Block &block, int by)
{
    move(block.source, by);
    move(block.inlines, by);
    for (Block &child : block.children)
        move(child, by);
}

/// Adds where the passages in `blocks` lie that are hidden on `today`.
void collectHidden(std::span<const Block> blocks, QDate today, std::vector<SourceRange> &hidden)
{
    for (const auto &block : blocks) {
        if (block.kind == Block::Kind::Private && Readable::isHidden(block, today))
            hidden.push_back(block.source);
        else
            collectHidden(block.children, today, hidden);
    }
}

void appendWords(std::span<const Inline> inlines, QString &words)
{
    for (const auto &piece : inlines) {
        switch (piece.kind) {
        case Inline::Kind::Text:
        case Inline::Kind::Code:
        case Inline::Kind::Image:
            words += piece.text;
            break;
        case Inline::Kind::SoftBreak:
        case Inline::Kind::HardBreak:
            words += u' ';
            break;
        case Inline::Kind::FootnoteReference:
        case Inline::Kind::RawHtml:
            break;
        default:
            appendWords(piece.children, words);
        }
    }
}

} // namespace

std::shared_ptr<const Document> Document::parse(const QString &text, Dialect dialect)
{
    Parser parser(text, dialect);
    const std::shared_ptr<Document> document(new Document);
    auto blocks = parser.parse();
    document->m_footnotes = Numbering(parser.takeFootnotes()).number(blocks);
    Anchoring anchoring;
    anchoring.anchor(blocks);
    for (auto &note : document->m_footnotes) {
        anchoring.anchor(note.blocks);
        hash(note.blocks);
    }
    hash(blocks);
    document->append(std::move(blocks), 0);
    document->m_text = text;
    document->m_isLocal = dialect == Dialect::Note && isLocal(text);
    return document;
}

std::shared_ptr<const Document> Document::of(std::vector<Block> blocks, std::vector<Footnote> footnotes)
{
    const std::shared_ptr<Document> document(new Document);
    document->m_footnotes = Numbering(std::move(footnotes)).number(blocks);
    Anchoring anchoring;
    anchoring.anchor(blocks);
    for (auto &note : document->m_footnotes) {
        anchoring.anchor(note.blocks);
        hash(note.blocks);
    }
    hash(blocks);
    document->append(std::move(blocks), 0);
    for (int place = 0; Placed & placed : document->m_blocks) {
        const SourceRange &source = placed.block->source;
        placed.shift = place - source.begin;
        place += source.end - source.begin + 1;
    }
    return document;
}

void Document::visitHidden(QDate today, const std::function<void(const Block &passage)> &use) const
{
    const auto look = [&](const auto &self, const Block &block) -> void {
        if (block.kind == Block::Kind::Private && (!block.until.isValid() || block.until > today))
            return use(block);
        for (const Block &child : block.children)
            self(self, child);
    };
    for (const Placed &placed : m_blocks) {
        if (!placed.isReadable)
            look(look, *placed.block);
    }
    for (const Footnote &note : m_footnotes) {
        for (const Block &block : note.blocks)
            look(look, block);
    }
}

QDate Document::nextRelease(QDate today) const
{
    QDate next;
    visitHidden(today, [&next](const Block &passage) {
        if (passage.until.isValid() && (!next.isValid() || passage.until < next))
            next = passage.until;
    });
    return next;
}

int Document::hiddenPassages(QDate today) const
{
    int count = 0;
    visitHidden(today, [&count](const Block &) { ++count; });
    return count;
}

std::shared_ptr<const Document> Document::forReaders(QDate today, const HtmlReading &read) const
{
    const auto isFor = [](const Footnote &note) { return isForReaders(note.blocks); };
    if (std::ranges::all_of(m_blocks, &Placed::isReadable) && std::ranges::all_of(m_footnotes, isFor))
        return shared_from_this();
    const std::shared_ptr<Document> document(new Document);
    if (m_footnotes.empty()) {
        for (const Placed &placed : m_blocks) {
            if (placed.isReadable) {
                document->m_blocks.push_back(placed);
                continue;
            }
            std::vector<Block> readable;
            Readable(today, read, {}).show({placed.block.get(), 1}, readable);
            hash(readable);
            document->append(std::move(readable), placed.shift);
        }
        document->readHtml(read);
        return document;
    }
    const auto [notes, unknown] = footnotesFor(today);
    const Readable forToday(today, read, unknown);
    std::vector<Block> readable; // all of it our own, since numbers may change; no edit has moved any of it
    for (const Block &block : blocks())
        forToday.show({&block, 1}, readable);
    readable = forToday.withHtmlRead(std::move(readable));
    std::vector<Footnote> readableNotes;
    for (const Footnote &note : notes) {
        auto &copy = readableNotes.emplace_back(Footnote{note.label, 0, 0, {}, note.source});
        forToday.show(note.blocks, copy.blocks);
        copy.blocks = forToday.withHtmlRead(std::move(copy.blocks));
    }
    document->m_footnotes = Numbering(std::move(readableNotes)).number(readable);
    for (auto &note : document->m_footnotes)
        hash(note.blocks);
    hash(readable);
    document->append(std::move(readable), 0);
    return document;
}

/// Reads the blocks of HTML at the top; all others stay shared.
void Document::readHtml(const HtmlReading &read)
{
    std::vector<const Block *> all;
    for (const Block &block : blocks())
        all.push_back(&block);
    const auto stretches = htmlStretches(all);
    if (stretches.empty())
        return;
    const std::vector<Placed> before = std::exchange(m_blocks, {});
    size_t at = 0;
    for (const auto &[first, last] : stretches) {
        m_blocks.insert(m_blocks.end(), before.begin() + ptrdiff_t(at), before.begin() + ptrdiff_t(first));
        std::vector<Block> stretch;
        for (at = first; at <= last; ++at)
            move(stretch.emplace_back(*before[at].block), before[at].shift - before[first].shift);
        std::vector<Block> readable = read(std::move(stretch));
        hash(readable);
        append(std::move(readable), before[first].shift);
    }
    m_blocks.insert(m_blocks.end(), before.begin() + ptrdiff_t(at), before.end());
}

/// A footnote that a hidden passage defines is hidden with it, whoever refers to it.
std::pair<std::vector<Footnote>, QSet<QString>> Document::footnotesFor(QDate today) const
{
    std::vector<SourceRange> hidden;
    for (const Block &block : blocks())
        collectHidden({&block, 1}, today, hidden);
    for (const Footnote &note : m_footnotes)
        collectHidden(note.blocks, today, hidden);
    std::vector<Footnote> notes;
    QSet<QString> unknown;
    for (const Footnote &note : m_footnotes) {
        const auto holdsIt = [&](const SourceRange &passage) { return passage.contains(note.source.begin); };
        if (std::ranges::any_of(hidden, holdsIt))
            unknown.insert(note.label);
        else
            notes.push_back(note);
    }
    return {notes, unknown};
}

void Document::append(std::vector<Block> blocks, int shift)
{
    for (Block &block : blocks) {
        const bool isReadable = isBlockForReaders(block);
        m_blocks.push_back({std::make_shared<const Block>(std::move(block)), shift, isReadable});
    }
}

std::vector<Block> wordsOfHtmlBlocks(std::vector<Block> blocks)
{
    for (Block &block : blocks) {
        if (block.kind != Block::Kind::RawHtml)
            continue;
        const QString words = wordsOfHtml(std::exchange(block.text, {}));
        block.kind = Block::Kind::Paragraph;
        if (!words.isEmpty())
            block.inlines.push_back({.text = words, .source = block.source});
    }
    std::erase_if(blocks,
                  [](const Block &block) { return block.kind == Block::Kind::Paragraph && block.inlines.empty(); });
    return blocks;
}

void visitInlines(const Document &document, const std::function<void(const Inline &)> &visit)
{
    for (const Block &block : document.blocks()) {
        visitIn(block.inlines, visit);
        visitIn(block.children, visit);
    }
    for (const Footnote &footnote : document.footnotes())
        visitIn(footnote.blocks, visit);
}

QString plainText(std::span<const Inline> inlines)
{
    QString words;
    appendWords(inlines, words);
    return words;
}

std::optional<Qt::LayoutDirection> directionOf(std::span<const Inline> words)
{
    for (const Inline &piece : words) {
        using enum Inline::Kind;
        const bool isWords = piece.kind == Text || piece.kind == Code || piece.kind == Image;
        const QStringView text = isWords ? piece.text : QStringView();
        for (qsizetype i = 0; i < text.size(); ++i) {
            if (text[i].isLowSurrogate())
                continue; // it was read with the one before
            const bool isPair = text[i].isHighSurrogate() && i + 1 < text.size();
            const QChar::Direction direction =
                isPair ? QChar::direction(QChar::surrogateToUcs4(text[i], text[i + 1])) : text[i].direction();
            if (direction == QChar::DirL)
                return Qt::LeftToRight;
            if (direction == QChar::DirR || direction == QChar::DirAL)
                return Qt::RightToLeft;
        }
        if (const auto within = directionOf(piece.children))
            return within;
    }
    return std::nullopt;
}

std::optional<Qt::LayoutDirection> directionOf(std::span<const Block> blocks)
{
    for (const Block &block : blocks) {
        if (const auto direction = directionOf(block.inlines))
            return direction;
        if (const auto within = directionOf(block.children))
            return within;
    }
    return std::nullopt;
}

const Inline *firstLink(const std::vector<Inline> &inlines)
{
    for (const auto &piece : inlines) {
        if (piece.kind == Inline::Kind::Link)
            return &piece;
        if (const auto *link = firstLink(piece.children))
            return link;
    }
    return nullptr;
}

} // namespace Weeknotes::Markdown
