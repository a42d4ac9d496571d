// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/note.h"
#include "storage/database.h"
#include "storage/imagefolder.h"
#include "storage/library.h"

namespace Weeknotes {

/// An image whose file is on disk.
struct StoredImage
{
    QString name; ///< as the text has it
    QString hash;
    qint64 bytes = 0;
};

/// Images: the files in `folder`, and the names that notes have for them. A file is on disk before the record that
/// names it, so a crash leaves at most a file too many.
class ImageStore
{
public:
    ImageStore(Database &database, const QString &folder) : m_database(database), m_files(folder) {}

    /// Errors: BadValue unless core/imagename.h allows it.
    [[nodiscard]] static Result<void> checkName(const QString &name);

    /// Writes the file. Best before the Transaction, which others wait for: should `tidy` come in between, the file is
    /// found in the bin and taken back from there. Errors: BadValue, NotWritable.
    [[nodiscard]] Result<StoredImage> write(const ImageFile &image);
    /// Writes the record. What the name stood for so far is remembered as what it stood for until `revision`, the one
    /// that the note has had up to now. The caller holds a Transaction.
    [[nodiscard]] Result<void> put(qint64 note, const StoredImage &image, qint64 revision);
    /// Lets names stand again for what they stood for when the note had revision `then`; `revision` as above. The
    /// caller holds a Transaction.
    [[nodiscard]] Result<void> bringBack(qint64 note, qint64 then, qint64 revision);
    /// Counts the note's revisions on by so many, as its other records do. The caller holds a Transaction.
    [[nodiscard]] Result<void> moveRevisions(qint64 by);
    /// Errors: NotFound, NotReadable, Damaged.
    [[nodiscard]] Result<QByteArray> read(qint64 note, const QString &name);
    /// ImageMissing and ImageChanged findings.
    [[nodiscard]] Result<std::vector<Finding>> check();
    /// The hashes of all that notes name, and that their versions named. What a note has had and nothing replaced stays
    /// named as long as the note is there, in the bin or not, though its text may no longer show it.
    [[nodiscard]] Result<QStringList> named();
    /// The hashes of files that may have to go into the bin or out of it.
    [[nodiscard]] Result<QStringList> untidy(const QStringList &alsoNamed);
    /// Of the files of `hashes` puts into the bin what neither a note nor `alsoNamed` names; see ImageFolder::tidy.
    /// One that gets a name meanwhile may end up in the bin; it is found there, and the next call takes it back.
    [[nodiscard]] Result<void> tidy(const QStringList &hashes, const QStringList &alsoNamed,
                                    const ImageFolder::Times &times);

private:
    [[nodiscard]] Result<bool> remembersReplaced();
    /// What a query of the columns image and name of all that is named selects from.
    [[nodiscard]] Result<QString> allNamed();

    Database &m_database;
    ImageFolder m_files;
};

} // namespace Weeknotes
