// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QStyledItemDelegate>

namespace Weeknotes {

/// A row of an item's text and, below it and smaller, what `detailRole` holds. Each takes a line, which ends in … where
/// it is too long.
class TwoLineDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit TwoLineDelegate(int detailRole, QObject *parent = nullptr);

    /// How many lines the text may take. Rows are of several heights then.
    void setMostLines(int lines) { m_mostLines = lines; }

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    /// Those that `text` takes in that width.
    [[nodiscard]] QStringList linesOf(const QString &text, int width) const;

    int m_detailRole;
    int m_mostLines = 1;
    mutable QHash<QString, QStringList> m_lines; ///< of texts, at m_width
    mutable int m_width = 0;
};

} // namespace Weeknotes
