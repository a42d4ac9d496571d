// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/versionthinning.h"

#include <QTimeZone>

#include <set>
#include <tuple>

namespace Weeknotes {

namespace {

constexpr int daysByHour = 7;
constexpr int daysByDay = 91;

/// Of versions with the same span only the newest stays.
using Span = std::tuple<int, int, int>;

Span spanOf(const QDateTime &made, qint64 age)
{
    const QDate day = made.date();
    if (age < daysByHour)
        return {2, int(day.toJulianDay()), made.time().hour()};
    if (age < daysByDay)
        return {1, int(day.toJulianDay()), 0};
    int year = 0;
    const int week = day.weekNumber(&year);
    return {0, year, week};
}

} // namespace

std::vector<VersionId> versionsToThin(const std::vector<Version> &versions, const QDateTime &now)
{
    std::vector<VersionId> thinned;
    std::set<Span> kept; // not only the one before: a clock may have jumped back
    for (const Version &version : versions) {
        const QDateTime made = version.made.toTimeZone(now.timeZone());
        const qint64 age = made.date().daysTo(now.date());
        if (age < 1 || version.reason == Version::Reason::Aside)
            continue;
        const bool first = kept.insert(spanOf(made, age)).second;
        if (!first && version.reason != Version::Reason::Publish)
            thinned.push_back(version.id);
    }
    return thinned;
}

} // namespace Weeknotes
