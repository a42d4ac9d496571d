// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "markdown/document.h"

namespace Weeknotes::Markdown {

/// Makes the marks that need their neighbours: pull quotes and appeals of comments and what follows them, figures,
/// embeds and tunes of paragraphs. Works at all depths, but leaves Private blocks, which had their turn, alone.
void foldMarks(std::vector<Block> &blocks);

} // namespace Weeknotes::Markdown
