// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings.h"
#include "publisher/post.h"
#include "storage/library.h"

#include <QHash>

#include <functional>

namespace Weeknotes {

/// Makes posts of the notes in a library: what all of them need, read once. Of the library's thread.
class PostSource
{
public:
    /// Hears of each image that the library should have and can't read. One that it never had is no error.
    using Lost = std::function<void(const Error &error)>;
    /// Where the page of another note stands; see PostContext::pageOf.
    using PageOf = std::function<QUrl(const NoteHeader &note)>;

    /// `library` must outlive it; embargoes end by `today`.
    [[nodiscard]] static Result<PostSource> of(Library &library, QDate today);

    /// Newest first.
    [[nodiscard]] const std::vector<NoteHeader> &notes() const { return m_notes; }
    [[nodiscard]] const LibrarySettings &settings() const { return m_settings; }
    [[nodiscard]] const QHash<NoteId, QString> &slugs() const { return m_slugs; }
    [[nodiscard]] QDate today() const { return m_today; }
    [[nodiscard]] Library &library() const { return *m_library; }

    void setPageOf(PageOf pageOf) { m_pageOf = std::move(pageOf); }
    /// The note that `week:REFERENCE` means.
    [[nodiscard]] std::optional<NoteHeader> linked(const QString &reference) const;

    [[nodiscard]] Post post(const Note &note, const Lost &lost) const;
    /// Without its images, which are not read.
    [[nodiscard]] Post postOfWords(const Note &note) const;
    /// Of a note whose text is parsed already, and without what readers must not see.
    [[nodiscard]] Post post(const NoteHeader &head, const std::shared_ptr<const Markdown::Document> &readable,
                            const Lost &lost) const;
    /// Of passages from many notes, with the title, subtitle and so on of `head`, which names no note. Its slug is none
    /// of a note's.
    [[nodiscard]] Post anthology(const NoteHeader &head, const std::shared_ptr<const Markdown::Document> &anthology,
                                 const Lost &lost) const;

private:
    explicit PostSource(Library &library) : m_library(&library) {}
    [[nodiscard]] std::optional<QByteArray> image(const NoteId &id, const QString &name, const Lost &lost) const;
    [[nodiscard]] PostContext context(std::function<std::optional<QByteArray>(const QString &)> image) const;

    Library *m_library;
    std::vector<NoteHeader> m_notes;
    LibrarySettings m_settings;
    QHash<NoteId, QString> m_slugs;
    QDate m_today;
    PageOf m_pageOf;
};

/// Where the links of `document` to `notes` lead, see Post::links: to the page that `pageOf` gives, if it is there and
/// gives one, else to where the note stands on the web.
[[nodiscard]] QHash<QString, QUrl> linksTo(const std::vector<NoteHeader> &notes, const WeekRules &rules,
                                           const Markdown::Document &document, PostSource::PageOf pageOf = {});

} // namespace Weeknotes
