// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/besidepane.h"

#include "app/besidecard.h"
#include "app/besidereader.h"
#include "app/clearlayout.h"
#include "app/markedtext.h"
#include "app/session.h"
#include "editor/markdownedit.h"
#include "preview/previewview.h"
#include "style/typography.h"
#include "timeline/periodtext.h"

#include <QLabel>
#include <QPointer>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTextBlock>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Weeknotes {
namespace {

constexpr auto cursorRests = 250ms;
constexpr int narrowestPane = 80 * Metrics::step;
constexpr qsizetype longestNamed = 22; // characters of a mention in a heading
constexpr int mostMentions = 3;
constexpr size_t mostToRead = 20; // notes that may have a mention
constexpr int mostSearched = 200;

} // namespace

BesidePane::BesidePane(Session &session, MarkdownEdit &editor, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_editor(editor)
    , m_pages(new QStackedWidget(this))
    , m_scroll(new QScrollArea(m_pages))
    , m_reader(new BesideReader(session, m_pages))
    , m_nothing(new QLabel(this))
{
    setAccessibleName(tr("Beside the draft"));
    setMinimumWidth(narrowestPane);
    layOut();
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    m_rest.setSingleShot(true);
    m_rest.setInterval(cursorRests);
    connectParts();
}

void BesidePane::layOut()
{
    auto *ground = new QWidget(m_scroll);
    ground->setProperty("role", u"side"_s);
    ground->setAttribute(Qt::WA_StyledBackground);
    auto *column = new QVBoxLayout(ground);
    column->setContentsMargins(0, 2 * Metrics::step, 0, 4 * Metrics::step);
    column->setSpacing(0);
    m_mentions = makeGroup(*column);
    m_before = makeGroup(*column);
    m_years = makeGroup(*column);
    m_nothing->setProperty("role", u"second"_s);
    m_nothing->setWordWrap(true);
    m_nothing->setMargin(Metrics::sideMargin);
    m_nothing->setText(tr("Nothing was written before this. Next week this note will stand here."));
    column->addWidget(m_nothing);
    column->addStretch(1);
    m_scroll->setWidget(ground);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_pages->addWidget(m_scroll);
    m_pages->addWidget(m_reader);
    auto *pane = new QVBoxLayout(this);
    pane->setContentsMargins({});
    pane->addWidget(m_pages);
}

BesidePane::Group BesidePane::makeGroup(QVBoxLayout &column)
{
    Group group;
    group.box = new QWidget(this);
    group.heading = new QLabel(group.box);
    group.heading->setProperty("role", u"heading"_s);
    group.heading->setTextFormat(Qt::PlainText);
    group.heading->setContentsMargins(Metrics::sideMargin, 4 * Metrics::step, Metrics::sideMargin, Metrics::step);
    auto *inner = new QVBoxLayout(group.box);
    inner->setContentsMargins({});
    inner->setSpacing(0);
    inner->addWidget(group.heading);
    group.cards = new QVBoxLayout;
    group.cards->setSpacing(0);
    inner->addLayout(group.cards);
    column.addWidget(group.box);
    group.box->hide();
    return group;
}

void BesidePane::connectParts()
{
    connect(&m_soon, &QTimer::timeout, this, &BesidePane::refresh);
    connect(&m_rest, &QTimer::timeout, this, &BesidePane::lookAtCursor);
    const auto soon = [this] { m_soon.start(); };
    connect(&m_session, &Session::draftOpened, this, soon);
    connect(&m_session, &Session::draftClosed, this, soon);
    connect(&m_session, &Session::shelfChanged, this, soon);
    connect(&m_session, &Session::noteChanged, this, soon);
    connect(&m_session, &Session::weekShown, this, soon);
    connect(&m_editor, &QTextEdit::cursorPositionChanged, this, [this] { m_rest.start(); });
    connect(&m_editor, &QTextEdit::selectionChanged, this, [this] { m_rest.start(); });
    connect(m_reader, &BesideReader::left, this, &BesidePane::leaveReader);
    connect(m_reader, &BesideReader::noteActivated, this, [this](const NoteId &id) {
        leaveReader();
        Q_EMIT noteActivated(id);
    });
    connect(m_reader, &BesideReader::linkActivated, this, &BesidePane::linkActivated);
}

void BesidePane::setScheme(Scheme scheme)
{
    m_reader->setScheme(scheme);
}

void BesidePane::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_soon.start();
}

void BesidePane::refresh()
{
    const DraftSession *draft = m_session.draft();
    if (!isVisible() || !draft)
        return;
    if (std::exchange(m_draft, draft->noteId()) != m_draft) {
        m_mention.reset();
        ++m_order; // what is sought for the one before is no answer for this
        clear(m_mentions);
        m_pages->setCurrentWidget(m_scroll);
        m_scroll->verticalScrollBar()->setValue(0);
    }
    const Shelf &shelf = m_session.shelf();
    const Week &week = m_session.week();
    const auto before = BesideText::noteBefore(shelf, week, m_draft);
    const NoteHeader *last = before ? shelf.note(*before) : nullptr;
    const bool isLastWeek = last && shelf.noteOf(week.previous()) == last;
    fill(m_before, isLastWeek ? tr("The week before") : tr("The note before"),
         before ? std::vector{*before} : std::vector<NoteId>(), true);
    fill(m_years, tr("This week in earlier years"), BesideText::sameWeekInEarlierYears(shelf, week, m_draft), false);
    showWhetherEmpty();
    lookAtCursor();
}

