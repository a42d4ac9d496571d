// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/palette.h"

#include <QColor>

#include <span>

namespace Weeknotes {

/// A colour for the marks and links of pages.
struct PageColour
{
    enum class Name
    {
        Blue,
        Indigo,
        Purple,
        Plum,
        Red,
        Brown,
        Olive,
        Petrol,
        Slate
    };

    Name name = Name::Blue;
    QColor colour;
};

/// Those to choose from, beside our green. Each is read on the light page as it is (4.5:1 or more).
[[nodiscard]] std::span<const PageColour> pageColours();

/// The colours of a page whose marks are in `colour`, as dark or light as it must be to be read there; in our green,
/// where it is invalid.
[[nodiscard]] Palette pagePalette(Scheme scheme, const QColor &colour);

} // namespace Weeknotes
