// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/note.h"

namespace Weeknotes {

class FrontMatterWriter;

/// The whole note as a Markdown file: its fields as YAML front matter, then its text as it is, private passages too.
/// The importer reads it back without loss. Fields that are empty or unknown are left out.
[[nodiscard]] QString noteFile(const Note &note);
/// Likewise, with the note's id as the first field: for a file that is to be known again.
[[nodiscard]] QString noteFileWithId(const Note &note);

/// The fields that only a weeknote has, for any file that is to be read back without loss.
void writeWeekFields(FrontMatterWriter &writer, const NoteFields &fields);

} // namespace Weeknotes
