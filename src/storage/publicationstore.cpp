// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/publicationstore.h"

#include "core/isotext.h"
#include "storage/rows.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

QString addressText(const QUrl &address)
{
    return address.toString(QUrl::FullyEncoded);
}

} // namespace

QString contentHash(const QString &markdown)
{
    return QString::fromLatin1(QCryptographicHash::hash(markdown.toUtf8(), QCryptographicHash::Sha256).toHex());
}

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

Result<std::unordered_map<qint64, QDate>> PublicationStore::changed(const QString &where, const QVariantList &values)
{
    struct Standing
    {
        qint64 note = 0;
        QDate day; ///< invalid: it has the text that is now
    };
    // Of a text that was saved before its hash was kept, the moments tell most: what is published is saved with that.
    const auto places = m_database.rows(
        u"SELECT p.note, p.published, p.content_hash, "
        "CASE WHEN n.text_hash IS NULL THEN (SELECT markdown FROM texts WHERE note = n.pk) END "
        "FROM publications p JOIN notes n ON n.pk = p.note "
        "WHERE p.content_hash IS NOT n.text_hash AND (n.text_hash IS NOT NULL OR n.updated <> p.published) "
        "AND p.note IN (SELECT pk FROM notes"_s +
            where + u')',
        values, [](const QSqlQuery &row) -> Standing {
            const bool isSame = !row.isNull(3) && row.value(2).toString() == contentHash(row.value(3).toString());
            return {row.value(0).toLongLong(), isSame ? QDate() : Rows::moment(row, 1).date()};
        });
    if (!places)
        return std::unexpected(places.error());
    std::unordered_map<qint64, QDate> since;
    for (const Standing &place : *places) {
        if (!place.day.isValid())
            continue;
        QDate &last = since[place.note];
        if (!last.isValid() || last < place.day)
            last = place.day;
    }
    return since;
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
