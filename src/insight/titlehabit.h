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

} // namespace Weeknotes
