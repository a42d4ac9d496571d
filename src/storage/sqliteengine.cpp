// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sqliteengine.h"

#include "storage/privatefiles.h"

#include <QSqlError>
#include <QUrl>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Weeknotes {

namespace {

constexpr auto busyTimeout = 5000ms;
constexpr int applicationId = 0x574b4e54; // "WKNT"

/// Of the extended codes of SQLITE_IOERR those of writing, syncing, truncating and deleting.
bool isWriteError(int code)
{
    const int extended = code >> 8;
    return (extended >= 3 && extended <= 6) || extended == 10 || extended == 19;
}

QString nextConnectionName()
{
    static std::atomic<int> count = 0;
    return u"weeknotes-%1"_s.arg(++count);
}

bool mayWrite(SqliteEngine::Mode mode)
{
    return mode == SqliteEngine::Mode::ReadWrite || mode == SqliteEngine::Mode::Existing;
}

/// SQLite's name for the file, with a word on how to open it.
QString uriOf(const QString &path, const QString &how)
{
    return QString::fromUtf8(QUrl::fromLocalFile(path).toEncoded()) + how;
}

Result<void> configure(Database &database, SqliteEngine::Mode mode, Place::Kind place)
{
    QStringList pragmas;
    // First of all: other machines share no memory with this one, and without that SQLite reads a log, which the file
    // may still have, only alone.
    if (place == Place::Kind::Network && mayWrite(mode))
        pragmas << u"PRAGMA locking_mode = EXCLUSIVE"_s;
    pragmas << u"PRAGMA foreign_keys = ON"_s;
    if (mayWrite(mode))
        pragmas << u"PRAGMA synchronous = FULL"_s;
    else
        pragmas << u"PRAGMA query_only = ON"_s;
    for (const QString &pragma : std::as_const(pragmas)) {
        if (auto done = database.run(pragma); !done)
            return std::unexpected(done.error());
    }
    return {};
}

} // namespace

Result<std::unique_ptr<Database>> SqliteEngine::connect(const QString &path, Mode mode, Place::Kind place)
{
    const QString name = nextConnectionName();
    auto database = std::make_unique<Database>(name, path, &SqliteEngine::kindOf);
    {
        auto connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
        QString options = u"QSQLITE_BUSY_TIMEOUT=%1"_s.arg(busyTimeout.count());
        if (mode == Mode::Immutable) {
            options += u";QSQLITE_OPEN_READONLY;QSQLITE_OPEN_URI"_s;
            connection.setDatabaseName(uriOf(path, u"?immutable=1"_s));
        } else if (mode == Mode::Existing) {
            options += u";QSQLITE_OPEN_URI"_s;
            connection.setDatabaseName(uriOf(path, u"?mode=rw"_s));
        } else {
            connection.setDatabaseName(path);
        }
        connection.setConnectOptions(options);
        if (!connection.open())
            return std::unexpected(database->error(connection.lastError()));
    }
    if (auto done = configure(*database, mode, place); !done)
        return std::unexpected(done.error());
    return database;
}

Error::Kind SqliteEngine::kindOf(const QSqlError &error)
{
    const int code = error.nativeErrorCode().toInt();
    switch (code & 0xff) { // the primary code of an extended one
    case 3:                // SQLITE_PERM
    case 8:                // SQLITE_READONLY
    case 13:               // SQLITE_FULL
        return Error::Kind::NotWritable;
    case 5: // SQLITE_BUSY
    case 6: // SQLITE_LOCKED
        return Error::Kind::Busy;
    case 10: // SQLITE_IOERR
        return isWriteError(code) ? Error::Kind::NotWritable : Error::Kind::NotReadable;
    case 14: // SQLITE_CANTOPEN
        return Error::Kind::NotReadable;
    case 11: // SQLITE_CORRUPT
        return Error::Kind::Damaged;
    case 26: // SQLITE_NOTADB
        return Error::Kind::NotALibrary;
    case 19: // SQLITE_CONSTRAINT
        return Error::Kind::Conflict;
    default:
        return Error::Kind::Internal;
    }
}

Result<void> SqliteEngine::useJournalFor(Place::Kind place)
{
    // Only who is alone can change it, and SQLite does not wait for that. Beside somebody else the one that is there is
    // safe too on this machine; whoever comes when they are gone changes it.
    const bool mayStay = place != Place::Kind::Network;
    const QString journal = place == Place::Kind::Local ? u"WAL"_s : u"TRUNCATE"_s;
    return setBusyTimeout(mayStay ? 0ms : busyTimeout)
        .and_then([&] {
            auto changed = m_database.change(u"PRAGMA journal_mode = "_s + journal);
            return changed || !mayStay ? std::move(changed) : Result<int>(0);
        })
        .and_then([&](int) { return setBusyTimeout(busyTimeout); })
        .and_then([&] { return m_database.change(u"PRAGMA locking_mode = NORMAL"_s); })
        .and_then([&](int) { return schemaVersion(); }) // the lock goes with the next look
        .transform([](int) {});
}

Result<void> SqliteEngine::setBusyTimeout(std::chrono::milliseconds timeout)
{
    return m_database.change(u"PRAGMA busy_timeout = %1"_s.arg(timeout.count())).transform([](int) {});
}

Result<void> SqliteEngine::begin()
{
    return m_database.change(m_depth == 0 ? u"BEGIN IMMEDIATE"_s : u"SAVEPOINT part"_s).transform([this](int) {
        ++m_depth;
    });
}

