// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "markdown/comments.h"
#include "markdown/document.h"
#include "markdown/sourcetext.h"

#include <functional>
#include <vector>

namespace Weeknotes::Markdown {

/// What a block of raw HTML is made of: our marks, and HTML between them.
struct HtmlParts
{
    std::vector<Block> blocks; ///< a mark that needs its neighbours is RawHtml still
    int hiddenFrom = -1; ///< where a passage begins that does not end in the block, in the source; -1 if there is none
};

/// Takes `html`, a block as md4c gives it and a part of `source`, apart. `ends` is of the whole source. `parsePassage`
/// parses the content of a passage.
[[nodiscard]] HtmlParts takeMarks(const SourceText &html, const SourceText &source, CommentEnds &ends,
                                  const std::function<std::vector<Block>(const SourceText &)> &parsePassage);

} // namespace Weeknotes::Markdown
