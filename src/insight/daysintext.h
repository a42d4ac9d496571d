// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/titlepattern.h"

#include <QDate>
#include <QString>

#include <optional>
#include <vector>

namespace Weeknotes {

/// A day that words name, and where.
struct DayMention
{
    TitleDay day;
    qsizetype start = 0;
    qsizetype length = 0;
    bool operator==(const DayMention &) const = default;
};

/// A run of days that words name. At least one of `first`, `last` and `week` is there.
struct PeriodMention
{
    std::optional<TitleDay> first; ///< "w/c 7 October", "4 – 9 May"
    std::optional<TitleDay> last;  ///< "w/e 13 October", "4 – 9 May"
    std::optional<int> week;       ///< of the ISO year: "2025-W17", "Week 17, 2025"
    std::optional<int> weekYear;
    QString words; ///< as they stand in the text
    bool operator==(const PeriodMention &) const = default;
};

/// The days that `text` names, in their order: "7 October", "Mar 5, 2021", "2020 05 01", "01/05/2020" (day before month
/// where both are possible). Months by their English, French, German, Spanish, Italian, Dutch, Portuguese and Nordic
/// names.
[[nodiscard]] std::vector<DayMention> daysIn(const QString &text);

/// The day that `text` consists of, apart from a day of the week, brackets and the like; nothing if it says more.
[[nodiscard]] std::optional<TitleDay> dayOf(const QString &text);

/// The day of the week that `text` names in English; nothing if it names none.
[[nodiscard]] std::optional<Qt::DayOfWeek> weekdayIn(const QString &text);

/// The first period that `text` names.
[[nodiscard]] std::optional<PeriodMention> periodIn(const QString &text);

/// The date of `day` in `year`; invalid for 29 February of a common year.
[[nodiscard]] QDate dateOf(const TitleDay &day, int year);
/// Its date if the year is written; invalid else.
[[nodiscard]] QDate dateOf(const TitleDay &day);

/// The years from 1990 on that stand as a number of their own in `text`, in their order, each as often as it does.
[[nodiscard]] std::vector<int> yearsIn(const QString &text);

} // namespace Weeknotes
