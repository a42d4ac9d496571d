// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "core/note.h"
#include "core/week.h"

namespace Weeknotes {

/// Finds the note a person means by `text`: an id or its last eight or more characters, a week ("2026-W47"), a day
/// ("2026-11-20", inside its period, else the day published or written), or a number ("3.09"). Weeknotes go before
/// posts.
/// Errors: BadValue (it reads as none of these), NotFound, Ambiguous (`detail` lists the ids).
[[nodiscard]] Result<NoteHeader> findNote(const QString &text, const std::vector<NoteHeader> &notes,
                                          const WeekRules &rules);

/// The end of an id: short enough to type, and `findNote` takes it. Two notes hardly ever share it.
[[nodiscard]] QString shortReference(const NoteId &id);

} // namespace Weeknotes
