// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/statsreport.h"

#include "cli/jsonwriter.h"
#include "cli/printer.h"
#include "cli/table.h"
#include "core/isotext.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>
#include <ranges>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

struct StatsWords
{
    Q_DECLARE_TR_FUNCTIONS(Weeknotes::StatsCommand)
};

constexpr int longestList = 20; ///< of JSON
constexpr int shortList = 5;    ///< of the text for people

/// Writes `{…}` or `[…]` as the value of `key`.
template <typename Write> void writeObject(JsonWriter &json, QLatin1StringView key, Write write)
{
    json.key(key);
    json.beginObject();
    write();
    json.endObject();
}

template <typename Items, typename Write>
void writeArray(JsonWriter &json, QLatin1StringView key, const Items &items, Write write)
{
    json.key(key);
    json.beginArray();
    for (const auto &item : items) {
        json.beginObject();
        write(item);
        json.endObject();
    }
    json.endArray();
}

void writeTotals(JsonWriter &json, const StatsReport &report)
{
    const WritingFacts &facts = report.figures.writing;
    const auto idText = [](const NoteId &id) { return id.toString(); };
    json.member("season"_L1, report.figures.stretch.season);
    json.member("year"_L1, report.figures.stretch.year);
    json.member("notes"_L1, facts.notes);
    json.member("words"_L1, facts.words);
    json.member("minutes"_L1, facts.minutes);
    json.member("median_words"_L1, facts.medianWords);
    json.member("longest"_L1, facts.longest.transform(idText));
    json.member("shortest"_L1, facts.shortest.transform(idText));
    writeObject(json, "kinds"_L1, [&] {
        for (const NoteKind kind : {NoteKind::Weeknote, NoteKind::Fortnight, NoteKind::Longer, NoteKind::Post})
            json.member(QLatin1StringView(nameOf(kind).toLatin1()), facts.kinds[size_t(kind)]);
    });
    writeObject(json, "statuses"_L1, [&] {
        for (const NoteStatus status : {NoteStatus::Draft, NoteStatus::Ready, NoteStatus::Published})
            json.member(QLatin1StringView(nameOf(status).toLatin1()), facts.statuses[size_t(status)]);
    });
}

void writeWeeks(JsonWriter &json, const StatsReport &report)
{
    const WeekStates &states = report.figures.states;
    writeObject(json, "weeks"_L1, [&] {
        json.member("noted"_L1, states.noted);
        json.member("paused"_L1, states.paused);
        json.member("missed"_L1, states.missed);
    });
    writeArray(json, "runs"_L1, report.figures.runs, [&json](const Run &run) {
        json.member("first"_L1, run.first.toString());
        json.member("last"_L1, run.last.toString());
        json.member("weeks"_L1, run.weeks);
        json.member("goes_on"_L1, run.goesOn);
    });
    writeArray(json, "pauses"_L1, report.figures.pauses, [&json](const Pause &pause) {
        json.member("from"_L1, isoDay(pause.from));
        json.member("planned_to"_L1, pause.plannedTo.transform(isoDay));
        json.member("to"_L1, pause.to.transform(isoDay));
    });
    writeArray(json, "by_week"_L1, report.figures.weeks, [&json](const WeekOfWords &week) {
        json.member("week"_L1, week.week.toString());
        json.member("state"_L1, nameOf(week.state));
        json.member("season"_L1, week.season);
        json.member("words"_L1, week.words);
    });
    writeArray(json, "by_year"_L1, report.figures.writing.years, [&json](const YearOfNotes &year) {
        json.member("year"_L1, year.year);
        json.member("notes"_L1, year.notes());
        json.member("words"_L1, year.words);
    });
    writeArray(json, "seasons"_L1, report.figures.writing.seasons, [&json](const SeasonOfNotes &season) {
        json.member("season"_L1, season.season);
        json.member("from"_L1, isoDay(season.days.first));
        json.member("to"_L1, isoDay(season.days.last));
        json.member("notes"_L1, season.notes);
        json.member("words"_L1, season.words);
    });
}

void writeHabits(JsonWriter &json, const WritingFacts &facts)
{
    static constexpr std::array days{"monday"_L1, "tuesday"_L1,  "wednesday"_L1, "thursday"_L1,
                                     "friday"_L1, "saturday"_L1, "sunday"_L1};
    writeObject(json, "weekdays"_L1, [&] {
        for (size_t day = 0; day < days.size(); ++day)
            json.member(days[day], facts.weekdays[day]);
    });
    json.key("delays"_L1);
    json.beginArray();
    for (const int delay : facts.delays)
        json.value(delay);
    json.endArray();
}

