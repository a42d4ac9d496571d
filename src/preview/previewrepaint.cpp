// SPDX-License-Identifier: GPL-3.0-or-later
// What PreviewView paints anew after an edit: Qt's layout knows no more than that something has changed.
#include "preview/previewprivate.h"

#include <QScrollBar>

#include <algorithm>
#include <cmath>
#include <limits>

namespace Weeknotes {

namespace {

constexpr qreal endless = std::numeric_limits<qreal>::max();
constexpr qreal aboveLine = 6; // px that letters of another font may reach above their line
constexpr int fewParts = 100;  // of an edit that may leave the others where they are

} // namespace

/// The only block of a part that is written; an invalid one where there is none.
QTextBlock PreviewView::Private::blockOf(int part) const
{
    if (part < 0 || part >= page.written())
        return {};
    const QTextBlock block = page.firstBlock(part);
    return block.next() == page.firstBlock(part + 1) ? block : QTextBlock();
}

PreviewView::Private::Look PreviewView::Private::lookBefore(const PartEdit &edit) const
{
    Look look;
    look.written = page.written();
    look.part = markedPart();
    const int next = edit.begin + edit.oldCount;
    if (edit.oldCount > fewParts || next > page.written() || next >= page.partCount())
        return look;
    look.next = topOf(next);
    look.fromEnd = page.partCount() - next;
    if (const QTextBlock block = blockOf(look.part); block.isValid())
        look.block.emplace(block);
    return look;
}

void PreviewView::Private::repaintChanges(const Look &look, const std::vector<PartChange> &changes) const
{
    const int first = changes.front().newBegin;
    const int next = page.partCount() - look.fromEnd;
    const bool isInPlace = look.next && next <= page.written() && topOf(next) == look.next;
    const qreal bottom = isInPlace ? topOf(changes.back().newBegin + changes.back().newCount) : endless;
    const bool isOne = changes == std::vector<PartChange>{{look.part, 1, look.part, 1}};
    if (const QTextBlock block = look.block && isOne ? blockOf(first) : QTextBlock(); block.isValid()) {
        if (const qreal from = look.block->changedFrom(block); from > 0)
            return repaint(topOf(block) + from - aboveLine, bottom);
    }
    repaint(first > 0 && first <= page.written() ? bottomOf(first - 1) - aboveLine : 0, bottom);
}

void PreviewView::Private::repaint(qreal top, qreal bottom) const
{
    const int from = std::max(int(std::floor(top)) - scrolled(), 0);
    const int to = int(std::min(std::ceil(bottom) - scrolled(), qreal(q->viewport()->height())));
    q->viewport()->update(0, from, q->viewport()->width(), to - from);
}

} // namespace Weeknotes
