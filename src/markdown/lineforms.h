// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace Weeknotes::Markdown {

/// What the start of a line may be. These look at one line alone: they find again what md4c has decided, or guess
/// what it will; they never decide the structure.
namespace LineForm {

/// True if `form` holds for what is left of `line` after some of its container marks (spaces, >, list markers).
template <typename Form> [[nodiscard]] bool anywhere(QStringView line, Form form);

[[nodiscard]] bool isLineEnd(QChar c); ///< LF or CR
/// Where the line ends that holds `from`.
[[nodiscard]] qsizetype lineEnd(QStringView text, qsizetype from);

[[nodiscard]] bool isBlank(QStringView line);     ///< nothing but spaces and >
[[nodiscard]] bool isRule(QStringView rest);      ///< a thematic break
[[nodiscard]] bool isUnderline(QStringView rest); ///< of a setext heading
[[nodiscard]] bool isAtxHeading(QStringView rest);
[[nodiscard]] bool isListMarker(QStringView rest);
[[nodiscard]] bool isLinkDefinition(QStringView rest); ///< or a footnote's
/// The length of a fence of code at the start of `rest`; 0 if it is none.
[[nodiscard]] int fenceLength(QStringView rest);
/// True where a paragraph can't go on.
[[nodiscard]] bool startsBlock(QStringView line);

/// The units of spaces and tabs, of a list marker with the space after it.
[[nodiscard]] int indentLength(QStringView rest);
[[nodiscard]] int listMarkerLength(QStringView rest);

template <typename Form> bool anywhere(QStringView line, Form form)
{
    for (;;) {
        line = line.sliced(indentLength(line));
        if (form(line))
            return true;
        if (const int marker = listMarkerLength(line); marker > 0)
            line = line.sliced(marker);
        else if (line.startsWith(u'>'))
            line = line.sliced(1);
        else
            return false;
    }
}

} // namespace LineForm
} // namespace Weeknotes::Markdown
