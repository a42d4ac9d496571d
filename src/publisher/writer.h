// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/error.h"
#include "publisher/page.h"

namespace Weeknotes {

/// Writes each page as `folder`/<slug>/index.html with its images beside it, making folders where they lack. Each file
/// appears whole or not at all; the images of a page that is there already come before it. Files that are there already
/// with the same bytes are left alone, and other ones are replaced where the page there is one of ours. Any thread.
/// Errors: Exists (a file there is something else, and nothing of its page has been written), NotWritable (`subject` is
/// the path, `detail` the system's words), Conflict (two pages with one slug; nothing has been written).
[[nodiscard]] Result<void> writePages(const QString &folder, const std::vector<Page> &pages);

} // namespace Weeknotes
