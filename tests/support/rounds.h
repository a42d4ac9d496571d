// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtEnvironmentVariables>

#include <algorithm>

namespace Weeknotes {

/// How often a random test goes round: `usual` times, and WEEKNOTES_SOAK times as often in `./dev soak`.
inline int rounds(int usual)
{
    return usual * std::max(1, qEnvironmentVariableIntValue("WEEKNOTES_SOAK"));
}

} // namespace Weeknotes
