// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/writingfacts.h"

#include "core/run.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <functional>
#include <iterator>
#include <map>
#include <set>

namespace Weeknotes {
namespace {

void addDelay(const NoteHeader &note, WritingFacts &facts)
{
    const auto delay = delayOf(note);
    if (!delay)
        return;
    const QDate written = note.fields.covers->last.addDays(*delay);
    ++facts.weekdays[size_t(written.dayOfWeek() - 1)];
    facts.delays.push_back(*delay);
}

void addSeason(const NoteHeader &note, std::map<int, SeasonOfNotes> &seasons)
{
    const auto number = note.fields.number.season;
    if (!number)
        return;
    const QDate day = sortDay(note);
    const Period days = note.fields.covers.value_or(Period{day, day});
    SeasonOfNotes &season = seasons.try_emplace(*number, SeasonOfNotes{.season = *number, .days = days}).first->second;
    ++season.notes;
    season.words += note.words;
    season.days = {std::min(season.days.first, days.first), std::max(season.days.last, days.last)};
}

std::vector<YearOfNotes> withoutGaps(const std::map<int, YearOfNotes> &known)
{
    std::vector<YearOfNotes> years;
    for (const auto &[number, year] : known) {
        while (!years.empty() && years.back().year + 1 < number)
            years.push_back({.year = years.back().year + 1});
        years.push_back(year);
    }
    return years;
}

void measureLengths(std::vector<const NoteHeader *> worded, WritingFacts &facts)
{
    if (worded.empty())
        return;
    std::ranges::sort(worded, [](const NoteHeader *a, const NoteHeader *b) { return newerFirst(*b, *a); });
    const auto words = [](const NoteHeader *note) { return note->words; };
    facts.longest = (*std::ranges::max_element(worded, {}, words))->id;
    facts.shortest = (*std::ranges::min_element(worded, {}, words))->id;
    for (const NoteHeader *note : worded)
        facts.lengths.push_back(note->words);
    std::ranges::sort(facts.lengths);
    const size_t middle = facts.lengths.size() / 2;
    facts.medianWords =
        facts.lengths.size() % 2 ? facts.lengths[middle] : (facts.lengths[middle - 1] + facts.lengths[middle]) / 2;
}

} // namespace

WritingFacts writingFacts(const std::vector<NoteHeader> &notes)
{
    WritingFacts facts;
    std::map<int, YearOfNotes> years;
    std::map<int, SeasonOfNotes> seasons;
    std::vector<const NoteHeader *> worded;
    for (const NoteHeader &note : notes) {
        ++facts.notes;
        facts.words += note.words;
        facts.minutes += note.minutes;
        ++facts.kinds[size_t(note.fields.kind)];
        ++facts.statuses[size_t(note.fields.status)];
        if (const auto day = knownDay(note)) {
            YearOfNotes &year = years.try_emplace(day->year(), YearOfNotes{.year = day->year()}).first->second;
            ++year.kinds[size_t(note.fields.kind)];
            year.words += note.words;
        }
        addSeason(note, seasons);
        addDelay(note, facts);
        if (note.words > 0)
            worded.push_back(&note);
    }
    facts.years = withoutGaps(years);
    for (const auto &[number, season] : seasons)
        facts.seasons.push_back(season);
    std::ranges::sort(facts.delays);
    measureLengths(std::move(worded), facts);
    return facts;
}

std::vector<WeekOfWords> wordsByWeek(const std::vector<TimelineWeek> &timeline, const std::vector<NoteHeader> &notes)
{
    QHash<NoteId, const NoteHeader *> byId;
    QHash<NoteId, int> weeksOfNote;
    for (const NoteHeader &note : notes)
        byId.insert(note.id, &note);
    for (const TimelineWeek &week : timeline) {
        for (const NoteId &id : week.notes)
            ++weeksOfNote[id];
    }
    std::vector<WeekOfWords> weeks;
    weeks.reserve(timeline.size());
    QSet<NoteId> firstMet; // whose first week has what its words leave over
    for (const TimelineWeek &week : timeline) {
        WeekOfWords entry{week.week, week.days, week.state, 0, week.notes, {}};
        for (const NoteId &id : week.notes) {
            const NoteHeader *note = byId.value(id);
            if (!note)
                continue;
            const int share = weeksOfNote.value(id);
            entry.words += note->words / share + (firstMet.contains(id) ? 0 : note->words % share);
            firstMet.insert(id);
            if (!entry.season)
                entry.season = note->fields.number.season;
        }
        weeks.push_back(std::move(entry));
    }
    return weeks;
}

std::vector<WeekOfWords> weeksOf(const Stretch &stretch, const std::vector<WeekOfWords> &weeks,
                                 const std::vector<NoteHeader> &notes)
{
    if (stretch == Stretch{})
        return weeks;
    QSet<NoteId> wanted;
    for (const NoteHeader &note : notes) {
        if (stretch.holds(note))
            wanted.insert(note.id);
    }
    const auto has = [&wanted](const WeekOfWords &week) {
        return std::ranges::any_of(week.notes, [&](const NoteId &id) { return wanted.contains(id); });
    };
    const auto first = std::ranges::find_if(weeks, has);
    const auto last = std::find_if(weeks.rbegin(), std::make_reverse_iterator(first), has).base();
    return {first, last};
}

WeekStates statesOf(const std::vector<WeekOfWords> &weeks)
{
    const auto count = [&weeks](TimelineWeek::State state) {
        return int(std::ranges::count(weeks, state, &WeekOfWords::state));
    };
    using enum TimelineWeek::State;
    return {.noted = count(Noted), .paused = count(Paused), .missed = count(Missed)};
}

std::vector<Stretch> stretchesOf(const std::vector<NoteHeader> &notes)
{
    std::set<int, std::greater<>> seasons;
    std::set<int, std::greater<>> years;
    for (const NoteHeader &note : notes) {
        if (note.fields.number.season)
            seasons.insert(*note.fields.number.season);
        if (const auto day = knownDay(note))
            years.insert(day->year());
    }
    std::vector<Stretch> all;
    for (const int season : seasons)
        all.push_back({.season = season, .year = {}});
    for (const int year : years)
        all.push_back({.season = {}, .year = year});
    return all;
}

std::optional<Stretch> stretchBefore(const Stretch &stretch, const std::vector<Stretch> &all)
{
    const auto at = std::ranges::find(all, stretch);
    if (at == all.end() || at + 1 == all.end() || (at + 1)->season.has_value() != stretch.season.has_value())
        return std::nullopt;
    return *(at + 1);
}

} // namespace Weeknotes
