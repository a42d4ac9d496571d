// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/id.h"
#include "core/week.h"

#include <QDateTime>
#include <QString>

namespace Weeknotes {

/// A line caught during the week, to be gathered into its note.
struct Jot
{
    JotId id;
    Week week;
    QString text;
    QDateTime created;
    bool used = false; ///< it stands in the note already

    bool operator==(const Jot &) const = default;
};

} // namespace Weeknotes
