// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tokenrole.h"

#include <QColor>

#include <array>

namespace Weeknotes {

enum class Scheme
{
    Light,
    Dark
};

/// The colours of one scheme: of the window, the preview and the page (design/look.md). Each text colour has a contrast
/// of 4.5:1 or more (WCAG AA) on every ground named beside it.
struct Palette
{
    // Grounds.
    QColor paper;         ///< the editor, cards
    QColor side;          ///< timeline, bars, status line
    QColor page;          ///< the preview and the exported page
    QColor control;       ///< the face of buttons and fields
    QColor hover;         ///< below the pointer: rows, buttons
    QColor pressed;       ///< a button held down
    QColor selectedRow;   ///< the note that is open
    QColor greenWash;     ///< a chip that is on, an answer that went well
    QColor attentionWash; ///< a banner
    QColor selection;     ///< selected text; `ink` stands on it
    QColor match;         ///< words that were looked for; the editor's inks stand on it
    QColor code;          ///< a code block on the page
    QColor inlineCode;    ///< code within a line on the page

    // Text.
    QColor ink;       ///< on every ground
    QColor secondInk; ///< on paper, side, page, control, hover, selectedRow, code: dates, counts, marks of Markdown
    QColor green;     ///< on paper, side, page, control, hover, selectedRow, greenWash: numbers, links, "write it now"
    QColor onGreen;   ///< on `green`, `greenHover` and `greenPressed`: the primary button
    QColor attention; ///< on paper, side, page, selectedRow, attentionWash: what wants a look, errors
    QColor disabledInk; ///< of what can't be used now; no contrast is promised

    // Lines and marks.
    QColor line;         ///< hairlines between panes and rows
    QColor edge;         ///< the border of a button, field or code block
    QColor pageEdge;     ///< the border of a code block or a card on the page
    QColor mark;         ///< the border of a check box, a hollow week: told from the ground at 3:1
    QColor rule;         ///< 3 px at the left of a block quote
    QColor greenHover;   ///< the primary button below the pointer
    QColor greenPressed; ///< … and held down
    QColor matchEdge;    ///< 1 px below what stands on `match`: told from the editor's grounds at 3:1
    QColor misspelt;     ///< the wave below a word: told from the editor's grounds at 3:1
    QColor scrollBar;    ///< its handle

    std::array<QColor, 5> strip; ///< a week of the year strip, from empty to long

    std::array<QColor, tokenRoleCount> tokens; ///< by TokenRole; on paper, page, code

    [[nodiscard]] const QColor &token(TokenRole role) const { return tokens[size_t(role)]; }
};

/// The one palette of that scheme. Thread-safe.
[[nodiscard]] const Palette &palette(Scheme scheme);

} // namespace Weeknotes
