// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/backup.h"

#include <QAbstractListModel>

#include <vector>

namespace Weeknotes {

/// The backups of a library as a list: when each was made, why, and what is in it.
class BackupList : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role
    {
        DetailRole = Qt::UserRole + 1
    };

    explicit BackupList(QObject *parent = nullptr);

    /// Newest first; those of others than `library` say so, unless that is empty.
    void setBackups(std::vector<Backup> backups, const QString &library = {});
    [[nodiscard]] const Backup &backup(int row) const { return m_backups[size_t(row)]; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] QString detailText(const Backup &backup) const;

    std::vector<Backup> m_backups;
    QString m_library;
};

/// Whether it is of another library than `library`, as far as both are known.
[[nodiscard]] bool isOfAnother(const Backup &backup, const QString &library);

/// "Tuesday, 24 November 2026, 14:03".
[[nodiscard]] QString backupMomentText(const QDateTime &made);
/// The same for a button: "Tuesday" in the week up to `today`, else "24 November 2026".
[[nodiscard]] QString backupDayText(const QDateTime &made, QDate today);

} // namespace Weeknotes
