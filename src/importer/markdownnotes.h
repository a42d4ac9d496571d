// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "importer/archivefiles.h"
#include "importer/rawnote.h"

#include <QString>

namespace Weeknotes {

/// The notes in a Markdown file: mostly one; several where headings are titles of notes. `namedByWeek` says that files
/// of its folder are named by weeks of the year ("2024-33.md").
[[nodiscard]] std::vector<RawNote> readMarkdownNotes(const QString &text, const ArchiveFile &file, bool namedByWeek);

/// True if a text without a telling name is written in Markdown.
[[nodiscard]] bool looksLikeMarkdown(const QString &text);

/// The number after a year in a file's name, "2024-33.md": a week or a month; 0 for other names.
[[nodiscard]] int numberInName(const ArchiveFile &file);

} // namespace Weeknotes
