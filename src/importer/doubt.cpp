// SPDX-License-Identifier: GPL-3.0-or-later
#include "importer/doubt.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Weeknotes {

bool isOpen(const Warning &warning)
{
    return warning.kind == Warning::Kind::YearUnknown || warning.kind == Warning::Kind::PeriodUnknown;
}

Doubt doubtOf(const Guess &guess)
{
    using enum Guess::Reason;
    switch (guess.why) {
    case YearFromPerson:
    case Person:
        return Doubt::None;
    case YearFromNeighbours:
    case YearFromDates:
    case FortnightFromStart:
    case WeekOfDay:
    case WeekNumber:
    case NamedDays:
    case FileName:
    case FolderName:
    case TitleWords:
        return Doubt::Little;
    case YearFromLinks:
    case YearFromWords:
    case YearFromSeasons:
    case WeekBeforeDay:
    case FortnightBeforeDay:
    case WeeksOfNumbers:
    case WeekOfNamedDay:
    case NumberInTitle:
        return Doubt::Some;
    case YearFromWeekdays:
    case YearFromWritingDay:
    case Gap:
    case FirstLine:
        return Doubt::Much;
    }
    Q_UNREACHABLE_RETURN(Doubt::Much);
}

Doubt doubtOf(const ImportedNote &note)
{
    if (std::ranges::any_of(note.warnings, isOpen))
        return Doubt::Much;
    Doubt doubt = Doubt::None;
    for (const Guess &guess : note.guesses)
        doubt = std::max(doubt, doubtOf(guess));
    return doubt;
}

QString nameOf(Doubt doubt)
{
    switch (doubt) {
    case Doubt::None:
        return u"none"_s;
    case Doubt::Little:
        return u"little"_s;
    case Doubt::Some:
        return u"some"_s;
    case Doubt::Much:
        break;
    }
    return u"much"_s;
}

bool areAlike(const ImportedNote &a, const ImportedNote &b)
{
    const auto isSame = [](const Guess &one, const Guess &other) {
        return one.field == other.field && one.why == other.why;
    };
    return a.draft.fields.kind == b.draft.fields.kind && std::ranges::equal(a.guesses, b.guesses, isSame);
}

} // namespace Weeknotes
