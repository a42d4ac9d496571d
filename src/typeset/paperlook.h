// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/palette.h"
#include "style/typography.h"

#include <QMarginsF>

namespace Weeknotes::PaperLook {

// Of the sheet, mm; head and number stand in the header and the footer, which are no margins, since some devices paint
// none there.
inline constexpr QMarginsF margins(25, 20, 25, 10);
inline constexpr qreal header = 12;
inline constexpr qreal footer = 12;
inline constexpr qreal bodyPoints = 11; ///< as the page's print style has it
inline constexpr qreal numberPoints = 9;
inline constexpr qreal millimetre = 72 / 25.4; ///< points

} // namespace Weeknotes::PaperLook
