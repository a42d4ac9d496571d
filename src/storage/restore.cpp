// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/restore.h"

#include "storage/backuparchive.h"
#include "storage/backupfile.h"
#include "storage/backups.h"
#include "storage/filesteps.h"
#include "storage/imagefolder.h"
#include "storage/library.h"
#include "storage/partfile.h"
#include "storage/settingsstore.h"
#include "storage/sqliteengine.h"

#include <QDir>
#include <QFileInfo>

#include <array>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

/// Where the revisions of what is replaced can't be read, no note has been saved so often.
constexpr qint64 beyondRevisions = 1'000'000;

constexpr std::array logEndings{"-wal"_L1, "-journal"_L1};

/// The database that is to be replaced, locked for everybody else while this lives.
class Present
{
public:
    explicit Present(const QString &path) : m_path(path) {}

    /// Makes one file of it, its log brought in, and locks that. A damaged one is left as it is.
    /// Errors: what the engine says of a database that others have open.
    [[nodiscard]] Result<void> lock();
    [[nodiscard]] bool exists() const { return QFileInfo(m_path).size() > 0; }
    /// Nothing where they can't be read.
    [[nodiscard]] const std::optional<BackupRules> &rules() const { return m_rules; }
    [[nodiscard]] qint64 revisions() const { return m_revisions; }
    /// Gives it the name `kept` as well, or copies it there. Errors: NotWritable.
    [[nodiscard]] Result<void> keepAs(const QString &kept) const;
    /// Takes away what SQLite would take for the next database's log.
    [[nodiscard]] Result<void> dropLog() const;

private:
    [[nodiscard]] Result<void> close(Database &database);
    void read(Database &database);

    QString m_path;
    std::unique_ptr<Database> m_database;
    std::optional<BackupRules> m_rules;
    qint64 m_revisions = 0;
};

bool isDamage(const Error &error)
{
    return error.kind == Error::Kind::Damaged || error.kind == Error::Kind::NotALibrary;
}

Result<void> Present::lock()
{
    if (!exists())
        return {};
    auto database =
        SqliteEngine::connect(m_path, SqliteEngine::Mode::ReadWrite, Place::of(QFileInfo(m_path).path()).kind);
    auto locked = database ? close(**database) : std::unexpected(database.error());
    if (!locked && !isDamage(locked.error()))
        return locked;
    m_revisions = beyondRevisions;
    if (locked) {
        m_database = *std::move(database);
        read(*m_database);
    }
    return {};
}

Result<void> Present::close(Database &database)
{
    // Only whoever is alone with a database can take it out of its log.
    // The lock outlives the transaction, so that the database can be copied under it.
    return database.change(u"PRAGMA journal_mode = DELETE"_s)
        .and_then([&](int) { return database.change(u"PRAGMA locking_mode = EXCLUSIVE"_s); })
        .and_then([&](int) { return database.change(u"BEGIN EXCLUSIVE"_s); })
        .and_then([&](int) { return database.change(u"COMMIT"_s); })
        .transform([](int) {});
}

void Present::read(Database &database)
{
    if (const auto settings = SettingsStore(database).read())
        m_rules = settings->backups;
    const auto most = database.first(u"SELECT max(revision) FROM notes"_s, {},
                                     [](const QSqlQuery &row) { return row.value(0).toLongLong(); });
    if (most)
        m_revisions = most->value_or(0);
}

Result<void> Present::keepAs(const QString &kept) const
{
    for (const QLatin1StringView ending : logEndings) { // one that is left is a damaged database's, and belongs to it
        if (QFileInfo(m_path + ending).size() == 0)
            continue;
        if (auto copied = copyPrivately(m_path + ending, kept + ending); !copied)
            return copied;
    }
    QFile::setPermissions(m_path, ownerOnly);
    if (::link(QFile::encodeName(m_path).constData(), QFile::encodeName(kept).constData()) == 0)
        return FileSteps::syncFolderOf(kept);
    if (!m_database)
        return copyPrivately(m_path, kept);
    // By SQLite, which leaves our lock alone: whoever closes a file lets go of all locks upon it.
    return PartFile::beside(kept).and_then([&](PartFile part) {
        return SqliteEngine(*m_database).copyTo(part.path()).and_then([&] { return part.moveInto(kept); });
    });
}

Result<void> Present::dropLog() const
{
    for (const QLatin1StringView ending : {"-wal"_L1, "-journal"_L1, "-shm"_L1}) {
        if (QFile::exists(m_path + ending) && !QFile::remove(m_path + ending))
            return std::unexpected(Error{.kind = Error::Kind::NotWritable, .subject = m_path + ending});
    }
    return {};
}

