// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/note.h"
#include "core/settings.h"
#include "core/titlepattern.h"

#include <map>

namespace Weeknotes {

/// How numbers are written: as the note's own title does, "3.9"; where that is silent, by the pattern of the season
/// ("S3-ep6"), else as most of its titles write their episodes, with two digits where they say "3.09".
class NumberHabit
{
public:
    NumberHabit() = default;
    /// Of a season with a pattern in `seasons` what that does, where its number is no more than a short word; else what
    /// most of its titles do that say; one digit where none does. O(n).
    explicit NumberHabit(const std::vector<NoteHeader> &notes, const SeasonLooks &seasons = {});

    /// `number` as `title` writes it; where that does not, as the titles of its season do.
    [[nodiscard]] QString text(const SeasonNumber &number, const QString &title = {}) const;

private:
    std::map<std::optional<int>, int> m_digits; ///< by season; those of one digit are left out
    std::map<int, TitlePattern> m_patterns;     ///< by season; they write a number and nothing else
};

} // namespace Weeknotes
