// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/library.h"

#include <functional>
#include <vector>

namespace Weeknotes {

/// What became of one draft of an import.
struct ImportedDraft
{
    enum class Fate
    {
        Imported,  ///< a new note
        Updated,   ///< its note had the older form of it, which is kept as a version
        Unchanged, ///< its note was made from the very same, here or in another place
        Kept,      ///< its note was edited here since; the draft was left aside
        Binned,    ///< its note is in the bin, and stays there
        Failed     ///< see `error`
    };

    Fate fate = Fate::Failed;
    NoteId id; ///< null if it failed
    Error error;

    bool operator==(const ImportedDraft &) const = default;
};

/// True for an error that every further draft would meet too: nothing can be written, the library is damaged or gone,
/// or somebody else holds it for long.
[[nodiscard]] bool isHopeless(const ImportedDraft &draft);

/// What became of an import.
struct ImportOutcome
{
    std::vector<ImportedDraft> drafts; ///< in the drafts' order; fewer than the drafts if it was stopped
    int imported = 0;
    int updated = 0;
    int unchanged = 0;
    int kept = 0;
    int binned = 0;
    int failed = 0;
    QString titlePattern; ///< the library's since this import, which found it; empty if it set none

    void add(ImportedDraft draft);
    bool operator==(const ImportOutcome &) const = default;
};

/// Brings one draft into `library` in one transaction. A note that came from the same source (kind and key) is found
/// again; one with the same content hash is left as it is. So is one with another key, the same content hash and title
/// (the archive moved), which takes over the key. A draft that names no source is always a new note. Its images are
/// read here; one that is no longer what the draft says fails it (NotReadable, Conflict). `before` is what this import
/// did so far: a note that it has brought is never overwritten (Internal, since each draft should have a key of its
/// own).
[[nodiscard]] ImportedDraft importNote(Library &library, const NoteDraft &draft, QDate today,
                                       const ImportOutcome &before);

/// To be called once an import is done: where it brought something and the library has no title pattern, it gets the
/// one that its newest season follows; see ownTitlePattern. A failure leaves that to the next import.
void adoptTitleHabit(Library &library, ImportOutcome &outcome);

/// The backup that comes before an import into a library that has notes. Errors: those of Library::backUp.
[[nodiscard]] Result<void> backUpBeforeImport(Library &library, const GoesOn &goesOn = {});

/// What `importNotes` would do, without doing it: new notes have no id. `library` may be open to read only.
[[nodiscard]] ImportOutcome foreseeImport(Library &library, const std::vector<NoteDraft> &drafts);

/// Brings drafts in, in their order, and adopts their titles' habit. `progress(done, total)` is called after each;
/// false stops the import. A hopeless one stops it as well.
[[nodiscard]] ImportOutcome importNotes(Library &library, const std::vector<NoteDraft> &drafts, QDate today,
                                        const std::function<bool(int done, int total)> &progress = {});

} // namespace Weeknotes
