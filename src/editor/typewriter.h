// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QVariantAnimation>

class QTextEdit;

namespace Weeknotes {

class RoomyScrollBar;

/// Holds the line that is being written at one height of its view, and lets the text move beneath it, as the paper of a
/// typewriter does. The room that the first and the last line need for it is one of the scroll bar, which goes below 0
/// and beyond the text then: the document hears of nothing. Off at first. UI thread only.
class Typewriter : public QObject
{
    Q_OBJECT

public:
    /// Gives `view` another vertical scroll bar, so it comes before whatever listens to that. `view` owns this.
    explicit Typewriter(QTextEdit &view);

    void setOn(bool on);
    /// Something was typed: the line comes to its height, from afar within a moment.
    void follow();
    /// It comes there at once.
    void place();
    /// Whether it is there, in the height that the view had when it was fitted last.
    [[nodiscard]] bool isInPlace() const;
    /// The view has another height.
    void fit();

private:
    [[nodiscard]] int target() const;
    [[nodiscard]] int duration() const;

    QTextEdit &m_view;
    RoomyScrollBar *m_bar; ///< the view's
    QVariantAnimation m_glide;
    int m_height = 0; ///< of the line's middle, px from the view's top
    bool m_on = false;
};

} // namespace Weeknotes
