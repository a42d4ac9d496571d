// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/note.h"

#include <QSize>

namespace Weeknotes {

struct PostImage;

/// An image in the widths that a page shows it in.
struct ImageSizes
{
    struct Size
    {
        ImageFile file;
        int width = 0; ///< px
    };
    std::vector<Size> sizes; ///< the widest first, which is the one to show where the others mean nothing; never empty
    QSize shown;             ///< of the widest; empty where it can't be read

    [[nodiscard]] const ImageFile &widest() const { return sizes.front().file; }
};

/// `image` at most twice as wide as a page's column, for screens of fine pixels, and once as wide where that saves
/// anything. Films and drawings stay as they are. Decodes and encodes: some 50 ms a photograph. Any thread.
[[nodiscard]] ImageSizes imageSizes(const PostImage &image);

} // namespace Weeknotes
