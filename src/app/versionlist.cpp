// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/versionlist.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace Weeknotes {
namespace {

constexpr int daysWithWeekday = 7;

QString reasonText(Version::Reason reason)
{
    switch (reason) {
    case Version::Reason::Sitting:
        return VersionList::tr("As you left it");
    case Version::Reason::Import:
        return VersionList::tr("Before an import");
    case Version::Reason::Restore:
        return VersionList::tr("Before an older one came back");
    case Version::Reason::Publish:
        return VersionList::tr("Published");
    case Version::Reason::Aside:
        return VersionList::tr("Kept aside in a conflict");
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace

QString momentText(const QDateTime &moment, QDate today)
{
    const QLocale locale;
    const QDateTime local = moment.toLocalTime();
    const QString time = locale.toString(local.time(), locale.timeFormat(QLocale::ShortFormat).remove(u":ss"_s));
    const qint64 age = local.date().daysTo(today);
    if (age == 0)
        return VersionList::tr("Today %1").arg(time);
    if (age == 1)
        return VersionList::tr("Yesterday %1").arg(time);
    const QString day = age > 0 && age < daysWithWeekday ? locale.toString(local.date(), u"ddd d MMM"_s)
                                                         : locale.toString(local.date(), u"d MMM yyyy"_s);
    return day + u' ' + time;
}

VersionList::VersionList(QObject *parent) : QAbstractListModel(parent) {}

void VersionList::setVersions(std::vector<Version> versions, QDate today)
{
    beginResetModel();
    m_versions = std::move(versions);
    m_today = today;
    endResetModel();
}

int VersionList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_versions.size());
}

QVariant VersionList::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Version &version = m_versions[size_t(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return momentText(version.made, m_today);
    case DetailRole:
        return reasonText(version.reason);
    case Qt::AccessibleTextRole:
        return tr("%1, %2").arg(momentText(version.made, m_today), reasonText(version.reason));
    default:
        return {};
    }
}

} // namespace Weeknotes
