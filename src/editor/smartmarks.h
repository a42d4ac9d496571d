// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

/// The quotation marks, dashes and dots of print in place of those of the keyboard, as they are typed.
namespace Weeknotes::SmartMarks {

struct Quotes
{
    QString open; ///< with the space that French sets within
    QString close;
    QString innerOpen;
    QString innerClose;

    bool operator==(const Quotes &) const = default;
};

/// Those of a language (BCP 47), English ones for an unknown one.
[[nodiscard]] Quotes quotesOf(const QString &language);

/// What comes in the place of the last characters in front of the cursor.
struct Replacement
{
    int length = 0;
    QString text;

    bool operator==(const Replacement &) const = default;
};

/// Whether what is written behind `before`, the line up to there, is read as words: not as code, a tag, an address or
/// the title of a link. What the lines before it may say, such as a fence, is for whoever asks.
[[nodiscard]] bool isProse(const QString &before);

/// What becomes of `typed` behind `before`, the line up to there, and in front of `after`. Nothing where it stays: in
/// what is not prose, and for dashes of which the line may yet become a rule, the rule of a table or a comment's end.
[[nodiscard]] std::optional<Replacement> replacementFor(const QString &before, QChar typed, QStringView after,
                                                        const Quotes &quotes);

} // namespace Weeknotes::SmartMarks
