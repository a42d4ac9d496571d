// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "core/error.h"
#include "core/jot.h"
#include "core/note.h"
#include "core/pause.h"
#include "core/settings.h"
#include "storage/backup.h"
#include "storage/place.h"
#include "storage/publication.h"
#include "storage/storedtext.h"
#include "storage/systemfiles.h"

#include <functional>
#include <memory>
#include <optional>
#include <type_traits>
#include <vector>

namespace Weeknotes {

class Database;
class Engine;
class ImageStore;
class NoteStore;
struct StoredImage;

/// A note that search found.
struct SearchHit
{
    /// Characters `begin` to `end` (exclusive) of the snippet.
    struct Match
    {
        qsizetype begin = 0;
        qsizetype end = 0;
        bool operator==(const Match &) const = default;
    };

    NoteId id;
    QString title;
    std::optional<Period> covers;
    QString snippet; ///< one line of the text around the first matches; its beginning where only the title matches
    std::vector<Match> matches;
    double rank = 0; ///< the greater the better; comparable within one search only

    bool operator==(const SearchHit &) const = default;
};

/// A heading that search found.
struct HeadingHit
{
    NoteId note;
    QString title; ///< of the note
    std::optional<Period> covers;
    int section = 0; ///< its place in StoredText::sections
    QString heading;
    std::vector<SearchHit::Match> matches; ///< in the heading

    bool operator==(const HeadingHit &) const = default;
};

/// A note as it stood before something replaced it.
struct Version
{
    enum class Reason
    {
        Sitting, ///< how an earlier sitting left it
        Import,  ///< an import brought a newer text
        Restore, ///< an older version came back in its place
        Publish, ///< this is what went out
        Aside    ///< a draft that could not be saved over somebody else's change
    };

    VersionId id;
    qint64 revision = 0; ///< of the note, when it stood like this
    Reason reason = Reason::Sitting;
    QDateTime made; ///< when the note was left like this
    QString title;

    bool operator==(const Version &) const = default;
};

/// A note in the bin.
struct BinnedNote
{
    NoteHeader header;
    QDateTime deleted;

    bool operator==(const BinnedNote &) const = default;
};

/// What `Library::verify` found wrong.
struct Finding
{
    enum class Kind
    {
        Database,     ///< the database file itself is damaged; `subject` is the file
        Reference,    ///< a record names one that is not there; `subject` is the table
        ImageMissing, ///< `subject` is the image's name in the text, `detail` its file
        ImageChanged, ///< the file no longer holds what was put there; as above
        Search,       ///< search does not know the note as it is; `subject` is its title, `detail` its id
        Day           ///< a day of the note reads as none and counts as absent; `subject` is its title, `detail` its id
    };

    Kind kind = Kind::Database;
    QString subject;
    QString detail;

    bool operator==(const Finding &) const = default;
};

/// A library on disk: a folder with `notes.sqlite` (the truth), `images/` (files named by the SHA-256 of their
/// content, never changed) and `backups/`.
///
/// An object belongs to the thread that opened it; any number of objects, threads and processes may have the same
/// library open. Every call blocks on the disk, and one that writes waits up to five seconds for another writer.
/// Every write is one transaction: it is done as a whole and on disk when the call returns, or not at all.
/// Errors of every call: NotWritable (disk full, no permission, a library opened to read), Damaged, NotReadable; of one
/// that writes: Gone (its file is no longer in its place; what was open can still be read), NewerLibrary (a newer
/// program has brought it up to date meanwhile).
class Library
{
public:
    enum class Access
    {
        ReadWrite,
        Existing, ///< ReadWrite, for whoever only follows: it never begins a library
        ReadOnly,
        Salvage ///< ReadOnly, and `notes`, `note` and `image` give what can be read where the database is damaged
    };

