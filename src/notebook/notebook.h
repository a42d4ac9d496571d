// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "notebook/importnotes.h"
#include "notebook/librarythread.h"
#include "storage/library.h"
#include "storage/restore.h"

#include <QFileSystemWatcher>
#include <QFuture>
#include <QObject>
#include <QTimer>

#include <atomic>
#include <functional>
#include <memory>

namespace Weeknotes {

struct LookInput;

/// An open library as the window sees it. It lives on the UI thread and never blocks it: writing happens on one
/// thread, reading on another, so no save waits for a list or a search, and backups on a third. Futures may finish
/// from those threads: continue them with `.then(context, …)`, once each, and never wait for one on the UI thread.
/// Errors are those of Library.
///
/// The destructor alone waits: everything asked for is done first (an import stops after the note it is at), which
/// another writer may delay by five seconds a write, and a check of a large backup by longer. `end` does not wait.
class Notebook : public QObject
{
    Q_OBJECT

public:
    /// `clock` must outlive it.
    explicit Notebook(const Clock &clock, QObject *parent = nullptr);
    ~Notebook() override;

    enum class Missing
    {
        Make,  ///< a folder that is missing or empty becomes a library
        Refuse ///< it does not, and opening ends in NotFound
    };
    /// Opens the library in `folder`; once in a notebook's life, and before anything else. A library that can't be
    /// written opens ReadOnly, and what writes fails with NotWritable until `recovered`. Of a damaged one `notes`,
    /// `note` and `image` give what can be read, and what writes fails with Damaged, from the moment the damage is met
    /// until a sound file is in its place. Nothing is touched before the end of `before`, another notebook's `end`.
    [[nodiscard]] QFuture<Result<Library::Access>> open(const QString &folder, Missing missing = Missing::Make,
                                                        const QFuture<void> &before = {});
    /// Everything asked for is done and the library closed; the future tells when. From now on no signal comes any
    /// more, and what is asked for later may never be answered. Once in a notebook's life.
    [[nodiscard]] QFuture<void> end();
    [[nodiscard]] const QString &folder() const { return m_folder; }
    /// See Library::place; known once `open` has succeeded.
    [[nodiscard]] const Place &place() const { return m_place; }
    /// Since `troubled`, until `recovered`.
    [[nodiscard]] const std::optional<Error> &trouble() const { return m_trouble; }
    /// How long after a failure the library is tried again, if nothing else shows sooner that the cause is gone.
    void setRetryInterval(std::chrono::milliseconds interval) { m_retry.setInterval(interval); }
    /// In a trouble of the kind Gone: writes the library as it was last read into a new file in its place. For a person
    /// to ask: the old one may come back with its drive. See Library::writeAnew.
    [[nodiscard]] QFuture<Result<void>> writeAnew();
    [[nodiscard]] const Clock &clock() const { return m_clock; }

    [[nodiscard]] QFuture<Result<std::vector<NoteHeader>>> notes();
    [[nodiscard]] QFuture<Result<Note>> note(const NoteId &id);
    /// Calls `reader.add(const Note &)` on the reading thread for each note, in no order, and hands the reader back:
    /// for whoever looks through all texts and keeps little of them. Other reading gets its turn in between; cancelling
    /// the future ends it.
    template <typename Reader> [[nodiscard]] QFuture<Result<Reader>> readAll(Reader reader)
    {
        const Answer<Result<Reader>> answer;
        readOn(std::make_shared<Reader>(std::move(reader)), 0, answer);
        return answer.future();
    }
    [[nodiscard]] QFuture<Result<std::vector<SearchHit>>> search(const QString &query, int limit);
    [[nodiscard]] QFuture<Result<std::vector<HeadingHit>>> headings(const QString &query, int limit);
    [[nodiscard]] QFuture<Result<QByteArray>> image(const NoteId &id, const QString &name);
    [[nodiscard]] QFuture<Result<std::vector<Pause>>> pauses();
    /// See lookInput() in notebook/lookinput.h.
    [[nodiscard]] QFuture<Result<LookInput>> lookInput(const NoteHeader &note);
    [[nodiscard]] QFuture<Result<LibrarySettings>> settings();

