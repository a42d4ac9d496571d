// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/titlepattern.h"
#include "importer/importer.h"

namespace Weeknotes {

// What a person says of a note that was read, before it goes into a library. What was guessed of the field gives way to
// the reason Person, and so do warnings that nothing was known.

void correctTitle(ImportedNote &note, const QString &title);
void correctNumber(ImportedNote &note, const SeasonNumber &number);
void correctStatus(ImportedNote &note, NoteStatus status);
/// The kind follows the length of the period, unless the note is a post.
void correctPeriod(ImportedNote &note, const Period &covers);
/// A post has no period but one that its source states; any other gets as many weeks as its kind has, from the first
/// day of its period on, or with the day it was written or published.
void correctKind(ImportedNote &note, NoteKind kind, const WeekRules &rules);
/// The days whose year was guessed, or was not known, move to that year: a period of whole weeks to the weeks around
/// the same days there. False if the note has no such day.
bool correctYear(ImportedNote &note, int year, const WeekRules &rules);
/// Takes number and days from the title, as `pattern` reads it; days without a year fall into the year that the note
/// has already. False if the title does not fit.
bool readTitleAs(ImportedNote &note, const TitlePattern &pattern, const WeekRules &rules);

} // namespace Weeknotes
