// SPDX-License-Identifier: GPL-3.0-or-later
#include "notebook/notebook.h"

#include "notebook/lookinput.h"
#include "notebook/storedtextof.h"
#include "storage/backups.h"

#include <QDir>
#include <QFileInfo>

#include <latch>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Weeknotes {

namespace {

/// Whether an error tells of the library, and not of what was asked of it.
bool isTrouble(Error::Kind kind)
{
    using enum Error::Kind;
    return kind == NotWritable || kind == NotReadable || kind == Gone || kind == Busy || kind == Damaged ||
           kind == NewerLibrary || kind == Internal;
}

/// Damaged where the library's file is no whole one; other errors where that can't be told.
Result<void> verified(const QString &folder, const Clock &clock)
{
    const auto damaged = [&](const QString &detail) {
        return std::unexpected(
            Error{.kind = Error::Kind::Damaged, .subject = Library::databasePath(folder), .detail = detail});
    };
    const auto findings = Library::verifyDatabase(folder, clock);
    if (findings)
        return findings->empty() ? Result<void>() : damaged(findings->front().detail);
    const auto kind = findings.error().kind;
    const bool isDamage = kind == Error::Kind::Damaged || kind == Error::Kind::NotALibrary;
    return isDamage ? damaged(findings.error().detail) : std::unexpected(findings.error());
}

} // namespace

/// An import on its way. It belongs to the writer thread once it is there.
struct Notebook::Import
{
    ImportOrder order;
    ImportOutcome outcome;
    QPromise<Result<ImportOutcome>> promise;
    bool done = false;

    void fail(const Error &error)
    {
        promise.addResult(std::unexpected(error));
        promise.finish();
    }
};

Notebook::Notebook(const Clock &clock, QObject *parent) : QObject(parent), m_clock(clock)
{
    m_lookSoon.setSingleShot(true);
    m_lookSoon.setInterval(50ms);
    m_lookAgain.setSingleShot(true);
    m_lookAgain.setInterval(1s);
    m_lookOften.setInterval(5s);
    const auto look = [this] {
        watch();
        m_lookSoon.start();
        m_lookAgain.start();
    };
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, look);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, look);
    connect(&m_lookSoon, &QTimer::timeout, this, &Notebook::lookForChanges);
    connect(&m_lookAgain, &QTimer::timeout, this, &Notebook::lookForChanges);
    m_retry.setSingleShot(true);
    m_retry.setInterval(5s);
    connect(&m_retry, &QTimer::timeout, this, &Notebook::retry);
    connect(&m_lookOften, &QTimer::timeout, this, &Notebook::lookForChanges);
    connect(&m_backUp, &QTimer::timeout, this, [this] {
        m_backUp.setInterval(1h);
        backUpIfDue();
    });
    m_writer.onReplaced([this](Library &library) { return keepReplaced(library); });
}

Notebook::~Notebook()
{
    m_closing = true;
    for (LibraryThread *thread : {&m_keeper, &m_writer, &m_reader})
        thread->join(); // all, before one of them goes: they call upon each other
}

QFuture<void> Notebook::end()
{
    m_closing = true;
    blockSignals(true);
    for (QObject *source :
         std::initializer_list<QObject *>{&m_watcher, &m_lookSoon, &m_lookAgain, &m_lookOften, &m_retry, &m_backUp})
        source->disconnect(this);
    const Answer<void> ended;
    m_keeper.end([this, ended] { m_writer.end([this, ended] { m_reader.end(ended); }); });
    return ended.future();
}

QFuture<Result<Library::Access>> Notebook::open(const QString &folder, Missing missing, const QFuture<void> &before)
{
    m_folder = QDir::cleanPath(QDir(folder).absolutePath());
    std::ignore = m_writer.runClosed([before] {
        QFuture<void>(before).waitForFinished();
        return true;
    });
    const Answer<Opened> answer;
    m_writer.open(m_folder, m_clock, missing == Missing::Make ? Library::Access::ReadWrite : Library::Access::Existing,
                  [this, answer](const Result<void> &writable) { openReader(writable, answer); });
    return answer.future().then(this, [this](const Opened &opened) -> Result<Library::Access> {
        if (!opened)
            return std::unexpected(opened.error());
        m_place = opened->second;
        if (opened->first == Library::Access::ReadWrite) {
            startWatching();
            std::ignore = libraryId();
            m_backUp.start(10s); // not among all that a window reads at first
            std::ignore = m_writer.run([](Library &library) { return library.expireBin(daysInBin); });
        }
        return opened->first;
    });
}

