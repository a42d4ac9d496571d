// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "importer/archivefiles.h"
#include "importer/rawnote.h"

namespace Weeknotes {

/// The article of a page that a browser saved, or that a site generator or a word processor wrote: its text without
/// what stands around it on the page, its title, subtitle, author, day, address, language and tags, by markup where the
/// page has any (microformats, schema.org, Open Graph, the classes of themes), else by place. Nothing for a page
/// without an article: a list of posts, an empty one, one that a program would have filled.
[[nodiscard]] std::optional<RawNote> readHtmlPage(const QString &html, const ArchiveFile &file);

/// Whether the file lies in the folder that a browser made beside a page it saved.
[[nodiscard]] bool isPartOfSavedPage(const ArchiveFile &file);

} // namespace Weeknotes
