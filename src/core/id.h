// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QUuid>

#include <compare>
#include <optional>

namespace Weeknotes {

/// A public id (UUIDv7, RFC 9562) that can't be mistaken for that of another kind of thing.
/// Ids made later sort later. A default-constructed id is null and names nothing.
template <typename Tag> class Id
{
public:
    Id() = default;
    explicit Id(const QUuid &uuid) : m_uuid(uuid) {}

    /// The id written as `text` (36 characters, no braces); nothing if it is not one.
    [[nodiscard]] static std::optional<Id> parse(QStringView text)
    {
        const auto uuid = QUuid::fromString(text);
        if (uuid.isNull() || text.size() != 36)
            return std::nullopt;
        return Id(uuid);
    }

    [[nodiscard]] bool isNull() const { return m_uuid.isNull(); }
    [[nodiscard]] QString toString() const { return m_uuid.toString(QUuid::WithoutBraces); }

    bool operator==(const Id &) const = default;
    friend std::strong_ordering operator<=>(const Id &a, const Id &b)
    {
        return a.toString().compare(b.toString()) <=> 0;
    }
    friend size_t qHash(const Id &id, size_t seed = 0) { return qHash(id.m_uuid, seed); }

private:
    QUuid m_uuid;
};

using NoteId = Id<struct NoteTag>;
using PauseId = Id<struct PauseTag>;
using JotId = Id<struct JotTag>;
using VersionId = Id<struct VersionTag>;

/// A new UUIDv7 (RFC 9562, 5.7) for the moment `msecsSinceEpoch`; Qt makes its own only from 6.9 on.
/// Ids made one after the other in the same millisecond keep their order. Thread-safe.
[[nodiscard]] QUuid createUuidV7(qint64 msecsSinceEpoch);

} // namespace Weeknotes
