// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/printer.h"
#include "importer/importer.h"
#include "notebook/importnotes.h"

namespace Weeknotes {

/// What an import found and did, for people and for programs.
struct ImportReport
{
    const ImportBatch &batch;
    const ImportOutcome &outcome; ///< of the batch's notes, in their order; of the first ones if it was stopped
    WeekRules rules;
    bool isDry = false; ///< nothing was written

    [[nodiscard]] QByteArray json() const;
    /// Each note that is new or changed, with its guesses and their reasons; then the sum, and the title pattern if the
    /// library got one.
    void print(Printer &out) const;
    /// What was left out, and what could not be written: a sentence each.
    void printProblems(Printer &errors) const;
};

} // namespace Weeknotes
