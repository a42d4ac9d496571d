// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings.h"
#include "storage/database.h"

namespace Weeknotes {

/// The library's settings, as the keys and values of core/settings.h.
class SettingsStore
{
public:
    explicit SettingsStore(Database &database) : m_database(database) {}

    /// What is not there, or means nothing to this version, has its default.
    [[nodiscard]] Result<LibrarySettings> read();
    /// Empty in a library that has none yet.
    [[nodiscard]] Result<QString> libraryId();
    /// The caller holds a Transaction.
    [[nodiscard]] Result<void> write(const LibrarySettings &settings);

private:
    Database &m_database;
};

} // namespace Weeknotes
