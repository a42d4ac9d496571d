// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notepages.h"

#include "cli/pagesource.h"
#include "publisher/writer.h"

namespace Weeknotes {

Result<WrittenPages> writeNotePages(const std::vector<NoteId> &notes, const QString &library, const QString &folder,
                                    const Clock &clock)
{
    const auto open = Library::open(library, clock, Library::Access::ReadOnly);
    if (!open)
        return std::unexpected(open.error());
    const auto source = PageSource::of(**open, clock.today());
    if (!source)
        return std::unexpected(source.error());
    WrittenPages written;
    for (const NoteId &id : notes) {
        const auto slug = (*open)->note(id).and_then([&](const Note &note) {
            const Page page = source->page(note, [&](const Error &error) { written.lost.push_back(error); });
            return writePages(folder, {page}).transform([&] { return page.slug; });
        });
        if (!slug) {
            written.stopped = slug.error();
            break;
        }
        written.slugs << *slug;
    }
    return written;
}

} // namespace Weeknotes
