// SPDX-License-Identifier: GPL-3.0-or-later
#include "notebook/importnotes.h"

#include "insight/titlehabit.h"
#include "notebook/storedtextof.h"

#include <QCryptographicHash>
#include <QFile>

#include <algorithm>

namespace Weeknotes {

namespace {

using Fate = ImportedDraft::Fate;

ImportedDraft failed(const Error &error)
{
    return {.fate = Fate::Failed, .id = {}, .error = error};
}

bool isOf(const ImportOutcome &outcome, const Library::Imported &note)
{
    return std::ranges::contains(outcome.drafts, note.header.id, &ImportedDraft::id);
}

/// The note that was made from the draft earlier. Of equal files in one archive each has its own.
Result<std::optional<Library::Imported>> knownNote(Library &library, const NoteDraft &draft,
                                                   const ImportOutcome &before)
{
    using Known = std::optional<Library::Imported>;
    const auto bySource = library.noteBySource(draft.source);
    if (!bySource || *bySource)
        return bySource;
    return library.notesByContent(draft.source, draft.fields.title)
        .transform([&](const std::vector<Library::Imported> &notes) {
            const auto free = std::ranges::find_if_not(notes, [&](const auto &note) { return isOf(before, note); });
            return free == notes.end() ? Known() : Known(*free);
        });
}

/// Takes no byte more, and no other ones, than when the archive was read.
Result<ImageFile> readImage(const DraftImage &image)
{
    QFile file(image.path);
    if (!file.open(QIODevice::ReadOnly))
        return std::unexpected(
            Error{.kind = Error::Kind::NotReadable, .subject = image.path, .detail = file.errorString()});
    QByteArray bytes = file.read(image.size + 1);
    if (QCryptographicHash::hash(bytes, QCryptographicHash::Sha256) != image.hash)
        return std::unexpected(Error{.kind = Error::Kind::Conflict, .subject = image.path});
    return ImageFile{image.name, std::move(bytes)};
}

Result<std::vector<ImageFile>> readImages(const std::vector<DraftImage> &images)
{
    std::vector<ImageFile> files;
    for (const DraftImage &image : images) {
        auto file = readImage(image);
        if (!file)
            return std::unexpected(file.error());
        files.push_back(*std::move(file));
    }
    return files;
}

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
        return failed(written.error());
    return {.fate = fate, .id = written->id, .error = {}};
}

Result<NoteHeader> write(Library &library, const NoteDraft &draft, QDate today,
                         const std::optional<Library::Imported> &known)
{
    return readImages(draft.images).and_then([&](const std::vector<ImageFile> &images) {
        const StoredText text = storedTextOf(draft.text, today);
        return known ? library.updateNote(known->header.id, known->header.revision, draft.fields, text, draft.source,
                                          images)
                     : library.addNote(draft.fields, text, draft.source, images);
    });
}

} // namespace

bool isHopeless(const ImportedDraft &draft)
{
    using enum Error::Kind;
    const Error::Kind kind = draft.error.kind;
    return draft.fate == Fate::Failed && (kind == NotWritable || kind == Damaged || kind == Gone || kind == Busy);
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
    const auto known = knownNote(library, draft, before);
    if (!known)
        return failed(known.error());
    if (*known && isOf(before, **known))
        return failed({.kind = Error::Kind::Internal, .subject = draft.source.key});
    const Fate fate = fateOf(draft, *known);
    if (fate == Fate::Imported || fate == Fate::Updated)
        return toOutcome(write(library, draft, today, *known), fate);
    const NoteHeader &header = (*known)->header;
    if (header.source.key != draft.source.key) {
        if (const auto followed = library.setSourceKey(header.id, draft.source.key); !followed)
            return failed(followed.error());
    }
    return {.fate = fate, .id = header.id, .error = {}};
}

void adoptTitleHabit(Library &library, ImportOutcome &outcome)
{
    const auto settings = library.settings();
    if (outcome.imported + outcome.updated == 0 || !settings || !settings->titlePattern.isEmpty())
        return;
    const auto notes = library.notes();
    const QLocale locale = settings->language.isEmpty() ? QLocale() : QLocale(settings->language);
    const auto habit = notes ? ownTitlePattern(*notes, locale) : std::nullopt;
    if (!habit)
        return;
    const auto adopt = [&](LibrarySettings &current) {
        if (current.titlePattern.isEmpty()) // still
            current.titlePattern = habit->pattern();
    };
    if (const auto changed = library.changeSettings(adopt); changed && changed->titlePattern == habit->pattern())
        outcome.titlePattern = changed->titlePattern;
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
        const auto known = knownNote(library, draft, outcome);
        if (known)
            outcome.add({.fate = fateOf(draft, *known), .id = *known ? (*known)->header.id : NoteId(), .error = {}});
        else
            outcome.add(failed(known.error()));
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
    adoptTitleHabit(library, outcome);
    return outcome;
}

} // namespace Weeknotes
