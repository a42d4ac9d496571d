// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

/// Folders and files that are their owner's alone: 0700 and 0600, whatever the umask says. A file system that knows no
/// owners, as on many sticks, has its own way, which is not counted as a failure.
namespace Weeknotes {

/// Makes the folder, and its parents as usual; one that is there stays as it is. False if it can't be made.
[[nodiscard]] bool makePrivateFolder(const QString &path);
/// Makes an empty file; one that is there stays as it is. False if it can't be made.
[[nodiscard]] bool makePrivateFile(const QString &path);
/// Takes the rights of everybody but the owner. True if somebody else had any.
bool takeRightsOfOthers(const QString &path);
/// Likewise for a folder, and, where others could look into it until now, for the files in it.
void takeRightsOfOthersIn(const QString &folder);

} // namespace Weeknotes
