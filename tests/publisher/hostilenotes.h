// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/note.h"
#include "publisher/post.h"

#include <QRandomGenerator>

#include <map>

namespace Weeknotes {

/// Texts that want a page to run something, to ask another server or to be another page, by what they try. What they
/// run sets `window.__ran`; whom they ask is hostile.invalid.
[[nodiscard]] const std::map<QString, QStringList> &attackVectors();

/// A note whose every text is `text`.
[[nodiscard]] Note noteAllOf(const QString &text);
/// A note of vectors, whole and broken, encoded and in Markdown of all kinds.
[[nodiscard]] Note randomHostileNote(QRandomGenerator &random);

/// A library that holds one image, and one published note.
[[nodiscard]] PostContext hostileContext();

/// What in `page`, as an HTML5 parser reads it, a page may not hold; empty if there is nothing.
[[nodiscard]] QString harmInPage(const QString &page);

} // namespace Weeknotes
