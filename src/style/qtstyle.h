// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/palette.h"

#include <QPalette>
#include <QString>

namespace Weeknotes {

// The window wears Qt's "Fusion" style, toQPalette() and styleSheet(), all set on the QApplication once and again when
// the scheme changes. A widget says what it is by the dynamic property "role"; it sets no colour or size itself:
//   QPushButton, QToolButton  primary (green, one a view) · quiet (no edge until hovered) · chip (checkable pill) ·
//                             link (words alone, green); none: a button with an edge
//   QLabel                    display · heading · second (dates, counts) · small · attention · hint (over the text, for
//                             a while) · keys ("Ctrl+K" on a key)
//   QLineEdit                 search · plain (no edge, in a card); none: a field with an edge
//   QTextEdit                 title · subtitle (of a note, written in place)
//   QListView                 completion (below a field) · findings (a single click activates none, whatever the
//                             desktop says)
//   QWidget, QFrame           bar (toolbar; hairline below) · status, tools (hairline above) · side · paper · page ·
//   card ·
//                             banner (attention) · news (a banner of what went well) · hairline (1 px line, either way)
// After a change of a property: style()->unpolish(widget); style()->polish(widget).
// A plain QWidget needs Qt::WA_StyledBackground to show a ground.

/// The palette for QApplication::setPalette(): what painting code and Fusion read.
[[nodiscard]] QPalette toQPalette(const Palette &palette);

/// The style sheet for QApplication::setStyleSheet().
[[nodiscard]] QString styleSheet(const Palette &palette);

} // namespace Weeknotes
