// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/week.h"

#include <QLocale>

#include <optional>

namespace Weeknotes {

/// The days that somebody means by a few words.
struct MeantDays
{
    enum class Span
    {
        Day,
        Week, ///< `days` are those of one week
        Month,
        Year
    };

    Span span = Span::Day;
    Period days;
    bool namesYear = true; ///< otherwise it is the latest of many: the last one that has begun

    bool operator==(const MeantDays &) const = default;
};

/// Reads days and weeks as people of `locale`, and English ones, write them: "w46", "week 46 2025", "2026-W47",
/// "12 May 2020", "12/05/2020", "3.9.", "w/c 7 October", "october 2019", "2019", "last week", "two weeks ago". Nothing
/// if the words mean no days, or say more than days. Thread-safe.
[[nodiscard]] std::optional<MeantDays> meantDays(const QString &words, const QLocale &locale, const WeekRules &rules,
                                                 QDate today);

} // namespace Weeknotes
