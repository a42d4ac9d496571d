// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRectF>

#include <span>
#include <vector>

class QTextBlock;

namespace Weeknotes {

// The lines that a block of text is broken into.

/// Where a block lies in its document; lays it out. Qt has no lines for the one where it paused in a long text.
[[nodiscard]] QRectF placeOf(const QTextBlock &block);

/// Undoes QTextLayout::setCacheEnabled(true). Qt shapes a text anew for each painting unless it is told to keep the
/// glyphs, which take some 20 bytes a letter: what is written in keeps them, until something else is. The lines stay.
void letGoOfGlyphs(const QTextBlock &block);

/// Of a line within its block.
struct LinePlace
{
    int start = 0;
    int length = 0;
    QPointF position;

    bool operator==(const LinePlace &) const = default;
};
/// None for a block that is not laid out, or invalid.
[[nodiscard]] std::vector<LinePlace> linesOf(const QTextBlock &block);

/// The first line of `after` that may look other than in `before`, where the text is the same up to the character
/// `from`. Neither may be empty.
[[nodiscard]] size_t firstChangedLine(std::span<const LinePlace> before, std::span<const LinePlace> after, int from);

} // namespace Weeknotes
