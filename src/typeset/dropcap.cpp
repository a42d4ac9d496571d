// SPDX-License-Identifier: GPL-3.0-or-later
#include "typeset/dropcap.h"

#include "style/typography.h"
#include "typeset/formatproperties.h"

#include <QPainter>
#include <QTextBlock>
#include <QTextCursor>

namespace Weeknotes {

namespace {

// As page.css has them, px.
constexpr TextType capType{.size = 66, .line = 55};
constexpr qreal aboveCap = 5;
constexpr qreal besideCap = 3 * Metrics::step;

QString letterOf(const QTextFormat &format)
{
    return format.stringProperty(QTextFormat::ImageAltText);
}

} // namespace

void DropCap::put(QTextCursor cursor)
{
    cursor.movePosition(QTextCursor::NextCharacter, QTextCursor::KeepAnchor);
    const QString letter = cursor.selectedText();
    QTextImageFormat format; // what insertImage() takes; it only looks at whether it floats
    static_cast<QTextCharFormat &>(format) = cursor.charFormat();
    format.setObjectType(FormatProperty::dropCapObject);
    format.setProperty(QTextFormat::ImageAltText, letter);
    const bool mirrored = cursor.blockFormat().layoutDirection() == Qt::RightToLeft;
    cursor.insertImage(format, mirrored ? QTextFrameFormat::FloatRight : QTextFrameFormat::FloatLeft);
}

QSizeF DropCap::intrinsicSize(QTextDocument *, int, const QTextFormat &format)
{
    const QFontMetricsF metrics(font(capType, pageSerifFamilies()));
    return {metrics.horizontalAdvance(letterOf(format)) + besideCap, aboveCap + capType.line};
}

void DropCap::drawObject(QPainter *painter, const QRectF &rect, QTextDocument *document, int position,
                         const QTextFormat &format)
{
    const bool mirrored = document->findBlock(position).blockFormat().layoutDirection() == Qt::RightToLeft;
    const QFont large = font(capType, pageSerifFamilies());
    const QFontMetricsF metrics(large);
    const qreal baseline =
        rect.top() + aboveCap + (capType.line - metrics.ascent() - metrics.descent()) / 2 + metrics.ascent();
    painter->setFont(large);
    painter->setPen(format.foreground().color());
    painter->drawText(QPointF(rect.left() + (mirrored ? besideCap : 0), baseline), letterOf(format));
}

} // namespace Weeknotes
