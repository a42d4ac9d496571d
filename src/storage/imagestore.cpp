// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/imagestore.h"

#include "core/imagename.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace Weeknotes {

Result<void> ImageStore::checkName(const QString &name)
{
    if (!isImageName(name))
        return std::unexpected(Error{.kind = Error::Kind::BadValue, .subject = name});
    return {};
}

Result<StoredImage> ImageStore::write(const ImageFile &image)
{
    StoredImage stored{.name = image.name, .hash = ImageFolder::hashOf(image.data), .bytes = image.data.size()};
    return checkName(image.name).and_then([&] { return m_files.write(stored.hash, image.data); }).transform([&] {
        return std::move(stored);
    });
}

Result<void> ImageStore::put(qint64 note, const StoredImage &image)
{
    return m_database
        .change(u"INSERT INTO images (hash, bytes) VALUES (?, ?) ON CONFLICT (hash) DO NOTHING"_s,
                {image.hash, image.bytes})
        .and_then([&](int) {
            return m_database.change(u"INSERT INTO note_images (note, name, image) VALUES (?, ?, ?) "
                                     "ON CONFLICT (note, name) DO UPDATE SET image = excluded.image"_s,
                                     {note, image.name, image.hash});
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
    return m_files.content(**hash);
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
        const auto data = m_files.content(hash);
        if (data)
            continue;
        const bool isChanged = data.error().kind == Error::Kind::Damaged;
        findings.push_back(
            {isChanged ? Finding::Kind::ImageChanged : Finding::Kind::ImageMissing, name, m_files.path(hash)});
    }
    return findings;
}

Result<QStringList> ImageStore::named()
{
    return m_database
        .rows(u"SELECT DISTINCT image FROM note_images ORDER BY image"_s, {},
              [](const QSqlQuery &row) { return row.value(0).toString(); })
        .transform([](const std::vector<QString> &hashes) { return QStringList(hashes.begin(), hashes.end()); });
}

Result<QStringList> ImageStore::untidy(const QStringList &alsoNamed)
{
    return named().transform([&](QStringList used) {
        used += alsoNamed;
        const QSet<QString> isUsed(used.begin(), used.end());
        QStringList files = m_files.files();
        files.removeIf([&](const QString &hash) { return isUsed.contains(hash); });
        return files + m_files.binned();
    });
}

Result<void> ImageStore::tidy(const QStringList &hashes, const QStringList &alsoNamed, const ImageFolder::Times &times)
{
    return named().and_then([&](QStringList used) -> Result<void> {
        used += alsoNamed;
        const QSet<QString> isUsed(used.begin(), used.end());
        for (const QString &hash : hashes) {
            if (auto done = m_files.tidy(hash, isUsed.contains(hash), times); !done)
                return done;
        }
        return {};
    });
}

} // namespace Weeknotes
