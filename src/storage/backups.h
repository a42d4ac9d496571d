// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings.h"
#include "storage/backup.h"
#include "storage/engine.h"

#include <QSet>

#include <optional>
#include <vector>

namespace Weeknotes {

/// A library's backups: a folder with one SQLite file each, named by local time and reason, and `images/` for all of
/// them, whose files never change and are there once. Images are hard links of the library's where the folder is
/// inside of it, so that they cost nothing there; another folder gets copies. Everything is its owner's alone to
/// read, the folder too, unless other things lie in it.
///
/// Blocks on the disk; any thread, any number of objects and processes. None of it makes a writer of the library wait.
class Backups
{
public:
    Backups(const QString &libraryFolder, BackupRules rules);

    /// The folder that new backups go to.
    [[nodiscard]] QString folder() const { return m_folder; }

    /// All backups of any library there, newest first: those of `folder()`, where it can be reached, and those that
    /// stand in the library's own `backups/`. Those dated more than a day ahead of `now`, by a clock that was wrong,
    /// come last, since nobody knows how old they are.
    [[nodiscard]] Result<std::vector<Backup>> list(const QDateTime &now) const;
    /// Copies the library, checks the copy, and only then gives it its name. Where `folder()` is away, backups that
    /// something waits for (all but Daily and Hand) go to the library's own. Unless it is made by Hand, a copy of what
    /// the newest backup (for Upgrade and Import: the newest of that reason) has already is let go, and that backup is
    /// returned. An image that has lost its file is left out. Errors: NotWritable, Damaged (the library), Stopped.
    [[nodiscard]] Result<Backup> make(Engine &library, Backup::Reason reason, const QDateTime &now,
                                      const GoesOn &goesOn = {}) const;
    /// Takes away what has become too many of the backups of `kept.library`, `kept` and those dated ahead of `now`
    /// never (nor do these count), and images that no backup there names any more. What can't be taken away stays for
    /// another time.
    void rotate(const Backup &kept, const QDateTime &now) const;
    /// The images that backups name. Errors: NotReadable, DamagedBackup (one can't tell).
    [[nodiscard]] Result<QStringList> images() const;
    /// Gives a backup in `folder` the images it names, as far as the library has them.
    [[nodiscard]] Result<void> shareImages(const QString &backupPath, const GoesOn &goesOn = {}) const;

private:
    [[nodiscard]] QString ownFolder() const;
    [[nodiscard]] QStringList folders() const;
    [[nodiscard]] Result<Backup> makeIn(const QString &folder, Engine &library, Backup::Reason reason,
                                        const QDateTime &now, const GoesOn &goesOn) const;
    void dropUnnamedImages(const QString &folder) const;
    [[nodiscard]] Result<QSet<QString>> imagesIn(const QString &folder) const;
    [[nodiscard]] Result<std::optional<Backup>> sameAs(const QString &copy, const QString &library,
                                                       Backup::Reason reason, const QDateTime &now) const;

    QString m_libraryFolder;
    BackupRules m_rules;
    QString m_folder;
};

/// The first of `backups` whose database is whole; up to it each is read from end to end.
[[nodiscard]] std::optional<Backup> firstWhole(const std::vector<Backup> &backups);

/// Reads a backup and its images as a whole and lists what is wrong; empty if nothing is.
/// Errors: those of opening it, DamagedBackup.
[[nodiscard]] Result<std::vector<Finding>> checkBackup(const QString &path);

} // namespace Weeknotes
