// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chartcolumn.h"
#include "app/shelf.h"
#include "insight/libraryfacts.h"

namespace Weeknotes {

using ChartRows = std::vector<std::vector<std::unique_ptr<const Chart>>>;

/// The figures and charts of all years, with what they show in words.
struct Statistics
{
    std::vector<ChartColumn::Figure> figures;
    ChartRows charts;
};
[[nodiscard]] Statistics statisticsOf(const Shelf &shelf, const LibraryFacts &facts);

} // namespace Weeknotes
