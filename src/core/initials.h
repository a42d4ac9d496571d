// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Weeknotes {

/// The first letters of the first and the last name, capital, for a portrait that is not there; empty for no name.
[[nodiscard]] QString initialsOf(const QString &name);

} // namespace Weeknotes
