// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTextObjectInterface>

class QTextCursor;

namespace Weeknotes {

/// A large first letter, beside which the first two lines of a text stand: one character of its paragraph, as if it
/// were the letter itself.
class DropCap final : public QObject, public QTextObjectInterface
{
    Q_OBJECT
    Q_INTERFACES(QTextObjectInterface)
public:
    /// Puts it in the place of the letter behind `cursor`, in that letter's colour.
    static void put(QTextCursor cursor);

    [[nodiscard]] QSizeF intrinsicSize(QTextDocument *document, int position, const QTextFormat &format) override;
    void drawObject(QPainter *painter, const QRectF &rect, QTextDocument *document, int position,
                    const QTextFormat &format) override;
};

} // namespace Weeknotes
