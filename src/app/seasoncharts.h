// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/statisticscharts.h"
#include "insight/stretchfigures.h"

namespace Weeknotes {

/// "Season 5", "2026"; where the season has a name in `seasons`, "Season 5 · The big move".
[[nodiscard]] QString stretchName(const Stretch &stretch, const SeasonLooks &seasons = {});

/// The figures and charts of a season, beside those of the one before if there was one, by the week: seasons are of
/// many lengths.
[[nodiscard]] std::vector<ChartColumn::Figure> seasonFigures(const StretchFigures &now, const StretchFigures *before,
                                                             bool showsRuns);
[[nodiscard]] ChartRows seasonCharts(const StretchFigures &now, const StretchFigures *before, const SeasonTexts &texts,
                                     const LibrarySettings &settings);

} // namespace Weeknotes
