// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "html/htmltree.h"

#include <QStringList>
#include <QUrl>

#include <functional>

namespace Weeknotes {

/// What the elements of an article refer to.
struct ArticleContext
{
    QUrl base;      ///< of relative links; may be invalid
    QString author; ///< whose picture is none of the article's
    /// The address that a frame shows, by that of its file beside the page; empty where there is no telling.
    std::function<QString(const QString &file)> frameAddress;
};

/// `content` without what belongs to the page around it, and ready for htmlToMarkdown(): pictures that were to be
/// loaded later have their address, code has no line numbers, headings no permalinks, cards are links, and relative
/// links are whole. Pictures that stand in the page itself ("data:") go, and are named in `leftOut` as "img".
[[nodiscard]] HtmlNode cleanedArticle(const HtmlNode &content, const ArticleContext &context, QStringList &leftOut);

} // namespace Weeknotes