void Notebook::openReader(const Result<void> &writable, const Answer<Opened> &answer)
{
    const auto failure = writable ? std::nullopt : std::optional(writable.error());
    if (failure && failure->kind != Error::Kind::NotWritable && failure->kind != Error::Kind::Damaged)
        return answer(std::unexpected(*failure));
    const auto opened = [this, failure, answer](const Result<void> &readable) {
        if (!readable) // a folder that can't be made is not writable in the first place
            return answer(std::unexpected(failure.value_or(readable.error())));
        hear(failure);
        const auto access = failure ? Library::Access::ReadOnly : Library::Access::ReadWrite;
        m_reader.run([access](Library &library) -> Opened { return std::pair(access, library.place()); }, answer);
    };
    m_reader.open(m_folder, m_clock, Library::Access::Salvage, opened);
}

QFuture<Result<std::vector<NoteHeader>>> Notebook::notes()
{
    return read([](Library &library) { return library.notes(); });
}

QFuture<Result<Note>> Notebook::note(const NoteId &id)
{
    return read([id](Library &library) { return library.note(id); });
}

QFuture<Result<std::vector<SearchHit>>> Notebook::search(const QString &query, int limit)
{
    return m_reader.run([query, limit](Library &library) { return library.search(query, limit); });
}

QFuture<Result<std::vector<HeadingHit>>> Notebook::headings(const QString &query, int limit)
{
    return m_reader.run([query, limit](Library &library) { return library.headings(query, limit); });
}

QFuture<Result<QByteArray>> Notebook::image(const NoteId &id, const QString &name)
{
    return read([id, name](Library &library) { return library.image(id, name); });
}

QFuture<Result<std::vector<Pause>>> Notebook::pauses()
{
    return m_reader.run([](Library &library) { return library.pauses(); });
}

QFuture<Result<LookInput>> Notebook::lookInput(const NoteHeader &note)
{
    return m_reader.run(
        [note, today = m_clock.today()](Library &library) { return Weeknotes::lookInput(library, note, today); });
}

QFuture<Result<LibrarySettings>> Notebook::settings()
{
    return m_reader.run([](Library &library) { return library.settings(); });
}

QFuture<Result<NoteHeader>> Notebook::addNote(const NoteFields &fields, const QString &markdown)
{
    return write([fields, markdown, today = m_clock.today()](
                     Library &library) { return library.addNote(fields, storedTextOf(markdown, today)); },
                 [this](const Result<NoteHeader> &added) { Q_EMIT noteAdded(*added); });
}

QFuture<Result<NoteHeader>> Notebook::save(const NoteId &id, qint64 baseRevision, const NoteFields &fields,
                                           const QString &markdown)
{
    return write(
        [id, baseRevision, fields, markdown, today = m_clock.today()](Library &library) {
            return library.saveNote(id, baseRevision, fields, storedTextOf(markdown, today));
        },
        [this](const Result<NoteHeader> &saved) { Q_EMIT noteSaved(*saved); });
}

QFuture<Result<std::vector<NoteHeader>>> Notebook::changeFields(const std::vector<FieldsChange> &changes)
{
    return write([changes](Library &library) { return library.changeFields(changes); },
                 [this](const Result<std::vector<NoteHeader>> &changed) { Q_EMIT notesChanged(*changed); });
}

QFuture<Result<NoteHeader>> Notebook::setPublished(const NoteId &id, const std::optional<QUrl> &address, QDate day)
{
    return write([id, address, day](Library &library) { return library.setPublished(id, address, day); },
                 [this](const Result<NoteHeader> &saved) { Q_EMIT noteSaved(*saved); });
}

QFuture<Result<std::vector<Publication>>> Notebook::publications(const NoteId &id)
{
    return read([id](Library &library) { return library.publications(id); });
}

QFuture<Result<NoteHeader>> Notebook::removePublication(const NoteId &id, const QUrl &address)
{
    return write([id, address](Library &library) { return library.removePublication(id, address); },
                 [this](const Result<NoteHeader> &saved) { Q_EMIT noteSaved(*saved); });
}

QFuture<Result<void>> Notebook::forgetNote(const NoteId &id)
{
    return write([id](Library &library) { return library.forgetNote(id); },
                 [this, id](const Result<void> &) { Q_EMIT notesRemoved({id}); });
}

QFuture<Result<void>> Notebook::removeNotes(const std::vector<NoteId> &ids)
{
    return write([ids](Library &library) { return library.removeNotes(ids); },
                 [this, ids](const Result<void> &) { Q_EMIT notesRemoved(ids); });
}

