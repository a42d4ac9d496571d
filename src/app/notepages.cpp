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
        const auto note = (*open)->note(id);
        if (!note)
            return std::unexpected(note.error());
        const Page page = source->page(*note, [&](const Error &error) { written.lost.push_back(error); });
        if (auto done = writePages(folder, {page}); !done)
            return std::unexpected(done.error());
        written.slugs << page.slug;
    }
    return written;
}

} // namespace Weeknotes
