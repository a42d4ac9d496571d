// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>
#include <QUrl>

namespace Weeknotes {

/// A post's text in all the forms in which an export may have it; those that it lacks are empty.
struct GhostContent
{
    QString html;      ///< as Ghost shows it
    QString lexical;   ///< see readLexical()
    QString mobiledoc; ///< see readMobiledoc()
    QString markdown;  ///< of Ghost before 1.0
    QString picture;   ///< the address of the one above the text
    QString pictureAlt;
    QString pictureCaption; ///< HTML
    QUrl site;              ///< what addresses without a server are from; may be invalid
};

struct GhostText
{
    QString markdown;
    QString opening;         ///< the first words of the text
    QString words;           ///< all of them, without the picture's
    QStringList leftOut;     ///< see HtmlConversion; cards too
    bool isTooLarge = false; ///< for parseHtml(); there is no Markdown then
};

/// The text as Markdown, its picture first unless it stands in the text. The HTML is what all readers saw of all cards,
/// and so goes first; its source says only what the players in it play. Without HTML the source is read: lexical, else
/// mobiledoc, else Markdown. Never fails, whatever it is; in time that grows with its length.
[[nodiscard]] GhostText ghostToMarkdown(const GhostContent &content);

} // namespace Weeknotes
