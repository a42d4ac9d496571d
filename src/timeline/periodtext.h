// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/period.h"

#include <QLocale>
#include <QString>

namespace Weeknotes {

enum class MonthStyle
{
    Short,
    Full
};

/// Days as people of `locale` write them: "16 – 22 Nov", "26 Oct – 8 Nov", "Nov 16 – 22", "16 Nov" for one day.
/// The year stands there when it is not that of `today`; twice when the period spans two.
[[nodiscard]] QString periodText(const Period &period, const QLocale &locale, QDate today,
                                 MonthStyle style = MonthStyle::Short);
/// The same with the year always there: "16 – 22 November 2026".
[[nodiscard]] QString periodWithYear(const Period &period, const QLocale &locale, MonthStyle style = MonthStyle::Short);

/// A long time, to the month: "Oct 2024 – Nov 2026", "Mar – Sep 2026", "Aug 2026".
[[nodiscard]] QString monthsText(const Period &period, const QLocale &locale, MonthStyle style = MonthStyle::Short);

} // namespace Weeknotes
