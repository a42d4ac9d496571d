// SPDX-License-Identifier: GPL-3.0-or-later
#include "notebook/importnotes.h"

#include "insight/titlehabit.h"
#include "notebook/storedtextof.h"

#include <QCryptographicHash>

#include <algorithm>

namespace Weeknotes {

namespace {

using Fate = ImportedDraft::Fate;

ImportedDraft failed(const Error &error)
{
    return {.fate = Fate::Failed, .id = {}, .error = error, .step = {}};
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

/// Takes no other bytes than when the archive was read.
Result<std::vector<ImageFile>> readImages(const std::vector<DraftImage> &images, const ReadImage &readImage)
{
    std::vector<ImageFile> files;
    for (const DraftImage &image : images) {
        auto bytes = readImage(image);
        if (!bytes)
            return std::unexpected(bytes.error());
        if (QCryptographicHash::hash(*bytes, QCryptographicHash::Sha256) != image.hash)
            return std::unexpected(Error{.kind = Error::Kind::Conflict, .subject = image.path});
        files.push_back({image.name, *std::move(bytes)});
    }
    return files;
}

/// The note that a draft belongs to.
struct Counterpart
{
    std::optional<Library::Imported> known;
    QString text; ///< where it is not known by the draft's hash
    Fate fate = Fate::Imported;
};

Fate fateOf(const NoteDraft &draft, const Counterpart &of, bool overwriting)
{
    if (!of.known)
        return Fate::Imported;
    if (of.known->binned)
        return Fate::Binned;
    const bool saysTheSame = draft.images.empty() && of.known->header.fields == draft.fields && of.text == draft.text;
    if (of.known->header.source.contentHash == draft.source.contentHash || saysTheSame)
        return Fate::Unchanged;
    return of.known->editedSince && !overwriting ? Fate::Kept : Fate::Updated;
}

Result<Counterpart> counterpart(Library &library, const ImportOrder &order, const ImportOutcome &before)
{
    const size_t index = before.drafts.size();
    const NoteDraft &draft = order.drafts[index];
    return knownNote(library, draft, before).and_then([&](const auto &known) -> Result<Counterpart> {
        Counterpart found{known, {}, Fate::Imported};
        if (known && known->header.source.contentHash != draft.source.contentHash) {
            const auto note = library.note(known->header.id);
            if (!note)
                return std::unexpected(note.error());
            found.text = note->text;
        }
        found.fate = fateOf(draft, found, order.overwriting.contains(index));
        return found;
    });
}

Result<NoteHeader> write(Library &library, const NoteDraft &draft, QDate today, const ReadImage &readImage,
                         const std::optional<Library::Imported> &known)
{
    return readImages(draft.images, readImage).and_then([&](const std::vector<ImageFile> &images) {
        const StoredText text = storedTextOf(draft.text, today);
        return known ? library.updateNote(known->header.id, known->header.revision, draft.fields, text, draft.source,
                                          images)
                     : library.addNote(draft.fields, text, draft.source, images);
    });
}

ImportedDraft bring(Library &library, const NoteDraft &draft, QDate today, const ReadImage &readImage,
                    const Counterpart &of)
{
    const auto written = write(library, draft, today, readImage, of.known);
    if (!written)
        return failed(written.error());
    const auto former = of.known.transform([&](const Library::Imported &known) {
        return Library::ImportStep::Former{known.header.fields, storedTextOf(of.text, today), known.header.source,
                                           known.header.revision, known.editedSince};
    });
    return {.fate = of.fate, .id = written->id, .error = {}, .step = {written->id, written->revision, former}};
}

ImportedDraft importDraft(Library &library, const ImportOrder &order, QDate today, const ImportOutcome &before)
{
    const NoteDraft &draft = order.drafts[before.drafts.size()];
    const auto of = counterpart(library, order, before);
    if (!of)
        return failed(of.error());
    if (of->known && isOf(before, *of->known))
        return failed({.kind = Error::Kind::Internal, .subject = draft.source.key});
    if (of->fate == Fate::Imported || of->fate == Fate::Updated)
        return bring(library, draft, today, order.readImage, *of);
    const NoteHeader &header = of->known->header;
    Result<void> followed;
    if (of->fate == Fate::Kept)
        followed = library.keepImported(header.id, draft.source, draft.fields.title, draft.text);
    else if (of->fate == Fate::Unchanged && header.source != draft.source)
        followed = library.followSource(header.id, draft.source);
    return followed ? ImportedDraft{.fate = of->fate, .id = header.id, .error = {}, .step = {}}
                    : failed(followed.error());
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

void importSome(Library &library, const ImportOrder &order, QDate today, ImportOutcome &outcome,
                const std::function<bool()> &goesOn)
{
    const size_t begin = outcome.drafts.size();
    const size_t end = std::min(order.drafts.size(), begin + mostTogether);
    const auto done = library.together([&] {
        do {
            outcome.add(importDraft(library, order, today, outcome));
        } while (!isHopeless(outcome.drafts.back()) && goesOn() && outcome.drafts.size() < end);
    });
    if (done)
        return;
    ImportOutcome before;
    for (size_t draft = 0; draft < begin; ++draft)
        before.add(std::move(outcome.drafts[draft]));
    before.add(failed(done.error()));
    outcome = std::move(before);
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

ImportOutcome foreseeImport(Library &library, const ImportOrder &order)
{
    ImportOutcome outcome;
    while (outcome.drafts.size() < order.drafts.size()) {
        const auto of = counterpart(library, order, outcome);
        const NoteId id = of && of->known ? of->known->header.id : NoteId();
        outcome.add(of ? ImportedDraft{.fate = of->fate, .id = id, .error = {}, .step = {}} : failed(of.error()));
    }
    return outcome;
}

ImportOutcome importNotes(Library &library, const ImportOrder &order, QDate today,
                          const std::function<bool(int done, int total)> &progress)
{
    ImportOutcome outcome;
    bool stopped = false;
    const auto goesOn = [&] {
        stopped = progress && !progress(int(outcome.drafts.size()), int(order.drafts.size()));
        return !stopped;
    };
    while (outcome.drafts.size() < order.drafts.size() && !stopped) {
        importSome(library, order, today, outcome, goesOn);
        if (isHopeless(outcome.drafts.back()))
            break;
    }
    adoptTitleHabit(library, outcome);
    return outcome;
}

Result<std::vector<NoteId>> takeBack(Library &library, const ImportOutcome &outcome)
{
    std::vector<Library::ImportStep> steps;
    for (const ImportedDraft &draft : outcome.drafts) {
        if (draft.fate == Fate::Imported || draft.fate == Fate::Updated)
            steps.push_back(draft.step);
    }
    const auto forget = [&](LibrarySettings &settings) {
        if (settings.titlePattern == outcome.titlePattern)
            settings.titlePattern.clear();
    };
    auto kept = library.takeBack(steps);
    if (!kept || outcome.titlePattern.isEmpty())
        return kept;
    return library.changeSettings(forget).transform([&](const LibrarySettings &) { return *std::move(kept); });
}

} // namespace Weeknotes
