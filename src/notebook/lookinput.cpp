// SPDX-License-Identifier: GPL-3.0-or-later
#include "notebook/lookinput.h"

#include <algorithm>

namespace Weeknotes {
namespace {

/// The texts of the last notes before `note`, newest first. `notes` stand newest first.
Result<std::vector<std::shared_ptr<const Markdown::Document>>> documentsBefore(Library &library, const NoteHeader &note,
                                                                               const std::vector<NoteHeader> &notes)
{
    constexpr size_t enough = 4; // to tell what stands in each of them from what was left standing
    std::vector<std::shared_ptr<const Markdown::Document>> documents;
    for (const NoteHeader &each : notes) {
        if (documents.size() == enough)
            break;
        if (each.id == note.id || !newerFirst(note, each))
            continue;
        const auto read = library.note(each.id);
        if (!read && read.error().kind != Error::Kind::NotFound)
            return std::unexpected(read.error());
        if (read)
            documents.push_back(Markdown::Document::parse(read->text));
    }
    return documents;
}

} // namespace

Result<LookInput> lookInput(Library &library, const NoteHeader &note, QDate today)
{
    auto settings = library.settings();
    if (!settings)
        return std::unexpected(settings.error());
    auto notes = library.notes();
    if (!notes)
        return std::unexpected(notes.error());
    auto earlier = documentsBefore(library, note, *notes);
    if (!earlier)
        return std::unexpected(earlier.error());
    LookInput input;
    if (const auto weeks = weeksCoveredBy(note.fields.covers.value_or(Period()), settings->week); !weeks.empty()) {
        auto jots = library.jots(weeks.front(), weeks.back());
        if (!jots)
            return std::unexpected(jots.error());
        input.jots = *std::move(jots);
    }
    input.note = note;
    input.settings = *std::move(settings);
    input.today = today;
    input.notes = *std::move(notes);
    input.earlier = *std::move(earlier);
    return input;
}

} // namespace Weeknotes
