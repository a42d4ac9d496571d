// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Weeknotes {

struct LookFinding;

/// What there is to look at: one sentence, translated. It says what was found, not where.
[[nodiscard]] QString lookText(const LookFinding &finding);
/// What its fix does, or what the window does about it, as a button says it; empty where there is none.
[[nodiscard]] QString lookFixText(const LookFinding &finding);
/// An address with its middle left out where it is long.
[[nodiscard]] QString shownAddress(const QString &address);

} // namespace Weeknotes
