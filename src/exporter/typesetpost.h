// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/settings.h"
#include "publisher/post.h"
#include "typeset/titleblock.h"

namespace Weeknotes {

/// What stands above a post's text where it is typeset, and how the library's settings have it look.
[[nodiscard]] TitleBlock titleBlockOf(const PostHead &head, int minutes, bool saysTitleTwice, const PageSettings &look);

/// Where its links to other notes lead, and which of its images are lost.
[[nodiscard]] PageReferences pageReferencesOf(const Post &post);

/// What stands below it on its page.
[[nodiscard]] PageFoot pageFootOf(const Post &post, const LibrarySettings &settings);

} // namespace Weeknotes
