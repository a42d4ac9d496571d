// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "exporter/exporter.h"

namespace Weeknotes {

/// exportNotes() with a connection of its own to `library`: for any thread but the window's.
[[nodiscard]] Result<ExportReport> exportFrom(const QString &library, const Clock &clock, const ExportRequest &request,
                                              const GoesOn &goesOn = {});

/// Likewise the post of one note, without where other pages of it stand.
[[nodiscard]] Result<Post> postFrom(const QString &library, const Clock &clock, const NoteId &note);

} // namespace Weeknotes
