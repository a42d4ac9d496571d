// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "html/htmltree.h"

#include <QString>

#include <optional>

namespace Weeknotes {

/// What another program put on the clipboard as HTML, as Markdown: its structure, emphasis, links and images, without
/// the styles, empty paragraphs, comments, counting pixels and detours that Word, Outlook, Google Docs and web pages
/// put in. Nothing where the HTML is but a coat around plain text, as that of a code editor or a terminal: then the
/// plain text serves better. Nothing for more than 2 million characters.
[[nodiscard]] std::optional<QString> markdownOfPasted(const QString &html);

/// Whether an image is there to count readers, by its size.
[[nodiscard]] bool isCountingPixel(const HtmlNode &image);

/// Where a link leads in the end: mail programs and office suites lead through pages of their own that watch.
[[nodiscard]] QString withoutDetour(const QString &address);

} // namespace Weeknotes
