// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/newnote.h"

#include "core/titlepattern.h"

#include <algorithm>
#include <iterator>

namespace Weeknotes {

namespace {

constexpr int longPause = 5 * 7; // days

/// The newest note but `self`, and posts, that ends no later than `last` and has an episode, where it is among the
/// newest of all that do: one from a break may have none, but who has given up counting is left alone.
const NoteHeader *newestCounted(const std::vector<NoteHeader> &notes, const std::optional<QDate> &last,
                                const NoteId &self)
{
    std::vector<const NoteHeader *> before;
    for (const NoteHeader &note : notes) {
        if (note.fields.kind != NoteKind::Post && note.id != self && (!last || sortDay(note) <= *last))
            before.push_back(&note);
    }
    const auto newest = before.begin() + std::min(std::ssize(before), std::ptrdiff_t(3));
    std::ranges::partial_sort(before, newest, [](const auto *a, const auto *b) { return newerFirst(*a, *b); });
    const auto counted = std::find_if(before.begin(), newest,
                                      [](const NoteHeader *note) { return note->fields.number.episode.has_value(); });
    return counted == newest ? nullptr : *counted;
}

/// What `title` says where it already is what `own` would make of it, or has a season and an episode in a way that
/// people write them.
std::optional<TitleReading> readWhole(const QString &title, const std::optional<TitlePattern> &own)
{
    if (own) {
        if (auto reading = own->read(title))
            return reading;
    }
    for (const TitlePattern &common : TitlePattern::common()) {
        auto reading = common.read(title);
        if (reading && reading->number.season && reading->number.episode)
            return reading;
    }
    return std::nullopt;
}

} // namespace

std::vector<SeasonNumber> numbersToOffer(const std::vector<NoteHeader> &notes, const std::optional<Period> &covers,
                                         const NoteId &self)
{
    const auto *before = newestCounted(notes, covers.transform([](const Period &days) { return days.last; }), self);
    if (!before)
        return {};
    const auto isFree = [&](const SeasonNumber &number) {
        return std::ranges::none_of(notes, [&](const NoteHeader &note) {
            return note.id != self && note.fields.number.season == number.season && note.fields.number.covers(number);
        });
    };
    const auto nextFree = [&](SeasonNumber number) {
        while (!isFree(number))
            ++*number.episode;
        return number;
    };
    const SeasonNumber &number = before->fields.number;
    std::vector<SeasonNumber> offered{nextFree({number.season, number.lastEpisode.value_or(*number.episode) + 1})};
    if (covers && number.season && sortDay(*before).daysTo(covers->first) - 1 > longPause)
        offered.push_back(nextFree({*number.season + 1, 1}));
    return offered;
}

std::optional<Period> periodOfNewNote(NoteKind kind, const std::optional<Week> &first, const Week &open,
                                      const std::vector<NoteHeader> &notes, const WeekRules &rules)
{
    switch (kind) {
    case NoteKind::Post:
        return first.transform([&](const Week &week) { return week.days(rules); });
    case NoteKind::Weeknote:
        return first.value_or(open).days(rules);
    case NoteKind::Fortnight: {
        const Week begin = first.value_or(open.previous());
        return Period{begin.days(rules).first, begin.next().days(rules).last};
    }
    case NoteKind::Longer:
        break;
    }
    std::optional<QDate> begin = first.transform([&](const Week &week) { return week.days(rules).first; });
    for (const NoteHeader &note : notes) {
        if (!first && note.fields.kind != NoteKind::Post && note.fields.covers)
            begin = std::max(begin.value_or(QDate()), note.fields.covers->last.addDays(1));
    }
    return begin.transform(
        [&](QDate day) { return Period{day, std::max(open, Week::of(day, rules)).days(rules).last}; });
}

const NoteHeader *noteWithin(const Period &period, const std::vector<NoteHeader> &notes)
{
    const auto found = std::ranges::find_if(notes, [&](const NoteHeader &note) {
        return note.fields.kind != NoteKind::Post && note.fields.covers && note.fields.covers->overlaps(period);
    });
    return found == notes.end() ? nullptr : &*found;
}

NoteFields fieldsOfNewNote(NoteKind kind, std::optional<Period> covers, const QString &title,
                           const std::vector<NoteHeader> &notes, const LibrarySettings &settings, QDate today,
                           const QLocale &system)
{
    NoteFields fields;
    fields.kind = kind;
    fields.covers = covers;
    fields.title = title;
    if (kind == NoteKind::Post)
        return fields;
    if (const auto offered = numbersToOffer(notes, covers); !offered.empty())
        fields.number = offered.front();
    const QLocale locale = settings.language.isEmpty() ? system : QLocale(settings.language);
    const auto pattern = TitlePattern::parse(settings.titlePatternOf(fields.number.season), locale);
    const auto whole = title.isEmpty() ? std::nullopt : readWhole(title, pattern);
    if (whole && !whole->number.isEmpty())
        fields.number = whole->number;
    else if (pattern && !whole)
        fields.title = pattern->write({fields.number, covers, today, title});
    return fields;
}

} // namespace Weeknotes
