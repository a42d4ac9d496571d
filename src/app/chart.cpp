// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chart.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>
#include <QStyle>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace Weeknotes {
namespace {

constexpr qreal stripeGap = 4;
constexpr qreal headGap = 4 * Metrics::step;                       // between the sentence and the figures
constexpr qreal titleGap = 2 * Metrics::step;                      // between the title and the sentence
constexpr qreal buttonRoom = Metrics::control + 2 * Metrics::step; // for that of a view, at the end of the title

void drawStripes(QPainter &painter, const QRectF &rect, const QColor &colour, qreal width)
{
    painter.save();
    painter.setClipRect(rect, Qt::IntersectClip);
    painter.setPen(QPen(colour, width));
    const qreal first = std::floor((rect.left() - rect.height()) / stripeGap) * stripeGap; // neighbours go on with it
    for (qreal x = first; x < rect.right(); x += stripeGap)
        painter.drawLine(QPointF(x, rect.bottom()), QPointF(x + rect.height(), rect.top()));
    painter.restore();
}

QPainterPath barPath(const QRectF &rect)
{
    const qreal radius = std::min({2.0, rect.width() / 2, rect.height()});
    QPainterPath path(rect.bottomLeft());
    path.lineTo(rect.left(), rect.top() + radius);
    path.quadTo(rect.topLeft(), {rect.left() + radius, rect.top()});
    path.lineTo(rect.right() - radius, rect.top());
    path.quadTo(rect.topRight(), {rect.right(), rect.top() + radius});
    path.lineTo(rect.bottomRight());
    path.closeSubpath();
    return path;
}

/// The lines of a sentence that may be longer than the chart is wide.
qreal layOutSentence(QTextLayout &layout, qreal width)
{
    qreal y = 0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        line.setPosition({0, y});
        y += interfaceType().normal.line;
    }
    layout.endLayout();
    return y;
}

qreal sentenceHeight(const Chart &chart, qreal width)
{
    QTextLayout layout(chart.sentence(), interfaceFont(interfaceType().normal));
    return chart.sentence().isEmpty() ? 0 : layOutSentence(layout, width);
}

} // namespace

ChartPen::ChartPen(QPainter &painter, const QRectF &bounds, Scheme scheme, Qt::LayoutDirection direction)
    : m_painter(painter), m_bounds(bounds), m_colours(palette(scheme)), m_rightToLeft(direction == Qt::RightToLeft)
{
    m_painter.setRenderHint(QPainter::Antialiasing);
}

QRectF ChartPen::turned(const QRectF &rect) const
{
    return m_rightToLeft
               ? QRectF(m_bounds.left() + m_bounds.right() - rect.right(), rect.top(), rect.width(), rect.height())
               : rect;
}

QPointF ChartPen::turned(const QPointF &point) const
{
    return m_rightToLeft ? QPointF(m_bounds.left() + m_bounds.right() - point.x(), point.y()) : point;
}

void ChartPen::fill(const QRectF &rect, const QColor &colour)
{
    m_painter.fillRect(turned(rect), colour);
}

void ChartPen::bar(const QRectF &rect, Fill fill, const QColor &colour)
{
    const QRectF box = turned(rect);
    const bool framed = fill == Fill::Framed || fill == Fill::Hollow;
    if (fill == Fill::Hatched)
        return drawStripes(m_painter, box, colour, 1);
    m_painter.setPen(framed ? QPen(colour, 1) : QPen(Qt::NoPen));
    m_painter.setBrush(fill == Fill::Hollow ? QBrush(Qt::NoBrush) : fill == Fill::Framed ? m_colours.strip[1] : colour);
    m_painter.drawPath(barPath(framed ? box.adjusted(.5, .5, -.5, -.5) : box));
    if (fill == Fill::Striped)
        drawStripes(m_painter, box, m_colours.paper, 1);
}

void ChartPen::cell(const QRectF &rect, const QColor &colour)
{
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(colour);
    const qreal radius = std::min(2.0, rect.width() / 4);
    m_painter.drawRoundedRect(turned(rect), radius, radius);
}

