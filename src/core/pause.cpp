// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pause.h"

#include <algorithm>

namespace Weeknotes {

Period Pause::days(QDate today) const
{
    if (to)
        return {from, *to};
    return {from, std::max({from, plannedTo.value_or(from), today})};
}

} // namespace Weeknotes
