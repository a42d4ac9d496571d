// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/period.h"
#include "core/titlepattern.h"
#include "core/week.h"

#include <QDate>

#include <optional>
#include <vector>

namespace Weeknotes {

/// A dated title among those of one text, whose year may be missing.
struct SequenceDay
{
    TitleDay day;
    bool endsWeek = false;      ///< "w/e": it should be a week's last day, else its first
    std::vector<int> linkYears; ///< that the note's links name
    std::vector<int> textYears; ///< that its words name
};

/// What a year was told by.
struct YearGuess
{
    enum class By
    {
        Written, ///< a year is written at another day of the sequence
        Links,   ///< named by links, and the best of these by days of the week
        Words,   ///< the same, of the years that the words name
        Weekdays ///< the latest that fits by days of the week
    };
    std::vector<int> years; ///< one for each day of the sequence
    By by = By::Weekdays;
    int fitting = 0;        ///< days of the sequence that fall where a week begins (or ends)
    std::vector<int> named; ///< the years there were to choose from, ascending; none for Weekdays
};

/// The years of days that stand in the order of their text, newest or oldest first. Where the sequence passes a year's
/// end, so do the years. Nothing is dated more than a week after `today`. Nothing if no year lets two thirds of the
/// days fall on the week's first (or last) day.
[[nodiscard]] std::optional<YearGuess> yearsOfSequence(const std::vector<SequenceDay> &sequence, QDate today,
                                                       Qt::DayOfWeek weekStart);

/// A day of a season of which we know the year.
struct SeasonDay
{
    int season = 0;
    QDate day;
    auto operator<=>(const SeasonDay &) const = default;
};

/// The year of a `day` in `season`, as the pace of the `known` seasons makes it (one a year where only one is known):
/// of that year and its neighbours the first in which the day is one people write on, Thursday to Sunday. Nothing
/// without a known season, or if it lies after `today`.
[[nodiscard]] std::optional<int> yearOfSeason(int season, const TitleDay &day, std::vector<SeasonDay> known,
                                              QDate today);

/// The latest year, of the ten up to `today`, in which `day` is that day of the week.
[[nodiscard]] std::optional<int> latestYearOn(Qt::DayOfWeek weekday, const TitleDay &day, QDate today);

/// The year that brings `day` nearest to `reference`; invalid for a day that none of the years around it has.
[[nodiscard]] QDate nearestDate(const TitleDay &day, QDate reference);

} // namespace Weeknotes
