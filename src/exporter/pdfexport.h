// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exporter/exporter.h"

namespace Weeknotes {

// Exports of PDFs into a RememberedFolder: see exportNotes().

[[nodiscard]] Result<ExportReport> exportPdfs(PostSource &source, const ExportRequest &request, const GoesOn &goesOn);
/// All notes of the request as one, which bears `request.title`.
[[nodiscard]] Result<ExportReport> exportBook(PostSource &source, const ExportRequest &request, const GoesOn &goesOn);

} // namespace Weeknotes
