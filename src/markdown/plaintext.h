// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/readingtime.h"
#include "markdown/document.h"

#include <memory>

namespace Weeknotes::Markdown {

/// The words of a document, for search and for clipboards without formats: blocks parted by an empty line, list
/// items and table rows a line each, footnotes at the end. Private passages are in it (take `forReaders()` where
/// they must not be), prompts and comments are not.
[[nodiscard]] QString toPlainText(const Document &document);
[[nodiscard]] QString toPlainText(const std::vector<Block> &blocks);

/// What a reader has before them: all words, code and captions and footnotes too; private passages not.
/// An embargoed passage counts once `forReaders()` has put it in place. About 5 ns a character.
[[nodiscard]] TextMeasure measure(const Document &document);

/// Measures a text again and again while it is edited: blocks that a document shares with the one before, which it
/// holds on to, are not read again, unless there are footnotes.
class Meter
{
public:
    [[nodiscard]] const TextMeasure &measure(std::shared_ptr<const Document> document);

private:
    std::shared_ptr<const Document> m_document;
    TextMeasure m_measure; ///< of it
};

} // namespace Weeknotes::Markdown
