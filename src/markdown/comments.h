// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>

#include <optional>

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
/// True if the comment that begins at the start of `text` is a passage, private or embargoed. Looks no further than it
/// must.
[[nodiscard]] bool isPassage(QStringView text);

/// Where the comments of one text end.
class CommentEnds
{
public:
    /// `text` must outlive it.
    explicit CommentEnds(QStringView text) : m_text(text) {}

    /// Past the --> of the comment that begins at `begin`; -1 if it does not end.
    ///
    /// A passage may hold arrows, comments and passages. One with no --> on its first line ends at a --> that stands
    /// alone on a line, if the text has any further on; else it ends where as many comments have ended as begun.
    [[nodiscard]] qsizetype of(qsizetype begin);

private:
    qsizetype lastAlone();

    QStringView m_text;
    std::optional<qsizetype> m_lastAlone; ///< the text's last --> alone on its line, or at its start; -1 if none
};

/// `html` without its comments; one that does not end takes the rest along.
[[nodiscard]] QString withoutComments(const QString &html);
/// The words of `html`: no comments, no tags, no style, no script.
[[nodiscard]] QString wordsOfHtml(const QString &html);

} // namespace Weeknotes::Markdown
