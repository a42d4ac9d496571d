// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/document.h"

#include "markdown/comments.h"
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

/// Gives headings their anchors.
class Anchoring
{
public:
    void anchor(std::vector<Block> &blocks)
    {
        for (auto &block : blocks) {
            if (block.kind == Block::Kind::Heading)
                block.anchor = unique(slugOf(plainText(block.inlines)));
            anchor(block.children);
        }
    }

private:
    static QString slugOf(const QString &words)
    {
        QString slug;
        for (const QChar c : words) {
            if (c.isLetterOrNumber() || c.isMark() || c.isSurrogate())
                slug += c.toLower();
            else if ((c.isSpace() || c.isPunct()) && !slug.isEmpty() && !slug.endsWith(u'-') && c != u'\'' && c != u'’')
                slug += u'-';
        }
        while (slug.endsWith(u'-'))
            slug.chop(1);
        // "fn-1" and "fnref-1" are the footnotes'.
        const bool taken = slug.startsWith("fn-"_L1) || slug.startsWith("fnref-"_L1);
        return slug.isEmpty() ? u"section"_s : taken ? "section-"_L1 + slug : slug;
    }

    QString unique(const QString &slug)
    {
        QString anchor = slug;
        for (int &count = m_counts[slug]; m_taken.contains(anchor);)
            anchor = slug + u'-' + QString::number(++count + 1);
        m_taken.insert(anchor);
        return anchor;
    }

    QSet<QString> m_taken;
    QHash<QString, int> m_counts;
};

/// Most strings of a tree are empty, and it is hashed with every key that is typed.
size_t mixed(size_t seed, const QString &text)
{
    return text.isEmpty() ? seed * 31 : qHash(text, seed);
}

size_t mixed(size_t seed, size_t value)
{
    return qHash(value, seed);
}

size_t hashOf(const std::vector<Inline> &inlines, size_t seed)
{
    for (const auto &piece : inlines) {
        seed = mixed(seed, size_t(piece.kind) | piece.children.size() << 8 | size_t(piece.number) << 24 |
                               size_t(piece.occurrence) << 44);
        seed = mixed(mixed(mixed(seed, piece.text), piece.target), piece.title);
        seed = hashOf(piece.children, seed);
    }
    return seed;
}

size_t hashOf(const Block &block)
{
    const size_t ticked = block.checked ? 1 + size_t(*block.checked) : 0;
    size_t value = mixed(size_t(block.kind), size_t(block.level) | size_t(block.ordered) << 8 | ticked << 10 |
                                                 size_t(block.tight) << 12 | size_t(block.headerRow) << 13 |
                                                 size_t(block.alignment) << 14 | size_t(block.start) << 20);
    value = mixed(mixed(mixed(value, block.text), block.language), block.anchor);
    value = mixed(value, size_t(block.until.toJulianDay()));
    value = hashOf(block.inlines, value);
    for (const auto &child : block.children)
        value = mixed(value, child.hash);
    return value;
}

void hash(std::vector<Block> &blocks)
{
    for (auto &block : blocks) {
        hash(block.children);
        block.hash = hashOf(block);
    }
}

/// Whether something in `inlines` is not for readers as it is.
bool holdsHtml(const std::vector<Inline> &inlines)
{
    return std::ranges::any_of(
        inlines, [](const Inline &piece) { return piece.kind == Inline::Kind::RawHtml || holdsHtml(piece.children); });
}

bool isForReaders(std::span<const Block> blocks)
{
    return std::ranges::none_of(blocks, [](const Block &block) {
        return block.kind == Block::Kind::Prompt || block.kind == Block::Kind::Private ||
               block.kind == Block::Kind::RawHtml || holdsHtml(block.inlines) || !isForReaders(block.children);
    });
}

// What readers see.

std::vector<Inline> shown(const std::vector<Inline> &inlines)
{
    std::vector<Inline> result;
    result.reserve(inlines.size());
    for (const auto &piece : inlines) {
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

Block paragraphOf(const QString &words, SourceRange source)
{
    Block block;
    block.kind = Block::Kind::Paragraph;
    block.source = source;
    Inline &text = block.inlines.emplace_back();
    text.kind = Inline::Kind::Text;
    text.text = words;
    text.source = source;
    return block;
}

void show(const std::vector<Block> &blocks, QDate today, std::vector<Block> &result)
{
    for (const auto &block : blocks) {
        if (block.kind == Block::Kind::Prompt)
            continue;
        if (block.kind == Block::Kind::Private) {
            if (block.until.isValid() && block.until <= today)
                show(block.children, today, result);
            continue;
        }
        if (block.kind == Block::Kind::RawHtml) {
            if (const QString words = wordsOfHtml(block.text); !words.isEmpty())
                result.push_back(paragraphOf(words, block.source));
            continue;
        }
        if (isForReaders({&block, 1})) {
            result.push_back(block);
            continue;
        }
        Block copy = block;
        copy.inlines = shown(block.inlines);
        if (copy.inlines.empty() && !block.inlines.empty() && block.kind == Block::Kind::Paragraph)
            continue;
        copy.children.clear();
        show(block.children, today, copy.children);
        result.push_back(std::move(copy));
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
    document->m_blocks = parser.parse();
    document->m_footnotes = Numbering(parser.takeFootnotes()).number(document->m_blocks);
    Anchoring anchoring;
    anchoring.anchor(document->m_blocks);
    for (auto &note : document->m_footnotes) {
        anchoring.anchor(note.blocks);
        hash(note.blocks);
    }
    hash(document->m_blocks);
    return document;
}

std::shared_ptr<const Document> Document::forReaders(QDate today) const
{
    const auto isFor = [](const Footnote &note) { return isForReaders(note.blocks); };
    if (isForReaders(m_blocks) && std::ranges::all_of(m_footnotes, isFor))
        return shared_from_this();
    const std::shared_ptr<Document> document(new Document);
    show(m_blocks, today, document->m_blocks);
    std::vector<Footnote> notes;
    for (const auto &note : m_footnotes) {
        auto &copy = notes.emplace_back(Footnote{note.label, 0, 0, {}, note.source});
        show(note.blocks, today, copy.blocks);
    }
    document->m_footnotes = Numbering(std::move(notes)).number(document->m_blocks);
    for (auto &note : document->m_footnotes)
        hash(note.blocks);
    hash(document->m_blocks);
    return document;
}

void visitInlines(const Document &document, const std::function<void(const Inline &)> &visit)
{
    visitIn(document.blocks(), visit);
    for (const Footnote &footnote : document.footnotes())
        visitIn(footnote.blocks, visit);
}

QString plainText(std::span<const Inline> inlines)
{
    QString words;
    appendWords(inlines, words);
    return words;
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
