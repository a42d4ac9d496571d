// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sqliteengine.h"

#include "storage/privatefiles.h"
#include "storage/rows.h"

#include <QSqlError>
#include <QUrl>

#include <algorithm>
#include <atomic>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Weeknotes {

namespace {

constexpr auto busyTimeout = 5000ms;
constexpr int applicationId = 0x574b4e54; // "WKNT"
constexpr QChar matchBegin(u'\x02');
constexpr QChar matchEnd(u'\x03');
constexpr int maxWords = 32; // FTS5 refuses deep queries; nobody types so many

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

Result<void> configure(Database &database, SqliteEngine::Mode mode, Place::Kind place)
{
    QStringList pragmas;
    // First of all: other machines share no memory with this one, and without that SQLite reads a log, which the file
    // may still have, only alone.
    if (place == Place::Kind::Network && mode == SqliteEngine::Mode::ReadWrite)
        pragmas << u"PRAGMA locking_mode = EXCLUSIVE"_s;
    pragmas << u"PRAGMA foreign_keys = ON"_s;
    if (mode == SqliteEngine::Mode::ReadWrite)
        pragmas << u"PRAGMA synchronous = FULL"_s;
    else
        pragmas << u"PRAGMA query_only = ON"_s;
    for (const QString &pragma : std::as_const(pragmas)) {
        if (auto done = database.run(pragma); !done)
            return std::unexpected(done.error());
    }
    return {};
}

/// The words a person typed and the phrases they quoted, without what no index entry holds.
QStringList searchTerms(const QString &typed, bool &lastIsOpen)
{
    QStringList terms;
    lastIsOpen = false;
    const QStringList parts = typed.split(u'"');
    const auto hasContent = [](const QString &text) {
        return std::ranges::any_of(text.toUcs4(), [](char32_t c) { return QChar::isLetterOrNumber(c); });
    };
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const bool quoted = i % 2 == 1;
        const QString part = parts[i].simplified();
        const QStringList words = quoted ? QStringList{part} : part.split(u' ', Qt::SkipEmptyParts);
        for (const QString &word : words) {
            if (!hasContent(word))
                continue;
            terms << word;
            lastIsOpen = !quoted || i == parts.size() - 1; // a quote that is not closed yet is still being typed
        }
    }
    return terms;
}

/// Takes the marks out of a snippet of FTS5, makes one line of it, and notes where the matches stand.
void setSnippet(SearchHit &hit, const QString &marked)
{
    bool space = true; // leading white space goes
    for (const QChar c : marked) {
        if (c == matchBegin) {
            hit.matches.push_back({hit.snippet.size(), hit.snippet.size()});
        } else if (c == matchEnd) {
            if (!hit.matches.empty())
                hit.matches.back().end = hit.snippet.size();
        } else if (!c.isSpace()) {
            hit.snippet += c;
            space = false;
        } else if (!space) {
            hit.snippet += u' ';
            space = true;
        }
    }
    if (space && !hit.snippet.isEmpty())
        hit.snippet.chop(1);
}

/// The text as the index keeps it: our marks must mean matches and nothing else.
QString unmarked(QString text)
{
    return text.remove(matchBegin).remove(matchEnd);
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
            connection.setDatabaseName(QString::fromUtf8(QUrl::fromLocalFile(path).toEncoded()) + u"?immutable=1"_s);
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
    return m_database.change(u"BEGIN IMMEDIATE"_s).transform([](int) {});
}

Result<void> SqliteEngine::commit()
{
    return m_database.change(u"COMMIT"_s).transform([](int) {});
}

void SqliteEngine::rollback()
{
    // SQLite may have rolled back by itself (disk full); there is nobody to tell that there is nothing left to do.
    std::ignore = m_database.run(u"ROLLBACK"_s);
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
    const auto index = checkIndex();
    for (const auto &more : {references, index}) {
        if (!more)
            return more;
        findings->insert(findings->end(), more->begin(), more->end());
    }
    return findings;
}

Result<std::vector<Finding>> SqliteEngine::checkIndex()
{
    return m_database.rows(u"SELECT n.title, n.id FROM notes n LEFT JOIN note_search s ON s.rowid = n.pk "
                           "WHERE s.title IS NOT replace(replace(n.title, char(2), ''), char(3), '') "
                           "UNION ALL SELECT title, '' FROM note_search WHERE rowid NOT IN (SELECT pk FROM notes)"_s,
                           {}, [](const QSqlQuery &row) {
                               return Finding{.kind = Finding::Kind::Search,
                                              .subject = row.value(0).toString(),
                                              .detail = row.value(1).toString()};
                           });
}

Result<void> SqliteEngine::index(qint64 note, const IndexEntry &entry)
{
    return m_database
        .change(u"INSERT OR REPLACE INTO note_search (rowid, title, subtitle, tags, body) VALUES (?, ?, ?, ?, ?)"_s,
                {note, unmarked(entry.title), unmarked(entry.subtitle), unmarked(entry.tags), unmarked(entry.text)})
        .transform([](int) {});
}

Result<void> SqliteEngine::unindex(qint64 note)
{
    return m_database.change(u"DELETE FROM note_search WHERE rowid = ?"_s, {note}).transform([](int) {});
}

Result<std::vector<SearchHit>> SqliteEngine::search(const QString &query, int limit)
{
    const QString match = toMatch(query);
    if (match.isEmpty() || limit <= 0)
        return {};
    // A word in the title weighs most. Ordering by FTS5's own rank lets it make snippets for the best rows alone.
    return m_database.rows(
        u"SELECT n.id, n.title, n.covers_from, n.covers_to, snippet(note_search, 3, ?, ?, '…', 24), note_search.rank "
        "FROM note_search JOIN notes n ON n.pk = note_search.rowid "
        "WHERE n.deleted IS NULL AND note_search MATCH ? AND rank MATCH 'bm25(10.0, 4.0, 4.0, 1.0)' ORDER BY note_search.rank LIMIT ?"_s,
        {QString(matchBegin), QString(matchEnd), match, limit}, [](const QSqlQuery &row) {
            SearchHit hit{.id = Rows::id<NoteId>(row, 0),
                          .title = row.value(1).toString(),
                          .covers = Rows::period(row, 2, 3),
                          .snippet = {},
                          .matches = {},
                          .rank = -row.value(5).toDouble()};
            setSnippet(hit, row.value(4).toString());
            return hit;
        });
}

QString SqliteEngine::toMatch(const QString &typed)
{
    bool lastIsOpen = false;
    QStringList terms = searchTerms(QString(typed).replace(QChar(u'\0'), u' '), lastIsOpen);
    if (terms.size() > maxWords) {
        terms.resize(maxWords);
        lastIsOpen = false;
    }
    // One letter is the beginning of a great part of all words: ranking them all takes seconds and tells nothing.
    lastIsOpen = lastIsOpen && terms.last().size() > 1;
    for (QString &term : terms)
        term = u'"' + term + u'"';
    return terms.join(u' ') + (lastIsOpen ? u"*"_s : QString());
}

} // namespace Weeknotes
