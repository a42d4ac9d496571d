// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "markdown/document.h"

namespace Weeknotes {

/// What headings of different weeks have in common if they name the same section: letters and figures without case,
/// accents, punctuation and emoji, and without numbers and dates where words are left. Empty for what names nothing.
[[nodiscard]] QString sectionKey(const QString &heading);

/// A section of a note, marked as such or not.
struct NoteSection
{
    enum class Mark
    {
        Heading, ///< of Markdown
        Bold,    ///< a strong line on its own
        Line,    ///< a short line that ends in a colon or in dots
        LeadIn   ///< the words before a colon, or strong ones, with which its only paragraph begins
    };

    Mark mark = Mark::Heading;
    QString heading; ///< without the colon
    QString key;     ///< see sectionKey(); never empty
    size_t begin = 0;
    size_t end = 0;   ///< what stands under it: the document's blocks from `begin` up to this one
    double place = 0; ///< in the note: 0 at its beginning, 1 at its end
};

/// The sections of a document for readers, in order, those of a level within those above it. One that is not marked
/// with a heading ends at the next of its kind, and within one that is. Sections without anything under them are left
/// out, and so is a first heading that says `title`.
[[nodiscard]] std::vector<NoteSection> noteSections(const Markdown::Document &readable, const QString &title);

} // namespace Weeknotes
