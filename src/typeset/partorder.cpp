// SPDX-License-Identifier: GPL-3.0-or-later
// How PageDocument finds its parts. Scrolling asks many times a second, so nothing here walks over all of them but
// what is remembered until the next change.
#include "typeset/pagedocument.h"

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
        m_firstBlocks.push_back(m_firstBlocks.back() + m_blockCounts[size_t(i)]);
    return m_firstBlocks[size_t(part)];
}

void PageDocument::forgetBlockNumbers(int begin, int oldCount, std::span<const int> blockCounts)
{
    // A key that is typed mostly replaces one part by one that takes as many blocks.
    const bool same = oldCount == 1 && blockCounts.size() == 1 && m_blockCounts[size_t(begin)] == blockCounts.front();
    const size_t kept = size_t(begin) + 1;
    if (!same && m_firstBlocks.size() > kept)
        m_firstBlocks.resize(kept);
}

QTextBlock PageDocument::firstBlock(int part) const
{
    return m_text->findBlockByNumber(firstBlockNumber(part));
}

int PageDocument::partAt(const QTextBlock &block) const
{
    (void)firstBlockNumber(written());
    const auto after = std::ranges::upper_bound(m_firstBlocks, block.blockNumber());
    const int part = int(after - m_firstBlocks.begin()) - 1;
    return part < written() ? part : -1;
}

const PageDocument::Landmarks &PageDocument::landmarks() const
{
    if (m_landmarks)
        return *m_landmarks;
    Landmarks found;
    while (found.bodyBegin < partCount() && isHead(m_parts[size_t(found.bodyBegin)].kind))
        ++found.bodyBegin;
    const auto end = std::ranges::find_if(
        m_parts, [](const PagePart &part) { return part.kind == PartKind::Notes || isFoot(part); });
    found.bodyEnd = int(end - m_parts.begin());
    found.notesBegin = end != m_parts.end() && end->kind == PartKind::Notes ? found.bodyEnd + 1 : partCount();
    int last = found.bodyEnd > found.bodyBegin ? source(found.bodyEnd - 1).end : 0;
    for (int part = found.notesBegin; part < partCount() && source(part).begin >= last && !source(part).isEmpty();
         ++part) {
        last = source(part).end;
        ++found.notes;
    }
    return m_landmarks.emplace(found);
}

/// Before `edit` is made. In a page without footnotes, an edit of its text leaves them where they follow from it.
void PageDocument::moveLandmarks(const PartEdit &edit)
{
    const bool inBody = m_landmarks && m_landmarks->bodyEnd == partCount() && edit.begin > m_landmarks->bodyBegin &&
                        (edit.begin + edit.oldCount < partCount() || edit.parts.empty());
    if (!inBody)
        return m_landmarks.reset();
    m_landmarks->bodyEnd += int(edit.parts.size()) - edit.oldCount;
    m_landmarks->notesBegin = m_landmarks->bodyEnd;
}

int PageDocument::orderedCount() const
{
    const Landmarks &at = landmarks();
    const int body = std::clamp(written(), at.bodyBegin, at.bodyEnd) - at.bodyBegin;
    return body + std::clamp(written() - at.notesBegin, 0, at.notes);
}

int PageDocument::orderedPart(int number) const
{
    const Landmarks &at = landmarks();
    const int body = at.bodyEnd - at.bodyBegin;
    return number < body ? at.bodyBegin + number : at.notesBegin + number - body;
}

int PageDocument::orderedOfAll(int offset) const
{
    const Landmarks &at = landmarks();
    return lastOf(at.bodyEnd - at.bodyBegin + at.notes,
                  [&](int number) { return source(orderedPart(number)).begin <= offset; });
}

int PageDocument::orderedOfSource(int offset) const
{
    return std::min(orderedOfAll(offset), orderedCount() - 1);
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
    const int number = orderedOfAll(offset);
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
