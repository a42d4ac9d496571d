// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/pagesource.h"

#include "core/noteref.h"
#include "markdown/anthology.h"
#include "publisher/post.h"
#include "publisher/slug.h"

#include <algorithm>

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

std::optional<QByteArray> PageSource::image(const NoteId &id, const QString &name, const Lost &lost) const
{
    auto data = m_library->image(id, name);
    if (data)
        return *std::move(data);
    if (data.error().kind != Error::Kind::NotFound)
        lost(data.error());
    return std::nullopt;
}

std::optional<NoteHeader> PageSource::linked(const QString &reference) const
{
    auto found = findNote(reference, m_notes, m_settings.week);
    return found ? std::optional(*std::move(found)) : std::nullopt;
}

Page PageSource::page(const Note &note, const std::function<void(const Error &error)> &lost) const
{
    const auto imageOf = [&](const QString &name) { return image(note.header.id, name, lost); };
    const auto linkedNote = [this](const QString &reference) { return linked(reference); };
    return renderPage(buildPost(note, {m_settings, m_today, m_slugs, imageOf, linkedNote}));
}

Page PageSource::page(const NoteHeader &head, const std::shared_ptr<const Markdown::Document> &anthology,
                      const std::function<void(const Error &error)> &lost) const
{
    const auto imageOf = [&](const QString &name) -> std::optional<QByteArray> {
        const Markdown::Anthology::Image named = Markdown::Anthology::imageOf(name);
        const auto note = NoteId::parse(named.note);
        return note ? image(*note, named.name, lost) : std::nullopt;
    };
    const auto linkedNote = [this](const QString &reference) { return linked(reference); };
    QHash<NoteId, QString> slugs = m_slugs;
    const QString plain = slugOf(head);
    QString slug = plain;
    for (int number = 2; std::ranges::contains(m_slugs, slug); ++number)
        slug = plain + u'-' + QString::number(number);
    slugs.insert(head.id, slug);
    return renderPage(buildPost(head, anthology, {m_settings, m_today, slugs, imageOf, linkedNote}));
}

} // namespace Weeknotes
