// SPDX-License-Identifier: GPL-3.0-or-later
#include "typeset/partdiff.h"

#include <algorithm>
#include <unordered_map>

namespace Weeknotes {

namespace {

struct Pair
{
    int before = 0;
    int after = 0;
};

/// Places of the hashes that stand exactly once in each sequence, in the order of the first.
std::vector<Pair> uniquePairs(std::span<const size_t> before, std::span<const size_t> after)
{
    struct Places
    {
        int inBefore = 0;
        int inAfter = 0;
        int place = 0;
    };
    std::unordered_map<size_t, Places> found;
    for (const size_t hash : before)
        ++found[hash].inBefore;
    for (int i = 0; i < int(after.size()); ++i) {
        Places &places = found[after[size_t(i)]];
        ++places.inAfter;
        places.place = i;
    }
    std::vector<Pair> pairs;
    for (int i = 0; i < int(before.size()); ++i) {
        const Places &places = found.at(before[size_t(i)]);
        if (places.inBefore == 1 && places.inAfter == 1)
            pairs.push_back({i, places.place});
    }
    return pairs;
}

/// The longest selection of `pairs` that rises in both (patience sorting).
std::vector<Pair> rising(const std::vector<Pair> &pairs)
{
    std::vector<size_t> piles; // the pair on top of each
    std::vector<size_t> below(pairs.size());
    for (size_t i = 0; i < pairs.size(); ++i) {
        const auto pile =
            std::ranges::lower_bound(piles, pairs[i].after, {}, [&](size_t top) { return pairs[top].after; });
        below[i] = pile == piles.begin() ? i : *(pile - 1);
        if (pile == piles.end())
            piles.push_back(i);
        else
            *pile = i;
    }
    std::vector<Pair> result(piles.size());
    size_t at = piles.empty() ? 0 : piles.back();
    for (auto place = result.rbegin(); place != result.rend(); ++place) {
        *place = pairs[at];
        at = below[at];
    }
    return result;
}

} // namespace

std::vector<PartChange> differences(std::span<const size_t> before, std::span<const size_t> after)
{
    const size_t shorter = std::min(before.size(), after.size());
    size_t head = 0;
    while (head < shorter && before[head] == after[head])
        ++head;
    size_t tail = 0;
    while (tail < shorter - head && before[before.size() - 1 - tail] == after[after.size() - 1 - tail])
        ++tail;
    before = before.subspan(head, before.size() - head - tail);
    after = after.subspan(head, after.size() - head - tail);

    std::vector<PartChange> changes;
    Pair done;
    const auto changeUpTo = [&](const Pair &kept) {
        if (kept.before > done.before || kept.after > done.after)
            changes.push_back(
                {int(head) + done.before, kept.before - done.before, int(head) + done.after, kept.after - done.after});
    };
    for (const Pair &anchor : rising(uniquePairs(before, after))) {
        // What stands around an anchor and is equal, unique or not, is unchanged too.
        Pair first = anchor;
        while (first.before > done.before && first.after > done.after &&
               before[size_t(first.before) - 1] == after[size_t(first.after) - 1]) {
            --first.before;
            --first.after;
        }
        changeUpTo(first);
        done = {std::max(done.before, anchor.before + 1), std::max(done.after, anchor.after + 1)};
        while (done.before < int(before.size()) && done.after < int(after.size()) &&
               before[size_t(done.before)] == after[size_t(done.after)]) {
            ++done.before;
            ++done.after;
        }
    }
    changeUpTo({int(before.size()), int(after.size())});
    return changes;
}

} // namespace Weeknotes
