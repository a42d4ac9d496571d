// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "publisher/losses.h"

#include <memory>

namespace Weeknotes {

/// The text of `post` as Medium can hold it: paragraphs, tunes, embeds, headings of level 2 (large) and 3 (small), flat
/// lists whose items are one tight paragraph each, quotes and pull quotes of paragraphs, code, figures, and separators
/// with text between them. Tables are lists of their rows, lines of inner lists stand below the words they belong to
/// and begin with a dash, footnotes are a list at the end, images stand alone; links lead to whole addresses (see
/// wholeTarget()). A first heading that says the title again is left out. What became of what goes into `losses`.
[[nodiscard]] std::shared_ptr<const Markdown::Document> flattened(const Post &post, LossList &losses);

} // namespace Weeknotes
