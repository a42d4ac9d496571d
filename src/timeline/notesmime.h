// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/id.h"

#include <QMimeData>

#include <memory>
#include <vector>

namespace Weeknotes {

/// What a drag of notes holds: their ids, for this program alone.
[[nodiscard]] std::unique_ptr<QMimeData> mimeDataOf(const std::vector<NoteId> &notes);
/// The notes in it; none where it holds something else.
[[nodiscard]] std::vector<NoteId> notesIn(const QMimeData *data);
[[nodiscard]] QString notesMimeType();

} // namespace Weeknotes
