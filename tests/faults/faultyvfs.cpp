// SPDX-License-Identifier: GPL-3.0-or-later
#include "faults/faultyvfs.h"

#include <sqlite3.h>

#include <QByteArray>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <atomic>
#include <map>
#include <mutex>
#include <vector>

namespace Weeknotes::Test::FaultyVfs {

namespace {

// ---- the failing ---------------------------------------------------------------------------------------------------

struct Plan
{
    Call call = Call::Open;
    int code = SQLITE_OK;
    int left = 0; // such calls until it fails
    Lasting lasting = Lasting::Once;
    bool failed = false;
};

std::mutex planMutex;
Plan plan; // guarded by the above

/// As SQLite's own VFS says it, which tells what failed.
int extended(Call call, int code)
{
    if (code != SQLITE_IOERR)
        return code;
    switch (call) {
    case Call::Open:
        return SQLITE_CANTOPEN;
    case Call::Write:
        return SQLITE_IOERR_WRITE;
    case Call::Sync:
        return SQLITE_IOERR_FSYNC;
    case Call::Truncate:
        return SQLITE_IOERR_TRUNCATE;
    case Call::Delete:
        return SQLITE_IOERR_DELETE;
    case Call::Lock:
        return SQLITE_IOERR_LOCK;
    case Call::ShmMap:
        return SQLITE_IOERR_SHMMAP;
    }
    return code;
}

/// The code that this call fails with, or SQLITE_OK.
int fate(Call call, bool mayBeBusy = true)
{
    const std::lock_guard lock(planMutex);
    if (plan.code == SQLITE_OK || plan.call != call || (plan.code == SQLITE_BUSY && !mayBeBusy) || --plan.left > 0)
        return SQLITE_OK;
    const int code = extended(call, plan.code);
    plan.failed = true;
    if (plan.lasting == Lasting::Once)
        plan.code = SQLITE_OK;
    return code;
}

// ---- the disk as a power cut would find it -------------------------------------------------------------------------

/// Something that was asked of a file and not synced.
struct Change
{
    qint64 offset = 0;
    QByteArray bytes;
    bool truncates = false; // to `offset`

    void applyTo(QByteArray &content) const
    {
        if (truncates) {
            content.truncate(offset);
            return;
        }
        if (content.size() < offset + bytes.size())
            content.resize(offset + bytes.size(), '\0');
        std::ranges::copy(bytes, content.begin() + offset);
    }
};

struct Shadow
{
    QByteArray synced;
    std::vector<Change> pending;
    bool isNamed = false; // its folder's entry is on disk
    bool isGone = false;  // deleted, and that is not on disk
    bool isNew = false;   // made since, and not synced

    void sync()
    {
        for (const Change &change : pending)
            change.applyTo(synced);
        pending.clear();
    }
};

std::recursive_mutex diskMutex; // a moment asks for what is left
std::map<QString, Shadow> disk; // by path; guarded by the above, like the next two
QString recorded;
std::function<void()> moment;

Shadow *shadowOf(const QString &path)
{
    const auto found = disk.find(path);
    return found == disk.end() ? nullptr : &found->second;
}

void said()
{
    if (moment)
        moment();
}

void opened(const QString &path, bool existed)
{
    const std::lock_guard lock(diskMutex);
    // What is mapped into memory is never brought to disk, and made anew by whoever opens first.
    if (recorded.isEmpty() || QFileInfo(path).path() != recorded || path.endsWith(QLatin1String("-shm")))
        return;
    if (Shadow *known = shadowOf(path)) {
        if (std::exchange(known->isGone, false)) { // the old one may come back
            known->pending.push_back({.offset = 0, .bytes = {}, .truncates = true});
            known->isNew = true;
        }
        return;
    }
    Shadow shadow;
    shadow.isNew = !existed;
    if (existed) {
        QFile file(path);
        if (file.open(QIODevice::ReadOnly))
            shadow.synced = file.readAll();
        shadow.isNamed = true;
    }
    disk.emplace(path, shadow);
}

void changed(const QString &path, Change change)
{
    const std::lock_guard lock(diskMutex);
    if (Shadow *shadow = shadowOf(path)) {
        shadow->pending.push_back(std::move(change));
        said();
    }
}

void synced(const QString &path, bool isJournal)
{
    const std::lock_guard lock(diskMutex);
    Shadow *shadow = shadowOf(path);
    if (!shadow)
        return;
    shadow->sync();
    // With a new journal or log SQLite syncs the folder, and so the names of all that is in it and of nothing else.
    if (isJournal && std::exchange(shadow->isNew, false)) {
        std::erase_if(disk, [](const auto &file) { return file.second.isGone; });
        for (auto &[other, file] : disk)
            file.isNamed = true;
    }
    said();
}

void deleted(const QString &path, bool syncsFolder)
{
    const std::lock_guard lock(diskMutex);
    Shadow *shadow = shadowOf(path);
    if (!shadow)
        return;
    if (syncsFolder)
        disk.erase(path);
    else
        shadow->isGone = true;
    said();
}

/// A part of what is pending: whole changes are lost or done, and of some only some sectors.
QByteArray leftOf(const Shadow &shadow, QRandomGenerator &random)
{
    constexpr qsizetype sector = 512;
    QByteArray content = shadow.synced;
    std::vector<Change> pieces;
    const int lost = random.bounded(101); // percent: from all is there to nothing is
    for (const Change &change : shadow.pending) {
        for (qsizetype begin = 0; begin == 0 || begin < change.bytes.size(); begin += sector) {
            if (random.bounded(100) >= lost)
                pieces.push_back({change.offset + begin, change.bytes.mid(begin, sector), change.truncates});
        }
    }
    if (random.bounded(2) != 0)
        std::shuffle(pieces.begin(), pieces.end(), random);
    for (const Change &piece : pieces)
        piece.applyTo(content);
    return content;
}

// ---- the VFS -------------------------------------------------------------------------------------------------------

sqlite3_vfs *systemVfs = nullptr;

/// SQLite makes room for it, and behind it for the system's.
struct File
{
    sqlite3_file base;
    QString *path;
    bool isJournal;
    alignas(void *) char room[1]; // as SQLite aligns a file, and no more

