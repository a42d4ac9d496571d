// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/titleweek.h"

#include "insight/daysintext.h"
#include "insight/titlefacts.h"
#include "insight/yearevidence.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Weeknotes {
namespace {

QDate nearest(const TitleDay &day, QDate to)
{
    return day.year ? dateOf(day) : nearestDate(day, to);
}

/// `meant` as `words` write `said`; empty where nobody writes days so.
QString writtenAs(const QString &words, QDate said, QDate meant, const QLocale &locale)
{
    static const std::array formats{u"d MMMM yyyy"_s,  u"d MMM yyyy"_s,  u"d MMMM"_s,     u"d MMM"_s,
                                    u"MMMM d, yyyy"_s, u"MMMM d yyyy"_s, u"MMMM d"_s,     u"MMM d"_s,
                                    u"dd MMMM yyyy"_s, u"dd MMMM"_s,     u"yyyy-MM-dd"_s, u"yyyy MM dd"_s,
                                    u"dd/MM/yyyy"_s,   u"dd/MM"_s,       u"d/M"_s,        u"dd.MM.yyyy"_s};
    for (const QLocale &writer : {QLocale::c(), locale}) {
        for (const QString &format : formats) {
            if (writer.toString(said, format).compare(words, Qt::CaseInsensitive) == 0)
                return writer.toString(meant, format);
        }
    }
    static const QRegularExpression ordinal(u"^(?<day>\\d{1,2})(?:st|nd|rd|th)(?<rest> .+)$"_s);
    const auto match = ordinal.match(words);
    const bool onlyTheDay = said.month() == meant.month() && said.year() == meant.year();
    if (!match.hasMatch() || !onlyTheDay)
        return {};
    const int day = meant.day();
    const bool teen = day / 10 == 1;
    const QString ending = teen            ? u"th"_s
                           : day % 10 == 1 ? u"st"_s
                           : day % 10 == 2 ? u"nd"_s
                           : day % 10 == 3 ? u"rd"_s
                                           : u"th"_s;
    return QString::number(day) + ending + match.captured(u"rest"_s);
}

} // namespace

std::optional<WrongWeekDay> wrongWeekDay(const NoteFields &fields, const WeekRules &rules, QDate today,
                                         const QLocale &locale)
{
    const auto mention = periodIn(fields.title);
    if (!mention || mention->week || mention->first.has_value() == mention->last.has_value())
        return std::nullopt; // a range of days says no more than it says
    const bool begins = mention->first.has_value();
    const TitleDay &day = begins ? *mention->first : *mention->last;
    const QDate near =
        fields.covers ? (begins ? fields.covers->first : fields.covers->last) : fields.written.value_or(today);
    const QDate said = nearest(day, near);
    if (!said.isValid())
        return std::nullopt;
    const Period week = Week::of(said, rules).days(rules);
    const QDate meant = begins ? week.first : week.last;
    if (said == meant)
        return std::nullopt;
    WrongWeekDay wrong{said, week, meant, {}};
    const auto days = daysIn(fields.title);
    const auto place = std::ranges::find(days, day, &DayMention::day);
    if (place == days.end())
        return wrong;
    const QString written = writtenAs(fields.title.sliced(place->start, place->length), said, meant, locale);
    if (!written.isEmpty())
        wrong.title = QString(fields.title).replace(place->start, place->length, written);
    return wrong;
}

SeasonNumber numberSaid(const QString &title, const std::optional<TitlePattern> &own)
{
    if (own) {
        if (const auto reading = own->read(title); reading && !reading->number.isEmpty())
            return reading->number;
    }
    const TitleFacts facts = readTitle(title);
    return facts.bareNumber ? SeasonNumber() : facts.number;
}

} // namespace Weeknotes
