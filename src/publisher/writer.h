// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "publisher/page.h"

namespace Weeknotes {

class FolderUpdate;

/// Puts a page into `update` as <slug>/index.html with its images beside it. Errors: those of FolderUpdate::put().
[[nodiscard]] Result<void> putPage(FolderUpdate &update, const Page &page);

/// Whether the file <slug>/… in `folder` belongs to a page of ours, which another one may replace.
[[nodiscard]] bool isOfOwnPage(const QString &folder, const QString &name);

/// Writes each page into `folder`, all or none, making folders where they lack. Files that are there already with the
/// same bytes are left alone, and other ones are replaced where the page there is one of ours. Any thread.
/// Errors: Exists (a file there is something else), NotWritable (`subject` is the path, `detail` the system's words),
/// Conflict (two pages with one slug). Nothing has been written then, unless the disk failed at the last.
[[nodiscard]] Result<void> writePages(const QString &folder, const std::vector<Page> &pages);

} // namespace Weeknotes
