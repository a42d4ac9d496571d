// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/note.h"
#include "markdown/anthology.h"

namespace Weeknotes {

/// What a note says of something, and which note that is.
struct NotePassage
{
    NoteHeader note;
    Markdown::Passage passage;
};

} // namespace Weeknotes
