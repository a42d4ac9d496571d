// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shelf.h"
#include "core/periodfit.h"
#include "insight/titleweek.h"

namespace Weeknotes {

// What is said about days and numbers in more than one place.

/// A number that is offered: "6.10", and of one that begins a season "Season 7, episode 1". `numbers` are the shelf's.
[[nodiscard]] QString offeredNumber(const SeasonNumber &number, const Shelf &shelf, const NumberHabit &numbers);
/// A line for each overlap, `most` at most, and one for the gaps: "Overlaps 5.8 (9 – 15 Nov)".
[[nodiscard]] QStringList fitWords(const PeriodFit &fit, const Shelf &shelf, qsizetype most);
/// "The title says 24 September, a Tuesday."
[[nodiscard]] QString wrongDayWords(const WrongWeekDay &wrong);
/// "Use Monday, 23 September".
[[nodiscard]] QString useDayWords(const WrongWeekDay &wrong);

} // namespace Weeknotes
