// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "markdown/sourcetext.h"

namespace Weeknotes::Markdown {

/// Turns the ranges of `blocks`, which the tree builder knows from literal text alone, into whole lines with the
/// marks around them. Blocks without literal text get their place from the lines between their neighbours.
/// `masked` is the text as md4c got it.
void placeBlocks(std::vector<Block> &blocks, QStringView masked);

/// Moves all ranges from `source` to the whole text, of which `lines` are the lines.
void moveToWhole(std::vector<Block> &blocks, const SourceText &source, const Lines &lines);

/// Keeps each range within its parent's, and a block's behind its sibling's.
void nestRanges(std::vector<Block> &blocks, SourceRange within);

} // namespace Weeknotes::Markdown
