// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/library.h"

#include "core/isotext.h"
#include "core/webaddress.h"
#include "storage/backuparchive.h"
#include "storage/backups.h"
#include "storage/imagestore.h"
#include "storage/jotstore.h"
#include "storage/librarydatabase.h"
#include "storage/migrator.h"
#include "storage/notestore.h"
#include "storage/pausestore.h"
#include "storage/privatefiles.h"
#include "storage/publicationstore.h"
#include "storage/settingsstore.h"
#include "storage/sqliteengine.h"
#include "storage/versionstore.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Weeknotes {

namespace {

/// Without a save for so long, the next one begins another sitting.
constexpr auto sittingBreak = 30min;
/// A text of so many characters is kept before most of it goes.
constexpr qsizetype worthKeeping = 400;

Error about(Error::Kind kind, const QString &subject)
{
    return {.kind = kind, .subject = subject};
}

/// Headers are large, and sorting would move each many times.
void sortNewestFirst(std::vector<NoteHeader> &headers)
{
    std::vector<NoteHeader *> order;
    order.reserve(headers.size());
    for (NoteHeader &header : headers)
        order.push_back(&header);
    std::ranges::sort(order, [](const NoteHeader *a, const NoteHeader *b) { return newerFirst(*a, *b); });
    std::vector<NoteHeader> sorted;
    sorted.reserve(headers.size());
    for (NoteHeader *header : order)
        sorted.push_back(std::move(*header));
    headers = std::move(sorted);
}

Library::Imported toImported(const NoteStore::Row &row)
{
    return {row.header, row.header.revision > row.sourceRevision, row.deleted.has_value()};
}

} // namespace

Library::Library(QString folder, Place place, Access access, const Clock &clock, std::unique_ptr<Database> database,
                 std::unique_ptr<Engine> engine)
    : m_folder(std::move(folder))
    , m_place(std::move(place))
    , m_access(access)
    , m_file(identityOf(databasePath(m_folder)))
    , m_stamp(stampOf(databasePath(m_folder)))
    , m_log(identityOf(logPath(databasePath(m_folder))))
    , m_clock(clock)
    , m_database(std::move(database))
    , m_engine(std::move(engine))
{
}

Library::~Library() = default;

Result<std::unique_ptr<Library>> Library::open(const QString &folder, const Clock &clock, Access access)
{
    const QString root = QDir::cleanPath(QFileInfo(folder).absoluteFilePath());
    if (auto usable = prepareFolder(root, access); !usable)
        return std::unexpected(usable.error());
    const Place place = Place::of(root);
    const QString path = databasePath(root);
    auto database = connectDatabase(path, access, place.kind);
    if (!database)
        return std::unexpected(database.error());
    auto engine = std::make_unique<SqliteEngine>(**database);
    auto ready = prepareDatabase(**database, *engine, access, place.kind, [&] {
        return SettingsStore(**database).read().and_then([&](const LibrarySettings &settings) {
            const Backups backups(root, settings.backups);
            return backups.make(*engine, Backup::Reason::Upgrade, clock.now()).transform([](const Backup &) {});
        });
    });
    if (!ready) {
        const auto kind = ready.error().kind;
        if (kind == Error::Kind::NotALibrary || kind == Error::Kind::NewerLibrary)
            ready.error().subject = root; // it is the folder that a person named
        return std::unexpected(ready.error());
    }
    // Without room for it search finds less, until the next time; the notes are there.
    if (writes(access))
        std::ignore = engine->renewIndex();
    return std::unique_ptr<Library>(new Library(root, place, access, clock, *std::move(database), std::move(engine)));
}

QString Library::folder() const
{
    return m_folder;
}

QString Library::databasePath(const QString &folder)
{
    return QDir(folder).filePath(u"notes.sqlite"_s);
}

bool Library::isInPlace() const
{
    return m_file && identityOf(databasePath(m_folder)) == m_file;
}

bool Library::isTouched() const
{
    return m_log && stampOf(databasePath(m_folder)) != m_stamp;
}

