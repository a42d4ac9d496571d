// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chart.h"

#include <optional>

namespace Weeknotes {

/// Columns side by side, each of one part or of several upon each other.
class ColumnsChart final : public Chart
{
public:
    struct Part
    {
        QString name; ///< in the legend; there is none where there is one part
        Fill fill = Fill::Solid;
    };
    struct Column
    {
        QString label;          ///< below it; every second is left out where there is no room
        std::vector<int> parts; ///< as many as there are parts
        QString words;          ///< the column in a sentence
        NoteId note = {};
    };
    /// A line across, between columns.
    struct Mark
    {
        qreal at = 0; ///< in columns, from the left edge of the first
        QString words;
    };

    /// `head`: of the column of labels in the table. `dense`: the columns are ranges of one scale, and touch.
    ColumnsChart(QString title, QString sentence, QString head, std::vector<Part> parts, std::vector<Column> columns,
                 bool dense = false, std::optional<Mark> mark = {});

    [[nodiscard]] qreal heightFor(qreal width) const override;
    void paint(ChartPen &pen, const QRectF &area) const override;
    [[nodiscard]] std::vector<ChartValue> values(const QRectF &area) const override;
    [[nodiscard]] std::vector<QStringList> table() const override;

private:
    [[nodiscard]] QRectF plotIn(const QRectF &area) const;
    [[nodiscard]] QRectF slot(const QRectF &plot, size_t column) const;
    void paintLegend(ChartPen &pen, const QRectF &area) const;
    void paintColumn(ChartPen &pen, const QRectF &plot, size_t column) const;
    void paintLabels(ChartPen &pen, const QRectF &plot) const;
    [[nodiscard]] bool hasLegend() const { return m_parts.size() > 1; }

    QString m_head;
    std::vector<Part> m_parts;
    std::vector<Column> m_columns;
    bool m_dense;
    std::optional<Mark> m_mark;
    int m_most = 1;
};

} // namespace Weeknotes
