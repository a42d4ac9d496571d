// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVariant>

namespace Weeknotes {

struct Post;
struct PostHead;
struct SiteFrame;

// What the templates of resources/publisher/templates find under "words", "note" and "site"; their README says what it
// all is.

/// The words that pages add, in that language.
[[nodiscard]] QVariantHash wordValues(const QString &language);

/// All of a post but its text, "content".
[[nodiscard]] QVariantHash noteValues(const Post &post);

/// The addresses of a site's pages, as they lie from one of them.
[[nodiscard]] QVariantHash siteValues(const SiteFrame &site);

/// The moment `head` says it was published, or the day where that is all there is; empty for what has not gone out.
[[nodiscard]] QString publishedText(const PostHead &head);

/// "ltr" or "rtl".
[[nodiscard]] QString directionOf(const QString &language);

/// An icon for `name`: its first letter on `colour`, an SVG document.
[[nodiscard]] QString letterIcon(const QString &name, const QString &colour);

/// `text` without the characters that no HTML and no XML document may hold, not as entities either.
[[nodiscard]] QString legalText(QString text);
/// A document of it, in UTF-8.
[[nodiscard]] inline QByteArray legalHtml(QString html)
{
    return legalText(std::move(html)).toUtf8();
}

} // namespace Weeknotes