Result<std::unique_ptr<Library>> Library::reopened(const std::function<Result<void>()> &verify) const
{
    // An empty file is one that is still being brought; opening it would begin a library.
    const QFileInfo database(databasePath(m_folder));
    if (!database.isFile() || database.size() == 0)
        return std::unexpected(about(Error::Kind::Gone, database.filePath()));
    if (!isInPlace())
        removeOldLog();
    const Result<void> verified = verify ? verify() : Result<void>();
    return verified.and_then(
        [this] { return open(m_folder, m_clock, m_access == Access::ReadWrite ? Access::Existing : m_access); });
}

/// The log in the library's place belongs to the file that went; SQLite would play it into the one that came.
void Library::removeOldLog() const
{
    const QString database = databasePath(m_folder);
    if (!m_log || identityOf(logPath(database)) != m_log)
        return;
    QFile::remove(logPath(database));
    QFile::remove(database + u"-shm"_s);
}

Result<void> Library::writeAnew()
{
    const QString database = databasePath(m_folder);
    if (QFileInfo::exists(database))
        return std::unexpected(about(Error::Kind::Conflict, database));
    if (!makePrivateFolder(m_folder))
        return std::unexpected(about(Error::Kind::NotWritable, m_folder));
    removeOldLog();
    const QString part = database + u".part"_s; // so that nobody takes half of it for the library
    QFile::remove(part);
    return m_engine->copyTo(part).and_then([&]() -> Result<void> {
        if (!QFile::rename(part, database))
            return std::unexpected(about(Error::Kind::NotWritable, database));
        return {};
    });
}

Result<void> Library::tryWriting()
{
    return write([&] {
        return m_engine->schemaVersion().and_then([&](int version) { return m_engine->setSchemaVersion(version); });
    });
}

/// Runs `work` in one transaction and hands back what it made, once that is on disk.
template <typename Work> auto Library::write(Work work) -> std::invoke_result_t<Work>
{
    // SQLite would write on into a file that has no name any more.
    const auto gone = about(Error::Kind::Gone, databasePath(m_folder));
    if (!isInPlace())
        return std::unexpected(gone);
    auto transaction = Transaction::begin(*m_engine);
    if (!transaction)
        return std::unexpected(transaction.error());
    // A newer program may have brought it up to date since it was opened here, and means other things by its tables.
    static const int newest = Migrator(Migrator::builtIn()).newest();
    const auto schema = m_engine->schemaVersion();
    if (!schema)
        return std::unexpected(schema.error());
    if (*schema > newest)
        return std::unexpected(Error{Error::Kind::NewerLibrary, m_folder, QString::number(*schema)});
    auto made = work();
    if (!made)
        return made;
    if (!isInPlace())
        return std::unexpected(gone);
    if (auto done = transaction->commit(); !done)
        return std::unexpected(done.error());
    m_stamp = stampOf(databasePath(m_folder)); // a commit may take in the log
    return made;
}

NoteStore Library::noteStore()
{
    return {*m_database, *m_engine};
}

ImageStore Library::imageStore()
{
    return {*m_database, QDir(m_folder).filePath(u"images"_s)};
}

/// Writes nothing where nothing may be written; the transaction that follows says why.
Result<std::vector<StoredImage>> Library::writeImages(const std::vector<ImageFile> &images)
{
    std::vector<StoredImage> stored;
    if (!writes(m_access) || !isInPlace())
        return stored;
    for (const ImageFile &image : images) {
        auto written = imageStore().write(image);
        if (!written)
            return std::unexpected(written.error());
        stored.push_back(*std::move(written));
    }
    return stored;
}

Result<void> Library::putImages(qint64 note, const std::vector<StoredImage> &images, qint64 revision)
{
    for (const StoredImage &image : images) {
        if (auto done = imageStore().put(note, image, revision); !done)
            return done;
    }
    return {};
}

