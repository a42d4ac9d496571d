// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "publisher/post.h"

namespace Weeknotes {

/// What a feed says of itself.
struct FeedHead
{
    QString title;
    QString description;
    QString language;
    QString author;
    QUrl site; ///< its front page; a web address
    QUrl self; ///< the feed's own
};

struct FeedEntry
{
    NoteId id;
    QDateTime updated;
    Post post; ///< with an address
};

/// The whole texts, all their links and images as whole addresses. The same entries always give the same bytes.
/// Atom by RFC 4287.
[[nodiscard]] QByteArray atomFeed(const FeedHead &head, const std::vector<FeedEntry> &entries);
/// RSS 2.0 with content:encoded.
[[nodiscard]] QByteArray rssFeed(const FeedHead &head, const std::vector<FeedEntry> &entries);

struct SitemapEntry
{
    QUrl address;
    QDate changed; ///< invalid where that says nothing
};

/// By sitemaps.org's protocol 0.9.
[[nodiscard]] QByteArray sitemap(const std::vector<SitemapEntry> &entries);

} // namespace Weeknotes
