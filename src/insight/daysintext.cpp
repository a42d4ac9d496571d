// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/daysintext.h"

#include "core/week.h"

#include <QHash>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

// Long names of several languages, short ones of English alone: in others they are words of everyday too often.
const QHash<QString, int> &months()
{
    static const QHash<QString, int> table = [] {
        QHash<QString, int> names;
        for (const auto language :
             {QLocale::French, QLocale::German, QLocale::Spanish, QLocale::Italian, QLocale::Dutch, QLocale::Portuguese,
              QLocale::Swedish, QLocale::NorwegianBokmal, QLocale::Danish, QLocale::Finnish, QLocale::English}) {
            const QLocale locale(language);
            for (int month = 1; month <= 12; ++month) {
                names.insert(locale.monthName(month).toLower(), month);
                names.insert(locale.standaloneMonthName(month).toLower(), month);
            }
        }
        for (int month = 1; month <= 12; ++month)
            names.insert(QLocale::c().monthName(month, QLocale::ShortFormat).toLower(), month);
        names.insert(u"sept"_s, 9);
        return names;
    }();
    return table;
}

QString monthExpression()
{
    QStringList names = months().keys();
    std::ranges::sort(
        names, [](const QString &a, const QString &b) { return a.size() != b.size() ? a.size() > b.size() : a < b; });
    for (QString &name : names)
        name = QRegularExpression::escape(name);
    return u"(?:"_s + names.join(u'|') + u")(?![\\p{L}\\p{N}])\\.?"_s;
}

QRegularExpression expression(QString pattern)
{
    static const QString month = u"("_s + monthExpression() + u')';
    pattern.replace(u"DAY"_s, u"(?<![\\p{N}.,/:#])(\\d{1,2})(?:st|nd|rd|th|er|\\.)?(?![\\p{N}]|[.,:/]\\d)"_s);
    pattern.replace(u"MONTH"_s, u"(?<!\\p{L})(?:of\\s+|de\\s+)?"_s + month);
    pattern.replace(u"YEAR"_s, u"(?:(?:\\s*,\\s*|\\s+(?:de\\s+)?)((?:19|20)\\d{2})(?!\\d))?"_s);
    pattern.replace(u"ISO"_s, u"(?<![\\d-])((?:19|20)\\d{2})[-/. ](\\d{2})[-/. ](\\d{2})(?!\\d)"_s);
    pattern.replace(u"TO"_s, u"\\s*(?:[-–—‒−]|&|\\b(?:to|through|thru|until|till|and|au|bis|al|tot)\\b)\\s*"_s);
    pattern.replace(u"NAMED"_s, u"(?:the\\s+|\\p{L}{3,10}day,?\\s+|(?:mon|tue|wed|thu|fri|sat|sun)\\.?\\s+)?"_s);
    QRegularExpression result(pattern, QRegularExpression::CaseInsensitiveOption |
                                           QRegularExpression::UseUnicodePropertiesOption);
    result.optimize();
    return result;
}

int monthOf(const QString &name)
{
    const QString lower = name.toLower();
    return months().value(lower, months().value(lower.chopped(lower.endsWith(u'.') ? 1 : 0)));
}

std::optional<int> yearOf(const QString &text)
{
    return text.isEmpty() ? std::nullopt : std::optional(text.toInt());
}

bool exists(const TitleDay &day)
{
    return QDate::isValid(day.year.value_or(2024), day.month, day.day);
}

// One way to write a day: how it looks, and how the match reads.
struct DayForm
{
    QRegularExpression looks;
    TitleDay (*read)(const QRegularExpressionMatch &);
};

TitleDay readNumbers(const QRegularExpressionMatch &match)
{
    const int first = match.captured(1).toInt();
    const int second = match.captured(2).toInt();
    int year = match.captured(3).toInt();
    year += year < 100 ? 2000 : 0;
    return second > 12 ? TitleDay{year, first, second} : TitleDay{year, second, first};
}

const std::array<DayForm, 4> &dayForms()
{
    static const std::array<DayForm, 4> forms{
        {{expression(u"ISO"_s),
          [](const QRegularExpressionMatch &match) {
              return TitleDay{match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt()};
          }},
         {expression(u"DAY\\s*MONTHYEAR"_s),
          [](const QRegularExpressionMatch &match) {
              return TitleDay{yearOf(match.captured(3)), monthOf(match.captured(2)), match.captured(1).toInt()};
          }},
         {expression(u"MONTH\\s+DAYYEAR"_s),
          [](const QRegularExpressionMatch &match) {
              return TitleDay{yearOf(match.captured(3)), monthOf(match.captured(1)), match.captured(2).toInt()};
          }},
         {expression(u"(?<![\\d/.-])(\\d{1,2})[/.](\\d{1,2})[/.]((?:19|20)?\\d{2})(?![\\d/])"_s), &readNumbers}}};
    return forms;
}

