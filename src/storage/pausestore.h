// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pause.h"
#include "storage/database.h"

namespace Weeknotes {

/// Declared breaks. Whoever calls what writes holds a Transaction.
class PauseStore
{
public:
    explicit PauseStore(Database &database) : m_database(database) {}

    /// Earliest first.
    [[nodiscard]] Result<std::vector<Pause>> all();
    /// Errors: BadValue, Conflict; see Library::putPause.
    [[nodiscard]] Result<void> put(const Pause &pause);
    /// Errors: NotFound.
    [[nodiscard]] Result<void> remove(const PauseId &id);
    /// Errors: NotFound, Conflict; see Library::endPause.
    [[nodiscard]] Result<Pause> end(const std::optional<QDate> &last, QDate today);

private:
    [[nodiscard]] Result<void> checkFree(const Pause &pause);

    Database &m_database;
};

} // namespace Weeknotes
