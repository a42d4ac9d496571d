// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rankchart.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Weeknotes {
namespace {

constexpr qreal rankRow = 6 * Metrics::step;
constexpr qreal rankBar = 3 * Metrics::step;
constexpr qreal rankLegend = 5 * Metrics::step;
constexpr qreal rankCount = 40; // the numbers at the end of the lines
constexpr qreal widestRankName = 180;

} // namespace

RankChart::RankChart(QString title, QString sentence, QString head, QString now, QString before, std::vector<Row> rows)
    : Chart(std::move(title), std::move(sentence))
    , m_head(std::move(head))
    , m_now(std::move(now))
    , m_before(std::move(before))
    , m_rows(std::move(rows))
{
    for (const Row &row : m_rows)
        m_most = std::max({m_most, row.count, row.before.value_or(0)});
}

qreal RankChart::legendHeight() const
{
    return m_before.isEmpty() ? 0 : rankLegend + Metrics::step;
}

qreal RankChart::heightFor(qreal) const
{
    return legendHeight() + qreal(m_rows.size()) * rankRow;
}

void RankChart::paint(ChartPen &pen, const QRectF &area) const
{
    if (!m_before.isEmpty())
        paintLegend(pen, area);
    for (size_t row = 0; row < m_rows.size(); ++row)
        paintRow(pen, {area.left(), area.top() + legendHeight() + qreal(row) * rankRow, area.width(), rankRow},
                 m_rows[row]);
}

void RankChart::paintLegend(ChartPen &pen, const QRectF &area) const
{
    const TextType &type = interfaceType().small;
    const qreal y = area.top() + (rankLegend - rankBar) / 2;
    pen.cell({area.left(), y, rankBar, rankBar}, pen.colours().strip[3]);
    qreal x = area.left() + rankBar + 2 * Metrics::step;
    const qreal width = widthOf(m_now, type) + 1;
    pen.text({x, area.top(), width, rankLegend}, Qt::AlignLeft | Qt::AlignVCenter, m_now, type,
             pen.colours().secondInk);
    x += width + 4 * Metrics::step;
    pen.fill({x, y - 1, 2, rankBar + 2}, pen.colours().ink);
    x += 2 + 2 * Metrics::step;
    pen.text({x, area.top(), area.right() - x, rankLegend}, Qt::AlignLeft | Qt::AlignVCenter, m_before, type,
             pen.colours().secondInk);
}

void RankChart::paintRow(ChartPen &pen, const QRectF &line, const Row &row) const
{
    const qreal names = std::min(widestRankName, line.width() * 2 / 5);
    const qreal room = line.width() - names - rankCount;
    const qreal left = line.left() + names;
    const QRectF bar(left, line.center().y() - rankBar / 2, std::max(2.0, room * row.count / m_most), rankBar);
    pen.text({line.left(), line.top(), names - 2 * Metrics::step, line.height()}, Qt::AlignLeft | Qt::AlignVCenter,
             row.name, interfaceType().normal, pen.colours().ink);
    pen.cell(bar, pen.colours().strip[3]);
    if (row.before.value_or(0) > 0 && !m_before.isEmpty()) {
        const QRectF stroke(left + room * *row.before / m_most - 1, bar.top() - 2, 2, bar.height() + 4);
        pen.fill(stroke.adjusted(-1, 0, 1, 0), pen.colours().paper);
        pen.fill(stroke, pen.colours().ink);
    }
    pen.text({line.right() - rankCount, line.top(), rankCount, line.height()}, Qt::AlignRight | Qt::AlignVCenter,
             QLocale().toString(row.count), interfaceType().small, pen.colours().ink);
}

std::vector<ChartValue> RankChart::values(const QRectF &area) const
{
    const QLocale locale;
    std::vector<ChartValue> values;
    for (size_t row = 0; row < m_rows.size(); ++row) {
        QString words = m_rows[row].name + u": "_s + locale.toString(m_rows[row].count);
        if (m_rows[row].before && !m_before.isEmpty())
            words += u" · "_s + m_before + u": "_s + locale.toString(*m_rows[row].before);
        values.push_back(
            {{area.left(), area.top() + legendHeight() + qreal(row) * rankRow, area.width(), rankRow}, words});
    }
    return values;
}

std::vector<QStringList> RankChart::table() const
{
    const QLocale locale;
    QStringList heads{m_head, m_now};
    if (!m_before.isEmpty())
        heads << m_before;
    std::vector<QStringList> table{heads};
    for (const Row &row : m_rows) {
        table.push_back({row.name, locale.toString(row.count)});
        if (!m_before.isEmpty())
            table.back() << (row.before ? locale.toString(*row.before) : QString());
    }
    return table;
}

} // namespace Weeknotes
