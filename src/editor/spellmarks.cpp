// SPDX-License-Identifier: GPL-3.0-or-later
// How MarkdownEdit shows its spelling, and where it wants the menu with better words.
#include "editor/markdownedit.h"
#include "editor/spelling.h"

#include <QAbstractTextDocumentLayout>
#include <QContextMenuEvent>
#include <QPainter>
#include <QPixmap>
#include <QPixmapCache>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextLayout>

#include <algorithm>
#include <cmath>
#include <span>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

// Of the wave below a word, px.
constexpr qreal waveLength = 6;
constexpr qreal waveHeight = 1.25;
constexpr qreal waveWidth = 1.2;
constexpr qreal belowLetters = 1; // from their base line to where it begins

/// Some waves, to be put side by side: to stroke each line anew takes a hundred times as long.
QPixmap waves(const QColor &colour, qreal pixels)
{
    constexpr int count = 8; // which fill whole pixels of every usual screen
    constexpr QSizeF size(count * waveLength, 2 * waveHeight + 2 * waveWidth);
    const QString key = u"weeknotes-waves-%1-%2"_s.arg(colour.name()).arg(pixels);
    QPixmap tile;
    if (QPixmapCache::find(key, &tile))
        return tile;
    tile = QPixmap((size * pixels).toSize());
    tile.setDevicePixelRatio(pixels);
    tile.fill(Qt::transparent);
    QPolygonF line; // a zigzag, which the pen's round joins soften
    for (int half = -1; half <= 2 * count + 1; ++half)
        line << QPointF(half * waveLength / 2, size.height() / 2 + (half % 2 == 0 ? waveHeight : -waveHeight));
    QPainter painter(&tile);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colour, waveWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(line);
    painter.end();
    QPixmapCache::insert(key, tile);
    return tile;
}

/// Of a character in `block`, as its layout counts: what an input method is about to insert is part of that.
int indexInLayout(const QTextBlock &block, int character)
{
    const QTextLayout *layout = block.layout();
    const int index = character - block.position();
    return index < layout->preeditAreaPosition() ? index : index + int(layout->preeditAreaText().size());
}

/// Paints waves below what of `words`, which are in `block`, stands in `line`. `origin` is where the block stands.
void paintWaves(QPainter &painter, std::span<const TextRange> words, const QTextBlock &block, const QTextLine &line,
                const QPointF &origin, const QPixmap &tile)
{
    for (const TextRange &word : words) {
        const int first = std::max(indexInLayout(block, word.begin), line.textStart());
        const int last = std::min(indexInLayout(block, word.end - 1), line.textStart() + line.textLength() - 1);
        if (first > last)
            continue;
        // The outer edges of its first and last letter, in whichever direction it runs.
        const qreal from = line.cursorToX(first, QTextLine::Leading);
        const qreal to = line.cursorToX(last, QTextLine::Trailing);
        const QPointF start(std::round(std::min(from, to)), std::round(line.y() + line.ascent()) + belowLetters);
        const QRectF place(origin + start,
                           QSizeF(std::round(std::abs(to - from)), tile.deviceIndependentSize().height()));
        // In step with all others, so that they stand still while the word grows.
        painter.drawTiledPixmap(place, tile, QPointF(std::fmod(place.left(), waveLength), 0));
    }
}

} // namespace

void MarkdownEdit::paintSpelling(const QRect &exposed)
{
    m_spelling->lookSoon();
    const MatchList &marks = m_spelling->marks();
    if (marks.isEmpty())
        return;
    const int scrolled = verticalScrollBar()->value();
    const QRect seen = exposed.translated(0, scrolled);
    QPainter painter(viewport());
    painter.translate(0, -scrolled);
    const QPixmap tile = waves(Weeknotes::palette(m_scheme).misspelt, devicePixelRatio());
    for (QTextBlock block = document()->findBlock(offsetAt(seen.top())); block.isValid(); block = block.next()) {
        const QPointF origin = document()->documentLayout()->blockBoundingRect(block).topLeft();
        if (origin.y() > seen.bottom())
            return;
        const QTextLayout *lines = block.layout();
        const auto words = marks.within({block.position(), block.position() + block.length()});
        for (int number = 0; !words.empty() && number < lines->lineCount(); ++number) {
            const QTextLine line = lines->lineAt(number);
            const qreal top = origin.y() + line.y();
            if (top + line.height() >= seen.top() && top <= seen.bottom())
                paintWaves(painter, words, block, line, origin, tile);
        }
    }
}

void MarkdownEdit::requestMenu()
{
    ensureCursorVisible();
    const QRect caret = cursorRect();
    Q_EMIT menuRequested(viewport()->mapToGlobal(caret.bottomLeft()), cursorOffset());
}

void MarkdownEdit::contextMenuEvent(QContextMenuEvent *event)
{
    event->accept();
    if (event->reason() == QContextMenuEvent::Keyboard)
        return requestMenu();
    const QPoint place = viewport()->mapFromGlobal(event->globalPos()); // it may be in the gutter, which is beside it
    Q_EMIT menuRequested(event->globalPos(), cursorForPosition(place).position());
}

} // namespace Weeknotes
