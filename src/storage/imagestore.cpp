// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/imagestore.h"

#include "core/imagename.h"
#include "storage/filesteps.h"
#include "storage/privatefiles.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

QString hashOf(const QByteArray &data)
{
    return QString::fromLatin1(QCryptographicHash::hash(data, QCryptographicHash::Sha256).toHex());
}

} // namespace

Result<void> ImageStore::checkName(const QString &name)
{
    if (!isImageName(name))
        return std::unexpected(Error{.kind = Error::Kind::BadValue, .subject = name});
    return {};
}

QString ImageStore::path(const QString &hash) const
{
    return QDir(m_folder).filePath(hash);
}

Result<void> ImageStore::writeFile(const QString &hash, const QByteArray &data) const
{
    // One that is there but holds something else was damaged, and this is the cure.
    if (QFile present(path(hash)); present.open(QIODevice::ReadOnly) && hashOf(present.readAll()) == hash)
        return {};
    if (!makePrivateFolder(m_folder))
        return std::unexpected(Error{.kind = Error::Kind::NotWritable, .subject = m_folder});
    return FileSteps::write(path(hash), data, FileSteps::Readers::Owner);
}

Result<void> ImageStore::put(qint64 note, const ImageFile &image)
{
    const QString hash = hashOf(image.data);
    return checkName(image.name)
        .and_then([&] { return writeFile(hash, image.data); })
        .and_then([&] {
            return m_database.change(u"INSERT INTO images (hash, bytes) VALUES (?, ?) ON CONFLICT (hash) DO NOTHING"_s,
                                     {hash, image.data.size()});
        })
        .and_then([&](int) {
            return m_database.change(u"INSERT INTO note_images (note, name, image) VALUES (?, ?, ?) "
                                     "ON CONFLICT (note, name) DO UPDATE SET image = excluded.image"_s,
                                     {note, image.name, hash});
        })
        .transform([](int) {});
}

Result<QByteArray> ImageStore::read(qint64 note, const QString &name)
{
    const auto hash = m_database.first(u"SELECT image FROM note_images WHERE note = ? AND name = ?"_s, {note, name},
                                       [](const QSqlQuery &row) { return row.value(0).toString(); });
    if (!hash)
        return std::unexpected(hash.error());
    if (!*hash)
        return std::unexpected(Error{.kind = Error::Kind::NotFound, .subject = name});
    QFile file(path(**hash));
    if (!file.open(QIODevice::ReadOnly)) {
        const auto kind = file.exists() ? Error::Kind::NotReadable : Error::Kind::NotFound;
        return std::unexpected(Error{.kind = kind, .subject = file.fileName(), .detail = file.errorString()});
    }
    QByteArray data = file.readAll();
    if (hashOf(data) != **hash)
        return std::unexpected(Error{.kind = Error::Kind::Damaged, .subject = file.fileName()});
    return data;
}

Result<std::vector<Finding>> ImageStore::check()
{
    using Use = std::pair<QString, QString>;
    const auto uses =
        m_database.rows(u"SELECT image, min(name) FROM note_images GROUP BY image ORDER BY image"_s, {},
                        [](const QSqlQuery &row) -> Use { return {row.value(0).toString(), row.value(1).toString()}; });
    if (!uses)
        return std::unexpected(uses.error());
    std::vector<Finding> findings;
    for (const auto &[hash, name] : *uses) {
        QFile file(path(hash));
        if (!file.open(QIODevice::ReadOnly))
            findings.push_back({Finding::Kind::ImageMissing, name, file.fileName()});
        else if (hashOf(file.readAll()) != hash)
            findings.push_back({Finding::Kind::ImageChanged, name, file.fileName()});
    }
    return findings;
}

} // namespace Weeknotes
