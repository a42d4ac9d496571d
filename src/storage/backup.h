// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

#include <functional>

namespace Weeknotes {

/// A copy of a library's database in a backup folder. Its images stand beside it in `images/`, which all backups of the
/// folder share.
struct Backup
{
    enum class Reason
    {
        Daily,   ///< once a day that the library changed
        Upgrade, ///< before a newer program brought the library up to date
        Import,  ///< before an import
        Restore, ///< what a restored backup took the place of
        Hand     ///< the person asked for it
    };

    QString path;
    QDateTime made; ///< local time
    Reason reason = Reason::Daily;
    QString library;    ///< id of the library; empty where it has none yet
    int notes = 0;      ///< outside the bin
    qint64 bytes = 0;   ///< of the database, without the images
    bool sound = false; ///< its records can be read; checkBackup reads all of it

    bool operator==(const Backup &) const = default;
};

/// How far long work is; false ends it. The work then fails with Error::Kind::Stopped and leaves everything whole.
using GoesOn = std::function<bool(int done, int total)>;

} // namespace Weeknotes
