// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/libraryexport.h"

namespace Weeknotes {

namespace {

/// What `use` makes of the notes in the library.
template <typename Use>
std::invoke_result_t<Use, PostSource &> withNotes(const QString &library, const Clock &clock, Use use)
{
    const auto open = Library::open(library, clock, Library::Access::ReadOnly);
    if (!open)
        return std::unexpected(open.error());
    auto source = PostSource::of(**open, clock.today());
    if (!source)
        return std::unexpected(source.error());
    return use(*source);
}

} // namespace

Result<ExportReport> exportFrom(const QString &library, const Clock &clock, const ExportRequest &request,
                                const GoesOn &goesOn)
{
    return withNotes(library, clock, [&](PostSource &source) { return exportNotes(source, request, goesOn); });
}

Result<std::vector<Loss>> lossesFrom(const QString &library, const Clock &clock, const ExportRequest &request,
                                     PostForm form, const std::atomic_bool &stop)
{
    return withNotes(library, clock, [&](PostSource &source) -> Result<std::vector<Loss>> {
        LossList all;
        if (linksItsNotes(request.form))
            source.setPageOf(sitePages(source.slugs(), request.notes));
        for (const NoteId &id : request.notes) {
            if (stop)
                return std::unexpected(Error{.kind = Error::Kind::Stopped});
            const auto note = source.library().note(id);
            if (!note)
                return std::unexpected(note.error());
            for (const Loss &loss : lossesOf(source.postOfWords(*note), form)) {
                if (loss.kind != Loss::Kind::ImageMissing)
                    all.add(loss.kind, loss.fate, loss.first, loss.count);
            }
        }
        return all.take();
    });
}

Result<Post> postFrom(const QString &library, const Clock &clock, const NoteId &id)
{
    return withNotes(library, clock, [&](PostSource &source) {
        return source.library().note(id).transform([&](const Note &note) {
            return source.post(note, [](const Error &) {}); // a picture that can't be read is one of the losses
        });
    });
}

} // namespace Weeknotes
