// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numberplace.h"

namespace Weeknotes {
namespace {

/// The first digits from `from` on; empty at the end.
DigitRun nextDigits(QStringView title, qsizetype from)
{
    const auto isDigit = [title](qsizetype at) { return title[at] >= u'0' && title[at] <= u'9'; };
    while (from < title.size() && !isDigit(from))
        ++from;
    qsizetype end = from;
    while (end < title.size() && isDigit(end))
        ++end;
    return {from, title.sliced(from, end - from)};
}

} // namespace

bool DigitRun::says(const std::optional<int> &number) const
{
    constexpr qsizetype longest = 9; // digits of an int
    return number && !text.isEmpty() && text.size() <= longest && text.toInt() == *number;
}

std::optional<NumberPlace> placeOfNumber(QStringView title, const SeasonNumber &number)
{
    DigitRun before;
    for (DigitRun run = nextDigits(title, 0); !run.text.isEmpty(); run = nextDigits(title, run.end())) {
        if (run.says(number.episode) && (!number.season || before.says(number.season))) {
            NumberPlace place{{}, run, {}};
            if (number.season)
                place.season = before;
            if (const DigitRun last = nextDigits(title, run.end()); last.says(number.lastEpisode))
                place.last = last;
            return place;
        }
        before = run;
    }
    return std::nullopt;
}

} // namespace Weeknotes
