// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/renumber.h"

#include "core/numberplace.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Weeknotes {
namespace {

/// How many digits it shows that the number is written with at least.
int leastDigits(const DigitRun &run)
{
    return run.text.startsWith(u'0') ? int(run.text.size()) : 1;
}

QString padded(int number, int digits)
{
    return u"%1"_s.arg(number, digits, 10, QChar(u'0'));
}

/// With how many digits the titles of those notes write an episode at least.
int episodeDigits(const std::vector<const NoteHeader *> &notes)
{
    int digits = 1;
    for (const NoteHeader *note : notes) {
        if (const auto place = placeOfNumber(note->fields.title, note->fields.number))
            digits = std::max(digits, leastDigits(place->episode));
    }
    return digits;
}

std::vector<const NoteHeader *> notesOf(const std::vector<NoteHeader> &notes, int season)
{
    std::vector<const NoteHeader *> found;
    for (const NoteHeader &note : notes) {
        if (note.fields.number.season == season)
            found.push_back(&note);
    }
    std::ranges::sort(found, [](const NoteHeader *a, const NoteHeader *b) { return newerFirst(*b, *a); });
    return found;
}

} // namespace

QString titleWithNumber(const QString &title, const SeasonNumber &before, const SeasonNumber &after, int digits)
{
    const auto place = placeOfNumber(title, before);
    if (!place || !after.episode)
        return title;
    QString changed = title;
    // From the end, so that the places before stay where they are.
    const auto put = [&changed](const DigitRun &run, int number, int least) {
        changed.replace(run.begin, run.text.size(), padded(number, std::max(least, leastDigits(run))));
    };
    if (place->last && after.lastEpisode)
        put(*place->last, *after.lastEpisode, digits);
    put(place->episode, *after.episode, digits);
    if (place->season && after.season)
        put(*place->season, *after.season, 1);
    return changed;
}

std::optional<int> firstEpisodeOf(const std::vector<NoteHeader> &notes, int season)
{
    std::optional<int> first;
    for (const NoteHeader *note : notesOf(notes, season)) {
        if (const auto &episode = note->fields.number.episode)
            first = std::min(first.value_or(*episode), *episode);
    }
    return first;
}

std::vector<NumberChange> numberChanges(const std::vector<NoteHeader> &notes, const Renumbering &renumbering)
{
    const auto first = firstEpisodeOf(notes, renumbering.season);
    const int step = first && renumbering.firstEpisode ? *renumbering.firstEpisode - *first : 0;
    if (step == 0 && renumbering.newSeason == renumbering.season)
        return {};
    const auto season = notesOf(notes, renumbering.season);
    const int digits = episodeDigits(season);
    const auto moved = [step](int episode) { return episode + step; };
    std::vector<NumberChange> changes;
    for (const NoteHeader *note : season) {
        const SeasonNumber &before = note->fields.number;
        const SeasonNumber after{renumbering.newSeason, before.episode.transform(moved),
                                 before.lastEpisode.transform(moved)};
        const QString &title = note->fields.title;
        if (after != before)
            changes.push_back({note->id, before, after, title,
                               renumbering.titles ? titleWithNumber(title, before, after, digits) : title});
    }
    return changes;
}

int numbersTaken(const std::vector<NumberChange> &changes, const std::vector<NoteHeader> &notes)
{
    return int(std::ranges::count_if(changes, [&](const NumberChange &change) {
        return std::ranges::any_of(notes, [&](const NoteHeader &note) {
            return note.fields.number == change.after && !std::ranges::contains(changes, note.id, &NumberChange::id);
        });
    }));
}

std::vector<NumberChange> reversed(std::vector<NumberChange> changes)
{
    for (NumberChange &change : changes) {
        std::swap(change.before, change.after);
        std::swap(change.titleBefore, change.titleAfter);
    }
    return changes;
}

std::vector<FieldsChange> fieldsChanges(const std::vector<NumberChange> &changes, const std::vector<NoteHeader> &notes)
{
    std::vector<FieldsChange> all;
    for (const NumberChange &change : changes) {
        const auto note = std::ranges::find(notes, change.id, &NoteHeader::id);
        if (note == notes.end())
            continue;
        FieldsChange made{note->id, note->revision, note->fields};
        if (made.fields.number == change.before)
            made.fields.number = change.after;
        if (made.fields.title == change.titleBefore)
            made.fields.title = change.titleAfter;
        if (made.fields != note->fields)
            all.push_back(std::move(made));
    }
    return all;
}

} // namespace Weeknotes