void ChartPen::text(const QRectF &rect, Qt::Alignment alignment, const QString &words, const TextType &type,
                    const QColor &colour)
{
    const QFont font = interfaceFont(type);
    const auto direction = m_rightToLeft ? Qt::RightToLeft : Qt::LeftToRight;
    const auto where =
        QStyle::visualAlignment(direction, alignment & ~Qt::AlignVertical_Mask) | (alignment & Qt::AlignVertical_Mask);
    m_painter.setFont(font);
    m_painter.setPen(colour);
    m_painter.drawText(turned(rect), int(where) | Qt::TextSingleLine | Qt::TextDontClip,
                       QFontMetricsF(font).elidedText(words, Qt::ElideRight, rect.width()));
}

void ChartPen::line(const QPointF &from, const QPointF &to, const QColor &colour, qreal width)
{
    // Hairlines lie on whole pixels, where Qt would smear them over two.
    const QPointF half =
        width == Metrics::hairline ? QPointF(from.x() == to.x() ? .5 : 0, from.y() == to.y() ? .5 : 0) : QPointF();
    const auto whole = [&half](QPointF point) {
        return half.isNull() ? point
                             : QPointF(half.x() > 0 ? std::floor(point.x()) : point.x(),
                                       half.y() > 0 ? std::floor(point.y()) : point.y()) +
                                   half;
    };
    m_painter.setPen(QPen(colour, width));
    m_painter.drawLine(whole(turned(from)), whole(turned(to)));
}

void ChartPen::area(const std::vector<QPointF> &outline, const QColor &colour)
{
    QPolygonF polygon;
    for (const QPointF &point : outline)
        polygon << turned(point);
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(colour);
    m_painter.drawPolygon(polygon);
}

void ChartPen::stroke(const std::vector<QPointF> &line, const QColor &colour, qreal width)
{
    QPolygonF polygon;
    for (const QPointF &point : line)
        polygon << turned(point);
    m_painter.setPen(QPen(colour, width, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    m_painter.setBrush(Qt::NoBrush);
    m_painter.drawPolyline(polygon);
}

QRectF figuresIn(const QRectF &bounds, const Chart &chart)
{
    const qreal head = interfaceType().heading.line + titleGap + sentenceHeight(chart, bounds.width()) + headGap;
    return bounds.adjusted(0, head, 0, 0);
}

qreal chartHeight(const Chart &chart, qreal width)
{
    return figuresIn({0, 0, width, 0}, chart).top() + chart.heightFor(width);
}

void paintChart(QPainter &painter, const QRectF &bounds, const Chart &chart, Scheme scheme,
                Qt::LayoutDirection direction)
{
    ChartPen pen(painter, bounds, scheme, direction);
    const QRectF titleLine(bounds.left(), bounds.top(), bounds.width(), interfaceType().heading.line);
    pen.text(titleLine.adjusted(0, 0, -buttonRoom, 0), Qt::AlignLeft | Qt::AlignVCenter, chart.title(),
             interfaceType().heading, pen.colours().ink);

    QTextLayout layout(chart.sentence(), interfaceFont(interfaceType().normal));
    QTextOption option(QStyle::visualAlignment(direction, Qt::AlignLeft));
    option.setTextDirection(direction);
    layout.setTextOption(option);
    layOutSentence(layout, bounds.width());
    painter.setPen(pen.colours().secondInk);
    layout.draw(&painter, titleLine.bottomLeft() + QPointF(0, titleGap));

    chart.paint(pen, figuresIn(bounds, chart));
}

qreal widthOf(const QString &words, const TextType &type)
{
    return QFontMetricsF(interfaceFont(type)).horizontalAdvance(words);
}

int roundedUp(int value)
{
    int power = 1;
    while (power < value / 10)
        power *= 10;
    for (const int factor : {1, 2, 5, 10, 20, 50}) {
        if (factor * power >= value)
            return factor * power;
    }
    return value;
}

} // namespace Weeknotes
