// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/privatefiles.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace Weeknotes {

namespace {

constexpr QFileDevice::Permissions ofOwner = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
constexpr QFileDevice::Permissions ofOthers = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ExeGroup |
                                              QFileDevice::ReadOther | QFileDevice::WriteOther | QFileDevice::ExeOther;

} // namespace

bool makePrivateFolder(const QString &path)
{
    const QDir parent = QFileInfo(path).dir();
    if (QFileInfo(path).isDir())
        return true;
    // Another process may be making the same folder.
    return QDir().mkpath(parent.path()) &&
           (QDir().mkdir(path, ofOwner | QFileDevice::ExeOwner) || QFileInfo(path).isDir());
}

bool makePrivateFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly | QIODevice::NewOnly, ofOwner) || file.exists();
}

bool takeRightsOfOthers(const QString &path)
{
    const QFileDevice::Permissions before = QFileInfo(path).permissions();
    return before.testAnyFlags(ofOthers) && QFile::setPermissions(path, before & ~ofOthers);
}

void takeRightsOfOthersIn(const QString &folder)
{
    if (!takeRightsOfOthers(folder))
        return;
    const QDir dir(folder);
    const QStringList files = dir.entryList(QDir::Files | QDir::Hidden);
    for (const QString &name : files)
        takeRightsOfOthers(dir.filePath(name));
}

} // namespace Weeknotes
