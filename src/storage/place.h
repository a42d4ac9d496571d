// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Weeknotes {

/// What kind of place a library is in. Where other machines may reach it, two of them must not write at once.
struct Place
{
    enum class Kind
    {
        Local,
        Network, ///< a file system of another machine, or one that may be: locks hold, memory is not shared
        Synced   ///< a program copies its files to other machines, whenever it likes
    };

    Kind kind = Kind::Local;
    QString name = {}; ///< what makes it so: the file system's type ("nfs4"), the program that syncs ("Nextcloud")

    /// `folder` exists. Asks the disk.
    [[nodiscard]] static Place of(const QString &folder);
    /// By the name that the system has for a file system's type.
    [[nodiscard]] static Kind kindOfFileSystem(const QString &type);

    bool operator==(const Place &) const = default;
};

} // namespace Weeknotes
