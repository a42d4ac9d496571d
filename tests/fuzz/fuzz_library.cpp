// SPDX-License-Identifier: GPL-3.0-or-later
// A sound library's file with damage: records of a place (3 bytes, little endian, taken modulo the file's size), a
// length (1 byte) and so many bytes to put there; a length of 255 cuts the file off instead.

#include "storage/library.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <span>

using namespace Qt::StringLiterals;
using namespace Weeknotes;

namespace {

const FixedClock &clockOfAll()
{
    static const FixedClock clock(QDateTime(QDate(2026, 11, 20), QTime(14, 3), QTimeZone::UTC));
    return clock;
}

NoteFields titled(const QString &title)
{
    NoteFields fields;
    fields.title = title;
    fields.covers = Period{QDate(2026, 11, 2), QDate(2026, 11, 8)};
    fields.tags = {u"tea"_s};
    return fields;
}

/// The file of a library with a few notes, a version, an image and a pause.
QByteArray soundFile()
{
    const QTemporaryDir folder;
    {
        const auto library = Library::open(folder.path(), clockOfAll()).value();
        for (int i = 0; i < 4; ++i) {
            const QString words = u"word%1 and more "_s.arg(i).repeated(400);
            const auto note = library
                                  ->addNote(titled(u"Note %1"_s.arg(i)),
                                            {.markdown = words, .plain = words, .words = 3, .sections = {}}, {},
                                            {{u"a.png"_s, "bytes"}})
                                  .value();
            library->setPublished(note.id, QUrl(u"https://example.org/%1"_s.arg(i)), QDate(2026, 11, 20)).value();
        }
        library->addPause(QDate(2026, 12, 20), QDate(2027, 1, 2), u"away"_s).value();
    }
    QFile file(folder.filePath(u"notes.sqlite"_s));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray damaged(QByteArray file, std::span<const uint8_t> records)
{
    while (records.size() >= 4 && !file.isEmpty()) {
        const qsizetype place = (records[0] | records[1] << 8 | records[2] << 16) % file.size();
        const size_t length = records[3];
        records = records.subspan(4);
        if (length == 255) {
            file.truncate(place);
            continue;
        }
        const size_t count = std::min({length, records.size(), size_t(file.size() - place)});
        std::ranges::copy(records.first(count), file.begin() + place);
        records = records.subspan(count);
    }
    return file;
}

/// Reads all there is.
void readAll(Library &library)
{
    std::ignore = library.verify();
    std::ignore = library.search(u"word1 mo"_s, 10);
    std::ignore = library.pauses();
    std::ignore = library.settings();
    const auto notes = library.notes();
    for (const NoteHeader &header : notes.value_or(std::vector<NoteHeader>())) {
        std::ignore = library.note(header.id);
        std::ignore = library.image(header.id, u"a.png"_s);
        const auto versions = library.versions(header.id);
        for (const Version &version : versions.value_or(std::vector<Version>()))
            std::ignore = library.versionText(version.id);
    }
}

/// Writes to every note, and to a new one.
void writeAll(Library &library)
{
    const StoredText text{.markdown = u"new"_s, .plain = u"new"_s, .words = 1, .sections = {}};
    const auto notes = library.notes();
    for (const NoteHeader &header : notes.value_or(std::vector<NoteHeader>())) {
        std::ignore = library.saveNote(header.id, header.revision, header.fields, text);
        std::ignore = library.removeNotes({header.id});
    }
    std::ignore = library.addNote(titled(u"New"_s), text);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static int argc = 1;
    static char name[] = "fuzz";
    static char *argv[] = {name, nullptr};
    static const QCoreApplication application(argc, argv); // for the SQL driver's sake
    static const QByteArray sound = soundFile();

    const QTemporaryDir folder;
    QFile file(folder.filePath(u"notes.sqlite"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(damaged(sound, {data, size})) < 0)
        std::abort();
    file.close();
    for (const auto access : {Library::Access::ReadOnly, Library::Access::Salvage}) {
        if (const auto library = Library::open(folder.path(), clockOfAll(), access))
            readAll(**library);
    }
    if (const auto library = Library::open(folder.path(), clockOfAll())) {
        writeAll(**library);
        readAll(**library);
    }
    return 0;
}
