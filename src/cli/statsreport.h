// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "insight/stretchfigures.h"

#include <QByteArray>

namespace Weeknotes {

class Printer;

/// What `stats` tells, of the notes of one stretch.
struct StatsReport
{
    StretchFigures figures;
    bool showsRuns = true; ///< the library's setting
    LibraryFacts texts;
};

/// Its JSON; the keys are documented in the man page and stay stable.
[[nodiscard]] QByteArray statsJson(const StatsReport &report);
/// The same for people.
void printStats(const StatsReport &report, Printer &printer);

} // namespace Weeknotes
