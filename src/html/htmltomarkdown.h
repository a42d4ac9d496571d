// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "html/htmltree.h"

#include <QString>
#include <QStringList>

namespace Weeknotes {

/// Markdown made from HTML.
struct HtmlConversion
{
    QString markdown;
    QStringList leftOut; ///< names of the elements that could not go in, each once: "script", "iframe" …

    bool operator==(const HtmlConversion &) const = default;
};

/// The content of `html` as Markdown: headings, paragraphs, lists, quotes, code, tables, figures, links, emphasis. All
/// other elements leave their text (a quote of WordPress's class for pull quotes is one); frames leave a link; scripts,
/// styles and controls leave nothing.
[[nodiscard]] HtmlConversion htmlToMarkdown(const QString &html);
[[nodiscard]] HtmlConversion htmlToMarkdown(const std::vector<HtmlNode> &nodes);

} // namespace Weeknotes
