// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "exporter/exporter.h"
#include "publisher/losses.h"

#include <atomic>

namespace Weeknotes {

/// exportNotes() with a connection of its own to `library`: for any thread but the window's.
[[nodiscard]] Result<ExportReport> exportFrom(const QString &library, const Clock &clock, const ExportRequest &request,
                                              const GoesOn &goesOn = {});

/// Likewise, what of the notes does not survive when they go out together, as posts of that form, all in all. That an
/// image is missing is not in it: images are not read. Errors: Stopped, once `stop` is true.
[[nodiscard]] Result<std::vector<Loss>> lossesFrom(const QString &library, const Clock &clock,
                                                   const ExportRequest &request, PostForm form,
                                                   const std::atomic_bool &stop);

/// Likewise the post of one note, without where other pages of it stand.
[[nodiscard]] Result<Post> postFrom(const QString &library, const Clock &clock, const NoteId &note);

} // namespace Weeknotes
