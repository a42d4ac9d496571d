// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "markdown/document.h"

namespace Weeknotes::Markdown {

struct OutlineEntry
{
    int level = 0; ///< 1 to 6
    QString text;
    SourceRange source; ///< the heading's lines
    bool operator==(const OutlineEntry &) const = default;
};

/// A heading and what stands under it.
struct Section
{
    int level = 0;      ///< the heading's; 0 for what stands before the first heading
    QString heading;    ///< empty for what stands before the first heading
    QString text;       ///< plain text up to the next heading of any level
    SourceRange source; ///< heading and text
    bool operator==(const Section &) const = default;
};

/// The headings in order: those of the note itself, of private passages and of appeals; not those inside quotes
/// and lists.
[[nodiscard]] std::vector<OutlineEntry> outline(const Document &document);
/// The document cut at the headings that `outline` lists. Text before the first makes a section unless it is empty.
[[nodiscard]] std::vector<Section> sections(const Document &document);

} // namespace Weeknotes::Markdown