std::optional<DayMention> firstDay(const QString &text, qsizetype from, bool onlyThere = false)
{
    std::optional<DayMention> best;
    for (const DayForm &form : dayForms()) {
        for (auto match = form.looks.match(text, from); match.hasMatch();
             match = form.looks.match(text, match.capturedStart() + 1)) {
            const DayMention mention{form.read(match), match.capturedStart(), match.capturedLength()};
            if (!exists(mention.day))
                continue;
            const bool better =
                !best || mention.start < best->start || (mention.start == best->start && mention.length > best->length);
            if (better && (!onlyThere || mention.start == from))
                best = mention;
            break;
        }
    }
    return best;
}

std::optional<PeriodMention> rangeIn(const QString &text)
{
    static const QRegularExpression iso = expression(u"ISOTOISO"_s);
    static const QRegularExpression dayFirst = expression(u"DAY(?:\\s*MONTH)?YEARTONAMEDDAY\\s*MONTHYEAR"_s);
    static const QRegularExpression monthFirst = expression(u"MONTH\\s+DAYYEARTONAMED(?:MONTH\\s+)?DAYYEAR"_s);
    TitleDay first;
    TitleDay last;
    QString words;
    if (const auto match = iso.match(text); match.hasMatch()) {
        first = {match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt()};
        last = {match.captured(4).toInt(), match.captured(5).toInt(), match.captured(6).toInt()};
        words = match.captured();
    } else if (const auto dayMatch = dayFirst.match(text); dayMatch.hasMatch()) {
        last = {yearOf(dayMatch.captured(6)), monthOf(dayMatch.captured(5)), dayMatch.captured(4).toInt()};
        first = {yearOf(dayMatch.captured(3)),
                 dayMatch.captured(2).isEmpty() ? last.month : monthOf(dayMatch.captured(2)),
                 dayMatch.captured(1).toInt()};
        words = dayMatch.captured();
    } else if (const auto monthMatch = monthFirst.match(text); monthMatch.hasMatch()) {
        first = {yearOf(monthMatch.captured(3)), monthOf(monthMatch.captured(1)), monthMatch.captured(2).toInt()};
        last = {yearOf(monthMatch.captured(6)),
                monthMatch.captured(4).isEmpty() ? first.month : monthOf(monthMatch.captured(4)),
                monthMatch.captured(5).toInt()};
        words = monthMatch.captured();
    } else {
        return std::nullopt;
    }
    if (!exists(first) || !exists(last))
        return std::nullopt;
    // A year at one end holds for both, but that December to January spans two.
    const int turn = first.month > last.month ? 1 : 0;
    if (last.year && !first.year)
        first.year = *last.year - turn;
    else if (first.year && !last.year)
        last.year = *first.year + turn;
    const QDate from = dateOf(first, first.year.value_or(2023));
    const QDate to = dateOf(last, last.year.value_or(2023 + turn));
    if (!from.isValid() || !to.isValid() || from >= to || from.daysTo(to) > 100)
        return std::nullopt;
    return PeriodMention{first, last, {}, {}, words};
}

