// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/sectionspage.h"

#include "app/background.h"
#include "app/emptystate.h"
#include "app/passagereader.h"
#include "app/sectionlist.h"
#include "app/session.h"
#include "cli/errortext.h"
#include "style/typography.h"
#include "timeline/periodtext.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStackedWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Weeknotes {
namespace {

constexpr int listWidth = 84 * Metrics::step;

QString monthOf(QDate day)
{
    return monthsText({day, day}, QLocale());
}

} // namespace

/// What the headings of all notes come to.
struct SectionsPage::Found
{
    std::vector<SectionLine> lines;
    std::optional<SectionProposal> proposal;
};

SectionsPage::SectionsPage(Session &session, AppSettings &settings, SchemeSwitch &schemes, Links &links,
                           QWidget *parent)
    : LookBackPage(parent)
    , m_session(session)
    , m_stack(new QStackedWidget(this))
    , m_nothing(new EmptyState(m_stack))
    , m_filter(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_sections(new SectionList(this))
    , m_question(new QWidget(this))
    , m_words(new QLabel(m_question))
    , m_reason(new QLabel(m_question))
    , m_same(new QPushButton(tr("&Read them as one"), m_question))
    , m_other(new QPushButton(tr("&Not the same"), m_question))
    , m_asked(questionRow({m_words, m_reason}, {m_same, m_other}))
    , m_names(new QLabel(m_question))
    , m_apart(new QPushButton(tr("&Take them apart"), m_question))
    , m_joined(questionRow({m_names}, {m_apart}))
    , m_reader(new PassageReader(session, settings, schemes, links, this))
{
    layOutQuestion();
    layOut();
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &words) {
        const QSignalBlocker quiet(m_list->selectionModel());
        m_sections->setFilter(words);
        select(m_sections->rowOf(m_chosen));
        ask();
    });
    connect(m_filter, &QLineEdit::returnPressed, this, [this] { m_list->setCurrentIndex(m_sections->index(0, 0)); });
    leadInto(*m_list, *m_filter);
    connect(m_reader, &PassageReader::noteActivated, this, &LookBackPage::noteActivated);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &SectionsPage::showLine);
    connect(m_same, &QPushButton::clicked, this, [this] { answer(true); });
    connect(m_other, &QPushButton::clicked, this, [this] { answer(false); });
    connect(m_apart, &QPushButton::clicked, this, &SectionsPage::takeApart);
}

QString SectionsPage::name() const
{
    return tr("Sections");
}

void SectionsPage::layOut()
{
    m_filter->setPlaceholderText(tr("Find a section"));
    m_filter->setAccessibleName(tr("Find a section"));
    m_list->setModel(m_sections);
    m_list->setItemDelegate(new PresenceDelegate(SectionList::DetailRole, SectionList::PresenceRole, m_list));
    m_list->setUniformItemSizes(true);
    m_list->setEditTriggers(QListView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMouseTracking(true);
    m_list->setAccessibleName(tr("Sections"));
    auto *side = new QWidget(this);
    side->setProperty("role", u"paper"_s);
    side->setAttribute(Qt::WA_StyledBackground);
    side->setFixedWidth(listWidth);
    auto *field = new QVBoxLayout;
    field->setContentsMargins(3 * Metrics::step, 2 * Metrics::step, 3 * Metrics::step, 2 * Metrics::step);
    field->addWidget(m_filter);
    auto *left = new QVBoxLayout(side);
    left->setContentsMargins({});
    left->setSpacing(0);
    left->addLayout(field);
    left->addWidget(m_list, 1);
    auto *line = new QFrame(this);
    line->setProperty("role", u"hairline"_s);
    line->setFrameShape(QFrame::VLine);
    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(m_question);
    right->addWidget(m_reader, 1);
    auto *page = new QWidget(m_stack);
    auto *row = new QHBoxLayout(page);
    row->setContentsMargins({});
    row->setSpacing(0);
    row->addWidget(side);
    row->addWidget(line);
    row->addLayout(right, 1);
    m_stack->addWidget(page);
    m_stack->addWidget(m_nothing);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins({});
    all->addWidget(m_stack);
    setFocusProxy(m_filter);
}

QWidget *SectionsPage::questionRow(const std::vector<QLabel *> &labels, const std::vector<QPushButton *> &buttons)
{
    auto *box = new QWidget(m_question);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    for (QLabel *label : labels) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        words->addWidget(label);
    }
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(Metrics::sideMargin, 2 * Metrics::step, Metrics::sideMargin, 2 * Metrics::step);
    row->setSpacing(2 * Metrics::step);
    row->addLayout(words, 1);
    for (QPushButton *button : buttons)
        row->addWidget(button);
    return box;
}

void SectionsPage::layOutQuestion()
{
    m_reason->setProperty("role", u"small"_s);
    auto *line = new QFrame(m_question);
    line->setProperty("role", u"hairline"_s);
    line->setFrameShape(QFrame::HLine);
    auto *column = new QVBoxLayout(m_question);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_joined);
    column->addWidget(m_asked);
    column->addWidget(line);
    m_question->hide();
}

