// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/importdelegate.h"

#include "app/importlist.h"
#include "app/popuprow.h"
#include "style/rowfocus.h"
#include "style/typography.h"

#include <QAbstractItemView>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Weeknotes {
namespace {

constexpr int importSide = 6 * Metrics::step; // as the dialog's other parts
constexpr int importGap = 3 * Metrics::step;  // between columns
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

} // namespace

void ImportDelegate::measure(const QAbstractItemModel &model)
{
    constexpr int enough = 400;
    const QFontMetrics small(interfaceFont(interfaceType().small));
    const QFontMetrics bold(interfaceFont(numberType()));
    m_days = m_number = m_fate = 0;
    const auto widen = [](int &column, const QFontMetrics &metrics, const QVariant &text) {
        if (const QString words = text.toString(); !words.isEmpty())
            column = std::max(column, metrics.horizontalAdvance(words) + 2);
    };
    const int step = 1 + model.rowCount() / enough;
    for (int row = 0; row < model.rowCount(); row += step) {
        const QModelIndex index = model.index(row, 0);
        widen(m_days, small, index.data(ImportList::DaysRole));
        widen(m_number, bold, index.data(ImportList::NumberRole));
        widen(m_fate, small, index.data(ImportList::FateRole));
    }
}

QSize ImportDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {0, 2 * aboveTitle + int(interfaceType().normal.line + interfaceType().small.line)};
}

void ImportDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    PopupRow::paintGround(*painter, option);
    const QRect &row = option.rect;
    if (option.state & QStyle::State_HasFocus && option.state & QStyle::State_KeyboardFocusChange)
        paintRowFocus(*painter, row, option.palette.color(QPalette::Accent));
    const int line = int(interfaceType().normal.line);
    const TextType &small = interfaceType().small;
    int left = row.left() + importSide;
    const auto cell = [&](int width) {
        const QRect place(left, row.top() + aboveTitle, width, line);
        left += width > 0 ? width + importGap : 0;
        return place;
    };
    const auto paint = [&](const QRect &rect, const TextType &type, QPalette::ColorRole ink, int role,
                           Qt::Alignment side = Qt::AlignLeft) {
        const QFontMetrics metrics(interfaceFont(type));
        const QString text = metrics.elidedText(index.data(role).toString(), Qt::ElideRight, rect.width());
        PopupRow::paintLine(*painter, option, rect, type, ink, text, side);
    };
    const QRect box = cell(Metrics::icon);
    if (index.data(Qt::CheckStateRole).isValid()) {
        QStyleOptionViewItem check = option;
        check.rect = QStyle::visualRect(option.direction, row, box.adjusted(0, (line - Metrics::icon) / 2, 0, 0));
        check.rect.setHeight(Metrics::icon);
        check.state &= ~(QStyle::State_On | QStyle::State_Off);
        check.state |= index.data(Qt::CheckStateRole) == Qt::Checked ? QStyle::State_On : QStyle::State_Off;
        option.widget->style()->drawPrimitive(QStyle::PE_IndicatorItemViewItemCheck, &check, painter, option.widget);
    }
    paint(cell(m_days), small, QPalette::PlaceholderText, ImportList::DaysRole);
    paint(cell(m_number), numberType(), QPalette::Link, ImportList::NumberRole);
    const int right = row.right() - importSide - m_fate;
    paint({left, row.top() + aboveTitle, right - importGap - left, line}, importTitleType(), QPalette::Text,
          Qt::DisplayRole);
    paint({right, row.top() + aboveTitle, m_fate, line}, small, QPalette::PlaceholderText, ImportList::FateRole,
          Qt::AlignRight);
    const bool wantsALook = index.data(ImportList::DoubtRole).toBool();
    paint({left, row.top() + aboveTitle + line, row.right() - importSide - left, int(small.line)}, small,
          wantsALook ? QPalette::BrightText : QPalette::PlaceholderText, ImportList::DetailRole);
    painter->restore();
}

bool ImportDelegate::editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                                 const QModelIndex &index)
{
    if (!index.flags().testFlag(Qt::ItemIsUserCheckable))
        return false;
    const Qt::CheckState turned = index.data(Qt::CheckStateRole) == Qt::Checked ? Qt::Unchecked : Qt::Checked;
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Space) {
        const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
        for (const QModelIndex &row : view->selectionModel()->selectedIndexes())
            model->setData(row, turned, Qt::CheckStateRole);
        return true;
    }
    if (event->type() != QEvent::MouseButtonRelease || static_cast<QMouseEvent *>(event)->button() != Qt::LeftButton)
        return false;
    const QRect box(option.rect.topLeft(), QSize(importSide + Metrics::icon + importGap, option.rect.height()));
    const bool isOnBox = QStyle::visualRect(option.direction, option.rect, box)
                             .contains(static_cast<QMouseEvent *>(event)->position().toPoint());
    if (!isOnBox && !index.data(ImportList::DaysRole).toString().isEmpty())
        return false;
    return model->setData(index, turned, Qt::CheckStateRole);
}

} // namespace Weeknotes
