// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/note.h"
#include "core/settings.h"
#include "core/week.h"

#include <QLocale>

namespace Weeknotes {

/// The numbers to offer a note of `covers`, the likeliest first: the next free one after that of the newest note that
/// ends no later, `self` aside, in its season; and where more than five weeks lie between, the first of the next
/// season. None where the last three notes have no episode.
[[nodiscard]] std::vector<SeasonNumber> numbersToOffer(const std::vector<NoteHeader> &notes,
                                                       const std::optional<Period> &covers, const NoteId &self = {});

/// The period of a new note: one week; a fortnight from `first` on, else up to `open`; a longer one from `first`, else
/// from the day after the newest note, through `open`. Nothing if no first day can be told, as for a post without one.
[[nodiscard]] std::optional<Period> periodOfNewNote(NoteKind kind, const std::optional<Week> &first, const Week &open,
                                                    const std::vector<NoteHeader> &notes, const WeekRules &rules);
/// A note, no post, that speaks of a day of `period`; null for none.
[[nodiscard]] const NoteHeader *noteWithin(const Period &period, const std::vector<NoteHeader> &notes);

/// What a note started on `today` begins with: the next number (posts have none), and a title by the pattern of its
/// season around the writer's own words `title`, which may be empty. A title that is whole already, by that pattern or
/// by one that people use, stays as it is, and the number it says is the note's. Its months are those of `system`
/// where the library has no language.
[[nodiscard]] NoteFields fieldsOfNewNote(NoteKind kind, std::optional<Period> covers, const QString &title,
                                         const std::vector<NoteHeader> &notes, const LibrarySettings &settings,
                                         QDate today, const QLocale &system = QLocale());

} // namespace Weeknotes
