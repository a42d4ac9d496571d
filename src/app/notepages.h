// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/error.h"
#include "core/id.h"

#include <QString>

#include <vector>

namespace Weeknotes {

/// What writing pages left behind.
struct WrittenPages
{
    QStringList slugs;       ///< of the notes, in their order
    std::vector<Error> lost; ///< images that they must do without
};

/// Writes the pages of notes into `folder`, read with a connection of its own: for any thread but the window's. Errors:
/// those of Library and writePages.
[[nodiscard]] Result<WrittenPages> writeNotePages(const std::vector<NoteId> &notes, const QString &library,
                                                  const QString &folder, const Clock &clock);

} // namespace Weeknotes
