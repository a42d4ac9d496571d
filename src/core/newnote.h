// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/note.h"
#include "core/settings.h"
#include "core/week.h"

#include <QLocale>

namespace Weeknotes {

/// The number of the note after the newest of `notes`, within its season; empty where that one has none.
[[nodiscard]] SeasonNumber nextNumber(const std::vector<NoteHeader> &notes);

/// The period of a new note: one week; a fortnight from `first` on, else up to `open`; a longer one from `first`, else
/// from the day after the newest note, through `open`. Nothing if no first day can be told, as for a post without one.
[[nodiscard]] std::optional<Period> periodOfNewNote(NoteKind kind, const std::optional<Week> &first, const Week &open,
                                                    const std::vector<NoteHeader> &notes, const WeekRules &rules);
/// A note, no post, that speaks of a day of `period`; null for none.
[[nodiscard]] const NoteHeader *noteWithin(const Period &period, const std::vector<NoteHeader> &notes);

/// What a note started on `today` begins with: the next number (posts have none), and a title by the library's
/// pattern around the writer's own words `title`, which may be empty. Its months are those of `system` where the
/// library has no language.
[[nodiscard]] NoteFields fieldsOfNewNote(NoteKind kind, std::optional<Period> covers, const QString &title,
                                         const std::vector<NoteHeader> &notes, const LibrarySettings &settings,
                                         QDate today, const QLocale &system = QLocale());

} // namespace Weeknotes
