// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "timeline/yearstrip.h"

#include <QScrollArea>

namespace Weeknotes {

/// The years at a glance where there may be more of them than room: some are in view, the others scroll.
class YearsArea : public QScrollArea
{
    Q_OBJECT

public:
    explicit YearsArea(QWidget *parent = nullptr);

    [[nodiscard]] YearStrip &strip() const { return *m_strip; }
    /// Becomes as high as so many years, or as all of them.
    void fit(int years);
    /// Brings the year of `week` into view, if there is one.
    void reveal(const Week &week);

private:
    void bringIntoView(const QRect &cell);

    YearStrip *m_strip;
};

} // namespace Weeknotes
