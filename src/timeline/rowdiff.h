// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QSet>
#include <QString>

#include <algorithm>
#include <vector>

namespace Weeknotes {

/// The positions in `values` of one longest strictly increasing subsequence. O(n log n).
[[nodiscard]] inline std::vector<size_t> longestIncreasing(const std::vector<int> &values)
{
    std::vector<size_t> tails; // tails[k]: where the best subsequence of length k + 1 ends
    std::vector<size_t> before(values.size());
    for (size_t i = 0; i < values.size(); ++i) {
        const auto place = std::ranges::lower_bound(tails, values[i], {}, [&](size_t t) { return values[t]; });
        const auto k = size_t(place - tails.begin());
        before[i] = k > 0 ? tails[k - 1] : i;
        if (place == tails.end())
            tails.push_back(i);
        else
            *place = i;
    }
    std::vector<size_t> result(tails.size());
    for (size_t k = tails.size(), i = tails.empty() ? 0 : tails.back(); k-- > 0; i = before[i])
        result[k] = i;
    return result;
}

/// How many runs of rows would have to go and to come for `wanted`; moves are not counted. O(n).
template <typename Row> int runsOfChange(const std::vector<Row> &rows, const std::vector<Row> &wanted)
{
    const auto runs = [](const std::vector<Row> &these, const std::vector<Row> &others) {
        QSet<QString> keys;
        keys.reserve(qsizetype(others.size()));
        for (const Row &row : others)
            keys.insert(row.key);
        int count = 0;
        bool within = false;
        for (const Row &row : these) {
            const bool missing = !keys.contains(row.key);
            count += missing && !within;
            within = missing;
        }
        return count;
    };
    return runs(rows, wanted) + runs(wanted, rows);
}

/// Turns the rows of a model into `wanted` by the fewest removals, insertions and moves it needs, so that views keep
/// their place. Rows have a unique `key` and compare by `==`. `Host` carries the steps out on its own rows:
///   const std::vector<Row> &rows() const; void remove(int first, int last); void insert(int at, rows first..last of
///   wanted); void move(int from, int to) (to: the place afterwards); void change(int at, const Row &).
template <typename Host, typename Row> void applyRows(Host &host, const std::vector<Row> &wanted)
{
    QHash<QString, int> place;
    place.reserve(qsizetype(wanted.size()));
    for (size_t i = 0; i < wanted.size(); ++i)
        place.insert(wanted[i].key, int(i));

    for (int last = int(host.rows().size()) - 1; last >= 0; --last) {
        if (place.contains(host.rows()[size_t(last)].key))
            continue;
        int first = last;
        while (first > 0 && !place.contains(host.rows()[size_t(first) - 1].key))
            --first;
        host.remove(first, last);
        last = first;
    }

    std::vector<int> kept;
    kept.reserve(host.rows().size());
    for (const Row &row : host.rows())
        kept.push_back(place.value(row.key));
    QSet<QString> steady;
    for (const size_t i : longestIncreasing(kept))
        steady.insert(host.rows()[i].key);
    QSet<QString> present;
    for (const Row &row : host.rows())
        present.insert(row.key);

    for (int at = 0; at < int(wanted.size()); ++at) {
        const Row &row = wanted[size_t(at)];
        if (!present.contains(row.key)) {
            int end = at + 1;
            while (end < int(wanted.size()) && !present.contains(wanted[size_t(end)].key))
                ++end;
            host.insert(at, wanted, at, end);
            at = end - 1;
            continue;
        }
        // Rows out of order go to the end, and come from there when their turn is.
        while (host.rows()[size_t(at)].key != row.key && steady.contains(row.key))
            host.move(at, int(host.rows().size()) - 1);
        if (host.rows()[size_t(at)].key != row.key) {
            const auto found = std::ranges::find(host.rows(), row.key, &Row::key);
            host.move(int(found - host.rows().begin()), at);
        }
        if (!(host.rows()[size_t(at)] == row))
            host.change(at, row);
    }
}

} // namespace Weeknotes
