// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "importer/ghostcards.h"

#include <optional>

namespace Weeknotes {

/// A text as one of Ghost's editors keeps it.
struct GhostDocument
{
    HtmlNodes nodes;
    QStringList embeds; ///< the addresses of its embeds, each, in their order; empty where one has none
    QStringList lost;   ///< the names of cards of which nothing is left
};

/// Of the editor since Ghost 5.44: the state of Lexical (https://lexical.dev), with cards of Ghost's own. Nothing where
/// `json` is no such thing. What is nested deeper than 60 is left out.
[[nodiscard]] std::optional<GhostDocument> readLexical(const QString &json);

/// Of the editor from Ghost 1 on: Mobiledoc 0.3, https://github.com/bustle/mobiledoc-kit/blob/master/MOBILEDOC.md.
[[nodiscard]] std::optional<GhostDocument> readMobiledoc(const QString &json);

} // namespace Weeknotes
