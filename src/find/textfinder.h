// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>
#include <QString>

#include <vector>

namespace Weeknotes {

/// A stretch of a text, in UTF-16 units, `end` exclusive.
struct TextRange
{
    int begin = 0;
    int end = 0;

    [[nodiscard]] int length() const { return end - begin; }
    [[nodiscard]] bool isEmpty() const { return begin == end; }
    bool operator==(const TextRange &) const = default;
};

/// What comes in the place of a stretch of a text.
struct TextReplacement
{
    TextRange range;
    QString text;
    bool operator==(const TextReplacement &) const = default;
};

struct FindOptions
{
    bool matchCase = false;
    bool wholeWords = false;
    bool regularExpression = false; ///< Perl's; ^ and $ are the ends of lines, \w and \d those of all scripts
    bool operator==(const FindOptions &) const = default;
};

/// Finds what a person looks for in a text whose lines end in U+000A. A match is never empty, so that an expression
/// like "x*" or "^" finds what can be seen or nothing; nor does it end within what is read as one character: within a
/// surrogate pair, between a letter and its accent. Words are found with their accents composed or apart.
/// A value; any thread.
class TextFinder
{
public:
    /// Looks for nothing.
    TextFinder() = default;
    TextFinder(const QString &sought, FindOptions options);

    [[nodiscard]] bool isEmpty() const { return m_sought.isEmpty(); }
    [[nodiscard]] const QString &sought() const { return m_sought; }
    [[nodiscard]] FindOptions options() const { return m_options; }
    /// Why the regular expression is none, in Qt's words; else empty.
    [[nodiscard]] QString problem() const;

    struct Found
    {
        std::vector<TextRange> ranges; ///< in order, without overlap
        /// The expression was given up, since it goes through the text in too many ways or for too long; then there
        /// are no ranges.
        bool gaveUp = false;
    };
    /// All matches. A few ms for 100,000 words; an expression has a second at most.
    [[nodiscard]] Found find(const QString &text) const;

    /// What comes in the place of `match`, which `find` gave for this very text. Of a regular expression, \1 and $1 to
    /// \99 and $99 stand for what its groups took, \0 and $0 for the match; \n and \t for a new line and a tab, \\ and
    /// $$ for themselves.
    [[nodiscard]] QString replacementOf(const QString &text, TextRange match, const QString &with) const;
    /// Likewise for all matches.
    [[nodiscard]] std::vector<TextReplacement> replacements(const QString &text, const QString &with) const;

    /// `words` as an expression that finds just them.
    [[nodiscard]] static QString escaped(const QString &words);

private:
    template <typename Take> [[nodiscard]] bool visit(const QString &text, const Take &take) const;
    template <typename Take> void visitWords(const QString &text, const Take &take) const;

    QString m_sought;
    FindOptions m_options;
    QRegularExpression m_expression;
    QString m_problem;
};

} // namespace Weeknotes
