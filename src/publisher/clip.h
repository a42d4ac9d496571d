// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>

namespace Weeknotes {

struct Note;
struct Post;

/// Where a post is pasted.
enum class ClipTarget
{
    Medium,    ///< rich text that Medium's editor keeps; title, kicker and subtitle stand in the text
    WordPress, ///< block markup, for the block editor and its code view alike; the title has a field of its own there
    Documents, ///< rich text for word processors and mail, images in it
    PlainText
};

/// What goes onto the clipboard.
struct Clip
{
    QString html; ///< empty where there is only text
    QString text;
    bool operator==(const Clip &) const = default;
};

/// The post for that target. Neither runs anything nor leads to other than http, https and mailto addresses; images
/// that nobody can find there leave their description in brackets. Thread-safe.
[[nodiscard]] Clip clipOf(const Post &post, ClipTarget target);

/// The note, of which `post` was made, as readers may have it on `today`, in Markdown without front matter and title;
/// links and images lead to whole addresses where there are any.
[[nodiscard]] Clip markdownClip(const Note &note, const Post &post, QDate today);

/// The most bytes of images that a clip for documents holds; others are left to their description.
inline constexpr qsizetype mostClipImages = 8 * 1024 * 1024;

} // namespace Weeknotes
