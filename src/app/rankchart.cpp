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
constexpr qreal rankCount = 40; // the numbers before the bars: behind them they would stand beside a stroke
constexpr qreal widestRankName = 180;

} // namespace

QString RankChart::Side::words() const
{
    return tr("%1, %2", "season, its length").arg(name, tr("%Ln week(s)", nullptr, weeks));
}

RankChart::RankChart(QString title, QString sentence, QString head, Side now, std::optional<Side> before,
                     std::vector<Row> rows)
    : Chart(std::move(title), std::move(sentence))
    , m_head(std::move(head))
    , m_now(std::move(now))
    , m_before(std::move(before))
    , m_rows(std::move(rows))
{
    for (const Row &row : m_rows)
        m_most = std::max({m_most, qreal(row.count), inProportion(row)});
}

qreal RankChart::inProportion(const Row &row) const
{
    return m_before ? qreal(row.before.value_or(0)) * m_now.weeks / std::max(1, m_before->weeks) : 0;
}

qreal RankChart::legendHeight() const
{
    return m_before ? rankLegend + Metrics::step : 0;
}

qreal RankChart::heightFor(qreal) const
{
    return legendHeight() + qreal(m_rows.size()) * rankRow;
}

void RankChart::paint(ChartPen &pen, const QRectF &area) const
{
    if (m_before)
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
    const qreal width = std::min(widthOf(m_now.name, type) + 1, (area.right() - x) / 2);
    pen.text({x, area.top(), width, rankLegend}, Qt::AlignLeft | Qt::AlignVCenter, m_now.name, type,
             pen.colours().secondInk);
    x += width + 4 * Metrics::step;
    pen.fill({x, y - 1, 2, rankBar + 2}, pen.colours().ink);
    x += 2 + 2 * Metrics::step;
    pen.text({x, area.top(), area.right() - x, rankLegend}, Qt::AlignLeft | Qt::AlignVCenter,
             tr("%1, in as many weeks", "season before").arg(m_before->name), type, pen.colours().secondInk);
}

void RankChart::paintRow(ChartPen &pen, const QRectF &line, const Row &row) const
{
    const qreal names = std::min(widestRankName, line.width() * 2 / 5);
    const qreal left = line.left() + names + rankCount;
    const qreal room = line.right() - left - 2; // half a stroke
    const QRectF bar(left, line.center().y() - rankBar / 2, std::max(2.0, room * row.count / m_most), rankBar);
    pen.text({line.left(), line.top(), names - 2 * Metrics::step, line.height()}, Qt::AlignLeft | Qt::AlignVCenter,
             row.name, interfaceType().normal, pen.colours().ink);
    pen.cell(bar, pen.colours().strip[3]);
    if (inProportion(row) > 0) {
        const QRectF stroke(left + room * inProportion(row) / m_most - 1, bar.top() - 2, 2, bar.height() + 4);
        pen.fill(stroke.adjusted(-1, 0, 1, 0), pen.colours().paper);
        pen.fill(stroke, pen.colours().ink);
    }
    pen.text({left - rankCount, line.top(), rankCount - 2 * Metrics::step, line.height()},
             Qt::AlignRight | Qt::AlignVCenter, QLocale().toString(row.count), interfaceType().small,
             pen.colours().ink);
}

std::vector<ChartValue> RankChart::values(const QRectF &area) const
{
    const QLocale locale;
    const auto told = [&locale](const Side &side, int count) {
        return tr("%1: %2 in %3", "season, how often, its length")
            .arg(side.name, locale.toString(count), tr("%Ln week(s)", nullptr, side.weeks));
    };
    std::vector<ChartValue> values;
    for (size_t row = 0; row < m_rows.size(); ++row) {
        QString words = m_rows[row].name + u": "_s + locale.toString(m_rows[row].count);
        if (m_rows[row].before && m_before)
            words = m_rows[row].name + u" – "_s + told(m_now, m_rows[row].count) + u" · "_s +
                    told(*m_before, *m_rows[row].before);
        values.push_back(
            {{area.left(), area.top() + legendHeight() + qreal(row) * rankRow, area.width(), rankRow}, words});
    }
    return values;
}

std::vector<QStringList> RankChart::table() const
{
    const QLocale locale;
    QStringList heads{m_head, m_now.words()};
    if (m_before)
        heads << m_before->words();
    std::vector<QStringList> table{heads};
    for (const Row &row : m_rows) {
        table.push_back({row.name, locale.toString(row.count)});
        if (m_before)
            table.back() << (row.before ? locale.toString(*row.before) : QString());
    }
    return table;
}

} // namespace Weeknotes
