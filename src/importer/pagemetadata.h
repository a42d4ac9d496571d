// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "html/htmltree.h"

#include <QDateTime>
#include <QStringList>
#include <QUrl>

#include <optional>

namespace Weeknotes {

/// What a page says of its article to programs: by Open Graph (https://ogp.me), JSON-LD of schema.org, and HTML's own
/// elements. All of it words on one line; what a page does not say is empty.
struct PageMetadata
{
    QString title; ///< without the site's name
    QString siteName;
    QString description;
    QString author;
    QString language; ///< BCP 47
    std::optional<QDateTime> published;
    QUrl canonical; ///< http or https, and more than a site's front page
    QUrl base;      ///< what its relative addresses are from; as it was saved; may be invalid
    QStringList tags;
    QString articleBody;    ///< of JSON-LD: its text, without markup; with its lines
    bool isArticle = false; ///< it says that it is one
};

[[nodiscard]] PageMetadata readPageMetadata(const HtmlPage &page, const QString &html);

/// A moment as HTML and JSON-LD have it: a day alone is noon UTC, a time without zone is UTC.
[[nodiscard]] std::optional<QDateTime> momentFromHtml(const QString &text);
/// A name as a byline has it, without "By"; empty where it is none: an address, too long.
[[nodiscard]] QString nameInByline(const QString &words);
/// Adds `tag` where it is one, and none of `tags`.
void addTag(QStringList &tags, const QString &tag);

} // namespace Weeknotes
