// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporter/postsource.h"

#include "core/noteref.h"
#include "markdown/anthology.h"
#include "publisher/slug.h"

#include <algorithm>

namespace Weeknotes {

Result<PostSource> PostSource::of(Library &library, QDate today)
{
    PostSource source(library);
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

std::optional<QByteArray> PostSource::image(const NoteId &id, const QString &name, const Lost &lost) const
{
    auto data = m_library->image(id, name);
    if (data)
        return *std::move(data);
    if (data.error().kind != Error::Kind::NotFound)
        lost(data.error());
    return std::nullopt;
}

std::optional<NoteHeader> PostSource::linked(const QString &reference) const
{
    auto found = findNote(reference, m_notes, m_settings.week);
    return found ? std::optional(*std::move(found)) : std::nullopt;
}

PostContext PostSource::context(std::function<std::optional<QByteArray>(const QString &)> image) const
{
    return {.settings = m_settings,
            .today = m_today,
            .slugs = m_slugs,
            .image = std::move(image),
            .linked = [this](const QString &reference) { return linked(reference); },
            .pageOf = m_pageOf};
}

Post PostSource::post(const Note &note, const Lost &lost) const
{
    return buildPost(note, context([&](const QString &name) { return image(note.header.id, name, lost); }));
}

Post PostSource::postOfWords(const Note &note) const
{
    return buildPost(note, context({}));
}

Post PostSource::post(const NoteHeader &head, const std::shared_ptr<const Markdown::Document> &readable,
                      const Lost &lost) const
{
    return buildPost(head, readable, context([&](const QString &name) { return image(head.id, name, lost); }));
}

Post PostSource::anthology(const NoteHeader &head, const std::shared_ptr<const Markdown::Document> &anthology,
                           const Lost &lost) const
{
    PostContext around = context([&](const QString &name) -> std::optional<QByteArray> {
        const Markdown::Anthology::Image named = Markdown::Anthology::imageOf(name);
        const auto note = NoteId::parse(named.note);
        return note ? image(*note, named.name, lost) : std::nullopt;
    });
    const QString plain = slugOf(head);
    QString slug = plain;
    for (int number = 2; std::ranges::contains(m_slugs, slug); ++number)
        slug = plain + u'-' + QString::number(number);
    around.slugs.insert(head.id, slug);
    return buildPost(head, anthology, around);
}

QHash<QString, QUrl> linksTo(const std::vector<NoteHeader> &notes, const WeekRules &rules,
                             const Markdown::Document &document, PostSource::PageOf pageOf)
{
    PostContext context;
    context.linked = [&](const QString &reference) -> std::optional<NoteHeader> {
        auto found = findNote(reference, notes, rules);
        return found ? std::optional(*std::move(found)) : std::nullopt;
    };
    context.pageOf = std::move(pageOf);
    return noteLinks(document, context);
}

} // namespace Weeknotes
