// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exporter/leftfiles.h"
#include "publisher/folderupdate.h"

#include <QHash>

namespace Weeknotes {

/// A folder into which notes are exported as files, again and again. It remembers in a file of its own what it left
/// there: only that is ever replaced, and what a note left under another name goes when the note comes again.
class RememberedFolder
{
public:
    explicit RememberedFolder(const QString &folder);

    [[nodiscard]] QString path(const QString &name) const { return m_update.path(name); }
    /// See FolderUpdate::put(). A null id is of no note.
    [[nodiscard]] Result<void> put(const NoteId &note, const QString &name, const QByteArray &data);
    /// See FolderUpdate::commit().
    [[nodiscard]] Result<int> commit();

private:
    QString m_folder;
    LeftFiles m_left;
    QHash<NoteId, QStringList> m_notes; ///< the files of each
    QHash<NoteId, QStringList> m_put;
    QHash<QString, QByteArray> m_digests;
    FolderUpdate m_update;
};

} // namespace Weeknotes
