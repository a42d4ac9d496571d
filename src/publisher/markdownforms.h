// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/note.h"

#include <QHash>

namespace Weeknotes {

struct Post;

/// Whose names and fields a Markdown file has.
enum class MarkdownFlavour
{
    Plain, ///< Weeknotes' own, as in the Markdown copy
    Hugo,
    Jekyll,
    Eleventy
};

/// A file below the folder that a generator builds from, and the images it shows.
struct MarkdownFile
{
    QString name; ///< its path: "content/posts/a-quiet-week/index.md"
    QString text; ///< front matter in YAML, and the Markdown
    std::vector<ImageFile> images;
    bool operator==(const MarkdownFile &) const = default;
};

/// Where `week:…` leads, by what the text writes, for the notes that go out together: their posts' slugs.
using MarkdownNeighbours = QHash<QString, QString>;

/// The note, of which `post` was made, as readers may have it on `today`. The importer reads it back as the same note,
/// but for what readers must not have, links to other notes that lead somewhere now, a heading that says the title
/// again, and a title the note does not have. Names and fields hold nothing that a generator would run: templates in
/// the text stay text. Parses the text; any thread.
[[nodiscard]] MarkdownFile markdownFile(const Note &note, const Post &post, QDate today, MarkdownFlavour flavour,
                                        const MarkdownNeighbours &neighbours = {});

} // namespace Weeknotes
