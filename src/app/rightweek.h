// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session.h"

class QWidget;

namespace Weeknotes {

struct WindowActions;

/// What the window does for the right week and the right number: the settings. Belongs to the window; UI thread only.
class RightWeek : public QObject
{
    Q_OBJECT

public:
    /// All must outlive it.
    RightWeek(Session &session, const WindowActions &actions, QWidget *window);

private:
    void showPossible();
    void showSettings();

    Session &m_session;
    const WindowActions &m_actions;
    QWidget *m_window;
};

} // namespace Weeknotes
