// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exporter/exporter.h"

namespace Weeknotes {

class RememberedFolder;

// Exports of a file or more a note into a RememberedFolder: see exportNotes().

/// As one of the generators wants it, or Weeknotes itself.
[[nodiscard]] Result<ExportReport> exportMarkdown(PostSource &source, const ExportRequest &request,
                                                  const GoesOn &goesOn);
/// As Medium's account export, and all of that once more as "medium-export.zip".
[[nodiscard]] Result<ExportReport> exportMediumArchive(PostSource &source, const ExportRequest &request,
                                                       const GoesOn &goesOn);

/// Commits the folder for it.
[[nodiscard]] Result<ExportReport> finished(RememberedFolder &folder, ExportReport report);

/// Hands each note of the request and its post to `use`, until one fails or somebody stops it. What can't be read of
/// images goes to `report`.
[[nodiscard]] Result<void> eachPost(PostSource &source, const ExportRequest &request, const GoesOn &goesOn,
                                    ExportReport &report,
                                    const std::function<Result<void>(const Note &note, const Post &post)> &use);

} // namespace Weeknotes
