// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/note.h"

namespace Weeknotes {

struct Post;

/// A self-contained page: one HTML5 document, and its images, named as they lie beside it.
struct Page
{
    QString slug;
    QByteArray html; ///< UTF-8
    std::vector<ImageFile> images;

    bool operator==(const Page &) const = default;
};

/// By which a page of ours is known; it stands near the beginning of each.
inline constexpr QByteArrayView pageMark("<meta name=\"generator\" content=\"Weeknotes\">");

/// The post as a page that looks like a Medium story: h-entry, dark mode, print style, Open Graph and JSON-LD. It runs
/// no script and asks no other server for anything; the same post always gives the same bytes. Thread-safe.
/// Some 50 ns a character, more for code (see highlightCode()).
[[nodiscard]] Page renderPage(const Post &post);

} // namespace Weeknotes
