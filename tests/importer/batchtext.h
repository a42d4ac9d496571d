// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "importer/importer.h"

#include <QString>

namespace Weeknotes {

/// A batch as text: what golden files hold and what people compare. Paths are shown by their file names.
[[nodiscard]] QString batchText(const ImportBatch &batch);

/// One note's fields, guesses and warnings; with its text.
[[nodiscard]] QString noteText(const ImportedNote &note);

} // namespace Weeknotes