Result<void> Library::keepSitting(const NoteId &id, qint64 baseRevision, const QString &title, const QString &markdown)
{
    const auto row = noteStore().row(id);
    if (!row)
        return std::unexpected(row.error());
    const NoteHeader &before = row->header;
    if (before.revision != baseRevision) // a conflict, and nothing will be replaced
        return {};
    const auto old = noteStore().markdown(row->pk);
    if (!old)
        return std::unexpected(old.error());
    const bool same = *old == markdown && before.fields.title == title;
    const bool nothing = old->isEmpty() && before.fields.title.isEmpty();
    // A clock that went back ends a sitting too.
    const bool earlier = std::chrono::abs(m_clock.now() - before.updated) >= sittingBreak;
    const bool goes = old->size() >= worthKeeping && markdown.size() < old->size() / 2;
    const bool asImported = !before.source.key.isEmpty() && before.revision == row->sourceRevision;
    if (same || nothing || !(earlier || goes || asImported))
        return {};
    VersionStore versions(*m_database);
    Version version = newVersion(before.revision, Version::Reason::Sitting, before.fields.title);
    version.made = before.updated;
    return versions.add(row->pk, version, *old)
        .and_then([&] { return soberNow(); })
        .and_then(
            [&](const QDateTime &now) { return versions.thin(row->pk, std::min(now, before.updated.addDays(1))); });
}

Version Library::newVersion(qint64 revision, Version::Reason reason, const QString &title) const
{
    const QDateTime now = m_clock.now();
    return {VersionId(createUuidV7(now.toMSecsSinceEpoch())), revision, reason, now, title};
}

/// Whether to go past this error; it is remembered then. A damaged image is no damage of the database.
bool Library::salvages(const Error &error)
{
    if (m_access != Access::Salvage || error.kind != Error::Kind::Damaged || error.subject != m_database->subject())
        return false;
    m_damage = error;
    return true;
}

template <typename Use> auto Library::withRow(const NoteId &id, Use use)
{
    auto row = noteStore().row(id);
    if (!row && (salvages(row.error()) || m_damage)) { // perhaps the index alone is damaged
        for (NoteStore::Row &readable : noteStore().readable()) {
            if (readable.header.id == id)
                row = std::move(readable);
        }
    }
    auto used = row.and_then(use);
    if (!used)
        salvages(used.error());
    return used;
}

Result<std::vector<NoteHeader>> Library::notes()
{
    auto all = noteStore().all();
    if (!all && salvages(all.error())) {
        all = std::vector<NoteHeader>();
        for (NoteStore::Row &row : noteStore().readable()) {
            if (!row.deleted)
                all->push_back(std::move(row.header));
        }
    }
    if (all)
        sortNewestFirst(*all);
    return all;
}

Result<void> Library::eachNote(const std::function<void(const Note &)> &visit)
{
    qint64 after = 0;
    do {
        const auto last = someNotes(after, visit);
        if (!last)
            return std::unexpected(last.error());
        after = *last;
    } while (after > 0);
    return {};
}

Result<qint64> Library::someNotes(qint64 after, const std::function<void(const Note &)> &visit)
{
    return noteStore().some(after, notesInPart, visit);
}

Result<Note> Library::note(const NoteId &id)
{
    return withRow(id, [&](const NoteStore::Row &row) {
        return noteStore().markdown(row.pk).transform([&](const QString &text) { return Note{row.header, text}; });
    });
}

Result<NoteHeader> Library::addNote(const NoteFields &fields, const StoredText &text, const Provenance &source,
                                    const std::vector<ImageFile> &images)
{
    const QDateTime now = m_clock.now();
    const NoteHeader header{.id = NoteId(createUuidV7(now.toMSecsSinceEpoch())),
                            .revision = 1,
                            .fields = fields,
                            .words = text.words,
                            .minutes = text.minutes,
                            .created = now,
                            .updated = now,
                            .source = source};
    const auto stored = writeImages(images);
    if (!stored)
        return std::unexpected(stored.error());
    return write([&]() -> Result<NoteHeader> {
        return noteStore()
            .add(header, text)
            .and_then([&](qint64 pk) { return putImages(pk, *stored, 0); })
            .and_then([&] { return moveSoberClock(); })
            .and_then([&] { return noteStore().row(header.id); })
            .transform([](const NoteStore::Row &row) { return row.header; });
    });
}

