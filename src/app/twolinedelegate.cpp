// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/twolinedelegate.h"

#include "style/typography.h"

#include <QPainter>

namespace Weeknotes {

TwoLineDelegate::TwoLineDelegate(int detailRole, QObject *parent)
    : QStyledItemDelegate(parent), m_detailRole(detailRole)
{
}

QSize TwoLineDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {0, int(interfaceType().normal.line + interfaceType().small.line) + 4 * Metrics::step};
}

void TwoLineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    const QRect &row = option.rect;
    if (option.state & (QStyle::State_Selected | QStyle::State_MouseOver))
        painter->fillRect(row, option.palette.color(QPalette::Midlight)); // a ground on which all inks are read
    if (option.state & QStyle::State_Selected) {
        const QRect bar(row.topLeft(), QSize(Metrics::selectionBar, row.height()));
        painter->fillRect(QStyle::visualRect(option.direction, row, bar), option.palette.color(QPalette::Accent));
    }
    QRect line = row.adjusted(4 * Metrics::step, 2 * Metrics::step, -4 * Metrics::step, 0);
    const auto draw = [&](const TextType &type, QPalette::ColorRole ink, const QString &text) {
        const QFont font = interfaceFont(type);
        line.setHeight(int(type.line));
        painter->setFont(font);
        painter->setPen(option.palette.color(ink));
        painter->drawText(line, int(QStyle::visualAlignment(option.direction, Qt::AlignLeft) | Qt::AlignVCenter),
                          QFontMetrics(font).elidedText(text, Qt::ElideRight, line.width()));
        line.translate(0, line.height());
    };
    TextType first = interfaceType().normal;
    first.weight = QFont::Medium;
    draw(first, QPalette::Text, index.data().toString());
    draw(interfaceType().small, QPalette::PlaceholderText, index.data(m_detailRole).toString());
    painter->restore();
}

} // namespace Weeknotes
