// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session.h"

#include "app/background.h"
#include "core/newnote.h"
#include "core/noteref.h"

#include <QDir>

#include <algorithm>
#include <chrono>
#include <ranges>

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
    m_stopMoving = true;
    m_moving.waitForFinished(); // it reads our clock
    if (isUntouched())
        std::ignore = m_notebook->forgetNote(m_draft->noteId());
    m_draft.reset(); // hands what is unsaved to the notebook, which then waits for it
}

void Session::open(const QString &folder, const QString &note, Notebook::Missing missing)
{
    leaveDraft([this, folder, note, missing] {
        letGo();
        begin(folder, note, missing);
    });
}

void Session::letGo()
{
    ++m_order; // what was asked for must not come into another library
    closeDraft();
    m_open = false;
    m_shelf = {};
    m_target.reset();
    Q_EMIT opening();
    const Notebook *left = m_notebook.get();
    auto ended = m_notebook->end();
    m_leaving.push_back({std::exchange(m_notebook, std::make_unique<Notebook>(m_clock)), ended});
    ended.then(this, [this, left] {
        std::erase_if(m_leaving, [left](const Leaving &each) { return each.notebook.get() == left; });
    });
}

QFuture<void> Session::whenLeft(const QString &folder) const
{
    const QString clean = QDir::cleanPath(QDir(folder).absolutePath()); // as Notebook::folder() has it
    // The last one waited for those before it.
    const auto last = std::ranges::find(m_leaving | std::views::reverse, clean,
                                        [](const Leaving &each) -> const QString & { return each.notebook->folder(); });
    return last == m_leaving.rend() ? QFuture<void>() : last->ended;
}

void Session::begin(const QString &folder, const QString &note, Notebook::Missing missing)
{
    connectNotebook();
    m_notebook->open(folder, missing, whenLeft(folder))
        .then(this, [this, note, notebook = m_notebook.get()](const Result<Library::Access> &access) {
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
                show(note);
            });
        });
}

QFuture<Result<MovedLibrary>> Session::moveLibrary(const QString &to)
{
    const Answer<Result<MovedLibrary>> answer;
    settle([this, to, answer](bool safe) {
        if (safe)
            carry(to, answer);
        else
            answer(std::unexpected(draftError()));
    });
    return answer.future();
}

void Session::carry(const QString &to, const Answer<Result<MovedLibrary>> &answer)
{
    const QString from = folder();
    const QString note = m_draft && !isUntouched() ? m_draft->noteId().toString() : QString();
    letGo(); // nobody may have it open, we included
    m_stopMoving = false;
    m_moving = inBackground([this, from, to, left = whenLeft(from)] {
        QFuture<void>(left).waitForFinished();
        return Weeknotes::moveLibrary(from, to, m_clock, [this](int, int) { return !m_stopMoving; });
    });
    m_moving.then(this, [this, from, note, answer, notebook = m_notebook.get()](const Result<MovedLibrary> &moved) {
        answer(moved);
        if (notebook == m_notebook.get()) // no other library was asked for meanwhile
            begin(moved ? moved->folder : from, note, Notebook::Missing::Refuse);
    });
}

Error Session::draftError() const
{
    const bool conflict = m_draft && m_draft->state() == DraftSession::State::Conflict;
    return {.kind = conflict ? Error::Kind::Conflict : Error::Kind::NotWritable,
            .subject = m_draft && !m_draft->fields().title.isEmpty() ? m_draft->fields().title : folder()};
}

void Session::connectNotebook()
{
    const Notebook *notebook = m_notebook.get();
    connect(notebook, &Notebook::noteSaved, this, &Session::onNoteSaved);
    connect(notebook, &Notebook::notesChanged, this, [this](const std::vector<NoteHeader> &headers) {
        m_shelf.update(headers);
        showUpdated(headers);
    });
    connect(notebook, &Notebook::troubled, this, &Session::troubled);
    connect(notebook, &Notebook::recovered, this, &Session::reload); // a backup may have taken a damaged one's place
    connect(notebook, &Notebook::recovered, this, &Session::recovered);
    connect(notebook, &Notebook::libraryReplaced, this, &Session::libraryReplaced);
    connect(notebook, &Notebook::backupFailed, this, &Session::backupFailed);
    connect(notebook, &Notebook::noteAdded, this, &Session::reload);
    connect(notebook, &Notebook::notesRemoved, this, &Session::reload);
    connect(notebook, &Notebook::notesRestored, this, &Session::reload);
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
        else if (m_draft)
            lookForDraft();
        else if (m_open && !m_adding && !m_target && m_shelf.noteOf(m_week))
            showWeek(m_week); // somebody else has written it, or brought it back
    });
}