    /// Opens the library in `folder`. ReadWrite makes a folder that is missing or empty into one, and brings an older
    /// library up to date after a backup of it was made; Existing does the latter alone. ReadOnly changes nothing, and
    /// reads from a folder that can't be written. `clock` must outlive the library.
    /// Errors: NotFound (but ReadWrite), NotALibrary, NewerLibrary, NotReadable, NotWritable, Damaged. In all of these
    /// cases nothing was changed.
    [[nodiscard]] static Result<std::unique_ptr<Library>> open(const QString &folder, const Clock &clock,
                                                               Access access = Access::ReadWrite);
    ~Library();
    Q_DISABLE_COPY_MOVE(Library)

    /// The folder's absolute path.
    [[nodiscard]] QString folder() const;
    /// What kind of place that is. In one that is not local two machines must not write at once, and no lock keeps them
    /// from it for sure.
    [[nodiscard]] const Place &place() const { return m_place; }
    [[nodiscard]] static QString databasePath(const QString &folder);

    /// Which file is open.
    [[nodiscard]] const std::optional<FileIdentity> &file() const { return m_file; }
    /// Whether that file still is the one in its place. Cheap.
    [[nodiscard]] bool isInPlace() const;
    /// Whether something else than this object has written to the file past the log: another process that took the log
    /// in, which is well, or whoever copied another file over it. SQLite goes on with what it remembers then, and a log
    /// that held more than the file makes a mixture of both, which `verifyDatabase` tells. Without a log SQLite sees it
    /// by itself, and this is false. Cheap.
    [[nodiscard]] bool isTouched() const;
    /// Opens, with the same access, what is in its place now, if `verify()` finds nothing against that; nothing is
    /// written into it before. Errors: as `open`, Gone (there is nothing), those of `verify`.
    [[nodiscard]] Result<std::unique_ptr<Library>> reopened(const std::function<Result<void>()> &verify = {}) const;
    /// Writes what is open into a new file in its place; `reopened` opens that. Images that went with the folder stay
    /// lost. Errors: Conflict (there is a file), NotWritable.
    [[nodiscard]] Result<void> writeAnew();
    /// Of a library opened to salvage: what damage was met. What came since leaves something out.
    [[nodiscard]] const std::optional<Error> &damage() const { return m_damage; }
    /// Writes without a change, which tells whether that can be done.
    [[nodiscard]] Result<void> tryWriting();

    /// All notes but those in the bin, newest first.
    [[nodiscard]] Result<std::vector<NoteHeader>> notes();
    /// Hands each of them to `visit` with its text, in no order; one text is in memory at a time.
    [[nodiscard]] Result<void> eachNote(const std::function<void(const Note &)> &visit);
    /// A part of that for whoever has other things to do in between: `notesInPart` notes after `after`, 0 at first,
    /// then what the part before returned; 0 after the last. A note that is added meanwhile comes too.
    [[nodiscard]] Result<qint64> someNotes(qint64 after, const std::function<void(const Note &)> &visit);
    static constexpr int notesInPart = 50;
    /// Errors: NotFound.
    [[nodiscard]] Result<Note> note(const NoteId &id);

