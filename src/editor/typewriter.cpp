// SPDX-License-Identifier: GPL-3.0-or-later
#include "editor/typewriter.h"

#include <QScrollBar>
#include <QStyle>
#include <QTextEdit>

#include <algorithm>
#include <cstdlib>

namespace Weeknotes {

namespace {

constexpr double share = 0.45; // of the view above the line
constexpr int longest = 120;   // ms
constexpr int nearby = 2;      // lines: so far it goes at once, as all text does when a line is full

} // namespace

/// Has room before and behind what QTextEdit says the text takes.
class RoomyScrollBar final : public QScrollBar
{
public:
    explicit RoomyScrollBar(QWidget *parent) : QScrollBar(Qt::Vertical, parent) {}

    void setRoom(int above, int below)
    {
        const int text = maximum() - m_below;
        m_above = above;
        m_below = below;
        setRange(-above, text + below);
    }

protected:
    void sliderChange(SliderChange change) override
    {
        // Before anybody is told of it, and before the value is held within it. QTextEdit begins at 0, and only it
        // does.
        if (change == SliderRangeChange && m_above > 0 && minimum() == 0)
            setRange(-m_above, maximum() + m_below);
        else
            QScrollBar::sliderChange(change);
    }

private:
    int m_above = 0;
    int m_below = 0;
};

Typewriter::Typewriter(QTextEdit &view) : m_view(view), m_bar(new RoomyScrollBar(&view))
{
    view.setVerticalScrollBar(m_bar);
    m_glide.setEasingCurve(QEasingCurve::OutCubic);
    connect(&m_glide, &QVariantAnimation::valueChanged, this,
            [this](const QVariant &value) { m_bar->setValue(value.toInt()); });
    connect(m_bar, &QAbstractSlider::actionTriggered, &m_glide, &QAbstractAnimation::stop); // the person scrolls
}

void Typewriter::setOn(bool on)
{
    m_on = on;
    m_glide.stop();
    fit();
    follow();
}

void Typewriter::fit()
{
    const int view = m_view.viewport()->height();
    m_height = int(share * view);
    if (m_on)
        m_bar->setRoom(std::max(m_height, 1), view - m_height);
    else
        m_bar->setRoom(0, 0);
}

int Typewriter::target() const
{
    return m_bar->value() + m_view.cursorRect().center().y() - m_height;
}

bool Typewriter::isInPlace() const
{
    return m_on && std::abs(target() - m_bar->value()) <= 1;
}

void Typewriter::place()
{
    if (!m_on)
        return;
    m_glide.stop();
    m_bar->setValue(target());
}

void Typewriter::follow()
{
    const int way = std::abs(target() - m_bar->value());
    if (!m_on || way <= nearby * m_view.cursorRect().height() || duration() == 0)
        return place();
    m_glide.setEndValue(target());
    if (m_glide.state() == QAbstractAnimation::Running) // on its way, it goes on to where the line is by now
        return;
    m_glide.setStartValue(m_bar->value());
    m_glide.setDuration(duration());
    m_glide.start();
}

int Typewriter::duration() const
{
    return std::min(m_view.style()->styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, &m_view), longest);
}

} // namespace Weeknotes
