// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <expected>

namespace Weeknotes {

/// What went wrong, as facts. It holds no sentence for people: `cli/errortext.h` makes that, in one place.
struct Error
{
    enum class Kind
    {
        NotFound,        ///< the file, folder, note or key does not exist
        NotReadable,     ///< it exists, the system does not let us read it
        NotWritable,     ///< the system does not let us write it
        NotALibrary,     ///< the folder or database is something else
        NewerLibrary,    ///< written by a newer version of Weeknotes; `detail` is its schema number
        Damaged,         ///< a library whose own check fails
        Gone,            ///< the open library's file was deleted or replaced, or its drive pulled out
        Busy,            ///< another program holds what we need; later it may work
        NotABackup,      ///< the file is something else
        DamagedBackup,   ///< a backup whose own check fails
        Exists,          ///< what stands there is something else, and is not to be replaced; `detail` "library" or
                         ///< "site" where it is the folder of that
        Encrypted,       ///< locked with a password
        NeedsPandoc,     ///< a word processor's document, and no program that reads it
        NotText,         ///< binary data where a text is wanted
        TooLarge,        ///< over the limit in `detail` (bytes)
        NothingToImport, ///< a readable place without a note in it
        NoTemplates,     ///< the folder that the settings name for the templates of pages does not exist
        Malformed,       ///< text that breaks its own format's rules
        BadValue,        ///< a value a person gave that means nothing here; `detail` names what is wanted
        Conflict,        ///< somebody else changed the same thing meanwhile
        Ambiguous,       ///< more than one note fits
        Stopped,         ///< whoever asked for it ended it
        Internal,        ///< our mistake; `detail` is for the bug report
    };

    Kind kind = Kind::Internal;
    QString subject = {}; ///< what it is about: a path, key, note or word as the person gave it
    QString detail = {};  ///< a fact to add: the system's own message, a number, the accepted values
    int line = 0;         ///< 1-based line in the file `subject`; 0 where a line means nothing

    bool operator==(const Error &) const = default;
};

/// A value, or the reason why there is none.
template <typename T> using Result = std::expected<T, Error>;

} // namespace Weeknotes
