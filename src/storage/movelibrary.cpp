// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/movelibrary.h"

#include "storage/filesteps.h"
#include "storage/library.h"
#include "storage/partfile.h"
#include "storage/realpath.h"
#include "storage/sqliteengine.h"
#include "storage/systemfiles.h"

#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QTemporaryDir>

#include <map>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

const auto partName = u".weeknotes-move-"_s;
constexpr auto everything = QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot;

struct Way
{
    QString from; // as the disk has it, without links
    QString to;
    const Clock &clock;
    const GoesOn &goesOn;
};

std::unexpected<Error> refuse(Error::Kind kind, const QString &subject)
{
    return std::unexpected(Error{.kind = kind, .subject = subject});
}

bool isEmptyFolder(const QString &path)
{
    return QFileInfo(path).isDir() && QDir(path).isEmpty(everything);
}

Result<void> check(const Way &way)
{
    if (!QFileInfo::exists(Library::databasePath(way.from)))
        return refuse(Error::Kind::NotFound, way.from);
    if (isIn(way.to, way.from))
        return refuse(Error::Kind::BadValue, way.to);
    if (QFileInfo::exists(way.to) && !isEmptyFolder(way.to))
        return refuse(Error::Kind::Exists, way.to);
    if (!QFileInfo(way.from).isWritable())
        return refuse(Error::Kind::NotWritable, way.from);
    return {};
}

/// The library's database as one file, which nobody else has open.
Result<std::unique_ptr<Database>> takeAlone(const QString &folder)
{
    auto database =
        SqliteEngine::connect(Library::databasePath(folder), SqliteEngine::Mode::ReadWrite, Place::of(folder).kind);
    if (!database)
        return database;
    // Only whoever is alone with a database can take it out of its log.
    if (auto closed = (*database)->change(u"PRAGMA journal_mode = DELETE"_s); !closed)
        return std::unexpected(closed.error());
    return database;
}

/// Opens the library in `folder`, which is or will be `way.to`, and sets right what names its old place.
Result<void> settleIn(const QString &folder, const Way &way)
{
    const auto library = Library::open(folder, way.clock);
    if (!library)
        return std::unexpected(library.error());
    const auto settings = (*library)->settings();
    if (!settings)
        return std::unexpected(settings.error());
    const QString backups = settings->backups.folder.isEmpty() ? QString() : realPath(settings->backups.folder);
    if (backups.isEmpty() || !isIn(backups, way.from))
        return {};
    const QString moved = way.to + backups.mid(way.from.size());
    return (*library)
        ->changeSettings([&](LibrarySettings &current) { current.backups.folder = moved; })
        .transform([](const LibrarySettings &) {});
}

using Names = std::map<std::pair<quint64, quint64>, QString>;

Result<void> copyEntry(const QFileInfo &entry, const QString &target, Names &copied)
{
    if (entry.isSymLink())
        return QFile::link(entry.symLinkTarget(), target) ? Result<void>() : refuse(Error::Kind::NotWritable, target);
    if (entry.isDir())
        return makePrivateSubfolder(target);
    const auto identity = identityOf(entry.filePath());
    if (!entry.isFile() || !identity)
        return {};
    // An image and that of the backups are one file with two names.
    QString &first = copied[{identity->device, identity->number}];
    if (!first.isEmpty() && ::link(QFile::encodeName(first).constData(), QFile::encodeName(target).constData()) == 0)
        return FileSteps::syncFolderOf(target);
    first = target;
    return copyPrivately(entry.filePath(), target);
}

/// All but the database, which nothing but SQLite may open while it is in use here.
Result<void> copyFiles(const Way &way, const QString &to)
{
    const QString database = Library::databasePath(way.from);
    const QStringList left{database, database + u"-wal"_s, database + u"-shm"_s, database + u"-journal"_s};
    QList<QFileInfo> entries;
    QDirIterator all(way.from, everything, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        if (!left.contains(all.next()))
            entries << all.fileInfo();
    }
    Names copied;
    for (int done = 0; const QFileInfo &entry : entries) {
        if (way.goesOn && !way.goesOn(done++, int(entries.size())))
            return refuse(Error::Kind::Stopped, way.from);
        const QString target = to + entry.filePath().mid(way.from.size());
        if (auto one = copyEntry(entry, target, copied); !one)
            return one;
    }
    return {};
}

