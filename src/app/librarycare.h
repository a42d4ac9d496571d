// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/banner.h"
#include "core/error.h"
#include "storage/backup.h"

#include <QDate>
#include <QObject>

#include <functional>
#include <optional>
#include <vector>

namespace Weeknotes {

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
    /// Adds the way out for a note that can't be saved here; `again` says the trouble again, as long as it lasts.
    void addElsewhere(std::vector<Banner::Choice> &choices, const std::function<void()> &again);
    void sayReplaced(const Backup &kept);
    void sayNotBackedUp(const Error &error);
    /// `say` gets the library's backups whose records can be read, the newest first, unless another library is open
    /// by then.
    void lookForBackups(const std::function<void(const std::vector<Backup> &ours)> &say);
    void sayDamaged(const std::optional<Backup> &newest);
    void restore(const Backup &backup);
    void recover();

    Session &m_session;
    Banner &m_banner;
    bool m_saysTrouble = false;
    QDate m_saidNotBackedUp;
};

} // namespace Weeknotes
