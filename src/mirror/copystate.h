// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/id.h"

#include <QByteArray>
#include <QString>

#include <map>

namespace Weeknotes {

/// What stands in a Markdown copy for a note. Digests are SHA-256 in hex, paths those below the copy's folder.
struct CopiedNote
{
    QString file;         ///< "2026-W47-printers.md"
    QString given;        ///< the name it got here; `file` is another one if a person renamed it
    qint64 revision = -1; ///< of the note as it was written last;
    qint64 updated = -1;  ///< and when it had been saved, ms since 1970: a backup may bring a revision a second time
    QString digest;       ///< of the file as it was written last
    std::map<QString, QString> images; ///< digests by path

    /// `file` without its ending; its images lie in a folder of that name.
    [[nodiscard]] QString stem() const { return file.chopped(3); }

    bool operator==(const CopiedNote &) const = default;
};

/// What a Markdown copy remembers of itself, in the file `CopyState::fileName` in it.
struct CopyState
{
    static constexpr QLatin1StringView fileName{".weeknotes-copy"};

    QString library; ///< see Library::id
    std::map<NoteId, CopiedNote> notes;

    /// What is not there or makes no sense is left out: anybody may have written it, and no path leads elsewhere.
    [[nodiscard]] static CopyState fromBytes(const QByteArray &bytes);
    /// The same for the same state.
    [[nodiscard]] QByteArray toBytes() const;

    bool operator==(const CopyState &) const = default;
};

/// True for what can be the name of a note's file: letters a-z, digits and hyphens, with ".md".
[[nodiscard]] bool isCopyName(const QString &file);
/// True for a path that an image of a copied note may have below the note's folder, so that nothing hides or leads
/// elsewhere.
[[nodiscard]] bool isCopyImage(const QString &path);

} // namespace Weeknotes
