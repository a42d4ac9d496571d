// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateEdit>

namespace Weeknotes {

/// A field for a day, with a calendar. What is typed counts when it is whole, not digit by digit. `name` is for screen
/// readers.
[[nodiscard]] QDateEdit *dayField(QWidget *parent, const QString &name);

} // namespace Weeknotes
