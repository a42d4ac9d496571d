// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/seasonnumber.h"

#include <QStringView>

namespace Weeknotes {

/// Digits in a title.
struct DigitRun
{
    qsizetype begin = 0;
    QStringView text;

    [[nodiscard]] qsizetype end() const { return begin + text.size(); }
    [[nodiscard]] bool says(const std::optional<int> &number) const;
};

/// Where a title says a number: "5" and "09" of "5.09 — weeknotes".
struct NumberPlace
{
    std::optional<DigitRun> season; ///< where the number has one
    DigitRun episode;
    std::optional<DigitRun> last; ///< the last episode, where it is the next number behind the first
};

/// The first place in `title` where the episode of `number` stands, right behind its season if it has one; nothing if
/// the title does not say it. The title must outlive the answer.
[[nodiscard]] std::optional<NumberPlace> placeOfNumber(QStringView title, const SeasonNumber &number);

} // namespace Weeknotes
