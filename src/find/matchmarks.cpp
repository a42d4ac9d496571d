// SPDX-License-Identifier: GPL-3.0-or-later
#include "find/matchmarks.h"

#include "style/blocklines.h"
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

/// The characters of `line`, counted from the beginning of the document.
TextRange charactersOf(const QTextBlock &block, const QTextLine &line)
{
    const int begin = block.position() + line.textStart();
    return {begin, begin + line.textLength()};
}

/// What `match` covers of `line`, with which it shares a character. `origin` is where `block` stands.
QRectF wordsOf(TextRange match, const QTextBlock &block, const QTextLine &line, const QPointF &origin)
{
    const TextRange all = charactersOf(block, line);
    const int begin = std::max(match.begin, all.begin) - block.position();
    const int end = std::min(match.end, all.end) - block.position();
    // Where left to right meets right to left, this covers what stands between.
    const QRectF words(QPointF(line.cursorToX(begin), line.y()),
                       QPointF(line.cursorToX(end), line.y() + line.height()));
    return words.normalized().translated(origin).adjusted(-overhang, 0, overhang, 0);
}

/// Calls `paint(block, line, origin)` for the lines from the one at `top` down to the one at `bottom`.
template <typename Paint> void forEachLine(const QTextDocument &document, qreal top, qreal bottom, const Paint &paint)
{
    const QAbstractTextDocumentLayout *layout = document.documentLayout();
    QTextBlock block = document.findBlock(std::max(layout->hitTest(QPointF(0, top), Qt::FuzzyHit), 0));
    for (; block.isValid(); block = block.next()) {
        const QPointF origin = placeOf(block).topLeft(); // within a table, its layout says another
        if (origin.y() > bottom)
            return;
        const QTextLayout *lines = block.layout();
        for (int number = 0; number < lines->lineCount(); ++number) {
            const QTextLine line = lines->lineAt(number);
            const qreal y = origin.y() + line.y();
            if (y + line.height() >= top && y <= bottom) // of a paragraph of a whole book, few are
                paint(block, line, origin);
        }
    }
}

} // namespace

void paintGrounds(QPainter &painter, const QTextDocument &document, const MatchList &matches, const QRectF &exposed,
                  const Palette &colours)
{
    const auto paint = [&](const QTextBlock &block, const QTextLine &line, const QPointF &origin) {
        for (const TextRange &match : matches.within(charactersOf(block, line))) {
            const QRectF words = wordsOf(match, block, line, origin);
            painter.fillRect(words, colours.match);
            painter.fillRect(QRectF(words.left(), words.bottom() - 1, words.width(), 1), colours.matchEdge);
        }
    };
    forEachLine(document, exposed.top(), exposed.bottom(), paint);
}

void paintCurrent(QPainter &painter, const QTextDocument &document, TextRange match, const QRectF &exposed,
                  const Palette &colours)
{
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colours.ink, frame));
    painter.setBrush(Qt::NoBrush);
    const auto paint = [&](const QTextBlock &block, const QTextLine &line, const QPointF &origin) {
        const TextRange all = charactersOf(block, line);
        if (match.begin >= all.end || match.end <= all.begin)
            return;
        // The neighbouring letters stay whole; above and below there is room.
        const QRectF around = wordsOf(match, block, line, origin).adjusted(0, -frame / 2, 0, frame / 2);
        painter.drawRoundedRect(around, corner, corner);
    };
    forEachLine(document, exposed.top() - frame, exposed.bottom() + frame, paint);
}

} // namespace Weeknotes::MatchMarks
