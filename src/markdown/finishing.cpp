// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/finishing.h"

namespace Weeknotes::Markdown {

namespace {

using namespace Qt::StringLiterals;

QString slugOf(const QString &words)
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

size_t mixed(size_t seed, size_t value)
{
    return qHash(value, seed);
}

/// Most strings of a tree are empty, and it is hashed with every key that is typed. The length is mixed in, since
/// qHash with a seed may not tell some letters from a few more of the same.
size_t mixed(size_t seed, const QString &text)
{
    return text.isEmpty() ? seed * 31 : qHash(text, mixed(seed, size_t(text.size())));
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
    value = mixed(mixed(value, block.text), block.language);
    value = mixed(value, size_t(block.until.toJulianDay()));
    value = hashOf(block.inlines, value);
    for (const auto &child : block.children)
        value = mixed(value, child.hash);
    return value;
}

} // namespace

void Anchoring::anchor(std::vector<Block> &blocks)
{
    for (auto &block : blocks) {
        if (block.kind == Block::Kind::Heading)
            block.anchor = next(block);
        anchor(block.children);
    }
}

QString Anchoring::next(const Block &heading)
{
    return unique(slugOf(plainText(heading.inlines)));
}

QString Anchoring::unique(const QString &slug)
{
    QString anchor = slug;
    for (int &count = m_counts[slug]; m_taken.contains(anchor);)
        anchor = slug + u'-' + QString::number(++count + 1);
    m_taken.insert(anchor);
    return anchor;
}

void hash(std::vector<Block> &blocks)
{
    for (auto &block : blocks) {
        hash(block.children);
        block.hash = hashOf(block);
    }
}

} // namespace Weeknotes::Markdown
