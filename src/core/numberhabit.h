// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/note.h"

#include <map>

namespace Weeknotes {

/// How the titles of each season write its episodes: with two digits where they say "3.09", with one where "3.9".
class NumberHabit
{
public:
    NumberHabit() = default;
    /// What most titles of a season do that say; one digit where none does. O(n).
    explicit NumberHabit(const std::vector<NoteHeader> &notes);

    /// `number` as the titles of its season write it.
    [[nodiscard]] QString text(const SeasonNumber &number) const;

private:
    std::map<std::optional<int>, int> m_digits; ///< by season; those of one digit are left out
};

} // namespace Weeknotes
