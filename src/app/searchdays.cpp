// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/searchdays.h"

#include "core/searchfold.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

#include <array>
#include <functional>

using namespace Qt::StringLiterals;

namespace Weeknotes {
namespace {

using Span = MeantDays::Span;

struct DayWords
{
    Q_DECLARE_TR_FUNCTIONS(Weeknotes::SearchDays)
};

constexpr int earliestYear = 1900;
constexpr int latestYear = 2199;
constexpr int months = 12;
constexpr qsizetype shortestMonth = 3; // letters that name one

MeantDays monthOf(int year, int month, bool namesYear = true)
{
    const QDate first(year, month, 1);
    return {Span::Month, {first, first.addMonths(1).addDays(-1)}, namesYear};
}

MeantDays yearOf(int year)
{
    return {Span::Year, {QDate(year, 1, 1), QDate(year, 12, 31)}, true};
}

/// Many scripts have digits of their own.
QString withAsciiDigits(const QString &words)
{
    QString plain;
    for (const char32_t letter : words.toUcs4()) {
        if (QChar::isDigit(letter))
            plain += QChar(u'0' + QChar::digitValue(letter));
        else
            plain += QChar::fromUcs4(letter);
    }
    return plain;
}

class DaysReader
{
public:
    DaysReader(const QString &words, const QLocale &locale, const WeekRules &rules, QDate today)
        : m_typed(withAsciiDigits(words).simplified().toCaseFolded()), m_locale(locale), m_rules(rules), m_today(today)
    {
    }

    [[nodiscard]] std::optional<MeantDays> read() const
    {
        for (const auto way :
             {&DaysReader::isoForm, &DaysReader::numberedWeek, &DaysReader::namedAsBefore, &DaysReader::weekOfDay,
              &DaysReader::distance, &DaysReader::figures, &DaysReader::monthsName}) {
            if (const auto days = (this->*way)())
                return days;
        }
        return std::nullopt;
    }

private:
    [[nodiscard]] MeantDays weekWith(QDate day, bool namesYear = true) const
    {
        return {Span::Week, Week::of(day, m_rules).days(m_rules), namesYear};
    }
    [[nodiscard]] static std::optional<MeantDays> dayOf(QDate day, bool namesYear = true)
    {
        return day.isValid() ? std::optional(MeantDays{Span::Day, {day, day}, namesYear}) : std::nullopt;
    }
    /// The last such day that has begun; 29 February may be years ago.
    [[nodiscard]] std::optional<MeantDays> latestDay(int month, int day) const
    {
        for (int year = m_today.year(); year > m_today.year() - 9; --year) {
            if (const QDate date(year, month, day); date.isValid() && date <= m_today)
                return dayOf(date, false);
        }
        return std::nullopt;
    }

    /// None has the year 0.
    [[nodiscard]] static std::optional<MeantDays> monthNumbered(int year, int month)
    {
        return QDate::isValid(year, month, 1) ? std::optional(monthOf(year, month)) : std::nullopt;
    }

    /// The week with the number that a person sees, which need not be the ISO one.
    [[nodiscard]] std::optional<Week> weekNumbered(int year, int number) const
    {
        if (year < 1)
            return std::nullopt;
        const Week first = Week::of(QDate(year, 1, 4), m_rules);
        const Week week = first.plus(number - first.number(m_rules).number);
        return week.number(m_rules) == Week::Number{year, number} ? std::optional(week) : std::nullopt;
    }

    [[nodiscard]] std::optional<MeantDays> isoForm() const
    {
        if (const auto week = Week::parse(m_typed))
            return MeantDays{Span::Week, week->days(m_rules), true};
        if (const auto day = dayOf(QDate::fromString(m_typed, u"yyyy-M-d"_s)))
            return day;
        static const QRegularExpression yearAndMonth(u"^(\\d{4})[-/](\\d{1,2})$"_s);
        if (const auto match = yearAndMonth.match(m_typed); match.hasMatch())
            return monthNumbered(match.captured(1).toInt(), match.captured(2).toInt());
        static const QRegularExpression year(u"^\\d{4}$"_s);
        const int number = year.match(m_typed).hasMatch() ? m_typed.toInt() : 0;
        return number >= earliestYear && number <= latestYear ? std::optional(yearOf(number)) : std::nullopt;
    }

