// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/librarydatabase.h"

#include "storage/filesteps.h"
#include "storage/migrator.h"
#include "storage/privatefiles.h"
#include "storage/sqliteengine.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

Error cannotOpen(Error::Kind kind, const QString &subject)
{
    return {.kind = kind, .subject = subject};
}

/// Whether a library may begin there. Where the power went while one began, the names of its journals may be all that
/// is left; SQLite knows that they are of nothing.
bool holdsNothingYet(const QDir &dir)
{
    const QStringList names = dir.entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
    const QString journal = QFileInfo(Library::databasePath(dir.path())).fileName() + u'-';
    return std::ranges::all_of(names, [&](const QString &name) { return name.startsWith(journal); });
}

void keepPrivate(const QString &database)
{
    const QString folder = QFileInfo(database).path();
    for (const QString &path : {folder, folder + u"/images"_s, folder + u"/backups"_s})
        takeRightsOfOthersIn(path);
    for (const QString &ending : {u""_s, u"-wal"_s, u"-shm"_s, u"-journal"_s})
        takeRightsOfOthers(database + ending);
}

Result<std::unique_ptr<Database>> connectReadWrite(const QString &path, Library::Access access, Place::Kind place)
{
    using Mode = SqliteEngine::Mode;
    auto database =
        SqliteEngine::connect(path, access == Library::Access::Existing ? Mode::Existing : Mode::ReadWrite, place);
    // A new one, before anything is in it: what SQLite makes beside it has its rights. We never make nor open it
    // ourselves: closing it would let go of the locks that other connections of this process hold.
    if (database && QFileInfo(path).size() == 0)
        takeRightsOfOthers(path);
    return database;
}

Result<std::unique_ptr<Database>> connectReadOnly(const QString &path, Place::Kind place)
{
    using Mode = SqliteEngine::Mode;
    // Beside a database in WAL mode SQLite wants to write its shared memory, even to read.
    if (QFileInfo(QFileInfo(path).path()).isWritable() && QFileInfo(path).isWritable())
        return SqliteEngine::connect(path, Mode::QueryOnly, place);
    // Immutable looks past the log: with one that still holds changes it would show an old state as the present one.
    if (QFileInfo(logPath(path)).size() > 0)
        return std::unexpected(cannotOpen(Error::Kind::NotReadable, path));
    return SqliteEngine::connect(path, Mode::Immutable);
}

} // namespace

QString logPath(const QString &database)
{
    return database + u"-wal"_s;
}

bool writes(Library::Access access)
{
    return access == Library::Access::ReadWrite || access == Library::Access::Existing;
}

Result<void> prepareFolder(const QString &folder, Library::Access access)
{
    const QFileInfo info(folder);
    const bool mayBegin = access == Library::Access::ReadWrite;
    if (!info.exists()) {
        if (!mayBegin)
            return std::unexpected(cannotOpen(Error::Kind::NotFound, folder));
        if (!makePrivateFolder(folder))
            return std::unexpected(cannotOpen(Error::Kind::NotWritable, folder));
        return FileSteps::syncFolderOf(folder);
    }
    if (!info.isDir())
        return std::unexpected(cannotOpen(Error::Kind::NotALibrary, folder));
    if (!info.isReadable() || !info.isExecutable())
        return std::unexpected(cannotOpen(Error::Kind::NotReadable, folder));
    // In this order: another process may be making a library of it right now.
    const bool isEmpty = holdsNothingYet(QDir(folder));
    const QFileInfo database(Library::databasePath(folder));
    if (!(mayBegin && isEmpty) && !database.isFile())
        return std::unexpected(cannotOpen(Error::Kind::NotALibrary, folder));
    if (writes(access) && !info.isWritable())
        return std::unexpected(cannotOpen(Error::Kind::NotWritable, folder));
    if (database.exists() && !database.isReadable())
        return std::unexpected(cannotOpen(Error::Kind::NotReadable, database.filePath()));
    if (writes(access) && database.exists() && !database.isWritable())
        return std::unexpected(cannotOpen(Error::Kind::NotWritable, database.filePath()));
    return {};
}

Result<std::unique_ptr<Database>> connectDatabase(const QString &path, Library::Access access, Place::Kind place)
{
    return writes(access) ? connectReadWrite(path, access, place) : connectReadOnly(path, place);
}

Result<void> prepareDatabase(Database &database, SqliteEngine &engine, Library::Access access, Place::Kind place,
                             const std::function<Result<void>()> &backUp)
{
    const Migrator migrator(Migrator::builtIn());
    return migrator.check(engine).and_then([&](int version) -> Result<void> {
        if (version == 0 && access != Library::Access::ReadWrite) // nothing is in it
            return std::unexpected(cannotOpen(Error::Kind::NotALibrary, database.subject()));
        if (writes(access)) {
            keepPrivate(database.subject());
            return engine.useJournalFor(place).and_then([&] { return migrator.migrate(database, engine, backUp); });
        }
        if (version < migrator.newest()) // to read it, it would have to be brought up to date
            return std::unexpected(cannotOpen(Error::Kind::NotWritable, database.subject()));
        return {};
    });
}

} // namespace Weeknotes
