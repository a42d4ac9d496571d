// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTypes>

namespace Weeknotes {

class MarkdownEdit;
class PreviewView;

/// What stands where in text and page: both are cut at the first and the last line of each block, and between two cuts
/// one goes evenly with the other. It rises with each, takes both from end to end, and asks for few blocks only. A
/// value for the moment: it must not outlive the next change of either.
class ScrollMap
{
public:
    ScrollMap(const MarkdownEdit &text, const PreviewView &page);

    // Where the other one's scroll bar stands when this one's stands at `value`. The line that is held in step is at
    // the top of both views at the beginning, at the foot of both at the end, and wanders between the two.
    [[nodiscard]] qreal pageFor(qreal value) const;
    [[nodiscard]] qreal textFor(qreal value) const;

private:
    /// One place in both, px from the top of each.
    struct Cut
    {
        qreal text = 0;
        qreal page = 0;
    };
    [[nodiscard]] Cut cut(int number) const;
    [[nodiscard]] Cut topOf(int stretch) const;
    [[nodiscard]] Cut bottomOf(int stretch) const;
    [[nodiscard]] qreal between(int nearby, qreal place, qreal Cut::*from, qreal Cut::*to) const;

    const MarkdownEdit &m_text;
    const PreviewView &m_page;
    Cut m_whole;       ///< the height of each
    Cut m_farthest;    ///< of the scroll bars
    int m_last;        ///< cut
    qreal m_head = 0;  ///< what the page has above its text, px
    qreal m_slope = 1; ///< px of text over which the page catches up with that
};

} // namespace Weeknotes
