// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace Weeknotes {

/// A stretch of text that two texts share, or that only one of them has.
struct DiffRun
{
    enum class Kind
    {
        Same,
        Gone, ///< only the older text has it
        Added ///< only the newer text has it
    };

    Kind kind = Kind::Same;
    QString text;

    bool operator==(const DiffRun &) const = default;
};

/// How `newer` differs from `older`, word by word: all but the Added runs make the older text, all but the Gone ones
/// the newer. No two neighbours are of one kind, and what is Gone comes before what was Added in its place. Words with
/// nothing but white space between them count as one change.
/// Lines first, then the words of those that differ, each by E. Myers, "An O(ND) Difference Algorithm" (1986).
/// Texts that have next to nothing in common are one change: the cost stays bounded.
[[nodiscard]] std::vector<DiffRun> wordDiff(const QString &older, const QString &newer);

} // namespace Weeknotes
