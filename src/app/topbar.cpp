// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/topbar.h"

#include "app/searchfield.h"
#include "app/windowactions.h"
#include "style/typography.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace Weeknotes {
namespace {

// Below these widths of the window a part goes, px.
constexpr int roomForFocus = 980;
constexpr int roomForDays = 900;
constexpr int roomForThisWeek = 760;

} // namespace

TopBar::TopBar(const WindowActions &actions, QMenu *menu, QWidget *parent)
    : QWidget(parent)
    , m_previous(addButton(actions.previousWeek))
    , m_week(new QLabel(this))
    , m_days(new QLabel(this))
    , m_next(addButton(actions.nextWeek))
    , m_thisWeek(addButton(actions.thisWeek))
    , m_search(new SearchField(this))
    , m_focus(addButton(actions.focus))
    , m_publish(addButton(actions.publish, u"primary"_s))
    , m_menu(new QToolButton(this))
{
    setProperty("role", u"bar"_s);
    setAttribute(Qt::WA_StyledBackground);
    m_week->setProperty("role", u"heading"_s);
    m_days->setProperty("role", u"second"_s);
    // Of the actions, since a button takes its text from them anew whenever one changes.
    actions.previousWeek->setIconText(u"‹"_s);
    actions.nextWeek->setIconText(u"›"_s);
    m_previous->setAccessibleName(tr("Previous week"));
    m_next->setAccessibleName(tr("Next week"));
    m_menu->setText(tr("Menu"));
    m_menu->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_menu->setMenu(menu);
    m_menu->setPopupMode(QToolButton::InstantPopup);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(3 * Metrics::step, 2 * Metrics::step, 3 * Metrics::step, 2 * Metrics::step);
    row->setSpacing(2 * Metrics::step);
    // What is clicked stands before the words, whose length changes from week to week.
    row->addWidget(m_previous);
    row->addWidget(m_next);
    row->addWidget(m_thisWeek);
    row->addSpacing(Metrics::step);
    auto *words = new QWidget(this);
    words->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // the search stands still beside them
    auto *week = new QHBoxLayout(words);
    week->setContentsMargins({});
    week->setSpacing(2 * Metrics::step);
    week->addWidget(m_week);
    week->addWidget(m_days, 1);
    m_days->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_days->installEventFilter(this);
    row->addWidget(words, 3);
    row->addWidget(m_search, 3);
    row->addStretch(1);
    row->addWidget(m_focus);
    row->addWidget(m_publish);
    row->addWidget(m_menu);
}

void TopBar::showWeek(const QString &name, const QString &days)
{
    m_week->setText(name);
    m_daysText = days;
    elideDays();
}

void TopBar::elideDays()
{
    m_days->setText(m_days->fontMetrics().elidedText(m_daysText, Qt::ElideRight, m_days->width()));
    m_days->setAlignment((isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute | Qt::AlignVCenter);
    m_days->setAccessibleName(m_daysText);
    m_days->setToolTip(m_days->text() == m_daysText ? QString() : m_daysText);
}

bool TopBar::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        elideDays();
    return QWidget::eventFilter(watched, event);
}

const QMenu &TopBar::menu() const
{
    return *m_menu->menu();
}

void TopBar::openMenu()
{
    // A menu of its own accord, not by the button, gives the keyboard back to whoever had it.
    QMenu *menu = m_menu->menu();
    const int shift = isRightToLeft() ? 0 : m_menu->width() - menu->sizeHint().width();
    menu->popup(m_menu->mapToGlobal(QPoint(shift, m_menu->height())));
}

void TopBar::resizeEvent(QResizeEvent *event)
{
    m_focus->setVisible(width() >= roomForFocus);
    m_days->setVisible(width() >= roomForDays);
    m_thisWeek->setVisible(width() >= roomForThisWeek);
    QWidget::resizeEvent(event);
}

QToolButton *TopBar::addButton(QAction *action, const QString &role)
{
    auto *button = new QToolButton(this);
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setFocusPolicy(Qt::StrongFocus);
    if (!role.isEmpty())
        button->setProperty("role", role);
    return button;
}

} // namespace Weeknotes
