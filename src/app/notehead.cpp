// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notehead.h"

#include "app/notedetails.h"
#include "style/typography.h"
#include "timeline/periodtext.h"
#include "timeline/timelinemodel.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Weeknotes {

NoteHead::NoteHead(QWidget *parent)
    : QWidget(parent), m_details(new QPushButton(this)), m_title(new QLineEdit(this)), m_subtitle(new QLineEdit(this))
{
    setProperty("role", u"paper"_s);
    setAttribute(Qt::WA_StyledBackground);
    m_details->setProperty("role", u"details"_s);
    m_details->setToolTip(tr("Number, kind, period, status, author and tags"));
    m_title->setProperty("role", u"title"_s);
    m_title->setPlaceholderText(tr("Title"));
    m_title->setAccessibleName(tr("Title"));
    m_subtitle->setProperty("role", u"subtitle"_s);
    m_subtitle->setPlaceholderText(tr("Subtitle"));
    m_subtitle->setAccessibleName(tr("Subtitle"));

    auto *column = new QVBoxLayout(this);
    column->setSpacing(0);
    column->addWidget(m_details, 0, Qt::AlignLeft);
    column->addSpacing(Metrics::step);
    column->addWidget(m_title);
    column->addWidget(m_subtitle);
    setColumn(0, 0);

    connect(m_details, &QPushButton::clicked, this, &NoteHead::showDetails);
    connect(m_title, &QLineEdit::textEdited, this, [this](const QString &text) { takeLine(&NoteFields::title, text); });
    connect(m_subtitle, &QLineEdit::textEdited, this,
            [this](const QString &text) { takeLine(&NoteFields::subtitle, text); });
    connect(m_title, &QLineEdit::returnPressed, m_subtitle, qOverload<>(&QWidget::setFocus));
    connect(m_subtitle, &QLineEdit::returnPressed, this, &NoteHead::textRequested);
    m_title->installEventFilter(this);
    m_subtitle->installEventFilter(this);
}

void NoteHead::setFields(const NoteFields &fields)
{
    if (m_popup && fields != m_fields)
        m_popup->close(); // it shows, and would write back, what was there before
    m_fields = fields;
    if (m_title->text() != fields.title)
        m_title->setText(fields.title);
    if (m_subtitle->text() != fields.subtitle)
        m_subtitle->setText(fields.subtitle);
    m_title->setCursorPosition(0);
    m_subtitle->setCursorPosition(0);
    showSummary();
}

void NoteHead::setReadOnly(bool readOnly)
{
    m_title->setReadOnly(readOnly);
    m_subtitle->setReadOnly(readOnly);
    m_details->setEnabled(!readOnly);
}

void NoteHead::setColumn(int left, int right)
{
    layout()->setContentsMargins(left, 8 * Metrics::step, right, Metrics::step);
}

void NoteHead::focusTitle()
{
    m_title->setFocus();
    m_title->end(false);
}

void NoteHead::showDetails()
{
    auto *details = new NoteDetails(m_fields, m_today, this);
    details->setAttribute(Qt::WA_DeleteOnClose);
    m_popup = details;
    connect(details, &NoteDetails::edited, this, [this](const NoteFields &fields) {
        m_fields = fields;
        showSummary();
        Q_EMIT edited(m_fields);
    });
    details->popUp(m_details->mapToGlobal(QPoint(0, m_details->height() + Metrics::step)));
}

bool NoteHead::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return false;
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (key == Qt::Key_Down && watched == m_title)
        m_subtitle->setFocus();
    else if (key == Qt::Key_Down)
        Q_EMIT textRequested();
    else if (key == Qt::Key_Up && watched == m_subtitle)
        m_title->setFocus();
    else
        return false;
    return true;
}

void NoteHead::takeLine(QString NoteFields::*field, const QString &text)
{
    m_fields.*field = text;
    Q_EMIT edited(m_fields);
}

void NoteHead::showSummary()
{
    QStringList parts;
    if (!m_fields.number.isEmpty())
        parts << m_fields.number.toString();
    parts << (m_fields.covers ? periodText(*m_fields.covers, QLocale(), m_today) : tr("no period"));
    if (m_fields.kind != NoteKind::Weeknote)
        parts << kindName(m_fields.kind);
    parts << statusName(m_fields.status).toLower();
    m_details->setText(parts.join(u"  ·  "_s));
    m_details->setAccessibleName(tr("Details: %1").arg(parts.join(", "_L1)));
}

} // namespace Weeknotes
