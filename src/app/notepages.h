// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/error.h"
#include "core/id.h"

#include <QString>

#include <optional>
#include <vector>

namespace Weeknotes {

/// What writing pages left behind.
struct WrittenPages
{
    QStringList slugs;                 ///< of the notes, in their order
    std::vector<Error> lost;           ///< images that they must do without
    std::optional<Error> stopped = {}; ///< by which the notes behind them have no page
};

/// Writes the pages of notes into `folder`, read with a connection of its own: for any thread but the window's. The
/// error is one before the first page; `stopped` is one of Library and writePages.
[[nodiscard]] Result<WrittenPages> writeNotePages(const std::vector<NoteId> &notes, const QString &library,
                                                  const QString &folder, const Clock &clock);

} // namespace Weeknotes
