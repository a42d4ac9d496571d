// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QUrl>

#include <functional>
#include <vector>

namespace Weeknotes {

/// A picture or another file that a WordPress export lists, and does not hold.
struct WordPressAttachment
{
    QString address;
    QString alt;
    QString caption;
};

/// What the text of a post refers to.
struct WordPressContext
{
    QUrl base; ///< what addresses without a server are from; may be invalid
    /// The attachments with these ids, in their order, as far as they are known; of no ids, those of the post.
    std::function<std::vector<WordPressAttachment>(const QStringList &ids)> attachments;
    QString footnotes;       ///< JSON, as the editor of blocks keeps them: [{"id": "…", "content": "…"}]
    QString picture;         ///< the id of the one that is shown above the text; may be empty
    qsizetype beginning = 0; ///< how many characters of WordPressText::beginning are wanted
};

struct WordPressText
{
    QString markdown;
    QString opening;     ///< the first block of it that is no picture above the text
    QString beginning;   ///< the first words
    QStringList leftOut; ///< see HtmlConversion
    QStringList
        shortcodes; ///< the first few of those that stay as text or lack some of their pictures: "[contact-form]"
    bool isTooLarge = false; ///< for parseHtml(), with all that it refers to; there is no Markdown then
};

/// The content of a post, as the classic editor or that of blocks wrote it, as Markdown. Never fails, whatever it is;
/// in time that grows with its length. The picture above the text comes first unless it stands in the text, in whatever
/// size. Paragraphs of the classic editor: wpautop() at https://developer.wordpress.org/reference/functions/.
[[nodiscard]] WordPressText wordPressToMarkdown(const QString &content, const WordPressContext &context);

} // namespace Weeknotes
