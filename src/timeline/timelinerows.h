// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "timeline/timelinecontent.h"

#include <QString>

#include <memory>

namespace Weeknotes {

/// A note, and what is read from it once for all showing of it.
struct TimelineNote
{
    NoteHeader header;
    QString key;    ///< of its row
    QString title;  ///< the note's own words
    QString number; ///< as the titles of its season write it, "6.09"
    NoteWords words;
    int delay = 0; ///< delayOf it; 0 in time, or where that is unknown

    bool operator==(const TimelineNote &) const = default;
};
using TimelineNotePtr = std::shared_ptr<const TimelineNote>;

/// One row of the timeline, newest first. Plain facts: the model and the delegate make words and pictures of them.
struct TimelineRow
{
    enum class Kind
    {
        Heading, ///< a season, a year where notes have none, or a month
        Note,
        Pause,
        Missed ///< one missed week, or several in a row
    };

    Kind kind = Kind::Note;
    QString key; ///< names the row through changes; unique

    // Heading
    std::optional<int> season;
    int year = 0;  ///< without a season; 0: of notes without a day
    int month = 0; ///< of that year; 0: all of it
    int notes = 0;
    int words = 0;

    QString name; ///< of the season, where it has one

    TimelineNotePtr entry; ///< of Note, and never null there

    // Pause and Missed
    Period days;
    int weeks = 0;
    std::optional<Pause> pause;
    std::optional<Week> week; ///< of Missed: the newest of its weeks

    [[nodiscard]] const NoteHeader &note() const { return entry->header; }
    bool operator==(const TimelineRow &other) const;
};

/// The note's own words: its title without number, dates and the word "weeknotes", where a pattern reads those; the
/// whole title where nothing else is in it. `own` is tried before the common patterns.
[[nodiscard]] QString ownWords(const QString &title, const std::optional<TitlePattern> &own);

/// The notes of `content`, newest first. `previous` lends what it read, so that a save costs no pattern work; it is of
/// the same title pattern.
[[nodiscard]] std::vector<TimelineNotePtr> timelineNotes(const TimelineContent &content,
                                                         const std::vector<TimelineNotePtr> &previous = {});

/// The rows for `content`, whose `notes` these are. A note without a season stands in the season that those around it
/// share, else in its year; by months, in that of the day that names its weeks. One that came in without a day stands
/// last. Missed weeks in a row share one row. Where the choice has a filter, `notes` are those it leaves, and they and
/// headings alone are there. O(n log n).
[[nodiscard]] std::vector<TimelineRow> timelineRows(const TimelineContent &content,
                                                    const std::vector<TimelineNotePtr> &notes,
                                                    const TimelineChoice &choice = {});

} // namespace Weeknotes