QFuture<Result<std::vector<BinnedNote>>> Notebook::bin()
{
    return m_reader.run([](Library &library) { return library.bin(); });
}

QFuture<Result<std::vector<NoteHeader>>> Notebook::restoreNotes(const std::vector<NoteId> &ids)
{
    return write([ids](Library &library) { return library.restoreNotes(ids); },
                 [this](const Result<std::vector<NoteHeader>> &notes) { Q_EMIT notesRestored(*notes); });
}

QFuture<Result<int>> Notebook::emptyBin()
{
    return m_writer.run([](Library &library) { return library.emptyBin(); });
}

QFuture<Result<std::vector<Version>>> Notebook::versions(const NoteId &id)
{
    return m_reader.run([id](Library &library) { return library.versions(id); });
}

QFuture<Result<QString>> Notebook::versionText(const VersionId &id)
{
    return m_reader.run([id](Library &library) { return library.versionText(id); });
}

QFuture<Result<void>> Notebook::addImage(const NoteId &id, const ImageFile &image)
{
    return write([id, image](Library &library) { return library.addImage(id, image); }, [](const Result<void> &) {});
}

QFuture<Result<Pause>> Notebook::addPause(QDate from, std::optional<QDate> plannedTo, const QString &note)
{
    return write([from, plannedTo, note](Library &library) { return library.addPause(from, plannedTo, note); },
                 [this](const Result<Pause> &) { Q_EMIT pausesChanged(); });
}

QFuture<Result<Pause>> Notebook::endPause(QDate last)
{
    return write([last](Library &library) { return library.endPause(last); },
                 [this](const Result<Pause> &) { Q_EMIT pausesChanged(); });
}

QFuture<Result<void>> Notebook::putPause(const Pause &pause)
{
    return write([pause](Library &library) { return library.putPause(pause); },
                 [this](const Result<void> &) { Q_EMIT pausesChanged(); });
}

QFuture<Result<void>> Notebook::removePause(const PauseId &id)
{
    return write([id](Library &library) { return library.removePause(id); },
                 [this](const Result<void> &) { Q_EMIT pausesChanged(); });
}

QFuture<Result<LibrarySettings>> Notebook::changeSettings(const std::function<void(LibrarySettings &settings)> &change)
{
    return write([change](Library &library) { return library.changeSettings(change); },
                 [this](const Result<LibrarySettings> &changed) { Q_EMIT settingsChanged(*changed); });
}

QFuture<Result<ImportOutcome>> Notebook::foreseeImport(const ImportOrder &order)
{
    return read(
        [order](Library &library) -> Result<ImportOutcome> { return Weeknotes::foreseeImport(library, order); });
}

QFuture<Result<std::vector<NoteId>>> Notebook::takeBack(const ImportOutcome &outcome)
{
    const auto announce = [this, outcome](const Result<std::vector<NoteId>> &) {
        std::vector<NoteId> gone;
        for (const ImportedDraft &draft : outcome.drafts) {
            if (draft.fate == ImportedDraft::Fate::Imported)
                gone.push_back(draft.id);
        }
        Q_EMIT notesRemoved(gone);
        Q_EMIT notesImported();
    };
    return write([outcome](Library &library) { return Weeknotes::takeBack(library, outcome); }, announce);
}

QFuture<Result<ImportOutcome>> Notebook::importNotes(ImportOrder order)
{
    auto import = std::make_shared<Import>();
    import->order = std::move(order);
    auto future = import->promise.future();
    import->promise.start();
    import->promise.setProgressRange(0, int(import->order.drafts.size()));
    const auto backUp = [this, import](Library &library) {
        return backUpBeforeImport(library, [&](int, int) { return !m_closing && !import->promise.isCanceled(); });
    };
    keep(backUp, [this, import](const Result<void> &backedUp) {
        if (backedUp)
            importNext(import);
        else
            import->fail(backedUp.error());
    });
    return future;
}

GoesOn Notebook::untilClosing()
{
    return [this](int, int) { return !m_closing; };
}

template <typename T> void Notebook::tellBackup(const Result<T> &outcome)
{
    QMetaObject::invokeMethod(
        this,
        [this, outcome] {
            if (outcome)
                Q_EMIT backedUp(*outcome);
            else
                Q_EMIT backupFailed(outcome.error());
        },
        Qt::QueuedConnection);
}

QFuture<Result<QString>> Notebook::libraryId()
{
    return m_reader.run([](Library &library) { return library.id(); }).then(this, [this](const Result<QString> &id) {
        const bool isSound = !m_isDamaged && !(m_trouble && m_trouble->kind == Error::Kind::Damaged);
        if (id && isSound)
            m_libraryId = *id;
        return m_libraryId.isEmpty() ? id : Result<QString>(m_libraryId);
    });
}

