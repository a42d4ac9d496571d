// SPDX-License-Identifier: GPL-3.0-or-later
#include "style/blocklines.h"

#include <QAbstractTextDocumentLayout>
#include <QImage>
#include <QPainter>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>

#include <algorithm>

namespace Weeknotes {

QRectF placeOf(const QTextBlock &block)
{
    const QAbstractTextDocumentLayout *layout = block.document()->documentLayout();
    const QRectF place = layout->blockBoundingRect(block);
    if (block.layout()->lineCount() > 0 || !block.next().isValid())
        return place;
    (void)layout->blockBoundingRect(block.next());
    return layout->blockBoundingRect(block);
}

void letGoOfGlyphs(const QTextBlock &block)
{
    QTextLayout *layout = block.layout();
    layout->setCacheEnabled(false);
    // At the end of a painting Qt frees what is not to be kept. No line lies so far up.
    const QRectF nothing(0, -1'000'000, 1, 1);
    QImage pixel(1, 1, QImage::Format_RGB32);
    QPainter painter(&pixel);
    layout->draw(&painter, -layout->position(), {}, nothing);
}

std::vector<LinePlace> linesOf(const QTextBlock &block)
{
    std::vector<LinePlace> lines;
    const QTextLayout *layout = block.isValid() ? block.layout() : nullptr;
    for (int i = 0; layout && i < layout->lineCount(); ++i) {
        const QTextLine line = layout->lineAt(i);
        lines.push_back({line.textStart(), line.textLength(), line.position()});
    }
    return lines;
}

size_t firstChangedLine(std::span<const LinePlace> before, std::span<const LinePlace> after, int from)
{
    size_t first = 0;
    const size_t most = std::min(before.size(), after.size());
    while (first + 1 < most && before[first] == after[first] && after[first + 1].start <= from)
        ++first;
    return first;
}

} // namespace Weeknotes
