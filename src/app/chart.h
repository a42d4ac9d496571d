// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/id.h"
#include "style/palette.h"
#include "style/typography.h"

#include <QRectF>
#include <QString>
#include <QStringList>

#include <vector>

class QPainter;

namespace Weeknotes {

/// How an area of a chart is filled; told apart without colour.
enum class Fill
{
    Solid,
    Striped, ///< solid, with strokes of the ground through it
    Framed,  ///< pale, with a border
    Hollow,  ///< a border alone
    Hatched  ///< strokes alone, as pauses in the year strip
};

/// A painter that knows the colours of a scheme and the direction of reading: charts draw from left to right, and
/// where one reads from right to left it turns places, not words, round `bounds`.
class ChartPen
{
public:
    ChartPen(QPainter &painter, const QRectF &bounds, Scheme scheme, Qt::LayoutDirection direction);

    [[nodiscard]] const Palette &colours() const { return m_colours; }
    [[nodiscard]] QRectF turned(const QRectF &rect) const;

    void fill(const QRectF &rect, const QColor &colour);
    /// A bar: round at its upper corners where it is large enough.
    void bar(const QRectF &rect, Fill fill, const QColor &colour);
    /// A square with round corners.
    void cell(const QRectF &rect, const QColor &colour);
    /// Aligned in `rect` as if one read from left to right; cut with "…" where it does not fit.
    void text(const QRectF &rect, Qt::Alignment alignment, const QString &words, const TextType &type,
              const QColor &colour);
    void line(const QPointF &from, const QPointF &to, const QColor &colour, qreal width = Metrics::hairline);
    void area(const std::vector<QPointF> &outline, const QColor &colour);
    void stroke(const std::vector<QPointF> &line, const QColor &colour, qreal width);

private:
    [[nodiscard]] QPointF turned(const QPointF &point) const;

    QPainter &m_painter;
    QRectF m_bounds;
    const Palette &m_colours;
    bool m_rightToLeft;
};

/// One value of a chart: where it is and what it says.
struct ChartValue
{
    QRectF place; ///< as if one read from left to right
    QString words;
    NoteId note = {}; ///< that it is of; null if it is of none, or of several
};

/// A picture of figures. It has no colours, size or device of its own, so screen, PNG and SVG show the same.
class Chart
{
public:
    /// `sentence` says what there is to see, for whoever can't, or has no time to.
    Chart(QString title, QString sentence) : m_title(std::move(title)), m_sentence(std::move(sentence)) {}
    virtual ~Chart() = default;
    Q_DISABLE_COPY_MOVE(Chart)

    [[nodiscard]] const QString &title() const { return m_title; }
    [[nodiscard]] const QString &sentence() const { return m_sentence; }

    /// Of the figures alone, px.
    [[nodiscard]] virtual qreal heightFor(qreal width) const = 0;
    virtual void paint(ChartPen &pen, const QRectF &area) const = 0;
    /// In the order of reading.
    [[nodiscard]] virtual std::vector<ChartValue> values(const QRectF &area) const = 0;
    /// The same figures as text: a row each, the first one the heads.
    [[nodiscard]] virtual std::vector<QStringList> table() const = 0;

private:
    QString m_title;
    QString m_sentence;
};

/// Where the figures stand when all of `chart`, title and sentence above, is painted into `bounds`.
[[nodiscard]] QRectF figuresIn(const QRectF &bounds, const Chart &chart);
/// The height of all of it, px.
[[nodiscard]] qreal chartHeight(const Chart &chart, qreal width);
/// Paints all of it.
void paintChart(QPainter &painter, const QRectF &bounds, const Chart &chart, Scheme scheme,
                Qt::LayoutDirection direction);

/// The width of `words` in the interface's `type`, px.
[[nodiscard]] qreal widthOf(const QString &words, const TextType &type);
/// A round number of at least `value`: 1, 2 or 5 times a power of ten.
[[nodiscard]] int roundedUp(int value);

} // namespace Weeknotes
