// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/seasonreview.h"

#include "app/chartcolumn.h"
#include "app/emptystate.h"
#include "app/finaledraft.h"
#include "app/schemeswitch.h"
#include "app/seasoncharts.h"
#include "app/session.h"
#include "cli/errortext.h"
#include "insight/stretchfigures.h"
#include "timeline/periodtext.h"

#include <QAction>
#include <QBoxLayout>
#include <QComboBox>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStackedWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Weeknotes {

SeasonReview::SeasonReview(Session &session, const SchemeSwitch &schemes, QWidget *parent)
    : LookBackPage(parent)
    , m_session(session)
    , m_stack(new QStackedWidget(this))
    , m_charts(new ChartColumn(m_stack))
    , m_nothing(new EmptyState(m_stack))
    , m_choice(new QComboBox)
    , m_book(new QPushButton)
    , m_finale(new QPushButton(tr("Start the finale note")))
{
    auto *menu = new QMenu(m_finale);
    m_asPost = menu->addAction(tr("As a &post"));
    m_asWeeknote = menu->addAction(tr("As this week’s &note"));
    m_finale->setMenu(menu);
    layOut();
    m_charts->setScheme(schemes.scheme());
    connect(&schemes, &SchemeSwitch::schemeChanged, m_charts, &ChartColumn::setScheme);
    connect(m_charts, &ChartColumn::noteActivated, this, &SeasonReview::noteActivated);
    connect(m_choice, &QComboBox::activated, this, [this](int row) {
        m_stretch = m_stretches[size_t(row)];
        read();
    });
    connect(m_book, &QPushButton::clicked, this, [this] { Q_EMIT bookRequested(*m_stretch); });
    connect(m_asPost, &QAction::triggered, this, [this] { startFinale(NoteKind::Post); });
    connect(m_asWeeknote, &QAction::triggered, this, [this] { startFinale(NoteKind::Weeknote); });
}

SeasonReview::~SeasonReview() = default;

void SeasonReview::layOut()
{
    m_choice->setAccessibleName(tr("Season or year"));
    m_choice->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_finale->setProperty("role", u"primary"_s);
    m_finale->setAccessibleDescription(tr("A note with these figures and your own highlights, for you to go on with"));
    auto *controls = new QWidget;
    auto *row = new QHBoxLayout(controls);
    row->setContentsMargins(0, 0, 0, 4 * Metrics::step);
    row->addWidget(m_choice);
    row->addStretch(1);
    row->addWidget(m_book);
    row->addSpacing(2 * Metrics::step);
    row->addWidget(m_finale);
    m_charts->setControls(controls);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(m_stack);
    m_nothing->setWords({}, {}, {});
    m_stack->addWidget(m_nothing);
    m_stack->addWidget(m_charts);
}

QString SeasonReview::name() const
{
    return tr("Seasons");
}

void SeasonReview::refresh()
{
    fillChoice();
    if (m_stretch)
        read();
    else
        showNothing();
}

void SeasonReview::fillChoice()
{
    m_stretches = stretchesOf(m_session.lastingShelf().notes());
    const auto shown = m_stretch ? std::ranges::find(m_stretches, *m_stretch) : m_stretches.end();
    const auto row = shown == m_stretches.end() ? m_stretches.begin() : shown;
    m_stretch = m_stretches.empty() ? std::nullopt : std::optional(*row);
    const QSignalBlocker blocker(m_choice);
    m_choice->clear();
    for (const Stretch &stretch : m_stretches)
        m_choice->addItem(stretch.season ? stretchName(stretch, m_session.shelf().settings().seasons)
                                         : tr("The year %1").arg(stretchName(stretch)));
    m_choice->setCurrentIndex(int(row - m_stretches.begin()));
}

std::optional<Stretch> SeasonReview::before() const
{
    return stretchBefore(*m_stretch, m_stretches);
}

void SeasonReview::read()
{
    if (!m_now || m_now->stretch != *m_stretch)
        m_finale->setEnabled(false); // until there are figures of what is chosen now
    const Shelf &shelf = m_session.shelf();
    m_session.notebook()
        .readAll(SeasonTexts(*m_stretch, before(), shelf.today(), shelf.settings().language))
        .then(this, [this, reading = ++m_reading](const Result<SeasonTexts> &texts) {
            if (reading != m_reading || !m_session.isOpen())
                return;
            if (!texts)
                return showTrouble(texts.error());
            m_texts = std::make_unique<SeasonTexts>(*texts);
            showReview();
        });
}

void SeasonReview::showReview()
{
    const Shelf shelf = m_session.lastingShelf();
    const auto figuresOf = [&shelf](const Stretch &stretch) {
        return std::make_unique<StretchFigures>(stretchFigures(
            stretch, shelf.notes(), shelf.timeline().pauses, shelf.timeline().weeks, shelf.today(), shelf.settings()));
    };
    m_now = figuresOf(*m_stretch);
    m_before = before() ? figuresOf(*before()) : nullptr;
    m_book->setText(m_stretch->season ? tr("Make a book of this season…") : tr("Make a book of this year…"));
    if (m_now->notes.empty()) // it went while the texts were read: a refresh is on its way
        return;
    const auto dayOf = [](const NoteHeader &note) {
        return note.fields.covers ? note.fields.covers->first : sortDay(note);
    };
    const Period days{std::min(dayOf(m_now->notes.front()), sortDay(m_now->notes.back())),
                      sortDay(m_now->notes.back())};
    m_charts->setTitle(periodWithYear(days, QLocale(), MonthStyle::Full), {}); // the choice above names it
    m_charts->setFigures(seasonFigures(*m_now, m_before.get(), shelf.settings().run.shown));
    m_charts->setCharts(seasonCharts(*m_now, m_before.get(), *m_texts, shelf.settings()));
    const NoteHeader *there = shelf.noteOf(Week::of(shelf.today(), shelf.rules()));
    m_finale->setEnabled(m_session.mayBegin());
    m_asWeeknote->setEnabled(!there || there->fields.kind == NoteKind::Post);
    m_stack->setCurrentWidget(m_charts);
}

void SeasonReview::showNothing()
{
    ++m_reading;
    m_nothing->setWords(tr("No season yet"),
                        tr("Once there are notes, each of their seasons and years can be looked back on here."), {});
    m_stack->setCurrentWidget(m_nothing);
}

void SeasonReview::showTrouble(const Error &error)
{
    m_nothing->setWords(tr("The notes can’t be read now"), errorText(error), {});
    m_stack->setCurrentWidget(m_nothing);
}

void SeasonReview::startFinale(NoteKind kind)
{
    const Shelf &shelf = m_session.shelf();
    const LibrarySettings &settings = shelf.settings();
    const QString language = settings.language.isEmpty() ? QLocale().bcp47Name() : settings.language;
    const FinaleDraft draft = finaleDraft(*m_now, m_before.get(), *m_texts, shelf.numbers(), settings, language);
    const Week week = Week::of(shelf.today(), shelf.rules());
    // As a post it is about the season, and about no week.
    const auto covers = kind == NoteKind::Post ? std::nullopt : std::optional(week.days(shelf.rules()));
    m_session.startNoteWith(draft.title, draft.text, kind, covers, week);
}

} // namespace Weeknotes
