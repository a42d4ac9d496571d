// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/columnlayout.h"

#include "style/blocklines.h"

#include <QDeadlineTimer>
#include <QPainter>
#include <QStyle>
#include <QTextDocument>
#include <QTextFrame>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace Weeknotes {

namespace {

constexpr int turnLength = 4;       // ms
constexpr int mostAtOnce = 500;     // blocks that an edit lays out; more of them wait for their turn, or for a look
constexpr int mostKept = 3;         // blocks of an edit whose glyphs are kept from one painting to the next
constexpr qreal letterWidth = 0.85; // of prose, to the average of a font: it has more of the narrow ones
constexpr qreal widestHang = 0.3;   // of the column
constexpr qreal endless = 1 << 24;  // px; more would not fit Qt's fixed point

/// Within a block.
struct Edit
{
    int from = 0;
    int removed = 0;
    int added = 0;
};

/// Where the first line begins that looks other after the edit, and where the last one ends; below 0: with the block.
std::pair<qreal, qreal> changedHeights(const std::vector<LinePlace> &before, const std::vector<LinePlace> &after,
                                       const Edit &edit)
{
    const size_t first = firstChangedLine(before, after, edit.from);
    if (before.size() != after.size())
        return {after[first].position.y(), -1};
    size_t end = after.size();
    const auto isMoved = [&](LinePlace line) {
        line.start += edit.added - edit.removed;
        return line == after[end - 1];
    };
    while (end > first + 1 && before[end - 1].start >= edit.from + edit.removed && isMoved(before[end - 1]))
        --end;
    return {after[first].position.y(), end == after.size() ? -1 : after[end].position.y()};
}

} // namespace

ColumnLayout::ColumnLayout(QTextDocument *document) : QAbstractTextDocumentLayout(document) {}

qreal ColumnLayout::columnLeft() const
{
    return document()->rootFrame()->frameFormat().leftMargin();
}

qreal ColumnLayout::columnWidth() const
{
    const qreal page = document()->pageSize().width();
    return page <= 0 ? endless
                     : std::max(page - columnLeft() - document()->rootFrame()->frameFormat().rightMargin(), 1.0);
}

int ColumnLayout::guess(const QTextBlock &block) const
{
    const QFontMetricsF font(document()->defaultFont());
    const qreal width = block.length() * letterWidth * font.averageCharWidth();
    const qreal lines = std::ceil(std::max(width / columnWidth(), 1.0));
    return qRound(lines * block.blockFormat().lineHeight(std::ceil(font.height()), 1));
}

int ColumnLayout::top(int number) const
{
    while (int(m_tops.size()) <= number)
        m_tops.push_back(m_tops.back() + m_heights[m_tops.size() - 1].value);
    return m_tops[size_t(number)];
}

QTextBlock ColumnLayout::blockAt(qreal y) const
{
    const int last = int(m_heights.size()) - 1;
    while (int(m_tops.size()) <= last && m_tops.back() <= y)
        (void)top(int(m_tops.size()));
    const auto below = std::ranges::upper_bound(m_tops, y);
    QTextBlock block = document()->findBlockByNumber(std::clamp(int(below - m_tops.begin()) - 1, 0, last));
    while (block.next().isValid() && blockBoundingRect(block).bottom() <= y) // the guess was too high
        block = block.next();
    return block;
}

void ColumnLayout::setHeight(int number, Height height) const
{
    Height &old = m_heights[size_t(number)];
    if (old.value != height.value)
        m_tops.resize(std::min(m_tops.size(), size_t(number) + 1));
    m_total += height.value - old.value;
    old = height;
}

void ColumnLayout::layOut(const QTextBlock &block, int number) const
{
    if (!m_heights[size_t(number)].known)
        setHeight(number, {breakLines(block), true});
}

