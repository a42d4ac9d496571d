// SPDX-License-Identifier: GPL-3.0-or-later
#include "mirror/markdowncopy.h"

#include "markdown/frontmatter.h"
#include "markdown/targets.h"
#include "mirror/copyfolder.h"
#include "mirror/copystate.h"
#include "publisher/notefile.h"
#include "publisher/slug.h"
#include "storage/imagefolder.h"
#include "storage/partfile.h"
#include "storage/realpath.h"

#include <QDir>
#include <QFileInfo>
#include <QLockFile>
#include <QSet>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

/// The name of a new note's file, without its ending: its week as lists have it, which sorts, and its title.
QString stemFor(const NoteHeader &note, const WeekRules &rules)
{
    const auto &covers = note.fields.covers;
    if (covers && covers->isValid())
        return weeksCoveredBy(*covers, rules).front().toString() + u'-' + slugOf(note);
    const QDate day = sortDay(note);
    return day.isValid() ? Week::of(day, rules).toString() + u'-' + slugOf(note) : slugOf(note);
}

/// Whether `stem` is `wanted`, or that with the number that makes a second one differ.
bool isNamed(const QString &stem, const QString &wanted)
{
    if (!stem.startsWith(wanted))
        return false;
    const QStringView rest = QStringView(stem).sliced(wanted.size());
    return rest.isEmpty() || (rest.startsWith(u'-') && rest.sliced(1).toInt() > 1);
}

/// On the day that a note is begun its title is still being found.
bool isBegun(const NoteHeader &note)
{
    return note.fields.status == NoteStatus::Draft && note.created.date() == note.updated.date();
}

/// The id in the front matter of a file; a null one for a file of anybody else.
NoteId idIn(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const auto matter = Markdown::splitFrontMatter(QString::fromUtf8(file.readAll()));
    return matter ? NoteId::parse(matter->values.value(u"id"_s).toString()).value_or(NoteId()) : NoteId();
}

class CopyRun
{
public:
    CopyRun(Library &library, const QString &folder) : m_library(library), m_root(folder), m_folder(folder) {}

    Result<CopyOutcome> run(const GoesOn &goesOn)
    {
        if (auto begun = begin(); !begun)
            return std::unexpected(begun.error());
        const auto brought = bringAll(goesOn);
        m_outcome.notes = int(m_state.notes.size());
        // What was done is remembered also where not all of it could be.
        const auto remembered = remember();
        return brought.and_then([&] { return remembered; }).transform([&] { return m_outcome; });
    }

private:
    Result<void> begin();
    Result<void> bringAll(const GoesOn &goesOn);
    Result<void> bring(const NoteHeader &header);
    Result<void> write(const Note &note, CopiedNote &copied);
    Result<QSet<QString>> bringImages(const Note &note, CopiedNote &copied);
    Result<bool> bringImage(const NoteId &id, const QString &target, const CopiedNote &before, CopiedNote &copied);
    Result<bool> place(const QString &path, const QByteArray &data, QString &digest);
    Result<void> removeAllBut(const std::vector<NoteHeader> &notes);
    Result<bool> removeFiles(const CopiedNote &copied);
    Result<bool> removeOurs(const QString &path, const QString &digest);
    Result<void> remember();
    void findFiles(const std::vector<NoteHeader> &notes);
    [[nodiscard]] QFileInfoList entries() const;
    [[nodiscard]] QSet<QString> takenNames() const;
    QString freeName(const NoteHeader &note);

    Library &m_library;
    QString m_root;
    CopyFolder m_folder;
    CopyState m_state;
    WeekRules m_rules;
    QSet<QString> m_taken; // names in the folder, in small letters and without ".md"
    CopyOutcome m_outcome;
};

Result<void> CopyRun::begin()
{
    const auto settings = m_library.settings();
    if (!settings)
        return std::unexpected(settings.error());
    m_rules = settings->week;
    const auto id = m_library.id();
    if (!id)
        return std::unexpected(id.error());
    if (QFile file(m_folder.fullPath(CopyState::fileName)); file.open(QIODevice::ReadOnly))
        m_state = CopyState::fromBytes(file.readAll());
    if (!m_state.library.isEmpty() && m_state.library != *id)
        return std::unexpected(Error{.kind = Error::Kind::Exists, .subject = m_root});
    m_state.library = *id;
    return {};
}

Result<void> CopyRun::bringAll(const GoesOn &goesOn)
{
    auto notes = m_library.notes();
    if (!notes)
        return std::unexpected(notes.error());
    std::ranges::reverse(*notes); // of two with one name the older has the plain one
    if (auto removed = removeAllBut(*notes); !removed)
        return removed;
    findFiles(*notes);
    for (int done = 0; const NoteHeader &header : *notes) {
        if (goesOn && !goesOn(done++, int(notes->size())))
            return std::unexpected(Error{.kind = Error::Kind::Stopped, .subject = m_root});
        if (auto brought = bring(header); !brought)
            return brought;
    }
    return {};
}

