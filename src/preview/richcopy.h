// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTextCursor>

namespace Weeknotes {

/// What `cursor` selects on a page, as plain HTML of meaning: headings, lists, quotes, links; no fonts, no colours, so
/// that it takes the look of wherever it is pasted.
[[nodiscard]] QString htmlOfSelection(const QTextCursor &cursor);
/// … and as text, with the marks of lists.
[[nodiscard]] QString textOfSelection(const QTextCursor &cursor);

} // namespace Weeknotes
