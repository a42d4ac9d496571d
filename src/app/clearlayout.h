// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>
#include <QWidget>

namespace Weeknotes {

/// Empties `layout`, and the layouts in it. Its widgets are hidden at once and deleted later, since this may be the
/// answer to a click on one of them.
inline void clearLayout(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        if (QLayout *inner = item->layout())
            clearLayout(inner);
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
}

} // namespace Weeknotes
