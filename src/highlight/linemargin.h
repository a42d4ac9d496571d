// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringView>

#include <optional>

namespace Weeknotes {

// For the sources of this layer only. Lengths are UTF-16 units. Columns are counted from behind the last > of a quote,
// to which a space belongs; a tab goes to the next fourth.

/// The spaces, and the marks of quotes, that a line begins with.
struct LineMargin
{
    int length = 0;
    int quotes = 0;
    int column = 0; ///< of what follows
};
[[nodiscard]] LineMargin marginOf(QStringView line);

/// What a block stands in: so many quotes, and a list's item, whose text begins at a column, 0 if there is none, and
/// which some of the quotes are around.
struct Container
{
    int quotes = 0;
    int column = 0;
    int quotesAround = 0;
    bool operator==(const Container &) const = default;

    /// The length of what `line` has before its part of a block in here; nothing if it is outside.
    [[nodiscard]] std::optional<int> marginOf(QStringView line) const;
    /// The level of the heading that `line` makes of the paragraph in here that it follows; 0 if it is no underline.
    [[nodiscard]] int underlineLevel(QStringView line) const;
};

/// Brings `items`, the list items that are open, outermost first, to `line`, which is not blank. `begins`: items begin
/// with it.
void followItems(QStringView line, bool begins, QList<Container> &items);

} // namespace Weeknotes