void Session::load(const std::function<void(const Result<void> &)> &done)
{
    struct Parts
    {
        std::vector<NoteHeader> notes;
        std::vector<Pause> pauses;
        LibrarySettings settings;
        Result<void> whole;
        int awaited = 3;
    };
    const auto parts = std::make_shared<Parts>();
    // Answers are given in the order of the questions, but may be heard in another: one that is there already when
    // it is listened for is heard at once, before others that wait in the event loop.
    const auto take = [=, this, reading = ++m_reading, notebook = m_notebook.get()]<typename Part>(Part Parts::*part) {
        return [=, this](const Result<Part> &answer) {
            if (answer)
                (*parts).*part = *answer;
            else
                parts->whole = std::unexpected(answer.error());
            if (--parts->awaited > 0 || notebook != m_notebook.get()) // or another library is open by now
                return;
            if (parts->whole && reading > m_read) {
                m_read = reading;
                m_shelf = Shelf(std::move(parts->notes), std::move(parts->pauses), parts->settings, m_clock.today());
                Q_EMIT shelfChanged();
            }
            done(parts->whole);
        };
    };
    m_notebook->notes().then(this, take(&Parts::notes));
    m_notebook->pauses().then(this, take(&Parts::pauses));
    m_notebook->settings().then(this, take(&Parts::settings));
}

void Session::show(const QString &note)
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
    readNote(id, {});
}

void Session::readNote(const NoteId &id, std::optional<Week> week)
{
    const quint64 order = ++m_order;
    if (m_draft && m_draft->noteId() == id)
        return arrive(week.value_or(m_week));
    if (const NoteHeader *note = m_shelf.note(id); note && !week)
        week = weekWith(*note);
    m_target = week;
    leaveDraft([this, id, week, order] {
        m_notebook->note(id).then(this, [this, week, order, notebook = m_notebook.get()](const Result<Note> &note) {
            if (order != m_order || notebook != m_notebook.get()) // or another library is open by now
                return;
            m_target.reset();
            if (note)
                openDraft(*note, week ? *week : weekWith(note->header)); // just imported, and not in the shelf before
            else
                Q_EMIT failed(note.error());
        });
    });
}

void Session::showWeek(const Week &week)
{
    if (const NoteHeader *note = m_shelf.noteOf(week))
        return readNote(note->id, week);
    const quint64 order = ++m_order;
    m_target = week;
    leaveDraft([this, week, order] {
        if (order != m_order)
            return;
        closeDraft();
        arrive(week);
    });
}

void Session::showNeighbour(int step)
{
    const Week from = m_target.value_or(m_week);
    const NoteHeader *note = m_target ? m_shelf.noteOf(from) : m_draft ? m_shelf.note(m_draft->noteId()) : nullptr;
    if (!note || !note->fields.covers)
        return showWeek(from.plus(step));
    const std::vector<Week> weeks = weeksCoveredBy(*note->fields.covers, m_shelf.rules());
    showWeek((step < 0 ? weeks.front() : weeks.back()).plus(step));
}

bool Session::mayBegin() const
{
    const auto &trouble = m_notebook->trouble();
    return isOpen() && !isReadOnly() && !(trouble && trouble->kind == Error::Kind::Damaged);
}

void Session::startNote(const Week &week, NoteKind kind)
{
    if (m_adding)
        return;
    if (kind != NoteKind::Post) {
        const NoteHeader *there = m_shelf.noteOf(week);
        if (there &&
            (there->fields.kind == kind || (kind == NoteKind::Weeknote && there->fields.kind != NoteKind::Post)))
            return readNote(there->id, week);
    }
    if (kind == NoteKind::Fortnight) {
        const auto days = periodOfNewNote(kind, {}, week, m_shelf.notes(), m_shelf.rules());
        const Shelf lasting = lastingShelf();
        if (const NoteHeader *within = days ? noteWithin(*days, lasting.notes()) : nullptr)
            return Q_EMIT occupied(*within);
    }
    startNoteAs([this, week, kind] { return fieldsOfNote(week, kind); }, {}, week);
}

void Session::startNoteWith(const QString &title, const QString &text, NoteKind kind,
                            const std::optional<Period> &covers, const Week &week)
{
    if (m_adding)
        return;
    const auto fields = [this, title, kind, covers] {
        return fieldsOfNewNote(kind, covers, title, m_shelf.notes(), m_shelf.settings(), m_clock.today());
    };
    startNoteAs(fields, text, week);
}

void Session::startNoteAs(const std::function<NoteFields()> &fields, const QString &text, const Week &week)
{
    const quint64 order = ++m_order;
    leaveDraft([this, fields, text, week, order] { // what it still held may change the next number
        if (order != m_order || m_adding)
            return;
        m_adding = true;   // before the shelf is seen without what is closed
        if (isUntouched()) // it would have the number
            closeDraft();
        addNote(fields(), text, week, order);
    });
}

