// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "html/htmltree.h"

#include <functional>
#include <optional>

namespace Weeknotes {

/// Where the article of a page stands. Points into the page.
struct PageArticle
{
    const HtmlNode *scope = nullptr;   ///< what holds all of it: its head, its text, its foot
    const HtmlNode *content = nullptr; ///< what holds its text; may be `scope` itself
};

/// The one article in the body of a page, by its markup: microformats (h-entry), schema.org, HTML's own elements, the
/// classes of common themes; else what holds nearly all prose. Nothing for a list of posts, a page of links, or one
/// without text. `leadsElsewhere` tells whether a link leads to another page: an entry of few words whose title is such
/// a link is a teaser of what stands there. In time that grows with the page.
[[nodiscard]] std::optional<PageArticle> findArticle(const HtmlNode &body,
                                                     const std::function<bool(const QString &)> &leadsElsewhere);

} // namespace Weeknotes
