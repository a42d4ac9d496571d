// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Weeknotes {

/// The path of a file or folder in tests/data.
[[nodiscard]] QString testData(const QString &name);

} // namespace Weeknotes
