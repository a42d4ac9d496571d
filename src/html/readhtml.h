// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "markdown/document.h"

namespace Weeknotes {

/// The HTML among `blocks` as ordinary blocks, and the Markdown that stands between its tags in them; for
/// Document::forReaders(). What an HTML5 parser reads is built anew: nothing of the HTML itself goes on to a page but
/// words and, from a list of elements and attributes, what they mean. All other tags become text. Every block of
/// Markdown among `blocks` is in the result, in its order; tags that would hide one, or reach beyond, are text or
/// nothing.
[[nodiscard]] std::vector<Markdown::Block> readHtml(std::vector<Markdown::Block> blocks);

} // namespace Weeknotes