Result<void> SqliteEngine::commit()
{
    return m_database.change(m_depth == 1 ? u"COMMIT"_s : u"RELEASE part"_s).transform([this](int) { --m_depth; });
}

void SqliteEngine::rollback()
{
    // SQLite may have rolled back by itself (disk full); there is nobody to tell that there is nothing left to do.
    if (--m_depth == 0) {
        std::ignore = m_database.run(u"ROLLBACK"_s);
    } else {
        std::ignore = m_database.run(u"ROLLBACK TO part"_s);
        std::ignore = m_database.run(u"RELEASE part"_s);
    }
}

Result<qint64> SqliteEngine::number(const QString &sql)
{
    return m_database.first(sql, {}, [](const QSqlQuery &row) { return row.value(0).toLongLong(); })
        .transform([](std::optional<qint64> value) { return value.value_or(0); });
}

Result<int> SqliteEngine::schemaVersion()
{
    struct State
    {
        qint64 application = 0;
        int version = 0;
        qint64 tables = 0;
    };
    // One statement sees one state, even while another process makes the library.
    return m_database
        .first(u"SELECT application_id, user_version, (SELECT count(*) FROM sqlite_master) "
               "FROM pragma_application_id, pragma_user_version"_s,
               {},
               [](const QSqlQuery &row) {
                   return State{row.value(0).toLongLong(), row.value(1).toInt(), row.value(2).toLongLong()};
               })
        .and_then([&](const std::optional<State> &state) -> Result<int> {
            const bool isNew = state && state->application == 0 && state->version == 0 && state->tables == 0;
            if (!state || (state->application != applicationId && !isNew))
                return std::unexpected(Error{.kind = Error::Kind::NotALibrary, .subject = m_database.subject()});
            return state->version;
        });
}

Result<void> SqliteEngine::setSchemaVersion(int version)
{
    return m_database.change(u"PRAGMA application_id = %1"_s.arg(applicationId))
        .and_then([&](int) { return m_database.change(u"PRAGMA user_version = %1"_s.arg(version)); })
        .transform([](int) {});
}

Result<void> SqliteEngine::copyTo(const QString &path)
{
    if (!makePrivateFile(path)) // VACUUM takes an empty file for its own
        return std::unexpected(Error{.kind = Error::Kind::NotWritable, .subject = path});
    // A copy changes nothing here, but SQLite refuses it to connections that may only query.
    const auto queryOnly = number(u"PRAGMA query_only"_s);
    if (!queryOnly)
        return std::unexpected(queryOnly.error());
    auto copied = m_database.run(u"PRAGMA query_only = OFF"_s)
                      .and_then([&](const QSqlQuery &) { return m_database.change(u"VACUUM INTO ?"_s, {path}); })
                      .transform([](int) {});
    if (*queryOnly != 0) {
        if (auto back = m_database.run(u"PRAGMA query_only = ON"_s); !back)
            return std::unexpected(back.error());
    }
    return copied;
}

Result<qint64> SqliteEngine::dataVersion()
{
    return number(u"PRAGMA data_version"_s);
}

Result<std::vector<Finding>> SqliteEngine::checkFile()
{
    // integrity_check looks into the text index too (FTS5 has answered it since 3.44).
    auto findings = m_database.rows(u"PRAGMA integrity_check"_s, {}, [this](const QSqlQuery &row) {
        return Finding{
            .kind = Finding::Kind::Database, .subject = m_database.subject(), .detail = row.value(0).toString()};
    });
    if (findings)
        std::erase_if(*findings, [](const Finding &finding) { return finding.detail == u"ok"; });
    return findings;
}

Result<std::vector<Finding>> SqliteEngine::check()
{
    auto findings = checkFile();
    if (!findings)
        return findings;
    const auto references = m_database.rows(u"PRAGMA foreign_key_check"_s, {}, [](const QSqlQuery &row) {
        return Finding{.kind = Finding::Kind::Reference,
                       .subject = row.value(0).toString(),
                       .detail = u"%1 → %2"_s.arg(row.value(1).toString(), row.value(2).toString())};
    });
    const auto index = m_index.check();
    for (const auto &more : {references, index}) {
        if (!more)
            return more;
        findings->insert(findings->end(), more->begin(), more->end());
    }
    return findings;
}

Result<void> SqliteEngine::index(qint64 note, const QString &plain)
{
    return m_index.put(note, plain);
}

Result<void> SqliteEngine::unindex(qint64 note)
{
    return m_index.remove(note);
}

Result<void> SqliteEngine::reindex(qint64 note)
{
    return m_index.touch(note);
}

Result<void> SqliteEngine::renewIndex()
{
    auto isCurrent = m_index.isCurrent();
    while (isCurrent && !*isCurrent) {
        auto transaction = Transaction::begin(*this);
        if (!transaction)
            return std::unexpected(transaction.error());
        isCurrent = m_index.renew().and_then(
            [&](bool isDone) { return transaction->commit().transform([isDone] { return isDone; }); });
    }
    return isCurrent.transform([](bool) {});
}

Result<std::vector<SearchHit>> SqliteEngine::search(const QString &query, int limit)
{
    return m_index.search(query, limit);
}

Result<std::vector<HeadingHit>> SqliteEngine::headings(const QString &query, int limit)
{
    return m_index.headings(query, limit);
}

} // namespace Weeknotes
