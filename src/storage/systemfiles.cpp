// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/systemfiles.h"

#include <QFile>
#include <QStorageInfo>

#include <sys/stat.h>

namespace Weeknotes {

namespace {

std::optional<struct stat> factsOf(const QString &path)
{
    struct stat facts{};
    if (stat(QFile::encodeName(path).constData(), &facts) != 0)
        return std::nullopt;
    return facts;
}

} // namespace

std::optional<FileIdentity> identityOf(const QString &path)
{
    return factsOf(path).transform([](const struct stat &facts) { return FileIdentity{facts.st_dev, facts.st_ino}; });
}

std::optional<FileStamp> stampOf(const QString &path)
{
    return factsOf(path).transform(
        [](const struct stat &facts) { return FileStamp{facts.st_size, facts.st_mtim.tv_sec, facts.st_mtim.tv_nsec}; });
}

QString fileSystemTypeOf(const QString &path)
{
    // Not by statfs: a 9p mount answers that with the type of the file system on the other side, and every kind of FUSE
    // with the same number.
    return QString::fromLatin1(QStorageInfo(path).fileSystemType());
}

} // namespace Weeknotes
