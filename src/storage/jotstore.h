// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/jot.h"
#include "storage/database.h"

namespace Weeknotes {

/// Lines caught during the week. Whoever calls what writes holds a Transaction.
class JotStore
{
public:
    explicit JotStore(Database &database) : m_database(database) {}

    /// Of the weeks from `first` to `last`, in the order they were caught.
    [[nodiscard]] Result<std::vector<Jot>> ofWeeks(const Week &first, const Week &last);
    [[nodiscard]] Result<void> add(const Jot &jot);

private:
    Database &m_database;
};

} // namespace Weeknotes
