// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/hiddenbar.h"

#include "style/typography.h"

#include <QAction>
#include <QApplication>
#include <QBoxLayout>
#include <QKeyEvent>
#include <QMenu>

#include <utility>

namespace Weeknotes {

HiddenBar::HiddenBar(QWidget &bar, QAction &openMenu)
    : QObject(&bar), m_bar(bar), m_openMenu(openMenu), m_edge(new QWidget(bar.parentWidget()))
{
    m_edge->hide();
    connect(&openMenu, &QAction::triggered, this, &HiddenBar::come);
    connect(qApp, &QApplication::focusChanged, this, &HiddenBar::leave);
}

void HiddenBar::setHidden(bool hidden)
{
    if (std::exchange(m_hidden, hidden) == hidden)
        return;
    auto *column = static_cast<QBoxLayout *>(m_bar.parentWidget()->layout());
    m_altAlone = false;
    m_edge->setVisible(hidden);
    m_bar.setVisible(!hidden);
    if (hidden) {
        column->removeWidget(&m_bar); // so that it moves nothing when it comes
        place();
        qApp->installEventFilter(this);
    } else {
        column->insertWidget(0, &m_bar);
        qApp->removeEventFilter(this);
    }
}

void HiddenBar::come()
{
    if (!m_hidden)
        return;
    place();
    m_bar.show();
    m_bar.raise();
}

void HiddenBar::leave()
{
    if (!m_hidden)
        return;
    const bool used = m_bar.underMouse() || m_edge->underMouse() || QApplication::activePopupWidget() ||
                      m_bar.isAncestorOf(QApplication::focusWidget());
    if (!used)
        m_bar.hide();
}

void HiddenBar::place()
{
    const int width = m_bar.parentWidget()->width();
    m_edge->setGeometry(0, 0, width, Metrics::step);
    m_edge->raise();
    m_bar.setGeometry(0, 0, width, m_bar.sizeHint().height());
}

bool HiddenBar::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_edge && event->type() == QEvent::Enter)
        come();
    else if ((watched == &m_bar && event->type() == QEvent::Leave) ||
             (event->type() == QEvent::Hide && qobject_cast<QMenu *>(watched)))
        QMetaObject::invokeMethod(this, &HiddenBar::leave, Qt::QueuedConnection); // when that is done
    else if (watched == m_bar.parentWidget() && event->type() == QEvent::Resize)
        place();
    const bool isOurs = m_bar.window()->isActiveWindow() && !QApplication::activePopupWidget();
    if (watchAlt(*event) && isOurs)
        m_openMenu.trigger();
    return QObject::eventFilter(watched, event);
}

/// Whether Alt was pressed and let go, and nothing was done with it.
bool HiddenBar::watchAlt(const QEvent &event)
{
    switch (event.type()) {
    case QEvent::ShortcutOverride: // comes first, for what becomes a shortcut too
    case QEvent::KeyPress: {
        const auto &key = static_cast<const QKeyEvent &>(event);
        m_altAlone = key.key() == Qt::Key_Alt && (key.modifiers() & ~Qt::AltModifier) == Qt::NoModifier;
        return false;
    }
    case QEvent::KeyRelease:
        return static_cast<const QKeyEvent &>(event).key() == Qt::Key_Alt && std::exchange(m_altAlone, false);
    case QEvent::MouseButtonPress:
    case QEvent::Wheel:
    case QEvent::WindowDeactivate:
        m_altAlone = false;
        return false;
    default:
        return false;
    }
}

} // namespace Weeknotes
