// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exporter/exporter.h"

namespace Weeknotes {

/// Brings the site of `request.notes` in its folder up to date: see exportNotes(). Notes and lists that would give the
/// same page are neither read nor written. Files of an earlier export that belong to no page any more go, unless
/// somebody edited them; where a note's slug changed, its old page leads to the new one.
[[nodiscard]] Result<ExportReport> exportSite(PostSource &source, const ExportRequest &request, const GoesOn &goesOn);

} // namespace Weeknotes
