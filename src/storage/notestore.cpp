// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/notestore.h"

#include "storage/publicationstore.h"
#include "storage/rows.h"

#include <algorithm>
#include <unordered_map>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

/// What `toRow` reads, in its order.
const auto selectNotes =
    u"SELECT pk, id, revision, kind, covers_from, covers_to, season, episode, episode_last, title, subtitle, kicker, "
    "author, language, status, written, published, canonical, words, minutes, created, updated, "
    "source_kind, source_key, source_hash, source_revision, deleted FROM notes"_s;

NoteFields toFields(const QSqlQuery &row)
{
    NoteFields fields;
    fields.kind = noteKindFromString(row.value(3).toString()).value_or(NoteKind::Post);
    fields.covers = Rows::period(row, 4, 5);
    fields.number = {Rows::number(row, 6), Rows::number(row, 7), Rows::number(row, 8)};
    fields.title = row.value(9).toString();
    fields.subtitle = row.value(10).toString();
    fields.kicker = row.value(11).toString();
    fields.author = row.value(12).toString();
    fields.language = row.value(13).toString();
    fields.status = noteStatusFromString(row.value(14).toString()).value_or(NoteStatus::Draft);
    fields.written = Rows::day(row, 15);
    if (const QDateTime moment = Rows::moment(row, 16); moment.isValid())
        fields.published = moment;
    if (const QString address = row.value(17).toString(); !address.isEmpty())
        fields.canonical = QUrl(address);
    return fields;
}

NoteStore::Row toRow(const QSqlQuery &row)
{
    NoteHeader header;
    header.id = Rows::id<NoteId>(row, 1);
    header.revision = row.value(2).toLongLong();
    header.fields = toFields(row);
    header.words = row.value(18).toInt();
    header.minutes = row.value(19).toInt();
    header.created = Rows::moment(row, 20);
    header.updated = Rows::moment(row, 21);
    header.source = {row.value(22).toString(), row.value(23).toString(),
                     QByteArray::fromHex(row.value(24).toString().toLatin1())};
    const QDateTime deleted = Rows::moment(row, 26);
    return {.pk = row.value(0).toLongLong(),
            .sourceRevision = row.value(25).toLongLong(),
            .deleted = deleted.isValid() ? std::optional(deleted) : std::nullopt,
            .header = std::move(header)};
}

/// The columns that hold what the writer decides, as `SET` names them, and their values.
const auto setFields =
    u"kind = ?, covers_from = ?, covers_to = ?, season = ?, episode = ?, episode_last = ?, title = ?, "
    "subtitle = ?, kicker = ?, author = ?, language = ?, status = ?, written = ?, published = ?, "
    "canonical = ?"_s;

QVariantList fieldValues(const NoteFields &fields)
{
    const auto from = fields.covers.transform([](const Period &period) { return period.first; });
    const auto to = fields.covers.transform([](const Period &period) { return period.last; });
    return {nameOf(fields.kind),
            Rows::value(from),
            Rows::value(to),
            Rows::value(fields.number.season),
            Rows::value(fields.number.episode),
            Rows::value(fields.number.lastEpisode),
            fields.title,
            fields.subtitle,
            fields.kicker,
            fields.author,
            fields.language,
            nameOf(fields.status),
            Rows::value(fields.written),
            Rows::value(fields.published),
            fields.canonical.toString(QUrl::FullyEncoded)};
}

Error notFound(const NoteId &id)
{
    return {.kind = Error::Kind::NotFound, .subject = id.toString()};
}

Result<void> checkDays(const NoteFields &fields)
{
    const bool good = (!fields.covers || (fields.covers->isValid() && Rows::hasIsoYear(fields.covers->first) &&
                                          Rows::hasIsoYear(fields.covers->last))) &&
                      (!fields.written || Rows::hasIsoYear(*fields.written)) &&
                      (!fields.published || Rows::hasIsoYear(fields.published->date()));
    if (!good)
        return std::unexpected(Error{.kind = Error::Kind::BadValue, .subject = fields.title});
    return {};
}

} // namespace

Result<std::vector<NoteStore::Row>> NoteStore::rows(const QString &where, const QVariantList &values)
{
    auto found = m_database.rows(selectNotes + where, values, toRow);
    if (!found)
        return found;
    using Tag = std::pair<qint64, QString>;
    const auto tags = m_database.rows(
        u"SELECT note, name FROM tags WHERE note IN (SELECT pk FROM notes"_s + where + u") ORDER BY note, position"_s,
        values, [](const QSqlQuery &row) -> Tag { return {row.value(0).toLongLong(), row.value(1).toString()}; });
    if (!tags)
        return std::unexpected(tags.error());
    const auto changed = PublicationStore(m_database).changed(where, values);
    if (!changed)
        return std::unexpected(changed.error());
    std::unordered_map<qint64, QStringList> tagsOf;
    for (const auto &[note, name] : *tags)
        tagsOf[note] << name;
    for (Row &row : *found) {
        if (const auto named = tagsOf.find(row.pk); named != tagsOf.end())
            row.header.fields.tags = named->second;
        if (const auto since = changed->find(row.pk); since != changed->end())
            row.header.changedSince = since->second;
    }
    return found;
}

