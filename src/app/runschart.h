// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chart.h"
#include "core/run.h"
#include "insight/writingfacts.h"

#include <QCoreApplication>

namespace Weeknotes {

/// Runs as hills along the weeks, as high as they are long, and pauses between and within them.
class RunsChart final : public Chart
{
    Q_DECLARE_TR_FUNCTIONS(Weeknotes::RunsChart)

public:
    RunsChart(QString title, QString sentence, std::vector<WeekOfWords> weeks, const std::vector<Run> &runs,
              WeekRules rules);

    [[nodiscard]] qreal heightFor(qreal width) const override;
    void paint(ChartPen &pen, const QRectF &area) const override;
    [[nodiscard]] std::vector<ChartValue> values(const QRectF &area) const override;
    [[nodiscard]] std::vector<QStringList> table() const override;

private:
    /// A run, or a pause, and its place among the weeks.
    struct Stay
    {
        int first = 0;
        int last = 0;
        int weeks = 0;
        bool isPause = false;
    };
    void findPauses();
    [[nodiscard]] QString wordsOf(const Stay &stay) const;
    [[nodiscard]] qreal xOf(const QRectF &plot, int week) const;
    void paintRun(ChartPen &pen, const QRectF &plot, const Stay &run) const;
    void paintYears(ChartPen &pen, const QRectF &plot) const;

    std::vector<WeekOfWords> m_weeks;
    WeekRules m_rules;
    std::vector<Stay> m_stays; ///< in the order of time
    int m_longest = 1;
};

} // namespace Weeknotes