    /// Puts a new note in, with the images its text uses. Errors: Conflict (a note from that source is here),
    /// BadValue (an image's name; a day outside the years 1 to 9999).
    [[nodiscard]] Result<NoteHeader> addNote(const NoteFields &fields, const StoredText &text,
                                             const Provenance &source = {}, const std::vector<ImageFile> &images = {});
    /// Replaces what the note held at `baseRevision`. What an earlier sitting or an import left, and a text of which
    /// most goes at once, is kept as a version first. Errors: Conflict (somebody saved it meanwhile; nothing was
    /// changed), NotFound (somebody removed it for good), BadValue (a day outside the years 1 to 9999).
    [[nodiscard]] Result<NoteHeader> saveNote(const NoteId &id, qint64 baseRevision, const NoteFields &fields,
                                              const StoredText &text);
    /// Lets go for good of a note that nobody wrote in: as `addNote` left it, without a text. Errors: NotFound,
    /// Conflict (it was saved since, or is in the bin; nothing was changed).
    [[nodiscard]] Result<void> forgetNote(const NoteId &id);
    /// Puts them into the bin, all or none: lists, search and timeline no longer know them, `note` does. A save brings
    /// one back. Errors: NotFound.
    [[nodiscard]] Result<void> removeNotes(const std::vector<NoteId> &ids);
    /// The notes in the bin, the one that went there last first.
    [[nodiscard]] Result<std::vector<BinnedNote>> bin();
    /// Takes them out of the bin, all or none. Errors: NotFound.
    [[nodiscard]] Result<std::vector<NoteHeader>> restoreNotes(const std::vector<NoteId> &ids);
    /// Lets go for good, with their versions, of what is in the bin; how many notes that were. Image files stay,
    /// another note may use them.
    [[nodiscard]] Result<int> emptyBin();
    /// The same for what has been there for more than `days` days, by the library's own sober time, which goes by the
    /// days that it was written on and moves on by at most eight on each: a clock that is wrong lets go of nothing.
    [[nodiscard]] Result<int> expireBin(int days);
    /// Writes other fields for several notes, for all of them or for none, and leaves their texts alone; the headers in
    /// the order of `changes`. Errors: NotFound, Conflict, BadValue.
    [[nodiscard]] Result<std::vector<NoteHeader>> changeFields(const std::vector<FieldsChange> &changes);
    /// It stands at `address` since `day` (since now, if that is today): it is published, since then or since before,
    /// and if it has no canonical address yet, that is it; the publication is recorded, and the text kept as a version.
    /// Without an address it went out where it has none: to a list of people, or on paper.
    /// Errors: NotFound, BadValue (no http or https address).
    [[nodiscard]] Result<NoteHeader> setPublished(const NoteId &id, const std::optional<QUrl> &address, QDate day);

    /// Where the note stands, the last place first. Errors: NotFound.
    [[nodiscard]] Result<std::vector<Publication>> publications(const NoteId &id);
    /// It does not stand there any more; the original, if it was that, is the last of the other places then. Errors:
    /// NotFound.
    [[nodiscard]] Result<NoteHeader> removePublication(const NoteId &id, const QUrl &address);

    /// Runs `work`, whose writes then reach the disk together, or not at all where this fails: many small ones so take
    /// the time of one. Each of them can still fail alone. Others wait meanwhile.
    [[nodiscard]] Result<void> together(const std::function<void()> &work);

    /// A note that came from a source earlier.
    struct Imported
    {
        NoteHeader header;
        bool editedSince = false; ///< saved here after it was imported last
        bool binned = false;
    };
    /// The note with the source's kind and key, whatever its content hash, in the bin or not.
    [[nodiscard]] Result<std::optional<Imported>> noteBySource(const Provenance &source);
    /// The notes that came from a source of that kind with the same content hash, whatever its key, and still bear
    /// `title`; those in the bin last. None for an empty hash.
    [[nodiscard]] Result<std::vector<Imported>> notesByContent(const Provenance &source, const QString &title);
    /// What the note came from is `source` now; that is no edit, and its revision stays. Errors: NotFound, Conflict
    /// (another note has that key).
    [[nodiscard]] Result<void> followSource(const NoteId &id, const Provenance &source);
    /// A newer form of what was imported, of a note that was edited here since: puts it into the note's history, beside
    /// the note, and follows `source`. Errors: as above.
    [[nodiscard]] Result<void> keepImported(const NoteId &id, const Provenance &source, const QString &title,
                                            const QString &markdown);
    /// Like saveNote, for a newer form of what was imported: keeps the old text as a version and takes over `source`.
    /// Errors: Conflict, NotFound, BadValue (an image's name; a day outside the years 1 to 9999).
    [[nodiscard]] Result<NoteHeader> updateNote(const NoteId &id, qint64 baseRevision, const NoteFields &fields,
                                                const StoredText &text, const Provenance &source,
                                                const std::vector<ImageFile> &images);

