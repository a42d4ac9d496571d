// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/note.h"
#include "core/pause.h"

namespace Weeknotes {

/// How a note's period stands among those of other notes. Nothing of it is wrong: it is for people to know.
struct PeriodFit
{
    std::vector<NoteHeader> overlaps; ///< the notes, no posts, that share days with it, oldest first
    std::vector<Period> gaps; ///< days before and after it, up to the next note or pause, that nothing speaks of
};

/// How `period` of the note `self` fits. A gap of up to three days is none: many a note leaves the weekend out. Beyond
/// the first and the last note there is none either.
[[nodiscard]] PeriodFit fitOf(const Period &period, const NoteId &self, const std::vector<NoteHeader> &notes,
                              const std::vector<Pause> &pauses, QDate today);

} // namespace Weeknotes
