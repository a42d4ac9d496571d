// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/chartview.h"

#include <QScrollArea>

class QBoxLayout;
class QLabel;

namespace Weeknotes {

/// A page of charts below each other, no wider than is pleasant to read, that scrolls; on top a title and a row of
/// figures. What becomes of a chart that is saved stands at the end of the title.
class ChartColumn : public QScrollArea
{
    Q_OBJECT

public:
    struct Figure
    {
        QString number;
        QString words; ///< below it
        QString small; ///< below that, in lines; may be empty
    };

    explicit ChartColumn(QWidget *parent = nullptr);

    void setTitle(const QString &title, const QString &line);
    void setFigures(const std::vector<Figure> &figures);
    /// Shows these charts, one below the other, in pairs side by side where there is room: those of one inner list.
    void setCharts(std::vector<std::vector<std::unique_ptr<const Chart>>> rows);
    /// Stands between title and figures.
    void setControls(QWidget *controls);
    void setScheme(Scheme scheme);
    [[nodiscard]] const std::vector<ChartView *> &views() const { return m_views; }

Q_SIGNALS:
    void noteActivated(const Weeknotes::NoteId &id);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    ChartView *makeView();
    void placeRows();
    void say(const QString &words, bool isTrouble);

    Scheme m_scheme = Scheme::Light;
    QWidget *m_content;
    QBoxLayout *m_column;
    QBoxLayout *m_head;
    QBoxLayout *m_figures;
    QBoxLayout *m_charts;
    QLabel *m_title;
    QLabel *m_line;
    QLabel *m_said;
    std::vector<QBoxLayout *> m_rows;
    std::vector<ChartView *> m_views;
};

} // namespace Weeknotes
