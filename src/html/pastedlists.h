// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "html/htmltree.h"

namespace Weeknotes {

/// The value of a style of `node`, in lower case; empty where it sets none.
[[nodiscard]] QString styleOf(const HtmlNode &node, const QString &property);

/// `nodes` with real lists in place of the paragraphs that Word and Outlook make look like them.
[[nodiscard]] std::vector<HtmlNode> withWordLists(std::vector<HtmlNode> nodes);

} // namespace Weeknotes
