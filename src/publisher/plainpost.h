// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "publisher/post.h"

namespace Weeknotes {

/// A post whose text is flattened (see publisher/flatten.h), with its title, for where there is nothing but characters:
/// blocks parted by an empty line, items with their bullets and numbers, quotes with ">", addresses in brackets behind
/// the words that lead there.
[[nodiscard]] QString plainPost(const Post &post);

} // namespace Weeknotes
