// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/firstrun.h"

#include "style/typography.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Weeknotes {
namespace {

constexpr int doorWidth = 65 * Metrics::step;
constexpr int doorGap = 4 * Metrics::step;
constexpr int doorPadding = 5 * Metrics::step;
constexpr int margin = 6 * Metrics::step;
constexpr int narrowMargin = 3 * Metrics::step;

} // namespace

FirstRun::FirstRun(QWidget *parent) : QWidget(parent), m_column(new QVBoxLayout(this))
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
    m_row = new QHBoxLayout(doors);
    m_row->setContentsMargins({});
    m_row->setSpacing(doorGap);
    const Door start = addDoor(doors);
    start.button->setProperty("role", u"primary"_s);
    const Door bring = addDoor(doors);
    bring.head->setText(tr("You have been writing"));
    bring.line->setText(tr("Medium, WordPress, Ghost, Markdown or one long text: all become notes on a timeline."));
    bring.button->setText(tr("Bring my archive"));
    const Door sample = addDoor(doors);
    sample.head->setText(tr("Have a look first"));
    sample.line->setText(tr("Invented notes, in a library of their own."));
    sample.button->setText(tr("Look at a sample library"));
    connect(start.button, &QPushButton::clicked, this, &FirstRun::startChosen);
    connect(bring.button, &QPushButton::clicked, this, &FirstRun::bringChosen);
    connect(sample.button, &QPushButton::clicked, this, &FirstRun::sampleChosen);
    setFocusProxy(start.button);

    m_column->setContentsMargins(margin, margin, margin, margin);
    m_column->setSpacing(2 * Metrics::step);
    m_column->addStretch(2);
    m_column->addWidget(head);
    m_column->addWidget(line);
    m_column->addSpacing(2 * Metrics::step);
    auto *middle = new QHBoxLayout; // as wide as three doors, and in the middle
    middle->addStretch(1);
    middle->addWidget(doors, 100);
    middle->addStretch(1);
    doors->setMaximumWidth(3 * doorWidth + 2 * doorGap);
    m_column->addLayout(middle);
    m_column->addStretch(3);
}

void FirstRun::setWeek(const QString &days, Which which)
{
    const Door &start = m_doors.front();
    start.line->setText(tr("An empty page for %1.").arg(days));
    switch (which) {
    case Which::ThisWeek:
        start.head->setText(tr("Begin with this week"));
        start.button->setText(tr("Start this week’s note"));
        break;
    case Which::LastWeek:
        start.head->setText(tr("Begin with last week"));
        start.button->setText(tr("Start last week’s note"));
        break;
    case Which::Another:
        start.head->setText(tr("Begin with that week"));
        start.button->setText(tr("Start that week’s note"));
        break;
    }
    placeDoors(); // other words need other room
}

int FirstRun::roomForRow() const
{
    int widest = 0;
    for (const Door &door : m_doors)
        widest = std::max(widest, door.button->sizeHint().width());
    return int(m_doors.size()) * (widest + 2 * doorPadding + doorGap) - doorGap + 2 * margin;
}

void FirstRun::placeDoors()
{
    // Where they have no room side by side, each door is a row of its own: its words, and at their end its button.
    const bool narrow = width() < roomForRow();
    const int around = narrow ? narrowMargin : margin;
    m_column->setContentsMargins(around, around, around, around);
    m_row->setDirection(narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    m_row->setSpacing(narrow ? 2 * Metrics::step : doorGap);
    for (const Door &door : m_doors) {
        const int above = narrow ? 3 * Metrics::step : doorPadding;
        door.column->setDirection(narrow ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
        door.column->setContentsMargins(doorPadding, above, doorPadding, above);
    }
}

void FirstRun::resizeEvent(QResizeEvent *event)
{
    placeDoors();
    QWidget::resizeEvent(event);
}

FirstRun::Door FirstRun::addDoor(QWidget *row)
{
    auto *frame = new QFrame(row);
    frame->setProperty("role", u"card"_s);
    const Door door{new QVBoxLayout(frame), new QLabel(frame), new QLabel(frame), new QPushButton(frame)};
    door.head->setProperty("role", u"heading"_s);
    door.head->setWordWrap(true);
    door.line->setProperty("role", u"second"_s);
    door.line->setWordWrap(true);

    auto *words = new QVBoxLayout;
    words->setSpacing(Metrics::step);
    words->addWidget(door.head);
    words->addWidget(door.line, 1, Qt::AlignTop);
    door.column->setSpacing(4 * Metrics::step);
    door.column->addLayout(words, 1);
    door.column->addWidget(door.button);
    m_row->addWidget(frame, 1);
    return m_doors.emplace_back(door);
}

} // namespace Weeknotes
