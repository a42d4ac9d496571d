// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/renumber.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Weeknotes {
namespace {

/// Digits in a title.
struct DigitRun
{
    qsizetype begin = 0;
    QString text;

    [[nodiscard]] bool says(const std::optional<int> &number) const
    {
        constexpr qsizetype longest = 9; // digits of an int
        return number && text.size() <= longest && text.toInt() == *number;
    }
    /// How many digits it shows that the number is written with at least.
    [[nodiscard]] int digits() const { return text.startsWith(u'0') ? int(text.size()) : 1; }
};

std::vector<DigitRun> digitRuns(const QString &title)
{
    std::vector<DigitRun> runs;
    for (qsizetype i = 0; i < title.size(); ++i) {
        if (title[i] < u'0' || title[i] > u'9')
            continue;
        if (runs.empty() || runs.back().begin + runs.back().text.size() != i)
            runs.push_back({i, {}});
        runs.back().text += title[i];
    }
    return runs;
}

/// The run that says the episode of `number`, behind one that says its season; the end where none does.
std::vector<DigitRun>::const_iterator episodeIn(const std::vector<DigitRun> &runs, const SeasonNumber &number)
{
    for (auto run = runs.begin(); run != runs.end(); ++run) {
        const bool follows = !number.season || (run != runs.begin() && std::prev(run)->says(number.season));
        if (run->says(number.episode) && follows)
            return run;
    }
    return runs.end();
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
        const auto runs = digitRuns(note->fields.title);
        const auto episode = episodeIn(runs, note->fields.number);
        if (episode != runs.end())
            digits = std::max(digits, episode->digits());
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
    const auto runs = digitRuns(title);
    const auto episode = episodeIn(runs, before);
    if (episode == runs.end() || !after.episode)
        return title;
    QString changed = title;
    // From the end, so that the places before stay where they are.
    const auto put = [&changed](const DigitRun &run, int number, int least) {
        changed.replace(run.begin, run.text.size(), padded(number, std::max(least, run.digits())));
    };
    const auto last = std::next(episode);
    if (before.lastEpisode && after.lastEpisode && last != runs.end() && last->says(before.lastEpisode))
        put(*last, *after.lastEpisode, digits);
    put(*episode, *after.episode, digits);
    if (before.season && after.season)
        put(*std::prev(episode), *after.season, 1);
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
