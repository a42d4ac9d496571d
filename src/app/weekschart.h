// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chart.h"
#include "core/settings.h"
#include "insight/writingfacts.h"

#include <QCoreApplication>
#include <QHash>

#include <map>

namespace Weeknotes {

/// Words by week: a row of bars for each year, or season, all to one scale. Pauses are hatched, missed weeks hollow.
class WeeksChart final : public Chart
{
    Q_DECLARE_TR_FUNCTIONS(Weeknotes::WeeksChart)

public:
    struct Row
    {
        QString name;
        QString note;                     ///< below the name: how many words
        std::map<int, WeekOfWords> weeks; ///< by the column, from 0
    };
    using Titles = QHash<NoteId, QString>;

    /// A row for each year, newest first.
    [[nodiscard]] static std::vector<Row> yearRows(const std::vector<WeekOfWords> &weeks, const WeekRules &rules);
    /// One row, from the first week on.
    [[nodiscard]] static Row row(const QString &name, const std::vector<WeekOfWords> &weeks);

    /// `monthsOfYear`: the columns are the weeks of a year, and the seasons stand behind them.
    WeeksChart(QString title, QString sentence, std::vector<Row> rows, bool monthsOfYear, Titles titles,
               WeekRules rules, SeasonLooks seasons = {});

    [[nodiscard]] qreal heightFor(qreal width) const override;
    void paint(ChartPen &pen, const QRectF &area) const override;
    [[nodiscard]] std::vector<ChartValue> values(const QRectF &area) const override;
    [[nodiscard]] std::vector<QStringList> table() const override;

private:
    struct Geometry;
    [[nodiscard]] QString wordsOf(const WeekOfWords &week) const;
    void paintSeasons(ChartPen &pen, const Geometry &at, size_t row) const;
    void paintRow(ChartPen &pen, const Geometry &at, size_t row) const;

    std::vector<Row> m_rows;
    bool m_monthsOfYear;
    Titles m_titles;
    WeekRules m_rules;
    SeasonLooks m_seasons;
    int m_columns = 1;
    int m_most = 0; ///< the words that a bar of full height stands for; longer ones are broken
};

} // namespace Weeknotes
