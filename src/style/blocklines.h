// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QTextBlock;

namespace Weeknotes {

/// Undoes QTextLayout::setCacheEnabled(true). Qt shapes a text anew for each painting unless it is told to keep the
/// glyphs, which take some 20 bytes a letter: what is written in keeps them, until something else is. The lines stay.
void letGoOfGlyphs(const QTextBlock &block);

} // namespace Weeknotes
