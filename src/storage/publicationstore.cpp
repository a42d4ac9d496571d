// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/publicationstore.h"

#include "core/isotext.h"
#include "storage/rows.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

QString contentHash(const QString &markdown)
{
    return QString::fromLatin1(QCryptographicHash::hash(markdown.toUtf8(), QCryptographicHash::Sha256).toHex());
}

QString addressText(const QUrl &address)
{
    return address.toString(QUrl::FullyEncoded);
}

} // namespace

Result<std::vector<Publication>> PublicationStore::all(qint64 note, const QString &markdown)
{
    const QString now = contentHash(markdown);
    return m_database.rows(
        u"SELECT address, published, content_hash FROM publications WHERE note = ? ORDER BY published DESC, pk DESC"_s,
        {note}, [&now](const QSqlQuery &row) {
            return Publication{.address = QUrl(row.value(0).toString()),
                               .published = Rows::moment(row, 1),
                               .isChanged = row.value(2).toString() != now};
        });
}

Result<void> PublicationStore::record(qint64 note, const QUrl &address, const QDateTime &moment,
                                      const QString &markdown)
{
    return m_database
        .change(
            u"INSERT INTO publications (note, target, address, content_hash, published) VALUES (?, 'manual', ?, ?, ?) "
            "ON CONFLICT (note, address) DO UPDATE SET content_hash = excluded.content_hash, "
            "published = excluded.published"_s,
            {note, addressText(address), contentHash(markdown), isoMoment(moment, Qt::ISODateWithMs)})
        .transform([](int) {});
}

Result<void> PublicationStore::remove(qint64 note, const QUrl &address)
{
    return m_database.change(u"DELETE FROM publications WHERE note = ? AND address = ?"_s, {note, addressText(address)})
        .and_then([&](int removed) -> Result<void> {
            if (removed == 0)
                return std::unexpected(Error{.kind = Error::Kind::NotFound, .subject = address.toString()});
            return {};
        });
}

} // namespace Weeknotes
