// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/searchpopup.h"

#include "app/announce.h"
#include "app/searchdelegate.h"
#include "app/searchfield.h"
#include "app/searchgroups.h"
#include "app/session.h"
#include "cli/errortext.h"
#include "style/typography.h"

#include <QLabel>
#include <QListView>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Weeknotes {
namespace {

constexpr int mostResults = 30;
constexpr int mostHeadingsFound = 4;
constexpr size_t mostCommands = 4; // among other results
constexpr size_t mostRemembered = 10;
constexpr int widestResults = 150 * Metrics::step;
constexpr int highestResults = 130 * Metrics::step;
constexpr auto commandsOnly = u'>';

} // namespace

SearchPopup::SearchPopup(SearchField *field, Session &session, const QMenu &commands, QWidget *window)
    : QFrame(window)
    , m_field(field)
    , m_session(session)
    , m_commands(commands)
    , m_results(new SearchResults(this))
    , m_list(new QListView(this))
    , m_nothing(new QLabel(this))
    , m_hint(new QLabel(this))
{
    layOut();
    hide();
    window->installEventFilter(this);
    connect(field, &QLineEdit::textChanged, this, &SearchPopup::ask);
    connect(field, &SearchField::entered, this, [this] {
        if (m_field->text().trimmed().isEmpty())
            showRecent();
        else
            ask();
    });
    connect(field, &SearchField::moveRequested, this, [this](int step) {
        if (isVisible())
            moveTo(m_results->next(m_list->currentIndex().row(), step));
        else
            Q_EMIT m_field->entered();
    });
    connect(field, &SearchField::chooseRequested, this, [this] {
        if (isAnswered())
            choose(m_list->currentIndex());
        else
            m_chooseFirst = true;
    });
    connect(field, &SearchField::left, this, [this] {
        hide();
        m_answered = ++m_question; // an answer that is under way opens nothing
        if (m_field->hasFocus())
            Q_EMIT closed();
    });
    connect(m_list, &QListView::clicked, this, &SearchPopup::choose);
    connect(&session, &Session::opening, this, [this] { // what the library before was asked may stay unanswered
        m_isSearching = false;
        m_asked = 0;
        m_headings.clear();
        m_opened.clear();
        hide();
    });
    connect(&session, &Session::draftOpened, this, [this](const DraftSession *draft) {
        std::erase(m_opened, draft->noteId());
        m_opened.insert(m_opened.begin(), draft->noteId());
        m_opened.resize(std::min(m_opened.size(), mostRemembered));
    });
}

void SearchPopup::layOut()
{
    setProperty("role", u"card"_s);
    setAttribute(Qt::WA_StyledBackground);
    m_list->setModel(m_results);
    m_list->setItemDelegate(new SearchDelegate(m_list));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setEditTriggers(QListView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QListView::ScrollPerPixel);
    m_list->setMouseTracking(true);
    m_list->setAccessibleName(tr("Search results"));
    for (QLabel *label : {m_nothing, m_hint}) {
        label->setMargin(4 * Metrics::step);
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    m_nothing->setProperty("role", u"second"_s);
    m_hint->setProperty("role", u"small"_s);
    m_hint->setText(
        tr("Search by words, \"a phrase\", begin*, -without, week 46, 3.09, October 2019; > lists commands."));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, Metrics::step, 1, Metrics::step);
    column->setSpacing(0);
    column->addWidget(m_list, 1);
    column->addWidget(m_nothing);
    column->addWidget(m_hint);
}

void SearchPopup::ask()
{
    ++m_question;
    m_chooseFirst = false;
    const QString words = m_field->text().trimmed();
    if (words.isEmpty())
        showRecent();
    else if (words.startsWith(commandsOnly))
        showCommands();
    else
        search();
}

void SearchPopup::search()
{
    if (m_isSearching) // what is asked while one is under way waits for it, so that they never queue up
        return;
    m_isSearching = true;
    m_asked = m_question;
    Notebook &notebook = m_session.notebook();
    const QString words = m_field->text();
    notebook.headings(words, mostHeadingsFound)
        .then(this, [this, asked = m_asked](const Result<std::vector<HeadingHit>> &found) {
            if (asked == m_asked)
                m_headings = found.value_or(std::vector<HeadingHit>());
        });
    notebook.search(words, mostResults)
        .then(this, [this, asked = m_asked](const Result<std::vector<SearchHit>> &found) {
            if (asked != m_asked)
                return;
            m_isSearching = false;
            if (asked == m_question)
                showResults(found);
            else if (!isAnswered())
                search();
        });
}

