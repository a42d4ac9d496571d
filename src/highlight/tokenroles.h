// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tokenrole.h"

#include <KSyntaxHighlighting/Theme>

namespace Weeknotes {

/// What a style of KSyntaxHighlighting is to us. For the sources of this layer only.
[[nodiscard]] TokenRole roleOf(KSyntaxHighlighting::Theme::TextStyle style);

} // namespace Weeknotes