std::optional<PeriodMention> namedWeekIn(const QString &text)
{
    static const QRegularExpression label(
        u"(?<!\\p{L})(?:(?<start>w\\s?[/.]\\s?[cb]\\.?|w[cb]|week\\s+(?:commencing|beginning|starting|of|from)|"
        "semaine\\s+du|woche\\s+vom)|(?<end>w\\s?[/.]\\s?e\\.?|week\\s+(?:ending|ended|to)))(?!\\p{L})[\\s:,]*"
        "(?:the\\s+)?(?:\\p{L}+day,?\\s+|(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,2}\\.?,?\\s+)?(?:the\\s+)?"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression shortForm(u"\\G(\\d{1,2})[/.](\\d{1,2})(?![\\d/])"_s);
    for (const auto &match : label.globalMatch(text)) {
        auto day = firstDay(text, match.capturedEnd(), true);
        if (!day) {
            const auto numbers = shortForm.match(text, match.capturedEnd());
            const TitleDay read{{}, numbers.captured(2).toInt(), numbers.captured(1).toInt()};
            if (!numbers.hasMatch() || !exists(read))
                continue;
            day = DayMention{read, numbers.capturedStart(), numbers.capturedLength()};
        }
        PeriodMention found;
        (match.capturedLength(u"end"_s) > 0 ? found.last : found.first) = day->day;
        found.words = text.sliced(match.capturedStart(), day->start + day->length - match.capturedStart());
        return found;
    }
    return std::nullopt;
}

std::optional<PeriodMention> weekNumberIn(const QString &text)
{
    static const std::array<QRegularExpression, 3> yearFirst{
        QRegularExpression(u"(?<!\\d)((?:19|20)\\d{2})[-/\\s,]*(?:w|week|kw)[-\\s]?(\\d{1,2})(?![\\d.])"_s,
                           QRegularExpression::CaseInsensitiveOption),
        QRegularExpression(u"(?:week[\\s-]?notes?|week|weeknote)[:\\s]+((?:19|20)\\d{2})[-/](\\d{1,2})(?![-/.]?\\d)"_s,
                           QRegularExpression::CaseInsensitiveOption),
        QRegularExpression(u"^((?:19|20)\\d{2})-(\\d{1,2})\\s*[:–—-]?\\s*week"_s,
                           QRegularExpression::CaseInsensitiveOption)};
    static const QRegularExpression weekFirst(
        u"\\b(?:w|week|kw|semaine)[\\s.-]*(\\d{1,2})\\s*(?:,|/|-|of|in|\\s)\\s*\\(?((?:19|20)\\d{2})(?!\\d|[-/]\\d)"_s,
        QRegularExpression::CaseInsensitiveOption);
    const auto read = [](const QRegularExpressionMatch &match, int year, int week) -> std::optional<PeriodMention> {
        if (!match.hasMatch() || !Week::fromIso(match.captured(year).toInt(), match.captured(week).toInt()))
            return std::nullopt;
        return PeriodMention{{}, {}, match.captured(week).toInt(), match.captured(year).toInt(), match.captured()};
    };
    for (const QRegularExpression &form : yearFirst) {
        if (const auto found = read(form.match(text), 1, 2))
            return found;
    }
    return read(weekFirst.match(text), 2, 1);
}

} // namespace

std::vector<DayMention> daysIn(const QString &text)
{
    std::vector<DayMention> days;
    for (qsizetype from = 0;;) {
        const auto day = firstDay(text, from);
        if (!day)
            return days;
        days.push_back(*day);
        from = day->start + day->length;
    }
}

std::optional<TitleDay> dayOf(const QString &text)
{
    static const QRegularExpression around(
        u"^[\\s\\p{P}]*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun)?[\\s\\p{P}]*$"_s,
        QRegularExpression::CaseInsensitiveOption);
    const auto day = text.size() <= 60 ? firstDay(text, 0) : std::nullopt;
    if (!day || !around.match(text.first(day->start)).hasMatch() ||
        !around.match(text.sliced(day->start + day->length)).hasMatch())
        return std::nullopt;
    return day->day;
}

std::optional<Qt::DayOfWeek> weekdayIn(const QString &text)
{
    static const QRegularExpression weekday(
        u"\\b(?:(mon)(?:day)?|(tue)(?:s(?:day)?)?|(wed)(?:nesday)?|(thu)(?:rs(?:day)?)?|(fri)(?:day)?|(sat)(?:urday)?|(sun)(?:day)?)\\b"_s,
        QRegularExpression::CaseInsensitiveOption);
    const auto match = weekday.match(text);
    return match.hasMatch() ? std::optional(Qt::DayOfWeek(match.lastCapturedIndex())) : std::nullopt;
}

std::optional<PeriodMention> periodIn(const QString &text)
{
    if (auto range = rangeIn(text))
        return range;
    if (auto named = namedWeekIn(text))
        return named;
    return weekNumberIn(text);
}

QDate dateOf(const TitleDay &day, int year)
{
    return QDate(year, day.month, day.day);
}

QDate dateOf(const TitleDay &day)
{
    return day.year ? dateOf(day, *day.year) : QDate();
}

std::vector<int> yearsIn(const QString &text)
{
    static const QRegularExpression year(u"(?<![\\p{L}\\d])(199\\d|20\\d{2})(?![\\p{L}\\d])"_s);
    std::vector<int> years;
    for (const auto &match : year.globalMatch(text))
        years.push_back(match.capturedView(1).toInt());
    return years;
}

} // namespace Weeknotes
