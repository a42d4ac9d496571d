// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/rightweek.h"

#include "app/settingsdialog.h"
#include "app/windowactions.h"

#include <QAction>

namespace Weeknotes {

RightWeek::RightWeek(Session &session, const WindowActions &actions, QWidget *window)
    : QObject(window), m_session(session), m_actions(actions), m_window(window)
{
    connect(actions.settings, &QAction::triggered, this, &RightWeek::showSettings);
    for (const auto changed : {&Session::opening, &Session::opened})
        connect(&session, changed, this, &RightWeek::showPossible);
    showPossible();
}

void RightWeek::showPossible()
{
    m_actions.settings->setEnabled(m_session.isOpen());
}

void RightWeek::showSettings()
{
    auto *dialog = new SettingsDialog(m_session, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace Weeknotes
