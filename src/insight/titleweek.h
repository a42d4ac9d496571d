// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/note.h"
#include "core/titlepattern.h"
#include "core/week.h"

#include <QLocale>

namespace Weeknotes {

/// A title that names its week by a day on which no week begins or ends: "w/c 24 September", a Tuesday.
struct WrongWeekDay
{
    QDate said;
    Period week; ///< the one that holds it
    QDate meant; ///< its first day, or its last where the title says w/e
    /// The title with that day in the other's place, as the title writes days; empty where it has a way of its own.
    QString title;

    bool operator==(const WrongWeekDay &) const = default;
};

/// What `fields` have of that. Where the title has no year it is the one nearest to the days that the note covers, or
/// to the day of writing, or to `today`. Months by their English names, or those of `locale`.
[[nodiscard]] std::optional<WrongWeekDay> wrongWeekDay(const NoteFields &fields, const WeekRules &rules, QDate today,
                                                       const QLocale &locale);

/// The number that `title` says, by the pattern `own` or anywhere; none of a title like "Week 47", where it may be a
/// week of the year.
[[nodiscard]] SeasonNumber numberSaid(const QString &title, const std::optional<TitlePattern> &own);

} // namespace Weeknotes
