// SPDX-License-Identifier: GPL-3.0-or-later
#include "find/matchlist.h"

#include <algorithm>

namespace Weeknotes {

int MatchList::indexOf(TextRange range) const
{
    const auto found = std::ranges::lower_bound(m_ranges, range.begin, {}, &TextRange::begin);
    return found != m_ranges.end() && *found == range ? int(found - m_ranges.begin()) : -1;
}

int MatchList::nextFrom(int position) const
{
    if (isEmpty())
        return -1;
    const auto found = std::ranges::lower_bound(m_ranges, position, {}, &TextRange::begin);
    return found == m_ranges.end() ? 0 : int(found - m_ranges.begin());
}

int MatchList::previousFrom(int position) const
{
    const auto after = std::ranges::upper_bound(m_ranges, position, {}, &TextRange::end);
    return (after == m_ranges.begin() ? size() : int(after - m_ranges.begin())) - 1;
}

std::span<const TextRange> MatchList::within(TextRange stretch) const
{
    const auto first = std::ranges::upper_bound(m_ranges, stretch.begin, {}, &TextRange::end);
    const auto last = std::ranges::lower_bound(first, m_ranges.end(), stretch.end, {}, &TextRange::begin);
    return {first, last};
}

void MatchList::follow(int position, int removed, int added)
{
    const auto first = std::ranges::upper_bound(m_ranges, position, {}, &TextRange::end);
    const auto last = std::ranges::lower_bound(first, m_ranges.end(), position + removed, {}, &TextRange::begin);
    for (auto later = last; later != m_ranges.end(); ++later) {
        later->begin += added - removed;
        later->end += added - removed;
    }
    m_ranges.erase(first, last);
}

bool MatchList::replaceWithin(TextRange stretch, const std::vector<TextRange> &ranges)
{
    const std::span<const TextRange> old = within(stretch);
    if (std::ranges::equal(old, ranges))
        return false;
    const auto first = m_ranges.begin() + (old.data() - m_ranges.data());
    m_ranges.insert(m_ranges.erase(first, first + std::ssize(old)), ranges.begin(), ranges.end());
    return true;
}

} // namespace Weeknotes