Result<std::vector<NoteHeader>> NoteStore::all()
{
    return rows(u" WHERE deleted IS NULL"_s).transform([](std::vector<Row> found) {
        std::vector<NoteHeader> notes;
        notes.reserve(found.size());
        for (Row &row : found)
            notes.push_back(std::move(row.header));
        return notes;
    });
}

Result<qint64> NoteStore::some(qint64 after, int count, const std::function<void(const Note &)> &visit)
{
    auto found = rows(u" WHERE deleted IS NULL AND pk > ? ORDER BY pk LIMIT ?"_s, {after, count});
    if (!found)
        return std::unexpected(found.error());
    if (found->empty())
        return 0;
    auto texts = m_database.run(u"SELECT note, markdown FROM texts WHERE note > ? AND note <= ? ORDER BY note"_s,
                                {after, found->back().pk});
    if (!texts)
        return std::unexpected(texts.error());
    auto row = found->begin();
    while (texts->next()) {
        row = std::ranges::lower_bound(row, found->end(), texts->value(0).toLongLong(), {}, &Row::pk);
        if (row != found->end() && row->pk == texts->value(0).toLongLong())
            visit({std::move(row->header), texts->value(1).toString()});
    }
    if (texts->lastError().isValid())
        return std::unexpected(m_database.error(texts->lastError()));
    return found->back().pk;
}

Result<std::vector<BinnedNote>> NoteStore::bin()
{
    return rows(u" WHERE deleted IS NOT NULL"_s).transform([](std::vector<Row> found) {
        std::ranges::sort(found, std::ranges::greater(), [](const Row &row) { return *row.deleted; });
        std::vector<BinnedNote> notes;
        for (Row &row : found)
            notes.push_back({std::move(row.header), *row.deleted});
        return notes;
    });
}

Result<std::optional<QDateTime>> NoteStore::lastChange()
{
    return m_database
        .first(u"SELECT max(max(updated, coalesce(deleted, ''))) FROM notes"_s, {},
               [](const QSqlQuery &row) { return Rows::moment(row, 0); })
        .transform(
            [](const std::optional<QDateTime> &moment) { return moment && moment->isValid() ? moment : std::nullopt; });
}

Result<std::optional<NoteStore::Row>> NoteStore::firstRow(const QString &where, const QVariantList &values)
{
    auto found = m_database.first(selectNotes + where, values, toRow);
    if (!found || !*found)
        return found;
    auto tags = tagsOf((*found)->pk);
    if (!tags)
        return std::unexpected(tags.error());
    (*found)->header.fields.tags = *std::move(tags);
    const auto changed = PublicationStore(m_database).changed(u" WHERE pk = ?"_s, {(*found)->pk});
    if (!changed)
        return std::unexpected(changed.error());
    if (const auto since = changed->find((*found)->pk); since != changed->end())
        (*found)->header.changedSince = since->second;
    return found;
}

Result<QStringList> NoteStore::tagsOf(qint64 pk)
{
    return m_database
        .rows(u"SELECT name FROM tags WHERE note = ? ORDER BY position"_s, {pk},
              [](const QSqlQuery &row) { return row.value(0).toString(); })
        .transform([](const std::vector<QString> &tags) { return QStringList(tags.begin(), tags.end()); });
}

std::vector<NoteStore::Row> NoteStore::readable()
{
    std::vector<Row> found;
    for (qint64 pk = 1, last = lastKey(); pk <= last; ++pk) {
        auto row = m_database.first(selectNotes + u" WHERE pk = ?"_s, {pk}, toRow);
        if (!row || !*row || (*row)->header.id == NoteId())
            continue;
        (*row)->header.fields.tags = tagsOf(pk).value_or(QStringList());
        found.push_back(**std::move(row));
    }
    return found;
}

/// The greatest key that a table still tells of. A key that damage made up is not believed.
qint64 NoteStore::lastKey()
{
    constexpr qint64 most = 1'000'000;
    qint64 last = 0;
    for (const QString &sql : {u"SELECT max(pk) FROM notes"_s, u"SELECT max(note) FROM texts"_s,
                               u"SELECT max(note) FROM sections"_s, u"SELECT max(note) FROM versions"_s}) {
        const auto key = m_database.first(sql, {}, [](const QSqlQuery &row) { return row.value(0).toLongLong(); });
        if (key && *key && **key <= most)
            last = std::max(last, **key);
    }
    return last;
}

