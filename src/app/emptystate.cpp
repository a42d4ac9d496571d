// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/emptystate.h"

#include "style/typography.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Weeknotes {

EmptyState::EmptyState(QWidget *parent)
    : QWidget(parent)
    , m_head(new QLabel(this))
    , m_line(new QLabel(this))
    , m_button(new QPushButton(this))
    , m_others{new QPushButton(this), new QPushButton(this)}
{
    setProperty("role", u"paper"_s);
    setAttribute(Qt::WA_StyledBackground);
    m_head->setProperty("role", u"display"_s);
    m_line->setProperty("role", u"second"_s);
    m_button->setProperty("role", u"primary"_s);
    for (QLabel *label : {m_head, m_line}) {
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    connect(m_button, &QPushButton::clicked, this, &EmptyState::chosen);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8 * Metrics::step, 8 * Metrics::step, 8 * Metrics::step, 8 * Metrics::step);
    column->setSpacing(2 * Metrics::step);
    column->addStretch(2);
    column->addWidget(m_head);
    column->addWidget(m_line);
    column->addSpacing(3 * Metrics::step);
    column->addWidget(m_button, 0, Qt::AlignHCenter);
    for (int i = 0; QPushButton * other : m_others) {
        column->addWidget(other, 0, Qt::AlignHCenter);
        connect(other, &QPushButton::clicked, this, [this, index = i++] { Q_EMIT otherChosen(index); });
    }
    column->addStretch(3);
    setFocusProxy(m_button);
}

void EmptyState::setWords(const QString &head, const QString &line, const QString &button, const QStringList &others)
{
    m_head->setText(head);
    m_line->setText(line);
    m_button->setText(button);
    m_button->setVisible(!button.isEmpty());
    for (int i = 0; QPushButton * other : m_others) {
        const QString words = others.value(i++);
        other->setText(words);
        other->setVisible(!words.isEmpty());
    }
}

} // namespace Weeknotes
