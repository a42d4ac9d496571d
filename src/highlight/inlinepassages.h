// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "highlight/markdowntoken.h"

#include <QStringView>

#include <vector>

namespace Weeknotes {

// For the sources of this layer only.

/// The first passage that begins in `text`, at or after `from`; -1 if none does.
[[nodiscard]] qsizetype passageIn(QStringView text, qsizetype from = 0);

/// Makes comments of what belongs, among the `tokens` of a paragraph's line, to a passage. `line` begins at `offset`.
/// `hides`: one has begun in the paragraph and not ended. Returns whether that is so after the line.
[[nodiscard]] bool hideInParagraph(std::vector<MarkdownToken> &tokens, QStringView line, int offset, bool hides);

} // namespace Weeknotes