Result<NoteHeader> Library::saveNote(const NoteId &id, qint64 baseRevision, const NoteFields &fields,
                                     const StoredText &text)
{
    return write([&]() -> Result<NoteHeader> {
        return keepSitting(id, baseRevision, fields.title, text.markdown)
            .and_then([&] { return noteStore().save(id, baseRevision, fields, text, m_clock.now()); })
            .and_then(
                [&](const NoteStore::Row &row) { return moveSoberClock().transform([&] { return row.header; }); });
    });
}

Result<void> Library::forgetNote(const NoteId &id)
{
    return write([&]() -> Result<void> {
        const auto row = noteStore().row(id);
        if (!row)
            return std::unexpected(row.error());
        const auto text = noteStore().markdown(row->pk);
        if (!text)
            return std::unexpected(text.error());
        if (row->header.revision != 1 || row->deleted || !text->isEmpty())
            return std::unexpected(Error{.kind = Error::Kind::Conflict, .subject = id.toString()});
        return noteStore().erase(row->pk).and_then([&] { return moveSoberClock(); });
    });
}

Result<void> Library::removeNotes(const std::vector<NoteId> &ids)
{
    return write([&]() -> Result<void> {
        const auto sober = soberNow();
        if (!sober)
            return std::unexpected(sober.error());
        // Their days are counted from here, and a clock that went back would have them over when it is right again.
        const QDateTime moment = std::max(m_clock.now(), *sober);
        for (const NoteId &id : ids) {
            const auto binned = noteStore().row(id).and_then(
                [&](const NoteStore::Row &row) { return noteStore().setDeleted(row.pk, moment); });
            if (!binned)
                return binned;
        }
        return moveSoberClock();
    });
}

Result<std::vector<BinnedNote>> Library::bin()
{
    return noteStore().bin();
}

Result<std::vector<NoteHeader>> Library::restoreNotes(const std::vector<NoteId> &ids)
{
    return write([&]() -> Result<std::vector<NoteHeader>> {
        std::vector<NoteHeader> notes;
        for (const NoteId &id : ids) {
            const auto row = noteStore().row(id);
            if (!row)
                return std::unexpected(row.error());
            if (const auto restored = noteStore().setDeleted(row->pk, {}); !restored)
                return std::unexpected(restored.error());
            notes.push_back(row->header);
        }
        return notes;
    });
}

Result<int> Library::emptyBin()
{
    return eraseBinned([](const BinnedNote &) { return true; });
}

Result<int> Library::expireBin(int days)
{
    return soberNow().and_then([&](const QDateTime &now) {
        return eraseBinned([&](const BinnedNote &note) { return note.deleted < now.addDays(-days); });
    });
}

template <typename Goes> Result<int> Library::eraseBinned(Goes goes)
{
    return write([&]() -> Result<int> {
        int count = 0;
        const auto binned = noteStore().bin();
        if (!binned)
            return std::unexpected(binned.error());
        for (const BinnedNote &note : *binned) {
            if (!goes(note))
                continue;
            const auto erased = noteStore().row(note.header.id).and_then([&](const NoteStore::Row &row) {
                return noteStore().erase(row.pk);
            });
            if (!erased)
                return std::unexpected(erased.error());
            ++count;
        }
        if (count == 0)
            return count;
        return moveSoberClock().transform([&] { return count; });
    });
}

/// What lets go of old things asks this, and not the clock.
Result<QDateTime> Library::soberNow()
{
    const QDateTime now = m_clock.now();
    return SettingsStore(*m_database).clock().and_then([&](const std::optional<SoberClock> &kept) -> Result<QDateTime> {
        if (kept)
            return kept->at(now);
        return noteStore().lastChange().transform([&](const std::optional<QDateTime> &written) {
            return written ? std::min(now, written->addDays(1)) : now;
        });
    });
}

