// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/pagecolours.h"

#include "style/contrast.h"

#include <array>

namespace Weeknotes {

std::span<const PageColour> pageColours()
{
    using enum PageColour::Name;
    static const std::array<PageColour, 9> colours{{{Blue, QColor(0x1B, 0x5F, 0xA8)},
                                                    {Indigo, QColor(0x4B, 0x4F, 0xB3)},
                                                    {Purple, QColor(0x7B, 0x3F, 0xA0)},
                                                    {Plum, QColor(0xA0, 0x33, 0x6E)},
                                                    {Red, QColor(0xB3, 0x26, 0x1E)},
                                                    {Brown, QColor(0x8F, 0x4A, 0x0E)},
                                                    {Olive, QColor(0x5F, 0x6B, 0x00)},
                                                    {Petrol, QColor(0x00, 0x69, 0x6F)},
                                                    {Slate, QColor(0x4A, 0x55, 0x60)}}};
    return colours;
}

Palette pagePalette(Scheme scheme, const QColor &colour)
{
    Palette colours = palette(scheme);
    if (colour.isValid()) {
        colours.green = readableOn(colours.page, colour);
        colours.onGreen =
            contrast(colours.green, Qt::white) >= contrast(colours.green, Qt::black) ? Qt::white : Qt::black;
    }
    return colours;
}

} // namespace Weeknotes
