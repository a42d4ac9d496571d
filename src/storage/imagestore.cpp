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

Result<void> ImageStore::put(qint64 note, const StoredImage &image, qint64 revision)
{
    return m_database
        .change(u"INSERT INTO images (hash, bytes) VALUES (?, ?) ON CONFLICT (hash) DO NOTHING"_s,
                {image.hash, image.bytes})
        .and_then([&](int) { // of several in one revision the first is what that revision showed
            return m_database.change(u"INSERT INTO replaced_images (note, name, until, image) "
                                     "SELECT note, name, ?, image FROM note_images "
                                     "WHERE note = ? AND name = ? AND image <> ? ON CONFLICT DO NOTHING"_s,
                                     {revision, note, image.name, image.hash});
        })
        .and_then([&](int) {
            return m_database.change(u"INSERT INTO note_images (note, name, image) VALUES (?, ?, ?) "
                                     "ON CONFLICT (note, name) DO UPDATE SET image = excluded.image"_s,
                                     {note, image.name, image.hash});
        })
        .transform([](int) {});
}

Result<void> ImageStore::bringBack(qint64 note, qint64 then, qint64 revision)
{
    const auto images = m_database.rows(
        u"SELECT r.name, r.image, i.bytes FROM replaced_images r JOIN images i ON i.hash = r.image WHERE r.note = ? "
        u"AND "
        "r.until = (SELECT min(until) FROM replaced_images WHERE note = r.note AND name = r.name AND until >= ?)"_s,
        {note, then}, [](const QSqlQuery &row) -> StoredImage {
            return {row.value(0).toString(), row.value(1).toString(), row.value(2).toLongLong()};
        });
    if (!images)
        return std::unexpected(images.error());
    for (const StoredImage &image : *images) {
        if (auto done = put(note, image, revision); !done)
            return done;
    }
    return {};
}

Result<bool> ImageStore::remembersReplaced()
{
    return m_database
        .first(u"SELECT 1 FROM sqlite_master WHERE name = 'replaced_images'"_s, {},
               [](const QSqlQuery &row) { return row.value(0).toBool(); })
        .transform([](const std::optional<bool> &found) { return found.has_value(); });
}

Result<void> ImageStore::moveRevisions(qint64 by)
{
    return remembersReplaced().and_then([&](bool remembers) -> Result<void> { // a backup may be of an older schema
        if (!remembers)
            return {};
        return m_database.change(u"UPDATE replaced_images SET until = until + ?"_s, {by}).transform([](int) {});
    });
}

Result<QString> ImageStore::allNamed()
{
    return remembersReplaced().transform([](bool remembers) {
        return remembers ? u" FROM (SELECT image, name FROM note_images UNION ALL SELECT image, name FROM "
                           "replaced_images r WHERE EXISTS (SELECT 1 FROM versions v WHERE v.note = r.note AND "
                           "v.revision <= r.until)) "_s
                         : u" FROM note_images "_s;
    });
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
    const auto uses = allNamed().and_then([&](const QString &from) {
        return m_database.rows(
            u"SELECT image, min(name)"_s + from + u"GROUP BY image ORDER BY image"_s, {},
            [](const QSqlQuery &row) -> Use { return {row.value(0).toString(), row.value(1).toString()}; });
    });
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
    return allNamed()
        .and_then([&](const QString &from) {
            return m_database.rows(u"SELECT DISTINCT image"_s + from + u"ORDER BY image"_s, {},
                                   [](const QSqlQuery &row) { return row.value(0).toString(); });
        })
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
