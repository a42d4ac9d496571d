// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/period.h"

#include <QDate>
#include <QLocale>
#include <QString>

#include <compare>
#include <optional>
#include <vector>

namespace Weeknotes {

/// How the person counts weeks. Settings of the library.
struct WeekRules
{
    enum class Numbering
    {
        Iso8601, ///< week 1 holds the year's first Thursday
        FirstDay ///< week 1 holds 1 January (the habit of North America and others)
    };
    enum class Naming
    {
        Commencing, ///< "w/c 16 November": named by its first day
        Ending      ///< "w/e 22 November": named by its last day
    };

    Qt::DayOfWeek start = Qt::Monday;
    Numbering numbering = Numbering::Iso8601;
    Naming naming = Naming::Commencing;

    /// The rules people of `locale` are used to: its first day; FirstDay numbering where weeks start on another
    /// day than Monday, since ISO 8601 knows Mondays alone.
    [[nodiscard]] static WeekRules ofLocale(const QLocale &locale);

    bool operator==(const WeekRules &) const = default;
};

/// A week, whatever day it starts on. Its identity is the ISO 8601 week that holds its middle day, so each week of
/// the person's counting has exactly one name that all of the program, its command line and its files share.
class Week
{
public:
    /// The week that holds `day` by `rules`. `day` must be valid.
    [[nodiscard]] static Week of(QDate day, const WeekRules &rules = {});
    /// Nothing if that ISO year has no such week (a year has 52 or 53).
    [[nodiscard]] static std::optional<Week> fromIso(int year, int number);
    /// Reads "2026-W47" or "2026W47", any case.
    [[nodiscard]] static std::optional<Week> parse(QStringView text);
    /// 52 or 53.
    [[nodiscard]] static int weeksInIsoYear(int year);

    [[nodiscard]] int isoYear() const { return m_year; }
    [[nodiscard]] int isoNumber() const { return m_number; }
    /// "2026-W47".
    [[nodiscard]] QString toString() const;

    /// Its seven days by `rules`.
    [[nodiscard]] Period days(const WeekRules &rules = {}) const;
    /// The day that names it: the first ("w/c") or the last ("w/e").
    [[nodiscard]] QDate namingDay(const WeekRules &rules = {}) const;

    /// The number a person sees, with the year it counts in.
    struct Number
    {
        int year = 0;
        int number = 0;
        bool operator==(const Number &) const = default;
    };
    [[nodiscard]] Number number(const WeekRules &rules = {}) const;

    /// `weeks` weeks later, or earlier when negative.
    [[nodiscard]] Week plus(int weeks) const;
    [[nodiscard]] Week next() const { return plus(1); }
    [[nodiscard]] Week previous() const { return plus(-1); }
    /// How many weeks `other` lies after this one.
    [[nodiscard]] int weeksTo(const Week &other) const;

    auto operator<=>(const Week &) const = default;

private:
    Week(int year, int number) : m_year(year), m_number(number) {}
    [[nodiscard]] QDate isoMonday() const;

    int m_year;
    int m_number;
};

/// The weeks a period speaks of, oldest first: each that has more than half of its days in it, and always the one
/// that holds its middle day. Empty for a period that is not valid.
[[nodiscard]] std::vector<Week> weeksCoveredBy(const Period &period, const WeekRules &rules = {});

} // namespace Weeknotes