    static File *of(sqlite3_file *file) { return reinterpret_cast<File *>(file); }
    static sqlite3_file *system(sqlite3_file *file) { return reinterpret_cast<sqlite3_file *>(of(file)->room); }
};

int closeFile(sqlite3_file *file)
{
    const int done = File::system(file)->pMethods->xClose(File::system(file));
    delete std::exchange(File::of(file)->path, nullptr);
    return done;
}

int writeFile(sqlite3_file *file, const void *bytes, int size, sqlite3_int64 offset)
{
    sqlite3_file *system = File::system(file);
    // SQLite takes BUSY of the database itself for a reader in the way of a checkpoint, and would throw away a log that
    // is not in the file yet. No system's VFS says so.
    if (const int code = fate(Call::Write, File::of(file)->isJournal); code != SQLITE_OK) {
        if (code != SQLITE_BUSY && code != SQLITE_READONLY)
            system->pMethods->xWrite(system, bytes, size / 2, offset);
        return code;
    }
    const int done = system->pMethods->xWrite(system, bytes, size, offset);
    if (done == SQLITE_OK)
        changed(*File::of(file)->path, {offset, QByteArray(static_cast<const char *>(bytes), size), false});
    return done;
}

int truncateFile(sqlite3_file *file, sqlite3_int64 size)
{
    if (const int code = fate(Call::Truncate); code != SQLITE_OK)
        return code;
    const int done = File::system(file)->pMethods->xTruncate(File::system(file), size);
    if (done == SQLITE_OK)
        changed(*File::of(file)->path, {size, {}, true});
    return done;
}

int syncFile(sqlite3_file *file, int)
{
    if (const int code = fate(Call::Sync); code != SQLITE_OK)
        return code;
    synced(*File::of(file)->path, File::of(file)->isJournal);
    return SQLITE_OK;
}

int lockFile(sqlite3_file *file, int level)
{
    if (const int code = fate(Call::Lock); code != SQLITE_OK)
        return code;
    return File::system(file)->pMethods->xLock(File::system(file), level);
}

/// In WAL mode it is these that stand between processes.
int lockShared(sqlite3_file *file, int first, int count, int flags)
{
    if (const int code = (flags & SQLITE_SHM_LOCK) != 0 ? fate(Call::Lock) : SQLITE_OK; code != SQLITE_OK)
        return code;
    return File::system(file)->pMethods->xShmLock(File::system(file), first, count, flags);
}

int mapShared(sqlite3_file *file, int page, int size, int extend, void volatile **memory)
{
    const int code = fate(Call::ShmMap);
    if (code != SQLITE_OK && code != SQLITE_READONLY) {
        *memory = nullptr;
        return code;
    }
    const int done = File::system(file)->pMethods->xShmMap(File::system(file), page, size, extend, memory);
    return done == SQLITE_OK && *memory ? code : done; // READONLY comes with the memory, to be read
}

/// The method of that name, handed on. (A template would need the method's type written out for each.)
#define HAND_ON(method)                                                                                                \
    [](sqlite3_file *file, auto... rest) { return File::system(file)->pMethods->method(File::system(file), rest...); }

const sqlite3_io_methods methods = {
    .iVersion = 2, // without memory maps of the file itself, which would go past us
    .xClose = closeFile,
    .xRead = HAND_ON(xRead),
    .xWrite = writeFile,
    .xTruncate = truncateFile,
    .xSync = syncFile,
    .xFileSize = HAND_ON(xFileSize),
    .xLock = lockFile,
    .xUnlock = HAND_ON(xUnlock),
    .xCheckReservedLock = HAND_ON(xCheckReservedLock),
    .xFileControl = HAND_ON(xFileControl),
    .xSectorSize = HAND_ON(xSectorSize),
    .xDeviceCharacteristics = HAND_ON(xDeviceCharacteristics),
    .xShmMap = mapShared,
    .xShmLock = lockShared,
    .xShmBarrier = HAND_ON(xShmBarrier),
    .xShmUnmap = HAND_ON(xShmUnmap),
    .xFetch = nullptr,
    .xUnfetch = nullptr,
};

#undef HAND_ON

int openFile(sqlite3_vfs *, sqlite3_filename name, sqlite3_file *file, int flags, int *outFlags)
{
    file->pMethods = nullptr; // SQLite closes what has some
    if (const int code = fate(Call::Open); code != SQLITE_OK)
        return code;
    const QString path = QFile::decodeName(name);
    const bool existed = name && QFile::exists(path);
    const int done = systemVfs->xOpen(systemVfs, name, File::system(file), flags, outFlags);
    if (done != SQLITE_OK)
        return done;
    File::of(file)->path = new QString(path);
    File::of(file)->isJournal = (flags & (SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_WAL)) != 0;
    file->pMethods = &methods;
    opened(path, existed);
    return SQLITE_OK;
}

/// Who waits for a lock that nobody gives need not wait in earnest: SQLite counts how long it asked to sleep.
int sleepFor(sqlite3_vfs *, int microseconds)
{
    {
        const std::lock_guard lock(planMutex);
        if (plan.failed && plan.code == SQLITE_BUSY)
            return microseconds;
    }
    return systemVfs->xSleep(systemVfs, microseconds);
}

int deleteFile(sqlite3_vfs *, const char *name, int syncsFolder)
{
    if (const int code = fate(Call::Delete); code != SQLITE_OK)
        return code;
    const int done = systemVfs->xDelete(systemVfs, name, 0);
    if (done == SQLITE_OK)
        deleted(QFile::decodeName(name), syncsFolder != 0);
    return done;
}

} // namespace

void install()
{
    static sqlite3_vfs vfs;
    if (systemVfs)
        return;
    systemVfs = sqlite3_vfs_find(nullptr);
    vfs = *systemVfs; // all else is the system's; its functions look at nothing that is ours
    vfs.zName = "faulty";
    vfs.szOsFile = int(sizeof(File)) + systemVfs->szOsFile;
    vfs.xOpen = openFile;
    vfs.xDelete = deleteFile;
    vfs.xSleep = sleepFor;
    sqlite3_vfs_register(&vfs, 1);
}

void failAt(Call call, int code, int nth, Lasting lasting)
{
    const std::lock_guard lock(planMutex);
    plan = {call, code, nth, lasting, false};
}

bool heal()
{
    const std::lock_guard lock(planMutex);
    plan.code = SQLITE_OK;
    return std::exchange(plan.failed, false);
}

void record(const QString &folder, std::function<void()> told)
{
    const std::lock_guard lock(diskMutex);
    disk.clear();
    recorded = folder;
    moment = std::move(told);
}

void stopRecording()
{
    record({}, {});
}

void leaveAfterCut(const QString &target, QRandomGenerator &random)
{
    const std::lock_guard lock(diskMutex);
    QDir().mkpath(target);
    for (const auto &[path, shadow] : disk) {
        if ((!shadow.isNamed || shadow.isGone) && random.bounded(2) != 0)
            continue;
        QFile file(QDir(target).filePath(QFileInfo(path).fileName()));
        if (file.open(QIODevice::WriteOnly))
            file.write(leftOf(shadow, random));
    }
}

} // namespace Weeknotes::Test::FaultyVfs
