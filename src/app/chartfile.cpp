// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/chartfile.h"

#include <QBuffer>
#include <QPainter>
#include <QSvgGenerator>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Weeknotes {
namespace {

constexpr int chartFileWidth = 960; // px
constexpr int chartFileMargin = 8 * Metrics::step;
constexpr qreal chartImageRatio = 2; // sharp on any screen

QRectF chartFileBounds(const Chart &chart)
{
    const qreal inner = chartFileWidth - 2 * chartFileMargin;
    return {0, 0, qreal(chartFileWidth), std::ceil(chartHeight(chart, inner)) + 2 * chartFileMargin};
}

void paintChartFile(QPaintDevice &device, const Chart &chart, Scheme scheme, Qt::LayoutDirection direction)
{
    const QRectF bounds = chartFileBounds(chart);
    QPainter painter(&device);
    painter.setLayoutDirection(direction);
    painter.fillRect(bounds, palette(scheme).paper);
    constexpr int margin = chartFileMargin;
    paintChart(painter, bounds.adjusted(margin, margin, -margin, -margin), chart, scheme, direction);
}

} // namespace

QImage chartImage(const Chart &chart, Scheme scheme, Qt::LayoutDirection direction)
{
    QImage image((chartFileBounds(chart).size() * chartImageRatio).toSize(), QImage::Format_RGB32);
    image.setDevicePixelRatio(chartImageRatio);
    paintChartFile(image, chart, scheme, direction);
    return image;
}

QByteArray chartSvg(const Chart &chart, Scheme scheme, Qt::LayoutDirection direction)
{
    QBuffer buffer;
    QSvgGenerator svg;
    svg.setOutputDevice(&buffer);
    svg.setResolution(96); // a px of ours is one of the file's
    svg.setSize(chartFileBounds(chart).size().toSize());
    svg.setViewBox(chartFileBounds(chart));
    svg.setTitle(chart.title());
    svg.setDescription(chart.sentence());
    paintChartFile(svg, chart, scheme, direction);
    return buffer.data();
}

QString chartText(const Chart &chart)
{
    QString text;
    for (const QStringList &row : chart.table())
        text += row.join(u'\t') + u'\n';
    return text;
}

QByteArray chartFile(const QString &path, const Chart &chart, Scheme scheme, Qt::LayoutDirection direction)
{
    if (path.endsWith(".svg"_L1, Qt::CaseInsensitive))
        return chartSvg(chart, scheme, direction);
    QBuffer buffer;
    chartImage(chart, scheme, direction).save(&buffer, "PNG");
    return buffer.data();
}

} // namespace Weeknotes
