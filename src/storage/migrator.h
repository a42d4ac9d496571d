// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/database.h"
#include "storage/engine.h"

#include <functional>
#include <span>
#include <vector>

namespace Weeknotes {

/// One step of the schema: statements that bring a database from `version` - 1 to `version`.
struct Migration
{
    int version = 0;
    QStringList statements;

    /// Splits a migration file at its lines "-- end".
    [[nodiscard]] static Migration parse(int version, const QString &sql);
};

/// Brings databases up to date.
class Migrator
{
public:
    /// The steps this program knows, from `resources/migrations`, first to last.
    [[nodiscard]] static std::vector<Migration> builtIn();

    explicit Migrator(std::vector<Migration> migrations) : m_migrations(std::move(migrations)) {}

    /// The schema the last step makes.
    [[nodiscard]] int newest() const { return m_migrations.empty() ? 0 : m_migrations.back().version; }

    /// Errors: NewerLibrary (`detail` is the schema found), NotALibrary. Changes nothing.
    [[nodiscard]] Result<int> check(Engine &engine) const;
    /// Runs the steps the database lacks, each in a transaction of its own together with its number; all in one for a
    /// new database. Before the first step on a library with a schema, `backUp` makes a backup of it; its error ends
    /// the matter. Several processes may do so at once. Errors: as check, those of `backUp`, NotWritable.
    [[nodiscard]] Result<void> migrate(Database &database, Engine &engine,
                                       const std::function<Result<void>()> &backUp) const;

private:
    [[nodiscard]] Result<void> step(Database &database, Engine &engine, std::span<const Migration> migrations) const;

    std::vector<Migration> m_migrations;
};

} // namespace Weeknotes
