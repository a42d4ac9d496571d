// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace Weeknotes {

/// A stretch of plain text between blank lines, or a line of a list.
struct TextBlock
{
    enum class Kind
    {
        Paragraph,
        Heading,   ///< underlined, or found by its place
        Item,      ///< of a list
        Separator, ///< a line of signs
        Footnote   ///< of an asterisk
    };
    Kind kind = Kind::Paragraph;
    QStringList lines;
    int indent = 0;       ///< of an item, in columns
    QString marker;       ///< of an item: its sign
    int number = 0;       ///< of an item in a numbered list, or of a footnote; 0: none
    bool afterGap = true; ///< a blank line stands before it

    [[nodiscard]] QString text() const { return lines.join(u' '); }
};

/// The blocks of `lines`, still without headings other than underlined ones, and without footnotes.
[[nodiscard]] std::vector<TextBlock> textBlocks(const QStringList &lines);

} // namespace Weeknotes
