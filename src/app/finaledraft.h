// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/numberhabit.h"
#include "insight/stretchfigures.h"

namespace Weeknotes {

/// What a note that looks back on a season begins with.
struct FinaleDraft
{
    QString title;
    QString text; ///< Markdown, for its writer to go on with
};

/// The figures of `now`, beside those of `before` if there was one, and what the notes say first in the sections that
/// return, with links to their weeks; the people thanked stand in a private passage, so that nobody is named unasked.
/// In `language` (BCP 47): English, German, French or Welsh, English for others.
[[nodiscard]] FinaleDraft finaleDraft(const StretchFigures &now, const StretchFigures *before, const SeasonTexts &texts,
                                      const NumberHabit &numbers, const LibrarySettings &settings,
                                      const QString &language);

} // namespace Weeknotes
