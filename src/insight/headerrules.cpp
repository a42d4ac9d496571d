// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/readingtime.h"
#include "insight/look.h"
#include "insight/thanks.h"
#include "markdown/plaintext.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Weeknotes {
namespace {

/// The weeknotes that stand before this one, newest first, as many as tell of a habit.
std::vector<NoteHeader> notesBefore(const LookInput &input)
{
    constexpr size_t habit = 8;
    std::vector<NoteHeader> before;
    for (const NoteHeader &each : input.notes) {
        if (each.id != input.note.id && each.fields.kind != NoteKind::Post && newerFirst(input.note, each))
            before.push_back(each);
    }
    const size_t some = std::min(habit, before.size());
    std::ranges::partial_sort(before, before.begin() + qsizetype(some), newerFirst);
    before.resize(some);
    return before;
}

/// Whether at least two thirds of `notes` are so; not of none.
template <typename Property> bool isHabit(const std::vector<NoteHeader> &notes, Property property)
{
    return !notes.empty() && 3 * std::ranges::count_if(notes, property) >= 2 * std::ssize(notes);
}

void lookAtNumber(Look &look, const std::vector<NoteHeader> &before)
{
    const SeasonNumber &number = look.input.note.fields.number;
    if (!number.episode) {
        const bool others =
            number.season
                ? std::ranges::any_of(look.input.notes,
                                      [&](const NoteHeader &each) {
                                          return each.id != look.input.note.id &&
                                                 each.fields.number.season == number.season &&
                                                 each.fields.number.episode;
                                      })
                : isHabit(before, [](const NoteHeader &each) { return each.fields.number.episode.has_value(); });
        if (others)
            look.add(LookRule::Number);
        return;
    }
    for (const NoteHeader &each : look.input.notes) {
        const SeasonNumber &taken = each.fields.number;
        const int last = number.lastEpisode.value_or(*number.episode);
        if (each.id != look.input.note.id && taken.episode && taken.season == number.season && *taken.episode <= last &&
            *number.episode <= taken.lastEpisode.value_or(*taken.episode)) {
            look.add(LookRule::NumberTaken, number.toString()).other = each.fields.title;
            return;
        }
    }
}

} // namespace

void lookAtHeader(Look &look)
{
    const NoteFields &fields = look.input.note.fields;
    const std::vector<NoteHeader> before = notesBefore(look.input);
    if (fields.title.trimmed().isEmpty())
        look.add(LookRule::Title);
    if (fields.subtitle.trimmed().isEmpty() &&
        isHabit(before, [](const NoteHeader &each) { return !each.fields.subtitle.trimmed().isEmpty(); }))
        look.add(LookRule::Subtitle);
    if (fields.kind != NoteKind::Post) {
        if (!fields.covers)
            look.add(LookRule::Period);
        lookAtNumber(look, before);
    }
    if (const auto open = [](const Jot &jot) { return !jot.used; };
        const auto jots = int(std::ranges::count_if(look.input.jots, open))) {
        LookFinding &unused = look.add(LookRule::UnusedJots, std::ranges::find_if(look.input.jots, open)->text);
        unused.count = jots;
        unused.key = QString::number(jots);
    }
    const TextMeasure measure = Markdown::measure(*look.input.document->forReaders(look.input.today));
    LookFinding &time = look.add(LookRule::ReadingTime);
    time.count = readingMinutes(measure);
    time.total = measure.count();
}

void lookAtPeople(Look &look)
{
    if (!look.input.people)
        return;
    QSet<QString> named;
    for (const LookProse &prose : look.prose) {
        const QString &words = prose.words();
        const auto name = [&](const QString &person, qsizetype at, qsizetype length) {
            if (at < 0 || named.contains(person))
                return;
            named.insert(person);
            LookFinding &finding = look.add(LookRule::Person, prose.place(at, length), person);
            const PersonNamed before = look.input.people->value(person);
            finding.count = before.notes;
            finding.day = before.last;
        };
        for (const auto &match : placesIn(words, handleForm()))
            name(match.captured(1), match.capturedStart(), match.capturedLength());
        for (const QString &person : peopleThanked(words)) {
            if (!person.startsWith(u'@'))
                name(person, words.indexOf(person), person.size());
        }
    }
}

} // namespace Weeknotes
