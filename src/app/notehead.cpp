// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notehead.h"

#include "app/growingline.h"
#include "app/notedetails.h"
#include "insight/titleweek.h"
#include "style/typography.h"
#include "timeline/periodtext.h"
#include "timeline/timelinemodel.h"

#include <QFocusEvent>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Weeknotes {

NoteHead::NoteHead(QWidget *parent)
    : QWidget(parent)
    , m_details(new QPushButton(this))
    , m_title(new GrowingLine(this))
    , m_subtitle(new GrowingLine(this))
{
    setProperty("role", u"paper"_s);
    setAttribute(Qt::WA_StyledBackground);
    m_details->setProperty("role", u"details"_s);
    m_details->setToolTip(tr("Number, kind, days, status and more"));
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
    column->addSpacing(Metrics::step);
    column->addWidget(m_subtitle);
    setColumn(0, 0);

    connect(m_details, &QPushButton::clicked, this, &NoteHead::showDetails);
    m_title->installEventFilter(this);
    connect(m_title, &GrowingLine::lineEdited, this, &NoteHead::takeTitle);
    connect(m_subtitle, &GrowingLine::lineEdited, this, &NoteHead::takeSubtitle);
    connect(m_title, &GrowingLine::returnPressed, m_subtitle, qOverload<>(&QWidget::setFocus));
    connect(m_title, &GrowingLine::downPressed, m_subtitle, qOverload<>(&QWidget::setFocus));
    connect(m_subtitle, &GrowingLine::returnPressed, this, &NoteHead::textRequested);
    connect(m_subtitle, &GrowingLine::downPressed, this, &NoteHead::textRequested);
    connect(m_subtitle, &GrowingLine::upPressed, m_title, qOverload<>(&QWidget::setFocus));
}

NoteHead::~NoteHead()
{
    closeDetails(); // a child goes later, and what it says last would come to members that are gone
}

void NoteHead::setFields(const NoteFields &fields)
{
    if (fields != m_fields)
        closeDetails(); // they show, and would write back, what was there before
    m_fields = fields;
    if (m_title->line() != fields.title)
        m_title->setLine(fields.title);
    if (m_subtitle->line() != fields.subtitle)
        m_subtitle->setLine(fields.subtitle);
    showSummary();
}

void NoteHead::setNote(const NoteId &id)
{
    if (id != m_note)
        closeDetails();
    m_note = id;
    m_taken = {};
}

void NoteHead::closeDetails()
{
    if (!m_popup)
        return;
    m_popup->disconnect(this);
    m_popup->close();
}

void NoteHead::setShelf(const Shelf &shelf)
{
    m_shelf = &shelf;
    m_numbers = shelf.numbers();
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
    m_title->moveCursor(QTextCursor::End);
}

void NoteHead::showDetails()
{
    if (!m_shelf)
        return;
    auto *details = new NoteDetails(m_fields, m_note, *m_shelf, this);
    details->setAttribute(Qt::WA_DeleteOnClose);
    m_popup = details;
    connect(details, &NoteDetails::edited, this, [this](const NoteFields &fields) {
        m_fields = fields;
        if (m_title->line() != fields.title)
            m_title->setLine(fields.title);
        showSummary();
        Q_EMIT edited(m_fields);
    });
    connect(details, &NoteDetails::left, this, [this, before = m_fields] {
        if (m_fields != before)
            Q_EMIT detailsChanged(before, m_fields);
    });
    const int indent = layoutDirection() == Qt::RightToLeft ? m_details->width() - details->sizeHint().width() : 0;
    details->popUp(m_details->mapToGlobal(QPoint(indent, m_details->height() + Metrics::step)));
}

void NoteHead::takeTitle(const QString &title)
{
    m_fields.title = title;
    // As long as it is only what the title said a moment ago; a number that was entered is offered another one at most.
    const bool mayTake = m_fields.kind != NoteKind::Post && m_fields.number == m_taken;
    if (mayTake && m_shelf) {
        m_taken = numberSaid(title, m_shelf->timeline().titlePattern);
        m_fields.number = m_taken;
        showSummary();
    }
    Q_EMIT edited(m_fields);
}

void NoteHead::takeSubtitle(const QString &subtitle)
{
    m_fields.subtitle = subtitle;
    Q_EMIT edited(m_fields);
}

bool NoteHead::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_title && event->type() == QEvent::FocusOut) {
        const auto reason = static_cast<QFocusEvent *>(event)->reason();
        if (reason != Qt::PopupFocusReason && reason != Qt::ActiveWindowFocusReason)
            Q_EMIT titleLeft();
    }
    return QWidget::eventFilter(watched, event);
}

void NoteHead::showSummary()
{
    QStringList parts;
    if (!m_fields.number.isEmpty())
        parts << m_numbers.text(m_fields.number, m_fields.title);
    parts << (m_fields.covers ? periodText(*m_fields.covers, QLocale(), m_shelf ? m_shelf->today() : QDate())
                              : tr("no period"));
    if (m_fields.kind != NoteKind::Weeknote)
        parts << kindName(m_fields.kind);
    parts << statusName(m_fields.status).toLower();
    m_details->setText(parts.join(u"  ·  "_s));
    m_details->setAccessibleName(tr("Details: %1").arg(parts.join(", "_L1)));
}

} // namespace Weeknotes