void SectionsPage::refresh()
{
    m_session.notebook()
        .readAll(SectionLines(m_session.clock().today(), m_session.shelf().settings().author))
        .then(this, [this, listed = ++m_listed](Result<SectionLines> lines) {
            if (listed != m_listed || !m_session.isOpen())
                return;
            if (lines)
                return compare(*std::move(lines));
            m_nothing->setWords(tr("The notes could not be read"), errorText(lines.error()), {});
            m_stack->setCurrentWidget(m_nothing);
        });
}

/// Which headings seem to be one takes long to find where there are many notes.
void SectionsPage::compare(SectionLines lines)
{
    inBackground([lines = std::move(lines), renames = m_session.shelf().settings().sectionRenames] {
        std::vector<SectionLine> found = lines.lines(renames);
        std::optional<SectionProposal> proposal = lines.proposal(found, renames);
        return Found{std::move(found), std::move(proposal)};
    }).then(this, [this, listed = m_listed](Found found) {
        if (listed == m_listed && m_session.isOpen())
            showLines(std::move(found));
    });
}

void SectionsPage::showLines(Found found)
{
    m_proposal = std::move(found.proposal);
    const QSignalBlocker quiet(m_list->selectionModel());
    m_sections->setLines(std::move(found.lines), m_proposal ? m_proposal->toKey : QString());
    if (!m_sections->hasLines()) {
        m_nothing->setWords(tr("No section comes back yet"),
                            tr("A heading that two notes share can be read here across all weeks."), {});
        m_stack->setCurrentWidget(m_nothing);
        return;
    }
    m_stack->setCurrentIndex(0);
    select(std::max(m_sections->rowOf(m_chosen), 0));
    showLine();
}

/// For when the selection's signals are blocked: the list, too, then hears nothing of it.
void SectionsPage::select(int row)
{
    const QModelIndex index = m_sections->index(row, 0);
    m_list->setCurrentIndex(index);
    m_list->scrollTo(index);
    m_list->viewport()->update();
}

void SectionsPage::showLine()
{
    ask();
    const QModelIndex index = m_list->currentIndex();
    if (!index.isValid())
        return; // the filter hides it, and the page stays
    const SectionLine &line = m_sections->line(index.row());
    m_chosen = line.keys.first();
    readLine(line);
}

void SectionsPage::readLine(const SectionLine &line)
{
    m_session.notebook()
        .readAll(SectionPassages(line, m_session.clock().today()))
        .then(this, [this, reading = ++m_read, line](Result<SectionPassages> passages) {
            if (reading == m_read && passages)
                m_reader->setPassages(line.heading, spanText(line.days), passages->take());
        });
}

bool SectionsPage::isAskedOf(const SectionLine &line) const
{
    return m_proposal && (line.keys.contains(m_proposal->fromKey) || line.keys.contains(m_proposal->toKey));
}

/// Of a line in the list alone: what stands there is what will be answered.
void SectionsPage::ask()
{
    const QModelIndex index = m_list->currentIndex();
    if (!index.isValid())
        return m_question->hide();
    const SectionLine &line = m_sections->line(index.row());
    const bool isAsked = isAskedOf(line);
    const bool isJoined = !line.otherNames.isEmpty();
    m_question->setVisible(!m_session.isReadOnly() && (isAsked || isJoined));
    m_asked->setVisible(isAsked);
    m_joined->setVisible(isJoined);
    m_names->setText(tr("With what was called: %1").arg(QLocale().createSeparatedList(line.otherNames)));
    if (!isAsked)
        return;
    m_words->setText(line.keys.contains(m_proposal->toKey)
                         ? tr("Was this section called “%1” before?").arg(m_proposal->from)
                         : tr("Is this section called “%1” now?").arg(m_proposal->to));
    const QString ended = monthOf(m_proposal->lastFrom);
    const QString began = monthOf(m_proposal->firstTo);
    m_reason->setText(m_proposal->words.isEmpty()
                          ? tr("One was last there in %1, the other first in %2, and both stand beside “%3”.")
                                .arg(ended, began, m_proposal->neighbour)
                          : tr("One was last there in %1, the other first in %2, and both say “%3”.")
                                .arg(ended, began, m_proposal->words.join(u' ')));
}

void SectionsPage::answer(bool same)
{
    if (!m_proposal)
        return;
    const SectionRename decision{m_proposal->fromKey, m_proposal->toKey, same};
    change([decision](std::vector<SectionRename> &renames) { decide(renames, decision); });
}

void SectionsPage::takeApart()
{
    const QModelIndex index = m_list->currentIndex();
    if (!index.isValid())
        return;
    const QStringList keys = m_sections->line(index.row()).keys;
    change([keys](std::vector<SectionRename> &renames) {
        for (SectionRename &rename : renames)
            rename.same = rename.same && !(keys.contains(rename.from) && keys.contains(rename.to));
    });
}

/// What changed comes back with the session's shelf.
void SectionsPage::change(const std::function<void(std::vector<SectionRename> &renames)> &change)
{
    m_session.notebook()
        .changeSettings([change](LibrarySettings &settings) { change(settings.sectionRenames); })
        .then(this, [this](const Result<LibrarySettings> &changed) {
            if (!changed)
                m_reader->say(errorText(changed.error()), true);
        });
}

} // namespace Weeknotes