void SearchPopup::showResults(const Result<std::vector<SearchHit>> &hits)
{
    const QString words = m_field->text();
    const Shelf &shelf = m_session.shelf();
    SearchGroup commands = SearchGroups::commands(words, m_commands);
    if (commands.rows.size() > mostCommands)
        commands.rows.erase(commands.rows.begin() + mostCommands, commands.rows.end());
    const auto groups =
        SearchGroups::ordered(SearchGroups::weeks(words, shelf, m_session.mayBegin()),
                              SearchGroups::notes(words, hits.value_or(std::vector<SearchHit>()), shelf),
                              SearchGroups::headings(m_headings, shelf), std::move(commands));
    present(groups, hits ? tr("Nothing found for “%1”.").arg(words.trimmed()) : errorText(hits.error()));
}

void SearchPopup::showCommands()
{
    const QString words = m_field->text().trimmed().sliced(1);
    present({SearchGroups::commands(words, m_commands)}, tr("No command is called “%1”.").arg(words.trimmed()));
}

void SearchPopup::showRecent()
{
    const DraftSession *draft = m_session.draft();
    present({SearchGroups::recent(m_opened, draft ? draft->noteId() : NoteId(), m_session.shelf())}, {});
}

void SearchPopup::present(const std::vector<SearchGroup> &groups, const QString &nothing)
{
    m_answered = m_question;
    m_results->setGroups(groups);
    const int count = m_results->count();
    m_list->setVisible(count > 0);
    m_nothing->setText(nothing);
    m_nothing->setVisible(count == 0 && !nothing.isEmpty());
    m_hint->setVisible(m_field->text().trimmed().isEmpty());
    place();
    show();
    raise();
    m_list->scrollToTop();
    if (count > 0 && !m_hint->isVisible()) // an empty field chooses nothing by itself
        m_list->setCurrentIndex(m_results->index(m_results->next(-1, 1), 0));
    announce(m_field, count > 0 ? tr("%Ln result(s)", nullptr, count) : nothing);
    if (std::exchange(m_chooseFirst, false))
        choose(m_list->currentIndex());
}

void SearchPopup::place()
{
    const QWidget *window = parentWidget();
    const QWidget *bar = m_field->parentWidget();
    const QPoint below(m_field->mapTo(window, QPoint(m_field->width() / 2, 0)).x(),
                       bar->mapTo(window, QPoint(0, bar->height() + Metrics::step)).y());
    const int width = std::min(widestResults, window->width() - 6 * Metrics::step);
    int height = 2 * Metrics::step + 2;
    for (int row = 0; row < m_results->rowCount(); ++row)
        height += m_list->itemDelegate()->sizeHint({}, m_results->index(row, 0)).height();
    for (const QLabel *label : {m_nothing, m_hint})
        height += label->isHidden() ? 0 : label->heightForWidth(width - 2);
    const int left = std::clamp(below.x() - width / 2, 3 * Metrics::step, window->width() - width - 3 * Metrics::step);
    const int room = window->height() - below.y() - 3 * Metrics::step;
    setGeometry(left, below.y(), width, std::min({height, highestResults, room}));
}

bool SearchPopup::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && isVisible())
        place();
    return QFrame::eventFilter(watched, event);
}

void SearchPopup::moveTo(int row)
{
    if (row < 0)
        return;
    m_list->setCurrentIndex(m_results->index(row, 0));
    if (row == m_results->next(-1, 1))
        m_list->scrollToTop(); // the heading above it, too
    const QString words = m_list->currentIndex().data(Qt::AccessibleTextRole).toString();
    announce(m_field, words);
}

void SearchPopup::choose(const QModelIndex &index)
{
    if (!index.isValid() || !isVisible() || !index.flags().testFlag(Qt::ItemIsSelectable))
        return;
    const SearchTarget target = m_results->target(index.row());
    if (const auto *narrower = std::get_if<NarrowerSearch>(&target))
        return m_field->setText(narrower->words);
    hide();
    m_field->reset();
    follow(target);
}

void SearchPopup::follow(const SearchTarget &target)
{
    if (const auto *command = std::get_if<QPointer<QAction>>(&target)) {
        Q_EMIT closed(); // it may mean what has the keyboard
        if (*command)
            (*command)->trigger();
    } else if (const auto *note = std::get_if<FoundNote>(&target)) {
        Q_EMIT noteChosen(*note);
    } else if (const auto *week = std::get_if<FoundWeek>(&target)) {
        Q_EMIT weekChosen(*week);
    }
}

} // namespace Weeknotes
