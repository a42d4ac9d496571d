// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/scrollmap.h"

#include "editor/markdownedit.h"
#include "preview/previewview.h"

#include <QScrollBar>

#include <algorithm>

namespace Weeknotes {

ScrollMap::ScrollMap(const MarkdownEdit &text, const PreviewView &page)
    : m_text(text)
    , m_page(page)
    , m_farthest{qreal(text.verticalScrollBar()->maximum()), qreal(page.verticalScrollBar()->maximum())}
    , m_last(2 * page.stretchCount() + 1)
{
    m_whole = {m_farthest.text + text.viewport()->height(), m_farthest.page + page.viewport()->height()};
    m_slope = std::max(std::min(qreal(text.viewport()->height()), m_whole.text), 1.0);
    if (m_last > 1) {
        // Title and byline stand above the page's text alone. Passed over a few lines of text they would fly by, so
        // they are made good over the first screen.
        const PreviewView::Stretch first = page.stretch(0);
        m_head = std::max(first.top - text.topOfLine(first.begin), 0.0);
    }
}

ScrollMap::Cut ScrollMap::topOf(int stretch) const
{
    const PreviewView::Stretch block = m_page.stretch(stretch);
    const qreal top = m_text.topOfLine(block.begin);
    return {top, std::max(block.top - m_head * std::max(1 - top / m_slope, 0.0), 0.0)};
}

ScrollMap::Cut ScrollMap::bottomOf(int stretch) const
{
    const PreviewView::Stretch block = m_page.stretch(stretch);
    const Cut next = cut(2 * stretch + 3);
    const qreal bottom = std::max(m_text.bottomOfLine(block.end), m_text.topOfLine(block.begin));
    if (bottom >= next.text)
        return next; // no line between them: what is between them in the page belongs to the first
    return {bottom, std::min(block.bottom - m_head * std::max(1 - bottom / m_slope, 0.0), next.page)};
}

ScrollMap::Cut ScrollMap::cut(int number) const
{
    if (number <= 0)
        return {};
    if (number < m_last)
        return number % 2 == 1 ? topOf(number / 2) : bottomOf(number / 2 - 1);
    if (m_last == 1)
        return m_whole;
    // Of a text that is not laid out to its end, the bar's end may be too near.
    const PreviewView::Stretch last = m_page.stretch(m_last / 2 - 1);
    return {std::max(m_whole.text, m_text.bottomOfLine(last.end)), std::max(m_whole.page, last.bottom)};
}

qreal ScrollMap::between(int nearby, qreal place, qreal Cut::*from, qreal Cut::*to) const
{
    int number = std::clamp(nearby, 0, m_last - 1);
    Cut before = cut(number);
    while (number > 0 && before.*from > place)
        before = cut(--number);
    Cut after = cut(number + 1);
    while (number + 1 < m_last && after.*from <= place) {
        before = after;
        after = cut(++number + 1);
    }
    const qreal length = after.*from - before.*from;
    if (length <= 0)
        return after.*to;
    return before.*to + std::clamp((place - before.*from) / length, 0.0, 1.0) * (after.*to - before.*to);
}

qreal ScrollMap::pageFor(qreal value) const
{
    if (m_farthest.text <= 0 || m_farthest.page <= 0)
        return 0;
    if (value >= m_farthest.text)
        return m_farthest.page;
    const qreal line = value * m_whole.text / m_farthest.text;
    const int stretch = m_page.stretchOfSource(m_text.lineEndAt(line));
    return between(2 * stretch + 1, line, &Cut::text, &Cut::page) * m_farthest.page / m_whole.page;
}

qreal ScrollMap::textFor(qreal value) const
{
    if (m_farthest.text <= 0 || m_farthest.page <= 0)
        return 0;
    if (value >= m_farthest.page)
        return m_farthest.text;
    const qreal line = value * m_whole.page / m_farthest.page;
    return between(2 * m_page.stretchAt(line) + 1, line, &Cut::page, &Cut::text) * m_farthest.text / m_whole.text;
}

} // namespace Weeknotes
