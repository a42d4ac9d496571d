// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pause.h"

#include <algorithm>

namespace Weeknotes {

Period Pause::days(QDate today) const
{
    return {from, to.or_else([this] { return plannedTo; }).value_or(std::max(from, today))};
}

Period Pause::claim() const
{
    return {from, to.or_else([this] { return plannedTo; }).value_or(QDate(9999, 12, 31))};
}

QDate Pause::lastDayIfEnded(QDate today) const
{
    return std::min(plannedTo.value_or(today), today);
}

} // namespace Weeknotes
