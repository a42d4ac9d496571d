// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/notesmime.h"

using namespace Qt::StringLiterals;

namespace Weeknotes {

QString notesMimeType()
{
    return u"application/x-weeknotes-notes"_s;
}

std::unique_ptr<QMimeData> mimeDataOf(const std::vector<NoteId> &notes)
{
    QStringList ids;
    for (const NoteId &note : notes)
        ids << note.toString();
    auto data = std::make_unique<QMimeData>();
    data->setData(notesMimeType(), ids.join(u'\n').toLatin1());
    return data;
}

std::vector<NoteId> notesIn(const QMimeData *data)
{
    std::vector<NoteId> notes;
    for (const QString &text : QString::fromLatin1(data->data(notesMimeType())).split(u'\n', Qt::SkipEmptyParts)) {
        if (const auto id = NoteId::parse(text))
            notes.push_back(*id);
    }
    return notes;
}

} // namespace Weeknotes
