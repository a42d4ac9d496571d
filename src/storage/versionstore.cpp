// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/versionstore.h"

#include "storage/rows.h"
#include "storage/versionthinning.h"

#include <QtEndian>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

struct NamedReason
{
    Version::Reason reason;
    const char16_t *name;
};
constexpr auto namedReasons = std::to_array<NamedReason>({{Version::Reason::Sitting, u"sitting"},
                                                          {Version::Reason::Import, u"import"},
                                                          {Version::Reason::Restore, u"restore"},
                                                          {Version::Reason::Publish, u"publish"},
                                                          {Version::Reason::Aside, u"aside"}});
/// Texts are read by way of all that they build upon, so every so many versions one is kept whole.
constexpr int longestChain = 32;

/// qUncompress() makes room for the length that it finds written, which damage may have made any. Zlib packs no
/// tighter than this.
QByteArray uncompressed(const QByteArray &packed)
{
    constexpr qsizetype tightest = 1032;
    const bool isLikely = packed.size() >= 4 && qFromBigEndian<quint32>(packed.constData()) / tightest <= packed.size();
    return isLikely ? qUncompress(packed) : QByteArray();
}

QString nameOf(Version::Reason reason)
{
    return QString::fromUtf16(std::ranges::find(namedReasons, reason, &NamedReason::reason)->name);
}

Version::Reason toReason(const QString &word)
{
    const auto *const named =
        std::ranges::find_if(namedReasons, [&](const NamedReason &each) { return word == each.name; });
    return named == namedReasons.end() ? Version::Reason::Sitting : named->reason;
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

/// A text and how many versions it is built from.
struct VersionStore::Text
{
    QByteArray utf8;
    qsizetype chain = 0;
};

/// A text as its columns hold it.
struct VersionStore::Encoded
{
    std::optional<qint64> base;
    TextDelta delta;

    [[nodiscard]] QVariantList values() const
    {
        return {base ? QVariant(*base) : QVariant(), delta.keepFront, delta.keepBack, qCompress(delta.middle)};
    }
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
        .and_then([&](std::optional<qint64> pk) -> Result<Text> {
            if (!pk)
                return std::unexpected(Error{.kind = Error::Kind::NotFound, .subject = id.toString()});
            return read(*pk);
        })
        .transform([](const Text &text) { return QString::fromUtf8(text.utf8); });
}

Result<VersionStore::Text> VersionStore::read(qint64 pk)
{
    // The version itself and all it builds upon, the whole one first.
    const auto steps = m_database.rows(
        u"WITH RECURSIVE chain (pk, base, depth) AS ("
        " SELECT pk, base, 0 FROM versions WHERE pk = ?"
        " UNION ALL SELECT v.pk, v.base, c.depth + 1 FROM versions v JOIN chain c ON v.pk = c.base) "
        "SELECT v.keep_front, v.keep_back, v.middle FROM chain c JOIN versions v ON v.pk = c.pk ORDER BY c.depth DESC"_s,
        {pk}, [](const QSqlQuery &row) {
            return TextDelta{row.value(0).toLongLong(), row.value(1).toLongLong(),
                             uncompressed(row.value(2).toByteArray())};
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
    return Text{text, qsizetype(steps->size())};
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
    const auto base = *before ? std::optional((*before)->pk) : std::nullopt;
    return encode(base, markdown.toUtf8()).and_then([&](const Encoded &encoded) {
        return m_database
            .change(
                u"INSERT INTO versions (id, note, revision, reason, made, title, base, keep_front, keep_back, middle) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                QVariantList{version.id.toString(), note, version.revision, nameOf(version.reason),
                             Rows::value(version.made), version.title} +
                    encoded.values())
            .transform([](int) {});
    });
}

Result<VersionStore::Encoded> VersionStore::encode(std::optional<qint64> base, const QByteArray &text)
{
    Encoded whole{{}, {0, 0, text}};
    if (!base)
        return whole;
    const auto earlier = read(*base);
    if (!earlier && earlier.error().kind == Error::Kind::Damaged) // what is sound must not wait for what is not
        return whole;
    return earlier.transform([&](const Text &before) {
        Encoded small{base, TextDelta::between(before.utf8, text)};
        const bool worthIt = small.delta.middle.size() < text.size() / 2 && before.chain < longestChain;
        return worthIt ? small : whole;
    });
}

Result<void> VersionStore::thin(qint64 note, const QDateTime &now)
{
    return ofNote(note).and_then([&](const std::vector<Version> &versions) -> Result<void> {
        for (const VersionId &id : versionsToThin(versions, now)) {
            if (auto done = remove(id); !done)
                return done;
        }
        return {};
    });
}

Result<void> VersionStore::remove(const VersionId &id)
{
    struct Link
    {
        qint64 pk = 0;
        std::optional<qint64> base;
    };
    const auto gone = m_database.first(
        u"SELECT pk, base FROM versions WHERE id = ?"_s, {id.toString()}, [](const QSqlQuery &row) -> Link {
            const QVariant base = row.value(1);
            return {row.value(0).toLongLong(), base.isNull() ? std::nullopt : std::optional(base.toLongLong())};
        });
    if (!gone || !*gone)
        return gone.transform([](const std::optional<Link> &) {});
    // Those that build upon it build upon its own base from now on.
    const auto followers = m_database.rows(u"SELECT pk FROM versions WHERE base = ?"_s, {(*gone)->pk},
                                           [](const QSqlQuery &row) { return row.value(0).toLongLong(); });
    if (!followers)
        return std::unexpected(followers.error());
    for (const qint64 follower : *followers) {
        const auto moved =
            read(follower)
                .and_then([&](const Text &text) { return encode((*gone)->base, text.utf8); })
                .and_then([&](const Encoded &encoded) {
                    return m_database.change(
                        u"UPDATE versions SET base = ?, keep_front = ?, keep_back = ?, middle = ? WHERE pk = ?"_s,
                        encoded.values() + QVariantList{follower});
                });
        if (!moved && moved.error().kind == Error::Kind::Damaged) // can't be rebuilt, and may be mended one day: stays
            return {};
        if (!moved)
            return std::unexpected(moved.error());
    }
    return m_database.change(u"DELETE FROM versions WHERE pk = ?"_s, {(*gone)->pk}).transform([](int) {});
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