    [[nodiscard]] QFuture<Result<NoteHeader>> addNote(const NoteFields &fields, const QString &markdown);
    /// For a note that no DraftSession holds; see Library::saveNote.
    [[nodiscard]] QFuture<Result<NoteHeader>> save(const NoteId &id, qint64 baseRevision, const NoteFields &fields,
                                                   const QString &markdown);
    /// See Library::changeFields; `notesChanged` tells. Drafts of theirs that have nothing unsaved take it over.
    [[nodiscard]] QFuture<Result<std::vector<NoteHeader>>> changeFields(const std::vector<FieldsChange> &changes);
    /// See Library::setPublished. A draft of the note that has nothing unsaved takes it over.
    [[nodiscard]] QFuture<Result<NoteHeader>> setPublished(const NoteId &id, const std::optional<QUrl> &address,
                                                           QDate day);
    [[nodiscard]] QFuture<Result<std::vector<Publication>>> publications(const NoteId &id);
    /// See Library::removePublication; `noteSaved` tells.
    [[nodiscard]] QFuture<Result<NoteHeader>> removePublication(const NoteId &id, const QUrl &address);
    /// See Library::forgetNote; `notesRemoved` tells.
    [[nodiscard]] QFuture<Result<void>> forgetNote(const NoteId &id);
    static constexpr int daysInBin = 30; ///< then opening the library lets go of it; see Library::expireBin
    /// Into the bin; see Library::removeNotes.
    [[nodiscard]] QFuture<Result<void>> removeNotes(const std::vector<NoteId> &ids);
    [[nodiscard]] QFuture<Result<std::vector<BinnedNote>>> bin();
    /// Out of the bin; see Library::restoreNotes.
    [[nodiscard]] QFuture<Result<std::vector<NoteHeader>>> restoreNotes(const std::vector<NoteId> &ids);
    /// See Library::emptyBin.
    [[nodiscard]] QFuture<Result<int>> emptyBin();
    [[nodiscard]] QFuture<Result<std::vector<Version>>> versions(const NoteId &id);
    [[nodiscard]] QFuture<Result<QString>> versionText(const VersionId &id);
    [[nodiscard]] QFuture<Result<void>> addImage(const NoteId &id, const ImageFile &image);
    [[nodiscard]] QFuture<Result<Pause>> addPause(QDate from, std::optional<QDate> plannedTo, const QString &note);
    [[nodiscard]] QFuture<Result<Pause>> endPause(QDate last);
    /// See Library::putPause.
    [[nodiscard]] QFuture<Result<void>> putPause(const Pause &pause);
    [[nodiscard]] QFuture<Result<void>> removePause(const PauseId &id);
    /// See Library::changeSettings; `change` runs on another thread.
    [[nodiscard]] QFuture<Result<LibrarySettings>>
    changeSettings(const std::function<void(LibrarySettings &settings)> &change);
    /// What importNotes would do. Ends with the notebook, unanswered.
    [[nodiscard]] QFuture<Result<ImportOutcome>> foreseeImport(const ImportOrder &order);
    /// Brings drafts in one by one, other writes in between; the future's progress counts the drafts, and cancelling
    /// it stops soon and takes back what came in. A backup comes first; where it can't be made, the
    /// import fails with its error. See importNotes.
    [[nodiscard]] QFuture<Result<ImportOutcome>> importNotes(ImportOrder order);
    /// See takeBack in notebook/importnotes.h; `notesRemoved` and `notesImported` tell.
    [[nodiscard]] QFuture<Result<std::vector<NoteId>>> takeBack(const ImportOutcome &outcome);

    /// What `Backup::library` holds of this library's backups. Of a damaged one that was sound what it was then.
    [[nodiscard]] QFuture<Result<QString>> libraryId();
    /// All backups, newest first, in a folder that it shares with others those of others too; also where the library
    /// can't be opened.
    [[nodiscard]] QFuture<Result<std::vector<Backup>>> backups();
    /// Makes one by hand; `backedUp` or `backupFailed` tell as well.
    [[nodiscard]] QFuture<Result<Backup>> backUpNow();
    /// Makes the day's backup if the library changed since the last one, and puts images into the bin that nobody
    /// names any more. It comes by itself some seconds after opening and then every hour; `backedUp` or
    /// `backupFailed` tell, and nothing does where none was due.
    void backUpIfDue();
    /// Puts a backup in the library's place, see restoreBackup in storage/restore.h; `settingsChanged` and
    /// `changedElsewhere` tell. Whatever is asked for meanwhile comes after it.
    [[nodiscard]] QFuture<Result<Restored>> restoreBackup(const QString &path);

Q_SIGNALS:
    // All after the commit, and before the continuation of the future that caused it.
    void noteAdded(const Weeknotes::NoteHeader &header);
    void noteSaved(const Weeknotes::NoteHeader &header);
    /// The fields of several were changed at once.
    void notesChanged(const std::vector<Weeknotes::NoteHeader> &headers);
    void notesRemoved(const std::vector<Weeknotes::NoteId> &ids);
    void notesRestored(const std::vector<Weeknotes::NoteHeader> &headers);
    void pausesChanged();
    void settingsChanged(const Weeknotes::LibrarySettings &settings);
    /// An import brought or changed notes, however many: read the list again.
    void notesImported();
    /// Another process or object wrote to the library: read again what is shown.
    void changedElsewhere();
    /// Another file took the library's place, and comes instead; `changedElsewhere` follows. What stood there, which
    /// may have been newer, is kept as a backup.
    void libraryReplaced(const Weeknotes::Backup &kept);
    /// The library can't be written, or its file is gone; again when that has another reason. It is tried again by
    /// itself, and drafts keep what is unsaved.
    void troubled(const Weeknotes::Error &error);
    /// It can be written again.
    void recovered();
    void backedUp(const Weeknotes::Backup &backup);
    void backupFailed(const Weeknotes::Error &error);

private:
    friend class DraftSession;
    struct Import;