Result<NoteStore::Row> NoteStore::row(const NoteId &id)
{
    return firstRow(u" WHERE id = ?"_s, {id.toString()}).and_then([&](std::optional<Row> found) -> Result<Row> {
        if (!found)
            return std::unexpected(notFound(id));
        return *std::move(found);
    });
}

Result<std::optional<NoteStore::Row>> NoteStore::rowBySource(const QString &kind, const QString &key)
{
    return firstRow(u" WHERE source_kind = ? AND source_key = ? AND source_kind <> ''"_s, {kind, key});
}

Result<std::vector<NoteStore::Row>> NoteStore::rowsByContent(const QString &kind, const QByteArray &hash,
                                                             const QString &title)
{
    return m_database.rows(selectNotes +
                               u" WHERE source_hash = ? AND source_hash <> '' AND source_kind = ? AND title = ? "
                               "ORDER BY deleted IS NOT NULL, pk"_s,
                           {QString::fromLatin1(hash.toHex()), kind, title}, toRow);
}

Result<QString> NoteStore::markdown(qint64 pk)
{
    return m_database
        .first(u"SELECT markdown FROM texts WHERE note = ?"_s, {pk},
               [](const QSqlQuery &row) { return row.value(0).toString(); })
        .transform([](const std::optional<QString> &text) { return text.value_or(QString()); });
}

Result<qint64> NoteStore::add(const NoteHeader &header, const StoredText &text)
{
    if (auto good = checkDays(header.fields); !good)
        return std::unexpected(good.error());
    const Provenance &source = header.source;
    const QVariantList own = {header.id.toString(),
                              header.revision,
                              text.words,
                              text.minutes,
                              Rows::value(header.created),
                              Rows::value(header.updated),
                              source.kind,
                              source.key,
                              QString::fromLatin1(source.contentHash.toHex()),
                              header.revision};
    return m_database
        .insert(
            u"INSERT INTO notes (kind, covers_from, covers_to, season, episode, episode_last, title, subtitle, kicker, "
            "author, language, status, written, published, canonical, id, revision, words, minutes, created, updated, "
            "source_kind, source_key, source_hash, source_revision) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
            fieldValues(header.fields) + own)
        .and_then([&](qint64 pk) { return writeText(pk, header.fields, text).transform([&] { return pk; }); });
}

Result<int> NoteStore::update(const NoteId &id, qint64 baseRevision, const NoteFields &fields, const QDateTime &now)
{
    return checkDays(fields).and_then([&] {
        return m_database.change(u"UPDATE notes SET revision = revision + 1, deleted = NULL, updated = ?, "_s +
                                     setFields + u" WHERE id = ? AND revision = ?"_s,
                                 QVariantList{Rows::value(now)} + fieldValues(fields) +
                                     QVariantList{id.toString(), baseRevision});
    });
}

Result<NoteStore::Row> NoteStore::save(const NoteId &id, qint64 baseRevision, const NoteFields &fields,
                                       const StoredText &text, const QDateTime &now)
{
    const auto changed = update(id, baseRevision, fields, now);
    if (!changed)
        return std::unexpected(changed.error());
    auto found = row(id);
    if (!found)
        return found;
    if (*changed == 0) {
        return std::unexpected(Error{.kind = Error::Kind::Conflict,
                                     .subject = id.toString(),
                                     .detail = QString::number(found->header.revision)});
    }
    const auto measured = m_database.change(u"UPDATE notes SET words = ?, minutes = ? WHERE pk = ?"_s,
                                            {text.words, text.minutes, found->pk});
    if (!measured)
        return std::unexpected(measured.error());
    return writeText(found->pk, fields, text).and_then([&] { return row(id); });
}

Result<void> NoteStore::saveFields(const Row &row, const NoteFields &fields, const QDateTime &now)
{
    const NoteFields &before = row.header.fields;
    return update(row.header.id, row.header.revision, fields, now)
        .and_then([&](int) { return writeTags(row.pk, fields.tags); })
        .and_then([&]() -> Result<void> {
            if (fields.title == before.title && fields.subtitle == before.subtitle && fields.tags == before.tags)
                return {};
            return m_engine.reindex(row.pk);
        });
}

