// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/notepane.h"

#include "app/banner.h"
#include "app/findbar.h"
#include "app/notehead.h"
#include "style/typography.h"

#include <QEvent>
#include <QFrame>
#include <QScrollBar>
#include <QTextCursor>
#include <QTextDocument>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Weeknotes {

NotePane::NotePane(QWidget *parent)
    : QWidget(parent)
    , m_banner(new Banner(this))
    , m_head(new NoteHead(this))
    , m_seam(new QFrame(this))
    , m_editor(new MarkdownEdit(this))
    , m_findBar(new FindBar(tr("Find in the text"), this))
{
    setProperty("role", u"paper"_s);
    setAttribute(Qt::WA_StyledBackground);
    m_editor->setProperty("role", u"paper"_s);
    m_editor->setInvitation(tr("What happened this week?"));
    m_editor->setAccessibleName(tr("Text of the note"));

    m_seam->setProperty("role", u"hairline"_s);
    m_seam->setFrameShape(QFrame::HLine);
    QSizePolicy keepsItsRoom = m_seam->sizePolicy();
    keepsItsRoom.setRetainSizeWhenHidden(true); // so that the text stands still
    m_seam->setSizePolicy(keepsItsRoom);
    m_seam->hide();
    connect(m_editor->verticalScrollBar(), &QScrollBar::valueChanged, m_seam,
            [this](int scrolled) { m_seam->setVisible(scrolled > 0); });

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    auto *top = new QVBoxLayout; // the banner keeps its distance from the edges
    top->setContentsMargins(3 * Metrics::step, 0, 3 * Metrics::step, 0);
    top->addWidget(m_banner);
    column->addLayout(top);
    column->addWidget(m_head);
    column->addWidget(m_seam);
    column->addWidget(m_editor, 1);
    column->addWidget(m_findBar);

    connect(m_editor, &MarkdownEdit::textEdited, this, [this] {
        if (m_draft)
            m_draft->setText(m_editor->markdown());
    });
    connect(m_head, &NoteHead::edited, this, [this](const NoteFields &fields) {
        if (m_draft)
            m_draft->setFields(fields);
        Q_EMIT fieldsEdited(fields);
    });
    connect(m_head, &NoteHead::detailsChanged, this, [this](const NoteFields &before, const NoteFields &after) {
        if (!m_draft || m_draft->state() == DraftSession::State::Conflict) // whose question stands there
            return;
        m_banner->tell(tr("The details of this note are changed."),
                       {{tr("Undo"), [=, this] {
                             if (m_draft)
                                 setFields(carriedOver(m_draft->fields(), after, before));
                         }}});
    });
    connect(m_head, &NoteHead::textRequested, m_editor, qOverload<>(&QWidget::setFocus));
    m_editor->viewport()->installEventFilter(this);
    showWritable();
}

void NotePane::setDraft(DraftSession *draft)
{
    if (m_draft) {
        m_draft->disconnect(this);
        m_places.insert(m_draft->noteId(), m_editor->place());
    }
    m_draft = draft;
    m_banner->dismiss();
    m_head->setNote(draft ? draft->noteId() : NoteId());
    m_head->setFields(draft ? draft->fields() : NoteFields());
    m_editor->setMarkdown(draft ? draft->text() : QString());
    alignHead(); // while the text was another one, the editor had no margins
    showWritable();
    if (!draft)
        return;
    if (const auto place = m_places.constFind(draft->noteId()); place != m_places.constEnd())
        m_editor->setPlace(*place);
    else if (draft->fields().status != NoteStatus::Published)
        m_editor->goToEnd();
    connect(draft, &DraftSession::conflict, this, &NotePane::askAboutConflict);
    connect(draft, &DraftSession::reloaded, this, [this](const Note &note) {
        m_head->setFields(note.header.fields);
        if (m_editor->markdown() != note.text) {
            const MarkdownEdit::Place place = m_editor->place();
            m_editor->setMarkdown(note.text);
            alignHead();
            m_editor->setPlace(place);
            m_banner->sayClosable(tr("This note was changed elsewhere; here is the newer text."));
        }
        Q_EMIT fieldsEdited(note.header.fields);
    });
}

void NotePane::setTitleAndText(const QString &title, const QString &text)
{
    if (!m_draft)
        return;
    m_editor->replaceAll(text);
    NoteFields fields = m_draft->fields();
    fields.title = title;
    setFields(fields);
}

void NotePane::setFields(const NoteFields &fields)
{
    if (!m_draft || fields == m_draft->fields())
        return;
    m_head->setFields(fields);
    m_draft->setFields(fields);
    Q_EMIT fieldsEdited(fields);
}

void NotePane::addBelow(QWidget *part)
{
    auto *column = static_cast<QVBoxLayout *>(layout());
    column->insertWidget(column->indexOf(m_findBar), part);
}

void NotePane::setReadOnly(bool readOnly)
{
    m_readOnly = readOnly;
    showWritable();
}

void NotePane::setScheme(Scheme scheme)
{
    m_editor->setScheme(scheme);
}

void NotePane::focusWriting()
{
    if (m_draft && m_draft->text().isEmpty() && m_draft->fields().title.isEmpty())
        m_head->focusTitle();
    else
        m_editor->setFocus();
}

bool NotePane::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::Move)
        alignHead();
    return QWidget::eventFilter(watched, event);
}

void NotePane::alignHead()
{
    // Where the text begins, whatever margins the editor has.
    const QWidget *viewport = m_editor->viewport();
    const QRect caret = m_editor->cursorRect(QTextCursor(m_editor->document()));
    const int inner = std::min(caret.left(), viewport->width() - caret.right() - 1); // on the side where reading begins
    const int left = viewport->mapTo(m_editor, QPoint(inner, 0)).x();
    const int right = m_editor->width() - viewport->mapTo(m_editor, QPoint(viewport->width() - inner, 0)).x();
    m_head->setColumn(left, right);
}

void NotePane::showWritable()
{
    const bool writable = m_draft && !m_readOnly;
    m_editor->setReadOnly(!writable); // not disabled, so that the keyboard stays while one note follows another
    m_head->setReadOnly(!writable);
    m_findBar->setWritable(writable);
}

void NotePane::askAboutConflict()
{
    m_banner->say(tr("Somebody else saved this note meanwhile. Yours is kept safe; which one should stand here?"),
                  {{tr("Show the difference"), [this] { Q_EMIT differenceRequested(); }},
                   {tr("Keep mine"),
                    [this] {
                        if (m_draft)
                            m_draft->keepMine();
                    }},
                   {tr("Take theirs"), [this] {
                        if (m_draft)
                            m_draft->takeTheirs();
                    }}});
}

} // namespace Weeknotes
