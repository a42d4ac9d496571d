// SPDX-License-Identifier: GPL-3.0-or-later
#include "importer/corrections.h"

#include "core/isotext.h"
#include "importer/notedating.h"
#include "insight/yearevidence.h"

#include <algorithm>
#include <initializer_list>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

constexpr int daysOfWeek = 7;

void replaceGuess(ImportedNote &note, const QString &field, const QString &value)
{
    std::erase_if(note.guesses, [&](const Guess &guess) { return guess.field == field; });
    note.guesses.push_back({field, value, Guess::Reason::Person, {}});
}

void forget(ImportedNote &note, Warning::Kind kind)
{
    std::erase_if(note.warnings, [kind](const Warning &warning) { return warning.kind == kind; });
}

bool isGuessed(const ImportedNote &note, QStringView field)
{
    return std::ranges::any_of(note.guesses, [field](const Guess &guess) { return guess.field == field; });
}

void setPeriod(ImportedNote &note, const Period &covers)
{
    note.draft.fields.covers = covers;
    replaceGuess(note, u"covers"_s, isoPeriod(covers));
    forget(note, Warning::Kind::PeriodUnknown);
}

/// The same day of another year; the 28th of February for the 29th.
QDate inYear(QDate day, int year)
{
    return day.addYears(year - day.year());
}

/// As many days from the week around the same day on, if they were weeks; else the same days.
Period inYear(const Period &covers, int year, const WeekRules &rules)
{
    const QDate first = inYear(covers.first, year);
    if (covers.days() % daysOfWeek != 0)
        return {first, first.addDays(covers.days() - 1)};
    const QDate begins = Week::of(first, rules).days(rules).first;
    return {begins, begins.addDays(covers.days() - 1)};
}

/// The day that a warning says nobody knows the year of: "--10-07".
std::optional<TitleDay> dayWithoutYear(const ImportedNote &note)
{
    for (const Warning &warning : note.warnings) {
        const QStringList parts = warning.facts.value(0).split(u'-', Qt::SkipEmptyParts);
        if (warning.kind == Warning::Kind::YearUnknown && parts.size() == 2)
            return TitleDay{{}, parts[0].toInt(), parts[1].toInt()};
    }
    return std::nullopt;
}

Period weeksFrom(QDate day, NoteKind kind, const WeekRules &rules)
{
    const QDate first = Week::of(day, rules).days(rules).first;
    const int weeks = kind == NoteKind::Weeknote ? 1 : kind == NoteKind::Fortnight ? 2 : 3;
    return {first, first.addDays(qint64(weeks) * daysOfWeek - 1)};
}

} // namespace

void correctTitle(ImportedNote &note, const QString &title)
{
    note.draft.fields.title = title;
    replaceGuess(note, u"title"_s, title);
}

void correctNumber(ImportedNote &note, const SeasonNumber &number)
{
    note.draft.fields.number = number;
    replaceGuess(note, u"episode"_s, number.episode ? QString::number(*number.episode) : QString());
}

void correctStatus(ImportedNote &note, NoteStatus status)
{
    note.draft.fields.status = status;
    replaceGuess(note, u"status"_s, nameOf(status));
}

void correctPeriod(ImportedNote &note, const Period &covers)
{
    setPeriod(note, covers);
    std::erase_if(note.guesses, [](const Guess &guess) { return guess.field == u"year"_s; });
    forget(note, Warning::Kind::YearUnknown);
    NoteFields &fields = note.draft.fields;
    if (fields.kind != NoteKind::Post && kindForDays(covers.days()) != fields.kind) {
        fields.kind = kindForDays(covers.days());
        replaceGuess(note, u"kind"_s, nameOf(fields.kind));
    }
}

void correctKind(ImportedNote &note, NoteKind kind, const WeekRules &rules)
{
    NoteFields &fields = note.draft.fields;
    const std::optional<QDate> day = fields.covers ? std::optional(fields.covers->first) : writingDay(fields);
    if (kind == NoteKind::Post) {
        if (isGuessed(note, u"covers")) {
            fields.covers.reset();
            std::erase_if(note.guesses, [](const Guess &guess) { return guess.field == u"covers"_s; });
        }
        forget(note, Warning::Kind::PeriodUnknown);
    } else if (day && (!fields.covers || kindForDays(fields.covers->days()) != kind)) {
        setPeriod(note, weeksFrom(*day, kind, rules));
    }
    fields.kind = kind;
    replaceGuess(note, u"kind"_s, nameOf(kind));
}

bool correctYear(ImportedNote &note, int year, const WeekRules &rules)
{
    NoteFields &fields = note.draft.fields;
    const auto unplaced = dayWithoutYear(note);
    const bool moves = isGuessed(note, u"year") || isGuessed(note, u"covers");
    const bool movesWritten = fields.written && isGuessed(note, u"written");
    const bool movesPublished = fields.published && isGuessed(note, u"published");
    if (!unplaced && !(moves && fields.covers) && !movesWritten && !movesPublished)
        return false;
    if (movesWritten)
        fields.written = inYear(*fields.written, year);
    if (movesPublished)
        fields.published = fields.published->addYears(year - fields.published->date().year());
    if (fields.covers)
        setPeriod(note, inYear(*fields.covers, year, rules));
    else if (unplaced && dateOf(*unplaced, year).isValid() && fields.kind != NoteKind::Post)
        setPeriod(note, weeksFrom(dateOf(*unplaced, year), fields.kind, rules));
    replaceGuess(note, u"year"_s, QString::number(year));
    forget(note, Warning::Kind::YearUnknown);
    return true;
}

bool readTitleAs(ImportedNote &note, const TitlePattern &pattern, const WeekRules &rules)
{
    NoteFields &fields = note.draft.fields;
    const auto reading = pattern.read(fields.title);
    if (!reading)
        return false;
    if (!reading->number.isEmpty())
        correctNumber(note, reading->number);
    const QDate near = fields.covers ? fields.covers->first : writingDay(fields).value_or(QDate());
    const auto dayOf = [&](const std::optional<TitleDay> &day) {
        if (!day)
            return QDate();
        return day->year ? dateOf(*day) : near.isValid() ? nearestDate(*day, near) : QDate();
    };
    const QDate start = dayOf(reading->start);
    const QDate end = dayOf(reading->end);
    if (start.isValid() && end.isValid() && start <= end)
        correctPeriod(note, {start, end});
    else if (start.isValid() || end.isValid())
        correctPeriod(note, Week::of(start.isValid() ? start : end, rules).days(rules));
    if (const QDate written = dayOf(reading->written); written.isValid()) {
        fields.written = written;
        replaceGuess(note, u"written"_s, isoDay(written));
    }
    return true;
}

} // namespace Weeknotes
