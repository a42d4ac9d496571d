// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/backups.h"

#include "storage/backupfile.h"
#include "storage/backuprotation.h"
#include "storage/imagefolder.h"
#include "storage/partfile.h"
#include "storage/privatefiles.h"

#include <QDir>
#include <QFileInfo>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

QString imagesBeside(const QString &path)
{
    return QFileInfo(path).dir().filePath(u"images"_s);
}

bool holdsBackupsAlone(const QString &folder)
{
    const QStringList names = QDir(folder).entryList(QDir::AllEntries | QDir::NoDotAndDotDot);
    return std::ranges::all_of(names,
                               [](const QString &name) { return name == "images"_L1 || BackupFile::parseName(name); });
}

bool sameContent(const QString &one, const QString &other)
{
    QFile first(one);
    QFile second(other);
    if (first.size() != second.size() || !first.open(QIODevice::ReadOnly) || !second.open(QIODevice::ReadOnly))
        return false;
    while (!first.atEnd()) {
        constexpr qint64 portion = 1 << 20;
        if (first.read(portion) != second.read(portion))
            return false;
    }
    return true;
}

/// By a clock that was wrong; a day is left for time zones.
bool isDatedAhead(const Backup &backup, const QDateTime &now)
{
    return backup.made > now.addDays(1);
}

/// One that can't be read is listed all the same: its name tells when it was made.
Backup described(const Backup &named)
{
    Backup backup = named;
    backup.bytes = QFileInfo(named.path).size();
    return BackupFile::open(named.path)
        .and_then([&](const std::unique_ptr<BackupFile> &file) { return file->describe(backup); })
        .value_or(backup);
}

} // namespace

Result<std::vector<Finding>> checkBackup(const QString &path)
{
    return BackupFile::open(path).and_then([](const std::unique_ptr<BackupFile> &file) {
        return file->check().and_then([&] { return file->checkImages(); });
    });
}

std::optional<Backup> firstWhole(const std::vector<Backup> &backups)
{
    const auto first = std::ranges::find_if(
        backups, [](const Backup &backup) { return BackupFile::checkAt(backup.path).has_value(); });
    return first == backups.end() ? std::nullopt : std::optional(*first);
}

Backups::Backups(const QString &libraryFolder, BackupRules rules)
    : m_libraryFolder(libraryFolder)
    , m_rules(std::move(rules))
    , m_folder(m_rules.folder.isEmpty() ? ownFolder() : m_rules.folder)
{
}

QString Backups::ownFolder() const
{
    return QDir(m_libraryFolder).filePath(u"backups"_s);
}

QStringList Backups::folders() const
{
    QStringList all{m_folder, ownFolder()};
    all.removeDuplicates();
    return all;
}

Result<std::vector<Backup>> Backups::list(const QDateTime &now) const
{
    std::vector<Backup> all;
    for (const QString &folder : folders()) {
        const QDir dir(folder);
        if (dir.exists() && !dir.isReadable())
            return std::unexpected(Error{.kind = Error::Kind::NotReadable, .subject = folder});
        const QStringList names = dir.entryList({u"*.sqlite"_s}, QDir::Files);
        for (const QString &name : names) {
            if (const auto named = BackupFile::parseName(dir.filePath(name)))
                all.push_back(described(*named));
        }
    }
    std::ranges::sort(all, std::ranges::greater(), &Backup::made);
    std::ranges::stable_partition(all, [&](const Backup &backup) { return !isDatedAhead(backup, now); });
    return all;
}

Result<Backup> Backups::make(Engine &library, Backup::Reason reason, const QDateTime &now, const GoesOn &goesOn) const
{
    const bool isAwaited = reason != Backup::Reason::Daily && reason != Backup::Reason::Hand;
    return makeIn(m_folder, library, reason, now, goesOn).or_else([&](const Error &error) -> Result<Backup> {
        if (!isAwaited || error.kind != Error::Kind::NotWritable || m_folder == ownFolder())
            return std::unexpected(error);
        return makeIn(ownFolder(), library, reason, now, goesOn);
    });
}

