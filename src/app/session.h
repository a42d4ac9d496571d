// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/shelf.h"
#include "notebook/draftsession.h"
#include "notebook/notebook.h"
#include "storage/movelibrary.h"

#include <QTimer>

#include <atomic>
#include <functional>
#include <memory>
#include <vector>

namespace Weeknotes {

/// What is open: a library, its shelf, and in it a note or a week without one. Widgets give it orders and follow its
/// signals. UI thread only; nothing blocks but the destructor (see Notebook).
class Session : public QObject
{
    Q_OBJECT

public:
    /// `clock` must outlive it.
    explicit Session(const Clock &clock, QObject *parent = nullptr);
    ~Session() override;

    /// Opens the library in `folder`, and in it what `show` shows.
    void open(const QString &folder, const QString &note = {}, Notebook::Missing missing = Notebook::Missing::Make);
    /// Moves the open library to the folder `to` and opens it there, or again where it was; see moveLibrary. Nothing is
    /// open meanwhile. Errors: as there; Conflict, NotWritable (the draft, which stays open).
    [[nodiscard]] QFuture<Result<MovedLibrary>> moveLibrary(const QString &to);
    /// Ends a move that is under way: the library stays where it was.
    void stopMoving() { m_stopMoving = true; }

    [[nodiscard]] const Clock &clock() const { return m_clock; }
    [[nodiscard]] const QString &folder() const { return m_notebook->folder(); }
    [[nodiscard]] Notebook &notebook() { return *m_notebook; }
    [[nodiscard]] const Shelf &shelf() const { return m_shelf; }
    /// Without the open note where that goes when it is left; see startNote.
    [[nodiscard]] Shelf lastingShelf() const;
    /// Since `opened`, until another one is opened.
    [[nodiscard]] bool isOpen() const { return m_open; }
    [[nodiscard]] bool isReadOnly() const { return m_access == Library::Access::ReadOnly; }
    /// Whether something new may go into the library: it is open, to be written, and not damaged.
    [[nodiscard]] bool mayBegin() const;
    /// The open note; null where there is none. It goes when `draftClosed` has been said.
    [[nodiscard]] DraftSession *draft() const { return m_draft.get(); }
    /// The week in view.
    [[nodiscard]] const Week &week() const { return m_week; }