Result<void> Library::moveSoberClock()
{
    const QDateTime now = m_clock.now();
    SettingsStore settings(*m_database);
    return settings.clock().and_then([&](const std::optional<SoberClock> &kept) -> Result<void> {
        if (kept && !kept->isOld(now))
            return {};
        return soberNow().and_then([&](const QDateTime &sober) { return settings.setClock({sober, now}); });
    });
}

Result<std::vector<NoteHeader>> Library::changeFields(const std::vector<FieldsChange> &changes)
{
    return write([&]() -> Result<std::vector<NoteHeader>> {
        std::vector<NoteHeader> changed;
        for (const FieldsChange &change : changes) {
            const auto row = noteStore().row(change.id);
            if (!row)
                return std::unexpected(row.error());
            if (row->header.revision != change.baseRevision)
                return std::unexpected(about(Error::Kind::Conflict, change.id.toString()));
            const auto saved = noteStore().saveFields(*row, change.fields, m_clock.now()).and_then([&] {
                return noteStore().row(change.id);
            });
            if (!saved)
                return std::unexpected(saved.error());
            changed.push_back(saved->header);
        }
        return moveSoberClock().transform([&] { return std::move(changed); });
    });
}

Result<NoteHeader> Library::setPublished(const NoteId &id, const std::optional<QUrl> &address, QDate day)
{
    if (address && !isPageAddress(*address))
        return std::unexpected(about(Error::Kind::BadValue, address->toString()));
    const QDateTime now = m_clock.now();
    const QDateTime moment = day == now.date() ? now : noonOf(day);
    return write([&]() -> Result<NoteHeader> {
        const auto row = noteStore().row(id);
        if (!row)
            return std::unexpected(row.error());
        NoteFields fields = row->header.fields;
        fields.status = NoteStatus::Published;
        fields.published = fields.published ? std::min(*fields.published, moment) : moment;
        if (fields.canonical.isEmpty())
            fields.canonical = address.value_or(QUrl());
        const auto text = noteStore().markdown(row->pk);
        if (!text)
            return std::unexpected(text.error());
        return noteStore()
            .saveFields(*row, fields, now)
            .and_then([&] {
                return address ? PublicationStore(*m_database).record(row->pk, *address, moment, *text)
                               : Result<void>();
            })
            .and_then([&] {
                const auto version = newVersion(row->header.revision + 1, Version::Reason::Publish, fields.title);
                return VersionStore(*m_database).add(row->pk, version, *text);
            })
            .and_then([&] { return noteStore().row(id); })
            .transform([](const NoteStore::Row &saved) { return saved.header; });
    });
}

Result<std::vector<Publication>> Library::publications(const NoteId &id)
{
    return noteStore().row(id).and_then([&](const NoteStore::Row &row) -> Result<std::vector<Publication>> {
        const auto text = noteStore().markdown(row.pk);
        if (!text)
            return std::unexpected(text.error());
        return PublicationStore(*m_database).all(row.pk, *text);
    });
}

Result<NoteHeader> Library::removePublication(const NoteId &id, const QUrl &address)
{
    return write([&]() -> Result<NoteHeader> {
        const auto row = noteStore().row(id);
        if (!row)
            return std::unexpected(row.error());
        const auto removed = PublicationStore(*m_database).remove(row->pk, address);
        const auto left = removed.and_then([&] { return PublicationStore(*m_database).all(row->pk, {}); });
        if (!left)
            return std::unexpected(left.error());
        NoteFields fields = row->header.fields;
        if (fields.canonical != address)
            return noteStore().row(id).transform([](const NoteStore::Row &now) { return now.header; });
        fields.canonical = left->empty() ? QUrl() : left->front().address;
        return noteStore()
            .saveFields(*row, fields, m_clock.now())
            .and_then([&] { return noteStore().row(id); })
            .transform([](const NoteStore::Row &saved) { return saved.header; });
    });
}

Result<void> Library::together(const std::function<void()> &work)
{
    return write([&]() -> Result<void> {
        work();
        return {};
    });
}

