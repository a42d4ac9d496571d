// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/database.h"
#include "storage/engine.h"
#include "storage/place.h"
#include "storage/textindex.h"

#include <chrono>
#include <memory>

namespace Weeknotes {

/// SQLite 3.46 and its FTS5, by Qt's own driver.
class SqliteEngine final : public Engine
{
public:
    enum class Mode
    {
        ReadWrite, ///< makes the file if it is missing
        Existing,  ///< ReadWrite, but a missing file is an error
        QueryOnly, ///< as ReadWrite for the file system, but every write is refused
        Immutable  ///< for a file in a place that can't be written and that nobody changes meanwhile
    };

    /// Opens `path` for this thread: synchronous=FULL, foreign keys, a busy time-out of five seconds. Writes nothing.
    /// A connection that writes on a network has the file for itself until `useJournalFor`.
    [[nodiscard]] static Result<std::unique_ptr<Database>> connect(const QString &path, Mode mode,
                                                                   Place::Kind place = Place::Kind::Local);
    [[nodiscard]] static Error::Kind kindOf(const QSqlError &error);

    explicit SqliteEngine(Database &database) : m_database(database), m_index(database) {}

    /// Uses the journal that is safe there: a write-ahead log, which lets readers and a writer work side by side, or
    /// elsewhere one that goes empty with each commit and shares no memory. Outside a transaction only.
    [[nodiscard]] Result<void> useJournalFor(Place::Kind place);

    Result<void> begin() override;
    Result<void> commit() override;
    void rollback() override;
    /// Database findings alone; works with any schema.
    [[nodiscard]] Result<std::vector<Finding>> checkFile();
    Result<int> schemaVersion() override;
    Result<void> setSchemaVersion(int version) override;
    Result<void> copyTo(const QString &path) override;
    Result<qint64> dataVersion() override;
    Result<std::vector<Finding>> check() override;
    Result<void> index(qint64 note, const QString &plain) override;
    Result<void> reindex(qint64 note) override;
    Result<void> unindex(qint64 note) override;
    Result<void> renewIndex() override;
    Result<std::vector<SearchHit>> search(const QString &query, int limit) override;
    Result<std::vector<HeadingHit>> headings(const QString &query, int limit) override;

private:
    [[nodiscard]] Result<void> setBusyTimeout(std::chrono::milliseconds timeout);
    [[nodiscard]] Result<qint64> number(const QString &sql);

    Database &m_database;
    TextIndex m_index;
    int m_depth = 0; ///< of transactions within each other
};

} // namespace Weeknotes
