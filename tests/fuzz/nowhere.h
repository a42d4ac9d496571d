// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "importer/archivefiles.h"

namespace Weeknotes {

/// A file of that name in a folder that is not there: what is read stands in memory.
inline ArchiveFile fileNowhere(const QString &name)
{
    const QString folder = QStringLiteral("/nowhere");
    return {.path = folder + u'/' + name, .subject = name, .root = folder, .within = name};
}

} // namespace Weeknotes
