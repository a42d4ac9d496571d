// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Weeknotes {

/// The path with all links resolved, of as much of it as is there. Asks the disk; any thread.
[[nodiscard]] QString realPath(const QString &path);

/// Whether `path` is `folder` or lies in it, both as realPath gives them.
[[nodiscard]] bool isIn(const QString &path, const QString &folder);

} // namespace Weeknotes
