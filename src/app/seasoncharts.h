// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/statisticscharts.h"
#include "insight/stretchfigures.h"

namespace Weeknotes {

/// "Season 5", "2026".
[[nodiscard]] QString stretchName(const Stretch &stretch);

/// The figures and charts of a season, beside those of the one before if there was one.
[[nodiscard]] std::vector<ChartColumn::Figure> seasonFigures(const StretchFigures &now, const StretchFigures *before,
                                                             bool showsRuns);
[[nodiscard]] ChartRows seasonCharts(const StretchFigures &now, const StretchFigures *before, const SeasonTexts &texts,
                                     const LibrarySettings &settings);

} // namespace Weeknotes
