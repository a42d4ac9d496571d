// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "markdown/document.h"

#include <algorithm>
#include <cstdlib>
#include <ranges>

namespace Weeknotes {

/// Whether anything among the blocks is kept from readers: words that came from elsewhere never are.
template <std::ranges::input_range Blocks> bool hides(const Blocks &blocks)
{
    using Kind = Markdown::Block::Kind;
    return std::ranges::any_of(blocks, [](const Markdown::Block &block) {
        return block.kind == Kind::Private || block.kind == Kind::Prompt || hides(block.children);
    });
}

/// Ends the program where the text keeps anything from readers.
inline void mustShowAll(const QString &markdown)
{
    if (hides(Markdown::Document::parse(markdown)->blocks()))
        std::abort();
}

} // namespace Weeknotes
