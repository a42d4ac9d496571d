// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QAction;
class QWidget;

namespace Weeknotes {

/// A bar at a window's upper edge that can go away and still be reached: it comes over what is there, which stays where
/// it is, when the pointer comes to that edge, and for the menu, which the Alt key alone opens then. It leaves with
/// pointer, menu and keyboard. UI thread only.
class HiddenBar : public QObject
{
    Q_OBJECT

public:
    /// `bar`, its owner, is the first in the column of its parent; `openMenu`, which must outlive it, opens the menu in
    /// it.
    HiddenBar(QWidget &bar, QAction &openMenu);

    void setHidden(bool hidden);

protected:
    /// Of the whole program, while the bar is hidden.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void come();
    void leave();
    void place();
    [[nodiscard]] bool watchAlt(const QEvent &event);

    QWidget &m_bar;
    QAction &m_openMenu;
    QWidget *m_edge; ///< sees the pointer come
    bool m_hidden = false;
    bool m_altAlone = false; ///< it is down, and nothing came after it
};

} // namespace Weeknotes
