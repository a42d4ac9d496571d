// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "typeset/pagepart.h"

#include <QTextBlock>

#include <optional>

namespace Weeknotes {

/// The offset in the source of the character at `column` of `block`, one of the text blocks of `part`. `source` is the
/// text that the part's document was parsed from; it tells escapes and entities from what they stand for. Exact for
/// plain words, within a few characters elsewhere, and always within the part. `words` are those of the page’s cards.
[[nodiscard]] int sourceOffset(const PagePart &part, const QTextBlock &block, int column, QStringView source,
                               const Markdown::CardWords &words);

/// Of a task whose item begins at `begin`: the offset of the character between its brackets.
[[nodiscard]] std::optional<int> taskMark(int begin, QStringView source);

} // namespace Weeknotes
