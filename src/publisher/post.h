// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/note.h"
#include "core/settings.h"
#include "markdown/document.h"

#include <QHash>
#include <QSize>

#include <functional>
#include <memory>

namespace Weeknotes {

/// An image of a post, ready to go out: without the camera's and the editor's notes about place, owner and day.
struct PostImage
{
    ImageFile file; ///< named as it lies beside the page: "images/printer.jpg"
    QSize size;     ///< in px as it is shown; empty where it can't be read

    bool operator==(const PostImage &) const = default;
};

/// What stands above the text of a post.
struct PostHead
{
    QString kicker;
    QString title; ///< never empty
    QString subtitle;
    QString author;      ///< empty where unknown
    QString language;    ///< as languageTag() gives it; never empty
    QDate date;          ///< shown: of publication, else of writing, else the last day covered, unless that was to
                         ///< come when the note changed last, which is its day then; may be invalid
    QDateTime published; ///< as in NoteFields; invalid where it has not gone out
};

/// `text` on one line, cut at a word where it is longer than `limit` characters.
[[nodiscard]] QString cutAtWord(const QString &text, qsizetype limit);

/// The address of `path` ("atom.xml") within the site at `baseUrl`; empty where that is no web address.
[[nodiscard]] QUrl siteAddress(QUrl baseUrl, const QString &path);

/// The one place that says what a head holds where the note leaves it open: for pages and for their preview.
/// `changed`: when it did last; without it no day is to come.
[[nodiscard]] PostHead headOf(const NoteFields &fields, const LibrarySettings &settings, QDate changed = {});

/// What stands under the author: "3 min read · Nov 22, 2026".
[[nodiscard]] QString bylineOf(const PostHead &head, int minutes);

/// The text's first block says the title again.
[[nodiscard]] bool opensWithTitle(const Markdown::Document &document, const QString &title);

/// Another page, as a page names it.
struct PostLink
{
    QString title;
    QString target; ///< an address, or where it lies from here

    bool operator==(const PostLink &) const = default;
};

/// A note made ready for readers, whatever form it goes out in. A plain value: all that was to be looked up is in it,
/// and nothing that readers must not see.
struct Post : PostHead
{
    QString slug;
    int minutes = 1;
    int words = 0;
    QStringList tags;
    QUrl address;    ///< where this page will stand; empty where unknown
    QUrl original;   ///< where it was published first, if that is another place
    QString summary; ///< a sentence or two: the subtitle, else the text's beginning

    std::shared_ptr<const Markdown::Document> document; ///< for readers
    int hiddenPassages = 0;                             ///< that they don't see; 0 where the whole is not known
    bool saysTitleTwice = false;                        ///< see opensWithTitle(); a page leaves that block out
    QHash<QString, PostImage> images;                   ///< by the name the text uses
    QString cardImage;          ///< the file of the first image in the text; empty where there is none
    QString cardImageAlt;       ///< its alternative text
    int missingImages = 0;      ///< that the text names, but for those on the web, and that can’t go out
    QHash<QString, QUrl> links; ///< where `week:…` leads; without an entry: nowhere

    // For whoever puts it among others; empty from buildPost().
    std::optional<PostLink> previous;
    std::optional<PostLink> next;
    QHash<QString, QString> tagPages; ///< where a tag's page lies from here
};

/// What a post needs beside its note.
struct PostContext
{
    LibrarySettings settings;
    QDate today;                       ///< embargoes end by it
    QHash<NoteId, QString> slugs = {}; ///< of the library's notes, see slugsOf(); empty: each note's own
    /// The library's image of that name ("images/printer.jpg", as the text writes it); may be null.
    std::function<std::optional<QByteArray>(const QString &name)> image = {};
    /// The note that `week:REF` means; may be null.
    std::function<std::optional<NoteHeader>(const QString &ref)> linked = {};
    /// Where a page of that note stands, if it is another place than its canonical address; may be null.
    std::function<QUrl(const NoteHeader &note)> pageOf = {};
};

/// Where the links of `document` to other notes lead, see Post::links: by `linked` and `pageOf` of `context`.
[[nodiscard]] QHash<QString, QUrl> noteLinks(const Markdown::Document &document, const PostContext &context);

/// Calls the functions of `context` on the calling thread; any thread. Parses the text: some 10 ns a character, and
/// reads each image once.
[[nodiscard]] Post buildPost(const Note &note, const PostContext &context);
/// Likewise of a document for readers that is no note's text, such as an anthology.
[[nodiscard]] Post buildPost(const NoteHeader &head, const std::shared_ptr<const Markdown::Document> &readable,
                             const PostContext &context);

} // namespace Weeknotes
