// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/note.h"
#include "storage/database.h"
#include "storage/library.h"

namespace Weeknotes {

/// Images: a file in `folder` for each content, named by its SHA-256 in hex and never changed, and the names that
/// notes have for it. A file is on disk before the record that names it, so a crash leaves at most a file too many.
class ImageStore
{
public:
    ImageStore(Database &database, QString folder) : m_database(database), m_folder(std::move(folder)) {}

    /// Errors: BadValue unless core/imagename.h allows it.
    [[nodiscard]] static Result<void> checkName(const QString &name);

    /// Writes the file and its record; the caller holds a Transaction. Errors: BadValue, NotWritable.
    [[nodiscard]] Result<void> put(qint64 note, const ImageFile &image);
    /// Errors: NotFound, NotReadable, Damaged.
    [[nodiscard]] Result<QByteArray> read(qint64 note, const QString &name);
    /// ImageMissing and ImageChanged findings.
    [[nodiscard]] Result<std::vector<Finding>> check();

private:
    [[nodiscard]] QString path(const QString &hash) const;
    [[nodiscard]] Result<void> writeFile(const QString &hash, const QByteArray &data) const;

    Database &m_database;
    QString m_folder;
};

} // namespace Weeknotes
