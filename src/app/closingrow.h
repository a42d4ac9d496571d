// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/typography.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace Weeknotes {

/// The last line of a dialog that asks something: the button that leaves it, and the one that takes what was entered.
[[nodiscard]] inline QHBoxLayout *closingRow(QPushButton *cancel, QPushButton *take)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(2 * Metrics::step);
    row->addStretch(1);
    row->addWidget(cancel);
    row->addWidget(take);
    return row;
}

} // namespace Weeknotes
