// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/webbar.h"

#include "app/linkcheck.h"
#include "style/typography.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Weeknotes {

WebBar::WebBar(QLabel *title, LinkCheck &links, const QList<WebTask *> &tasks, QWidget *parent)
    : QWidget(parent)
    , m_links(links)
    , m_tasks(tasks)
    , m_line(new QHBoxLayout)
    , m_button(new QPushButton(tr("Check links"), this))
    , m_words(new QLabel(this))
{
    m_button->setProperty("role", u"link"_s);
    m_button->setToolTip(tr("Ask the web whether the links of this note are still there"));
    m_words->setProperty("role", u"second"_s);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setWordWrap(true);
    m_words->setContentsMargins(0, 0, 0, Metrics::step);
    m_words->hide();
    m_line->setContentsMargins({});
    m_line->setSpacing(2 * Metrics::step);
    m_line->addWidget(title, 1);
    m_line->addWidget(m_button);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addLayout(m_line);
    column->addWidget(m_words);

    connect(m_button, &QPushButton::clicked, this, [this] {
        const auto running = std::ranges::find_if(m_tasks, &WebTask::isRunning);
        if (running == m_tasks.end())
            m_links.start();
        else
            (*running)->stop();
    });
    for (WebTask *task : tasks) {
        connect(task, &WebTask::changed, this, [this, task] { show(*task); });
        if (!task->words().isEmpty())
            show(*task);
    }
}

void WebBar::addButton(QWidget *button)
{
    m_line->addWidget(button);
}

void WebBar::show(const WebTask &task)
{
    const bool isBusy = std::ranges::any_of(m_tasks, &WebTask::isRunning);
    m_button->setText(isBusy ? tr("Stop") : tr("Check links"));
    m_words->setText(task.words());
    m_words->setVisible(!task.words().isEmpty());
}

} // namespace Weeknotes