    /// "week 46", "46 2025", with the locale's word for it.
    [[nodiscard]] std::optional<MeantDays> numberedWeek() const
    {
        //: DayWords for “week” before its number, as people type them, with | between: week 46, w46
        const QString names = u"week|wk|w|kw|"_s + DayWords::tr("week|w").toCaseFolded();
        const QRegularExpression pattern(
            u"^(?:(?<before>\\d{4})[\\s,/-]*)?(?:%1)\\.?\\s*(?<number>\\d{1,2})(?:[\\s,/-]+(?:of |in )?(?<year>\\d{4}))?$"_s
                .arg(names));
        const auto match = pattern.match(m_typed);
        if (!match.hasMatch())
            return std::nullopt;
        const int number = match.captured(u"number").toInt();
        const QString year = match.captured(u"before") + match.captured(u"year");
        if (year.size() > 4)
            return std::nullopt;
        const auto days = [&](const std::optional<Week> &week, bool namesYear) {
            return week ? std::optional(MeantDays{Span::Week, week->days(m_rules), namesYear}) : std::nullopt;
        };
        if (!year.isEmpty())
            return days(weekNumbered(year.toInt(), number), true);
        const Week thisWeek = Week::of(m_today, m_rules);
        for (int past = thisWeek.number(m_rules).year; past > m_today.year() - 9; --past) { // week 53 may be years ago
            if (const auto week = weekNumbered(past, number); week && *week <= thisWeek)
                return days(week, false);
        }
        return std::nullopt;
    }

    /// "last week", "today".
    [[nodiscard]] std::optional<MeantDays> namedAsBefore() const
    {
        const QDate month = m_today.addDays(1 - m_today.day());
        const auto monthWith = [](QDate day) { return monthOf(day.year(), day.month()); };
        const auto day = [](QDate date) { return MeantDays{Span::Day, {date, date}, true}; };
        const std::array<std::tuple<QLatin1StringView, QString, MeantDays>, 10> names{{
            {"today"_L1, DayWords::tr("today"), day(m_today)},
            {"yesterday"_L1, DayWords::tr("yesterday"), day(m_today.addDays(-1))},
            {"this week"_L1, DayWords::tr("this week"), weekWith(m_today)},
            {"last week"_L1, DayWords::tr("last week"), weekWith(m_today.addDays(-7))},
            {"next week"_L1, DayWords::tr("next week"), weekWith(m_today.addDays(7))},
            {"this month"_L1, DayWords::tr("this month"), monthWith(month)},
            {"last month"_L1, DayWords::tr("last month"), monthWith(month.addMonths(-1))},
            {"this year"_L1, DayWords::tr("this year"), yearOf(m_today.year())},
            {"last year"_L1, DayWords::tr("last year"), yearOf(m_today.year() - 1)},
            {"a year ago"_L1, DayWords::tr("a year ago"), weekWith(m_today.addYears(-1))},
        }};
        for (const auto &[english, own, days] : names) {
            if (m_typed == english || m_typed == own.toCaseFolded())
                return days;
        }
        return std::nullopt;
    }

    /// "w/c 7 October", "week of 12/05/2020".
    [[nodiscard]] std::optional<MeantDays> weekOfDay() const
    {
        static const QRegularExpression pattern(
            u"^(?:w/c|w/e|wc|we|week (?:of|commencing|ending|starting))\\s+(.+)$"_s);
        const auto match = pattern.match(m_typed);
        if (!match.hasMatch())
            return std::nullopt;
        const auto day = meantDays(match.captured(1), m_locale, m_rules, m_today);
        return day && day->span == Span::Day ? std::optional(weekWith(day->days.first, day->namesYear)) : std::nullopt;
    }

    /// "two weeks ago".
    [[nodiscard]] std::optional<MeantDays> distance() const
    {
        static const QStringList counts{u"a"_s,   u"two"_s,   u"three"_s, u"four"_s, u"five"_s,
                                        u"six"_s, u"seven"_s, u"eight"_s, u"nine"_s, u"ten"_s};
        static const QRegularExpression pattern(u"^(a|\\w{3,5}|\\d{1,4}) (day|week|month|year)s? ago$"_s);
        const auto match = pattern.match(m_typed);
        if (!match.hasMatch())
            return std::nullopt;
        const QString count = match.captured(1);
        const int number = count[0].isDigit() ? count.toInt() : int(counts.indexOf(count)) + 1;
        const QString unit = match.captured(2);
        if (number < 1)
            return std::nullopt;
        if (unit == "day"_L1)
            return dayOf(m_today.addDays(-number));
        if (unit == "week"_L1)
            return weekWith(m_today.addDays(-7LL * number));
        if (unit == "year"_L1)
            return weekWith(m_today.addYears(-number));
        const QDate then = m_today.addMonths(-number);
        return monthOf(then.year(), then.month());
    }

