// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/note.h"
#include "core/settings.h"

namespace Weeknotes {

/// The number of the note after the newest of `notes`, within its season; empty where that one has none.
[[nodiscard]] SeasonNumber nextNumber(const std::vector<NoteHeader> &notes);

/// What a note started on `today` begins with: the next number (posts have none), and a title by the library's
/// pattern around the writer's own words `title`, which may be empty.
[[nodiscard]] NoteFields fieldsOfNewNote(NoteKind kind, std::optional<Period> covers, const QString &title,
                                         const std::vector<NoteHeader> &notes, const LibrarySettings &settings,
                                         QDate today);

} // namespace Weeknotes