    /// What an import did to a note.
    struct ImportStep
    {
        struct Former
        {
            NoteFields fields;
            StoredText text;
            Provenance source;
            qint64 revision = 0;
            bool editedSince = false; ///< see Imported
        };
        NoteId id;
        qint64 revision = 0;          ///< that the import left
        std::optional<Former> former; ///< how the note stood before; none where the import added it
    };
    /// Takes an import back, in one transaction: what it added goes for good, what it updated stands as before. Notes
    /// that were changed since stay as they are; their ids are returned.
    [[nodiscard]] Result<std::vector<NoteId>> takeBack(const std::vector<ImportStep> &steps);

    /// The versions of a note, newest first.
    [[nodiscard]] Result<std::vector<Version>> versions(const NoteId &id);
    /// Errors: NotFound.
    [[nodiscard]] Result<QString> versionText(const VersionId &id);
    /// Keeps the note as it stands as a version, unless its newest version is that already. Errors: NotFound.
    [[nodiscard]] Result<void> keepVersion(const NoteId &id, Version::Reason reason);
    /// Keeps a draft beside a note it can't replace; again with the same `aside` replaces what was kept under it.
    /// `baseRevision` is the revision the draft started from. Errors: NotFound (the note).
    [[nodiscard]] Result<void> keepAside(const NoteId &id, const VersionId &aside, qint64 baseRevision,
                                         const QString &title, const QString &markdown);

    /// An image of a note, by the name its text uses. Errors: NotFound, Damaged (the file changed).
    [[nodiscard]] Result<QByteArray> image(const NoteId &id, const QString &name);
    /// Adds an image, or replaces the one of that name, which earlier versions keep. That it is an image is the
    /// caller's word.
    /// Errors: NotFound (the note), BadValue (a name that is no relative path inside the note).
    [[nodiscard]] Result<void> addImage(const NoteId &id, const ImageFile &image);
    /// Lets the names of a note's images stand for what they stood for when it had that revision; the present one
    /// brings back what they stand for now. Errors: NotFound (the note).
    [[nodiscard]] Result<void> bringBackImages(const NoteId &id, qint64 revision);

    /// All pauses, earliest first.
    [[nodiscard]] Result<std::vector<Pause>> pauses();
    /// Errors: BadValue (it would end before it begins), Conflict (it overlaps a pause; `detail` is that one's first
    /// day). A pause without an end goes on for good, until it is given one.
    [[nodiscard]] Result<Pause> addPause(QDate from, std::optional<QDate> plannedTo, const QString &note);
    /// Writes the pause over the one with its id; where there is none, adds it. Errors: as `addPause`.
    [[nodiscard]] Result<void> putPause(const Pause &pause);
    /// Errors: NotFound.
    [[nodiscard]] Result<void> removePause(const PauseId &id);
    /// Ends the pause that has begun by `last`, else by today, and that nobody has ended yet, rather one without a
    /// planned end. `last` is its last day; without it see Pause::lastDayIfEnded. Errors: NotFound, Conflict (it would
    /// overlap a pause, as above).
    [[nodiscard]] Result<Pause> endPause(const std::optional<QDate> &last);

    /// The jots of the weeks from `first` to `last`, in the order they were caught.
    [[nodiscard]] Result<std::vector<Jot>> jots(const Week &first, const Week &last);
    /// Errors: BadValue (no words).
    [[nodiscard]] Result<Jot> addJot(const Week &week, const QString &text);

    /// Tells this library from others, wherever its folder goes.
    [[nodiscard]] Result<QString> id();
    [[nodiscard]] Result<LibrarySettings> settings();
    /// Lets `change` change the settings as they are now, whoever set them meanwhile; how they are after it.
    [[nodiscard]] Result<LibrarySettings> changeSettings(const std::function<void(LibrarySettings &settings)> &change);