    /// Shows the note that `note` names (core/noteref.h), or, where that is empty, the right week.
    void show(const QString &note);
    /// The draft before is saved first; if that fails, it stays open.
    void showNote(const NoteId &id);
    /// Shows its note, or, where there is none, the empty week.
    void showWeek(const Week &week);
    /// The week before or after what is in view; a fortnight is stepped over at once.
    void showNeighbour(int step);
    /// Adds a note and opens it: the one of `week`, a fortnight's that ends with it, or a post of its days. Opens the
    /// one that is there; `occupied` where it is of another kind. One at a time. One that nobody writes in goes again,
    /// without a trace, when it is left.
    void startNote(const Week &week, NoteKind kind = NoteKind::Weeknote);
    /// Adds a note that has words already and opens it, with `week` in view. One at a time.
    void startNoteWith(const QString &title, const QString &text, NoteKind kind, const std::optional<Period> &covers,
                       const Week &week);
    /// A note is on its way into the library, and is opened when it is there.
    [[nodiscard]] bool isAdding() const { return m_adding; }
    /// The open note stays when it is left, though nobody wrote in it yet.
    void keepStarted() { m_started.reset(); }
    /// Puts notes into the bin; `notesBinned` follows. The open one is saved and closed first.
    void removeNotes(const std::vector<NoteId> &ids);
    /// Takes them out of the bin and shows the first.
    void restoreNotes(const std::vector<NoteId> &ids);
    /// Says that the writer paused in these days, all past.
    void addPause(const Period &days);
    /// Saves what is unsaved, then puts the backup in the library's place (Notebook::restoreBackup) and shows what came
    /// with it; also where the library could not be opened. Of a damaged one what is unsaved stays in the draft.
    /// Errors: as there; Conflict, NotWritable (the draft, which stays open).
    [[nodiscard]] QFuture<Result<Restored>> restoreBackup(const QString &path);
    /// Reads the shelf anew.
    void reload();
    /// Saves what is unsaved; `done(true)` when the library has it all. A conflict is not safe: the person decides it.
    void settle(const std::function<void(bool safe)> &done);

Q_SIGNALS:
    /// Nothing is open until `opened` or `openFailed`.
    void opening();
    void opened();
    void openFailed(const Weeknotes::Error &error);
    /// The notes, pauses or settings are other ones.
    void shelfChanged();
    /// Of one note the header changed, and nothing else.
    void noteChanged(const Weeknotes::NoteHeader &header);
    /// After draftClosed for the one before, if there was one.
    void draftOpened(Weeknotes::DraftSession *draft);
    /// Let go of the draft: it goes next.
    void draftClosed();
    /// The draft stays open against an order to show something else: it can't be saved, or is in a conflict.
    void draftKept(Weeknotes::DraftSession::State why);
    /// The week in view is another, or has another note, or was asked for again.
    void weekShown();
    /// They went to the bin, by `removeNotes` or, while it was open here, by another program.
    void notesBinned(const std::vector<Weeknotes::NoteHeader> &notes);
    /// The open note, as it was saved last, is no longer in the library, nor in its bin: a backup without it was
    /// restored, or another program let it go for good.
    void noteGone(const Weeknotes::Note &note);
    /// The library can't be written, and can again; see Notebook.
    void troubled(const Weeknotes::Error &error);
    void recovered();
    /// Another file took the library's place, what stood there is kept; and a backup failed. See Notebook.
    void libraryReplaced(const Weeknotes::Backup &kept);
    void backupFailed(const Weeknotes::Error &error);
    /// No note was started: `there` covers some of the days already.
    void occupied(const Weeknotes::NoteHeader &there);
    /// Something the person asked for could not be done.
    void failed(const Weeknotes::Error &error);

private:
    void begin(const QString &folder, const QString &note, Notebook::Missing missing);
    /// Closes what is open, off this thread.
    void letGo();
    /// When nothing that was let go of has `folder` open any more.
    [[nodiscard]] QFuture<void> whenLeft(const QString &folder) const;
    void carry(const QString &to, const Answer<Result<MovedLibrary>> &answer);
    [[nodiscard]] Error draftError() const;
    void connectNotebook();
    void load(const std::function<void(const Result<void> &)> &done);
    void onNoteSaved(const NoteHeader &header);
    /// More than the rows of these changed on the shelf.
    void showUpdated(const std::vector<NoteHeader> &headers);
    void lookForDraft();
    /// The draft's note is in the library no more.
    void leaveGone();
    /// The draft of `gone` goes on as the one of `note`, once that has all its words.
    void continueAs(const Note &note, const NoteId &gone);
    void putInPlace(const QString &path, const Answer<Result<Restored>> &answer);
    void leaveDraft(const std::function<void()> &then);
    void closeDraft();
    /// The draft is as it was started.
    [[nodiscard]] bool isUntouched() const;
    /// Without a week it is weekWith() that note.
    void readNote(const NoteId &id, std::optional<Week> week);
    /// Opens it with `week` in view.
    void openDraft(const Note &note, const Week &week);
    /// Takes it out of the library again, unless somebody wrote in it.
    void forget(const NoteId &id);
    [[nodiscard]] NoteFields fieldsOfNote(const Week &week, NoteKind kind) const;
    /// `fields` is asked once the draft before is left.
    void startNoteAs(const std::function<NoteFields()> &fields, const QString &text, const Week &week);
    void addNote(const NoteFields &fields, const QString &text, const Week &week, quint64 order);
    /// The week to have in view with that note: the one that is, if the note covers it.
    [[nodiscard]] Week weekWith(const NoteHeader &note) const;
    void arrive(const Week &week);
    void lookAtTheDay();

    /// A notebook that does what was asked of it, and then goes.
    struct Leaving
    {
        std::unique_ptr<Notebook> notebook;
        QFuture<void> ended;
    };

    const Clock &m_clock;
    std::vector<Leaving> m_leaving; // the one let go of first comes first
    std::unique_ptr<Notebook> m_notebook;
    std::unique_ptr<DraftSession> m_draft;
    std::optional<NoteHeader> m_started; // as it was added, without a word
    Shelf m_shelf;
    Library::Access m_access = Library::Access::ReadWrite;
    Week m_week;
    std::optional<Week> m_target; // asked for, and not in view yet
    bool m_open = false;
    bool m_adding = false; // a note, which the library has not answered yet
    quint64 m_order = 0;   // counts orders to show something: only the newest is carried out
    quint64 m_reading = 0; // counts readings of the shelf;
    quint64 m_read = 0;    // the newest that is in it
    std::atomic<bool> m_stopMoving = false;
    QFuture<Result<MovedLibrary>> m_moving;
    QTimer m_day;
};

} // namespace Weeknotes