NoteFields Session::fieldsOfNote(const Week &week, NoteKind kind) const
{
    const auto first = kind == NoteKind::Post ? std::optional(week) : std::nullopt;
    const auto days = periodOfNewNote(kind, first, week, m_shelf.notes(), m_shelf.rules());
    return fieldsOfNewNote(kind, days, {}, m_shelf.notes(), m_shelf.settings(), m_clock.today());
}

void Session::addNote(const NoteFields &fields, const QString &text, const Week &week, quint64 order)
{
    m_notebook->addNote(fields, text)
        .then(this, [this, text, week, order, notebook = m_notebook.get()](const Result<NoteHeader> &added) {
            m_adding = false;
            if (notebook != m_notebook.get()) // another library is open by now
                return;
            if (!added) {
                Q_EMIT failed(added.error());
                if (!m_draft)
                    arrive(m_week);
                return;
            }
            // Its week may have been asked for again meanwhile.
            const bool isAwaited = order == m_order || (!m_draft && !m_target && m_week == week);
            if (!isAwaited && text.isEmpty())
                return forget(added->id);
            m_shelf.add(*added);
            Q_EMIT shelfChanged();
            if (!isAwaited)
                return;
            openDraft({*added, text}, week);
            if (text.isEmpty())
                m_started = *added;
        });
}

void Session::removeNotes(const std::vector<NoteId> &ids)
{
    std::vector<NoteHeader> notes;
    std::vector<NoteId> known;
    for (const NoteId &id : ids) {
        if (const NoteHeader *note = m_shelf.note(id)) {
            notes.push_back(*note);
            known.push_back(id);
        }
    }
    if (notes.empty())
        return;
    const auto remove = [this, notes, known] {
        m_notebook->removeNotes(known).then(this, [this, notes](const Result<void> &removed) {
            if (removed)
                Q_EMIT notesBinned(notes);
            else
                Q_EMIT failed(removed.error());
        });
    };
    if (!m_draft || !std::ranges::contains(ids, m_draft->noteId()))
        return remove();
    ++m_order;
    m_started.reset(); // the bin is where it was sent
    leaveDraft([this, remove] {
        closeDraft();
        arrive(m_week);
        remove();
    });
}

void Session::restoreNotes(const std::vector<NoteId> &ids)
{
    const auto restored = [this, notebook = m_notebook.get()](const Result<std::vector<NoteHeader>> &notes) {
        if (notebook != m_notebook.get()) // another library is open by now
            return;
        if (!notes)
            Q_EMIT failed(notes.error());
        else if (!notes->empty())
            showNote(notes->front().id);
    };
    m_notebook->restoreNotes(ids).then(this, restored);
}

void Session::lookForDraft()
{
    if (m_shelf.note(m_draft->noteId()))
        return;
    const auto isHere = [this](const NoteId &id) { return m_draft && m_draft->noteId() == id; };
    // It may also be so new that this list was read before it came.
    m_notebook->bin().then(this, [this, isHere, id = m_draft->noteId()](const Result<std::vector<BinnedNote>> &bin) {
        if (!isHere(id) || !bin)
            return;
        if (std::ranges::contains(*bin, id, [](const BinnedNote &each) { return each.header.id; })) {
            if (m_draft->state() != DraftSession::State::Saved)
                return; // its next save brings the note back
            const NoteHeader header = m_draft->savedHeader();
            closeDraft();
            arrive(m_week);
            Q_EMIT notesBinned({header});
            return;
        }
        m_notebook->note(id).then(this, [this, isHere, id](const Result<Note> &note) {
            // Of a damaged library a note may only be unreadable.
            if (!note && note.error().kind == Error::Kind::NotFound && !m_notebook->trouble() && isHere(id))
                leaveGone();
        });
    });
}

void Session::leaveGone()
{
    if (m_draft->state() == DraftSession::State::Saved) {
        const Note last{m_draft->savedHeader(), m_draft->text()};
        closeDraft();
        showWeek(m_week);
        Q_EMIT noteGone(last);
    } else if (!std::exchange(m_adding, true)) { // nothing else has those words
        m_notebook->addNote(m_draft->fields(), m_draft->text())
            .then(this, [this, gone = m_draft->noteId(), text = m_draft->text()](const Result<NoteHeader> &added) {
                m_adding = false;
                if (added)
                    continueAs({*added, text}, gone);
            });
    }
}

void Session::continueAs(const Note &note, const NoteId &gone)
{
    if (!m_draft || m_draft->noteId() != gone)
        return;
    const QString text = m_draft->text();
    if (text == note.text)
        return openDraft(note, m_week);
    m_notebook
        ->save(note.header.id, note.header.revision, m_draft->fields(), text) // it was typed on
        .then(this, [this, gone, text](const Result<NoteHeader> &saved) {
            if (saved)
                continueAs({*saved, text}, gone);
        });
}

