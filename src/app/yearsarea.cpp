// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/yearsarea.h"

#include "style/typography.h"

#include <algorithm>

namespace Weeknotes {

YearsArea::YearsArea(QWidget *parent) : QScrollArea(parent), m_strip(new YearStrip)
{
    setWidget(m_strip);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    viewport()->setAutoFillBackground(false);
    m_strip->setAutoFillBackground(false);
    connect(m_strip, &YearStrip::cellFocused, this, &YearsArea::bringIntoView);
}

void YearsArea::fit(int years)
{
    const int all = std::max(1, int(m_strip->rows().size()));
    const int cut = all > years ? 2 * Metrics::step : 0; // no sliver of the next one
    setFixedHeight(YearStrip::heightOf(std::min(all, years)) - cut);
}

void YearsArea::reveal(const Week &week)
{
    const QRect cell = m_strip->cellRect(week);
    if (cell.isValid())
        bringIntoView(cell);
}

void YearsArea::bringIntoView(const QRect &cell)
{
    ensureVisible(cell.center().x(), cell.center().y(), 0, YearStrip::heightOf(1) / 2);
}

} // namespace Weeknotes
