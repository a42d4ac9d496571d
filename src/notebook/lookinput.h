// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insight/lastlook.h"
#include "storage/library.h"

namespace Weeknotes {

/// What the last look at a note has to know of the library: all but the people, the images and the text. Blocks on the
/// disk.
[[nodiscard]] Result<LookInput> lookInput(Library &library, const NoteHeader &note, QDate today);

} // namespace Weeknotes
