// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/library.h"

#include <functional>
#include <set>
#include <vector>

namespace Weeknotes {

/// Reads an image of a draft, at most one byte more than it had when the archive was read. Called on the thread that
/// writes. Errors: those of reading.
using ReadImage = std::function<Result<QByteArray>(const DraftImage &image)>;

/// What became of one draft of an import.
struct ImportedDraft
{
    enum class Fate
    {
        Imported,  ///< a new note
        Updated,   ///< its note had the older form of it, which is kept as a version
        Unchanged, ///< its note was made from the very same, here or in another place
        Kept,      ///< its note was edited here since and stays; the draft's text stands in its history
        Binned,    ///< its note is in the bin, and stays there
        Failed     ///< see `error`
    };

    Fate fate = Fate::Failed;
    NoteId id; ///< null if it failed
    Error error;
    Library::ImportStep step; ///< to take it back, where it was imported or updated
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
};

/// What is to come in.
struct ImportOrder
{
    std::vector<NoteDraft> drafts;
    ReadImage readImage = {};          ///< needed where drafts have images
    std::set<size_t> overwriting = {}; ///< indexes of drafts that replace what was edited here, which history keeps
};

/// Brings some more drafts, after those of `outcome`, into `library`, in one transaction: as many as go into
/// `mostTogether`, until one is hopeless, or `goesOn` is false, which is asked after each. A note that came from the
/// same source (kind and key) is found again; one with the same content hash, or that says the same, is left as it is.
/// So is one with another key, the same content hash and title (the archive moved), which takes over the key. A draft
/// that names no source is always a new note. An image that is no longer what the draft says fails it (NotReadable,
/// Conflict). A note that this import has brought is never overwritten (Internal, since each draft should have a key of
/// its own).
void importSome(Library &library, const ImportOrder &order, QDate today, ImportOutcome &outcome,
                const std::function<bool()> &goesOn);
/// Somebody else's save waits for so many at most.
inline constexpr size_t mostTogether = 16;

/// To be called once an import is done: where it brought something and the library has no title pattern, it gets the
/// one that its newest season follows; see ownTitlePattern. A failure leaves that to the next import.
void adoptTitleHabit(Library &library, ImportOutcome &outcome);

/// The backup that comes before an import into a library that has notes. Errors: those of Library::backUp.
[[nodiscard]] Result<void> backUpBeforeImport(Library &library, const GoesOn &goesOn = {});

/// What `importNotes` would do, without doing it: new notes have no id. `library` may be open to read only.
[[nodiscard]] ImportOutcome foreseeImport(Library &library, const ImportOrder &order);

/// Brings drafts in, in their order, and adopts their titles' habit. `progress(done, total)` is called after each;
/// false stops the import. A hopeless one stops it as well.
[[nodiscard]] ImportOutcome importNotes(Library &library, const ImportOrder &order, QDate today,
                                        const std::function<bool(int done, int total)> &progress = {});

/// Takes the import back: the library has no note of it any more, updated ones stand as before, and its title pattern
/// goes if it came with the import. Notes that were changed since stay; their ids are returned.
[[nodiscard]] Result<std::vector<NoteId>> takeBack(Library &library, const ImportOutcome &outcome);

} // namespace Weeknotes
