// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/imagename.h"

#include <QDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

bool isForbidden(QChar c)
{
    return c == u'\\' || c == u':' || c.category() == QChar::Other_Control;
}

} // namespace

bool isImageName(const QString &name)
{
    return !name.isEmpty() && name.size() <= 1024 && QDir::isRelativePath(name) && QDir::cleanPath(name) == name &&
           name != u"." && name != u".." && !name.startsWith(u"../") && std::ranges::none_of(name, isForbidden);
}

QString imageNameFrom(QString fileName)
{
    std::ranges::replace_if(fileName, isForbidden, QChar(u'-'));
    return fileName;
}

} // namespace Weeknotes
