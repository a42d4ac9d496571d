// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tokenrole.h"

#include <QString>

namespace Weeknotes {

/// The style sheet of every page: the rules of resources/publisher/page.css, and the values of src/style as its
/// variables. Made once. Thread-safe.
[[nodiscard]] const QString &pageStyle();

/// The class of a run of code in it; empty for TokenRole::Normal.
[[nodiscard]] QString tokenClass(TokenRole role);

} // namespace Weeknotes
