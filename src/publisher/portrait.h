// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"

#include <QByteArray>

namespace Weeknotes {

/// Its side in px: twice the largest it is shown at.
inline constexpr int portraitSide = 192;

/// The middle square of an image file as a small JPEG or PNG, without what cameras note in it: for
/// PageSettings::picture. Any thread. Errors: BadValue (no image that Qt reads).
[[nodiscard]] Result<QByteArray> portraitOf(const QByteArray &file);

} // namespace Weeknotes