    /// Runs `work(Library &)` on the writer thread. If that meets damage, nothing is written any more. The future
    /// finishes on our thread, after `announce(outcome)` where it succeeded: whoever continues it, however late, has
    /// been told before.
    template <typename Work, typename Announce> auto write(Work work, Announce announce)
    {
        using Outcome = std::invoke_result_t<Work, Library &>;
        const Answer<Outcome> answer;
        const auto tell = [this, answer, announce = std::move(announce)](const Outcome &outcome) {
            const auto tellHere = [answer, announce, outcome] {
                if (outcome)
                    announce(outcome);
                answer(outcome);
            };
            QMetaObject::invokeMethod(this, tellHere, Qt::QueuedConnection);
        };
        m_writer.run(
            [this, work = std::move(work)](Library &library) mutable {
                auto outcome = work(library);
                if (!outcome && outcome.error().kind == Error::Kind::Damaged)
                    stopWriting(outcome.error());
                hear(outcome ? std::nullopt : std::optional(outcome.error()));
                return outcome;
            },
            tell);
        return answer.future();
    }
    /// Runs `work(Library &)` on the reader thread. If that meets damage, nothing is written any more.
    template <typename Work> auto read(Work work)
    {
        return m_reader.run([this, work = std::move(work)](Library &library) mutable {
            auto outcome = work(library);
            if (library.damage() && stopWriting(*library.damage()))
                hear(library.damage());
            return outcome;
        });
    }
    template <typename Reader>
    void readOn(const std::shared_ptr<Reader> &reader, qint64 after, const Answer<Result<Reader>> &answer)
    {
        const auto readSome = [reader, after](Library &library) {
            return library.someNotes(after, [&reader](const Note &note) { reader->add(note); });
        };
        m_reader.run(readSome, [this, reader, answer](const Result<qint64> &last) {
            if (m_closing || answer.future().isCanceled())
                return;
            if (last.value_or(0) > 0)
                readOn(reader, *last, answer);
            else
                answer(last.transform([&reader](qint64) { return std::move(*reader); }));
        });
    }
    using Opened = Result<std::pair<Library::Access, Place>>;
    /// On the writer thread, once it opened its library, or could not.
    void openReader(const Result<void> &writable, const Answer<Opened> &answer);
    /// From any thread: the file is damaged. False if that was known.
    bool stopWriting(const Error &damage);
    /// Of the writer thread: before `library` goes for another file in its place.
    [[nodiscard]] Result<void> keepReplaced(Library &library);
    /// From any thread: how a write fared.
    void hear(const std::optional<Error> &error);
    void beTroubled(const Error &error);
    void recover();
    void retry();
    /// Runs `work(Library &)` on the backup thread; see LibraryThread::run.
    template <typename Work, typename... Done> auto keep(Work work, Done... done)
    {
        if (!m_keeperIsOpen.exchange(true)) {
            m_keeper.open(m_folder, m_clock, Library::Access::Existing,
                          [this](const Result<void> &opened) { m_keeperIsOpen = opened.has_value(); });
        }
        return m_keeper.run(std::move(work), std::move(done)...);
    }
    [[nodiscard]] GoesOn untilClosing();
    template <typename T> void tellBackup(const Result<T> &outcome);
    void importNext(const std::shared_ptr<Import> &import);
    void importOne(Import &import, Library &library);
    void startWatching();
    /// Looks out for other writers, in whatever files the database has now.
    void watch();
    void lookForChanges();
    /// Something else wrote to the file: forgets all that was read of it, and looks whether it is whole.
    void meetTouchedFile();
    /// Runs `work()` on the writer thread while no thread has the library open.
    template <typename Work> auto runClosed(Work work);

    const Clock &m_clock;
    QString m_folder;
    Place m_place;
    std::atomic<bool> m_closing = false;
    std::optional<Error> m_trouble;
    std::atomic<bool> m_isTroubled = false; // the same for other threads
    std::atomic<bool> m_isDamaged = false;
    std::optional<std::pair<std::optional<FileIdentity>, qint64>>
        m_seen;          // of the writer thread alone: file and version
    QString m_libraryId; // when it was sound
    QFileSystemWatcher m_watcher;
    QTimer m_lookSoon;
    QTimer m_lookAgain;
    QTimer m_lookOften;
    QTimer m_retry;
    QTimer m_backUp;
    std::atomic<bool> m_keeperIsOpen = false; // or about to be
    bool m_isAnew = false;                    // what stands in its place was made of it; of the writer thread alone
    QDate m_checkedOn; // when the backup thread looked last, and how the library stood; of that thread alone
    qint64 m_checkedVersion = 0;
    LibraryThread m_reader; // ends after the writer, whose opening leads to the reader's
    LibraryThread m_writer; // ends after the keeper, whose backup leads to an import
    LibraryThread m_keeper;
};

} // namespace Weeknotes
