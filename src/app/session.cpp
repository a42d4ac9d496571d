// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session.h"

#include "core/newnote.h"
#include "core/noteref.h"

#include <chrono>

using namespace std::chrono_literals;

namespace Weeknotes {

Session::Session(const Clock &clock, QObject *parent)
    : QObject(parent), m_clock(clock), m_notebook(std::make_unique<Notebook>(clock)), m_week(Week::of(clock.today()))
{
    connect(&m_day, &QTimer::timeout, this, &Session::lookAtTheDay);
    m_day.start(1min);
}

Session::~Session()
{
    m_draft.reset(); // hands what is unsaved to the notebook, which then waits for it
}

void Session::open(const QString &folder, const QString &note)
{
    leaveDraft([this, folder, note] {
        closeDraft();
        m_open = false;
        m_shelf = {};
        Q_EMIT opening();
        m_notebook = std::make_unique<Notebook>(m_clock);
        connectNotebook();
        m_notebook->open(folder).then(this,
                                      [this, note, notebook = m_notebook.get()](const Result<Library::Access> &access) {
                                          if (notebook != m_notebook.get()) // another library was asked for meanwhile
                                              return;
                                          if (!access) {
                                              Q_EMIT openFailed(access.error());
                                              return;
                                          }
                                          m_access = *access;
                                          load([this, note](const Result<void> &loaded) {
                                              if (!loaded) {
                                                  Q_EMIT openFailed(loaded.error());
                                                  return;
                                              }
                                              m_open = true;
                                              Q_EMIT opened();
                                              openFirst(note);
                                          });
                                      });
    });
}

void Session::connectNotebook()
{
    const Notebook *notebook = m_notebook.get();
    connect(notebook, &Notebook::noteSaved, this, &Session::onNoteSaved);
    connect(notebook, &Notebook::noteAdded, this, &Session::reload);
    connect(notebook, &Notebook::noteRemoved, this, &Session::reload);
    connect(notebook, &Notebook::pausesChanged, this, &Session::reload);
    connect(notebook, &Notebook::settingsChanged, this, &Session::reload);
    connect(notebook, &Notebook::notesImported, this, &Session::reload);
    connect(notebook, &Notebook::changedElsewhere, this, &Session::reload);
}

void Session::reload()
{
    load([this](const Result<void> &loaded) {
        if (!loaded)
            Q_EMIT failed(loaded.error());
    });
}

void Session::load(std::function<void(const Result<void> &)> done)
{
    struct Parts
    {
        std::vector<NoteHeader> notes;
        std::vector<Pause> pauses;
        Result<void> whole;
    };
    const auto parts = std::make_shared<Parts>();
    const Notebook *notebook = m_notebook.get();
    // The reading thread answers in the order it is asked: the last answer completes the shelf, and no older shelf
    // comes after a newer one.
    m_notebook->notes().then(this, [parts](const Result<std::vector<NoteHeader>> &notes) {
        if (notes)
            parts->notes = *notes;
        else
            parts->whole = std::unexpected(notes.error());
    });
    m_notebook->pauses().then(this, [parts](const Result<std::vector<Pause>> &pauses) {
        if (pauses)
            parts->pauses = *pauses;
        else
            parts->whole = std::unexpected(pauses.error());
    });
    m_notebook->settings().then(this, [=, this](const Result<LibrarySettings> &settings) {
        if (notebook != m_notebook.get()) // another library is open by now
            return;
        if (!settings)
            parts->whole = std::unexpected(settings.error());
        if (parts->whole) {
            m_shelf = Shelf(std::move(parts->notes), std::move(parts->pauses), *settings, m_clock.today());
            Q_EMIT shelfChanged();
        }
        done(parts->whole);
    });
}

void Session::openFirst(const QString &note)
{
    if (note.isEmpty()) {
        showWeek(m_shelf.rightWeek());
        return;
    }
    const auto found = findNote(note, m_shelf.notes(), m_shelf.rules());
    if (found) {
        showNote(found->id);
    } else {
        showWeek(m_shelf.rightWeek());
        Q_EMIT failed(found.error());
    }
}

void Session::showNote(const NoteId &id)
{
    if (m_draft && m_draft->noteId() == id)
        return;
    const quint64 order = ++m_order;
    leaveDraft([this, id, order] {
        m_notebook->note(id).then(this, [this, order](const Result<Note> &note) {
            if (order != m_order)
                return;
            if (note)
                openDraft(*note);
            else
                Q_EMIT failed(note.error());
        });
    });
}

void Session::showWeek(const Week &week)
{
    if (const NoteHeader *note = m_shelf.noteOf(week)) {
        m_week = week;
        if (m_draft && m_draft->noteId() == note->id)
            Q_EMIT weekShown();
        else
            showNote(note->id);
        return;
    }
    const quint64 order = ++m_order;
    leaveDraft([this, week, order] {
        if (order != m_order)
            return;
        closeDraft();
        m_week = week;
        Q_EMIT weekShown();
    });
}

void Session::showNeighbour(int step)
{
    Week from = m_week;
    const NoteHeader *note = m_draft ? m_shelf.note(m_draft->noteId()) : nullptr;
    if (note && note->fields.covers)
        from = Week::of(step < 0 ? note->fields.covers->first : note->fields.covers->last, m_shelf.rules());
    showWeek(from.plus(step));
}

void Session::startNote(const Week &week, NoteKind kind)
{
    const NoteHeader *there = m_shelf.noteOf(week);
    if (there && there->fields.kind != NoteKind::Post && kind != NoteKind::Post)
        return showNote(there->id);
    const quint64 order = ++m_order;
    leaveDraft([this, week, kind, order] {
        const WeekRules &rules = m_shelf.rules();
        Period days = week.days(rules);
        if (kind == NoteKind::Fortnight)
            days.first = week.previous().days(rules).first;
        const NoteFields fields = fieldsOfNewNote(kind, days, {}, m_shelf.notes(), m_shelf.settings(), m_clock.today());
        m_notebook->addNote(fields, {}).then(this, [this, order](const Result<NoteHeader> &added) {
            if (!added)
                Q_EMIT failed(added.error());
            else if (order == m_order)
                openDraft({*added, {}});
        });
    });
}

void Session::settle(std::function<void(bool safe)> done)
{
    if (!m_draft || m_draft->state() == DraftSession::State::Saved)
        return done(true);
    m_draft->flush().then(this, [this, done](const Result<NoteHeader> &outcome) {
        // Not from within the draft, which `done` may be about to close.
        QMetaObject::invokeMethod(this, [done, safe = outcome.has_value()] { done(safe); }, Qt::QueuedConnection);
    });
}

void Session::leaveDraft(std::function<void()> then)
{
    settle([this, then](bool safe) {
        if (safe)
            then();
        else if (m_draft)
            Q_EMIT draftKept(m_draft->state());
    });
}

void Session::closeDraft()
{
    if (!m_draft)
        return;
    Q_EMIT draftClosed();
    m_draft.reset();
}

void Session::openDraft(Note note)
{
    closeDraft();
    if (!m_shelf.note(note.header.id) || m_shelf.noteOf(m_week) == nullptr ||
        m_shelf.noteOf(m_week)->id != note.header.id)
        m_week = m_shelf.weekOf(note.header);
    m_draft = std::make_unique<DraftSession>(*m_notebook, std::move(note));
    Q_EMIT draftOpened(m_draft.get());
    Q_EMIT weekShown();
}

void Session::onNoteSaved(const NoteHeader &header)
{
    if (m_shelf.update(header))
        Q_EMIT shelfChanged();
    else
        Q_EMIT noteChanged(header);
}

void Session::lookAtTheDay()
{
    if (m_shelf.today().isValid() && m_shelf.today() != m_clock.today()) {
        m_shelf.setToday(m_clock.today());
        Q_EMIT shelfChanged();
    }
}

} // namespace Weeknotes
