// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/storylinespage.h"

#include "app/emptystate.h"
#include "app/passagereader.h"
#include "app/schemeswitch.h"
#include "app/sectionlist.h"
#include "app/session.h"
#include "app/storylinelist.h"
#include "app/yearsarea.h"
#include "cli/errortext.h"
#include "style/typography.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStackedWidget>

#include <algorithm>
#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Weeknotes {
namespace {

constexpr int storyListWidth = 84 * Metrics::step;
constexpr int fewestYears = 3; // in view at once, if there are so many
constexpr int presenceStretches = 24;

std::vector<QDate> daysOf(const std::vector<NotePassage> &passages)
{
    std::vector<QDate> days;
    for (const NotePassage &each : passages) {
        if (const auto day = knownDay(each.note))
            days.push_back(*day);
    }
    return days;
}

} // namespace

/// What one reading of all notes finds for the list.
struct StorylinesPage::Scan
{
    StoryProposals proposals;
    std::vector<std::pair<QString, Storyline>> pinned;

    void add(const Note &note)
    {
        proposals.add(note);
        for (auto &[text, storyline] : pinned)
            storyline.add(note);
    }
};

StorylinesPage::StorylinesPage(Session &session, AppSettings &settings, SchemeSwitch &schemes, Links &links,
                               YearStrip &beside, QWidget *parent)
    : LookBackPage(parent)
    , m_session(session)
    , m_beside(beside)
    , m_stack(new QStackedWidget(this))
    , m_nothing(new EmptyState(m_stack))
    , m_field(new QLineEdit(this))
    , m_pin(new QPushButton(tr("&Pin"), this))
    , m_list(new QListView(this))
    , m_storylines(new StorylineList(this))
    , m_years(new YearsArea(this))
    , m_reader(new PassageReader(session, settings, schemes, links, this))
{
    layOut();
    m_soon.setSingleShot(true);
    m_soon.setInterval(200ms);
    connect(&m_soon, &QTimer::timeout, this, &StorylinesPage::follow);
    connect(m_field, &QLineEdit::textChanged, &m_soon, qOverload<>(&QTimer::start));
    connect(m_field, &QLineEdit::textEdited, this, [this] { m_isNew = false; });
    connect(m_field, &QLineEdit::returnPressed, this, &StorylinesPage::follow);
    leadInto(*m_list, *m_field);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &StorylinesPage::chooseRow);
    connect(m_pin, &QPushButton::clicked, this, &StorylinesPage::togglePin);
    connect(&years(), &YearStrip::noteActivated, this, &LookBackPage::noteActivated);
    connect(m_reader, &PassageReader::noteActivated, this, &LookBackPage::noteActivated);
    connect(&years(), &YearStrip::weekActivated, &session, &Session::showWeek);
    connect(&schemes, &SchemeSwitch::schemeChanged, &years(), &YearStrip::setScheme);
    years().setScheme(schemes.scheme());
}

QString StorylinesPage::name() const
{
    return tr("Storylines");
}

