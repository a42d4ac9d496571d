// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings.h"
#include "storage/database.h"

namespace Weeknotes {

/// The time that goes by what was written here on which days, whatever the computer's clock says meanwhile. What is let
/// go of by its age goes by it. It never goes back, and moves on by a few days on each day that something is written: a
/// library that rested catches up, and a clock that jumps years ahead for an hour makes little of it.
struct SoberClock
{
    QDateTime sober;
    QDateTime seen; ///< what the computer's clock said when this was written

    /// Whether the computer's clock, saying `now`, stands on another day.
    [[nodiscard]] bool isOld(const QDateTime &now) const { return now < seen || now >= seen.addDays(1); }
    [[nodiscard]] QDateTime at(const QDateTime &now) const;
};

/// The library's settings, as the keys and values of core/settings.h.
class SettingsStore
{
public:
    explicit SettingsStore(Database &database) : m_database(database) {}

    /// What is not there, or means nothing to this version, has its default.
    [[nodiscard]] Result<LibrarySettings> read();
    /// Empty in a library that has none yet.
    [[nodiscard]] Result<QString> libraryId();
    /// Nothing in a library that has none yet.
    [[nodiscard]] Result<std::optional<SoberClock>> clock();
    /// The caller holds a Transaction.
    [[nodiscard]] Result<void> setClock(const SoberClock &clock);
    /// The caller holds a Transaction.
    [[nodiscard]] Result<void> write(const LibrarySettings &settings);

private:
    [[nodiscard]] Result<QString> value(const QString &key);
    [[nodiscard]] Result<void> setValue(const QString &key, const QString &value);
    /// Takes away what was said before, and is no more, as of a season.
    [[nodiscard]] Result<void> dropOthers(const QStringList &keys);

    Database &m_database;
};

} // namespace Weeknotes