    /// The best `limit` notes for what a person typed: all its words, the last one as the beginning of a word; words
    /// in double quotes next to each other; none that begins with a minus sign, and with * the beginning of a word.
    /// Accents, case and width don't matter, "ß" is "ss"; in scripts without spaces any part of a text is found. Best
    /// is what has the words in its title, then the newest. Any text will do; one that names nothing to find finds
    /// nothing. Where very many notes have the words, the ones newest in the library are compared.
    [[nodiscard]] Result<std::vector<SearchHit>> search(const QString &query, int limit);
    /// Likewise the headings that have all these words. Best is one that is these words and no more, then the newest.
    [[nodiscard]] Result<std::vector<HeadingHit>> headings(const QString &query, int limit);

    /// Reads everything and lists what is wrong; empty for a whole library. Cost: the size of the library.
    [[nodiscard]] Result<std::vector<Finding>> verify();
    /// The same of the database in `folder` alone, without what search knows. Errors: as a ReadOnly `open`.
    [[nodiscard]] static Result<std::vector<Finding>> verifyDatabase(const QString &folder, const Clock &clock);

    /// Backups, see storage/backups.h; those that a wrong clock dated ahead of now last. Neither keeps a writer
    /// waiting.
    [[nodiscard]] Result<std::vector<Backup>> backups();
    /// Makes one, and takes away what has become too many of them. Errors: Stopped.
    [[nodiscard]] Result<Backup> backUp(Backup::Reason reason, const GoesOn &goesOn = {});
    /// Makes that of the day, unless the day has one or nothing has changed since the newest. Errors: Stopped.
    [[nodiscard]] Result<std::optional<Backup>> backUpDaily(const GoesOn &goesOn = {});
    /// Writes the library with its images into one file, over an older one of its kind; the images that have lost
    /// their file. Errors: Exists (something else stands there), Stopped.
    [[nodiscard]] Result<QStringList> writeBackup(const QString &path, const GoesOn &goesOn = {});
    /// Puts images that no note, version or backup names into the bin, from where they go after 30 days of sober time
    /// (see expireBin). Keeps no writer waiting.
    /// Errors: DamagedBackup, NotReadable (what the backups name is unknown).
    [[nodiscard]] Result<void> tidyImages();

    /// A number that changes when something else than this object has written to the library. Cheap.
    [[nodiscard]] Result<qint64> dataVersion();

private:
    Library(QString folder, Place place, Access access, const Clock &clock, std::unique_ptr<Database> database,
            std::unique_ptr<Engine> engine);

    template <typename Work> auto write(Work work) -> std::invoke_result_t<Work>;
    void removeOldLog() const;
    bool salvages(const Error &error);
    template <typename Use> auto withRow(const NoteId &id, Use use);
    template <typename Goes> [[nodiscard]] Result<int> eraseBinned(Goes goes);
    [[nodiscard]] Result<QDateTime> soberNow();
    /// The caller holds a Transaction in which something is written.
    [[nodiscard]] Result<void> moveSoberClock();
    [[nodiscard]] NoteStore noteStore();
    [[nodiscard]] ImageStore imageStore();
    [[nodiscard]] Result<std::vector<StoredImage>> writeImages(const std::vector<ImageFile> &images);
    [[nodiscard]] Result<void> putImages(qint64 note, const std::vector<StoredImage> &images, qint64 revision);
    /// Keeps what a save is about to replace, if a sitting ended with it or if most of it goes.
    [[nodiscard]] Result<void> keepSitting(const NoteId &id, qint64 baseRevision, const QString &title,
                                           const QString &markdown);
    [[nodiscard]] Version newVersion(qint64 revision, Version::Reason reason, const QString &title) const;

    QString m_folder;
    Place m_place;
    Access m_access;
    std::optional<FileIdentity> m_file;
    std::optional<FileStamp> m_stamp; ///< how this object left it, or met it
    std::optional<Error> m_damage;
    std::optional<FileIdentity> m_log; ///< its write-ahead log, if it has one
    const Clock &m_clock;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<Engine> m_engine;
};

} // namespace Weeknotes
