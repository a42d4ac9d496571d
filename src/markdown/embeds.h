// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace Weeknotes::Markdown {

/// A service whose pages other programs show as a player when their address stands alone.
struct EmbedHost
{
    enum class Medium
    {
        Video,
        Audio,
        Post
    };

    QString name; ///< as the service writes itself: "YouTube"
    Medium medium = Medium::Video;
};

/// The service that `address` (http or https, any case) belongs to, if it points at a page of one.
[[nodiscard]] std::optional<EmbedHost> embedHost(const QString &address);

} // namespace Weeknotes::Markdown
