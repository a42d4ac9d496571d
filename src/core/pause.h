// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/id.h"
#include "core/period.h"

#include <QString>

#include <optional>

namespace Weeknotes {

/// A declared break. It is an event on the timeline, not a gap; the planned return and the actual one may differ.
struct Pause
{
    PauseId id;
    QDate from;                     ///< first day
    std::optional<QDate> plannedTo; ///< last day as it was announced, if any was
    std::optional<QDate> to;        ///< last day as it came to be; absent until the person says so
    QString note;

    /// The days it covers as seen on `today`: to the actual end, else the planned one, else to `today`. So weeks after
    /// a planned end are no pause unless the person says that it went on.
    [[nodiscard]] Period days(QDate today) const;
    /// The days that no other pause may have: one that has no end has all from its first on.
    [[nodiscard]] Period claim() const;
    /// The last day it gets from a person who ends it on `today` and names no other: the planned one where that has
    /// passed, since nobody said that it went on.
    [[nodiscard]] QDate lastDayIfEnded(QDate today) const;

    bool operator==(const Pause &) const = default;
};

} // namespace Weeknotes
