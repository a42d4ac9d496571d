// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

namespace Weeknotes {

/// Tells whether a word is misspelt, by the dictionary nearest to `language` (BCP 47); null where none
/// is installed. Reads the disk, and is of the thread that made it.
[[nodiscard]] std::function<bool(const QString &word)> spellCheck(const QString &language);

} // namespace Weeknotes
