// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "typeset/pagepart.h"

class QPagedPaintDevice;

namespace Weeknotes {

class PageImages;

/// Lays `parts` out anew for `paper`, in the light scheme and the type of the page's own print style, and paints them:
/// the pages that paper.pageRanges() names, or all. It sets the margins of `paper`. Headings stay with what they head,
/// pages are numbered where there are several, and none is blank. In a
/// PDF, links to http, https and mailto can be clicked. `images` draws the images, as far as it has them.
/// False where `paper` can't be painted on.
bool paintOnPaper(QPagedPaintDevice &paper, std::vector<PagePart> parts, PageImages &images);

} // namespace Weeknotes
