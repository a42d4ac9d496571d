// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporter/rememberedfolder.h"

#include <QFile>
#include <QSaveFile>

namespace Weeknotes {

using namespace Qt::StringLiterals;

namespace {

const auto memory = ".weeknotes-export"_L1;
const QByteArray memoryMagic = "Weeknotes export 1"_ba;

} // namespace

RememberedFolder::RememberedFolder(const QString &folder)
    : m_folder(folder), m_update(folder, [this](const QString &name) { return m_left.holdsSame(m_folder, name); })
{
    QFile file(m_update.path(memory));
    if (!file.open(QIODevice::ReadOnly))
        return;
    QDataStream stream(&file);
    stream.setVersion(QDataStream::Qt_6_8);
    QByteArray begins;
    LeftFiles left;
    QHash<NoteId, QStringList> notes;
    stream >> begins;
    if (begins == memoryMagic)
        stream >> left >> notes;
    if (begins != memoryMagic || stream.status() != QDataStream::Ok)
        return;
    m_left = left;
    m_notes = notes;
}

Result<void> RememberedFolder::put(const NoteId &note, const QString &name, const QByteArray &data)
{
    m_put[note] << name;
    m_digests.insert(name, fileDigest(data));
    return m_update.put(name, data);
}

Result<int> RememberedFolder::commit()
{
    for (auto note = m_put.cbegin(); note != m_put.cend(); ++note) {
        if (note.key().isNull()) // a book does not take the place of another one
            continue;
        for (const QString &name : m_notes.value(note.key())) {
            if (!m_digests.contains(name) && m_left.holdsSame(m_folder, name))
                m_update.remove(name);
        }
        m_notes.insert(note.key(), *note);
    }
    const auto changed = m_update.commit();
    if (!changed)
        return changed;
    for (auto made = m_digests.cbegin(); made != m_digests.cend(); ++made)
        m_left.add(m_folder, made.key(), *made);
    QSaveFile file(m_update.path(memory));
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream.setVersion(QDataStream::Qt_6_8);
    stream << memoryMagic << m_left << m_notes;
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return std::unexpected(
            Error{.kind = Error::Kind::NotWritable, .subject = file.fileName(), .detail = file.errorString()});
    return changed;
}

} // namespace Weeknotes