    /// "12/05/2020", "3.9.", "10/2019".
    [[nodiscard]] std::optional<MeantDays> figures() const
    {
        static const QRegularExpression monthAndYear(u"^(\\d{1,2})[./-](\\d{4})$"_s);
        if (const auto match = monthAndYear.match(m_typed); match.hasMatch())
            return monthNumbered(match.captured(2).toInt(), match.captured(1).toInt());
        static const QRegularExpression day(u"^(\\d{1,2})([./-])(\\d{1,2})(?:\\2(\\d{4}|\\d{2})|\\.)?$"_s);
        const auto match = day.match(m_typed);
        if (!match.hasMatch())
            return std::nullopt;
        int date = match.captured(1).toInt();
        int month = match.captured(3).toInt();
        if (match.captured(2) != "."_L1 && (month > months || (monthComesFirst() && date <= months)))
            std::swap(date, month);
        const QString year = match.captured(4);
        if (year.isEmpty())
            return latestDay(month, date);
        constexpr int century = 100;
        const int thisCentury = m_today.year() / century * century;
        int full = year.toInt();
        if (year.size() == 2)
            full += thisCentury + full > m_today.year() + 1 ? thisCentury - century : thisCentury;
        return dayOf(QDate(full, month, date));
    }

    [[nodiscard]] bool monthComesFirst() const
    {
        const QString pattern = m_locale.dateFormat(QLocale::ShortFormat);
        return !pattern.startsWith(u'y') && pattern.indexOf(u'M') < pattern.indexOf(u'd');
    }

    /// "12 May 2020", "october", in any order.
    [[nodiscard]] std::optional<MeantDays> monthsName() const
    {
        int year = 0;
        int month = 0;
        int day = 0;
        static const QRegularExpression between(u"[\\s,]+"_s);
        const QStringList parts = m_typed.split(between, Qt::SkipEmptyParts);
        for (const QString &part : parts) {
            static const QRegularExpression number(u"^(\\d{1,2})(?:st|nd|rd|th|\\.|º|er)?$|^(\\d{4})$"_s);
            const auto match = number.match(part);
            if (match.hasCaptured(2) && year == 0)
                year = match.captured(2).toInt();
            else if (match.hasCaptured(1) && day == 0)
                day = match.captured(1).toInt();
            else if (const int named = match.hasMatch() ? 0 : monthNamed(part); named > 0 && month == 0)
                month = named;
            else if (match.hasMatch() || !isBetweenDays(part))
                return std::nullopt;
        }
        if (month == 0)
            return std::nullopt;
        if (day > 0)
            return year > 0 ? dayOf(QDate(year, month, day)) : latestDay(month, day);
        const bool isAhead = month > m_today.month();
        return year > 0 ? monthOf(year, month) : monthOf(m_today.year() - (isAhead ? 1 : 0), month, false);
    }

    /// 1 to 12; 0 for none.
    [[nodiscard]] int monthNamed(const QString &word) const
    {
        const QString sought = foldForSearch(word);
        if (sought.size() < shortestMonth)
            return 0;
        for (const QLocale &locale : {m_locale, QLocale(QLocale::English)}) {
            for (int month = 1; month <= months; ++month) {
                for (const auto format : {QLocale::LongFormat, QLocale::ShortFormat}) {
                    if (foldForSearch(locale.standaloneMonthName(month, format)).startsWith(sought) ||
                        foldForSearch(locale.monthName(month, format)).startsWith(sought))
                        return month;
                }
            }
        }
        return 0;
    }

    /// Whether `word` may stand beside a date: a day of the week, "of", "de".
    [[nodiscard]] bool isBetweenDays(const QString &word) const
    {
        static const QStringList small{u"of"_s, u"the"_s, u"in"_s, u"de"_s, u"del"_s};
        if (small.contains(word))
            return true;
        const QString sought = foldForSearch(word);
        if (sought.size() < shortestMonth)
            return false;
        for (const QLocale &locale : {m_locale, QLocale(QLocale::English)}) {
            for (int day = Qt::Monday; day <= Qt::Sunday; ++day) {
                if (foldForSearch(locale.dayName(day)).startsWith(sought))
                    return true;
            }
        }
        return false;
    }

    QString m_typed;
    QLocale m_locale;
    WeekRules m_rules;
    QDate m_today;
};

} // namespace

std::optional<MeantDays> meantDays(const QString &words, const QLocale &locale, const WeekRules &rules, QDate today)
{
    constexpr qsizetype longest = 60;
    return words.size() > longest ? std::nullopt : DaysReader(words, locale, rules, today).read();
}

} // namespace Weeknotes
