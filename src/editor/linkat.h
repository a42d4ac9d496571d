// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUrl>

namespace Weeknotes {

/// Where the link leads that has the character at `at` in its words, its marks or its address: `[words](address)`,
/// `<address>` or an address alone. Invalid where there is none; pictures are none. A link by reference is not known.
[[nodiscard]] QUrl linkAt(const QString &line, qsizetype at);

} // namespace Weeknotes
