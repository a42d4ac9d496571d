// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace Weeknotes::Markdown {

/// Where the fenced code whose marks begin at `at` ends: with the line that closes it (before its line end), or with
/// the text. `at` itself if no fence opens there. Lines end in U+000A; reads no further than the code goes.
[[nodiscard]] qsizetype fencedCodeEnd(QStringView text, qsizetype at);

} // namespace Weeknotes::Markdown
