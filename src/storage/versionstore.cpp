// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/versionstore.h"

#include "storage/rows.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

QString nameOf(Version::Reason reason)
{
    switch (reason) {
    case Version::Reason::Import:
        return u"import"_s;
    case Version::Reason::Publish:
        return u"publish"_s;
    case Version::Reason::Aside:
        return u"aside"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

Version::Reason toReason(const QString &word)
{
    if (word == u"publish")
        return Version::Reason::Publish;
    return word == u"aside" ? Version::Reason::Aside : Version::Reason::Import;
}

Version toVersion(const QSqlQuery &row)
{
    return {.id = Rows::id<VersionId>(row, 0),
            .revision = row.value(1).toLongLong(),
            .reason = toReason(row.value(2).toString()),
            .made = Rows::moment(row, 3),
            .title = row.value(4).toString()};
}

} // namespace

TextDelta TextDelta::between(QByteArrayView from, QByteArrayView to)
{
    const qsizetype shorter = std::min(from.size(), to.size());
    const qsizetype front = std::mismatch(from.begin(), from.begin() + shorter, to.begin()).first - from.begin();
    const auto rest = shorter - front;
    const qsizetype back = std::mismatch(from.rbegin(), from.rbegin() + rest, to.rbegin()).first - from.rbegin();
    return {front, back, to.sliced(front, to.size() - front - back).toByteArray()};
}

std::optional<QByteArray> TextDelta::apply(QByteArrayView from) const
{
    if (keepFront < 0 || keepBack < 0 || keepFront + keepBack > from.size())
        return std::nullopt;
    return from.first(keepFront).toByteArray() + middle + from.last(keepBack).toByteArray();
}

struct VersionStore::Row
{
    qint64 pk = 0;
    qint64 revision = 0;
};

Result<std::vector<Version>> VersionStore::ofNote(qint64 note)
{
    return m_database.rows(u"SELECT id, revision, reason, made, title FROM versions WHERE note = ? ORDER BY pk DESC"_s,
                           {note}, toVersion);
}

Result<QString> VersionStore::text(const VersionId &id)
{
    return m_database
        .first(u"SELECT pk FROM versions WHERE id = ?"_s, {id.toString()},
               [](const QSqlQuery &row) { return row.value(0).toLongLong(); })
        .and_then([&](std::optional<qint64> pk) -> Result<QByteArray> {
            if (!pk)
                return std::unexpected(Error{.kind = Error::Kind::NotFound, .subject = id.toString()});
            return bytes(*pk);
        })
        .transform([](const QByteArray &utf8) { return QString::fromUtf8(utf8); });
}

Result<QByteArray> VersionStore::bytes(qint64 pk)
{
    // The version itself and all it builds upon, the whole one first.
    const auto steps = m_database.rows(
        u"WITH RECURSIVE chain (pk, base, depth) AS ("
        " SELECT pk, base, 0 FROM versions WHERE pk = ?"
        " UNION ALL SELECT v.pk, v.base, c.depth + 1 FROM versions v JOIN chain c ON v.pk = c.base) "
        "SELECT v.keep_front, v.keep_back, v.middle FROM chain c JOIN versions v ON v.pk = c.pk ORDER BY c.depth DESC"_s,
        {pk}, [](const QSqlQuery &row) {
            return TextDelta{row.value(0).toLongLong(), row.value(1).toLongLong(),
                             qUncompress(row.value(2).toByteArray())};
        });
    if (!steps)
        return std::unexpected(steps.error());
    QByteArray text;
    for (const TextDelta &step : *steps) {
        auto next = step.apply(text);
        if (!next)
            return std::unexpected(Error{.kind = Error::Kind::Damaged, .subject = m_database.subject()});
        text = *std::move(next);
    }
    return text;
}

Result<std::optional<VersionStore::Row>> VersionStore::newest(qint64 note)
{
    return m_database.first(
        u"SELECT pk, revision FROM versions WHERE note = ? AND reason <> 'aside' ORDER BY pk DESC LIMIT 1"_s, {note},
        [](const QSqlQuery &row) { return Row{row.value(0).toLongLong(), row.value(1).toLongLong()}; });
}

Result<void> VersionStore::add(qint64 note, const Version &version, const QString &markdown)
{
    const auto before = newest(note);
    if (!before)
        return std::unexpected(before.error());
    if (*before && (*before)->revision == version.revision)
        return {};
    const QByteArray text = markdown.toUtf8();
    TextDelta delta{0, 0, text};
    QVariant base;
    if (*before) {
        const auto earlier = bytes((*before)->pk);
        if (!earlier)
            return std::unexpected(earlier.error());
        if (auto small = TextDelta::between(*earlier, text); small.middle.size() < text.size() / 2) {
            delta = std::move(small);
            base = (*before)->pk;
        }
    }
    return m_database
        .change(u"INSERT INTO versions (id, note, revision, reason, made, title, base, keep_front, keep_back, middle) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                {version.id.toString(), note, version.revision, nameOf(version.reason), Rows::value(version.made),
                 version.title, base, delta.keepFront, delta.keepBack, qCompress(delta.middle)})
        .transform([](int) {});
}

Result<void> VersionStore::putAside(qint64 note, const Version &version, const QString &markdown)
{
    return m_database
        .change(
            u"INSERT INTO versions (id, note, revision, reason, made, title, base, keep_front, keep_back, middle) "
            "VALUES (?, ?, ?, ?, ?, ?, NULL, 0, 0, ?) "
            "ON CONFLICT (id) DO UPDATE SET made = excluded.made, title = excluded.title, middle = excluded.middle"_s,
            {version.id.toString(), note, version.revision, nameOf(Version::Reason::Aside), Rows::value(version.made),
             version.title, qCompress(markdown.toUtf8())})
        .transform([](int) {});
}

} // namespace Weeknotes
