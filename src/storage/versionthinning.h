// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/library.h"

#include <vector>

namespace Weeknotes {

/// Which of a note's versions, newest first, have become too many by `now`. What stays: all of the last day that
/// `now` belongs to and later, the newest of each hour for a week, of each day for a season (13 weeks), of each ISO
/// week for ever; and always what went out and what could not be saved (Publish, Aside). Days and hours are those of
/// `now`'s time zone. What stays today stays or is thinned tomorrow: nothing thinned now would have been wanted later.
[[nodiscard]] std::vector<VersionId> versionsToThin(const std::vector<Version> &versions, const QDateTime &now);

} // namespace Weeknotes
