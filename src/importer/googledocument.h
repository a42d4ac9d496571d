// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "html/htmltree.h"

namespace Weeknotes {

/// In a document that Google Docs wrote as HTML (".doc-content", in 2026): emphasis and nested lists, which it says by
/// its style sheet alone, as elements. Other pages stay as they are.
void readGoogleStyles(HtmlPage &page);

} // namespace Weeknotes