/// Breaks a block into lines, from 0 on, and says how high they are together.
int ColumnLayout::breakLines(const QTextBlock &block) const
{
    QTextLayout *layout = block.layout();
    QTextOption option = document()->defaultTextOption();
    option.setTextDirection(block.textDirection());
    option.setAlignment(QStyle::visualAlignment(block.textDirection(), option.alignment()));
    layout->setTextOption(option);
    const QTextBlockFormat format = block.blockFormat();
    const qreal width = columnWidth();
    const bool leftToRight = option.textDirection() != Qt::RightToLeft;
    qreal hang = 0;
    int bottom = 0;
    layout->beginLayout();
    for (QTextLine line = layout->createLine(); line.isValid(); line = layout->createLine()) {
        if (line.lineNumber() == 1)
            hang = hangOf(block, layout->lineAt(0));
        line.setLeadingIncluded(true);
        line.setLineWidth(width - hang);
        line.setPosition({leftToRight ? hang : 0, qreal(bottom)});
        bottom += qRound(format.lineHeight(std::ceil(line.ascent() + line.descent() + line.leading()), 1));
    }
    layout->endLayout();
    return bottom;
}

/// How far its further lines stay away from where the first one begins.
qreal ColumnLayout::hangOf(const QTextBlock &block, const QTextLine &first) const
{
    const int lead = m_lead ? m_lead(block) : 0;
    if (lead <= 0 || lead >= first.textLength())
        return 0;
    // Its outer edge: what follows may run the other way.
    const qreal end = first.cursorToX(lead - 1, QTextLine::Trailing);
    const bool leftToRight = block.layout()->textOption().textDirection() != Qt::RightToLeft;
    return std::min(leftToRight ? end : first.width() - end, widestHang * first.width());
}

QSizeF ColumnLayout::documentSize() const
{
    const QTextFrameFormat frame = document()->rootFrame()->frameFormat();
    return {std::max(document()->pageSize().width(), 0.0), frame.topMargin() + m_total + frame.bottomMargin()};
}

QRectF ColumnLayout::frameBoundingRect(QTextFrame * /*frame*/) const
{
    return {{}, documentSize()};
}

QRectF ColumnLayout::blockBoundingRect(const QTextBlock &block) const
{
    const int number = block.blockNumber();
    if (!block.isValid() || number >= int(m_heights.size()))
        return {};
    layOut(block, number);
    const QRectF rect(columnLeft(), top(number), columnWidth(), m_heights[size_t(number)].value);
    block.layout()->setPosition(rect.topLeft());
    return rect;
}

int ColumnLayout::hitTest(const QPointF &point, Qt::HitTestAccuracy accuracy) const
{
    const QTextBlock block = blockAt(point.y());
    const QPointF inside = point - blockBoundingRect(block).topLeft();
    const QTextLayout *layout = block.layout();
    QTextLine line = layout->lineAt(0);
    for (int i = 1; i < layout->lineCount() && layout->lineAt(i).y() <= inside.y(); ++i)
        line = layout->lineAt(i);
    const bool exact = accuracy == Qt::ExactHit;
    if (exact && !line.naturalTextRect().contains(inside))
        return -1;
    const int at = block.position() + line.xToCursor(inside.x(), exact ? QTextLine::CursorOnCharacter
                                                                       : QTextLine::CursorBetweenCharacters);
    // What an input method is composing is counted in, as QTextDocumentLayout does.
    return std::min(at, document()->characterCount() - 1 + int(layout->preeditAreaText().size()));
}

void ColumnLayout::draw(QPainter *painter, const PaintContext &context)
{
    painter->setPen(context.palette.color(QPalette::Text));
    const QRectF clip = context.clip.isValid() ? context.clip : frameBoundingRect(nullptr);
    for (QTextBlock block = blockAt(clip.top()); block.isValid(); block = block.next()) {
        const QRectF rect = blockBoundingRect(block);
        if (rect.top() > clip.bottom())
            break;
        QList<QTextLayout::FormatRange> selected;
        for (const Selection &selection : context.selections) {
            const int begin = selection.cursor.selectionStart() - block.position();
            const int end = selection.cursor.selectionEnd() - block.position();
            if (begin < block.length() && end > 0 && end > begin)
                selected.append({begin, end - begin, selection.format});
        }
        block.layout()->draw(painter, {}, selected, clip);
    }
}

