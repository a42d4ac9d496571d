// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QSize>
#include <QString>

#include <optional>

namespace Weeknotes {

/// An image fit to be published.
struct CleanImage
{
    QByteArray data;
    QString ending; ///< "jpg", "png", "gif", "webp" or "svg", by the content
    QSize size;     ///< in px as it is shown; empty where it can't be read
};

/// `data` without what cameras and editors note in it (place, owner, times, words, previews, anything after the
/// image's end), its pixels untouched; a JPEG keeps which side is up, and its colour profile; an SVG is written anew,
/// of what draws. Nothing if it is none of the five kinds, too broken to tell, or an SVG that could run or fetch
/// something.
[[nodiscard]] std::optional<CleanImage> cleanImage(const QByteArray &data);

} // namespace Weeknotes
