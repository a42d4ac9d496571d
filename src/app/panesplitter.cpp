// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/panesplitter.h"

#include <algorithm>
#include <numeric>
#include <span>

namespace Weeknotes {

PaneSplitter::PaneSplitter(QWidget *parent) : QSplitter(Qt::Horizontal, parent)
{
    setChildrenCollapsible(false);
    connect(this, &QSplitter::splitterMoved, this, [this](int, int handle) { keepWidths(handle); });
}

void PaneSplitter::setWidths(const QList<int> &widths)
{
    m_widths = widths;
    place();
}

void PaneSplitter::place()
{
    if (m_widths.size() != count()) // not set yet
        return;
    QList<int> sizes = m_widths;
    int rest = width() + handleWidth();
    for (int pane = 0; pane < sizes.size(); ++pane) {
        if (widget(pane)->isHidden())
            sizes[pane] = 0;
        else
            rest -= handleWidth();
    }
    const auto inner = std::span(sizes).subspan(1, size_t(sizes.size()) - 2);
    rest = std::max(0, rest - sizes.front() - sizes.back());
    const int shares = std::max(1, std::accumulate(inner.begin(), inner.end(), 0));
    for (int &size : inner)
        size = rest * size / shares;
    setSizes(sizes);
}

/// Only those of the panes that the handle is between: others may be narrower for the moment than the person wants.
void PaneSplitter::keepWidths(int handle)
{
    const QList<int> now = sizes();
    const int last = int(now.size()) - 1;
    if (handle == 1)
        m_widths.front() = now.front();
    if (handle == last)
        m_widths.back() = now.back();
    // One that stands alone has all the rest, which says nothing of its share.
    if (std::count(now.begin() + 1, now.end() - 1, 0) == 0)
        std::copy(now.begin() + 1, now.end() - 1, m_widths.begin() + 1);
}

void PaneSplitter::resizeEvent(QResizeEvent *event)
{
    QSplitter::resizeEvent(event);
    place();
}

} // namespace Weeknotes
