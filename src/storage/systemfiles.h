// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

/// What the operating system knows of files: the one place to add another one to.
namespace Weeknotes {

/// Which file it is, whatever its name: another file of the same name has another one while somebody holds the first.
struct FileIdentity
{
    quint64 device = 0;
    quint64 number = 0;

    bool operator==(const FileIdentity &) const = default;
};

/// Nothing where there is no such file.
[[nodiscard]] std::optional<FileIdentity> identityOf(const QString &path);

/// How a file was left by whoever wrote to it last. Two writes within a tick of the file system's clock, which is two
/// seconds on a FAT stick, may leave the same.
struct FileStamp
{
    qint64 size = 0;           ///< bytes
    qint64 modifiedSecond = 0; ///< since 1970
    qint64 modifiedNanosecond = 0;

    bool operator==(const FileStamp &) const = default;
};

/// Nothing where there is no such file.
[[nodiscard]] std::optional<FileStamp> stampOf(const QString &path);

/// The type of the file system `path` is in, as the mount table has it ("ext4", "nfs4", "fuse.sshfs"); empty if that
/// can't be told.
[[nodiscard]] QString fileSystemTypeOf(const QString &path);

} // namespace Weeknotes
