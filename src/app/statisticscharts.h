// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chartcolumn.h"
#include "app/shelf.h"
#include "insight/libraryfacts.h"

namespace Weeknotes {

using ChartRows = std::vector<std::vector<std::unique_ptr<const Chart>>>;

/// The figures and charts of all years, with what they show in words.
[[nodiscard]] std::vector<ChartColumn::Figure> statisticsFigures(const Shelf &shelf);
[[nodiscard]] ChartRows statisticsCharts(const Shelf &shelf, const LibraryFacts &facts);

} // namespace Weeknotes
