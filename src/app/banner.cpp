// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/banner.h"

#include "app/announce.h"
#include "app/role.h"
#include "style/typography.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace Weeknotes {

Banner::Banner(QWidget *parent) : QFrame(parent), m_text(new QLabel(this)), m_row(new QHBoxLayout(this))
{
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_row->setContentsMargins(4 * Metrics::step, 2 * Metrics::step, 2 * Metrics::step, 2 * Metrics::step);
    m_row->setSpacing(2 * Metrics::step);
    m_row->addWidget(m_text, 1);
    hide();
}

void Banner::stack()
{
    m_row->setDirection(QBoxLayout::TopToBottom);
    m_row->setSpacing(Metrics::step);
}

void Banner::say(const QString &text, const std::vector<Choice> &choices)
{
    for (QWidget *button : std::exchange(m_buttons, {})) {
        button->hide();
        button->deleteLater(); // this may be an answer to its click
    }
    m_text->setText(text);
    m_isOfNote = false;
    setRole(this, u"banner"_s);
    for (const Choice &choice : choices) {
        auto *button = new QPushButton(choice.text, this);
        button->setProperty("role", u"link"_s);
        connect(button, &QPushButton::clicked, this, [this, chosen = choice.chosen] {
            dismiss();
            if (chosen)
                chosen();
        });
        const bool isStacked = m_row->direction() == QBoxLayout::TopToBottom;
        m_row->addWidget(button, 0, isStacked ? Qt::AlignLeading : Qt::Alignment());
        m_buttons << button;
    }
    show();
    announce(this, text);
}

void Banner::sayClosable(const QString &text, std::vector<Choice> choices)
{
    choices.push_back({tr("Close"), {}});
    say(text, choices);
}

void Banner::tell(const QString &text, std::vector<Choice> choices)
{
    sayClosable(text, std::move(choices));
    setRole(this, u"news"_s);
}

void Banner::sayOfNote(const QString &text, std::vector<Choice> choices)
{
    tell(text, std::move(choices));
    m_isOfNote = true;
}

void Banner::leaveNote()
{
    if (m_isOfNote)
        dismiss();
}

void Banner::dismiss()
{
    hide();
    m_text->clear();
    m_isOfNote = false;
}

QString Banner::text() const
{
    return m_text->text();
}

} // namespace Weeknotes
