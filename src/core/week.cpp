// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/week.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

// Days from the ISO Monday to the first day of the week of the same name that starts on `start`. The middle day
// (the fourth) of a week lies in the ISO week that names it: Tuesday to Thursday starts come after that Monday,
// Friday to Sunday starts before it.
int daysFromMonday(Qt::DayOfWeek start)
{
    return start <= Qt::Thursday ? start - Qt::Monday : start - Qt::Monday - 7;
}

QDate firstDayOfWeek(QDate day, Qt::DayOfWeek start)
{
    return day.addDays(-((day.dayOfWeek() - start + 7) % 7));
}

} // namespace

WeekRules WeekRules::ofLocale(const QLocale &locale)
{
    WeekRules rules;
    rules.start = locale.firstDayOfWeek();
    if (rules.start != Qt::Monday)
        rules.numbering = Numbering::FirstDay;
    return rules;
}

Week Week::of(QDate day, const WeekRules &rules)
{
    int year = 0;
    const int number = firstDayOfWeek(day, rules.start).addDays(3).weekNumber(&year);
    return Week(year, number);
}

std::optional<Week> Week::fromIso(int year, int number)
{
    if (year < 1 || year > 9999 || number < 1 || number > weeksInIsoYear(year))
        return std::nullopt;
    return Week(year, number);
}

std::optional<Week> Week::parse(QStringView text)
{
    static const QRegularExpression form(u"^(\\d{4})-?[Ww](\\d{2})$"_s);
    const auto match = form.matchView(text);
    if (!match.hasMatch())
        return std::nullopt;
    return fromIso(match.capturedView(1).toInt(), match.capturedView(2).toInt());
}

int Week::weeksInIsoYear(int year)
{
    return QDate(year, 12, 28).weekNumber(); // always in the year's last week
}

QString Week::toString() const
{
    return u"%1-W%2"_s.arg(m_year, 4, 10, QChar(u'0')).arg(m_number, 2, 10, QChar(u'0'));
}

QDate Week::isoMonday() const
{
    return firstDayOfWeek(QDate(m_year, 1, 4), Qt::Monday).addDays(7 * (m_number - 1));
}

Period Week::days(const WeekRules &rules) const
{
    const QDate first = isoMonday().addDays(daysFromMonday(rules.start));
    return {first, first.addDays(6)};
}

QDate Week::namingDay(const WeekRules &rules) const
{
    const Period period = days(rules);
    return rules.naming == WeekRules::Naming::Commencing ? period.first : period.last;
}

Week::Number Week::number(const WeekRules &rules) const
{
    if (rules.numbering == WeekRules::Numbering::Iso8601)
        return {m_year, m_number};
    const Period period = days(rules);
    const int year = period.last.year(); // week 1 holds 1 January, so a week over New Year is the new year's
    const QDate firstWeek = firstDayOfWeek(QDate(year, 1, 1), rules.start);
    return {year, int(firstWeek.daysTo(period.first) / 7) + 1};
}

Week Week::plus(int weeks) const
{
    return of(isoMonday().addDays(7 * weeks));
}

int Week::weeksTo(const Week &other) const
{
    return int(isoMonday().daysTo(other.isoMonday()) / 7);
}

std::vector<Week> weeksCoveredBy(const Period &period, const WeekRules &rules)
{
    if (!period.isValid())
        return {};
    const Week middle = Week::of(period.first.addDays((period.days() - 1) / 2), rules);
    const Week last = Week::of(period.last, rules);
    std::vector<Week> weeks;
    for (Week week = Week::of(period.first, rules); week <= last; week = week.next()) {
        const Period days = week.days(rules);
        const Period shared{std::max(days.first, period.first), std::min(days.last, period.last)};
        if (week == middle || shared.days() > 3)
            weeks.push_back(week);
    }
    return weeks;
}

} // namespace Weeknotes
