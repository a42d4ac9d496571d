// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/linestart.h"

#include <QTextBlock>

#include <optional>

/// The items of Markdown lists, found by looking at the lines around one, and their numbers. Whoever changes several
/// things makes one step of undo of them.
namespace Weeknotes::ListItems {

/// Whether the lines of `block` are code, in which nothing is a mark; known where the document is highlighted.
[[nodiscard]] bool isCode(const QTextBlock &block);
[[nodiscard]] inline LineStart startOf(const QTextBlock &block)
{
    return isCode(block) ? LineStart() : lineStart(block.text());
}

/// What follows an item: its own last line, children included, and the next item of its list, if there is one.
struct Below
{
    QTextBlock end;
    QTextBlock sibling;
};
[[nodiscard]] Below below(const QTextBlock &item);
[[nodiscard]] QTextBlock previousSibling(const QTextBlock &item);
[[nodiscard]] QTextBlock parentOf(const QTextBlock &item);

/// The first line after `last` that holds anything, if it is an item in a quote of that depth.
[[nodiscard]] QTextBlock itemAfter(const QTextBlock &last, qsizetype depth);
/// The last line of what begins between `first` and `last`: these lines with all that stands under them.
[[nodiscard]] QTextBlock endOfItems(const QTextBlock &first, const QTextBlock &last);

/// By how many columns the item goes to become a child of the one above it, or its parent's sibling.
[[nodiscard]] int shiftOf(const QTextBlock &item, bool deeper);
/// Moves lines by so many columns, those that are blank excepted; `depth` is that of the quote they stand in.
void shiftLines(const QTextBlock &first, const QTextBlock &last, qsizetype depth, int by);

/// Moves what stands under an item, to its line `end`, with the item's words: `was` is how its line began before.
void shiftUnder(const QTextBlock &item, const QTextBlock &end, const LineStart &was);

/// What the numbers of its list grow by: 0 where the writer leaves counting to the reader ("1." throughout), else 1.
[[nodiscard]] int stepOf(const QTextBlock &item);
/// Numbers the item and those that follow it in its list; what stands under them moves with the width of a number.
/// Nothing happens where the item has no number, or is none.
void renumberFrom(const QTextBlock &item, qint64 number, int step);
/// Likewise, after what precedes it in its list; as its first, with `first`, or, without that, as it is.
void renumberAfterPrevious(const QTextBlock &item, int step, std::optional<qint64> first);

} // namespace Weeknotes::ListItems
