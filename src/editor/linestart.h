// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <limits>

namespace Weeknotes {

/// How a line begins: marks of quotes, then, maybe, the marker of a list's item. Columns count from the end of the
/// quote's marks, with tabs to every fourth.
struct LineStart
{
    QString quote;      ///< "> > "
    QString indent;     ///< white space after it
    QString marker;     ///< "-", "12."; empty in a line without an item
    QString gap;        ///< white space after the marker
    QString task;       ///< "[x] "
    bool blank = false; ///< nothing follows the quote's marks

    [[nodiscard]] bool isItem() const { return !marker.isEmpty(); }
    [[nodiscard]] bool isOrdered() const { return marker.size() > 1; }
    [[nodiscard]] qint64 number() const { return isOrdered() ? marker.chopped(1).toLongLong() : 0; }
    [[nodiscard]] qsizetype depth() const { return quote.count(u'>'); }
    /// Characters up to the words.
    [[nodiscard]] qsizetype length() const
    {
        return quote.size() + indent.size() + marker.size() + gap.size() + task.size();
    }
    [[nodiscard]] int column() const;
    /// Where the words of the item stand, which is where its children start.
    [[nodiscard]] int content() const;
    /// Whether both are items that may stand in one list.
    [[nodiscard]] bool isLike(const LineStart &other) const;
};

/// `depth`: no more of a quote's marks than these; further ones are words.
[[nodiscard]] LineStart lineStart(const QString &line, qsizetype depth = std::numeric_limits<qsizetype>::max());

/// The characters of "## ", from the end of the line's marks on.
[[nodiscard]] qsizetype hashesOf(const QString &line, const LineStart &start);

/// Whether the words end a paragraph though no blank line comes before: a heading, a fence, a quote, a break.
[[nodiscard]] bool interruptsParagraph(QStringView line);

} // namespace Weeknotes
