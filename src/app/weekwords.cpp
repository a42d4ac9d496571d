// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/weekwords.h"

#include "timeline/periodtext.h"
#include "timeline/timelinemodel.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Weeknotes {
namespace {

struct WeekWords
{
    Q_DECLARE_TR_FUNCTIONS(Weeknotes::WeekWords)
};

QString dayName(QDate day)
{
    return QLocale().standaloneDayName(day.dayOfWeek());
}

/// The day in the year that everybody means.
QString dayWords(QDate day)
{
    return periodText({day, day}, QLocale(), day, MonthStyle::Full);
}

} // namespace

QString offeredNumber(const SeasonNumber &number, const Shelf &shelf, const NumberHabit &numbers)
{
    const bool isKnown = !number.season || std::ranges::any_of(shelf.notes(), [&](const NoteHeader &note) {
        return note.fields.number.season == number.season;
    });
    return isKnown || !number.episode ? numbers.text(number)
                                      : WeekWords::tr("Season %1, episode %2").arg(*number.season).arg(*number.episode);
}

QStringList fitWords(const PeriodFit &fit, const Shelf &shelf, qsizetype most)
{
    const QLocale locale;
    const NumberHabit numbers = shelf.numbers();
    QStringList lines;
    for (const NoteHeader &note : fit.overlaps) {
        if (lines.size() == most) {
            lines << WeekWords::tr("… and %Ln more", nullptr, int(std::ssize(fit.overlaps) - most));
            break;
        }
        QString name = numbers.text(note.fields.number, note.fields.title);
        if (name.isEmpty())
            name = note.fields.title.isEmpty() ? kindName(note.fields.kind) : u'“' + note.fields.title + u'”';
        lines << WeekWords::tr("Overlaps %1 (%2)").arg(name, periodText(*note.fields.covers, locale, shelf.today()));
    }
    QStringList gaps;
    for (const Period &gap : fit.gaps)
        gaps << periodText(gap, locale, shelf.today());
    if (gaps.size() == 1)
        lines << WeekWords::tr("Leaves %1 unwritten").arg(gaps[0]);
    else if (gaps.size() == 2)
        lines << WeekWords::tr("Leaves %1 and %2 unwritten").arg(gaps[0], gaps[1]);
    return lines;
}

QString wrongDayWords(const WrongWeekDay &wrong)
{
    return wrong.meant == wrong.week.first
               ? WeekWords::tr("The title says w/c %1, which is a %2.").arg(dayWords(wrong.said), dayName(wrong.said))
               : WeekWords::tr("The title says w/e %1, which is a %2.").arg(dayWords(wrong.said), dayName(wrong.said));
}

QString useDayWords(const WrongWeekDay &wrong)
{
    return WeekWords::tr("Use %1 %2", "a day of the week, and its date")
        .arg(dayName(wrong.meant), dayWords(wrong.meant));
}

} // namespace Weeknotes
