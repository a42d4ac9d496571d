// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace Weeknotes {

/// A heading and the plain text under it, up to the next heading. The text before the first has level 0.
struct Section
{
    int level = 0;
    QString heading;
    QString text;

    bool operator==(const Section &) const = default;
};

/// A note's text with what a library keeps beside it. Storage knows no Markdown, so whoever saves brings all of it
/// (`notebook/storedtextof.h` makes it from a document).
struct StoredText
{
    QString markdown;
    QString plain; ///< what search looks through; private passages are in it, since it is the writer's own search
    int words = 0; ///< of what readers see
    int minutes = 0;
    std::vector<Section> sections;

    bool operator==(const StoredText &) const = default;
};

} // namespace Weeknotes
