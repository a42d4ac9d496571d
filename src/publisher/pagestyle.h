// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tokenrole.h"

#include <QString>

namespace Weeknotes {

/// The style sheet of every page: the rules of resources/publisher/page.css, and the values of src/style as its
/// variables; `colour` takes the place of our green, as dark or light as it must be to be read. Thread-safe.
[[nodiscard]] QString pageStyle(const QString &colour = {});
/// What a site's own pages have beside it.
[[nodiscard]] QString siteStyle();

/// The class of a run of code in it; empty for TokenRole::Normal.
[[nodiscard]] QString tokenClass(TokenRole role);

} // namespace Weeknotes