void BesidePane::fill(Group &group, const QString &heading, const std::vector<NoteId> &notes, bool withOpenEnds)
{
    group.heading->setText(heading);
    for (const Group *each : {&m_mentions, &group}) // QLabel would go by the direction of the words
        each->heading->setAlignment((isRightToLeft() ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute);
    std::vector<std::pair<NoteId, qint64>> wanted;
    for (const NoteId &id : notes)
        wanted.emplace_back(id, m_session.shelf().note(id)->revision);
    if (wanted == group.notes)
        return;
    clear(group);
    group.notes = std::move(wanted);
    for (const NoteId &id : notes) {
        QPointer card = addCard(group, *m_session.shelf().note(id));
        m_session.notebook().note(id).then(this, [card, withOpenEnds](const Result<Note> &note) {
            if (!card || !note)
                return;
            const auto document = Markdown::Document::parse(note->text);
            card->setWords(BesideText::firstWords(*document).toHtmlEscaped(),
                           withOpenEnds ? BesideText::openEnds(*document) : QStringList());
        });
    }
}

void BesidePane::clear(Group &group)
{
    group.notes.clear();
    clearLayout(group.cards);
    group.box->hide();
}

BesideCard *BesidePane::addCard(Group &group, const NoteHeader &note)
{
    const Shelf &shelf = m_session.shelf();
    const QDate day = sortDay(note);
    const QString when = tr("Week %1 · %2")
                             .arg(shelf.weekOf(note).number(shelf.rules()).number)
                             .arg(periodWithYear(note.fields.covers.value_or(Period{day, day}), QLocale()));
    auto *card =
        new BesideCard(note.id, when, note.fields.title.isEmpty() ? tr("Untitled") : note.fields.title, group.box);
    group.cards->addWidget(card);
    group.box->show();
    connect(card, &BesideCard::clicked, this, [this, id = note.id] { read(id); });
    return card;
}

void BesidePane::lookAtCursor()
{
    if (!isVisible() || !m_session.draft())
        return;
    const QTextCursor cursor = m_editor.textCursor();
    const QTextBlock block = m_editor.document()->findBlock(cursor.selectionStart());
    const int begin = cursor.selectionStart() - block.position();
    const int end = cursor.selectionEnd() - block.position();
    if (end > block.length() - 1) // more than a line is no mention
        return;
    const auto mention = BesideText::mentionAt(block.text(), begin, end);
    if (!mention || mention == m_mention)
        return;
    m_mention = mention;
    seek(*mention);
}

void BesidePane::seek(const BesideText::Mention &mention)
{
    const QString query = u'"' + QString(mention.words).remove(u'"').remove(u'*') + u'"';
    m_session.notebook()
        .search(query, mostSearched)
        .then(this, [this, mention, order = ++m_order](const Result<std::vector<SearchHit>> &hits) {
            if (order != m_order || !hits)
                return;
            const Shelf &shelf = m_session.shelf();
            const NoteHeader *draft = shelf.note(m_draft);
            std::vector<const NoteHeader *> earlier;
            for (const SearchHit &hit : *hits) {
                const NoteHeader *note = shelf.note(hit.id);
                if (note && draft && note != draft && newerFirst(*draft, *note))
                    earlier.push_back(note);
            }
            std::ranges::sort(earlier, [](const auto *a, const auto *b) { return newerFirst(*b, *a); });
            std::vector<NoteId> rest; // the newest is the last one
            for (const NoteHeader *note : earlier)
                rest.push_back(note->id);
            if (rest.size() > mostToRead)
                rest.erase(rest.begin(), rest.end() - mostToRead);
            clear(m_mentions);
            QString named = mention.toString();
            if (named.size() > longestNamed)
                named = named.first(longestNamed) + u'…';
            m_mentions.heading->setText(tr("Last mention of “%1”").arg(named));
            readMention(mention, std::move(rest), order);
        });
}

void BesidePane::readMention(const BesideText::Mention &mention, std::vector<NoteId> rest, quint64 order)
{
    if (order != m_order || rest.empty() || m_mentions.cards->count() == mostMentions)
        return showWhetherEmpty();
    const NoteId id = rest.back();
    rest.pop_back();
    m_session.notebook().note(id).then(this, [this, mention, rest, order](const Result<Note> &note) {
        if (order != m_order)
            return;
        if (const auto passage = note ? BesideText::sentenceWith(mention, *note) : std::nullopt)
            addCard(m_mentions, note->header)->setWords(markedText(passage->text, passage->matches));
        readMention(mention, rest, order);
    });
}

void BesidePane::showWhetherEmpty()
{
    m_nothing->setVisible(m_before.box->isHidden() && m_years.box->isHidden() && m_mentions.box->isHidden());
}

void BesidePane::read(const NoteId &id)
{
    m_session.notebook().note(id).then(this, [this](const Result<Note> &note) {
        if (!note)
            return;
        m_reader->show(*note);
        m_pages->setCurrentWidget(m_reader);
        m_reader->view().setFocus();
    });
}

void BesidePane::leaveReader()
{
    m_pages->setCurrentWidget(m_scroll);
    for (BesideCard *card : cards()) {
        if (card->note() == m_reader->note())
            return card->setFocus();
    }
    m_editor.setFocus();
}

QStringList BesidePane::headings() const
{
    QStringList all;
    for (const Group *group : {&m_mentions, &m_before, &m_years}) {
        if (!group->box->isHidden())
            all << group->heading->text();
    }
    return all;
}

QList<BesideCard *> BesidePane::cards() const
{
    QList<BesideCard *> all;
    for (const Group *group : {&m_mentions, &m_before, &m_years}) {
        for (int i = 0; i < group->cards->count(); ++i)
            all << qobject_cast<BesideCard *>(group->cards->itemAt(i)->widget());
    }
    return all;
}

BesideReader *BesidePane::reader() const
{
    return m_pages->currentWidget() == m_reader ? m_reader : nullptr;
}

} // namespace Weeknotes
