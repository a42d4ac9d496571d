// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/error.h"
#include "storage/backup.h"

namespace Weeknotes {

/// What became of a moved library.
struct MovedLibrary
{
    QString folder; ///< where it is now
    QString left;   ///< its old folder, where not all in that could be taken away; else empty

    bool operator==(const MovedLibrary &) const = default;
};

/// Moves the library in `from` with all that lies in its folder to `to`, which is missing or empty; the folder that
/// `to` is in is there. In one file system it only gets another name. Into another one everything is copied to a folder
/// beside `to`, which takes that name once the library in it opens and is as whole as the old one; only then the old
/// one is taken away. A backup folder inside of `from` is inside of `to` afterwards.
///
/// Blocks. Nobody may have the library open, this process included. After a failure or a crash the old one stands as it
/// did. Errors: NotFound (`from` has no library), BadValue (`to` is `from` or inside of it), Exists (`to` holds
/// something), Busy (somebody has it open, or wrote into it meanwhile), NotReadable, NotWritable (`to`; or `from`,
/// which could then only be copied), Damaged, NewerLibrary, Stopped.
[[nodiscard]] Result<MovedLibrary> moveLibrary(const QString &from, const QString &to, const Clock &clock,
                                               const GoesOn &goesOn = {});

} // namespace Weeknotes
