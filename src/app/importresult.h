// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/importlist.h"
#include "app/importpictures.h"

namespace Weeknotes {

/// What an import brought, and what became of it.
struct ImportResult
{
    ImportBatch brought; ///< the notes that were to come in, as far as they did; and what was left out
    ImportOutcome outcome;

    /// `outcome` is of the notes that `list` wants.
    [[nodiscard]] static ImportResult of(const ImportList &list, const ImportOutcome &outcome);

    /// For the person, in a line or two.
    [[nodiscard]] QString text() const;
    /// All of it as a text to keep.
    [[nodiscard]] QByteArray report(const WeekRules &rules) const;
    /// The newest note that came in or changed; else of those that were here already. Null for none.
    [[nodiscard]] NoteId newest() const;
    /// What the notes that came in or changed show from the web. Parses them all: not for the UI thread.
    [[nodiscard]] std::vector<ImportPicture> remotePictures() const;
};

} // namespace Weeknotes
