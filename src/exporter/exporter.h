// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exporter/postsource.h"
#include "insight/writingfacts.h"

namespace Weeknotes {

enum class ExportForm
{
    Page,          ///< a folder a note, with its page
    Site,          ///< the pages of all of them as one site
    MediumArchive, ///< Medium's own account export, as a folder and as a zip
    Markdown,      ///< a file a note, as Weeknotes itself reads it
    Hugo,          ///< likewise, as that generator wants it
    Jekyll,
    Eleventy,
    Pdf, ///< a file a note
    Book ///< all of them in one PDF, oldest first, with a title page and contents
};

/// "page", "site", "medium-archive", "markdown", "hugo", …
[[nodiscard]] QString nameOf(ExportForm form);
[[nodiscard]] std::optional<ExportForm> exportFormFromString(const QString &name);
[[nodiscard]] QStringList exportFormNames();

struct ExportRequest
{
    ExportForm form = ExportForm::Page;
    QString folder;            ///< made where it is missing
    std::vector<NoteId> notes; ///< in the order of their files; a site and a book have their own
    QString title = {};        ///< of a book, and of its file
};

struct ExportReport
{
    QStringList files;       ///< absolute: what to open, of each note one, of a site its front page
    int changed = 0;         ///< files that are other ones than before, or gone
    int hiddenPassages = 0;  ///< of the notes, that readers must not see
    int goneNotes = 0;       ///< whose pages an earlier export of the site made, and that are not in it any more
    int missingImages = 0;   ///< of the notes, see Post
    std::vector<Error> lost; ///< images that the library should have, and can't be read
};

/// Whether readers of a site are to see the note, if nobody chose: it is published, or ready to be.
[[nodiscard]] bool isForSite(const NoteHeader &note);

/// The notes that a note's page leads to; null: there is none.
struct PageNeighbours
{
    const NoteHeader *previous = nullptr;
    const NoteHeader *next = nullptr;
};
/// The nearest before and after `note` in `notes` (newest first) that go out with it or, but for a site, stand
/// somewhere on the web. Points into `notes`.
[[nodiscard]] PageNeighbours pageNeighbours(const std::vector<NoteHeader> &notes, const ExportRequest &request,
                                            const NoteId &note);

/// Whether notes that go out together in that form lead to each other there.
[[nodiscard]] bool linksItsNotes(ExportForm form);

/// Where a site of `notes` has their pages; see PostContext::pageOf.
[[nodiscard]] PostSource::PageOf sitePages(const QHash<NoteId, QString> &slugs, const std::vector<NoteId> &notes);

/// Where an export in that form must not go: among the library's own files, or as single pages among those of a site,
/// which have other links. Errors: Exists.
[[nodiscard]] Result<void> checkFolder(const QString &folder, const QString &library, ExportForm form);

/// The name of the file that a book of that title is written to.
[[nodiscard]] QString bookFileName(const QString &title);

/// What a book of those notes is called where nobody says.
[[nodiscard]] QString bookTitle(const LibrarySettings &settings, const Stretch &stretch);

/// Writes notes of `source`'s library in one of the forms, all or none: what stood in the folder before stays as it is
/// until everything is made, and goes on doing so after an error or a stop. What readers must not see is in none of
/// them. Blocks; the thread of the library, which needn’t be the window’s. PDFs need a QGuiApplication.
/// Errors: those of Library; NoTemplates, Malformed, NotReadable (templates); Exists (the folder is a file, the
/// library's own, or a site's where single pages are asked for; or a file there, or the whole site, is somebody
/// else's), NotWritable, Stopped.
[[nodiscard]] Result<ExportReport> exportNotes(PostSource &source, const ExportRequest &request,
                                               const GoesOn &goesOn = {});

} // namespace Weeknotes