void CopyRun::findFiles(const std::vector<NoteHeader> &notes)
{
    QSet<QString> known;
    QSet<NoteId> missing; // new ones, those whose file got another name, and those of which the record is lost
    for (const NoteHeader &header : notes) {
        const auto copied = m_state.notes.find(header.id);
        if (copied != m_state.notes.end() && m_folder.has(copied->second.file))
            known.insert(copied->second.file);
        else
            missing.insert(header.id);
    }
    if (missing.isEmpty())
        return;
    for (const QFileInfo &entry : entries()) {
        const QString name = entry.fileName();
        if (known.contains(name) || !isCopyName(name) || !m_folder.holds(name))
            continue;
        if (const NoteId id = idIn(entry.filePath()); missing.remove(id)) {
            CopiedNote &copied = m_state.notes[id];
            copied.file = name;
            copied.revision = -1; // to be looked at
        }
    }
}

QFileInfoList CopyRun::entries() const
{
    const auto all = QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot;
    return QDir(m_root).entryInfoList(all, QDir::Name);
}

QSet<QString> CopyRun::takenNames() const
{
    QSet<QString> taken;
    for (const QFileInfo &entry : entries()) {
        const QString name = entry.fileName();
        taken.insert((name.endsWith(u".md") ? name.chopped(3) : name).toLower());
    }
    for (const auto &[id, copied] : m_state.notes)
        taken.insert(copied.stem().toLower());
    return taken;
}

QString CopyRun::freeName(const NoteHeader &note)
{
    if (m_taken.isEmpty()) // most saves need no new name
        m_taken = takenNames();
    const QString stem = stemFor(note, m_rules);
    QString name = stem;
    for (int number = 2; m_taken.contains(name.toLower()); ++number)
        name = stem + u'-' + QString::number(number);
    m_taken.insert(name.toLower());
    return name + u".md"_s;
}

Result<void> CopyRun::bring(const NoteHeader &header)
{
    const auto known = m_state.notes.find(header.id);
    CopiedNote copied = known == m_state.notes.end() ? CopiedNote() : known->second;
    const qint64 updated = header.updated.toMSecsSinceEpoch();
    if (copied.revision == header.revision && copied.updated == updated && m_folder.has(copied.file))
        return {};
    if (!copied.file.isEmpty() && copied.file == copied.given && isBegun(header) &&
        !isNamed(copied.stem(), stemFor(header, m_rules))) {
        if (auto removed = removeFiles(copied); !removed)
            return std::unexpected(removed.error());
        copied = {};
    }
    if (copied.file.isEmpty() || !m_folder.holds(copied.file))
        copied.file = copied.given = freeName(header);
    const auto note = m_library.note(header.id);
    if (!note && note.error().kind == Error::Kind::NotFound) // it has just been let go of
        return {};
    auto written = note ? write(*note, copied) : Result<void>(std::unexpected(note.error()));
    if (written) {
        copied.revision = note->header.revision;
        copied.updated = note->header.updated.toMSecsSinceEpoch();
        m_state.notes[header.id] = std::move(copied);
    }
    return written;
}

Result<void> CopyRun::write(const Note &note, CopiedNote &copied)
{
    const std::map<QString, QString> before = copied.images;
    const auto targets = bringImages(note, copied); // first, so that the file never names what is not there
    if (!targets)
        return std::unexpected(targets.error());
    QHash<QString, QString> below;
    for (const QString &target : *targets)
        below.insert(target, copied.stem() + u'/' + target);
    Note outside = note;
    outside.text = Markdown::withTargets(below, note.text);
    if (!outside.text.endsWith(u'\n'))
        outside.text += u'\n';
    const auto isNew = place(copied.file, noteFileWithId(outside).toUtf8(), copied.digest);
    if (!isNew)
        return std::unexpected(isNew.error());
    m_outcome.written += int(*isNew);
    for (const auto &[path, digest] : before) {
        if (copied.images.contains(path))
            continue;
        if (auto removed = removeOurs(path, digest); !removed)
            return std::unexpected(removed.error());
    }
    return {};
}

/// The targets in the text that lead to images which are in the copy now.
Result<QSet<QString>> CopyRun::bringImages(const Note &note, CopiedNote &copied)
{
    const CopiedNote before = copied;
    copied.images.clear();
    QSet<QString> targets;
    for (const QString &target : Markdown::targetsIn(note.text)) {
        const auto isThere = bringImage(note.header.id, target, before, copied);
        if (!isThere)
            return std::unexpected(isThere.error());
        if (*isThere)
            targets.insert(target);
    }
    return targets;
}

