// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/statisticspage.h"

#include "app/chartcolumn.h"
#include "app/emptystate.h"
#include "app/schemeswitch.h"
#include "app/session.h"
#include "app/statisticscharts.h"
#include "cli/errortext.h"

#include <QLocale>
#include <QStackedWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace Weeknotes {

StatisticsPage::StatisticsPage(Session &session, const SchemeSwitch &schemes, QWidget *parent)
    : LookBackPage(parent)
    , m_session(session)
    , m_stack(new QStackedWidget(this))
    , m_charts(new ChartColumn(m_stack))
    , m_nothing(new EmptyState(m_stack))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(m_stack);
    m_stack->addWidget(m_nothing);
    m_stack->addWidget(m_charts);
    m_nothing->setWords({}, {}, {});
    m_charts->setScheme(schemes.scheme());
    connect(&schemes, &SchemeSwitch::schemeChanged, m_charts, &ChartColumn::setScheme);
    connect(m_charts, &ChartColumn::noteActivated, this, &StatisticsPage::noteActivated);
}

QString StatisticsPage::name() const
{
    return tr("Statistics");
}

void StatisticsPage::refresh()
{
    const Shelf &shelf = m_session.shelf();
    m_session.notebook()
        .readAll(LibraryFacts(shelf.today(), shelf.settings().language))
        .then(this, [this, reading = ++m_reading](const Result<LibraryFacts> &facts) {
            if (reading != m_reading || !m_session.isOpen())
                return;
            if (facts)
                showFacts(*facts);
            else
                showTrouble(facts.error());
        });
}

void StatisticsPage::showTrouble(const Error &error)
{
    m_nothing->setWords(tr("The notes can’t be read now"), errorText(error), {});
    m_stack->setCurrentWidget(m_nothing);
}

void StatisticsPage::showFacts(const LibraryFacts &facts)
{
    const Shelf &shelf = m_session.shelf();
    const size_t notes = shelf.notes().size();
    m_stack->setCurrentWidget(notes < 2 ? static_cast<QWidget *>(m_nothing) : m_charts);
    if (notes == 0)
        return m_nothing->setWords(tr("Nothing to count yet"),
                                   tr("Once you have written a note or two, there are pictures of them here."), {});
    if (notes == 1)
        return m_nothing->setWords(
            tr("One note, and a good start"),
            tr("It has %Ln word(s). From the second on there are pictures here.", nullptr, shelf.notes().front().words),
            {});
    QDate first = sortDay(shelf.notes().front());
    for (const NoteHeader &note : shelf.notes())
        first = std::min(first, sortDay(note));
    m_charts->setTitle(name(), tr("Since %1. What is in private passages counts for nothing here.")
                                   .arg(QLocale().toString(first, tr("MMMM yyyy", "the month of the first note"))));
    Statistics statistics = statisticsOf(shelf, facts);
    m_charts->setFigures(statistics.figures);
    m_charts->setCharts(std::move(statistics.charts));
}

} // namespace Weeknotes
