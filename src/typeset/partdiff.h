// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace Weeknotes {

/// `oldCount` parts from `oldBegin` on give way to `newCount` parts from `newBegin` on.
struct PartChange
{
    int oldBegin = 0;
    int oldCount = 0;
    int newBegin = 0;
    int newCount = 0;

    bool operator==(const PartChange &) const = default;
};

/// What turns one sequence of hashes into the other: few, in order, with unchanged parts between them. Parts that are
/// unique in both sequences and keep their order always count as unchanged. Time: O(n log n).
[[nodiscard]] std::vector<PartChange> differences(std::span<const size_t> before, std::span<const size_t> after);

} // namespace Weeknotes
