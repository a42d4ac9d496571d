// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/isotext.h"
#include "core/period.h"

#include <QDateTime>
#include <QSqlQuery>
#include <QTimeZone>
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

/// The digits `from` to `from` + `count` as a number, -1 if one is none. Ten times as fast as Qt's parser, which counts
/// where all notes of a library are listed.
inline int digits(QStringView text, qsizetype from, qsizetype count)
{
    int number = 0;
    for (const QChar c : text.sliced(from, count)) {
        if (c < u'0' || c > u'9')
            return -1;
        number = number * 10 + (c.unicode() - u'0');
    }
    return number;
}

/// "2026-11-20"; an invalid day for anything else.
inline QDate day(QStringView text)
{
    if (text.size() != 10 || text[4] != u'-' || text[7] != u'-')
        return {};
    return {digits(text, 0, 4), digits(text, 5, 2), digits(text, 8, 2)};
}

inline std::optional<QDate> day(const QSqlQuery &row, int column)
{
    const QDate found = day(row.value(column).toString());
    return found.isValid() ? std::optional(found) : std::nullopt;
}

inline std::optional<Period> period(const QSqlQuery &row, int first, int last)
{
    const Period days{day(row, first).value_or(QDate()), day(row, last).value_or(QDate())};
    return days.isValid() ? std::optional(days) : std::nullopt;
}

/// "2026-11-20T14:03:00.000" and an offset, "Z" or "+01:00", as `value` writes it; others by Qt's parser.
inline QDateTime moment(const QString &text)
{
    constexpr qsizetype length = 23; // without the offset
    const bool isUtc = text.size() == length + 1 && text[length] == u'Z';
    const bool hasOffset = text.size() == length + 6 && (text[length] == u'+' || text[length] == u'-');
    const auto has = [&](qsizetype at, char16_t c) { return text[at] == c; };
    if (!(isUtc || (hasOffset && has(length + 3, u':'))) || !has(10, u'T') || !has(13, u':') || !has(16, u':') ||
        !has(19, u'.'))
        return QDateTime::fromString(text, Qt::ISODateWithMs);
    const QTime time(digits(text, 11, 2), digits(text, 14, 2), digits(text, 17, 2), digits(text, 20, 3));
    const QDate date = day(QStringView(text).first(10));
    if (isUtc)
        return {date, time, QTimeZone::UTC};
    const int hours = digits(text, length + 1, 2);
    const int minutes = digits(text, length + 4, 2);
    if (hours < 0 || minutes < 0)
        return {};
    const int seconds = (hours * 60 + minutes) * 60;
    return {date, time, QTimeZone::fromSecondsAheadOfUtc(has(length, u'-') ? -seconds : seconds)};
}

inline QDateTime moment(const QSqlQuery &row, int column)
{
    return moment(row.value(column).toString());
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
    return isoMoment(moment, Qt::ISODateWithMs);
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