Result<bool> CopyRun::bringImage(const NoteId &id, const QString &target, const CopiedNote &before, CopiedNote &copied)
{
    for (const QString &name : {target, QUrl::fromPercentEncoding(target.toUtf8())}) {
        const QString path = copied.stem() + u'/' + name;
        if (!isCopyImage(name) || !m_folder.holds(path))
            continue;
        const auto known = before.images.find(path);
        QString digest = known == before.images.end() ? QString() : known->second;
        const auto data = m_library.image(id, name);
        if (!data && data.error().kind == Error::Kind::NotFound && digest.isEmpty())
            continue;
        // One that the library has lost is not taken from the copy.
        auto placed = data ? place(path, *data, digest) : Result<bool>(false);
        if (!placed)
            return placed;
        if (m_folder.has(path)) {
            copied.images.insert_or_assign(path, digest);
            return true;
        }
    }
    return false;
}

/// Makes `path` hold `data`, and `digest`, that of what was written there last, follow. False if it did already.
Result<bool> CopyRun::place(const QString &path, const QByteArray &data, QString &digest)
{
    const auto there = m_folder.digest(path);
    if (!there)
        return std::unexpected(there.error());
    const QString wanted = ImageFolder::hashOf(data);
    if (*there == wanted) {
        digest = wanted;
        return false;
    }
    if (!there->isEmpty() && *there != digest) {
        auto kept = m_folder.keepBeside(path);
        if (!kept)
            return std::unexpected(kept.error());
        m_outcome.kept << *std::move(kept);
    }
    return m_folder.write(path, data).transform([&] {
        digest = wanted;
        return true;
    });
}

Result<void> CopyRun::removeAllBut(const std::vector<NoteHeader> &notes)
{
    QSet<NoteId> wanted;
    for (const NoteHeader &header : notes)
        wanted.insert(header.id);
    for (auto entry = m_state.notes.begin(); entry != m_state.notes.end();) {
        const auto &[id, copied] = *entry;
        if (wanted.contains(id)) {
            ++entry;
            continue;
        }
        const auto removed = removeFiles(copied);
        if (!removed)
            return std::unexpected(removed.error());
        m_outcome.removed += int(*removed);
        entry = m_state.notes.erase(entry);
    }
    return {};
}

/// Its images first. False if the file stays, or was gone.
Result<bool> CopyRun::removeFiles(const CopiedNote &copied)
{
    for (const auto &[path, digest] : copied.images) {
        if (auto removed = removeOurs(path, digest); !removed)
            return removed;
    }
    return removeOurs(copied.file, copied.digest);
}

/// Unless somebody edited it. False if it stays, or was gone.
Result<bool> CopyRun::removeOurs(const QString &path, const QString &digest)
{
    if (!m_folder.holds(path) || !m_folder.has(path))
        return false;
    return m_folder.digest(path).and_then([&](const QString &there) -> Result<bool> {
        if (there != digest)
            return false;
        return m_folder.remove(path).transform([] { return true; });
    });
}

Result<void> CopyRun::remember()
{
    const QByteArray bytes = m_state.toBytes();
    return m_folder.digest(CopyState::fileName).and_then([&](const QString &there) -> Result<void> {
        if (there == ImageFolder::hashOf(bytes))
            return {};
        if (!m_folder.holds(CopyState::fileName))
            return std::unexpected(
                Error{.kind = Error::Kind::NotWritable, .subject = m_folder.fullPath(CopyState::fileName)});
        return m_folder.write(CopyState::fileName, bytes);
    });
}

} // namespace

Result<CopyOutcome> updateMarkdownCopy(Library &library, const QString &folder, const GoesOn &goesOn)
{
    if (!isApart(library.folder(), folder))
        return std::unexpected(Error{.kind = Error::Kind::BadValue, .subject = folder, .detail = u"/…"_s});
    if (auto made = makePrivateSubfolder(folder); !made)
        return std::unexpected(made.error());
    QLockFile lock(QDir(folder).filePath(u".weeknotes-copy.lock"_s));
    lock.setStaleLockTime(0); // however long it takes; one of a process that is gone does not count
    if (!lock.tryLock()) {
        const bool isHeld = lock.error() == QLockFile::LockFailedError;
        return std::unexpected(Error{.kind = isHeld ? Error::Kind::Busy : Error::Kind::NotWritable, .subject = folder});
    }
    return CopyRun(library, folder).run(goesOn);
}

bool isApart(const QString &folder, const QString &other)
{
    const QString a = realPath(folder);
    const QString b = realPath(other);
    return !isIn(a, b) && !isIn(b, a);
}

} // namespace Weeknotes
