// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/printer.h"
#include "importer/importer.h"
#include "insight/pausehints.h"
#include "notebook/importnotes.h"

namespace Weeknotes {

/// What an import found and did, for people and for programs.
struct ImportReport
{
    const ImportBatch &batch;
    const ImportOutcome &outcome;  ///< of the batch's notes, in their order; of the first ones if it was stopped
    std::vector<PauseHint> pauses; ///< that the batch tells of
    WeekRules rules;
    bool isDry = false; ///< nothing was written

    [[nodiscard]] QByteArray json() const;
    /// Each note that is new or changed, with its guesses and their reasons; then the sum, the title pattern if the
    /// library got one, and the pauses proposed.
    void print(Printer &out) const;
    /// What was left out, and what could not be written: a sentence each.
    void printProblems(Printer &errors) const;
};

} // namespace Weeknotes
