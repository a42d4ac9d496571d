// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/note.h"
#include "core/pause.h"
#include "core/week.h"

#include <vector>

namespace Weeknotes {

/// A break that a writer announced and took, as far as their notes tell; for a person to confirm.
struct PauseHint
{
    QDate from;                     ///< the day after the note that announces it
    std::optional<QDate> plannedTo; ///< the day before the return that it announces, if it names one
    std::optional<QDate> to;        ///< the day before the next note that is none of the break's own
    QString announcedIn;            ///< the title of the note that does
    QString words;                  ///< the sentence by which it does; its title where that alone speaks of it
    QStringList inside;             ///< titles of what was written in the break, about it
    QString returnedWith;           ///< the title of that next note; empty where there is none

    [[nodiscard]] Pause pause(const PauseId &id) const { return {id, from, plannedTo, to, words}; }
    bool operator==(const PauseHint &) const = default;
};

/// The breaks that `notes` (in any order) tell of, oldest first, where they lasted a week at least and no pause of
/// `known` covers a day of them. An announcement is a title that speaks of a pause or break, or a sentence that says
/// so of the notes or names the return ("will start again at the beginning of September"), in English. "At the
/// beginning of" a month is its first week that lies in it.
[[nodiscard]] std::vector<PauseHint> pauseHints(const std::vector<NoteDraft> &notes, const std::vector<Pause> &known,
                                                const WeekRules &rules);

} // namespace Weeknotes
