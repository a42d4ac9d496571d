// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

class QAbstractItemModel;

namespace Weeknotes {

/// Paints a row of an ImportList: its box, days, number and title, at the end what becomes of it, and below, in one
/// line, how it was read. The box is turned on and off by a click on it, that of a row without days by any; Space turns
/// all chosen rows.
class ImportDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    /// Gives days, numbers and fates the room that those of `model` need, in columns; of a long model by some of its
    /// rows.
    void measure(const QAbstractItemModel &model);

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;

private:
    int m_days = 0; ///< widths
    int m_number = 0;
    int m_fate = 0;
};

} // namespace Weeknotes
