// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QUrl>

namespace Weeknotes {

/// A place where a note stands.
struct Publication
{
    QUrl address;
    QDateTime published;    ///< last; as in NoteFields
    bool isChanged = false; ///< the text is another one since

    bool operator==(const Publication &) const = default;
};

} // namespace Weeknotes
