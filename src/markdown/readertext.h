// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "markdown/document.h"
#include "markdown/masking.h"

namespace Weeknotes::Markdown {

/// A note's Markdown as readers may have it on `today`, see Document::forReaders(): without private passages, prompts,
/// comments that mark nothing, embargoed passages, footnotes that nobody is led to; a passage whose day has come stands
/// in place. The rest is as it was written. Parses the text a few times where there is anything to take out; any
/// thread.
[[nodiscard]] QString textForReaders(const QString &markdown, QDate today);

/// The footnotes of a text that nobody is led to in `document`, the whole of it or what readers may see: nothing there
/// names them, or one before has their label.
[[nodiscard]] std::vector<FootnoteDefinition> unreadFootnotes(const QString &markdown, const Document &document);

} // namespace Weeknotes::Markdown
