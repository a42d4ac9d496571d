// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/readingtime.h"

#include <algorithm>
#include <cmath>

namespace Weeknotes {

int readingMinutes(const TextMeasure &measure)
{
    double seconds = measure.words * 60.0 / 265.0 + measure.cjkCharacters * 60.0 / 500.0;
    for (int image = 0; image < measure.images; ++image)
        seconds += std::max(3, 12 - image);
    // A text of exactly 265 words takes one minute, whatever the last bit of the sum says.
    return std::max(1, int(std::ceil(seconds / 60.0 - 1e-9)));
}

} // namespace Weeknotes
