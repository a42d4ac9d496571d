// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/columnschart.h"

#include <QLocale>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace Weeknotes {
namespace {

constexpr qreal plotHeight = 128;
constexpr qreal labelLine = 5 * Metrics::step;
constexpr qreal countLine = 4 * Metrics::step;
constexpr qreal widestSlot = 72;
constexpr qreal legendSwatch = 3 * Metrics::step;

int sumOf(const ColumnsChart::Column &column)
{
    return std::accumulate(column.parts.begin(), column.parts.end(), 0);
}

const QColor &colourOf(Fill fill, const Palette &colours)
{
    return fill == Fill::Solid ? colours.strip[3] : fill == Fill::Hollow ? colours.mark : colours.green;
}

} // namespace

ColumnsChart::ColumnsChart(QString title, QString sentence, QString head, std::vector<Part> parts,
                           std::vector<Column> columns, bool dense, std::optional<Mark> mark)
    : Chart(std::move(title), std::move(sentence))
    , m_head(std::move(head))
    , m_parts(std::move(parts))
    , m_columns(std::move(columns))
    , m_dense(dense)
    , m_mark(std::move(mark))
{
    for (const Column &column : m_columns)
        m_most = std::max(m_most, sumOf(column));
}

qreal ColumnsChart::heightFor(qreal) const
{
    return (hasLegend() ? labelLine + 2 * Metrics::step : 0) + countLine + plotHeight + labelLine;
}

QRectF ColumnsChart::plotIn(const QRectF &area) const
{
    const qreal top = (hasLegend() ? labelLine + 2 * Metrics::step : 0) + countLine;
    const qreal width = std::min(area.width(), qreal(m_columns.size()) * widestSlot);
    return {area.left(), area.top() + top, width, plotHeight};
}

QRectF ColumnsChart::slot(const QRectF &plot, size_t column) const
{
    const qreal pitch = plot.width() / qreal(std::max<size_t>(1, m_columns.size()));
    return {plot.left() + qreal(column) * pitch, plot.top(), pitch, plot.height()};
}

void ColumnsChart::paint(ChartPen &pen, const QRectF &area) const
{
    const QRectF plot = plotIn(area);
    if (hasLegend())
        paintLegend(pen, area);
    for (size_t column = 0; column < m_columns.size(); ++column)
        paintColumn(pen, plot, column);
    pen.line(plot.bottomLeft(), plot.bottomRight(), pen.colours().edge);
    paintLabels(pen, plot);
    if (!m_mark || m_columns.empty())
        return;
    const qreal x = plot.left() + m_mark->at * plot.width() / qreal(m_columns.size());
    pen.line({x, plot.top() - countLine}, {x, plot.bottom()}, pen.colours().ink);
    const qreal width = widthOf(m_mark->words, interfaceType().small) + 1;
    const bool fits = x + width + Metrics::step <= area.right();
    const QRectF words(fits ? x + Metrics::step : x - Metrics::step - width, plot.top() - countLine, width, countLine);
    pen.fill(words, pen.colours().paper);
    pen.text(words, Qt::AlignLeft | Qt::AlignVCenter, m_mark->words, interfaceType().small, pen.colours().ink);
}

void ColumnsChart::paintLegend(ChartPen &pen, const QRectF &area) const
{
    qreal x = area.left();
    for (const Part &part : m_parts) {
        const QRectF swatch(x, area.top() + (labelLine - legendSwatch) / 2, legendSwatch, legendSwatch);
        pen.bar(swatch, part.fill, colourOf(part.fill, pen.colours()));
        const qreal width = widthOf(part.name, interfaceType().small) + 1;
        pen.text({swatch.right() + 2 * Metrics::step, area.top(), width, labelLine}, Qt::AlignLeft | Qt::AlignVCenter,
                 part.name, interfaceType().small, pen.colours().secondInk);
        x = swatch.right() + width + 6 * Metrics::step;
    }
}

void ColumnsChart::paintColumn(ChartPen &pen, const QRectF &plot, size_t column) const
{
    const QRectF whole = slot(plot, column);
    const qreal gap = m_dense ? 1 : std::max(2.0, whole.width() / 4);
    const QRectF box = whole.adjusted(gap / 2, 0, -gap / 2, 0);
    qreal bottom = plot.bottom();
    for (size_t part = 0; part < m_parts.size(); ++part) {
        const int count = m_columns[column].parts[part];
        if (count == 0)
            continue;
        const qreal height = std::max(2.0, plot.height() * count / m_most);
        pen.bar({box.left(), bottom - height, box.width(), height}, m_parts[part].fill,
                colourOf(m_parts[part].fill, pen.colours()));
        bottom -= height;
    }
    const int sum = sumOf(m_columns[column]);
    const QString words = QLocale().toString(sum);
    if (sum > 0 && !m_mark && widthOf(words, interfaceType().small) <= whole.width())
        pen.text({whole.left(), bottom - countLine, whole.width(), countLine}, Qt::AlignHCenter | Qt::AlignVCenter,
                 words, interfaceType().small, pen.colours().ink);
}

void ColumnsChart::paintLabels(ChartPen &pen, const QRectF &plot) const
{
    qreal widest = 0;
    for (const Column &column : m_columns)
        widest = std::max(widest, widthOf(column.label, interfaceType().small));
    const qreal pitch = slot(plot, 0).width();
    const size_t step = m_dense ? size_t(std::max(1.0, std::ceil((widest + 2 * Metrics::step) / pitch)))
                                : size_t(std::max(1.0, std::ceil((widest + Metrics::step) / std::max(1.0, pitch))));
    for (size_t column = 0; column < m_columns.size(); column += step) {
        const QRectF box = slot(plot, column);
        const qreal width = widthOf(m_columns[column].label, interfaceType().small) + 1;
        const qreal left = m_dense ? box.left() : box.center().x() - width / 2;
        pen.text({std::clamp(left, plot.left(), std::max(plot.left(), plot.right() - width)), plot.bottom(), width,
                  labelLine},
                 Qt::AlignLeft | Qt::AlignBottom, m_columns[column].label, interfaceType().small,
                 pen.colours().secondInk);
    }
}

std::vector<ChartValue> ColumnsChart::values(const QRectF &area) const
{
    const QRectF plot = plotIn(area);
    std::vector<ChartValue> values;
    for (size_t column = 0; column < m_columns.size(); ++column)
        values.push_back({slot(plot, column), m_columns[column].words, m_columns[column].note});
    return values;
}

std::vector<QStringList> ColumnsChart::table() const
{
    QStringList heads{m_head};
    for (const Part &part : m_parts)
        heads << part.name;
    std::vector<QStringList> table{heads};
    for (const Column &column : m_columns) {
        QStringList row{column.label};
        for (const int count : column.parts)
            row << QLocale().toString(count);
        table.push_back(row);
    }
    return table;
}

} // namespace Weeknotes
