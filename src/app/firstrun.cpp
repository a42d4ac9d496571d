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
    auto *start = addDoor(doors, tr("Begin with this week"), tr("An empty page, on the right week."),
                          tr("Start this week’s note"), true);
    auto *bring = addDoor(doors, tr("You have been writing"), tr("Markdown and text files become notes on a timeline."),
                          tr("Bring my archive"), false);
    auto *sample = addDoor(doors, tr("Have a look first"), tr("Invented notes, in a library of their own."),
                           tr("Look at a sample library"), false);
    connect(start, &QPushButton::clicked, this, &FirstRun::startChosen);
    connect(bring, &QPushButton::clicked, this, &FirstRun::bringChosen);
    connect(sample, &QPushButton::clicked, this, &FirstRun::sampleChosen);
    setFocusProxy(start);

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

QPushButton *FirstRun::addDoor(QWidget *row, const QString &head, const QString &line, const QString &button,
                               bool primary)
{
    auto *door = new QFrame(row);
    door->setProperty("role", u"card"_s);
    door->setMinimumWidth(minimumDoor);
    door->setMaximumWidth(doorWidth);
    auto *headLabel = new QLabel(head, door);
    headLabel->setProperty("role", u"heading"_s);
    headLabel->setWordWrap(true);
    auto *lineLabel = new QLabel(line, door);
    lineLabel->setProperty("role", u"second"_s);
    lineLabel->setWordWrap(true);
    auto *open = new QPushButton(button, door);
    if (primary)
        open->setProperty("role", u"primary"_s);

    auto *column = new QVBoxLayout(door);
    column->setContentsMargins(5 * Metrics::step, 5 * Metrics::step, 5 * Metrics::step, 5 * Metrics::step);
    column->setSpacing(Metrics::step);
    column->addWidget(headLabel);
    column->addWidget(lineLabel, 1, Qt::AlignTop);
    column->addSpacing(4 * Metrics::step);
    column->addWidget(open);
    static_cast<QHBoxLayout *>(row->layout())->addWidget(door, 1);
    return open;
}

} // namespace Weeknotes
