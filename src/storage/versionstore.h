// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/database.h"
#include "storage/library.h"

namespace Weeknotes {

/// What turns one text (UTF-8) into another: so many bytes from its start, something else, so many from its end.
struct TextDelta
{
    qsizetype keepFront = 0;
    qsizetype keepBack = 0;
    QByteArray middle;

    [[nodiscard]] static TextDelta between(QByteArrayView from, QByteArrayView to);
    /// Nothing if `from` is shorter than what is to be kept.
    [[nodiscard]] std::optional<QByteArray> apply(QByteArrayView from) const;
};

/// Earlier texts of notes. A version is kept as its difference to the version before it (`base`), a first one or one
/// that has little in common whole, and now and then one, so that none builds upon many; its middle part is compressed.
/// Drafts put aside are whole and no other's base, since they are replaced. Whoever calls what writes holds a
/// Transaction.
class VersionStore
{
public:
    explicit VersionStore(Database &database) : m_database(database) {}

    [[nodiscard]] Result<std::vector<Version>> ofNote(qint64 note);
    /// Errors: NotFound, Damaged.
    [[nodiscard]] Result<QString> text(const VersionId &id);

    /// Adds a version, unless the newest one has that revision already; whole where that one can't be rebuilt.
    [[nodiscard]] Result<void> add(qint64 note, const Version &version, const QString &markdown);
    /// Writes a draft under `version.id`, over what was kept there.
    [[nodiscard]] Result<void> putAside(qint64 note, const Version &version, const QString &markdown);

    /// Lets go of the versions that are too many by `now`, see versionsToThin, but for those that a damaged one builds
    /// upon.
    [[nodiscard]] Result<void> thin(qint64 note, const QDateTime &now);

private:
    struct Row;
    struct Text;
    struct Encoded;
    [[nodiscard]] Result<std::optional<Row>> newest(qint64 note);
    [[nodiscard]] Result<Text> read(qint64 pk);
    /// As a difference to the version `base`, where that is small.
    [[nodiscard]] Result<Encoded> encode(std::optional<qint64> base, const QByteArray &text);
    [[nodiscard]] Result<void> remove(const VersionId &id);

    Database &m_database;
};

} // namespace Weeknotes
