// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/newnote.h"

#include "core/titlepattern.h"

#include <algorithm>

namespace Weeknotes {

SeasonNumber nextNumber(const std::vector<NoteHeader> &notes)
{
    const NoteHeader *newest = nullptr;
    for (const NoteHeader &note : notes) {
        if (note.fields.kind != NoteKind::Post && (!newest || newerFirst(note, *newest)))
            newest = &note;
    }
    if (!newest || !newest->fields.number.episode)
        return {};
    SeasonNumber number = newest->fields.number;
    number.episode = number.lastEpisode.value_or(*number.episode) + 1;
    number.lastEpisode.reset();
    return number;
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
    fields.number = nextNumber(notes);
    const QLocale locale = settings.language.isEmpty() ? system : QLocale(settings.language);
    if (const auto pattern = TitlePattern::parse(settings.titlePattern, locale))
        fields.title = pattern->write({fields.number, covers, today, title});
    return fields;
}

} // namespace Weeknotes
