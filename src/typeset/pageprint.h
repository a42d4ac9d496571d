// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "markdown/document.h"
#include "typeset/titleblock.h"

class QPagedPaintDevice;

namespace Weeknotes {

class PageImages;

/// Lays a page out on sheets for `paper`, in the light scheme and the type of the page's own print style, and paints
/// them: those that paper.pageRanges() names, or all. It sets the margins of `paper`. Headings stay with what they
/// head, sheets are numbered where there are several, and none is blank. In a PDF, links to http, https and mailto can
/// be clicked. `document` may be null; `images` draws the images, as far as it has them. False where `paper` can't be
/// painted on.
bool paintOnPaper(QPagedPaintDevice &paper, const TitleBlock &head, const Markdown::Document *document,
                  PageImages &images);

} // namespace Weeknotes
