// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/runschart.h"

#include "timeline/periodtext.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Weeknotes {
namespace {

constexpr qreal hillsHeight = 96;
constexpr qreal hillsTop = 5 * Metrics::step; // the label of the longest
constexpr qreal hillsYears = 5 * Metrics::step;
constexpr qreal pauseHeight = 2 * Metrics::step;

} // namespace

RunsChart::RunsChart(QString title, QString sentence, std::vector<WeekOfWords> weeks, const std::vector<Run> &runs,
                     WeekRules rules)
    : Chart(std::move(title), std::move(sentence)), m_weeks(std::move(weeks)), m_rules(rules)
{
    if (m_weeks.empty())
        return;
    for (const Run &run : runs) {
        const int first = m_weeks.front().week.weeksTo(run.first);
        m_stays.push_back({first, first + run.first.weeksTo(run.last), run.weeks, false});
        m_longest = std::max(m_longest, run.weeks);
    }
    findPauses();
    std::ranges::sort(m_stays, {}, &Stay::first);
}

void RunsChart::findPauses()
{
    const auto isPaused = [this](int week) { return m_weeks[size_t(week)].state == TimelineWeek::State::Paused; };
    for (int week = 0; week < int(m_weeks.size()); ++week) {
        if (!isPaused(week))
            continue;
        const int first = week;
        while (week + 1 < int(m_weeks.size()) && isPaused(week + 1))
            ++week;
        m_stays.push_back({first, week, week - first + 1, true});
    }
}

qreal RunsChart::heightFor(qreal) const
{
    return hillsTop + hillsHeight + hillsYears;
}

qreal RunsChart::xOf(const QRectF &plot, int week) const
{
    return plot.left() + plot.width() * week / qreal(m_weeks.size());
}

void RunsChart::paint(ChartPen &pen, const QRectF &area) const
{
    const QRectF plot(area.left(), area.top() + hillsTop, area.width(), hillsHeight);
    for (const Stay &stay : m_stays) {
        if (!stay.isPause)
            paintRun(pen, plot, stay);
    }
    for (const Stay &stay : m_stays) {
        if (!stay.isPause)
            continue;
        const qreal left = xOf(plot, stay.first);
        const QRectF box(left, plot.bottom() - pauseHeight, xOf(plot, stay.last + 1) - left, pauseHeight);
        pen.fill(box, pen.colours().paper);
        pen.bar(box, Fill::Hatched, pen.colours().secondInk);
    }
    pen.line(plot.bottomLeft(), plot.bottomRight(), pen.colours().edge);
    paintYears(pen, plot);
    const auto longest =
        std::ranges::find_if(m_stays, [this](const Stay &stay) { return !stay.isPause && stay.weeks == m_longest; });
    if (longest == m_stays.end())
        return;
    const QString words = tr("%Ln week(s)", nullptr, m_longest);
    const qreal width = widthOf(words, interfaceType().small) + 1;
    const qreal right = std::max(plot.left() + width, xOf(plot, longest->last + 1));
    pen.text({right - width, area.top(), width, hillsTop - 2}, Qt::AlignRight | Qt::AlignVCenter, words,
             interfaceType().small, pen.colours().ink);
}

void RunsChart::paintRun(ChartPen &pen, const QRectF &plot, const Stay &run) const
{
    const auto yOf = [&](int weeks) { return plot.bottom() - plot.height() * weeks / m_longest; };
    std::vector<QPointF> hill{{xOf(plot, run.first), plot.bottom()}};
    for (int week = run.first, height = 0; week <= run.last; ++week) {
        if (m_weeks[size_t(week)].state == TimelineWeek::State::Noted)
            height = std::min(height + 1, run.weeks);
        hill.emplace_back(xOf(plot, week + 1), yOf(week == run.last ? run.weeks : height));
    }
    const std::vector<QPointF> slope = hill;
    hill.emplace_back(hill.back().x(), plot.bottom());
    pen.area(hill, pen.colours().strip[1]);
    pen.stroke(slope, pen.colours().green, 1.5);
    pen.line({hill.back().x(), slope.back().y()}, hill.back(), pen.colours().strip[2]);
}

void RunsChart::paintYears(ChartPen &pen, const QRectF &plot) const
{
    qreal free = plot.left();
    for (int week = 0; week < int(m_weeks.size()); ++week) {
        const int year = m_weeks[size_t(week)].week.number(m_rules).year;
        if (week > 0 && m_weeks[size_t(week) - 1].week.number(m_rules).year == year)
            continue;
        const qreal x = xOf(plot, week);
        if (week > 0)
            pen.line({x, plot.bottom()}, {x, plot.bottom() + Metrics::step}, pen.colours().edge);
        const QString words = QString::number(year);
        const qreal width = widthOf(words, interfaceType().small) + 1;
        if (x < free || x + width > plot.right())
            continue;
        pen.text({x, plot.bottom() + Metrics::step, width, hillsYears - Metrics::step}, Qt::AlignLeft | Qt::AlignBottom,
                 words, interfaceType().small, pen.colours().secondInk);
        free = x + width + 2 * Metrics::step;
    }
}

QString RunsChart::wordsOf(const Stay &stay) const
{
    const Period days{m_weeks[size_t(stay.first)].days.first, m_weeks[size_t(stay.last)].days.last};
    const QString when = periodWithYear(days, QLocale());
    return stay.isPause ? tr("%1: a pause of %2", "days, weeks").arg(when, tr("%Ln week(s)", nullptr, stay.weeks))
                        : tr("%1: %2 in a row", "days, weeks").arg(when, tr("%Ln week(s)", nullptr, stay.weeks));
}

std::vector<ChartValue> RunsChart::values(const QRectF &area) const
{
    std::vector<ChartValue> values;
    for (const Stay &stay : m_stays) {
        const qreal left = xOf(area, stay.first);
        const qreal width = std::max(2.0, xOf(area, stay.last + 1) - left);
        const qreal height = stay.isPause ? pauseHeight : hillsHeight;
        values.push_back({{left, area.top() + hillsTop + hillsHeight - height, width, height}, wordsOf(stay)});
    }
    return values;
}

std::vector<QStringList> RunsChart::table() const
{
    std::vector<QStringList> table{{tr("Kind"), tr("Days"), tr("Weeks")}};
    for (const Stay &stay : m_stays) {
        const Period days{m_weeks[size_t(stay.first)].days.first, m_weeks[size_t(stay.last)].days.last};
        table.push_back(
            {stay.isPause ? tr("Pause") : tr("Run"), periodWithYear(days, QLocale()), QLocale().toString(stay.weeks)});
    }
    return table;
}

} // namespace Weeknotes
