// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "html/htmltomarkdown.h"

#include <QString>

#include <functional>

namespace Weeknotes {

/// `markdown` with the HTML in it turned into Markdown, or into its words where Markdown has nothing like it; code and
/// comments stay as they are. A tag that no HTML knows ("<name>") becomes plain text.
[[nodiscard]] HtmlConversion withoutHtml(const QString &markdown);

/// `markdown` with every stretch that is neither code nor a comment put through `change`.
[[nodiscard]] QString changedProse(const QString &markdown, const std::function<QString(const QString &)> &change);

} // namespace Weeknotes
