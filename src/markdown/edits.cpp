// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/edits.h"

#include "markdown/document.h"
#include "markdown/finishing.h"
#include "markdown/parser.h"

#include <QRegularExpression>

#include <algorithm>

namespace Weeknotes::Markdown {

namespace {

using namespace Qt::StringLiterals;

template <typename SomeBlock> void collectHeadings(SomeBlock &block, std::vector<SomeBlock *> &headings)
{
    if (block.kind == Block::Kind::Heading)
        headings.push_back(&block);
    for (SomeBlock &child : block.children)
        collectHeadings(child, headings);
}

/// Gives the headings in `blocks` the anchors of `old` ones, which say the same in the same order; false if they don't.
bool takeAnchors(std::vector<Block> &blocks, const std::vector<const Block *> &old)
{
    std::vector<Block *> headings;
    for (Block &block : blocks)
        collectHeadings(block, headings);
    const auto alike = [](const Block *a, const Block *b) { return plainText(a->inlines) == plainText(b->inlines); };
    if (!std::ranges::equal(headings, old, alike))
        return false;
    for (size_t i = 0; i < headings.size(); ++i)
        headings[i]->anchor = old[i]->anchor;
    return true;
}

/// The block with these anchors for its headings, in their order.
std::shared_ptr<const Block> withAnchors(const Block &block, const std::vector<QString> &anchors)
{
    auto copy = std::make_shared<Block>(block);
    std::vector<Block *> headings;
    collectHeadings(*copy, headings);
    for (size_t i = 0; i < headings.size(); ++i)
        headings[i]->anchor = anchors[i];
    return copy;
}

/// Whether md4c 0.5.2 may read `text` in another way where it stands at another offset: where two empty lines follow a
/// list item's words it takes an offset for the kind of a block, and what is indented below comes out in the list or
/// not.
bool dependsOnPlace(QStringView text)
{
    static const QRegularExpression emptyLines(u"\n[ \t\r]*\n[ \t\r]*\n[ \t]+[^ \t\r\n]"_s);
    return emptyLines.matchView(text).hasMatch();
}

constexpr qsizetype atOnce = 512; // units to compare, which takes a tenth of one by one

qsizetype commonStart(QStringView a, QStringView b)
{
    const auto most = std::min(a.size(), b.size());
    qsizetype same = 0;
    while (same + atOnce <= most && a.sliced(same, atOnce) == b.sliced(same, atOnce))
        same += atOnce;
    return std::mismatch(a.begin() + same, a.begin() + most, b.begin() + same).first - a.begin();
}

qsizetype commonEnd(QStringView a, QStringView b)
{
    const auto most = std::min(a.size(), b.size());
    qsizetype same = 0;
    while (same + atOnce <= most && a.chopped(same).last(atOnce) == b.chopped(same).last(atOnce))
        same += atOnce;
    return std::mismatch(a.rbegin() + same, a.rbegin() + most, b.rbegin() + same).first - a.rbegin();
}

} // namespace

TextEdit editBetween(QStringView before, QStringView after)
{
    const auto begin = commonStart(before, after);
    const auto same = commonEnd(before.sliced(begin), after.sliced(begin));
    return {int(begin), int(before.size() - same), int(after.size() - same)};
}

bool isLocal(QStringView text)
{
    return !text.contains(u"]:") && !text.contains(u"<!--") && !dependsOnPlace(text);
}

SourceRange Document::place(size_t block) const
{
    const Placed &placed = m_blocks[block];
    return {placed.block->source.begin + placed.shift, placed.block->source.end + placed.shift};
}

/// Whether the block begins anew, whatever stands before it: a paragraph after an empty line, not indented.
bool Document::isClean(size_t block) const
{
    using enum Block::Kind;
    const Block::Kind kind = m_blocks[block].block->kind;
    if (kind != Paragraph && kind != Figure && kind != Embed && kind != Tune)
        return false;
    const int begin = place(block).begin;
    const bool apart = begin == 0 || (begin > 1 && m_text[begin - 1] == u'\n' && m_text[begin - 2] == u'\n');
    return apart && begin < m_text.size() && !m_text[begin].isSpace();
}

/// The last clean block whose first line ends before `begin`.
std::optional<size_t> Document::cleanBefore(int begin) const
{
    const auto indices = std::views::iota(size_t(0), m_blocks.size());
    const auto after = std::ranges::lower_bound(indices, begin, {}, [this](size_t i) { return place(i).begin; });
    for (size_t i = size_t(after - indices.begin()); i-- > 0;) {
        const auto lineEnd = m_text.indexOf(u'\n', place(i).begin);
        if (isClean(i) && lineEnd >= 0 && lineEnd < begin)
            return i;
    }
    return std::nullopt;
}

/// The first clean block with its empty line before it behind `end`.
std::optional<size_t> Document::cleanAfter(int end) const
{
    const auto indices = std::views::iota(size_t(0), m_blocks.size());
    const auto from = std::ranges::lower_bound(indices, end + 2, {}, [this](size_t i) { return place(i).begin; });
    for (size_t i = size_t(from - indices.begin()); i < m_blocks.size(); ++i) {
        if (isClean(i))
            return i;
    }
    return std::nullopt;
}

/// What a heading is called depends on those before it: they all are asked, and blocks where it changes are replaced.
void Document::anchorAnew()
{
    Anchoring anchoring;
    std::vector<const Block *> headings;
    for (Placed &placed : m_blocks) {
        headings.clear();
        collectHeadings(*placed.block, headings);
        std::vector<QString> anchors;
        for (const Block *heading : headings)
            anchors.push_back(anchoring.next(*heading));
        if (!std::ranges::equal(headings, anchors, {}, &Block::anchor))
            placed.block = withAnchors(*placed.block, anchors);
    }
}

// What stands between two clean blocks is parsed by itself, the second one included: where that comes out as it was,
// nothing before it is open any more, and what follows is what it was too (Markdown is read line by line, and all that
// a line depends on is what is open).
std::shared_ptr<const Document> Document::edited(const QString &text) const
{
    if (!m_isLocal)
        return nullptr;
    const TextEdit edit = editBetween(m_text, text);
    const auto first = cleanBefore(edit.begin);
    const auto last = cleanAfter(edit.oldEnd);
    const int begin = first ? place(*first).begin : 0;
    const int end = last ? place(*last).end + edit.growth() : int(text.size());
    const QString between = text.sliced(begin, end - begin);
    if (!isLocal(between))
        return nullptr;

    Parser parser(between, Dialect::Note);
    auto blocks = parser.parse();
    const size_t from = first.value_or(0);
    const size_t to = last.value_or(m_blocks.size());
    std::vector<const Block *> headings;
    for (size_t i = from; i < to; ++i)
        collectHeadings(*m_blocks[i].block, headings);
    const bool sameAnchors = takeAnchors(blocks, headings);
    hash(blocks);
    if (last) {
        const SourceRange expected{place(*last).begin + edit.growth() - begin, end - begin};
        if (blocks.empty() || blocks.back().hash != m_blocks[*last].block->hash || blocks.back().source != expected)
            return nullptr;
        blocks.pop_back();
    }

    const std::shared_ptr<Document> document(new Document);
    document->m_text = text;
    document->m_isLocal = true;
    document->m_blocks.reserve(m_blocks.size() + blocks.size());
    document->m_blocks.assign(m_blocks.begin(), m_blocks.begin() + ptrdiff_t(from));
    document->append(std::move(blocks), begin);
    for (size_t i = to; i < m_blocks.size(); ++i) {
        document->m_blocks.push_back(m_blocks[i]);
        document->m_blocks.back().shift += edit.growth();
    }
    if (!sameAnchors)
        document->anchorAnew();
    return document;
}

} // namespace Weeknotes::Markdown