void ColumnLayout::documentChanged(int from, int removed, int added)
{
    const QTextBlock there = document()->findBlock(from + added);
    const int first = document()->findBlock(from).blockNumber();
    const int last = (there.isValid() ? there : document()->lastBlock()).blockNumber();
    const bool whole = from == 0 && removed == 0; // another width, another font, another text
    const int before = m_total;
    const bool sameBlocks = int(m_heights.size()) == document()->blockCount();
    const QTextBlock only = first == last && sameBlocks && !whole ? document()->findBlockByNumber(first) : QTextBlock();
    const std::vector<LinePlace> linesBefore = linesOf(only);
    const auto directionOf = [](const QTextBlock &block) { return block.layout()->textOption().textDirection(); };
    const auto directionBefore = linesBefore.empty() ? Qt::LayoutDirectionAuto : directionOf(only);

    if (replaceHeights(first, last, whole)) {
        m_firstGuess = m_turn.isActive() ? std::min(m_firstGuess, first) : first;
        m_turn.start(0, this);
    }

    const int top = this->top(first);
    const bool moves = !sameBlocks || m_total != before;
    QRectF changed(0, top, endless, moves ? endless : this->top(last + 1) - top);
    if (!linesBefore.empty() && !moves && directionOf(only) == directionBefore) {
        const auto [above, below] =
            changedHeights(linesBefore, linesOf(only), {from - only.position(), removed, added});
        changed.setTop(top + above);
        if (below >= 0)
            changed.setBottom(top + below);
    }
    Q_EMIT update(changed);
    tellSize();
}

/// Takes up the blocks from `first` to `last`, all that changed, for those that stood there before. Whether guesses are
/// among their heights now.
bool ColumnLayout::replaceHeights(int first, int last, bool whole)
{
    const int now = last - first + 1;
    const int before = now - (document()->blockCount() - int(m_heights.size()));
    const auto begin = m_heights.begin() + first;
    const std::vector<Height> old(begin, begin + before);
    for (const Height &height : old)
        m_total -= height.value;
    m_tops.resize(std::min(m_tops.size(), size_t(first) + 1));
    m_tops.front() = qRound(document()->rootFrame()->frameFormat().topMargin());
    m_heights.insert(m_heights.erase(begin, begin + before), size_t(now), Height());
    moveKept(first, before, now);

    bool guesses = false;
    QTextBlock block = document()->findBlockByNumber(first);
    for (int number = first; number <= last; ++number, block = block.next()) {
        block.clearLayout();
        block.layout()->setCacheEnabled(m_keptCount > 0);
        const Height was = before == now ? old[size_t(number - first)] : Height{.known = before > 0};
        setHeight(number, {was.value > 0 && !whole ? was.value : guess(block), false});
        if (was.known && now <= mostAtOnce)
            layOut(block, number);
        guesses = guesses || !m_heights[size_t(number)].known;
    }
    return guesses;
}

/// The `now` blocks from `first` on, in place of `before`, keep their glyphs, unless they are many; all others let go.
void ColumnLayout::moveKept(int first, int before, int now)
{
    for (int number = m_firstKept; number < m_firstKept + m_keptCount; ++number) {
        if (number < first)
            letGoOfGlyphs(document()->findBlockByNumber(number));
        else if (number >= first + before)
            letGoOfGlyphs(document()->findBlockByNumber(number + now - before));
    }
    m_firstKept = first;
    m_keptCount = now <= mostKept ? now : 0;
}

void ColumnLayout::timerEvent(QTimerEvent * /*event*/)
{
    if (m_busy && m_busy())
        return;
    Q_EMIT turnBegins();
    const QDeadlineTimer end(turnLength, Qt::PreciseTimer);
    const int first = m_firstGuess;
    const int count = int(m_heights.size());
    for (; m_firstGuess < count && !end.hasExpired(); ++m_firstGuess) {
        if (!m_heights[size_t(m_firstGuess)].known)
            layOut(document()->findBlockByNumber(m_firstGuess), m_firstGuess);
    }
    if (m_firstGuess == count)
        m_turn.stop();
    if (first < count)
        Q_EMIT update({0, qreal(top(first)), endless, endless});
    tellSize();
    Q_EMIT turnEnded();
}

void ColumnLayout::tellSize()
{
    if (const QSizeF size = documentSize(); std::exchange(m_told, size) != size)
        Q_EMIT documentSizeChanged(size);
}

} // namespace Weeknotes