QFuture<Result<std::vector<Backup>>> Notebook::backups()
{
    using Listed = Result<std::vector<Backup>>;
    const auto anyway = [folder = m_folder, now = m_clock.now()](const Listed &listed) {
        return listed.or_else([&](const Error &) { return Backups(folder, {}).list(now); });
    };
    return keep([](Library &library) { return library.backups(); }).then(this, anyway);
}

QFuture<Result<Backup>> Notebook::backUpNow()
{
    return keep([this, goesOn = untilClosing()](Library &library) {
        auto made = library.backUp(Backup::Reason::Hand, goesOn);
        tellBackup(made);
        return made;
    });
}

void Notebook::backUpIfDue()
{
    std::ignore = keep([this, goesOn = untilClosing()](Library &library) -> Result<void> {
        const auto version = library.dataVersion();
        if (version && *version == m_checkedVersion && m_checkedOn == m_clock.today())
            return {};
        const auto made = library.backUpDaily(goesOn);
        if (!made) {
            tellBackup<Backup>(std::unexpected(made.error()));
            return {};
        }
        m_checkedVersion = version.value_or(0);
        m_checkedOn = m_clock.today();
        if (*made)
            tellBackup<Backup>(**made);
        std::ignore = library.tidyImages(); // while a backup can't be read it stays undone
        return {};
    });
}

template <typename Work> auto Notebook::runClosed(Work work)
{
    struct Gate
    {
        std::latch closed{2};
        std::latch done{1};
    };
    const auto gate = std::make_shared<Gate>();
    for (LibraryThread *thread : {&m_reader, &m_keeper}) {
        std::ignore = thread->runClosed([gate] {
            gate->closed.count_down();
            gate->done.wait();
            return true;
        });
    }
    return m_writer.runClosed([this, gate, work = std::move(work)] {
        gate->closed.wait();
        auto outcome = work();
        m_seen.reset(); // it was of another file
        gate->done.count_down();
        return outcome;
    });
}

QFuture<Result<Restored>> Notebook::restoreBackup(const QString &path)
{
    return runClosed([this, path, folder = m_folder, goesOn = untilClosing()] {
               return Weeknotes::restoreBackup(path, folder, m_clock, goesOn);
           })
        .then(this, [this](const Result<Restored> &restored) {
            if (!restored)
                return restored;
            watch();
            if (m_isTroubled)
                retry();
            settings().then(this, [this](const Result<LibrarySettings> &settings) {
                if (settings)
                    Q_EMIT settingsChanged(*settings);
            });
            Q_EMIT changedElsewhere();
            return restored;
        });
}

void Notebook::importNext(const std::shared_ptr<Import> &import)
{
    const auto importOnce = [this, import](Library &library) -> Result<void> {
        importOne(*import, library);
        if (!import->done)
            importNext(import); // at the end of the queue, so that a save never waits for more than some notes
        return {};
    };
    m_writer.run(importOnce, [import](const Result<void> &ran) {
        if (!ran)
            import->fail(ran.error());
    });
}

void Notebook::importOne(Import &import, Library &library)
{
    ImportOutcome &outcome = import.outcome;
    const bool stopped = import.promise.isCanceled() || m_closing;
    if (outcome.drafts.size() < import.order.drafts.size() && !stopped) {
        importSome(library, import.order, m_clock.today(), outcome,
                   [&] { return !import.promise.isCanceled() && !m_closing; });
        import.promise.setProgressValue(int(outcome.drafts.size()));
        if (!isHopeless(outcome.drafts.back()))
            return;
    }
    import.done = true;
    if (!stopped)
        adoptTitleHabit(library, outcome);
    else if (const auto taken = Weeknotes::takeBack(library, outcome); !taken)
        return import.fail(taken.error());
    if (const auto settings = library.settings(); settings && !outcome.titlePattern.isEmpty())
        QMetaObject::invokeMethod(this, [this, settings] { Q_EMIT settingsChanged(*settings); }, Qt::QueuedConnection);
    QMetaObject::invokeMethod(this, &Notebook::notesImported, Qt::QueuedConnection);
    import.promise.addResult(outcome);
    import.promise.finish();
}

QFuture<Result<void>> Notebook::writeAnew()
{
    auto written =
        m_writer.run([this](Library &library) { return library.writeAnew().transform([&] { m_isAnew = true; }); });
    retry();
    return written;
}

