// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "timeline/timelinecontent.h"

#include <QString>

namespace Weeknotes {

/// One row of the timeline, newest first. Plain facts: the model and the delegate make words and pictures of them.
struct TimelineRow
{
    enum class Kind
    {
        Heading, ///< a season, or a year where notes have none
        Note,
        Pause,
        Missed ///< one missed week, or several in a row
    };

    Kind kind = Kind::Note;
    QString key; ///< names the row through changes; unique

    // Heading
    std::optional<int> season;
    int year = 0; ///< without a season
    int notes = 0;
    int words = 0;

    // Note
    NoteHeader note;
    QString title;  ///< the note's own words
    QString number; ///< as the titles of its season write it, "6.09"

    // Pause and Missed
    Period days;
    int weeks = 0;
    bool open = false;        ///< a pause whose end nobody has named
    std::optional<Week> week; ///< of Missed: the newest of its weeks

    bool operator==(const TimelineRow &) const = default;
};

/// The note's own words: its title without number, dates and the word "weeknotes", where a pattern reads those; the
/// whole title where nothing else is in it. `own` is tried before the common patterns.
[[nodiscard]] QString ownWords(const QString &title, const std::optional<TitlePattern> &own);

/// The rows for `content`. A note without a season stands in the season that those around it share, else in its year.
/// Missed weeks in a row share one row. `previous` lends titles already read, so that a save costs no pattern work.
[[nodiscard]] std::vector<TimelineRow> timelineRows(const TimelineContent &content,
                                                    const std::vector<TimelineRow> &previous = {});

} // namespace Weeknotes
