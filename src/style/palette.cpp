// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/palette.h"

namespace Weeknotes {

namespace {

constexpr QColor rgb(unsigned value)
{
    return QColor::fromRgb(QRgb(0xff000000u | value));
}

Palette lightPalette()
{
    return {
        .paper = rgb(0xFBFAF7),
        .side = rgb(0xF4F2EC),
        .page = rgb(0xFFFFFF),
        .control = rgb(0xFFFFFF),
        .hover = rgb(0xEFECE5),
        .pressed = rgb(0xE4E0D6),
        .selectedRow = rgb(0xE8EFEA),
        .greenWash = rgb(0xD9EBE3),
        .attentionWash = rgb(0xFAF0E0),
        .selection = rgb(0xCFE4DB),
        .match = rgb(0xFCF0C4),
        .code = rgb(0xF9F9F9),
        .inlineCode = rgb(0xF2F2F2),
        .ink = rgb(0x242424),
        .secondInk = rgb(0x6B6B6B),
        .green = rgb(0x1F6F5C),
        .onGreen = rgb(0xFFFFFF),
        .attention = rgb(0x9A5B00),
        .disabledInk = rgb(0xA3A09A),
        .line = rgb(0xE6E2D9),
        .edge = rgb(0xDDD8CE),
        .pageEdge = rgb(0xE5E5E5),
        .mark = rgb(0x8A8780),
        .rule = rgb(0x242424),
        .greenHover = rgb(0x1B6251),
        .greenPressed = rgb(0x175546),
        .matchEdge = rgb(0xB9790F),
        .misspelt = rgb(0xC8312B),
        .scrollBar = rgb(0xCFCABF),
        .strip = {rgb(0xEFEBE2), rgb(0xCFE4DB), rgb(0x93C3B1), rgb(0x4F9A82), rgb(0x1F6F5C)},
        .tokens = {rgb(0x242424), // Normal
                   rgb(0x8A2A6B), // Keyword
                   rgb(0x1D5B9C), // Type
                   rgb(0x5A3FA8), // Function
                   rgb(0xA03A2D), // Variable
                   rgb(0x4A4A4A), // Operator
                   rgb(0x8A4B00), // Preprocessor
                   rgb(0x6A5A00), // Attribute
                   rgb(0x1F6F5C), // String
                   rgb(0x9A5B00), // Number
                   rgb(0x6B6B6B), // Comment
                   rgb(0xB3261E)},
    };
}

Palette darkPalette()
{
    return {
        .paper = rgb(0x1B1C1B),
        .side = rgb(0x161716),
        .page = rgb(0x202220),
        .control = rgb(0x1E201E),
        .hover = rgb(0x222422),
        .pressed = rgb(0x2A2D2A),
        .selectedRow = rgb(0x24302B),
        .greenWash = rgb(0x1F3D34),
        .attentionWash = rgb(0x33291B),
        .selection = rgb(0x2C6555),
        .match = rgb(0x3A2E14),
        .code = rgb(0x282A28),
        .inlineCode = rgb(0x2C2E2C),
        .ink = rgb(0xE6E4DF),
        .secondInk = rgb(0x9D9A93),
        .green = rgb(0x6CC3A8),
        .onGreen = rgb(0x10231D),
        .attention = rgb(0xE0A458),
        .disabledInk = rgb(0x62615D),
        .line = rgb(0x2C2E2C),
        .edge = rgb(0x343734),
        .pageEdge = rgb(0x343734),
        .mark = rgb(0x73736E),
        .rule = rgb(0xE6E4DF),
        .greenHover = rgb(0x7FD0B6),
        .greenPressed = rgb(0x5FB398),
        .matchEdge = rgb(0xB98A3A),
        .misspelt = rgb(0xFF9B92),
        .scrollBar = rgb(0x444744),
        .strip = {rgb(0x262826), rgb(0x20443A), rgb(0x2C6555), rgb(0x4A957E), rgb(0x7FD0B6)},
        .tokens = {rgb(0xE6E4DF), // Normal
                   rgb(0xE29BCB), // Keyword
                   rgb(0x85B7E8), // Type
                   rgb(0xB9A5F0), // Function
                   rgb(0xE8A097), // Variable
                   rgb(0xC9C6BF), // Operator
                   rgb(0xD9A877), // Preprocessor
                   rgb(0xD2C57A), // Attribute
                   rgb(0x8CCFB5), // String
                   rgb(0xE0A458), // Number
                   rgb(0x9D9A93), // Comment
                   rgb(0xFF8A80)},
    };
}

} // namespace

const Palette &palette(Scheme scheme)
{
    static const Palette light = lightPalette();
    static const Palette dark = darkPalette();
    return scheme == Scheme::Dark ? dark : light;
}

} // namespace Weeknotes
