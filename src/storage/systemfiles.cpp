// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/systemfiles.h"

#include <QFile>
#include <QStorageInfo>

#include <sys/stat.h>

namespace Weeknotes {

std::optional<FileIdentity> identityOf(const QString &path)
{
    struct stat facts{};
    if (stat(QFile::encodeName(path).constData(), &facts) != 0)
        return std::nullopt;
    return FileIdentity{facts.st_dev, facts.st_ino};
}

QString fileSystemTypeOf(const QString &path)
{
    // Not by statfs: a 9p mount answers that with the type of the file system on the other side, and every kind of FUSE
    // with the same number.
    return QString::fromLatin1(QStorageInfo(path).fileSystemType());
}

} // namespace Weeknotes
