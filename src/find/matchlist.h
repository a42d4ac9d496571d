// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "find/textfinder.h"

#include <span>

namespace Weeknotes {

/// Matches in a text that is being written: in order, without overlap.
class MatchList
{
public:
    MatchList() = default;
    explicit MatchList(std::vector<TextRange> ranges) : m_ranges(std::move(ranges)) {}

    [[nodiscard]] bool isEmpty() const { return m_ranges.empty(); }
    [[nodiscard]] int size() const { return int(m_ranges.size()); }
    [[nodiscard]] TextRange at(int index) const { return m_ranges[size_t(index)]; }

    /// -1 where there is no such match.
    [[nodiscard]] int indexOf(TextRange range) const;
    /// The first that begins at `position` or later; where none does, the first of all; -1 without matches.
    [[nodiscard]] int nextFrom(int position) const;
    /// The last that ends at `position` or before; where none does, the last of all; -1 without matches.
    [[nodiscard]] int previousFrom(int position) const;
    /// Those that share a character with `stretch`.
    [[nodiscard]] std::span<const TextRange> within(TextRange stretch) const;

    /// Goes with the text after `removed` characters at `position` gave way to `added` others. Matches that were
    /// written into go.
    void follow(int position, int removed, int added);
    /// Puts `ranges` in the place of those that share a character with `stretch`, in which they lie. False: it is the
    /// same.
    bool replaceWithin(TextRange stretch, const std::vector<TextRange> &ranges);

private:
    std::vector<TextRange> m_ranges;
};

} // namespace Weeknotes