Result<Backup> Backups::makeIn(const QString &folder, Engine &library, Backup::Reason reason, const QDateTime &now,
                               const GoesOn &goesOn) const
{
    if (auto made = makePrivateSubfolder(folder); !made)
        return std::unexpected(made.error());
    if (holdsBackupsAlone(folder)) // else it is not ours to close to others; the files are in any case
        takeRightsOfOthers(folder);
    PartFile::clearOld(folder);
    auto part = PartFile::beside(QDir(folder).filePath(u"backup"_s));
    if (!part)
        return std::unexpected(part.error());
    if (auto copied = library.copyTo(part->path()); !copied)
        return std::unexpected(copied.error());
    Backup backup;
    {
        const auto copy = BackupFile::open(part->path());
        auto checked = copy.and_then([](const auto &file) { return file->check(); }).and_then([&] {
            return (*copy)->describe({.path = {}, .made = now, .reason = reason, .library = {}});
        });
        if (!checked)
            return std::unexpected(asLibraryError(checked.error(), m_libraryFolder));
        backup = *std::move(checked);
    }
    const auto same = sameAs(part->path(), backup.library, reason, now);
    if (!same)
        return std::unexpected(same.error());
    if (*same)
        return shareImages((*same)->path, goesOn).transform([&] { return **same; });
    return shareImages(part->path(), goesOn).and_then([&]() -> Result<Backup> {
        backup.path = BackupFile::freePath(folder, now, reason);
        backup.made = BackupFile::parseName(backup.path)->made;
        backup.bytes = QFileInfo(part->path()).size();
        return part->moveInto(backup.path).transform([&] { return backup; });
    });
}

Result<std::optional<Backup>> Backups::sameAs(const QString &copy, const QString &library, Backup::Reason reason,
                                              const QDateTime &now) const
{
    using Reason = Backup::Reason;
    if (reason == Reason::Hand)
        return std::nullopt;
    return list(now).transform([&](const std::vector<Backup> &all) -> std::optional<Backup> {
        const auto newest = std::ranges::find_if(all, [&](const Backup &backup) {
            return backup.sound && backup.library == library && !isDatedAhead(backup, now) &&
                   (reason == Reason::Daily || backup.reason == reason);
        });
        return newest != all.end() && sameContent(copy, newest->path) ? std::optional(*newest) : std::nullopt;
    });
}

Result<void> Backups::shareImages(const QString &backupPath, const GoesOn &goesOn) const
{
    const auto hashes = BackupFile::open(backupPath).and_then([](const auto &file) { return file->images(); });
    if (!hashes)
        return std::unexpected(hashes.error());
    const ImageFolder ours(QDir(m_libraryFolder).filePath(u"images"_s));
    const ImageFolder theirs(imagesBeside(backupPath));
    // Elsewhere a backup is to stand when the library's own files are damaged.
    const bool link = QFileInfo(backupPath).dir() == QDir(ownFolder());
    for (int done = 0; const QString &hash : *hashes) {
        if (goesOn && !goesOn(done++, int(hashes->size())))
            return std::unexpected(Error{.kind = Error::Kind::Stopped, .subject = backupPath});
        if (theirs.has(hash)) // it came whole or not at all, and never changes
            continue;
        if (auto taken = theirs.takeOver(hash, ours, link); !taken)
            return taken;
    }
    return {};
}

void Backups::rotate(const Backup &kept, const QDateTime &now) const
{
    auto all = list(now);
    if (!all)
        return;
    std::erase_if(*all,
                  [&](const Backup &backup) { return backup.library != kept.library || isDatedAhead(backup, now); });
    for (const Backup &backup : backupsToDrop(*all, m_rules)) {
        if (backup.path != kept.path)
            QFile::remove(backup.path);
    }
    for (const QString &folder : folders())
        dropUnnamedImages(folder);
}

void Backups::dropUnnamedImages(const QString &folder) const
{
    const auto named = imagesIn(folder);
    if (!named)
        return;
    const ImageFolder files(QDir(folder).filePath(u"images"_s));
    const QStringList hashes = files.files();
    for (const QString &hash : hashes) {
        if (!named->contains(hash))
            files.remove(hash);
    }
}

Result<QSet<QString>> Backups::imagesIn(const QString &folder) const
{
    QSet<QString> named;
    const QDir dir(folder);
    // Also those that another process is about to finish; they have their images already.
    const QStringList files = dir.entryList({u"*.sqlite"_s, u".*.part"_s}, QDir::Files | QDir::Hidden);
    for (const QString &name : files) {
        const auto images =
            BackupFile::open(dir.filePath(name)).and_then([](const auto &file) { return file->images(); });
        if (!images)
            return std::unexpected(images.error());
        named.unite({images->begin(), images->end()});
    }
    return named;
}

Result<QStringList> Backups::images() const
{
    QSet<QString> named;
    for (const QString &folder : folders()) {
        if (folder != ownFolder() && !QFileInfo(folder).isReadable())
            return std::unexpected(Error{.kind = Error::Kind::NotReadable, .subject = folder});
        const auto more = imagesIn(folder);
        if (!more)
            return std::unexpected(more.error());
        named.unite(*more);
    }
    return QStringList(named.begin(), named.end());
}

} // namespace Weeknotes
