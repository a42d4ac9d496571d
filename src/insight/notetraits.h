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

} // namespace Weeknotes
