// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>

namespace Weeknotes::Markdown {

/// What an HTML comment says (design/markdown.md).
struct CommentMark
{
    enum class Kind
    {
        None,
        Private,
        Prompt,
        More,
        PullQuote,
        AppealBegin,
        AppealEnd
    };

    Kind kind = Kind::None;
    QString words;   ///< of Prompt and AppealBegin
    QDate until;     ///< of Private and AppealBegin; invalid where there is none, or none that can be read
    int content = 0; ///< of Private: where the passage begins, counted from the comment's <
};

/// Reads the comment that begins at the start of `text`, closed or not.
[[nodiscard]] CommentMark readComment(QStringView text);
/// Where the comment that begins at `begin` ends, past its -->; -1 if it does not. A private passage may hold
/// comments: it ends where as many have ended as begun, so that one inside can't open it early.
[[nodiscard]] qsizetype commentEnd(QStringView text, qsizetype begin);
/// `html` without its comments; one that does not end takes the rest along.
[[nodiscard]] QString withoutComments(const QString &html);
/// The words of `html`: no comments, no tags, no style, no script.
[[nodiscard]] QString wordsOfHtml(const QString &html);

} // namespace Weeknotes::Markdown
