// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/library.h"

namespace Weeknotes {

/// What bringing a Markdown copy in step did.
struct CopyOutcome
{
    int notes = 0;    ///< that have their file there now
    int written = 0;  ///< files of notes among them that are new or other ones
    int removed = 0;  ///< files of notes that went to the bin
    QStringList kept; ///< where files that somebody edited were put, before ours took their place

    bool operator==(const CopyOutcome &) const = default;
};

/// Brings the copy of `library` in `folder` in step: a Markdown file for each note outside the bin, with front matter
/// and the text as it is, hidden passages too, and the images it shows below a folder of the same name. A file
/// keeps its name from the day after its note was begun. Notes that have not changed are not read, and nothing is
/// written where the bytes are the same already. The folder is made where it is missing, but not its parents: then the
/// drive they are on is away.
///
/// Only what was written here before is ever replaced or removed, nothing beyond a symbolic link is touched, and
/// what somebody edited is put beside as `name.edited.md` before it is replaced, or left in its place when the note is
/// gone. Each file is whole at any time. `.weeknotes-copy` in the folder remembers what was written; without it files
/// are known by the id in their front matter.
///
/// Any thread, that of `library`; blocks on the disk. After an error or a stop the next call goes on from there.
/// Errors: NotWritable, NotReadable, BadValue (see isApart), Exists (it is the copy of another library), Busy (another
/// program is at it), Stopped, and those of Library.
[[nodiscard]] Result<CopyOutcome> updateMarkdownCopy(Library &library, const QString &folder,
                                                     const GoesOn &goesOn = {});

/// True if neither folder lies in the other nor is the other, links resolved; they need not be there. Asks the disk.
[[nodiscard]] bool isApart(const QString &folder, const QString &other);

} // namespace Weeknotes
