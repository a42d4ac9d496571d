// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chart.h"
#include "insight/libraryfacts.h"

#include <QCoreApplication>

namespace Weeknotes {

/// The sections that return most, a row each, over the months or years: the larger and darker a square, the more of the
/// notes of that time have the section.
class SectionsChart final : public Chart
{
    Q_DECLARE_TR_FUNCTIONS(Weeknotes::SectionsChart)

public:
    SectionsChart(QString title, QString sentence, const LibraryFacts &facts);

    /// Whether any section returns at all.
    [[nodiscard]] bool isEmpty() const { return m_rows.empty(); }
    [[nodiscard]] qreal heightFor(qreal width) const override;
    void paint(ChartPen &pen, const QRectF &area) const override;
    [[nodiscard]] std::vector<ChartValue> values(const QRectF &area) const override;
    [[nodiscard]] std::vector<QStringList> table() const override;

private:
    struct Row
    {
        QString name;
        std::vector<int> notes; ///< by span
    };
    void cutTime(const LibraryFacts &facts);
    void count(const LibraryFacts &facts);
    [[nodiscard]] size_t spanOf(QDate day) const;
    [[nodiscard]] QString nameOfSpan(size_t span) const;
    void paintYears(ChartPen &pen, const QRectF &area) const;
    [[nodiscard]] QRectF cellIn(const QRectF &area, size_t row, size_t span) const;

    QDate m_first;            ///< of the first span
    int m_months = 1;         ///< in a span
    std::vector<int> m_notes; ///< of each span
    std::vector<Row> m_rows;
};

} // namespace Weeknotes
