// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "markdown/document.h"

namespace Weeknotes::Markdown {

/// What every document parsed from `text` keeps to: the first breach, in words; empty if there is none.
[[nodiscard]] QString breachOf(const Document &document, const QString &text);
/// The same for a document that `forReaders()` made.
[[nodiscard]] QString breachForReaders(const Document &document);
/// Whether the elements of `html`, as our writer writes it, nest and end, and none of them runs anything.
[[nodiscard]] QString breachOfHtml(const QString &html);
/// A copy of the blocks with all their ranges at their places in the text.
[[nodiscard]] std::vector<Block> blocksOf(const Document &document);
/// The tree as one line a block, indented: kind, range, words. For messages and golden comparisons.
[[nodiscard]] QString dump(const std::vector<Block> &blocks, int depth = 0);

} // namespace Weeknotes::Markdown
