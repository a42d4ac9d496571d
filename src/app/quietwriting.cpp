// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/quietwriting.h"

#include "app/announce.h"
#include "app/appsettings.h"
#include "app/hiddenbar.h"
#include "app/windowactions.h"
#include "editor/markdownedit.h"
#include "style/typography.h"

#include <QAction>
#include <QKeyEvent>
#include <QLabel>

#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Weeknotes {
namespace {

constexpr auto hintTime = 6s; // to read a line

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
    , m_hint(new QLabel(above.parentWidget()))
    , m_actions(actions)
{
    m_hint->setProperty("role", u"hint"_s);
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setAttribute(Qt::WA_TransparentForMouseEvents);
    m_hint->hide();
    m_saidLongEnough.setSingleShot(true);
    m_saidLongEnough.setInterval(hintTime);
    connect(&m_saidLongEnough, &QTimer::timeout, m_hint, &QWidget::hide);
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
        m_hint->hide();
}

void QuietWriting::sayHowToLeave()
{
    const auto name = [](const QKeySequence &keys) { return keys.toString(QKeySequence::NativeText); };
    showHint(tr("%1 or %2 leaves full screen").arg(name(Qt::Key_Escape), name(m_actions.fullScreen->shortcut())));
    announce(&m_window, m_hint->text());
}

void QuietWriting::say(const QString &sentence)
{
    if (m_quiet)
        showHint(sentence);
}

void QuietWriting::showHint(const QString &sentence)
{
    m_hint->setText(sentence);
    m_hint->adjustSize();
    placeHint();
    m_hint->show();
    m_hint->raise();
    m_saidLongEnough.start();
}

/// In the room above the text, which it does not cover.
void QuietWriting::placeHint()
{
    m_hint->move((m_hint->parentWidget()->width() - m_hint->width()) / 2, Metrics::step);
}

bool QuietWriting::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::WindowStateChange) { // whoever asked for it
        m_actions.fullScreen->setChecked(m_window.isFullScreen());
        showBars();
    } else if (event->type() == QEvent::Resize) {
        placeHint();
    } else if (isEscape(*event) && m_window.isFullScreen()) { // nobody else took it
        m_actions.fullScreen->trigger();
        return true;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace Weeknotes
