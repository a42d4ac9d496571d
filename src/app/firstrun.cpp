// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/firstrun.h"

#include "style/typography.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace Weeknotes {
namespace {

constexpr int doorWidth = 65 * Metrics::step;
constexpr int minimumDoor = 42 * Metrics::step;
constexpr int doorGap = 4 * Metrics::step;

} // namespace

FirstRun::FirstRun(QWidget *parent) : QWidget(parent)
{
    setProperty("role", u"paper"_s);
    setAttribute(Qt::WA_StyledBackground);
    auto *head = new QLabel(tr("A week, in your own words"), this);
    head->setProperty("role", u"display"_s);
    head->setAlignment(Qt::AlignCenter);
    auto *line = new QLabel(tr("Draft your weeknote here, look back over the weeks, and publish a page."), this);
    line->setProperty("role", u"second"_s);
    line->setAlignment(Qt::AlignCenter);
    line->setWordWrap(true);

    auto *doors = new QWidget(this);
    auto *row = new QHBoxLayout(doors);
    row->setContentsMargins({});
    row->setSpacing(doorGap);
    m_start = addDoor(doors);
    m_start.button->setProperty("role", u"primary"_s);
    const Door bring = addDoor(doors);
    bring.head->setText(tr("You have been writing"));
    bring.line->setText(tr("Markdown and text files become notes on a timeline."));
    bring.button->setText(tr("Bring my archive"));
    const Door sample = addDoor(doors);
    sample.head->setText(tr("Have a look first"));
    sample.line->setText(tr("Invented notes, in a library of their own."));
    sample.button->setText(tr("Look at a sample library"));
    connect(m_start.button, &QPushButton::clicked, this, &FirstRun::startChosen);
    connect(bring.button, &QPushButton::clicked, this, &FirstRun::bringChosen);
    connect(sample.button, &QPushButton::clicked, this, &FirstRun::sampleChosen);
    setFocusProxy(m_start.button);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(6 * Metrics::step, 6 * Metrics::step, 6 * Metrics::step, 6 * Metrics::step);
    column->setSpacing(2 * Metrics::step);
    column->addStretch(2);
    column->addWidget(head);
    column->addWidget(line);
    column->addSpacing(6 * Metrics::step);
    auto *middle = new QHBoxLayout; // as wide as three doors, and in the middle
    middle->addStretch(1);
    middle->addWidget(doors, 100);
    middle->addStretch(1);
    doors->setMaximumWidth(3 * doorWidth + 2 * doorGap);
    column->addLayout(middle);
    column->addStretch(3);
}

void FirstRun::setWeek(const QString &days, bool current)
{
    m_start.head->setText(current ? tr("Begin with this week") : tr("Begin with last week"));
    m_start.line->setText(tr("An empty page for %1.").arg(days));
    m_start.button->setText(current ? tr("Start this week’s note") : tr("Start last week’s note"));
}

FirstRun::Door FirstRun::addDoor(QWidget *row)
{
    auto *frame = new QFrame(row);
    frame->setProperty("role", u"card"_s);
    frame->setMinimumWidth(minimumDoor);
    frame->setMaximumWidth(doorWidth);
    const Door door{new QLabel(frame), new QLabel(frame), new QPushButton(frame)};
    door.head->setProperty("role", u"heading"_s);
    door.head->setWordWrap(true);
    door.line->setProperty("role", u"second"_s);
    door.line->setWordWrap(true);

    auto *column = new QVBoxLayout(frame);
    column->setContentsMargins(5 * Metrics::step, 5 * Metrics::step, 5 * Metrics::step, 5 * Metrics::step);
    column->setSpacing(Metrics::step);
    column->addWidget(door.head);
    column->addWidget(door.line, 1, Qt::AlignTop);
    column->addSpacing(4 * Metrics::step);
    column->addWidget(door.button);
    static_cast<QHBoxLayout *>(row->layout())->addWidget(frame, 1);
    return door;
}

} // namespace Weeknotes
