// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "html/htmltomarkdown.h"
#include "importer/articlecleaner.h"
#include "importer/articlehead.h"

namespace Weeknotes {

/// The text of an article, as it goes into a note.
struct ArticleText
{
    QString markdown;
    QString subtitle;                 ///< a heading beneath the title that only says what the page's description does
    QString kicker;                   ///< the line above the title, where that stands in the text
    QStringList words;                ///< of its first blocks, as people read them
    std::optional<TitleDay> shownDay; ///< in a line beneath the title that is nothing else
    QStringList furniture;            ///< lines of the page around it that stood at its beginning and end
    QStringList leftOut;              ///< see HtmlConversion
};

/// Reads `content` without its title, its byline and the like, which `head` has.
[[nodiscard]] ArticleText readArticleText(const HtmlNode &content, const ArticleHead &head,
                                          const ArticleContext &context);

/// A cleaned article, or a part of one, as Markdown, with those of the article's footnotes at its end that it names.
/// Links to places in it are words.
[[nodiscard]] HtmlConversion convertedArticle(HtmlNode article, const std::vector<HtmlNode> &footnotes);

/// Makes each heading in it one of the next level.
void deepenHeadings(HtmlNode &article);

} // namespace Weeknotes
