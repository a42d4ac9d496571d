// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QString>

#include <memory>
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

/// Of a line that holds nothing but --> and the > of quotes: how many quotes.
[[nodiscard]] std::optional<int> quotesOfClosing(QStringView line);

/// A passage that is read a line at a time, up to where it ends.
///
/// It may hold arrows, comments and passages. One with no --> on its first line ends at a --> that stands alone on a
/// line, in as many quotes, if the text has any such line further on; else it ends where as many comments have ended as
/// begun. Copies share what they hold, so that one can be kept for each line of a text.
class OpenPassage
{
public:
    /// Reads the first line, `line`, in which the passage's < is at `at`. `endsAlone`: some line further on in the text
    /// is one for quotesOfClosing.
    OpenPassage(QStringView line, qsizetype at, bool endsAlone);
    /// Reads the next line.
    void read(QStringView line);
    /// Past the passage's --> in the line read last; -1 if it goes on.
    [[nodiscard]] qsizetype end() const { return m_end; }
    /// Quick: what copies share is not looked at.
    bool operator==(const OpenPassage &other) const;

private:
    struct Level;

    void skip(QStringView line);
    void balance(QStringView line, qsizetype at);

    std::shared_ptr<Level> m_level; ///< the innermost passage that is open; null if none is
    bool m_endsAlone = false;
    bool m_inComment = false; ///< of another kind, which ends at any -->
    int m_comments = 1;       ///< that have begun and not ended
    qsizetype m_end = -1;
};

/// Where the comments of one text end.
class CommentEnds
{
public:
    /// `text` must outlive it.
    explicit CommentEnds(QStringView text) : m_text(text) {}

    /// Past the --> of the comment that begins at `begin`, by the rule of OpenPassage if it is one; -1 if it does not
    /// end.
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
