// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pause.h"
#include "core/run.h"
#include "insight/libraryfacts.h"
#include "insight/writingfacts.h"

#include <QByteArray>

namespace Weeknotes {

class Printer;

/// What `stats` tells, of the notes of one stretch.
struct StatsReport
{
    Stretch stretch;
    std::vector<NoteHeader> notes; ///< newest first
    WritingFacts writing;          ///< of these
    std::vector<WeekOfWords> weeks;
    std::vector<Run> runs;     ///< that reach into these weeks
    std::vector<Pause> pauses; ///< likewise
    bool showsRuns = true;     ///< the library's setting
    LibraryFacts texts;
};

/// Its JSON; the keys are documented in the man page and stay stable.
[[nodiscard]] QByteArray statsJson(const StatsReport &report);
/// The same for people.
void printStats(const StatsReport &report, Printer &printer);

} // namespace Weeknotes