/// A library that has lost its database is one still.
Result<void> prepareFolder(const QDir &library)
{
    const bool isLibrary = QFileInfo::exists(Library::databasePath(library.path())) || library.exists(u"images"_s) ||
                           library.exists(u"backups"_s);
    if (library.exists() && !isLibrary && !library.isEmpty())
        return std::unexpected(Error{.kind = Error::Kind::NotALibrary, .subject = library.path()});
    if (!QDir().mkpath(library.path()))
        return std::unexpected(Error{.kind = Error::Kind::NotWritable, .subject = library.path()});
    return {};
}

Result<void> bringImages(BackupFile &backup, const ImageFolder &images, const GoesOn &goesOn)
{
    const auto hashes = backup.images();
    if (!hashes)
        return std::unexpected(hashes.error());
    for (int done = 0; const QString &hash : *hashes) {
        if (goesOn && !goesOn(done++, int(hashes->size())))
            return std::unexpected(Error{.kind = Error::Kind::Stopped, .subject = hash});
        if (images.content(hash))
            continue;
        const auto data = backup.image(hash);
        if (!data) // the check at the end will say so
            continue;
        if (auto written = images.write(hash, *data); !written)
            return written;
    }
    return {};
}

/// Makes of the backup's copy at `path` what is to stand in the library.
Result<void> prepare(const QString &path, const Present &present)
{
    const auto database = SqliteEngine::connect(path, SqliteEngine::Mode::ReadWrite);
    if (!database)
        return std::unexpected(database.error());
    SqliteEngine engine(**database);
    auto transaction = Transaction::begin(engine);
    if (!transaction)
        return std::unexpected(transaction.error());
    const qint64 more = present.revisions();
    return (*database)
        ->change(u"UPDATE notes SET revision = revision + ?, source_revision = source_revision + ?"_s, {more, more})
        .and_then([&](int) { return (*database)->change(u"UPDATE versions SET revision = revision + ?"_s, {more}); })
        .and_then([&](int) { return ImageStore(**database, {}).moveRevisions(more); })
        .and_then([&] { return SettingsStore(**database).read(); })
        .and_then([&](LibrarySettings settings) {
            settings.backups = present.rules().value_or(settings.backups);
            return SettingsStore(**database).write(settings);
        })
        .and_then([&] { return transaction->commit(); })
        .and_then([&] { return dropHeldImages(**database); });
}

Result<QString> keep(const Present &present, const QString &libraryFolder, const QDateTime &now)
{
    if (!present.exists())
        return QString();
    Backups backups(libraryFolder, present.rules().value_or(BackupRules()));
    if (!makePrivateSubfolder(backups.folder())) // a drive that is away
        backups = Backups(libraryFolder, {});
    if (auto made = makePrivateSubfolder(backups.folder()); !made)
        return std::unexpected(made.error());
    QString kept = BackupFile::freePath(backups.folder(), now, Backup::Reason::Restore);
    return present.keepAs(kept).transform([&] {
        std::ignore = backups.shareImages(kept); // a damaged one can't tell which it needs; the library keeps all then
        return kept;
    });
}

} // namespace

Result<Restored> restoreBackup(const QString &path, const QString &libraryFolder, const Clock &clock,
                               const GoesOn &goesOn)
{
    const auto backup = BackupFile::open(path);
    if (!backup)
        return std::unexpected(backup.error());
    if (auto whole = (*backup)->check(); !whole)
        return std::unexpected(whole.error());
    const QDir library(libraryFolder);
    if (auto ready = prepareFolder(library); !ready)
        return std::unexpected(ready.error());
    const QString place = Library::databasePath(library.path());
    Present present(place);
    auto part = PartFile::beside(place);
    if (!part)
        return std::unexpected(part.error());
    auto kept = present.lock()
                    .and_then([&] { return (*backup)->copyTo(part->path()); })
                    .and_then([&] { return prepare(part->path(), present); })
                    .and_then([&] { return bringImages(**backup, ImageFolder(library.filePath(u"images"_s)), goesOn); })
                    .and_then([&] { return keep(present, library.path(), clock.now()); });
    if (!kept)
        return std::unexpected(kept.error());
    const auto moved = present.dropLog().and_then([&] { return part->moveInto(place); });
    if (!moved)
        return std::unexpected(moved.error());
    return Library::open(library.path(), clock).and_then([&](const std::unique_ptr<Library> &opened) {
        return opened->notes().and_then([&](const std::vector<NoteHeader> &notes) {
            return opened->verify().transform([&](std::vector<Finding> findings) {
                return Restored{.kept = *kept, .notes = int(notes.size()), .findings = std::move(findings)};
            });
        });
    });
}

} // namespace Weeknotes
