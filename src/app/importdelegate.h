// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

#include <vector>

class QAbstractItemModel;

namespace Weeknotes {

/// Paints what an import read: a note's days, number, title and kind in one line, and below it all that was guessed and
/// what is to be known, in full. The item's text is the title. A checkable row is turned on and off by a click or
/// Space.
class ImportDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    enum Role
    {
        DaysRole = Qt::UserRole + 1,
        NumberRole,
        KindRole,
        GuessRole,  ///< why it is as it is, quietly
        WarningRole ///< what a person should know
    };

    using QStyledItemDelegate::QStyledItemDelegate;

    /// Gives days, numbers and kinds the room that those of `model` need, in columns. To be called again when its texts
    /// change.
    void measure(const QAbstractItemModel &model);

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;

private:
    /// Of what stands below a title: laying it out is slow, and the list asks for all rows at each of its widths.
    struct Below
    {
        QSize guess; ///< with no line broken
        QSize warning;
        int width = -1;
        int height = 0; ///< at that width
    };
    [[nodiscard]] int heightBelow(const QModelIndex &index, int width) const;
    /// Where the title begins, and how much room there is for what stands below it.
    [[nodiscard]] QRect words(const QRect &row) const;

    int m_days = 0; ///< widths
    int m_number = 0;
    int m_kind = 0;
    mutable std::vector<Below> m_below; ///< a row each
};

} // namespace Weeknotes
