// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/note.h"
#include "core/titlepattern.h"
#include "insight/daysintext.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace Weeknotes {

/// What a title (or subtitle) says about its note.
struct TitleFacts
{
    bool callsItselfWeeknote = false; ///< "weeknote", "week notes", "fortnight notes", "w/c", "Week 12" …
    bool fortnight = false;           ///< speaks of two weeks
    SeasonNumber number;
    bool bareNumber = false;             ///< the number stands without "#" or "episode": it may be a week of the year
    std::optional<PeriodMention> period; ///< as the words name it
    std::optional<TitleDay> day;         ///< a day that is no end of a period: mostly that of writing

    [[nodiscard]] bool placesItself() const { return period || day || !number.isEmpty(); }
    bool operator==(const TitleFacts &) const = default;
};

/// Reads the facts wherever they stand in `title`; TitlePattern reads whole titles, and so only those of a known habit.
[[nodiscard]] TitleFacts readTitle(const QString &title);

/// The words by which the opening of a note says that it covers two weeks ("Fortnight notes this week"); empty if it
/// does not, or only speaks of doing so another time.
[[nodiscard]] QString fortnightWords(const QString &opening);

} // namespace Weeknotes
