// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <KSyntaxHighlighting/Definition>

#include <QString>

namespace Weeknotes {

// For the sources of this layer only.

inline constexpr qsizetype longestCodeLine = 10'000; ///< some definitions' expressions go quadratic on a line

/// The definition, of this thread, of what stands after a fence, see highlightCode; not valid for an unknown language.
[[nodiscard]] KSyntaxHighlighting::Definition definitionOfLanguage(const QString &language);

} // namespace Weeknotes
