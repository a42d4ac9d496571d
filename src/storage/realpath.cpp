// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/realpath.h"

#include <QDir>
#include <QFileInfo>

namespace Weeknotes {

namespace {

QString withSlash(const QString &path)
{
    return path.endsWith(u'/') ? path : path + u'/';
}

} // namespace

QString realPath(const QString &path)
{
    const QFileInfo info(QDir::cleanPath(QDir(path).absolutePath()));
    if (info.exists() || info.isRoot())
        return info.canonicalFilePath();
    return withSlash(realPath(info.path())) + info.fileName();
}

bool isIn(const QString &path, const QString &folder)
{
    return withSlash(path).startsWith(withSlash(folder));
}

} // namespace Weeknotes