Result<std::optional<Library::Imported>> Library::noteBySource(const Provenance &source)
{
    return noteStore().rowBySource(source.kind, source.key).transform([](const std::optional<NoteStore::Row> &row) {
        return row.transform(toImported);
    });
}

Result<std::vector<Library::Imported>> Library::notesByContent(const Provenance &source, const QString &title)
{
    if (source.contentHash.isEmpty())
        return {};
    return noteStore()
        .rowsByContent(source.kind, source.contentHash, title)
        .transform([](const std::vector<NoteStore::Row> &rows) {
            std::vector<Imported> notes;
            std::ranges::transform(rows, std::back_inserter(notes), toImported);
            return notes;
        });
}

Result<void> Library::followSource(const NoteId &id, const Provenance &source)
{
    return write([&] {
        return noteStore().row(id).and_then(
            [&](const NoteStore::Row &row) { return noteStore().followSource(row.pk, source); });
    });
}

Result<void> Library::keepImported(const NoteId &id, const Provenance &source, const QString &title,
                                   const QString &markdown)
{
    return write([&]() -> Result<void> {
        const auto row = noteStore().row(id);
        if (!row)
            return std::unexpected(row.error());
        const Version version = newVersion(row->header.revision, Version::Reason::Aside, title);
        return VersionStore(*m_database).putAside(row->pk, version, markdown).and_then([&] {
            return noteStore().followSource(row->pk, source);
        });
    });
}

Result<std::vector<NoteId>> Library::takeBack(const std::vector<ImportStep> &steps)
{
    const auto take = [&](const NoteStore::Row &row, const ImportStep &step) -> Result<void> {
        if (!step.former)
            return noteStore().erase(row.pk);
        const ImportStep::Former &former = *step.former;
        return noteStore()
            .save(step.id, step.revision, former.fields, former.text, m_clock.now())
            .and_then([&](const NoteStore::Row &) {
                return former.editedSince ? noteStore().followSource(row.pk, former.source)
                                          : noteStore().setSource(row.pk, former.source);
            })
            .and_then([&] { return imageStore().bringBack(row.pk, former.revision, step.revision); });
    };
    return write([&]() -> Result<std::vector<NoteId>> {
        std::vector<NoteId> kept;
        for (const ImportStep &step : steps) {
            const auto row = noteStore().row(step.id);
            if (!row && row.error().kind == Error::Kind::NotFound)
                continue; // gone already
            if (!row)
                return std::unexpected(row.error());
            if (row->header.revision != step.revision)
                kept.push_back(step.id);
            else if (const auto taken = take(*row, step); !taken)
                return std::unexpected(taken.error());
        }
        return moveSoberClock().transform([&] { return std::move(kept); });
    });
}

Result<NoteHeader> Library::updateNote(const NoteId &id, qint64 baseRevision, const NoteFields &fields,
                                       const StoredText &text, const Provenance &source,
                                       const std::vector<ImageFile> &images)
{
    const auto stored = writeImages(images);
    if (!stored)
        return std::unexpected(stored.error());
    return write([&]() -> Result<NoteHeader> {
        const auto before = noteStore().row(id);
        if (!before)
            return std::unexpected(before.error());
        const auto version = newVersion(before->header.revision, Version::Reason::Import, before->header.fields.title);
        return noteStore()
            .markdown(before->pk)
            .and_then([&](const QString &old) { return VersionStore(*m_database).add(before->pk, version, old); })
            .and_then([&] { return noteStore().save(id, baseRevision, fields, text, m_clock.now()); })
            .and_then([&](const NoteStore::Row &) { return noteStore().setSource(before->pk, source); })
            .and_then([&] { return putImages(before->pk, *stored, before->header.revision); })
            .and_then([&] { return moveSoberClock(); })
            .and_then([&] { return noteStore().row(id); })
            .transform([](const NoteStore::Row &row) { return row.header; });
    });
}

