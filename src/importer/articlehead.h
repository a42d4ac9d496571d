// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/titlepattern.h"
#include "importer/pagearticle.h"
#include "importer/pagemetadata.h"

namespace Weeknotes {

/// What the markup in and around an article says of it; what it does not say is empty.
struct ArticleHead
{
    QString title;
    QString subtitle;    ///< as it stands on the page, above the text
    QString description; ///< for those who have not read it
    QString author;
    std::optional<QDateTime> published;
    std::optional<TitleDay> shownDay; ///< in a byline, for people
    QStringList tags;
};

/// Microformats, schema.org and the classes of common themes; then HTML's own elements; then `metadata`.
[[nodiscard]] ArticleHead readArticleHead(const PageArticle &article, const HtmlNode &body,
                                          const PageMetadata &metadata);

/// Whether people read the same in both.
[[nodiscard]] bool isSameText(const QString &one, const QString &other);

} // namespace Weeknotes
