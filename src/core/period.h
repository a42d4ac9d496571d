// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>

#include <compare>

namespace Weeknotes {

/// A run of whole days, both ends included. A valid one has `first` <= `last`.
struct Period
{
    QDate first;
    QDate last;

    [[nodiscard]] bool isValid() const { return first.isValid() && last.isValid() && first <= last; }
    [[nodiscard]] int days() const { return int(first.daysTo(last)) + 1; }
    [[nodiscard]] bool contains(QDate day) const { return first <= day && day <= last; }
    [[nodiscard]] bool contains(const Period &other) const { return first <= other.first && other.last <= last; }
    [[nodiscard]] bool overlaps(const Period &other) const { return first <= other.last && other.first <= last; }

    bool operator==(const Period &) const = default;
    std::strong_ordering operator<=>(const Period &other) const
    {
        if (first != other.first)
            return first < other.first ? std::strong_ordering::less : std::strong_ordering::greater;
        if (last != other.last)
            return last < other.last ? std::strong_ordering::less : std::strong_ordering::greater;
        return std::strong_ordering::equal;
    }
};

} // namespace Weeknotes
