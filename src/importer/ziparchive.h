// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "importer/importer.h"

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QStringList>

#include <memory>
#include <vector>

class KArchiveDirectory;
class KArchiveFile;
class KZip;

namespace Weeknotes {

/// A zip file, whoever made it. It is never unpacked to the disk: a member's name is no more than a name, and its bytes
/// are given out up to a limit, whatever its head says of them. All its members together give out no more than eight
/// times what the file itself holds, and half a gigabyte: notes and pictures stay far below that, bombs do not.
/// Used by one thread at a time.
class ZipArchive
{
public:
    /// Errors: NotReadable, Malformed (no zip, or one that breaks off), TooLarge (more members than the limit).
    [[nodiscard]] static Result<std::shared_ptr<ZipArchive>> open(const QString &path, const QString &subject);
    ~ZipArchive();
    Q_DISABLE_COPY_MOVE(ZipArchive)

    [[nodiscard]] const QString &path() const { return m_path; }
    /// Of its files, "posts/a.html", sorted. Without folders, links, and names that lead out of it.
    [[nodiscard]] const QStringList &names() const { return m_names; }
    [[nodiscard]] bool contains(const QString &name) const { return m_members.contains(name); }
    /// As its head says; 0 where there is no such member.
    [[nodiscard]] qint64 size(const QString &name) const;
    /// The first bytes, at most `count`; none where it can't be read.
    [[nodiscard]] QByteArray head(const QString &name, qint64 count) const;
    /// Errors: NotFound, NotReadable (encrypted, packed in a way that nobody can read here, broken), TooLarge (`limit`
    /// bytes, or what all may give out).
    [[nodiscard]] Result<QByteArray> read(const QString &name, qint64 limit, const QString &subject);

    static constexpr int mostMembers = 100'000;

private:
    ZipArchive(const QString &path, std::unique_ptr<KZip> zip);
    void list(const KArchiveDirectory &folder, const QString &way, int depth);
    /// Errors: see `read`.
    [[nodiscard]] Result<std::unique_ptr<QIODevice>> device(const QString &name, const QString &subject) const;
    [[nodiscard]] bool isEncrypted(qint64 headerStart) const;

    QString m_path;
    std::unique_ptr<KZip> m_zip;
    QHash<QString, const KArchiveFile *> m_members;
    QStringList m_names;
    qint64 m_left = 0; ///< bytes that may still be given out
};

} // namespace Weeknotes
