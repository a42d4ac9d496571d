// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "markdown/masking.h"
#include "markdown/sourcetext.h"

#include <functional>
#include <optional>

namespace Weeknotes::Markdown {

/// What the tree builder needs to know about the text around the one it reads.
struct TreeSetting
{
    Dialect dialect = Dialect::Note;
    Findings found;
    /// The label of the footnote that a mark like "[^1]" (without brackets and ^) refers to; nothing if there is none.
    std::function<std::optional<QString>(QStringView label)> footnoteLabel;
    /// Parses the content of a passage.
    std::function<std::vector<Block>(const SourceText &passage)> parsePassage;
};

struct Tree
{
    /// Ranges are offsets in the source's text, but for the children of Private blocks, which stand in their
    /// final place. `begin` is -1 where md4c said nothing of the place. A fenced Code block's `level` is 1.
    std::vector<Block> blocks;
    QString masked;      ///< the text as md4c got it
    int hiddenFrom = -1; ///< where a private passage begins that never ends; -1 if there is none
};

/// Runs md4c over `source` and builds the tree of what it says.
[[nodiscard]] Tree buildTree(const SourceText &source, const TreeSetting &setting);

} // namespace Weeknotes::Markdown
