// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/matchmarks.h"

#include "style/typography.h"

#include <QAbstractTextDocumentLayout>
#include <QPainter>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>

#include <algorithm>

namespace Weeknotes::MatchMarks {

namespace {

constexpr qreal overhang = 1; // px, so that the first and last letter do not touch the edge
constexpr qreal corner = 3;
constexpr qreal frame = 2;

/// Calls `paint` with the rectangle of each line's part of `range` that lies in `block`.
template <typename Paint> void forEachLine(const QTextBlock &block, TextRange range, const Paint &paint)
{
    const QTextLayout *layout = block.layout();
    const int begin = std::max(range.begin - block.position(), 0);
    const int end = std::min(range.end - block.position(), block.length() - 1);
    for (int number = 0; number < layout->lineCount(); ++number) {
        const QTextLine line = layout->lineAt(number);
        const int from = std::max(begin, line.textStart());
        const int to = std::min(end, line.textStart() + line.textLength());
        if (from >= to)
            continue;
        // Where left to right meets right to left, this covers what stands between.
        const QPointF one(line.cursorToX(from), line.y());
        const QPointF other(line.cursorToX(to), line.y() + line.height());
        const QRectF words = QRectF(one, other).normalized().translated(layout->position());
        paint(words.adjusted(-overhang, 0, overhang, 0));
    }
}

} // namespace

void paintGrounds(QPainter &painter, const QTextDocument &document, const MatchList &matches, const QRectF &exposed,
                  const Palette &colours)
{
    const QAbstractTextDocumentLayout *layout = document.documentLayout();
    const int first = layout->hitTest(QPointF(0, exposed.top()), Qt::FuzzyHit);
    QTextBlock block = document.findBlock(std::max(first, 0));
    for (; block.isValid() && layout->blockBoundingRect(block).top() <= exposed.bottom(); block = block.next()) {
        for (const TextRange &match : matches.within({block.position(), block.position() + block.length()}))
            forEachLine(block, match, [&](const QRectF &words) {
                painter.fillRect(words, colours.match);
                painter.fillRect(QRectF(words.left(), words.bottom() - 1, words.width(), 1), colours.matchEdge);
            });
    }
}

void paintCurrent(QPainter &painter, const QTextDocument &document, TextRange match, const Palette &colours)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colours.ink, frame));
    painter.setBrush(Qt::NoBrush);
    const QTextBlock last = document.findBlock(match.end);
    for (QTextBlock block = document.findBlock(match.begin); block.isValid(); block = block.next()) {
        forEachLine(block, match, [&](const QRectF &words) {
            painter.drawRoundedRect(words.adjusted(-frame / 2, -frame / 2, frame / 2, frame / 2), corner, corner);
        });
        if (block == last)
            break;
    }
}

} // namespace Weeknotes::MatchMarks