Result<void> NoteStore::setSource(qint64 pk, const Provenance &source)
{
    return m_database
        .change(
            u"UPDATE notes SET source_kind = ?, source_key = ?, source_hash = ?, source_revision = revision WHERE pk = ?"_s,
            {source.kind, source.key, QString::fromLatin1(source.contentHash.toHex()), pk})
        .transform([](int) {});
}

Result<void> NoteStore::followSource(qint64 pk, const Provenance &source)
{
    return m_database
        .change(u"UPDATE notes SET source_kind = ?, source_key = ?, source_hash = ? WHERE pk = ?"_s,
                {source.kind, source.key, QString::fromLatin1(source.contentHash.toHex()), pk})
        .transform([](int) {});
}

Result<std::vector<Finding>> NoteStore::check()
{
    const auto isRead = [](const QSqlQuery &row, int column, bool read) { return row.isNull(column) || read; };
    auto findings = m_database.rows(u"SELECT title, id, covers_from, covers_to, written, published FROM notes"_s, {},
                                    [&](const QSqlQuery &row) {
                                        const bool good = isRead(row, 2, Rows::period(row, 2, 3).has_value()) &&
                                                          isRead(row, 4, Rows::day(row, 4).has_value()) &&
                                                          isRead(row, 5, Rows::moment(row, 5).isValid());
                                        return good ? Finding{}
                                                    : Finding{.kind = Finding::Kind::Day,
                                                              .subject = row.value(0).toString(),
                                                              .detail = row.value(1).toString()};
                                    });
    if (findings)
        std::erase(*findings, Finding{});
    return findings;
}

Result<void> NoteStore::setDeleted(qint64 pk, const std::optional<QDateTime> &moment)
{
    return m_database.change(u"UPDATE notes SET deleted = ? WHERE pk = ?"_s, {Rows::value(moment), pk})
        .transform([](int) {});
}

Result<void> NoteStore::erase(qint64 pk)
{
    return m_engine.unindex(pk)
        .and_then([&] { return m_database.change(u"DELETE FROM notes WHERE pk = ?"_s, {pk}); })
        .transform([](int) {});
}

Result<void> NoteStore::writeText(qint64 pk, const NoteFields &fields, const StoredText &text)
{
    return m_database
        .change(
            u"INSERT INTO texts (note, markdown) VALUES (?, ?) "
            "ON CONFLICT (note) DO UPDATE SET markdown = excluded.markdown WHERE markdown IS NOT excluded.markdown"_s,
            {pk, text.markdown})
        .and_then([&](int) {
            return m_database.change(u"UPDATE notes SET text_hash = ? WHERE pk = ?"_s,
                                     {contentHash(text.markdown), pk});
        })
        .and_then([&](int) { return writeTags(pk, fields.tags); })
        .and_then([&] { return writeSections(pk, text.sections); })
        .and_then([&] { return m_engine.index(pk, text.plain); });
}

Result<void> NoteStore::writeTags(qint64 pk, const QStringList &tags)
{
    QStringList distinct = tags;
    distinct.removeDuplicates();
    const auto before = tagsOf(pk);
    if (!before || *before == distinct)
        return before.transform([](const QStringList &) {});
    if (auto done = m_database.change(u"DELETE FROM tags WHERE note = ?"_s, {pk}); !done)
        return std::unexpected(done.error());
    for (qsizetype i = 0; i < distinct.size(); ++i) {
        auto done =
            m_database.change(u"INSERT INTO tags (note, position, name) VALUES (?, ?, ?)"_s, {pk, i, distinct[i]});
        if (!done)
            return std::unexpected(done.error());
    }
    return {};
}

/// Writes those that changed alone; most saves change one.
Result<void> NoteStore::writeSections(qint64 pk, const std::vector<Section> &sections)
{
    const auto before =
        m_database.rows(u"SELECT level, heading, text FROM sections WHERE note = ? ORDER BY position"_s, {pk},
                        [](const QSqlQuery &row) -> Section {
                            return {row.value(0).toInt(), row.value(1).toString(), row.value(2).toString()};
                        });
    if (!before)
        return std::unexpected(before.error());
    for (size_t i = 0; i < sections.size(); ++i) {
        const Section &section = sections[i];
        if (i < before->size() && section == (*before)[i])
            continue;
        auto done = m_database.change(
            u"INSERT OR REPLACE INTO sections (note, position, level, heading, text) VALUES (?, ?, ?, ?, ?)"_s,
            {pk, qint64(i), section.level, section.heading, section.text});
        if (!done)
            return std::unexpected(done.error());
    }
    if (before->size() <= sections.size())
        return {};
    return m_database.change(u"DELETE FROM sections WHERE note = ? AND position >= ?"_s, {pk, qint64(sections.size())})
        .transform([](int) {});
}

} // namespace Weeknotes
