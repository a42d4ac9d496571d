// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "importer/rawnote.h"

namespace Weeknotes {

/// Finds kind, period and missing years of all notes of a batch, in their light together, and says why. Uses `year`,
/// `today`, `rules` and `known` of the options. The result for each note does not depend on the order of the sequences.
void dateNotes(std::vector<RawNote> &notes, const ImportOptions &options);

/// The value of a guess of these days: "2019-08-05/2019-08-25".
[[nodiscard]] QString isoPeriod(const Period &period);

} // namespace Weeknotes
