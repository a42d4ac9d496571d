// SPDX-License-Identifier: GPL-3.0-or-later
#include "notebook/importnotes.h"

#include "notebook/storedtextof.h"

#include <algorithm>

namespace Weeknotes {

namespace {

using Fate = ImportedDraft::Fate;

Fate fateOf(const NoteDraft &draft, const std::optional<Library::Imported> &known)
{
    if (!known)
        return Fate::Imported;
    if (known->binned)
        return Fate::Binned;
    if (known->header.source.contentHash == draft.source.contentHash)
        return Fate::Unchanged;
    return known->editedSince ? Fate::Kept : Fate::Updated;
}

ImportedDraft toOutcome(const Result<NoteHeader> &written, Fate fate)
{
    if (!written)
        return {.fate = Fate::Failed, .id = {}, .error = written.error()};
    return {.fate = fate, .id = written->id, .error = {}};
}

} // namespace

bool isHopeless(const ImportedDraft &draft)
{
    return draft.fate == Fate::Failed &&
           (draft.error.kind == Error::Kind::NotWritable || draft.error.kind == Error::Kind::Damaged);
}

void ImportOutcome::add(ImportedDraft draft)
{
    switch (draft.fate) {
    case Fate::Imported:
        ++imported;
        break;
    case Fate::Updated:
        ++updated;
        break;
    case Fate::Unchanged:
        ++unchanged;
        break;
    case Fate::Kept:
        ++kept;
        break;
    case Fate::Binned:
        ++binned;
        break;
    case Fate::Failed:
        ++failed;
        break;
    }
    drafts.push_back(std::move(draft));
}

ImportedDraft importNote(Library &library, const NoteDraft &draft, QDate today, const ImportOutcome &before)
{
    const auto known = library.noteBySource(draft.source);
    if (!known)
        return {.fate = Fate::Failed, .id = {}, .error = known.error()};
    if (*known && std::ranges::contains(before.drafts, (*known)->header.id, &ImportedDraft::id)) {
        const Error twice{.kind = Error::Kind::Internal, .subject = draft.source.key};
        return {.fate = Fate::Failed, .id = {}, .error = twice};
    }
    const Fate fate = fateOf(draft, *known);
    if (fate == Fate::Imported) {
        const auto added = library.addNote(draft.fields, storedTextOf(draft.text, today), draft.source, draft.images);
        return toOutcome(added, fate);
    }
    const NoteHeader &header = (*known)->header;
    if (fate != Fate::Updated)
        return {.fate = fate, .id = header.id, .error = {}};
    const auto updated = library.updateNote(header.id, header.revision, draft.fields, storedTextOf(draft.text, today),
                                            draft.source, draft.images);
    return toOutcome(updated, fate);
}

Result<void> backUpBeforeImport(Library &library, const GoesOn &goesOn)
{
    return library.notes().and_then([&](const std::vector<NoteHeader> &notes) -> Result<void> {
        if (notes.empty())
            return {};
        return library.backUp(Backup::Reason::Import, goesOn).transform([](const Backup &) {});
    });
}

ImportOutcome foreseeImport(Library &library, const std::vector<NoteDraft> &drafts)
{
    ImportOutcome outcome;
    for (const NoteDraft &draft : drafts) {
        const auto known = library.noteBySource(draft.source);
        if (known)
            outcome.add({.fate = fateOf(draft, *known), .id = *known ? (*known)->header.id : NoteId(), .error = {}});
        else
            outcome.add({.fate = Fate::Failed, .id = {}, .error = known.error()});
    }
    return outcome;
}

ImportOutcome importNotes(Library &library, const std::vector<NoteDraft> &drafts, QDate today,
                          const std::function<bool(int done, int total)> &progress)
{
    ImportOutcome outcome;
    for (const NoteDraft &draft : drafts) {
        outcome.add(importNote(library, draft, today, outcome));
        if (isHopeless(outcome.drafts.back()) ||
            (progress && !progress(int(outcome.drafts.size()), int(drafts.size()))))
            break;
    }
    return outcome;
}

} // namespace Weeknotes
