// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/timelinepane.h"

#include "app/announce.h"
#include "app/filterbar.h"
#include "app/shelf.h"
#include "app/yearsarea.h"
#include "style/typography.h"
#include "timeline/timelinemodel.h"
#include "timeline/timelineview.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Weeknotes {
namespace {

constexpr int mostYears = 5; // shown at once; the older ones scroll

} // namespace

TimelinePane::TimelinePane(QWidget *parent)
    : QWidget(parent)
    , m_model(new TimelineModel(QLocale(), this))
    , m_years(new YearsArea(this))
    , m_filter(new FilterBar(this))
    , m_list(new TimelineView(m_model, this))
    , m_chosen(new QLabel(this))
{
    setProperty("role", u"side"_s);
    setAttribute(Qt::WA_StyledBackground);
    setMinimumWidth(60 * Metrics::step);
    auto *line = new QFrame(this);
    line->setProperty("role", u"hairline"_s);
    line->setFrameShape(QFrame::HLine);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_years);
    column->addWidget(line);
    column->addWidget(m_filter);
    column->addWidget(m_list, 1);
    m_chosen->setProperty("role", u"small"_s);

    // The years have their places only when they are laid out.
    connect(m_years->verticalScrollBar(), &QScrollBar::rangeChanged, this, &TimelinePane::revealYear);
    connect(m_filter, &FilterBar::listRequested, this, [this] { m_list->setFocus(Qt::ShortcutFocusReason); });
    connect(&years(), &YearStrip::noteActivated, this, &TimelinePane::noteActivated);
    connect(&years(), &YearStrip::weekActivated, this, &TimelinePane::weekActivated);
    connect(m_list, &TimelineView::noteActivated, this, &TimelinePane::noteActivated);
    connect(m_list, &TimelineView::editRequested, this, &TimelinePane::editRequested);
    connect(m_list, &TimelineView::weekActivated, this, &TimelinePane::writeRequested);
    connect(m_list, &TimelineView::choiceChanged, this, [this](int notes) {
        const QString words = notes > 1 ? tr("%Ln note(s) selected", nullptr, notes) : QString();
        if (words != m_chosen->text() && !words.isEmpty())
            announce(m_list, words);
        m_chosen->setText(words);
    });
    connect(m_list, &TimelineView::pauseRequested, this, &TimelinePane::pauseRequested);
}

YearStrip &TimelinePane::years() const
{
    return m_years->strip();
}

void TimelinePane::addAtFoot(QAction *action)
{
    auto *foot = new QWidget(this);
    foot->setProperty("role", u"tools"_s);
    foot->setAttribute(Qt::WA_StyledBackground);
    auto *button = new QToolButton(foot);
    button->setDefaultAction(action);
    button->setProperty("role", u"quiet"_s);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setFocusPolicy(Qt::StrongFocus);
    auto *row = new QHBoxLayout(foot); // the button's words stand below those of the list
    row->setContentsMargins(Metrics::step, Metrics::step, Metrics::sideMargin, Metrics::step);
    row->addWidget(button);
    row->addStretch(1);
    row->addWidget(m_chosen);
    layout()->addWidget(foot);
}

void TimelinePane::setShelf(const Shelf &shelf)
{
    m_model->setContent(shelf.timeline());
    years().setContent(shelf.timeline());
    years().setShown(m_model->shownNotes());
    m_years->fit(mostYears);
    m_all = int(shelf.notes().size());
    m_filter->setVisible(m_all > 0);
    showCount();
}

void TimelinePane::setChoice(const TimelineChoice &choice)
{
    m_model->setChoice(choice);
    years().setShown(m_model->shownNotes());
    showCount();
}

void TimelinePane::showCount()
{
    m_filter->showCount(m_model->noteCount(), m_all);
}

void TimelinePane::updateNote(const NoteHeader &header, const Shelf &shelf)
{
    m_model->updateNote(header);
    years().setContent(shelf.timeline());
    years().setShown(m_model->shownNotes());
    showCount();
}

void TimelinePane::setOpenNote(const NoteId &id)
{
    m_list->setOpenNote(id);
}

void TimelinePane::showWeek(const Week &week)
{
    m_week = week;
    years().setWeek(week);
    revealYear();
}

void TimelinePane::revealYear()
{
    if (m_week)
        m_years->reveal(*m_week);
}

void TimelinePane::setScheme(Scheme scheme)
{
    m_list->setScheme(scheme);
    years().setScheme(scheme);
}

} // namespace Weeknotes
