// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "html/htmltree.h"

namespace Weeknotes {

/// Takes out of `article` the footnotes: what a link further up leads to, and which links back there. Each is in the
/// result with what it holds, in the order of their numbers, and a mark stands where the text names it.
[[nodiscard]] std::vector<HtmlNode> takeFootnotes(HtmlNode &article);

/// The numbers of the footnotes that `markdown` has such marks of, in their order, each once.
[[nodiscard]] QList<qsizetype> footnotesIn(const QString &markdown);

/// `markdown` with "[^1]" for such a mark.
[[nodiscard]] QString withFootnoteNames(QString markdown);

/// `text` without the signs that such marks are made of.
[[nodiscard]] QString withoutFootnoteMarks(QString text);

} // namespace Weeknotes
