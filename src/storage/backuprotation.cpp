// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/backuprotation.h"

#include <algorithm>
#include <set>

namespace Weeknotes {

namespace {

/// The day, week or month that a backup belongs to, as a number.
using PeriodOf = qint64 (*)(QDate day);

qint64 dayOf(QDate day)
{
    return day.toJulianDay();
}

qint64 weekOf(QDate day)
{
    return day.addDays(1 - day.dayOfWeek()).toJulianDay();
}

qint64 monthOf(QDate day)
{
    return qint64(day.year()) * 12 + day.month();
}

/// Adds the places of the newest backups of `count` periods. `backups` are the newest first.
void keepPeriods(std::set<size_t> &kept, const std::vector<Backup> &backups, PeriodOf periodOf, int count)
{
    std::set<qint64> seen;
    for (size_t i = 0; i < backups.size() && count > 0; ++i) {
        if (seen.insert(periodOf(backups[i].made.date())).second && kept.insert(i).second)
            --count;
    }
}

void keepReason(std::set<size_t> &kept, const std::vector<Backup> &backups, Backup::Reason reason)
{
    int count = keptOfEachReason;
    for (size_t i = 0; i < backups.size() && count > 0; ++i) {
        if (backups[i].reason != reason)
            continue;
        kept.insert(i);
        --count;
    }
}

} // namespace

std::vector<Backup> backupsToDrop(std::vector<Backup> backups, const BackupRules &rules)
{
    std::erase_if(backups, [](const Backup &backup) { return !backup.sound; });
    std::ranges::stable_sort(backups, std::ranges::greater(), &Backup::made);
    std::set<size_t> kept;
    keepPeriods(kept, backups, dayOf, rules.daily);
    keepPeriods(kept, backups, weekOf, rules.weekly);
    keepPeriods(kept, backups, monthOf, rules.monthly);
    using Reason = Backup::Reason;
    for (const Reason reason : {Reason::Upgrade, Reason::Import, Reason::Restore, Reason::Hand})
        keepReason(kept, backups, reason);
    kept.insert(0);
    std::vector<Backup> dropped;
    for (size_t i = 0; i < backups.size(); ++i) {
        if (!kept.contains(i))
            dropped.push_back(std::move(backups[i]));
    }
    return dropped;
}

} // namespace Weeknotes
