// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/period.h"

#include <QDateTime>
#include <QSqlQuery>
#include <QVariant>

#include <optional>

/// How values look in a column: days and moments as ISO 8601 text, ids as theirs, NULL for what is absent. What reads
/// as no day counts as absent.
namespace Weeknotes::Rows {

/// True for a day that ISO 8601 writes with a year of four digits, 1 to 9999: a column holds no other.
inline bool hasIsoYear(QDate day)
{
    return day.isValid() && day.year() >= 1 && day.year() <= 9999;
}

template <typename Id> Id id(const QSqlQuery &row, int column)
{
    return Id::parse(row.value(column).toString()).value_or(Id());
}

inline std::optional<QDate> day(const QSqlQuery &row, int column)
{
    const QDate day = QDate::fromString(row.value(column).toString(), Qt::ISODate);
    return day.isValid() ? std::optional(day) : std::nullopt;
}

inline std::optional<Period> period(const QSqlQuery &row, int first, int last)
{
    const Period days{day(row, first).value_or(QDate()), day(row, last).value_or(QDate())};
    return days.isValid() ? std::optional(days) : std::nullopt;
}

inline QDateTime moment(const QSqlQuery &row, int column)
{
    return QDateTime::fromString(row.value(column).toString(), Qt::ISODateWithMs);
}

inline std::optional<int> number(const QSqlQuery &row, int column)
{
    if (row.isNull(column))
        return std::nullopt;
    return row.value(column).toInt();
}

inline QVariant value(const std::optional<QDate> &day)
{
    return day ? QVariant(day->toString(Qt::ISODate)) : QVariant();
}

/// With its offset, so that it names the same day wherever it is read.
inline QVariant value(const QDateTime &moment)
{
    return moment.toOffsetFromUtc(moment.offsetFromUtc()).toString(Qt::ISODateWithMs);
}

inline QVariant value(const std::optional<QDateTime> &moment)
{
    return moment ? value(*moment) : QVariant();
}

inline QVariant value(const std::optional<int> &number)
{
    return number ? QVariant(*number) : QVariant();
}

} // namespace Weeknotes::Rows
