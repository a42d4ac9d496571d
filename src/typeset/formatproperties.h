// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/typography.h"
#include "typeset/pagepart.h"

#include <QTextBlock>
#include <QTextFormat>
#include <QTextTable>

/// What the preview keeps in text formats beside Qt's own properties.
namespace Weeknotes::FormatProperty {

// Of blocks.
inline constexpr int kind = QTextFormat::UserProperty + 1;    ///< int(PartKind)
inline constexpr int context = QTextFormat::UserProperty + 2; ///< QString of PartContext's letters
inline constexpr int joined = QTextFormat::UserProperty + 3;  ///< int, as PagePart::joined
inline constexpr int marker = QTextFormat::UserProperty + 4;  ///< QString
inline constexpr int padding = QTextFormat::UserProperty + 5; ///< qreal: of a box around it, px, part of its margins
inline constexpr int ruleAbove =
    QTextFormat::UserProperty + 6; ///< qreal: how far above the words a rule is, px, likewise

// Of tables.
inline constexpr int leastWidths = QTextFormat::UserProperty + 7; ///< a qreal a column, px: of one that reaches out

// Of text.
inline constexpr int code = QTextFormat::UserProperty + 16;      ///< bool: inline code
inline constexpr int imageName = QTextFormat::UserProperty + 17; ///< QString: as the text has it
inline constexpr int imageAlt = QTextFormat::UserProperty + 18;  ///< QString
inline constexpr int tag = QTextFormat::UserProperty + 19;       ///< bool: the name of one

inline constexpr int imageObject = QTextFormat::UserObject + 1;   ///< the object type of images
inline constexpr int dropCapObject = QTextFormat::UserObject + 2; ///< that of a large letter, which is its ImageAltText

} // namespace Weeknotes::FormatProperty

namespace Weeknotes {

/// Before a tune; PagePainter paints it.
inline const QString noteSign = QStringLiteral("♪");

/// The ground of a tag, px around its words.
namespace TagShape {
inline constexpr int side = 3 * Metrics::step;
inline constexpr int above = Metrics::step;
} // namespace TagShape

/// The cell of a table whose columns may go from right to left: Qt's own always go from left to right.
[[nodiscard]] inline QTextTableCell cellOf(const QTextTable &table, int row, int column)
{
    const bool mirrored = table.format().layoutDirection() == Qt::RightToLeft;
    return table.cellAt(row, mirrored ? table.columns() - 1 - column : column);
}
/// The other way round: which column of the text a cell is.
[[nodiscard]] inline int columnOf(const QTextTable &table, const QTextTableCell &cell)
{
    const bool mirrored = table.format().layoutDirection() == Qt::RightToLeft;
    return mirrored ? table.columns() - 1 - cell.column() : cell.column();
}

[[nodiscard]] inline PartKind partKind(const QTextBlock &block)
{
    return PartKind(block.blockFormat().intProperty(FormatProperty::kind));
}

} // namespace Weeknotes
