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
    std::vector<SectionProposal> proposals;
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
    , m_reasons(new QLabel(m_question))
    , m_same(new QPushButton(tr("&Read them as one"), m_question))
    , m_apart(new QPushButton(m_question))
    , m_reader(new PassageReader(session, settings, schemes, links, this))
{
    layOutQuestion();
    layOut();
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &words) {
        const QSignalBlocker quiet(m_list->selectionModel());
        m_sections->setFilter(words);
        select(m_sections->rowOf(m_chosen));
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &SectionsPage::showLine);
    connect(m_same, &QPushButton::clicked, this, [this] { answer(true); });
    connect(m_apart, &QPushButton::clicked, this, [this] { answer(false); });
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

void SectionsPage::layOutQuestion()
{
    m_reasons->setProperty("role", u"small"_s);
    for (QLabel *label : {m_words, m_reasons}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
    }
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_words);
    words->addWidget(m_reasons);
    auto *row = new QHBoxLayout;
    row->setContentsMargins(Metrics::sideMargin, 2 * Metrics::step, Metrics::sideMargin, 2 * Metrics::step);
    row->setSpacing(2 * Metrics::step);
    row->addLayout(words, 1);
    row->addWidget(m_same);
    row->addWidget(m_apart);
    auto *line = new QFrame(m_question);
    line->setProperty("role", u"hairline"_s);
    line->setFrameShape(QFrame::HLine);
    auto *column = new QVBoxLayout(m_question);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addLayout(row);
    column->addWidget(line);
    m_question->hide();
}

void SectionsPage::refresh()
{
    m_session.notebook()
        .readAll(SectionLines(m_session.clock().today()))
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
        return Found{lines.lines(renames), lines.proposals(renames)};
    }).then(this, [this, listed = m_listed](Found found) {
        if (listed == m_listed && m_session.isOpen())
            showLines(std::move(found));
    });
}

void SectionsPage::showLines(Found found)
{
    m_proposals = std::move(found.proposals);
    QSet<QString> renamed;
    for (const SectionProposal &proposal : m_proposals)
        renamed << proposal.fromKey << proposal.toKey;
    const QSignalBlocker quiet(m_list->selectionModel());
    m_sections->setLines(std::move(found.lines), renamed);
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
    const QModelIndex index = m_list->currentIndex();
    if (!index.isValid())
        return; // the filter hides it, and the page stays
    const SectionLine &line = m_sections->line(index.row());
    m_chosen = line.keys.first();
    ask(line);
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

const SectionProposal *SectionsPage::proposalOf(const SectionLine &line) const
{
    const auto found = std::ranges::find_if(m_proposals, [&line](const SectionProposal &proposal) {
        return line.keys.contains(proposal.fromKey) || line.keys.contains(proposal.toKey);
    });
    return found == m_proposals.end() ? nullptr : &*found;
}

void SectionsPage::ask(const SectionLine &line)
{
    const SectionProposal *proposal = proposalOf(line);
    m_question->setVisible(!m_session.isReadOnly() && (proposal || !line.otherNames.isEmpty()));
    m_same->setVisible(proposal != nullptr);
    m_apart->setText(proposal ? tr("&Keep them apart") : tr("&Take them apart"));
    m_reasons->setVisible(proposal != nullptr);
    if (!proposal) {
        const QString names = QLocale().createSeparatedList(line.otherNames);
        return m_words->setText(tr("With what was called: %1").arg(names));
    }
    m_words->setText(line.keys.contains(proposal->toKey)
                         ? tr("Was this section called “%1” before?").arg(proposal->from)
                         : tr("Is this section called “%1” now?").arg(proposal->to));
    QStringList reasons{tr("one was last there in %1, the other first in %2")
                            .arg(monthOf(proposal->lastFrom), monthOf(proposal->firstTo))};
    if (!proposal->neighbour.isEmpty())
        reasons << tr("both stand beside “%1”").arg(proposal->neighbour);
    else if (proposal->samePlace)
        reasons << tr("both stand at the same place in a note");
    if (!proposal->words.isEmpty())
        reasons << tr("both say “%1”").arg(proposal->words.join(u' '));
    m_reasons->setText(reasons.join(u" · "_s));
}

void SectionsPage::answer(bool same)
{
    const QModelIndex index = m_list->currentIndex();
    if (!index.isValid())
        return;
    const SectionProposal *proposal = proposalOf(m_sections->line(index.row()));
    if (!proposal)
        return takeApart();
    const SectionRename decision{proposal->fromKey, proposal->toKey, same};
    change([decision](std::vector<SectionRename> &renames) { decide(renames, decision); });
}

void SectionsPage::takeApart()
{
    const QStringList keys = m_sections->line(m_list->currentIndex().row()).keys;
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
                m_reasons->setText(errorText(changed.error()));
        });
}

} // namespace Weeknotes
