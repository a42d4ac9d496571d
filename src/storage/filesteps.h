// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QByteArrayView>

/// How a file comes to stand under its name: whole or not at all, and on disk with its name when the call returns.
/// Every file that the library, its backups and its copies write goes this way, so that one test can let each step of
/// it fail. Blocks on the disk; any thread.
namespace Weeknotes::FileSteps {

enum class Step
{
    Open,
    Write,
    Sync,
    Rename,
};

enum class Readers
{
    Owner,   ///< what belongs to the library and its backups
    AsUsual, ///< what the person's umask says, or who may read the file that stands there
};

/// Writes `data` to `path`, over what stands there. After a failure that stands still, and nothing is left beside it
/// (but where only the folder's own sync failed, which comes last). Errors: NotWritable, the system's own words in
/// `detail`.
[[nodiscard]] Result<void> write(const QString &path, QByteArrayView data, Readers readers);

/// Brings the finished file `from` to disk and moves it to `to`, over what stands there; both on one file system.
/// After a failure `from` is still the caller's (but as above). Errors: NotWritable, as above.
[[nodiscard]] Result<void> moveInto(const QString &from, const QString &to);

/// Gives the folder `from` the name `to`, over an empty folder that stands there; false if `to` lies in another file
/// system. After a failure `from` stands as it did. Errors: NotWritable, as above.
[[nodiscard]] Result<bool> moveFolder(const QString &from, const QString &to);

/// Asks the test, see below; for whoever takes a step by itself. Errors: NotWritable, as above.
[[nodiscard]] Result<void> before(Step step, const QString &path);

/// Brings to disk which names stand in the folder of `path`. Errors: NotWritable, as above.
[[nodiscard]] Result<void> syncFolderOf(const QString &path);

/// For tests: asked before every step; the step fails as with the errno that it returns, unless that is 0. Null ends
/// it. It is called from whatever thread writes.
using Fault = int (*)(Step step, const QString &path);
void setFault(Fault fault);

} // namespace Weeknotes::FileSteps
