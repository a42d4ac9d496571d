// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/twolinedelegate.h"

#include "style/rowfocus.h"
#include "style/typography.h"

#include <QAbstractItemView>
#include <QPainter>
#include <QTextLayout>

#include <utility>

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
    const qsizetype lines = m_mostLines > 1 && view
                                ? linesOf(index.data().toString(), view->viewport()->width() - 2 * sideMargin).size()
                                : 1;
    return {0, int(double(lines) * interfaceType().normal.line + interfaceType().small.line) + 4 * Metrics::step};
}

QStringList TwoLineDelegate::linesOf(const QString &text, int width) const
{
    constexpr qsizetype mostKept = 10'000;
    if (std::exchange(m_width, width) != width || m_lines.size() > mostKept)
        m_lines.clear();
    QStringList &lines = m_lines[text];
    if (!lines.isEmpty())
        return lines;
    const QFont font = interfaceFont(textType());
    const QFontMetrics metrics(font);
    QTextLayout layout(text, font);
    QTextOption breaks;
    breaks.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(breaks);
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        if (lines.size() + 1 == m_mostLines) {
            lines += metrics.elidedText(text.sliced(line.textStart()), Qt::ElideRight, width);
            break;
        }
        lines += text.sliced(line.textStart(), line.textLength()).trimmed();
    }
    layout.endLayout();
    if (lines.isEmpty())
        lines += QString();
    return lines;
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
    if (option.state & QStyle::State_HasFocus && option.state & QStyle::State_KeyboardFocusChange)
        paintRowFocus(*painter, row, option.palette.color(QPalette::Accent));
    QRect line = row.adjusted(sideMargin, 2 * Metrics::step, -sideMargin, 0);
    const auto draw = [&](const TextType &type, QPalette::ColorRole ink, const QString &text) {
        const QFont font = interfaceFont(type);
        line.setHeight(int(type.line));
        painter->setFont(font);
        painter->setPen(option.palette.color(ink));
        painter->drawText(line, int(QStyle::visualAlignment(option.direction, Qt::AlignLeft) | Qt::AlignVCenter), text);
        line.translate(0, line.height());
    };
    for (const QString &text : linesOf(index.data().toString(), line.width()))
        draw(textType(), QPalette::Text, text);
    const TextType &small = interfaceType().small;
    const QString detail = index.data(m_detailRole).toString();
    draw(small, QPalette::PlaceholderText,
         QFontMetrics(interfaceFont(small)).elidedText(detail, Qt::ElideRight, line.width()));
    painter->restore();
}

} // namespace Weeknotes
