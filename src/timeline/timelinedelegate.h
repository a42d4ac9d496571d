// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/palette.h"

#include <QStyledItemDelegate>

namespace Weeknotes {

/// Paints the rows of a TimelineModel. It knows no model but by its roles.
class TimelineDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit TimelineDelegate(QObject *parent = nullptr);

    void setScheme(Scheme scheme) { m_scheme = scheme; }
    /// Its row has a bar, whatever is chosen.
    void setOpenNote(const NoteId &id) { m_open = id; }
    /// The room for numbers at the left, px; 0 where no note has one.
    void setNumberWidth(int width) { m_numberWidth = width; }
    [[nodiscard]] int numberWidth() const { return m_numberWidth; }
    /// The room that `number` takes, px.
    [[nodiscard]] static int widthOf(const QString &number);

    static constexpr int headingRoom = 40; ///< the height of a heading, px
    /// A heading that stays in sight above the rows that go by below it.
    void paintStuck(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// Where the row's link ("write it now") stands; an empty rectangle where it has none.
    [[nodiscard]] QRect linkRect(const QStyleOptionViewItem &option, const QModelIndex &index) const;

private:
    class Painter;

    Scheme m_scheme = Scheme::Light;
    NoteId m_open;
    int m_numberWidth = 0;
};

} // namespace Weeknotes
