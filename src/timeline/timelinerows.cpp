// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/timelinerows.h"

#include "core/numberhabit.h"
#include "core/run.h"

#include <QHash>

#include <algorithm>
#include <map>
#include <tuple>

using namespace Qt::StringLiterals;

namespace Weeknotes {
namespace {

using Kind = TimelineRow::Kind;

struct Group
{
    std::optional<int> season;
    int year = 0;
    int month = 0;
    bool operator==(const Group &) const = default;
};

QDate dayOf(const NoteHeader &note)
{
    return knownDay(note).value_or(QDate());
}

/// The season of each of `notes`, which are sorted newest first; their year where they have none.
std::vector<Group> seasonsOf(const std::vector<TimelineNotePtr> &notes)
{
    std::vector<std::optional<int>> older(notes.size());
    std::optional<int> next;
    for (size_t i = notes.size(); i-- > 0;) {
        if (const auto season = notes[i]->header.fields.number.season)
            next = season;
        older[i] = next;
    }

    std::vector<Group> groups;
    groups.reserve(notes.size());
    std::optional<int> newer;
    for (size_t i = 0; i < notes.size(); ++i) {
        if (const auto season = notes[i]->header.fields.number.season)
            newer = season;
        if (newer && newer == older[i])
            groups.push_back({newer, 0, 0});
        else
            groups.push_back({std::nullopt, dayOf(notes[i]->header).year(), 0});
    }
    return groups;
}

Group monthOf(QDate day)
{
    return {std::nullopt, day.year(), day.month()};
}

/// By the day that names its weeks.
Group monthOf(const NoteHeader &note, const WeekRules &rules)
{
    const auto &covers = note.fields.covers;
    return monthOf(covers && rules.naming == WeekRules::Naming::Commencing ? covers->first : dayOf(note));
}

std::vector<Group> monthsOf(const std::vector<TimelineNotePtr> &notes, const WeekRules &rules)
{
    std::vector<Group> groups;
    groups.reserve(notes.size());
    for (const TimelineNotePtr &note : notes)
        groups.push_back(monthOf(note->header, rules));
    return groups;
}

TimelineRow noteRow(const TimelineNotePtr &note)
{
    TimelineRow row;
    row.kind = Kind::Note;
    row.key = note->key;
    row.entry = note;
    return row;
}

TimelineRow pauseRow(const Pause &pause, QDate today)
{
    TimelineRow row;
    row.kind = Kind::Pause;
    row.key = "pause "_L1 + pause.id.toString();
    row.days = pause.days(today);
    row.weeks = (row.days.days() + 3) / 7;
    row.pause = pause;
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

TimelineRow headingRow(const Group &group, const QHash<QString, int> &used, const SeasonLooks &seasons)
{
    TimelineRow row;
    row.kind = Kind::Heading;
    row.season = group.season;
    row.year = group.year;
    if (const auto look = group.season ? seasons.find(*group.season) : seasons.end(); look != seasons.end())
        row.name = look->second.name;
    row.month = group.month;
    const QString name =
        group.season ? u"season %1"_s.arg(*group.season) : u"year %1-%2"_s.arg(group.year).arg(group.month);
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

/// A break stands with what is newer than it, but not below the heading of another year than its own.
Group groupOfBreak(const TimelineRow &row, const std::optional<Group> &newer, const std::optional<Group> &older)
{
    if (newer && newer->season)
        return *newer;
    const Group year{std::nullopt, row.days.last.year(), 0};
    return newer != year && older && older->season ? *older : year;
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

bool TimelineRow::operator==(const TimelineRow &other) const
{
    const auto facts = [](const TimelineRow &row) {
        return std::tie(row.kind, row.key, row.season, row.year, row.month, row.name, row.notes, row.words, row.days,
                        row.weeks, row.pause, row.week);
    };
    const bool sameNote = entry == other.entry || (entry && other.entry && *entry == *other.entry);
    return sameNote && facts(*this) == facts(other);
}

std::vector<TimelineNotePtr> timelineNotes(const TimelineContent &content, const std::vector<TimelineNotePtr> &previous)
{
    QHash<NoteId, TimelineNotePtr> known;
    known.reserve(qsizetype(previous.size()));
    for (const TimelineNotePtr &note : previous)
        known.insert(note->header.id, note);

    const NumberHabit numbers(content.notes, content.seasons);
    std::map<int, TitlePattern> patterns;
    for (const auto &[season, look] : content.seasons) {
        if (const auto pattern = TitlePattern::parse(look.pattern); pattern && !look.pattern.isEmpty())
            patterns.emplace(season, *pattern);
    }
    const auto patternOf = [&](const NoteHeader &header) {
        const auto own = patterns.find(header.fields.number.season.value_or(-1));
        return own == patterns.end() ? content.titlePattern : std::optional(own->second);
    };
    std::vector<std::pair<QDate, TimelineNotePtr>> dated; // a note's day is not read again with each comparison
    dated.reserve(content.notes.size());
    for (const NoteHeader &header : content.notes) {
        const TimelineNotePtr before = known.value(header.id);
        TimelineNote note{header, before ? before->key : "note "_L1 + header.id.toString(),
                          {},     numbers.text(header.fields.number, header.fields.title),
                          {},     0};
        const bool sameTitle = before && before->header.fields.title == header.fields.title &&
                               before->header.fields.number.season == header.fields.number.season;
        note.title = sameTitle ? before->title : ownWords(header.fields.title, patternOf(header));
        const bool sameWords = sameTitle && before->number == note.number &&
                               before->header.fields.subtitle == header.fields.subtitle &&
                               before->header.fields.tags == header.fields.tags;
        note.words = sameWords ? before->words : NoteWords::of(header.fields, note.number);
        note.delay = std::max(0, delayOf(header).value_or(0));
        dated.emplace_back(dayOf(header),
                           before && *before == note ? before : std::make_shared<const TimelineNote>(note));
    }
    std::ranges::sort(dated, [](const auto &a, const auto &b) {
        return a.first != b.first ? a.first > b.first : newerFirst(a.second->header, b.second->header);
    });
    std::vector<TimelineNotePtr> notes;
    notes.reserve(dated.size());
    for (auto &[day, note] : dated)
        notes.push_back(std::move(note));
    return notes;
}

std::vector<TimelineRow> timelineRows(const TimelineContent &content, const std::vector<TimelineNotePtr> &notes,
                                      const TimelineChoice &choice)
{
    const bool byMonth = choice.grouping == TimelineChoice::Grouping::Months;
    const std::vector<Group> groups = byMonth ? monthsOf(notes, content.rules) : seasonsOf(notes);
    const std::vector<TimelineRow> breaks = choice.filter.isEmpty() ? breaksOf(content) : std::vector<TimelineRow>{};

    std::vector<TimelineRow> rows;
    rows.reserve(notes.size() + breaks.size() + 8);
    QHash<QString, int> used; // a season may be met twice, where two counters run side by side
    std::optional<Group> group;
    size_t heading = 0;
    const auto append = [&](const Group &own, TimelineRow row) {
        if (group != own) {
            group = own;
            rows.push_back(headingRow(own, used, content.seasons));
            heading = rows.size() - 1;
            ++used[rows[heading].key.section(u" #"_s, 0, 0)];
        }
        if (row.entry) {
            ++rows[heading].notes;
            rows[heading].words += row.note().words;
        }
        rows.push_back(std::move(row));
    };
    // Rows are in order by their last days, which need not name their weeks: by months they are sorted first.
    std::vector<std::pair<Group, TimelineRow>> unsorted;
    const auto place = [&](const Group &own, TimelineRow row) {
        if (byMonth)
            unsorted.emplace_back(own, std::move(row));
        else
            append(own, std::move(row));
    };
    size_t nextBreak = 0;
    const auto addBreak = [&](const std::optional<Group> &older) {
        const TimelineRow &row = breaks[nextBreak++];
        const auto month = [&] { return monthOf(Week::of(row.days.last, content.rules).namingDay(content.rules)); };
        place(byMonth ? month() : groupOfBreak(row, group, older), row);
    };
    for (size_t i = 0; i < notes.size(); ++i) {
        while (nextBreak < breaks.size() && breaks[nextBreak].days.last > dayOf(notes[i]->header))
            addBreak(groups[i]);
        place(groups[i], noteRow(notes[i]));
    }
    while (nextBreak < breaks.size())
        addBreak({});
    std::ranges::stable_sort(unsorted, std::ranges::greater(),
                             [](const auto &each) { return std::pair(each.first.year, each.first.month); });
    for (auto &[own, row] : unsorted)
        append(own, std::move(row));
    return rows;
}

} // namespace Weeknotes
