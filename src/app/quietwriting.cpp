// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/quietwriting.h"

#include "app/appsettings.h"
#include "app/hiddenbar.h"
#include "app/windowactions.h"
#include "editor/markdownedit.h"
#include "style/typography.h"

#include <QAccessible>
#include <QAction>
#include <QKeyEvent>
#include <QLabel>

#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Weeknotes {
namespace {

constexpr auto wayOutTime = 4s; // to read a line

bool isEscape(const QEvent &event)
{
    return event.type() == QEvent::KeyPress &&
           static_cast<const QKeyEvent &>(event).keyCombination() == QKeyCombination(Qt::Key_Escape);
}

} // namespace

QuietWriting::QuietWriting(QWidget &window, QWidget &above, QWidget &below, MarkdownEdit &editor,
                           const WindowActions &actions, AppSettings &settings)
    : QObject(&window)
    , m_window(window)
    , m_above(new HiddenBar(above, *actions.openMenu))
    , m_below(below)
    , m_wayOut(new QLabel(above.parentWidget()))
    , m_actions(actions)
{
    m_wayOut->setProperty("role", u"hint"_s);
    m_wayOut->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_wayOut->hide();
    m_saidLongEnough.setSingleShot(true);
    m_saidLongEnough.setInterval(wayOutTime);
    connect(&m_saidLongEnough, &QTimer::timeout, m_wayOut, &QWidget::hide);
    connect(actions.dimOthers, &QAction::toggled, &editor, &MarkdownEdit::setDimsOthers);
    actions.dimOthers->setChecked(settings.dimsOthers());
    connect(actions.dimOthers, &QAction::triggered, this, [&settings](bool dims) { settings.setDimsOthers(dims); });
    connect(actions.typewriter, &QAction::toggled, &editor, &MarkdownEdit::setTypewriter);
    actions.typewriter->setChecked(settings.typewriter());
    connect(actions.typewriter, &QAction::triggered, this, [&settings](bool on) { settings.setTypewriter(on); });
    connect(actions.fullScreen, &QAction::triggered, this, &QuietWriting::fillScreen);
    connect(actions.focus, &QAction::toggled, this, &QuietWriting::showBars);
    // It stands in a bar, which comes back for it.
    connect(actions.search, &QAction::triggered, this, [this] { m_actions.focus->setChecked(false); });
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
    m_above->setHidden(quiet);
    m_below.setVisible(!quiet);
    if (std::exchange(m_quiet, quiet) == quiet)
        return;
    if (quiet)
        sayHowToLeave();
    else
        m_wayOut->hide();
}

void QuietWriting::sayHowToLeave()
{
    const auto name = [](const QKeySequence &keys) { return keys.toString(QKeySequence::NativeText); };
    m_wayOut->setText(
        tr("%1 or %2 leaves full screen").arg(name(Qt::Key_Escape), name(m_actions.fullScreen->shortcut())));
    m_wayOut->adjustSize();
    placeWayOut();
    m_wayOut->show();
    m_wayOut->raise();
    m_saidLongEnough.start();
    QAccessibleAnnouncementEvent announcement(&m_window, m_wayOut->text());
    QAccessible::updateAccessibility(&announcement);
}

/// In the room above the text, which it does not cover.
void QuietWriting::placeWayOut()
{
    m_wayOut->move((m_wayOut->parentWidget()->width() - m_wayOut->width()) / 2, Metrics::step);
}

bool QuietWriting::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::WindowStateChange) { // whoever asked for it
        m_actions.fullScreen->setChecked(m_window.isFullScreen());
        showBars();
    } else if (event->type() == QEvent::Resize) {
        placeWayOut();
    } else if (isEscape(*event) && m_window.isFullScreen()) { // nobody else took it
        m_actions.fullScreen->trigger();
        return true;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace Weeknotes
