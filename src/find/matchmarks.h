// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "find/matchlist.h"
#include "style/palette.h"

class QPainter;
class QRectF;
class QTextDocument;

/// How matches look in the text. The painter's origin is the document's; what is not laid out is not painted.
namespace Weeknotes::MatchMarks {

/// The grounds of those in `exposed`, below the text.
void paintGrounds(QPainter &painter, const QTextDocument &document, const MatchList &matches, const QRectF &exposed,
                  const Palette &colours);

/// A frame around `match`, which is current, above the text: told from the others without colour.
void paintCurrent(QPainter &painter, const QTextDocument &document, TextRange match, const QRectF &exposed,
                  const Palette &colours);

} // namespace Weeknotes::MatchMarks
