// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Weeknotes {

/// True for what a text can call an image of its note: a plain relative path that stays where it starts, of at most
/// 1024 characters, without control characters, backslashes and colons, so that it is one everywhere.
[[nodiscard]] bool isImageName(const QString &name);

/// `fileName` (no path) with a hyphen for each character that `isImageName` does not allow.
[[nodiscard]] QString imageNameFrom(QString fileName);

} // namespace Weeknotes
