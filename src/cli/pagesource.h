// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings.h"
#include "publisher/page.h"
#include "storage/library.h"

#include <QHash>

#include <functional>

namespace Weeknotes {

namespace Markdown {
class Document;
}

/// Makes pages of the notes in a library: what all of them need, read once. Of the library's thread.
class PageSource
{
public:
    /// `library` must outlive it; embargoes end by `today`.
    [[nodiscard]] static Result<PageSource> of(Library &library, QDate today);

    /// Newest first.
    [[nodiscard]] const std::vector<NoteHeader> &notes() const { return m_notes; }
    /// `lost` hears of each image that the library should have and can't read. One that it never had is no error.
    [[nodiscard]] Page page(const Note &note, const std::function<void(const Error &error)> &lost) const;
    /// Likewise of passages from many notes, with the title, subtitle and so on of `head`, which names no note. Its
    /// slug is none of a note's.
    [[nodiscard]] Page page(const NoteHeader &head, const std::shared_ptr<const Markdown::Document> &anthology,
                            const std::function<void(const Error &error)> &lost) const;

private:
    explicit PageSource(Library &library) : m_library(&library) {}
    using Lost = std::function<void(const Error &error)>;
    [[nodiscard]] std::optional<QByteArray> image(const NoteId &id, const QString &name, const Lost &lost) const;
    [[nodiscard]] std::optional<NoteHeader> linked(const QString &reference) const;

    Library *m_library;
    std::vector<NoteHeader> m_notes;
    LibrarySettings m_settings;
    QHash<NoteId, QString> m_slugs;
    QDate m_today;
};

} // namespace Weeknotes
