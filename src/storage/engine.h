// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "storage/library.h"

#include <utility>

namespace Weeknotes {

/// What a kind of database does in its own way, in one small place: locks, schema number, change detection, copies,
/// its own check and full text. The stores speak standard SQL and ask this for the rest.
/// Belongs to the thread of its connection.
class Engine
{
public:
    Engine() = default;
    virtual ~Engine() = default;
    Q_DISABLE_COPY_MOVE(Engine)

    /// Takes the write lock at once, so that nothing read in the transaction can change before its end. Within one
    /// begins a part of it, which can be rolled back alone.
    [[nodiscard]] virtual Result<void> begin() = 0;
    [[nodiscard]] virtual Result<void> commit() = 0;
    virtual void rollback() = 0;

    /// 0 for a database without tables.
    [[nodiscard]] virtual Result<int> schemaVersion() = 0;
    /// Part of the running transaction.
    [[nodiscard]] virtual Result<void> setSchemaVersion(int version) = 0;
    /// Copies the whole database to the new file `path`, which its owner alone may read.
    [[nodiscard]] virtual Result<void> copyTo(const QString &path) = 0;
    /// Changes when another connection has committed; our own commits leave it alone.
    [[nodiscard]] virtual Result<qint64> dataVersion() = 0;
    /// Database, Reference and Search findings; empty if all is well.
    [[nodiscard]] virtual Result<std::vector<Finding>> check() = 0;

    /// The text index knows the note with this key by its title, subtitle and tags as the tables have them, and by
    /// `plain`.
    [[nodiscard]] virtual Result<void> index(qint64 note, const QString &plain) = 0;
    /// The same where these three are others, and the text is the same.
    [[nodiscard]] virtual Result<void> reindex(qint64 note) = 0;
    [[nodiscard]] virtual Result<void> unindex(qint64 note) = 0;
    /// Makes the text index anew if another program's is there, in short transactions of its own. What was done stays
    /// when it is interrupted, and the next call goes on.
    [[nodiscard]] virtual Result<void> renewIndex() = 0;
    /// See Library::search.
    [[nodiscard]] virtual Result<std::vector<SearchHit>> search(const QString &query, int limit) = 0;
    [[nodiscard]] virtual Result<std::vector<HeadingHit>> headings(const QString &query, int limit) = 0;
};

/// One write: begun with the write lock, rolled back when it goes out of scope without `commit`.
class Transaction
{
public:
    [[nodiscard]] static Result<Transaction> begin(Engine &engine)
    {
        return engine.begin().transform([&] { return Transaction(engine); });
    }
    ~Transaction()
    {
        if (m_engine)
            m_engine->rollback();
    }
    Transaction(Transaction &&other) noexcept : m_engine(std::exchange(other.m_engine, nullptr)) {}
    Transaction &operator=(Transaction &&) = delete;

    /// Done and on disk, or failed and rolled back.
    [[nodiscard]] Result<void> commit()
    {
        auto done = m_engine->commit();
        if (done)
            m_engine = nullptr;
        return done;
    }

private:
    explicit Transaction(Engine &engine) : m_engine(&engine) {}
    Engine *m_engine;
};

} // namespace Weeknotes
