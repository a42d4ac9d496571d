// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/typography.h"

#include <QPainter>

namespace Weeknotes {

/// A ring within `row`, which the keyboard is on. Changes the painter's pen, brush and hints.
inline void paintRowFocus(QPainter &painter, const QRect &row, const QColor &colour)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(QRectF(row).adjusted(4.5, 1.5, -4.5, -1.5), Metrics::corner, Metrics::corner);
}

} // namespace Weeknotes
