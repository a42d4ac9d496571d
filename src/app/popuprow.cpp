// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/popuprow.h"

#include <QPainter>
#include <QStyleOptionViewItem>

namespace Weeknotes::PopupRow {

void paintGround(QPainter &painter, const QStyleOptionViewItem &option)
{
    const QPalette &colours = option.palette;
    if (option.state & (QStyle::State_Selected | QStyle::State_MouseOver))
        painter.fillRect(option.rect, colours.color(QPalette::Midlight)); // a ground on which all inks are read
    const QRect bar(option.rect.topLeft(), QSize(Metrics::selectionBar, option.rect.height()));
    if (option.state & QStyle::State_Selected)
        painter.fillRect(QStyle::visualRect(option.direction, option.rect, bar), colours.color(QPalette::Accent));
}

void paintLine(QPainter &painter, const QStyleOptionViewItem &option, const QRect &rect, const TextType &type,
               QPalette::ColorRole colour, const QString &text, Qt::Alignment side)
{
    const QFont font = interfaceFont(type);
    painter.setFont(font);
    painter.setPen(option.palette.color(QPalette::Active, colour)); // a heading that can't be chosen is read, too
    painter.drawText(QStyle::visualRect(option.direction, option.rect, rect),
                     int(QStyle::visualAlignment(option.direction, side) | Qt::AlignVCenter),
                     QFontMetrics(font).elidedText(text, Qt::ElideRight, rect.width()));
}

} // namespace Weeknotes::PopupRow
