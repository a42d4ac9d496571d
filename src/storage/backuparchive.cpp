// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/backuparchive.h"

#include "storage/backupfile.h"
#include "storage/imagefolder.h"
#include "storage/partfile.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

bool isArchive(const QString &path)
{
    return BackupFile::open(path).and_then([](const auto &file) { return file->holdsImages(); }).value_or(false);
}

Result<void> put(Database &database, const QString &hash, const QByteArray &data)
{
    return database.change(u"INSERT INTO backup_images (hash, data) VALUES (?, ?)"_s, {hash, data}).transform([](int) {
    });
}

/// Adds the images to the copy at `path`; those that are not whole.
Result<QStringList> addImages(const QString &path, const ImageFolder &images, const GoesOn &goesOn)
{
    const auto database = SqliteEngine::connect(path, SqliteEngine::Mode::ReadWrite);
    if (!database)
        return std::unexpected(database.error());
    SqliteEngine engine(**database);
    auto transaction = Transaction::begin(engine);
    if (!transaction)
        return std::unexpected(transaction.error());
    const auto hashes = (*database)
                            ->change(u"CREATE TABLE backup_images (hash TEXT PRIMARY KEY, data BLOB NOT NULL)"_s)
                            .and_then([&](int) { return ImageStore(**database, {}).named(); });
    if (!hashes)
        return std::unexpected(hashes.error());
    QStringList lost;
    for (int done = 0; const QString &hash : *hashes) {
        if (goesOn && !goesOn(done++, int(hashes->size())))
            return std::unexpected(Error{.kind = Error::Kind::Stopped, .subject = path});
        const auto data = images.content(hash);
        if (!data) {
            lost << images.path(hash);
            continue;
        }
        if (auto added = put(**database, hash, *data); !added)
            return std::unexpected(added.error());
    }
    return transaction->commit().transform([&] { return lost; });
}

} // namespace

Result<QStringList> writeBackupArchive(Engine &engine, const QString &imageFolder, const QString &path,
                                       const GoesOn &goesOn)
{
    if (QFileInfo::exists(path) && !isArchive(path))
        return std::unexpected(Error{.kind = Error::Kind::Exists, .subject = path});
    auto part = PartFile::beside(path);
    if (!part)
        return std::unexpected(part.error());
    auto lost = engine.copyTo(part->path())
                    .and_then([&] {
                        return BackupFile::checkAt(part->path()).transform_error([&](const Error &error) {
                            return asLibraryError(error, QFileInfo(imageFolder).path());
                        });
                    })
                    .and_then([&] { return addImages(part->path(), ImageFolder(imageFolder), goesOn); });
    if (!lost)
        return lost;
    return BackupFile::checkAt(part->path()).and_then([&] { return part->moveInto(path); }).transform([&] {
        return *lost;
    });
}

Result<void> dropHeldImages(Database &database)
{
    const auto held = database.first(u"SELECT 1 FROM sqlite_master WHERE name = 'backup_images'"_s, {},
                                     [](const QSqlQuery &row) { return row.value(0).toBool(); });
    if (!held || !*held)
        return held.transform([](const auto &) {});
    return database.change(u"DROP TABLE backup_images"_s)
        .and_then([&](int) { return database.change(u"VACUUM"_s); })
        .transform([](int) {});
}

} // namespace Weeknotes
