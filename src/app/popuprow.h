// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/typography.h"

#include <QPalette>

class QPainter;
class QStyleOptionViewItem;

/// How a row looks in the lists that open below a field: of search results, of headings.
namespace Weeknotes::PopupRow {

/// The ground of a row that is chosen or below the pointer.
void paintGround(QPainter &painter, const QStyleOptionViewItem &option);

/// One line of `text` in `rect`, which is laid out as for left to right.
void paintLine(QPainter &painter, const QStyleOptionViewItem &option, const QRect &rect, const TextType &type,
               QPalette::ColorRole colour, const QString &text, Qt::Alignment side = Qt::AlignLeft);

} // namespace Weeknotes::PopupRow