Result<std::vector<Version>> Library::versions(const NoteId &id)
{
    return noteStore().row(id).and_then(
        [&](const NoteStore::Row &row) { return VersionStore(*m_database).ofNote(row.pk); });
}

Result<QString> Library::versionText(const VersionId &id)
{
    return VersionStore(*m_database).text(id);
}

Result<void> Library::keepVersion(const NoteId &id, Version::Reason reason)
{
    return write([&]() -> Result<void> {
        return noteStore().row(id).and_then([&](const NoteStore::Row &row) {
            const Version version = newVersion(row.header.revision, reason, row.header.fields.title);
            return noteStore().markdown(row.pk).and_then(
                [&](const QString &text) { return VersionStore(*m_database).add(row.pk, version, text); });
        });
    });
}

Result<void> Library::keepAside(const NoteId &id, const VersionId &aside, qint64 baseRevision, const QString &title,
                                const QString &markdown)
{
    const Version version{aside, baseRevision, Version::Reason::Aside, m_clock.now(), title};
    return write([&]() -> Result<void> {
        return noteStore().row(id).and_then(
            [&](const NoteStore::Row &row) { return VersionStore(*m_database).putAside(row.pk, version, markdown); });
    });
}

Result<QByteArray> Library::image(const NoteId &id, const QString &name)
{
    return withRow(id, [&](const NoteStore::Row &row) { return imageStore().read(row.pk, name); });
}

Result<void> Library::addImage(const NoteId &id, const ImageFile &image)
{
    const auto stored = writeImages({image});
    if (!stored)
        return std::unexpected(stored.error());
    return write([&] {
        return noteStore().row(id).and_then(
            [&](const NoteStore::Row &row) { return putImages(row.pk, *stored, row.header.revision); });
    });
}

Result<void> Library::bringBackImages(const NoteId &id, qint64 revision)
{
    return write([&] {
        return noteStore().row(id).and_then(
            [&](const NoteStore::Row &row) { return imageStore().bringBack(row.pk, revision, row.header.revision); });
    });
}

Result<std::vector<Pause>> Library::pauses()
{
    return PauseStore(*m_database).all();
}

Result<Pause> Library::addPause(QDate from, std::optional<QDate> plannedTo, const QString &note)
{
    const QDateTime now = m_clock.now();
    Pause pause{.id = PauseId(createUuidV7(now.toMSecsSinceEpoch())),
                .from = from,
                .plannedTo = plannedTo,
                .to = {},
                .note = note};
    return putPause(pause).transform([&] { return std::move(pause); });
}

Result<void> Library::putPause(const Pause &pause)
{
    return write([&] { return PauseStore(*m_database).put(pause); });
}

Result<void> Library::removePause(const PauseId &id)
{
    return write([&] { return PauseStore(*m_database).remove(id); });
}

Result<Pause> Library::endPause(const std::optional<QDate> &last)
{
    return write([&] { return PauseStore(*m_database).end(last, m_clock.today()); });
}

Result<std::vector<Jot>> Library::jots(const Week &first, const Week &last)
{
    return JotStore(*m_database).ofWeeks(first, last);
}

Result<Jot> Library::addJot(const Week &week, const QString &text)
{
    const QDateTime now = m_clock.now();
    Jot jot{.id = JotId(createUuidV7(now.toMSecsSinceEpoch())), .week = week, .text = text.trimmed(), .created = now};
    if (jot.text.isEmpty())
        return std::unexpected(Error{.kind = Error::Kind::BadValue, .subject = text});
    return write([&] { return JotStore(*m_database).add(jot); }).transform([&] { return std::move(jot); });
}

Result<QString> Library::id()
{
    return SettingsStore(*m_database).libraryId();
}

Result<LibrarySettings> Library::settings()
{
    return SettingsStore(*m_database).read();
}

Result<LibrarySettings> Library::changeSettings(const std::function<void(LibrarySettings &settings)> &change)
{
    return write([&] {
        return settings().and_then([&](LibrarySettings changed) {
            change(changed);
            return SettingsStore(*m_database).write(changed).transform([&] { return changed; });
        });
    });
}

