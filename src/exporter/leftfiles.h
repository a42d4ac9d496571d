// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/id.h"

#include <QByteArray>
#include <QDataStream>
#include <QMap>

namespace Weeknotes {

/// The files that an export left in a folder, by their names there: what the next one may replace and remove.
class LeftFiles
{
public:
    [[nodiscard]] bool contains(const QString &name) const { return m_files.contains(name); }
    [[nodiscard]] QStringList names() const { return m_files.keys(); }
    /// Whether the file is still there as it was left. Asks the disk.
    [[nodiscard]] bool isAsLeft(const QString &folder, const QString &name) const;
    /// Likewise, by its bytes: a copy or a checkout has other times.
    [[nodiscard]] bool holdsSame(const QString &folder, const QString &name) const;
    /// It is there now, and its bytes have that digest.
    void add(const QString &folder, const QString &name, const QByteArray &digest);
    /// It is what `before` knows of it.
    void keep(const LeftFiles &before, const QString &name) { m_files.insert(name, before.m_files.value(name)); }

    friend QDataStream &operator<<(QDataStream &stream, const LeftFiles &files);
    friend QDataStream &operator>>(QDataStream &stream, LeftFiles &files);

private:
    struct File
    {
        qint64 size = 0;
        qint64 modified = 0; ///< ms since 1970
        QByteArray digest;
    };
    friend QDataStream &operator<<(QDataStream &stream, const File &file);
    friend QDataStream &operator>>(QDataStream &stream, File &file);

    QMap<QString, File> m_files;
};

/// Of a file's bytes.
[[nodiscard]] QByteArray fileDigest(const QByteArray &data);

template <typename Tag> QDataStream &operator<<(QDataStream &stream, const Id<Tag> &id)
{
    return stream << QUuid::fromString(id.toString());
}

template <typename Tag> QDataStream &operator>>(QDataStream &stream, Id<Tag> &id)
{
    QUuid uuid;
    stream >> uuid;
    id = Id<Tag>(uuid);
    return stream;
}

} // namespace Weeknotes