void writeTexts(JsonWriter &json, const LibraryFacts &texts)
{
    const auto list = [&json](QLatin1StringView key, QLatin1StringView what, QLatin1StringView count,
                              const std::vector<NamedCount> &tallies) {
        writeArray(json, key, tallies | std::views::take(longestList), [&](const NamedCount &tally) {
            json.member(what, tally.name);
            json.member(count, tally.count);
        });
    };
    list("sections"_L1, "name"_L1, "notes"_L1, texts.sections());
    list("links"_L1, "host"_L1, "count"_L1, texts.hosts());
    list("people"_L1, "name"_L1, "notes"_L1, texts.people());
    writeArray(json, "most_used"_L1, mostUsedWords(texts.words(), {}, longestList), [&json](const WordUse &use) {
        json.member("word"_L1, use.word);
        json.member("count"_L1, use.count);
    });
}

QString stretchText(const Stretch &stretch)
{
    QStringList parts;
    if (stretch.season)
        parts << StatsWords::tr("Season %1").arg(*stretch.season);
    if (stretch.year)
        parts << QString::number(*stretch.year);
    return parts.isEmpty() ? StatsWords::tr("All notes") : parts.join(u", "_s);
}

QString tallyText(const std::vector<NamedCount> &tallies)
{
    QStringList parts;
    for (const NamedCount &tally : tallies | std::views::take(shortList))
        parts << StatsWords::tr("%1 (%2)", "name, how often").arg(tally.name).arg(tally.count);
    return parts.join(u", "_s);
}

/// "name  value" lines, aligned; empty values are left out.
void printPairs(Printer &printer, const std::vector<std::pair<QString, QString>> &pairs)
{
    int width = 0;
    for (const auto &[name, value] : pairs) {
        if (!value.isEmpty())
            width = std::max(width, columnWidth(name));
    }
    for (const auto &[name, value] : pairs) {
        if (!value.isEmpty())
            printer.line(name + QString(width - columnWidth(name) + 2, u' ') + value);
    }
}

QString weekStatesText(const StatsReport &report)
{
    const WeekStates &states = report.figures.states;
    QStringList parts{StatsWords::tr("%Ln written", nullptr, states.noted)};
    if (states.paused > 0)
        parts << StatsWords::tr("%Ln in pauses", nullptr, states.paused);
    if (states.missed > 0)
        parts << StatsWords::tr("%Ln without a note", nullptr, states.missed);
    return parts.join(u", "_s);
}

QString runsText(const StatsReport &report)
{
    if (!report.showsRuns || report.figures.runs.empty())
        return {};
    const int now = report.figures.stretch == Stretch{} ? currentRun(report.figures.runs) : 0;
    const QString longest = StatsWords::tr("%Ln week(s)", nullptr, longestRun(report.figures.runs));
    return now > 0 ? StatsWords::tr("%1; %2 now").arg(longest, StatsWords::tr("%Ln week(s)", nullptr, now)) : longest;
}

void printSeasons(const std::vector<SeasonOfNotes> &seasons, Printer &printer)
{
    if (seasons.size() < 2)
        return;
    Table table({{StatsWords::tr("SEASON"), Qt::AlignRight},
                 {StatsWords::tr("FROM")},
                 {StatsWords::tr("TO")},
                 {StatsWords::tr("NOTES"), Qt::AlignRight},
                 {StatsWords::tr("WORDS"), Qt::AlignRight}});
    for (const SeasonOfNotes &season : seasons) {
        table.addRow({QString::number(season.season), isoDay(season.days.first), isoDay(season.days.last),
                      QString::number(season.notes), QString::number(season.words)});
    }
    printer.line({});
    table.print(printer);
}

} // namespace

QByteArray statsJson(const StatsReport &report)
{
    JsonWriter json;
    json.beginObject();
    writeTotals(json, report);
    writeWeeks(json, report);
    writeHabits(json, report.figures.writing);
    writeTexts(json, report.texts);
    json.endObject();
    return json.document();
}

void printStats(const StatsReport &report, Printer &printer)
{
    const WritingFacts &facts = report.figures.writing;
    printer.line(stretchText(report.figures.stretch));
    if (facts.notes == 0)
        return printer.line(StatsWords::tr("There are no notes."));
    QStringList words;
    for (const WordUse &use : mostUsedWords(report.texts.words(), {}, 2 * shortList))
        words << use.word;
    const QLocale locale;
    const auto number = [&locale](int value) { return locale.toString(value); };
    printPairs(printer, {{StatsWords::tr("Notes"), number(facts.notes)},
                         {StatsWords::tr("Words"), StatsWords::tr("%1, %2 in the usual note", "all words, the median")
                                                       .arg(number(facts.words), number(facts.medianWords))},
                         {StatsWords::tr("To read"), StatsWords::tr("%Ln minute(s)", nullptr, facts.minutes)},
                         {StatsWords::tr("Weeks"), weekStatesText(report)},
                         {StatsWords::tr("Longest run"), runsText(report)},
                         {StatsWords::tr("Sections"), tallyText(report.texts.sections())},
                         {StatsWords::tr("Links to"), tallyText(report.texts.hosts())},
                         {StatsWords::tr("Thanks to"), tallyText(report.texts.people())},
                         {StatsWords::tr("About"), words.join(u", "_s)}});
    printSeasons(facts.seasons, printer);
}

} // namespace Weeknotes
