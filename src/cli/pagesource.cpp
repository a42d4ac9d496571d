// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/pagesource.h"

#include "core/noteref.h"
#include "publisher/post.h"
#include "publisher/slug.h"

namespace Weeknotes {

Result<PageSource> PageSource::of(Library &library, QDate today)
{
    PageSource source(library);
    auto settings = library.settings();
    if (!settings)
        return std::unexpected(settings.error());
    auto notes = library.notes();
    if (!notes)
        return std::unexpected(notes.error());
    source.m_settings = *std::move(settings);
    source.m_notes = *std::move(notes);
    source.m_slugs = slugsOf(source.m_notes, source.m_settings.baseUrl);
    source.m_today = today;
    return source;
}

Page PageSource::page(const Note &note, const std::function<void(const Error &error)> &lost) const
{
    const auto image = [&](const QString &name) -> std::optional<QByteArray> {
        auto data = m_library->image(note.header.id, name);
        if (data)
            return *std::move(data);
        if (data.error().kind != Error::Kind::NotFound)
            lost(data.error());
        return std::nullopt;
    };
    const auto linked = [&](const QString &reference) -> std::optional<NoteHeader> {
        auto found = findNote(reference, m_notes, m_settings.week);
        return found ? std::optional(*std::move(found)) : std::nullopt;
    };
    return renderPage(buildPost(note, {m_settings, m_today, m_slugs, image, linked}));
}

} // namespace Weeknotes