Result<std::vector<SearchHit>> Library::search(const QString &query, int limit)
{
    return m_engine->search(query, limit);
}

Result<std::vector<HeadingHit>> Library::headings(const QString &query, int limit)
{
    return m_engine->headings(query, limit);
}

Result<std::vector<Finding>> Library::verify()
{
    // FTS5 remembers its totals, and would take what others wrote since for damage: check from a new connection.
    return open(m_folder, m_clock, Access::ReadOnly).and_then([](const std::unique_ptr<Library> &fresh) {
        auto findings = fresh->m_engine->check();
        const auto add = [&](const Result<std::vector<Finding>> &more) {
            if (findings && more)
                findings->insert(findings->end(), more->begin(), more->end());
            else if (findings)
                findings = more;
        };
        add(fresh->noteStore().check());
        add(fresh->imageStore().check());
        return findings;
    });
}

Result<std::vector<Finding>> Library::verifyDatabase(const QString &folder, const Clock &clock)
{
    return open(folder, clock, Access::ReadOnly).and_then([](const std::unique_ptr<Library> &fresh) {
        return fresh->m_engine->check().transform([](std::vector<Finding> findings) {
            std::erase_if(findings, [](const Finding &finding) { return finding.kind == Finding::Kind::Search; });
            return findings;
        });
    });
}

Result<std::vector<Backup>> Library::backups()
{
    return settings().and_then(
        [&](const LibrarySettings &s) { return Backups(m_folder, s.backups).list(m_clock.now()); });
}

Result<Backup> Library::backUp(Backup::Reason reason, const GoesOn &goesOn)
{
    return settings().and_then([&](const LibrarySettings &s) {
        const Backups backups(m_folder, s.backups);
        const QDateTime now = m_clock.now();
        auto made = backups.make(*m_engine, reason, now, goesOn);
        if (made)
            backups.rotate(*made, now);
        return made;
    });
}

Result<std::optional<Backup>> Library::backUpDaily(const GoesOn &goesOn)
{
    const auto before = backups();
    if (!before)
        return std::unexpected(before.error());
    const bool isDone = std::ranges::any_of(*before, [&](const Backup &backup) {
        return backup.reason == Backup::Reason::Daily && backup.made.date() == m_clock.now().toLocalTime().date();
    });
    if (isDone)
        return std::nullopt;
    return backUp(Backup::Reason::Daily, goesOn).transform([&](const Backup &made) {
        return std::ranges::contains(*before, made) ? std::nullopt : std::optional(made);
    });
}

Result<QStringList> Library::writeBackup(const QString &path, const GoesOn &goesOn)
{
    return writeBackupArchive(*m_engine, QDir(m_folder).filePath(u"images"_s), path, goesOn);
}

Result<void> Library::tidyImages()
{
    if (auto may = tryWriting(); !may)
        return may;
    const auto sober = soberNow();
    if (!sober)
        return std::unexpected(sober.error());
    const ImageFolder::Times times{.binned = std::max(m_clock.now(), *sober), .now = *sober};
    const auto inBackups =
        settings().and_then([&](const LibrarySettings &s) { return Backups(m_folder, s.backups).images(); });
    if (!inBackups)
        return std::unexpected(inBackups.error());
    const auto untidy = imageStore().untidy(*inBackups);
    if (!untidy)
        return std::unexpected(untidy.error());
    // No lock, which a save would wait for while hundreds of files are brought to disk: an image that gets a name in
    // between is found in the bin, and the next call takes it back.
    constexpr qsizetype portion = 16;
    for (qsizetype i = 0; i < untidy->size(); i += portion) {
        if (!isInPlace())
            return std::unexpected(about(Error::Kind::Gone, databasePath(m_folder)));
        if (auto done = imageStore().tidy(untidy->mid(i, portion), *inBackups, times); !done)
            return done;
    }
    return {};
}

Result<qint64> Library::dataVersion()
{
    return m_engine->dataVersion();
}

} // namespace Weeknotes
