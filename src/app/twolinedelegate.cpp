// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/twolinedelegate.h"

#include "style/typography.h"

#include <QAbstractItemView>
#include <QPainter>
#include <QTextLayout>

namespace Weeknotes {

namespace {

constexpr int sideMargin = 4 * Metrics::step;

TextType textType()
{
    TextType type = interfaceType().normal;
    type.weight = QFont::Medium;
    return type;
}

} // namespace

TwoLineDelegate::TwoLineDelegate(int detailRole, QObject *parent)
    : QStyledItemDelegate(parent), m_detailRole(detailRole)
{
}

QSize TwoLineDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const qsizetype lines =
        m_mostLines > 1 && view ? textLines(index, view->viewport()->width() - 2 * sideMargin).size() : 1;
    return {0, int(double(lines) * interfaceType().normal.line + interfaceType().small.line) + 4 * Metrics::step};
}

QStringList TwoLineDelegate::textLines(const QModelIndex &index, int width) const
{
    const QString text = index.data().toString();
    const QFont font = interfaceFont(textType());
    QTextLayout layout(text, font);
    QTextOption breaks;
    breaks.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(breaks);
    layout.beginLayout();
    QStringList lines;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        if (lines.size() + 1 == m_mostLines) {
            lines += QFontMetrics(font).elidedText(text.sliced(line.textStart()), Qt::ElideRight, width);
            break;
        }
        lines += text.sliced(line.textStart(), line.textLength());
    }
    layout.endLayout();
    return lines.isEmpty() ? QStringList{QString()} : lines;
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
    QRect line = row.adjusted(sideMargin, 2 * Metrics::step, -sideMargin, 0);
    const auto draw = [&](const TextType &type, QPalette::ColorRole ink, const QString &text) {
        const QFont font = interfaceFont(type);
        line.setHeight(int(type.line));
        painter->setFont(font);
        painter->setPen(option.palette.color(ink));
        painter->drawText(line, int(QStyle::visualAlignment(option.direction, Qt::AlignLeft) | Qt::AlignVCenter),
                          QFontMetrics(font).elidedText(text, Qt::ElideRight, line.width()));
        line.translate(0, line.height());
    };
    for (const QString &text : textLines(index, line.width()))
        draw(textType(), QPalette::Text, text);
    draw(interfaceType().small, QPalette::PlaceholderText, index.data(m_detailRole).toString());
    painter->restore();
}

} // namespace Weeknotes
