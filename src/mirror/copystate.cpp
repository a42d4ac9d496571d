// SPDX-License-Identifier: GPL-3.0-or-later
#include "mirror/copystate.h"

#include "core/imagename.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

constexpr qsizetype longestStep = 200; // bytes; file systems take 255, and the name of a file that is kept is longer

std::optional<CopiedNote> noteFrom(const QJsonObject &object)
{
    CopiedNote note{.file = object["file"_L1].toString(),
                    .given = object["given"_L1].toString(),
                    .revision = object["revision"_L1].toInteger(-1),
                    .updated = object["updated"_L1].toInteger(-1),
                    .digest = object["digest"_L1].toString(),
                    .images = {}};
    if (!isCopyName(note.file))
        return std::nullopt;
    const QString folder = note.stem() + u'/';
    const QJsonObject images = object["images"_L1].toObject();
    for (auto image = images.begin(); image != images.end(); ++image) {
        if (image.key().startsWith(folder) && isCopyImage(image.key().sliced(folder.size())))
            note.images.emplace(image.key(), image.value().toString());
    }
    return note;
}

QJsonObject objectOf(const CopiedNote &note)
{
    QJsonObject images;
    for (const auto &[path, digest] : note.images)
        images.insert(path, digest);
    QJsonObject object{{u"file"_s, note.file},
                       {u"given"_s, note.given},
                       {u"revision"_s, note.revision},
                       {u"updated"_s, note.updated},
                       {u"digest"_s, note.digest}};
    if (!images.isEmpty())
        object.insert(u"images"_s, images);
    return object;
}

} // namespace

CopyState CopyState::fromBytes(const QByteArray &bytes)
{
    const QJsonObject root = QJsonDocument::fromJson(bytes).object();
    CopyState state{.library = root["library"_L1].toString(), .notes = {}};
    const QJsonObject notes = root["notes"_L1].toObject();
    for (auto entry = notes.begin(); entry != notes.end(); ++entry) {
        const auto id = NoteId::parse(entry.key());
        if (auto note = noteFrom(entry.value().toObject()); id && note)
            state.notes.emplace(*id, *std::move(note));
    }
    return state;
}

QByteArray CopyState::toBytes() const
{
    QJsonObject entries;
    for (const auto &[id, note] : notes)
        entries.insert(id.toString(), objectOf(note));
    return QJsonDocument(QJsonObject{{u"library"_s, library}, {u"notes"_s, entries}}).toJson();
}

bool isCopyName(const QString &file)
{
    static const QRegularExpression name(u"\\A[A-Za-z0-9][A-Za-z0-9-]{0,150}\\.md\\z"_s);
    return name.match(file).hasMatch();
}

bool isCopyImage(const QString &path)
{
    return isImageName(path) && std::ranges::none_of(path.split(u'/'), [](const QString &step) {
               return step.startsWith(u'.') || step.toUtf8().size() > longestStep;
           });
}

} // namespace Weeknotes
