// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/note.h"
#include "core/titlepattern.h"

#include <optional>
#include <vector>

namespace Weeknotes {

/// The pattern that the titles of the newest season follow: it writes at least three of them, and more than half, to
/// the letter. A habit of TitlePattern::common(), with the writer's own dash and digits. `notes` stand newest first;
/// posts count for nothing.
[[nodiscard]] std::optional<TitlePattern> ownTitlePattern(const std::vector<NoteHeader> &notes, const QLocale &locale);

/// A series of titles.
struct TitleSeries
{
    TitlePattern pattern;
    int titles = 0;       ///< how many it writes to the letter
    QDate newest;         ///< the day of the newest of them
    TitleParts example{}; ///< what that one says
};

/// The series that the titles of all `notes` form, the longest first; whatever the words around number and days are
/// ("Friday five #{episode}: {title}"). A series has three titles at least, and each title is of one series. Posts
/// count for nothing. O(n), some 0.15 ms a note: for another thread.
[[nodiscard]] std::vector<TitleSeries> titleSeries(const std::vector<NoteHeader> &notes, const QLocale &locale);

} // namespace Weeknotes
