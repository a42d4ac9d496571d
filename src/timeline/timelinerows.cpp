// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/timelinerows.h"

#include "core/numberhabit.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Weeknotes {
namespace {

using Kind = TimelineRow::Kind;

struct Group
{
    std::optional<int> season;
    int year = 0;
    bool operator==(const Group &) const = default;
};

/// The group of each of `notes`, which are sorted newest first.
std::vector<Group> groupsOf(const std::vector<NoteHeader> &notes)
{
    std::vector<std::optional<int>> older(notes.size());
    std::optional<int> next;
    for (size_t i = notes.size(); i-- > 0;) {
        if (const auto season = notes[i].fields.number.season)
            next = season;
        older[i] = next;
    }

    std::vector<Group> groups;
    groups.reserve(notes.size());
    std::optional<int> newer;
    for (size_t i = 0; i < notes.size(); ++i) {
        if (const auto season = notes[i].fields.number.season)
            newer = season;
        if (newer && newer == older[i])
            groups.push_back({newer, 0});
        else
            groups.push_back({std::nullopt, sortDay(notes[i]).year()});
    }
    return groups;
}

TimelineRow noteRow(const NoteHeader &note, QString title, const NumberHabit &numbers)
{
    TimelineRow row;
    row.kind = Kind::Note;
    row.key = "note "_L1 + note.id.toString();
    row.note = note;
    row.title = std::move(title);
    row.number = numbers.text(note.fields.number);
    return row;
}

TimelineRow pauseRow(const Pause &pause, QDate today)
{
    TimelineRow row;
    row.kind = Kind::Pause;
    row.key = "pause "_L1 + pause.id.toString();
    row.days = pause.days(today);
    row.weeks = (row.days.days() + 3) / 7;
    row.open = !pause.to && !pause.plannedTo;
    return row;
}

/// A row for each run of missed weeks.
std::vector<TimelineRow> missedRows(const std::vector<TimelineWeek> &weeks)
{
    std::vector<TimelineRow> rows;
    bool running = false;
    for (const TimelineWeek &week : weeks) {
        const bool missed = week.state == TimelineWeek::State::Missed;
        if (missed && !running) {
            TimelineRow row;
            row.kind = Kind::Missed;
            row.key = "missed "_L1 + week.week.toString(); // its first week: the row keeps its name as the run grows
            row.days.first = week.days.first;
            rows.push_back(row);
        }
        if (missed) {
            rows.back().days.last = week.days.last;
            rows.back().week = week.week;
            ++rows.back().weeks;
        }
        running = missed;
    }
    return rows;
}

TimelineRow headingRow(const Group &group, const QHash<QString, int> &used)
{
    TimelineRow row;
    row.kind = Kind::Heading;
    row.season = group.season;
    row.year = group.year;
    const QString name = group.season ? u"season %1"_s.arg(*group.season) : u"year %1"_s.arg(group.year);
    row.key = name + " #"_L1 + QString::number(used.value(name));
    return row;
}

/// Pauses and missed weeks in one list, newest first.
std::vector<TimelineRow> breaksOf(const TimelineContent &content)
{
    std::vector<TimelineRow> breaks = missedRows(content.weeks);
    for (const Pause &pause : content.pauses)
        breaks.push_back(pauseRow(pause, content.today));
    std::ranges::stable_sort(breaks, std::ranges::greater(), [](const TimelineRow &row) { return row.days.last; });
    return breaks;
}

} // namespace

QString ownWords(const QString &title, const std::optional<TitlePattern> &own)
{
    const auto wordsBy = [&title](const TitlePattern &pattern) {
        const auto reading = pattern.read(title);
        return reading ? reading->title.trimmed() : QString();
    };
    if (own) {
        if (const QString words = wordsBy(*own); !words.isEmpty())
            return words;
    }
    for (const TitlePattern &pattern : TitlePattern::common()) {
        if (const QString words = wordsBy(pattern); !words.isEmpty())
            return words;
    }
    return title.trimmed();
}

std::vector<TimelineRow> timelineRows(const TimelineContent &content, const std::vector<TimelineRow> &previous)
{
    QHash<QString, QString> knownTitles;
    for (const TimelineRow &row : previous) {
        if (row.kind == Kind::Note)
            knownTitles.insert(row.note.fields.title, row.title);
    }
    const auto titleOf = [&](const NoteHeader &note) {
        const auto known = knownTitles.constFind(note.fields.title);
        return known != knownTitles.constEnd() ? *known : ownWords(note.fields.title, content.titlePattern);
    };

    std::vector<NoteHeader> notes = content.notes;
    std::ranges::sort(notes, newerFirst);
    const std::vector<Group> groups = groupsOf(notes);
    const std::vector<TimelineRow> breaks = breaksOf(content);
    const NumberHabit numbers(notes);

    std::vector<TimelineRow> rows;
    rows.reserve(notes.size() + breaks.size() + 8);
    QHash<QString, int> used; // a season may be met twice, where two counters run side by side
    size_t heading = 0;
    size_t nextBreak = 0;
    for (size_t i = 0; i < notes.size(); ++i) {
        const auto addBreaks = [&, day = sortDay(notes[i])] {
            while (nextBreak < breaks.size() && breaks[nextBreak].days.last > day)
                rows.push_back(breaks[nextBreak++]);
        };
        if (i > 0)
            addBreaks();
        if (i == 0 || groups[i] != groups[i - 1]) {
            rows.push_back(headingRow(groups[i], used));
            heading = rows.size() - 1;
            ++used[rows[heading].key.section(u" #"_s, 0, 0)];
        }
        if (i == 0) // a heading stands above all
            addBreaks();
        ++rows[heading].notes;
        rows[heading].words += notes[i].words;
        rows.push_back(noteRow(notes[i], titleOf(notes[i]), numbers));
    }
    rows.insert(rows.end(), breaks.begin() + qsizetype(nextBreak), breaks.end());
    return rows;
}

} // namespace Weeknotes
