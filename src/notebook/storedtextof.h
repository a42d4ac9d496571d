// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "markdown/document.h"
#include "storage/storedtext.h"

namespace Weeknotes {

/// What a library keeps of `markdown`, of which `document` is the tree. Words and minutes are of what readers see on
/// `today`; plain text and sections hold the private passages too. Any thread; about 20 ns a character.
[[nodiscard]] StoredText storedTextOf(const Markdown::Document &document, const QString &markdown, QDate today);
/// The same, for a text that nobody has parsed yet.
[[nodiscard]] StoredText storedTextOf(const QString &markdown, QDate today);

} // namespace Weeknotes
