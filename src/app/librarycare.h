// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "storage/backup.h"

#include <QDate>
#include <QObject>

#include <functional>
#include <optional>

namespace Weeknotes {

class Banner;
class Session;

/// Says in the window how the library fares: what keeps it from being written and what to do about that, and where it
/// lies in a place that other computers reach, and that it is not backed up. Belongs to the window; UI thread only.
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
    void sayReplaced(const Backup &kept);
    void sayNotBackedUp(const Error &error);
    /// `say` gets the newest sound backup of the library, unless another one is open by then.
    void lookForBackup(const std::function<void(const std::optional<Backup> &newest)> &say);
    void sayDamaged(const std::optional<Backup> &newest);
    void restore(const Backup &backup);
    void recover();

    Session &m_session;
    Banner &m_banner;
    bool m_saysTrouble = false;
    QDate m_saidNotBackedUp;
};

} // namespace Weeknotes