QFuture<Result<Restored>> Session::restoreBackup(const QString &path)
{
    const Answer<Result<Restored>> answer;
    const auto &trouble = m_notebook->trouble();
    if (trouble && trouble->kind == Error::Kind::Damaged) {
        putInPlace(path, answer);
        return answer.future();
    }
    settle([this, path, answer](bool safe) {
        if (safe)
            putInPlace(path, answer);
        else
            answer(std::unexpected(draftError()));
    });
    return answer.future();
}

void Session::putInPlace(const QString &path, const Answer<Result<Restored>> &answer)
{
    if (!m_open) // what it tells is of no use: it is opened anew
        disconnect(m_notebook.get(), nullptr, this, nullptr);
    m_notebook->restoreBackup(path).then(
        this, [this, answer, notebook = m_notebook.get()](const Result<Restored> &restored) {
            answer(restored);
            if (!restored || m_open || notebook != m_notebook.get())
                return;
            // Not from within the notebook, which goes then.
            QMetaObject::invokeMethod(this, [this] { open(folder()); }, Qt::QueuedConnection);
        });
}

void Session::addPause(const Period &days)
{
    const Pause pause{.id = PauseId(createUuidV7(m_clock.now().toMSecsSinceEpoch())),
                      .from = days.first,
                      .plannedTo = {},
                      .to = days.last,
                      .note = {}};
    m_notebook->putPause(pause).then(this, [this](const Result<void> &put) {
        if (!put)
            Q_EMIT failed(put.error());
    });
}

void Session::settle(const std::function<void(bool safe)> &done)
{
    if (!m_draft || m_draft->state() == DraftSession::State::Saved)
        return done(true);
    m_draft->flush().then(this, [this, done](const Result<NoteHeader> &outcome) {
        // Not from within the draft, which `done` may be about to close.
        QMetaObject::invokeMethod(this, [done, safe = outcome.has_value()] { done(safe); }, Qt::QueuedConnection);
    });
}

void Session::leaveDraft(const std::function<void()> &then)
{
    settle([this, then](bool safe) {
        if (safe) {
            then();
        } else if (m_draft) {
            m_target.reset();
            Q_EMIT draftKept(m_draft->state());
        }
    });
}

void Session::closeDraft()
{
    if (!m_draft)
        return;
    const bool untouched = isUntouched();
    const NoteId id = m_draft->noteId();
    Q_EMIT draftClosed();
    m_draft.reset();
    m_started.reset();
    if (!untouched)
        return;
    m_shelf.remove(id);
    forget(id);
    Q_EMIT shelfChanged();
}

void Session::forget(const NoteId &id)
{
    m_notebook->forgetNote(id).then(this, [this, notebook = m_notebook.get()](const Result<void> &forgotten) {
        if (!forgotten && notebook == m_notebook.get()) // it is still there
            reload();
    });
}

Shelf Session::lastingShelf() const
{
    Shelf lasting = m_shelf;
    if (isUntouched())
        lasting.remove(m_draft->noteId());
    return lasting;
}

bool Session::isUntouched() const
{
    return m_draft && m_started && m_draft->state() == DraftSession::State::Saved &&
           m_draft->savedHeader() == *m_started;
}

void Session::openDraft(const Note &note, const Week &week)
{
    closeDraft();
    m_draft = std::make_unique<DraftSession>(*m_notebook, note);
    Q_EMIT draftOpened(m_draft.get());
    arrive(week);
}

Week Session::weekWith(const NoteHeader &note) const
{
    const NoteHeader *here = m_shelf.noteOf(m_week);
    return here && here->id == note.id ? m_week : m_shelf.weekOf(note);
}

void Session::arrive(const Week &week)
{
    m_target.reset();
    m_week = week;
    Q_EMIT weekShown();
}

void Session::onNoteSaved(const NoteHeader &header)
{
    if (!m_shelf.update(header)) {
        Q_EMIT noteChanged(header);
        return;
    }
    showUpdated({header});
}

void Session::showUpdated(const std::vector<NoteHeader> &headers)
{
    const auto inView = m_draft ? std::ranges::find(headers, m_draft->noteId(), &NoteHeader::id) : headers.end();
    if (inView != headers.end())
        m_week = weekWith(*inView);
    Q_EMIT shelfChanged();
    if (inView != headers.end())
        Q_EMIT weekShown();
}

void Session::lookAtTheDay()
{
    if (m_shelf.today().isValid() && m_shelf.today() != m_clock.today()) {
        m_shelf.setToday(m_clock.today());
        Q_EMIT shelfChanged();
    }
}

} // namespace Weeknotes
