// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chart.h"

#include <optional>

namespace Weeknotes {

/// A list of names with how often each is met, as bars; a stroke across each says how often it was before.
class RankChart final : public Chart
{
public:
    struct Row
    {
        QString name;
        int count = 0;
        std::optional<int> before;
    };
    /// `head`: of the column of names; `now`, `before`: what is compared, "Season 5", "Season 4"; without `before`
    /// there are no strokes.
    RankChart(QString title, QString sentence, QString head, QString now, QString before, std::vector<Row> rows);

    [[nodiscard]] qreal heightFor(qreal width) const override;
    void paint(ChartPen &pen, const QRectF &area) const override;
    [[nodiscard]] std::vector<ChartValue> values(const QRectF &area) const override;
    [[nodiscard]] std::vector<QStringList> table() const override;

private:
    [[nodiscard]] qreal legendHeight() const;
    void paintLegend(ChartPen &pen, const QRectF &area) const;
    void paintRow(ChartPen &pen, const QRectF &line, const Row &row) const;

    QString m_head;
    QString m_now;
    QString m_before;
    std::vector<Row> m_rows;
    int m_most = 1;
};

} // namespace Weeknotes
