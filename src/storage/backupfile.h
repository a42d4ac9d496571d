// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/backup.h"
#include "storage/imagestore.h"
#include "storage/sqliteengine.h"

#include <memory>
#include <optional>

namespace Weeknotes {

/// A backup's file, open to read: one of a backup folder, with its images in `images/` beside it, or a single file that
/// holds its images itself. Belongs to the thread that opened it.
class BackupFile
{
public:
    /// What the name of a file in a backup folder says; nothing if it is no such name.
    [[nodiscard]] static std::optional<Backup> parseName(const QString &path);
    /// A name for a backup, which nothing in `folder` has yet.
    [[nodiscard]] static QString freePath(const QString &folder, const QDateTime &made, Backup::Reason reason);

    /// Errors: NotFound, NotReadable, NotABackup, DamagedBackup, NewerLibrary.
    [[nodiscard]] static Result<std::unique_ptr<BackupFile>> open(const QString &path);

    /// Opens it and reads the whole database. Errors: as `open`, DamagedBackup.
    [[nodiscard]] static Result<void> checkAt(const QString &path);

    /// Fills in what only the file itself knows.
    [[nodiscard]] Result<Backup> describe(Backup backup);
    /// Reads the whole database. Errors: DamagedBackup.
    [[nodiscard]] Result<void> check();
    /// True for a single file that holds its images.
    [[nodiscard]] Result<bool> holdsImages();
    /// The hashes that notes name.
    [[nodiscard]] Result<QStringList> images();
    /// Errors: NotFound, NotReadable, Damaged.
    [[nodiscard]] Result<QByteArray> image(const QString &hash);
    /// ImageMissing and ImageChanged findings; reads all images.
    [[nodiscard]] Result<std::vector<Finding>> checkImages();
    /// Copies the database, and images that it holds, to the empty file `path`.
    [[nodiscard]] Result<void> copyTo(const QString &path);

private:
    explicit BackupFile(std::unique_ptr<Database> database);
    [[nodiscard]] Result<QByteArray> heldImage(const QString &hash);

    std::unique_ptr<Database> m_database;
    SqliteEngine m_engine;
    QString m_imageFolder;
};

/// An error about a library that really is one about a backup.
[[nodiscard]] Error asBackupError(Error error, const QString &path);
/// The other way round: a copy that is damaged was so before it was copied.
[[nodiscard]] Error asLibraryError(Error error, const QString &folder);

} // namespace Weeknotes