QWidget *StorylinesPage::side()
{
    m_field->setPlaceholderText(tr("A word, #tag or phrase"));
    m_field->setAccessibleName(tr("Follow a word, tag or phrase"));
    m_list->setModel(m_storylines);
    m_list->setItemDelegate(new PresenceDelegate(StorylineList::DetailRole, StorylineList::PresenceRole, m_list));
    m_list->setEditTriggers(QListView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMouseTracking(true);
    m_list->setAccessibleName(tr("Storylines"));
    m_pin->setEnabled(false);
    auto *side = new QWidget(this);
    side->setProperty("role", u"paper"_s);
    side->setAttribute(Qt::WA_StyledBackground);
    side->setFixedWidth(storyListWidth);
    auto *field = new QHBoxLayout;
    field->setContentsMargins(3 * Metrics::step, 2 * Metrics::step, 3 * Metrics::step, 2 * Metrics::step);
    field->setSpacing(2 * Metrics::step);
    field->addWidget(m_field, 1);
    field->addWidget(m_pin);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addLayout(field);
    column->addWidget(m_list, 1);
    return side;
}

void StorylinesPage::layOut()
{
    const auto hairline = [this](QFrame::Shape shape) {
        auto *line = new QFrame(this);
        line->setProperty("role", u"hairline"_s);
        line->setFrameShape(shape);
        return line;
    };
    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(m_years);
    right->addWidget(hairline(QFrame::HLine));
    right->addWidget(m_reader, 1);
    auto *page = new QWidget(m_stack);
    auto *row = new QHBoxLayout(page);
    row->setContentsMargins({});
    row->setSpacing(0);
    row->addWidget(side());
    row->addWidget(hairline(QFrame::VLine));
    row->addLayout(right, 1);
    m_nothing->setWords(tr("No storyline yet"),
                        tr("Once there are notes, a word, a tag or a phrase can be followed through them here."), {});
    m_stack->addWidget(page);
    m_stack->addWidget(m_nothing);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->addWidget(m_stack);
    setFocusProxy(m_field);
}

void StorylinesPage::refresh()
{
    m_stack->setCurrentIndex(m_session.shelf().notes().empty() ? 1 : 0);
    years().setContent(m_session.shelf().timeline());
    fitYears();
    const QDate today = m_session.clock().today();
    const LibrarySettings &settings = m_session.shelf().settings();
    Scan scan{StoryProposals(today, settings.language), {}};
    for (const QString &text : settings.storylines)
        scan.pinned.emplace_back(text, Storyline(StoryTerm(text), today));
    m_session.notebook().readAll(std::move(scan)).then(this, [this, scanned = ++m_scanned](Result<Scan> found) {
        if (scanned == m_scanned && found)
            showScan(*std::move(found));
    });
}

/// All years, if that leaves most of the page to read in.
void StorylinesPage::fitYears()
{
    int most = fewestYears;
    while (YearStrip::heightOf(most + 1) <= height() * 2 / 5)
        ++most;
    m_years->fit(most);
}

void StorylinesPage::resizeEvent(QResizeEvent *event)
{
    LookBackPage::resizeEvent(event);
    fitYears();
}

void StorylinesPage::showScan(Scan scan)
{
    QDate first = m_session.clock().today();
    for (const NoteHeader &note : m_session.shelf().notes())
        first = std::min(first, sortDay(note));
    std::vector<StorylineList::Row> pinned;
    for (auto &[text, storyline] : scan.pinned) {
        const std::vector<QDate> days = daysOf(storyline.take());
        pinned.push_back({text, spanText(days), presenceOf(days, first, m_session.clock().today(), presenceStretches)});
    }
    std::vector<StorylineList::Row> proposed;
    const QStringList &own = m_session.shelf().settings().storylines;
    for (const StoryProposal &proposal : scan.proposals.proposals()) {
        if (!own.contains(proposal.text, Qt::CaseInsensitive))
            proposed.push_back({proposal.text, weeksText(proposal.notes), {}});
    }
    const QSignalBlocker quiet(m_list->selectionModel());
    m_storylines->setStorylines(pinned, proposed);
    if (m_storylines->rowCount() > 1 && std::exchange(m_isNew, false) && m_field->text().trimmed().isEmpty())
        m_field->setText(m_storylines->index(1, 0).data().toString()); // below the first heading
    follow();
}

void StorylinesPage::chooseRow()
{
    const QModelIndex index = m_list->currentIndex();
    if (index.isValid())
        m_field->setText(index.data().toString());
    if (m_soon.isActive())
        follow();
}

void StorylinesPage::follow()
{
    m_soon.stop();
    const StoryTerm term(m_field->text());
    m_pin->setEnabled(!term.isEmpty() && !m_session.isReadOnly());
    m_pin->setText(isPinned() ? tr("Un&pin") : tr("&Pin"));
    {
        const QSignalBlocker quiet(m_list->selectionModel());
        const int row = m_storylines->rowOf(term.text());
        if (row < 0)
            m_list->selectionModel()->clear();
        else
            m_list->setCurrentIndex(m_storylines->index(row, 0));
        m_list->viewport()->update();
    }
    const quint64 following = ++m_followed;
    m_following.cancel(); // nobody waits for what was typed before
    if (term.isEmpty())
        return showStoryline(term, {});
    m_following = m_session.notebook().readAll(Storyline(term, m_session.clock().today()));
    m_following.then(this, [this, term, following](Result<Storyline> found) {
        if (following == m_followed && found)
            showStoryline(term, found->take());
    });
}

YearStrip &StorylinesPage::years() const
{
    return m_years->strip();
}

StoryTerm StorylinesPage::placeIn(const NoteId &id) const
{
    return m_dots.contains(id) ? m_term : StoryTerm();
}

void StorylinesPage::showStoryline(const StoryTerm &term, std::vector<NotePassage> passages)
{
    m_term = term;
    m_dots.clear();
    for (const NotePassage &each : passages)
        m_dots.insert(each.note.id);
    showDots();
    if (!passages.empty())
        m_years->reveal(m_session.shelf().weekOf(passages.back().note));
    const QString title = term.isEmpty() ? tr("Storylines") : term.text();
    const QString below =
        term.isEmpty() ? tr("Type a word, a tag or a phrase to see the weeks where it runs.") : sentence(passages);
    m_reader->setFinder([term](const QString &text) {
        std::vector<TextRange> ranges;
        for (const auto &[begin, end] : term.in(text))
            ranges.push_back({begin, end});
        return ranges;
    });
    m_reader->setPassages(title, below, std::move(passages));
}

QString StorylinesPage::sentence(const std::vector<NotePassage> &passages)
{
    const std::vector<QDate> days = daysOf(passages);
    if (days.empty())
        return tr("In no week yet.");
    QString words = spanText(days);
    if (const int gap = longestGap(days); gap > 0)
        words += u" · "_s + tr("longest gap: %Ln week(s)", nullptr, gap);
    return words;
}

void StorylinesPage::showDots()
{
    const QString words = tr("the storyline runs here");
    years().setDots(m_dots, words);
    if (isVisible())
        m_beside.setDots(m_dots, words);
}

void StorylinesPage::showEvent(QShowEvent *event)
{
    LookBackPage::showEvent(event);
    showDots();
}

void StorylinesPage::hideEvent(QHideEvent *event)
{
    LookBackPage::hideEvent(event);
    m_beside.setDots({}, {});
}

bool StorylinesPage::isPinned() const
{
    return m_session.shelf().settings().storylines.contains(m_field->text().simplified(), Qt::CaseInsensitive);
}

/// What changed comes back with the session's shelf.
void StorylinesPage::togglePin()
{
    const QString text = m_field->text().simplified();
    if (StoryTerm(text).isEmpty())
        return; // the field was emptied just now, and the button does not know yet
    const bool pinned = isPinned();
    m_pin->setEnabled(false);
    m_session.notebook()
        .changeSettings([text, pinned](LibrarySettings &settings) {
            settings.storylines.removeIf(
                [&text](const QString &each) { return each.compare(text, Qt::CaseInsensitive) == 0; });
            if (!pinned)
                settings.storylines.prepend(text);
        })
        .then(this, [this](const Result<LibrarySettings> &changed) {
            if (!m_session.isOpen())
                return;
            follow();
            m_reader->say(changed ? QString() : errorText(changed.error()), !changed);
        });
}

} // namespace Weeknotes