bool Notebook::stopWriting(const Error &damage)
{
    if (m_isDamaged.exchange(true))
        return false;
    m_writer.close(damage, [this]() -> Result<void> {
        if (auto sound = verified(m_folder, m_clock); !sound)
            return sound;
        std::ignore = m_reader.reopen(); // what it read of the damaged one tells nothing any more
        m_isDamaged = false;
        QMetaObject::invokeMethod(this, &Notebook::meetTouchedFile, Qt::QueuedConnection);
        return {};
    });
    return true;
}

Result<void> Notebook::keepReplaced(Library &library)
{
    if (std::exchange(m_isAnew, false))
        return {};
    const auto kept = library.backUp(Backup::Reason::Restore);
    if (kept)
        QMetaObject::invokeMethod(this, [this, kept] { Q_EMIT libraryReplaced(*kept); }, Qt::QueuedConnection);
    else if (kept.error().kind == Error::Kind::NotWritable) // it stays, until there is room
        return std::unexpected(kept.error());
    return {}; // what can't be read has nothing to keep
}

void Notebook::hear(const std::optional<Error> &error)
{
    if (error && isTrouble(error->kind))
        QMetaObject::invokeMethod(this, [this, error] { beTroubled(*error); }, Qt::QueuedConnection);
    else if (!error && m_isTroubled && !m_isDamaged)
        QMetaObject::invokeMethod(this, &Notebook::recover, Qt::QueuedConnection);
}

void Notebook::beTroubled(const Error &error)
{
    m_isTroubled = true;
    m_retry.start();
    if (std::exchange(m_trouble, error) != error)
        Q_EMIT troubled(error);
}

void Notebook::recover()
{
    if (!m_isTroubled.exchange(false))
        return;
    m_trouble.reset();
    m_retry.stop();
    Q_EMIT recovered();
    startWatching();
}

void Notebook::retry()
{
    m_writer.reopen().then(this, [this](const Result<void> &opened) {
        if (opened)
            std::ignore = write([](Library &library) { return library.tryWriting(); }, [](const Result<void> &) {});
        else if (m_isDamaged && m_trouble) // which says more than how opening it fails
            m_retry.start();
        else
            beTroubled(opened.error());
    });
}

void Notebook::startWatching()
{
    // The system tells nothing of what other machines do in a network folder, and may stall when asked.
    if (m_place.kind == Place::Kind::Network)
        m_lookOften.start();
    else
        watch();
    lookForChanges();
}

void Notebook::watch()
{
    // The log, where there is one, is written to first; the folder tells when a file comes, goes or is replaced.
    const QString database = Library::databasePath(m_folder);
    QStringList unwatched;
    for (const QString &path : {m_folder, database, database + u"-wal"_s}) {
        if (!m_watcher.files().contains(path) && !m_watcher.directories().contains(path) && QFileInfo::exists(path))
            unwatched << path;
    }
    if (!unwatched.isEmpty())
        m_watcher.addPaths(unwatched);
}

void Notebook::lookForChanges()
{
    if (m_trouble && m_trouble->kind == Error::Kind::Gone) { // it may just have come back
        retry();
        return;
    }
    // The log changes a moment before a commit counts, hence the second, later look. Our own writes come to nothing
    // here: they do not move the writing connection's number.
    std::ignore = m_writer.run([this](Library &library) -> Result<void> {
        if (!library.isInPlace())
            hear(Error{.kind = Error::Kind::Gone, .subject = Library::databasePath(library.folder()), .detail = {}});
        else if (library.isTouched())
            QMetaObject::invokeMethod(this, &Notebook::meetTouchedFile, Qt::QueuedConnection);
        const auto version = library.dataVersion();
        if (!version)
            return {};
        const auto seen = std::exchange(m_seen, std::pair(library.file(), *version));
        if (seen && seen != m_seen)
            QMetaObject::invokeMethod(this, &Notebook::changedElsewhere, Qt::QueuedConnection);
        return {};
    });
}

void Notebook::meetTouchedFile()
{
    runClosed([] { return true; }).then(this, [this](bool) {
        retry();
        Q_EMIT changedElsewhere();
    });
    std::ignore = m_keeper.runClosed([this] {
        const QString database = Library::databasePath(m_folder);
        const auto stamp = stampOf(database);
        const auto sound = verified(m_folder, m_clock);
        const bool isDamaged = !sound && sound.error().kind == Error::Kind::Damaged;
        // While something is still being written to it the next look comes.
        if (isDamaged && stampOf(database) == stamp && stopWriting(sound.error()))
            hear(sound.error());
        return true;
    });
}

} // namespace Weeknotes
