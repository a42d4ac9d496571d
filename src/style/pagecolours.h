// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

} // namespace Weeknotes
