// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QString>
#include <QStringList>

#include <vector>

namespace Weeknotes {

/// One of the notes that a text holds.
struct TextPiece
{
    QStringList lines;
    int firstLine = 1;        ///< its line in the file, 1-based
    qsizetype titleLine = -1; ///< index in `lines`; -1: none was recognized
    bool titleByGap = false;  ///< its title has neither number nor day: it is one since notes are missing just there
    bool operator==(const TextPiece &) const = default;
};

/// Parts a plain text into its notes: before each line that reads as the title of one.
[[nodiscard]] std::vector<TextPiece> partText(const QString &text);

/// What `title` begins with, in one word: "weeknote" for all words of that kind, "#" for a number. Notes of one text
/// mostly share it.
[[nodiscard]] QString habitOf(const QString &title);

/// Of the habits of lines that could be titles, in their order, those that titles have: the first and the most
/// frequent. Others are sections, "Coming up w/c 14 October".
[[nodiscard]] QSet<QString> titleHabits(const QStringList &habits);

} // namespace Weeknotes
