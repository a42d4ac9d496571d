// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/notefilter.h"

namespace Weeknotes {

/// What the text of a note holds, as the timeline's filter asks for it. People are those named "@robin", and those whom
/// it thanks (insight/thanks.h).
[[nodiscard]] NoteTraits traitsOf(const QString &markdown);

/// Gathers them of all notes; for Notebook::readAll.
struct TraitsReader
{
    QHash<NoteId, NoteTraits> traits;

    void add(const Note &note) { traits.insert(note.header.id, traitsOf(note.text)); }
};

/// In how many notes a person is named, and on which day last.
struct PersonNamed
{
    int notes = 0;
    QDate last;
    bool operator==(const PersonNamed &) const = default;
};
/// By name, as traitsOf() has it: of all `notes` that stand before `note`.
[[nodiscard]] QHash<QString, PersonNamed> peopleNamed(const QHash<NoteId, NoteTraits> &traits,
                                                      const std::vector<NoteHeader> &notes, const NoteHeader &note);

} // namespace Weeknotes
