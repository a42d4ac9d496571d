// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notedetails.h"

#include "app/dayfield.h"
#include "style/typography.h"
#include "timeline/timelinemodel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QScreen>

using namespace Qt::StringLiterals;

namespace Weeknotes {
NoteDetails::NoteDetails(const NoteFields &fields, QDate today, QWidget *parent, NumberHabit numbers)
    : QFrame(parent, Qt::Popup)
    , m_fields(fields)
    , m_numbers(std::move(numbers))
    , m_number(new QLineEdit(this))
    , m_kind(new QComboBox(this))
    , m_dated(new QCheckBox(tr("Covers these days:"), this))
    , m_first(dayField(this, tr("First day")))
    , m_last(dayField(this, tr("Last day")))
    , m_status(new QComboBox(this))
    , m_author(new QLineEdit(this))
    , m_tags(new QLineEdit(this))
    , m_problem(new QLabel(this))
{
    setProperty("role", u"card"_s);
    setAttribute(Qt::WA_StyledBackground);
    setFixedWidth(105 * Metrics::step);
    m_problem->setProperty("role", u"attention"_s);
    m_problem->setWordWrap(true);
    m_problem->hide();
    m_number->setPlaceholderText(tr("none"));
    m_author->setPlaceholderText(tr("the library’s author"));
    m_tags->setPlaceholderText(tr("none; commas between them"));
    for (const NoteKind kind : {NoteKind::Weeknote, NoteKind::Fortnight, NoteKind::Longer, NoteKind::Post})
        m_kind->addItem(kindName(kind), int(kind));
    for (const NoteStatus status : {NoteStatus::Draft, NoteStatus::Ready, NoteStatus::Published})
        m_status->addItem(statusName(status), int(status));

    auto *period = new QHBoxLayout;
    period->setSpacing(2 * Metrics::step);
    period->addWidget(m_first, 1);
    period->addWidget(new QLabel(u"–"_s, this));
    period->addWidget(m_last, 1);
    auto *form = new QFormLayout(this);
    form->setContentsMargins(4 * Metrics::step, 4 * Metrics::step, 4 * Metrics::step, 4 * Metrics::step);
    form->setSpacing(2 * Metrics::step);
    form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    form->addRow(tr("&Number"), m_number);
    form->addRow(tr("&Kind"), m_kind);
    auto *periodLabel = new QLabel(tr("&Period"), this);
    periodLabel->setBuddy(m_dated);
    form->addRow(periodLabel, m_dated);
    form->addRow(QString(), period);
    form->addRow(tr("&Status"), m_status);
    form->addRow(tr("&Author"), m_author);
    form->addRow(tr("&Tags"), m_tags);
    form->addRow(m_problem);
    fillIn(today);

    connect(m_number, &QLineEdit::textEdited, this, &NoteDetails::takeNumber);
    connect(m_kind, &QComboBox::activated, this, &NoteDetails::takeKind);
    connect(m_dated, &QCheckBox::clicked, this, &NoteDetails::takePeriod);
    connect(m_first, &QDateEdit::dateChanged, this, &NoteDetails::takePeriod);
    connect(m_last, &QDateEdit::dateChanged, this, &NoteDetails::takePeriod);
    connect(m_status, &QComboBox::activated, this, [this] {
        m_fields.status = NoteStatus(m_status->currentData().toInt());
        Q_EMIT edited(m_fields);
    });
    connect(m_author, &QLineEdit::textEdited, this, [this](const QString &text) {
        m_fields.author = text.trimmed();
        Q_EMIT edited(m_fields);
    });
    connect(m_tags, &QLineEdit::textEdited, this, &NoteDetails::takeTags);
}

void NoteDetails::popUp(const QPoint &globalTopLeft)
{
    adjustSize();
    QPoint place = globalTopLeft;
    if (const QScreen *on = screen()) {
        const QRect room = on->availableGeometry();
        place.setX(std::clamp(place.x(), room.left(), std::max(room.left(), room.right() - size().width())));
        place.setY(std::clamp(place.y(), room.top(), std::max(room.top(), room.bottom() - size().height())));
    }
    move(place);
    show();
    m_number->setFocus();
    m_number->selectAll();
}

void NoteDetails::fillIn(QDate today)
{
    m_number->setText(m_numbers.text(m_fields.number));
    m_kind->setCurrentIndex(m_kind->findData(int(m_fields.kind)));
    m_status->setCurrentIndex(m_status->findData(int(m_fields.status)));
    m_author->setText(m_fields.author);
    m_tags->setText(m_fields.tags.join(u", "_s));
    const QSignalBlocker first(m_first);
    const QSignalBlocker last(m_last);
    m_dated->setChecked(m_fields.covers.has_value());
    m_first->setEnabled(m_dated->isChecked());
    m_last->setEnabled(m_dated->isChecked());
    if (m_fields.covers || today.isValid()) {
        m_first->setDate(m_fields.covers ? m_fields.covers->first : today);
        m_last->setDate(m_fields.covers ? m_fields.covers->last : today);
    }
}

void NoteDetails::takeNumber(const QString &text)
{
    const auto number = text.trimmed().isEmpty() ? SeasonNumber() : SeasonNumber::parse(text.trimmed());
    if (!number)
        return say(tr("A number looks like 3.09, S3-ep6 or #67."));
    say({});
    m_fields.number = *number;
    Q_EMIT edited(m_fields);
}

void NoteDetails::takeKind()
{
    m_fields.kind = NoteKind(m_kind->currentData().toInt());
    if (m_fields.covers && m_fields.kind == NoteKind::Weeknote)
        m_fields.covers->last = m_fields.covers->first.addDays(6);
    if (m_fields.covers && m_fields.kind == NoteKind::Fortnight && m_fields.covers->days() < 14)
        m_fields.covers->first = m_fields.covers->last.addDays(-13);
    fillIn();
    Q_EMIT edited(m_fields);
}

void NoteDetails::takePeriod()
{
    m_first->setEnabled(m_dated->isChecked());
    m_last->setEnabled(m_dated->isChecked());
    if (!m_dated->isChecked()) {
        say({});
        m_fields.covers.reset();
        Q_EMIT edited(m_fields);
        return;
    }
    const Period period{m_first->date(), m_last->date()};
    if (!period.isValid())
        return say(tr("The first day comes after the last."));
    say({});
    m_fields.covers = period;
    if (m_fields.kind != NoteKind::Post)
        m_fields.kind = kindForDays(period.days());
    m_kind->setCurrentIndex(m_kind->findData(int(m_fields.kind)));
    Q_EMIT edited(m_fields);
}

void NoteDetails::takeTags(const QString &text)
{
    m_fields.tags.clear();
    for (const QString &part : text.split(u',')) {
        if (const QString tag = part.trimmed(); !tag.isEmpty() && !m_fields.tags.contains(tag))
            m_fields.tags << tag;
    }
    Q_EMIT edited(m_fields);
}

void NoteDetails::say(const QString &problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    adjustSize();
}

} // namespace Weeknotes