Result<void> copyDatabase(Database &source, const QString &to)
{
    const QString place = Library::databasePath(to);
    auto part = PartFile::beside(place);
    if (!part)
        return std::unexpected(part.error());
    return SqliteEngine(source).copyTo(part->path()).and_then([&] { return part->moveInto(place); });
}

Result<size_t> findingsIn(const QString &folder, const Clock &clock)
{
    const auto library = Library::open(folder, clock, Library::Access::ReadOnly);
    if (!library)
        return std::unexpected(library.error());
    return (*library)->verify().transform([](const std::vector<Finding> &findings) { return findings.size(); });
}

/// An image may have been lost before; more than that would be ours.
Result<void> compare(const QString &copy, const Way &way)
{
    const auto ours = findingsIn(copy, way.clock);
    if (!ours)
        return std::unexpected(ours.error());
    if (*ours == 0)
        return {};
    const auto theirs = findingsIn(way.from, way.clock);
    if (!theirs)
        return std::unexpected(theirs.error());
    return *ours > *theirs ? refuse(Error::Kind::NotWritable, way.to) : Result<void>();
}

/// Keeps everybody else from writing, if nobody has since `version`.
Result<void> lock(Database &source, qint64 version)
{
    return source.change(u"BEGIN EXCLUSIVE"_s)
        .and_then([&](int) { return SqliteEngine(source).dataVersion(); })
        .and_then(
            [&](qint64 now) { return now == version ? Result<void>() : refuse(Error::Kind::Busy, source.subject()); });
}

/// Those that a crash left there, a day ago or earlier.
void clearOldParts(const QDir &folder)
{
    const QDateTime yesterday = QDateTime::currentDateTime().addDays(-1); // by the same clock as the folder's
    const QFileInfoList parts = folder.entryInfoList({partName + u"??????"_s}, QDir::Dirs | QDir::Hidden);
    for (const QFileInfo &part : parts) {
        if (!part.isSymLink() && part.lastModified() < yesterday)
            QDir(part.filePath()).removeRecursively();
    }
}

Result<void> takeName(QTemporaryDir &part, const QString &to)
{
    return FileSteps::moveFolder(part.path(), to).and_then([&](bool moved) -> Result<void> {
        if (!moved)
            return refuse(Error::Kind::NotWritable, to);
        part.setAutoRemove(false);
        return {};
    });
}

Result<MovedLibrary> copyAcross(const Way &way, Database &source)
{
    const QDir beside = QFileInfo(way.to).dir();
    clearOldParts(beside);
    QTemporaryDir part(beside.filePath(partName + u"XXXXXX"_s)); // its owner's alone
    if (!part.isValid())
        return std::unexpected(Error{Error::Kind::NotWritable, way.to, part.errorString()});
    const auto version = SqliteEngine(source).dataVersion();
    if (!version)
        return std::unexpected(version.error());
    return copyFiles(way, part.path())
        .and_then([&] { return copyDatabase(source, part.path()); })
        .and_then([&] { return settleIn(part.path(), way); })
        .and_then([&] { return compare(part.path(), way); })
        .and_then([&] { return lock(source, *version); })
        .and_then([&] { return takeName(part, way.to); })
        .transform([&] {
            QDir(way.from).removeRecursively();
            const bool gone = !QFileInfo::exists(way.from) || isEmptyFolder(way.from); // a drive's own folder stays
            return MovedLibrary{.folder = way.to, .left = gone ? QString() : way.from};
        });
}

} // namespace

Result<MovedLibrary> moveLibrary(const QString &from, const QString &to, const Clock &clock, const GoesOn &goesOn)
{
    const Way way{realPath(from), realPath(to), clock, goesOn};
    if (auto possible = check(way); !possible)
        return std::unexpected(possible.error());
    auto source = takeAlone(way.from);
    if (!source)
        return std::unexpected(source.error());
    const auto renamed = FileSteps::moveFolder(way.from, way.to);
    if (!renamed)
        return std::unexpected(renamed.error());
    if (!*renamed)
        return copyAcross(way, **source);
    source->reset();
    if (auto settled = settleIn(way.to, way); !settled) {
        std::ignore = FileSteps::moveFolder(way.to, way.from);
        return std::unexpected(settled.error());
    }
    return MovedLibrary{.folder = way.to, .left = {}};
}

} // namespace Weeknotes
