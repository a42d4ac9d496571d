// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/newnote.h"

#include "core/titlepattern.h"

#include <QLocale>

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

NoteFields fieldsOfNewNote(NoteKind kind, std::optional<Period> covers, const QString &title,
                           const std::vector<NoteHeader> &notes, const LibrarySettings &settings, QDate today)
{
    NoteFields fields;
    fields.kind = kind;
    fields.covers = covers;
    fields.title = title;
    if (kind == NoteKind::Post)
        return fields;
    fields.number = nextNumber(notes);
    if (const auto pattern = TitlePattern::parse(settings.titlePattern, QLocale(settings.language)))
        fields.title = pattern->write({fields.number, covers, today, title});
    return fields;
}

} // namespace Weeknotes
