// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/embeds.h"

#include <QUrl>

#include <array>

namespace Weeknotes::Markdown {

namespace {

using namespace Qt::StringLiterals;

struct Host
{
    QLatin1StringView domain; ///< itself and its subdomains
    QLatin1StringView name;
    EmbedHost::Medium medium;
};

constexpr std::array hosts{
    Host{"youtube.com"_L1, "YouTube"_L1, EmbedHost::Medium::Video},
    Host{"youtube-nocookie.com"_L1, "YouTube"_L1, EmbedHost::Medium::Video},
    Host{"youtu.be"_L1, "YouTube"_L1, EmbedHost::Medium::Video},
    Host{"vimeo.com"_L1, "Vimeo"_L1, EmbedHost::Medium::Video},
    Host{"ted.com"_L1, "TED"_L1, EmbedHost::Medium::Video},
    Host{"loom.com"_L1, "Loom"_L1, EmbedHost::Medium::Video},
    Host{"open.spotify.com"_L1, "Spotify"_L1, EmbedHost::Medium::Audio},
    Host{"soundcloud.com"_L1, "SoundCloud"_L1, EmbedHost::Medium::Audio},
    Host{"bandcamp.com"_L1, "Bandcamp"_L1, EmbedHost::Medium::Audio},
    Host{"music.apple.com"_L1, "Apple Music"_L1, EmbedHost::Medium::Audio},
    Host{"podcasts.apple.com"_L1, "Apple Podcasts"_L1, EmbedHost::Medium::Audio},
    Host{"tidal.com"_L1, "TIDAL"_L1, EmbedHost::Medium::Audio},
    Host{"deezer.com"_L1, "Deezer"_L1, EmbedHost::Medium::Audio},
    Host{"mixcloud.com"_L1, "Mixcloud"_L1, EmbedHost::Medium::Audio},
    Host{"twitter.com"_L1, "Twitter"_L1, EmbedHost::Medium::Post},
    Host{"x.com"_L1, "X"_L1, EmbedHost::Medium::Post},
    Host{"bsky.app"_L1, "Bluesky"_L1, EmbedHost::Medium::Post},
    Host{"gist.github.com"_L1, "GitHub Gist"_L1, EmbedHost::Medium::Post},
};

bool belongsTo(const QString &host, QLatin1StringView domain)
{
    return host == domain || (host.endsWith(domain) && host.at(host.size() - domain.size() - 1) == u'.');
}

} // namespace

std::optional<EmbedHost> embedHost(const QString &address)
{
    const QUrl url(address, QUrl::StrictMode);
    if (!url.isValid() || (url.scheme() != "https"_L1 && url.scheme() != "http"_L1))
        return std::nullopt;
    // A service's front page plays nothing; Bandcamp's artists have theirs as a subdomain.
    if (url.path().size() <= 1 && !url.hasQuery())
        return std::nullopt;
    const QString host = url.host().toLower();
    for (const auto &known : hosts) {
        if (belongsTo(host, known.domain))
            return EmbedHost{known.name, known.medium};
    }
    return std::nullopt;
}

} // namespace Weeknotes::Markdown
