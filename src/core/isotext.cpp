// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/isotext.h"

#include <QTimeZone>

namespace Weeknotes {

QString isoDay(QDate day)
{
    return day.toString(Qt::ISODate);
}

QString isoMoment(const QDateTime &moment, Qt::DateFormat format)
{
    return moment.toOffsetFromUtc(moment.offsetFromUtc()).toString(format);
}

QDateTime noonOf(QDate day)
{
    return QDateTime(day, QTime(12, 0), QTimeZone::UTC);
}

QString isoDayOrMoment(const QDateTime &moment)
{
    const QDateTime universal = moment.toUTC();
    return universal == noonOf(universal.date()) ? isoDay(universal.date()) : isoMoment(universal);
}

} // namespace Weeknotes
