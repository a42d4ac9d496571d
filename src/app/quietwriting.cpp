// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/quietwriting.h"

#include "app/appsettings.h"
#include "app/windowactions.h"
#include "editor/markdownedit.h"

#include <QAction>
#include <QEvent>

namespace Weeknotes {

QuietWriting::QuietWriting(QWidget &window, QWidget &above, QWidget &below, MarkdownEdit &editor,
                           const WindowActions &actions, AppSettings &settings)
    : QObject(&window), m_window(window), m_above(above), m_below(below), m_actions(actions)
{
    connect(actions.dimOthers, &QAction::toggled, &editor, &MarkdownEdit::setDimsOthers);
    actions.dimOthers->setChecked(settings.dimsOthers());
    connect(actions.dimOthers, &QAction::triggered, this, [&settings](bool dims) { settings.setDimsOthers(dims); });
    connect(actions.typewriter, &QAction::toggled, &editor, &MarkdownEdit::setTypewriter);
    actions.typewriter->setChecked(settings.typewriter());
    connect(actions.typewriter, &QAction::triggered, this, [&settings](bool on) { settings.setTypewriter(on); });
    connect(actions.fullScreen, &QAction::triggered, this, &QuietWriting::fillScreen);
    connect(actions.focus, &QAction::toggled, this, &QuietWriting::showBars);
    // Both stand in a bar, which comes back for them.
    for (const QAction *action : {actions.search, actions.openMenu})
        connect(action, &QAction::triggered, this, [this] { m_actions.focus->setChecked(false); });
    window.installEventFilter(this);
}

void QuietWriting::fillScreen(bool full)
{
    if (full)
        m_wasFocused = m_actions.focus->isChecked();
    m_actions.focus->setChecked(full || m_wasFocused);
    m_window.setWindowState(full ? m_window.windowState() | Qt::WindowFullScreen
                                 : m_window.windowState() & ~Qt::WindowFullScreen);
}

void QuietWriting::showBars()
{
    const bool quiet = m_window.isFullScreen() && m_actions.focus->isChecked();
    m_above.setVisible(!quiet);
    m_below.setVisible(!quiet);
}

bool QuietWriting::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::WindowStateChange) { // whoever asked for it
        m_actions.fullScreen->setChecked(m_window.isFullScreen());
        showBars();
    }
    return QObject::eventFilter(watched, event);
}

} // namespace Weeknotes
