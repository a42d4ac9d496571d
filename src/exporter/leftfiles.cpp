// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporter/leftfiles.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QTimeZone>

namespace Weeknotes {

namespace {

qint64 modifiedAt(const QFileInfo &info)
{
    return info.lastModified(QTimeZone::UTC).toMSecsSinceEpoch();
}

} // namespace

QByteArray fileDigest(const QByteArray &data)
{
    return QCryptographicHash::hash(data, QCryptographicHash::Sha1);
}

bool LeftFiles::isAsLeft(const QString &folder, const QString &name) const
{
    const auto left = m_files.constFind(name);
    const QFileInfo info(folder + u'/' + name);
    return left != m_files.cend() && info.exists() && info.size() == left->size && modifiedAt(info) == left->modified;
}

bool LeftFiles::holdsSame(const QString &folder, const QString &name) const
{
    if (isAsLeft(folder, name))
        return true;
    const auto left = m_files.constFind(name);
    QFile file(folder + u'/' + name);
    return left != m_files.cend() && file.size() == left->size && file.open(QIODevice::ReadOnly) &&
           fileDigest(file.readAll()) == left->digest;
}

void LeftFiles::add(const QString &folder, const QString &name, const QByteArray &digest)
{
    const QFileInfo info(folder + u'/' + name);
    m_files.insert(name, {info.size(), modifiedAt(info), digest});
}

QDataStream &operator<<(QDataStream &stream, const LeftFiles::File &file)
{
    return stream << file.size << file.modified << file.digest;
}

QDataStream &operator>>(QDataStream &stream, LeftFiles::File &file)
{
    return stream >> file.size >> file.modified >> file.digest;
}

QDataStream &operator<<(QDataStream &stream, const LeftFiles &files)
{
    return stream << files.m_files;
}

QDataStream &operator>>(QDataStream &stream, LeftFiles &files)
{
    return stream >> files.m_files;
}

} // namespace Weeknotes
