// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "importer/importer.h"

#include <QString>

namespace Weeknotes {

/// How sure we are of what was read.
enum class Doubt
{
    None,   ///< it says so itself
    Little, ///< guessed from words that can hardly mean anything else
    Some,   ///< guessed by a habit that most have
    Much    ///< one of several that it could be as well, or nothing tells
};

/// Whether it says that nothing tells when the note was.
[[nodiscard]] bool isOpen(const Warning &warning);
/// The doubt of that guess alone.
[[nodiscard]] Doubt doubtOf(const Guess &guess);
/// That of its most doubtful guess, or of what nothing tells.
[[nodiscard]] Doubt doubtOf(const ImportedNote &note);

/// "none", "little", "some", "much": stable, as JSON has them.
[[nodiscard]] QString nameOf(Doubt doubt);

/// Whether the two were guessed in the same way: the same fields for the same reasons, to the same kind of note. What a
/// person says of one they may well mean of the other.
[[nodiscard]] bool areAlike(const ImportedNote &a, const ImportedNote &b);

} // namespace Weeknotes
