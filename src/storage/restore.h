// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "storage/backup.h"
#include "storage/library.h"

#include <vector>

namespace Weeknotes {

/// What became of a restored backup.
struct Restored
{
    QString kept; ///< the backup that holds what stood there; empty where nothing did
    int notes = 0;
    std::vector<Finding> findings; ///< about what stands there now; images that the backup lacks

    bool operator==(const Restored &) const = default;
};

/// Puts the backup at `path`, one of a backup folder or a single file, in the place of the library in `libraryFolder`,
/// which is made where it is missing. The backup is checked first, and what stood there, damaged or not, becomes a
/// backup (Reason::Restore). The notes go on counting revisions from where the replaced ones were, so that no draft of
/// those can be taken for one of these. Settings of backups stay as they are.
///
/// Blocks. Nobody may have the library open, this process included: the error is then that of a locked database.
/// Until the new database takes its name, in one step, the library stands as it did; after a failure or a crash too.
/// Errors: NotFound, NotReadable, NotABackup, DamagedBackup, NewerLibrary (all about `path`), NotWritable, Stopped.
[[nodiscard]] Result<Restored> restoreBackup(const QString &path, const QString &libraryFolder, const Clock &clock,
                                             const GoesOn &goesOn = {});

} // namespace Weeknotes
