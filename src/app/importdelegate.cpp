// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/importdelegate.h"

#include "app/popuprow.h"
#include "style/typography.h"

#include <QAbstractItemView>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Weeknotes {
namespace {

constexpr int importSide = 6 * Metrics::step; // as the dialog's other parts
constexpr int importGap = 4 * Metrics::step;  // between columns
constexpr int aboveTitle = 2 * Metrics::step;

TextType numberType()
{
    TextType type = interfaceType().normal;
    type.weight = QFont::DemiBold;
    return type;
}

TextType importTitleType()
{
    TextType type = interfaceType().normal;
    type.weight = QFont::Medium;
    return type;
}

QSize sizeOf(const QString &text, int width)
{
    const QFontMetrics metrics(interfaceFont(interfaceType().small));
    return text.isEmpty() ? QSize(0, 0) : metrics.boundingRect(QRect(0, 0, width, 0), Qt::TextWordWrap, text).size();
}

} // namespace

void ImportDelegate::measure(const QAbstractItemModel &model)
{
    const QFontMetrics small(interfaceFont(interfaceType().small));
    const QFontMetrics bold(interfaceFont(numberType()));
    m_days = m_number = m_kind = 0;
    m_below.clear();
    const auto widen = [](int &column, const QFontMetrics &metrics, const QVariant &text) {
        if (const QString words = text.toString(); !words.isEmpty())
            column = std::max(column, metrics.horizontalAdvance(words) + 2);
    };
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex index = model.index(row, 0);
        widen(m_days, small, index.data(DaysRole));
        widen(m_number, bold, index.data(NumberRole));
        widen(m_kind, small, index.data(KindRole));
    }
}

QRect ImportDelegate::words(const QRect &row) const
{
    const int left = importSide + m_days + importGap + (m_number > 0 ? m_number + importGap : 0);
    return row.adjusted(left, 0, -importSide, 0);
}

QSize ImportDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const int width = words({0, 0, view ? view->viewport()->width() : 0, 0}).width();
    return {0, aboveTitle + int(interfaceType().normal.line) + heightBelow(index, width) + 2 * Metrics::step};
}

int ImportDelegate::heightBelow(const QModelIndex &index, int width) const
{
    const auto row = size_t(index.row());
    if (row >= m_below.size())
        m_below.resize(row + 1);
    Below &below = m_below[row];
    if (std::exchange(below.width, width) == width)
        return below.height;
    below.height = 0;
    for (const auto &[role, whole] : {std::pair(GuessRole, &below.guess), std::pair(WarningRole, &below.warning)}) {
        const QString text = index.data(role).toString();
        if (!whole->isValid())
            *whole = sizeOf(text, QWIDGETSIZE_MAX);
        below.height += (width < whole->width() ? sizeOf(text, width) : *whole).height();
    }
    return below.height;
}

void ImportDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    PopupRow::paintGround(*painter, option);
    const QRect &row = option.rect;
    const int line = int(interfaceType().normal.line);
    QRect below = words(row.adjusted(0, aboveTitle + line, 0, 0));
    const QString kind = index.data(KindRole).toString();
    const QRect title = below.adjusted(0, -line, kind.isEmpty() ? 0 : -m_kind - importGap, 0);
    const auto cell = [&](int left, int width) { return QRect(left, title.top(), width, line); };
    const auto paint = [&](const QRect &rect, const TextType &type, QPalette::ColorRole ink, const QVariant &text) {
        PopupRow::paintLine(*painter, option, rect, type, ink, text.toString());
    };
    const int left = row.left() + importSide;
    const TextType &small = interfaceType().small;
    paint(cell(left, m_days), small, QPalette::PlaceholderText, index.data(DaysRole));
    paint(cell(left + m_days + importGap, m_number), numberType(), QPalette::Link, index.data(NumberRole));
    paint(cell(title.left(), title.width()), importTitleType(), QPalette::Text, index.data());
    paint(cell(title.right() + 1 + importGap, m_kind), small, QPalette::PlaceholderText, kind);
    if (index.data(Qt::CheckStateRole).isValid()) {
        QStyleOptionViewItem box = option;
        const QRect place(left, title.top() + (line - Metrics::icon) / 2, Metrics::icon, Metrics::icon);
        box.rect = QStyle::visualRect(option.direction, row, place);
        box.state &= ~(QStyle::State_On | QStyle::State_Off);
        box.state |= index.data(Qt::CheckStateRole) == Qt::Checked ? QStyle::State_On : QStyle::State_Off;
        option.widget->style()->drawPrimitive(QStyle::PE_IndicatorItemViewItemCheck, &box, painter, option.widget);
    }
    painter->setFont(interfaceFont(small));
    for (const auto &[role, ink] :
         {std::pair(GuessRole, QPalette::PlaceholderText), std::pair(WarningRole, QPalette::BrightText)}) {
        const QString text = index.data(role).toString();
        below.setHeight(sizeOf(text, below.width()).height());
        painter->setPen(option.palette.color(ink));
        painter->drawText(QStyle::visualRect(option.direction, row, below),
                          int(QStyle::visualAlignment(option.direction, Qt::AlignLeft)) | Qt::TextWordWrap, text);
        below.translate(0, below.height());
    }
    painter->restore();
}

bool ImportDelegate::editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &,
                                 const QModelIndex &index)
{
    const bool clicked =
        event->type() == QEvent::MouseButtonRelease && static_cast<QMouseEvent *>(event)->button() == Qt::LeftButton;
    const bool pressed = event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Space;
    if (!index.flags().testFlag(Qt::ItemIsUserCheckable) || !(clicked || pressed))
        return false;
    const bool isOn = index.data(Qt::CheckStateRole) == Qt::Checked;
    return model->setData(index, isOn ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

} // namespace Weeknotes
