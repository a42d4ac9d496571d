// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <compare>
#include <optional>

namespace Weeknotes {

/// The counter a writer puts on a note: "3.09", "S3-ep6", "#67, #68". It is no week number. Season and episode are
/// whole numbers that may be missing or zero; how they look is the title pattern's business. 5.9 comes before 5.10.
struct SeasonNumber
{
    std::optional<int> season = {};
    std::optional<int> episode = {};
    std::optional<int> lastEpisode = {}; ///< of a note that counts for several, "#67, #68"; above `episode`

    [[nodiscard]] bool isEmpty() const { return !season && !episode; }
    /// "3.9", "3", "#67", "#67–68"; empty for an empty one.
    [[nodiscard]] QString toString() const;
    /// Reads what a person types to name a note: "3.09", "3.9", "S3-ep6", "#67", "67". Nothing if it is none of these.
    [[nodiscard]] static std::optional<SeasonNumber> parse(QStringView text);

    /// True if `wanted` names this note: the same season (where it gives one), and an episode from ours to our last.
    [[nodiscard]] bool covers(const SeasonNumber &wanted) const;

    bool operator==(const SeasonNumber &) const = default;
    /// By season, then episode; missing comes before any number.
    std::strong_ordering operator<=>(const SeasonNumber &) const = default;
};

} // namespace Weeknotes
