// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/backup.h"
#include "storage/engine.h"

#include <QStringList>

namespace Weeknotes {

/// Writes the library behind `engine` into the single file `path`: its database, and in a table of it the images from
/// `imageFolder` that notes name. It is checked before it gets its name, over an older file of its kind. Returns the
/// paths of images that are missing or damaged, and so are not in it.
/// Errors: Exists (what stands there is something else), NotWritable, Damaged, Stopped.
[[nodiscard]] Result<QStringList> writeBackupArchive(Engine &engine, const QString &imageFolder, const QString &path,
                                                     const GoesOn &goesOn);

/// Makes a plain library's database of such a file in place. Errors: NotWritable.
[[nodiscard]] Result<void> dropHeldImages(Database &database);

} // namespace Weeknotes
