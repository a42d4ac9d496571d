// SPDX-License-Identifier: GPL-3.0-or-later
// How PageDocument finds its parts. Scrolling asks many times a second, so nothing here walks over all of them but
// what is remembered until the next change.
#include "preview/pagedocument.h"

#include <QTextDocument>

#include <algorithm>
#include <ranges>

namespace Weeknotes {

namespace {

/// The last of `count` numbers, for which `isBefore` holds up to some number; -1: none.
template <typename IsBefore> int lastOf(int count, const IsBefore &isBefore)
{
    const auto numbers = std::views::iota(0, count);
    return int(std::ranges::partition_point(numbers, isBefore) - numbers.begin()) - 1;
}

} // namespace

int PageDocument::firstBlockNumber(int part) const
{
    if (m_firstBlocks.empty())
        m_firstBlocks.push_back(0);
    for (int i = int(m_firstBlocks.size()) - 1; i < part; ++i)
        m_firstBlocks.push_back(m_firstBlocks.back() + m_parts[size_t(i)].blocks);
    return m_firstBlocks[size_t(part)];
}

void PageDocument::forgetBlockNumbers(const PartChange &change, const std::vector<Placed> &placed)
{
    // A key that is typed mostly replaces one part by one that takes as many blocks.
    const bool same = change.oldCount == 1 && change.newCount == 1 &&
                      m_parts[size_t(change.oldBegin)].blocks == placed.front().blocks;
    if (!same && int(m_firstBlocks.size()) > change.oldBegin + 1)
        m_firstBlocks.resize(size_t(change.oldBegin) + 1);
}

QTextBlock PageDocument::firstBlock(int part) const
{
    return m_text->findBlockByNumber(firstBlockNumber(part));
}

int PageDocument::partAt(const QTextBlock &block) const
{
    (void)firstBlockNumber(partCount());
    const auto after = std::ranges::upper_bound(m_firstBlocks, block.blockNumber());
    const int part = int(after - m_firstBlocks.begin()) - 1;
    return part < partCount() ? part : -1;
}

const PageDocument::Landmarks &PageDocument::landmarks() const
{
    if (m_landmarks)
        return *m_landmarks;
    Landmarks found;
    while (found.bodyBegin < partCount() && isHead(m_parts[size_t(found.bodyBegin)].kind))
        ++found.bodyBegin;
    const auto rule = std::ranges::find(m_parts, PartKind::Notes, &Placed::kind);
    found.bodyEnd = int(rule - m_parts.begin());
    found.notesBegin = std::min(found.bodyEnd + 1, partCount());
    int last = found.bodyEnd > found.bodyBegin ? source(found.bodyEnd - 1).end : 0;
    for (int part = found.notesBegin; part < partCount() && source(part).begin >= last; ++part) {
        last = source(part).end;
        ++found.notes;
    }
    return m_landmarks.emplace(found);
}

int PageDocument::orderedCount() const
{
    const Landmarks &at = landmarks();
    return at.bodyEnd - at.bodyBegin + at.notes;
}

int PageDocument::orderedPart(int number) const
{
    const Landmarks &at = landmarks();
    const int body = at.bodyEnd - at.bodyBegin;
    return number < body ? at.bodyBegin + number : at.notesBegin + number - body;
}

int PageDocument::orderedOfSource(int offset) const
{
    return lastOf(orderedCount(), [&](int number) { return source(orderedPart(number)).begin <= offset; });
}

int PageDocument::orderedAtOrBefore(int part) const
{
    return lastOf(orderedCount(), [&](int number) { return orderedPart(number) <= part; });
}

bool PageDocument::holdsSource(int part, int offset) const
{
    return part >= 0 && !source(part).isEmpty() && source(part).begin <= offset && offset <= source(part).end;
}

int PageDocument::partOfSource(int offset) const
{
    const int number = orderedOfSource(offset);
    const int best = number < 0 ? -1 : orderedPart(number);
    if (holdsSource(best, offset))
        return best;
    // Footnotes may be defined anywhere; there are few.
    for (int part = landmarks().notesBegin; part < partCount(); ++part) {
        if (holdsSource(part, offset))
            return part;
    }
    return best;
}

} // namespace Weeknotes
