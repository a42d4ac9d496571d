// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings.h"
#include "storage/backup.h"

#include <vector>

namespace Weeknotes {

/// So many backups of each reason but Daily stay beside those of the days, weeks and months.
constexpr int keptOfEachReason = 5;

/// Which of a library's backups have become too many. What stays: the newest of each of the last `rules.daily` days
/// that have one, then of as many further ISO weeks and months as `rules` says (a week or month whose newest stays
/// already does not count), the last few of each other reason, and always the newest of all. Days are those of the
/// backups' own local time: a library that rests keeps all it has. One that is not sound neither counts nor goes.
[[nodiscard]] std::vector<Backup> backupsToDrop(std::vector<Backup> backups, const BackupRules &rules);

} // namespace Weeknotes
