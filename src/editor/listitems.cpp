// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/listitems.h"

#include "highlight/markdownhighlighter.h"

#include <QTextCursor>

#include <algorithm>

namespace Weeknotes::ListItems {

namespace {

/// The nearest item above for which `isWanted`, in the same quote and the same run of lists. A line that stands further
/// left than the item is still of the list if it follows a line of it at once.
template <typename IsWanted> QTextBlock itemAbove(const QTextBlock &item, const IsWanted &isWanted)
{
    const LineStart own = startOf(item);
    bool lazy = false;
    for (QTextBlock at = item.previous(); at.isValid(); at = at.previous()) {
        const LineStart line = lineStart(at.text(), own.depth());
        if (line.depth() < own.depth())
            return {};
        if (line.blank) {
            if (lazy)
                return {};
        } else if (line.isItem() && !isCode(at)) {
            if (isWanted(line))
                return at;
            lazy = false;
        } else if (line.column() <= own.column() && !isCode(at)) {
            if (interruptsParagraph(QStringView(at.text()).sliced(line.quote.size())))
                return {};
            lazy = true;
        }
    }
    return {};
}

void setNumber(const QTextBlock &item, qint64 number)
{
    constexpr qint64 largest = 999'999'999; // longer ones are no markers
    const LineStart own = startOf(item);
    number = std::min(number, largest);
    if (!own.isOrdered() || own.number() == number)
        return;
    const QTextBlock end = below(item).end;
    const QString digits = QString::number(number);
    const int from = item.position() + int(own.quote.size() + own.indent.size());
    QTextCursor edit(item);
    edit.setPosition(from);
    edit.setPosition(from + int(own.marker.size()) - 1, QTextCursor::KeepAnchor);
    edit.insertText(digits);
    shiftUnder(item, end, own);
}

} // namespace

QTextBlock itemAfter(const QTextBlock &last, qsizetype depth)
{
    for (QTextBlock at = last.next(); at.isValid(); at = at.next()) {
        const LineStart line = startOf(at);
        if (line.depth() != depth || (!line.blank && !line.isItem()))
            return {};
        if (line.isItem())
            return at;
    }
    return {};
}

QTextBlock endOfItems(const QTextBlock &first, const QTextBlock &last)
{
    QTextBlock end = last;
    for (QTextBlock at = first;; at = at.next()) {
        if (startOf(at).isItem()) {
            const QTextBlock own = below(at).end;
            end = own.position() > end.position() ? own : end;
        }
        if (at == last)
            return end;
    }
}

bool isCode(const QTextBlock &block)
{
    return MarkdownHighlighter::line(block) == MarkdownHighlighter::Line::Code;
}

Below below(const QTextBlock &item)
{
    const LineStart own = startOf(item);
    Below found{item, {}};
    bool afterBlank = false;
    for (QTextBlock at = item.next(); at.isValid(); at = at.next()) {
        const LineStart line = lineStart(at.text(), own.depth());
        if (line.depth() < own.depth())
            break;
        if (line.blank) {
            afterBlank = true;
            continue;
        }
        if (line.column() < own.content()) {
            if (line.isItem() && line.column() >= own.column() && line.isLike(own))
                found.sibling = at;
            if (line.isItem() || afterBlank || interruptsParagraph(QStringView(at.text()).sliced(line.quote.size())))
                break;
        }
        found.end = at;
        afterBlank = false;
    }
    return found;
}

QTextBlock previousSibling(const QTextBlock &item)
{
    const LineStart own = startOf(item);
    const QTextBlock above = itemAbove(item, [&](const LineStart &line) { return line.column() <= own.column(); });
    const LineStart found = startOf(above);
    return above.isValid() && own.column() < found.content() && found.isLike(own) ? above : QTextBlock();
}

QTextBlock parentOf(const QTextBlock &item)
{
    const int own = startOf(item).column();
    if (own == 0)
        return {};
    return itemAbove(item, [&](const LineStart &line) { return line.content() <= own; });
}

int shiftOf(const QTextBlock &item, bool deeper)
{
    const int own = startOf(item).column();
    if (!deeper) {
        const QTextBlock parent = parentOf(item);
        return (parent.isValid() ? startOf(parent).column() : 0) - own;
    }
    int children = std::numeric_limits<int>::max(); // where those stand that it joins
    const QTextBlock above = itemAbove(item, [&](const LineStart &line) {
        if (line.column() <= own)
            return true;
        children = std::min(children, line.column());
        return false;
    });
    if (!above.isValid() || startOf(above).content() <= own) // nothing it could be a child of
        return 0;
    return (children == std::numeric_limits<int>::max() ? startOf(above).content() : children) - own;
}

void shiftLines(const QTextBlock &first, const QTextBlock &last, qsizetype depth, int by)
{
    for (QTextBlock block = first; block.isValid(); block = block.next()) {
        const LineStart line = lineStart(block.text(), depth);
        if (!line.blank) {
            QTextCursor edit(block);
            const int from = block.position() + int(line.quote.size());
            const int column = std::max(line.column() + by, 0);
            const bool spaces = !line.indent.contains(u'\t');
            // What is left of the white space stays, and so does a cursor in it.
            const int kept = spaces ? std::min(column, int(line.indent.size())) : 0;
            edit.setPosition(from);
            edit.setPosition(from + int(line.indent.size()) - kept, QTextCursor::KeepAnchor);
            edit.insertText(QString(column - kept, u' '));
        }
        if (block == last)
            break;
    }
}

void shiftUnder(const QTextBlock &item, const QTextBlock &end, const LineStart &was)
{
    const int by = startOf(item).content() - was.content();
    for (QTextBlock at = item; by != 0 && at != end;) {
        at = at.next();
        if (lineStart(at.text(), was.depth()).column() >= was.content()) // a line further left goes on as it is
            shiftLines(at, at, was.depth(), by);
    }
}

int stepOf(const QTextBlock &item)
{
    const LineStart own = startOf(item);
    if (!own.isOrdered())
        return 1;
    const QTextBlock before = previousSibling(item);
    const QTextBlock other = before.isValid() ? before : below(item).sibling;
    return other.isValid() && startOf(other).number() == own.number() ? 0 : 1;
}

void renumberFrom(const QTextBlock &item, qint64 number, int step)
{
    if (!item.isValid() || !startOf(item).isOrdered())
        return;
    for (QTextBlock at = item; at.isValid(); at = below(at).sibling, number += step)
        setNumber(at, number);
}

void renumberAfterPrevious(const QTextBlock &item, int step, std::optional<qint64> first)
{
    if (!item.isValid() || !startOf(item).isOrdered())
        return;
    const QTextBlock before = previousSibling(item);
    if (!before.isValid())
        return renumberFrom(item, first.value_or(startOf(item).number()), step);
    const qint64 number = startOf(before).number();
    const QTextBlock beforeThat = previousSibling(before);
    const bool stands = beforeThat.isValid() && startOf(beforeThat).number() == number;
    renumberFrom(item, number + (stands ? 0 : step), stands ? 0 : step);
}

} // namespace Weeknotes::ListItems
