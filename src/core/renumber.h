// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/note.h"

#include <optional>
#include <vector>

namespace Weeknotes {

/// A season under another number, counted from another episode on; the steps between its episodes stay as they are.
struct Renumbering
{
    int season = 0; ///< as it is numbered now
    int newSeason = 0;
    std::optional<int> firstEpisode; ///< of the new numbers; absent: as they are
    bool titles = true;              ///< titles that say the number follow it
};

/// A note under another number.
struct NumberChange
{
    NoteId id;
    SeasonNumber before;
    SeasonNumber after;
    QString titleBefore;
    QString titleAfter; ///< the same where the title does not say the number, or is not to follow it

    bool operator==(const NumberChange &) const = default;
};

/// What `renumbering` changes in `notes`, oldest first; empty where it changes nothing.
[[nodiscard]] std::vector<NumberChange> numberChanges(const std::vector<NoteHeader> &notes,
                                                      const Renumbering &renumbering);
/// The lowest episode of that season; nothing where it has none.
[[nodiscard]] std::optional<int> firstEpisodeOf(const std::vector<NoteHeader> &notes, int season);
/// How many of the new numbers other notes bear, which stay as they are.
[[nodiscard]] int numbersTaken(const std::vector<NumberChange> &changes, const std::vector<NoteHeader> &notes);

/// What takes `changes` back.
[[nodiscard]] std::vector<NumberChange> reversed(std::vector<NumberChange> changes);
/// `changes` for notes as they are now: who has another number or title by now keeps that.
[[nodiscard]] std::vector<FieldsChange> fieldsChanges(const std::vector<NumberChange> &changes,
                                                      const std::vector<NoteHeader> &notes);

/// `title` with the number `after` where it says `before`, each number with as many digits as it has there, at least
/// `digits` for the episode; as it is where it does not say it.
[[nodiscard]] QString titleWithNumber(const QString &title, const SeasonNumber &before, const SeasonNumber &after,
                                      int digits = 1);

} // namespace Weeknotes
