// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/palette.h"
#include "style/typography.h"

#include <QRectF>
#include <QTextBlock>

class QPainter;

namespace Weeknotes {

/// The box that is ticked before a task's words, in the document; null where `block` begins no task.
[[nodiscard]] QRectF taskBox(const QTextDocument &text, const QTextBlock &block);

/// Draws what QTextDocument can't: the rules of quotes, marks of lists, boxes around code and cards, the dots of a
/// separator, the picture in the byline. It goes below the text.
class PagePainter
{
public:
    PagePainter(QPainter &painter, const QTextDocument &text, const PageType &type, const Palette &colours);

    /// Draws for `block` and those after it, down to `bottom` (of the document).
    void paintFrom(QTextBlock block, qreal bottom);

private:
    void paintBlock(const QTextBlock &block);
    void paintBox(const QTextBlock &block);
    void paintContext(const QTextBlock &block);
    void paintMarker(const QTextBlock &block);
    void paintTask(const QRectF &box, bool done);
    void paintInlineCode(const QTextBlock &block);
    void paintTags(const QTextBlock &block);
    void paintNoteSign(const QTextBlock &block);
    void paintSeparator(const QTextBlock &block);
    void paintPortrait(const QTextBlock &block);
    void paintRuleAbove(const QTextBlock &block);
    void paintRowRule(const QTextBlock &block);
    /// Where `block` lies in the document, as a browser would place it around its words: Qt sets lines of a fixed
    /// height a little lower.
    [[nodiscard]] QRectF wordsOf(const QTextBlock &block) const;

    QPainter &m_painter;
    const QTextDocument &m_text;
    const PageType &m_type;
    const Palette &m_colours;
};

} // namespace Weeknotes
