// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/backuplist.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace Weeknotes {
namespace {

constexpr int daysByName = 7;

QString reasonText(Backup::Reason reason)
{
    switch (reason) {
    case Backup::Reason::Daily:
        return BackupList::tr("Daily");
    case Backup::Reason::Upgrade:
        return BackupList::tr("Before an upgrade");
    case Backup::Reason::Import:
        return BackupList::tr("Before an import");
    case Backup::Reason::Restore:
        return BackupList::tr("Before a backup was restored");
    case Backup::Reason::Hand:
        return BackupList::tr("Made by hand");
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace

bool isOfAnother(const Backup &backup, const QString &library)
{
    return !library.isEmpty() && !backup.library.isEmpty() && backup.library != library;
}

QString backupMomentText(const QDateTime &made)
{
    const QLocale locale;
    const QString time = locale.toString(made.time(), locale.timeFormat(QLocale::ShortFormat).remove(u":ss"_s));
    return BackupList::tr("%1, %2", "a day and a time")
        .arg(locale.toString(made.date(), BackupList::tr("dddd, d MMMM yyyy", "the day of a backup")), time);
}

QString backupDayText(const QDateTime &made, QDate today)
{
    const qint64 age = made.date().daysTo(today);
    const bool named = age >= 0 && age < daysByName;
    return QLocale().toString(made.date(), named ? u"dddd"_s : BackupList::tr("d MMMM yyyy", "the day of a backup"));
}

BackupList::BackupList(QObject *parent) : QAbstractListModel(parent) {}

void BackupList::setBackups(std::vector<Backup> backups, const QString &library)
{
    beginResetModel();
    m_backups = std::move(backups);
    m_library = library;
    endResetModel();
}

int BackupList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_backups.size());
}

QVariant BackupList::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Backup &backup = m_backups[size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return backupMomentText(backup.made);
    case DetailRole:
        return detailText(backup);
    case Qt::AccessibleTextRole:
        return tr("%1, %2").arg(backupMomentText(backup.made), detailText(backup));
    default:
        return {};
    }
}

QString BackupList::detailText(const Backup &backup) const
{
    const QString size = QLocale().formattedDataSize(backup.bytes, 1, QLocale::DataSizeTraditionalFormat);
    QStringList parts{reasonText(backup.reason)};
    if (isOfAnother(backup, m_library))
        parts.prepend(tr("Of another library"));
    if (backup.sound)
        parts << tr("%Ln note(s)", nullptr, backup.notes) << size;
    else
        parts << size << tr("Damaged: it can’t be restored");
    return parts.join(u" · "_s);
}

} // namespace Weeknotes
