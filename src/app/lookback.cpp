// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lookback.h"

#include "app/appsettings.h"
#include "app/lookbackpage.h"
#include "app/session.h"
#include "style/typography.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Weeknotes {
namespace {

/// What the settings call a page: no words, which another language would change.
QString keyOf(const LookBackPage *page)
{
    return QString::fromLatin1(page->metaObject()->className()).section(u':', -1);
}

} // namespace

LookBack::LookBack(Session &session, AppSettings &settings, QWidget *parent)
    : QWidget(parent), m_settings(settings), m_tabs(new QTabBar(this)), m_stack(new QStackedWidget(this))
{
    setProperty("role", u"page"_s);
    setAttribute(Qt::WA_StyledBackground);
    setAccessibleName(tr("Look back"));
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setAccessibleName(tr("Ways to look back"));
    auto *line = new QFrame(this);
    line->setProperty("role", u"hairline"_s);
    line->setFrameShape(QFrame::HLine);
    auto *row = new QHBoxLayout; // the words of the first tab stand above those below
    row->setContentsMargins(Metrics::step, 0, Metrics::step, 0);
    row->addWidget(m_tabs);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addLayout(row);
    column->addWidget(line);
    column->addWidget(m_stack, 1);
    setFocusProxy(m_tabs);

    m_soon.setSingleShot(true); // several things may change in a row
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, &LookBack::refreshShown);
    connect(m_tabs, &QTabBar::currentChanged, this, &LookBack::showTab);
    connect(&session, &Session::shelfChanged, this, &LookBack::forget);
    connect(&session, &Session::noteChanged, this, &LookBack::forget);
}

void LookBack::addPage(LookBackPage *page)
{
    connect(page, &LookBackPage::noteActivated, this, &LookBack::noteActivated);
    const QString last = m_settings.lookBackPage();
    m_stale.push_back(true);
    m_stack->addWidget(page);
    const int tab = m_tabs->addTab(page->name());
    if (keyOf(page) == last)
        m_tabs->setCurrentIndex(tab);
}

LookBackPage *LookBack::page() const
{
    return qobject_cast<LookBackPage *>(m_stack->currentWidget());
}

void LookBack::showTab(int tab)
{
    m_stack->setCurrentIndex(tab);
    if (isVisible() && page())
        m_settings.setLookBackPage(keyOf(page()));
    refreshShown();
}

void LookBack::forget()
{
    m_stale.assign(m_stale.size(), true);
    m_soon.start();
}

void LookBack::refreshShown()
{
    const int tab = m_stack->currentIndex();
    if (!isVisible() || tab < 0 || !m_stale[size_t(tab)])
        return;
    m_stale[size_t(tab)] = false;
    page()->refresh();
}

void LookBack::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refreshShown();
}

void LookBack::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Escape)
        return QWidget::keyPressEvent(event);
    auto *field = qobject_cast<QLineEdit *>(focusWidget());
    if (field && !field->text().isEmpty())
        field->clear();
    else
        Q_EMIT left();
}

} // namespace Weeknotes
