// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "importer/importer.h"
#include "insight/titlefacts.h"

#include <optional>
#include <vector>

namespace Weeknotes {

/// A note as its source has it, before all notes of the batch together tell what is not written.
/// The draft lacks what dating finds: kind, period, and days whose year is not written. Notes of one text with the same
/// title still have the same source key.
struct RawNote
{
    ImportedNote note;
    QString subject;  ///< for warnings: the file
    int sequence = 0; ///< the text it stands in, with others in the order of time; a number of its own if alone
    TitleFacts facts; ///< of title and subtitle together
    QString opening;  ///< the first words of the text
    std::optional<TitleDay>
        published; ///< the day, whose year may be missing; draft.fields.published has the moment, if known
    std::optional<Qt::DayOfWeek> publishedOn; ///< what day of the week that must be
    QDateTime changed;                        ///< last; invalid where its source does not say
    bool dayIsWritten = false;                ///< `published` is a title's day, which is that of writing
    bool yearGuessed = false;                 ///< the year of that day is none that other notes could be told by
    std::vector<int> linkYears;
    std::vector<int> textYears;
    std::optional<PeriodMention> describedPeriod; ///< named beside the title: in a description, a file's name
    Guess::Reason describedBy = Guess::Reason::NamedDays;
    bool isOwn = false; ///< a file of ours says all that is known of it
    std::optional<NoteKind> statedKind;
    std::optional<Period> statedCovers;
    bool titleByGap = false;
    bool amongWeeknotes = false; ///< in a folder, or with a tag, that says so
    QString amongWhat;           ///< that folder or tag
};

/// The day of writing, else that of publication, if either is known.
[[nodiscard]] inline std::optional<QDate> writingDay(const NoteFields &fields)
{
    return fields.written.or_else(
        [&] { return fields.published.transform([](const QDateTime &moment) { return moment.date(); }); });
}

/// What an export file holds.
struct ExportedPosts
{
    std::vector<RawNote> posts;
    std::vector<Warning> warnings; ///< of the file as a whole: what was left out, where it breaks
};

} // namespace Weeknotes
