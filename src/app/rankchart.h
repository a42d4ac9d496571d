// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chart.h"

#include <QCoreApplication>

#include <optional>

namespace Weeknotes {

/// A list of names with how often each is met, as bars; a stroke across each says how often it was before, had that
/// been as long.
class RankChart final : public Chart
{
    Q_DECLARE_TR_FUNCTIONS(Weeknotes::RankChart)

public:
    struct Row
    {
        QString name;
        int count = 0;
        std::optional<int> before;
    };
    /// What is compared.
    struct Side
    {
        QString name; ///< "Season 5"
        int weeks = 1;

        /// "Season 5, 21 weeks".
        [[nodiscard]] QString words() const;
    };
    /// `head`: of the column of names; without `before` there are no strokes.
    RankChart(QString title, QString sentence, QString head, Side now, std::optional<Side> before,
              std::vector<Row> rows);

    [[nodiscard]] qreal heightFor(qreal width) const override;
    void paint(ChartPen &pen, const QRectF &area) const override;
    [[nodiscard]] std::vector<ChartValue> values(const QRectF &area) const override;
    [[nodiscard]] std::vector<QStringList> table() const override;

private:
    [[nodiscard]] qreal legendHeight() const;
    void paintLegend(ChartPen &pen, const QRectF &area) const;
    void paintRow(ChartPen &pen, const QRectF &line, const Row &row) const;
    /// How often it was before, in as many weeks as now.
    [[nodiscard]] qreal inProportion(const Row &row) const;

    QString m_head;
    Side m_now;
    std::optional<Side> m_before;
    std::vector<Row> m_rows;
    qreal m_most = 1;
};

} // namespace Weeknotes
