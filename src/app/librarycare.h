// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "storage/backup.h"

#include <QObject>

#include <vector>

namespace Weeknotes {

class Banner;
class Session;

/// Says in the window how the library fares: what keeps it from being written and what to do about that, and where it
/// lies in a place that other computers reach. Belongs to the window; UI thread only.
class LibraryCare : public QObject
{
    Q_OBJECT

public:
    /// Both must outlive it.
    LibraryCare(Session &session, Banner &banner, QObject *parent);

Q_SIGNALS:
    /// The note that can't be saved is to go into another file.
    void elsewhereRequested();

private:
    void greet();
    void sayTrouble(const Error &error);
    void lookForBackup();
    void sayDamaged(const std::vector<Backup> &backups, const QString &library);
    void restore(const Backup &backup);
    void recover();

    Session &m_session;
    Banner &m_banner;
    bool m_saysTrouble = false;
};

} // namespace Weeknotes
