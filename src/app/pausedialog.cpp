// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pausedialog.h"

#include "app/closingrow.h"
#include "app/dayfield.h"
#include "app/role.h"
#include "style/typography.h"
#include "timeline/periodtext.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Weeknotes {

PauseDialog::PauseDialog(const Pause &pause, std::vector<Pause> others, QDate today, QWidget *parent)
    : QDialog(parent)
    , m_pause(pause)
    , m_others(std::move(others))
    , m_today(today)
    , m_from(new DayField(today, tr("First day"), this))
    , m_isPlanned(new QCheckBox(tr("&Planned to"), this))
    , m_planned(new DayField(today, tr("Planned last day"), this))
    , m_isOver(new QCheckBox(tr("&Ended on"), this))
    , m_to(new DayField(today, tr("Last day"), this))
    , m_note(new QLineEdit(pause.note, this))
    , m_words(new QLabel(this))
    , m_take(new QPushButton(tr("&Keep the pause"), this))
{
    std::erase_if(m_others, [&](const Pause &other) { return other.id == pause.id; });
    setWindowTitle(tr("Pause"));
    setMinimumWidth(105 * Metrics::step);
    m_from->setDate(pause.from);
    m_isPlanned->setChecked(pause.plannedTo.has_value());
    m_planned->setDate(pause.plannedTo.value_or(pause.from.addDays(27)));
    m_isOver->setChecked(pause.to.has_value());
    m_to->setDate(pause.to.value_or(pause.lastDayIfEnded(today)));
    m_note->setPlaceholderText(tr("what you said of it, if anything"));
    layOut();
    for (DayField *field : {m_from, m_planned, m_to})
        connect(field, &DayField::dateChanged, this, &PauseDialog::check);
    for (QCheckBox *box : {m_isPlanned, m_isOver})
        connect(box, &QCheckBox::toggled, this, &PauseDialog::check);
    connect(m_take, &QPushButton::clicked, this, [this] {
        check(); // a day may be typed that did not count yet
        if (!m_take->isEnabled())
            return;
        accept();
        Q_EMIT decided(this->pause());
    });
    check();
}

void PauseDialog::layOut()
{
    auto *what = new QLabel(tr("Weeks in a pause are not missed, and a run goes on after it."), this);
    what->setWordWrap(true);
    what->setProperty("role", u"second"_s);
    m_words->setWordWrap(true);
    m_take->setProperty("role", u"primary"_s);
    m_take->setDefault(true);
    auto *from = new QLabel(tr("&From"), this);
    from->setBuddy(m_from);
    auto *note = new QLabel(tr("&Note"), this);
    note->setBuddy(m_note);
    auto *form = new QGridLayout;
    form->setHorizontalSpacing(4 * Metrics::step);
    form->setVerticalSpacing(2 * Metrics::step);
    form->setColumnStretch(1, 1);
    form->addWidget(from, 0, 0);
    form->addWidget(m_from, 0, 1);
    form->addWidget(m_isPlanned, 1, 0);
    form->addWidget(m_planned, 1, 1);
    form->addWidget(m_isOver, 2, 0);
    form->addWidget(m_to, 2, 1);
    form->addWidget(note, 3, 0);
    form->addWidget(m_note, 3, 1);
    auto *cancel = new QPushButton(tr("Cancel"), this);
    cancel->setAutoDefault(false);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(6 * Metrics::step, 5 * Metrics::step, 6 * Metrics::step, 5 * Metrics::step);
    column->setSpacing(3 * Metrics::step);
    column->addWidget(what);
    column->addLayout(form);
    column->addWidget(m_words);
    column->addSpacing(2 * Metrics::step);
    column->addLayout(closingRow(cancel, m_take));
}

Pause PauseDialog::pause() const
{
    Pause pause = m_pause;
    pause.from = m_from->date();
    pause.plannedTo = m_isPlanned->isChecked() ? std::optional(m_planned->date()) : std::nullopt;
    pause.to = m_isOver->isChecked() ? std::optional(m_to->date()) : std::nullopt;
    pause.note = m_note->text().simplified();
    return pause;
}

void PauseDialog::check()
{
    m_planned->setEnabled(m_isPlanned->isChecked());
    m_to->setEnabled(m_isOver->isChecked());
    const Pause now = pause();
    const Period days = now.days(std::max(m_today, now.from));
    const auto other =
        std::ranges::find_if(m_others, [&](const Pause &each) { return each.claim().overlaps(now.claim()); });
    QString problem;
    if (now.plannedTo && *now.plannedTo < now.from)
        problem = tr("It was planned to end before it began.");
    else if (now.to && *now.to < now.from)
        problem = tr("It ended before it began.");
    else if (other != m_others.end())
        problem = tr("There is a pause already, %1.").arg(periodText(other->days(m_today), QLocale(), m_today));
    setRole(m_words, problem.isEmpty() ? u"second"_s : u"attention"_s);
    const int weeks = (days.days() + 3) / 7;
    m_words->setText(!problem.isEmpty()        ? problem
                     : now.to || now.plannedTo ? tr("%Ln week(s)", nullptr, weeks)
                                               : tr("It goes on until you say that it ended."));
    m_take->setEnabled(problem.isEmpty());
}

} // namespace Weeknotes
