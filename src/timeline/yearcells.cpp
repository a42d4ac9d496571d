// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/yearcells.h"

#include <QHash>

#include <algorithm>
#include <map>

namespace Weeknotes {
namespace {

using State = YearCell::State;

State stateOf(const TimelineWeek &week)
{
    switch (week.state) {
    case TimelineWeek::State::Noted:
        return State::Noted;
    case TimelineWeek::State::Paused:
        return State::Paused;
    case TimelineWeek::State::Missed:
        return State::Missed;
    case TimelineWeek::State::Future:
        break;
    }
    return State::Empty;
}

/// The cells of one year, from its weeks in order.
class YearWriter
{
public:
    YearWriter(const TimelineContent &content, const QHash<NoteId, const NoteHeader *> &notes)
        : m_content(content), m_notes(notes), m_scale(content.notes)
    {
    }

    [[nodiscard]] YearRow row(int year, const std::map<Week, const TimelineWeek *> &known) const
    {
        YearRow row;
        row.year = year;
        Week week = firstWeek(year);
        for (row.weeks = 0; week.number(m_content.rules).year == year; week = week.next(), ++row.weeks)
            add(row, week, known);
        return row;
    }

private:
    [[nodiscard]] Week firstWeek(int year) const
    {
        Week week = Week::of(QDate(year, 1, 1), m_content.rules);
        return week.number(m_content.rules).year == year ? week : week.next();
    }

    void add(YearRow &row, const Week &week, const std::map<Week, const TimelineWeek *> &known) const
    {
        YearCell cell{.week = week, .days = week.days(m_content.rules), .column = row.weeks, .notes = {}};
        cell.today = cell.days.contains(m_content.today);
        if (const auto found = known.find(week); found != known.end()) {
            cell.state = stateOf(*found->second);
            cell.notes = found->second->notes;
            cell.posts = !cell.notes.empty();
            for (const NoteId &id : cell.notes) {
                const NoteHeader *note = m_notes.value(id);
                cell.words += note ? note->words : 0;
                cell.posts = cell.posts && note && note->fields.kind == NoteKind::Post;
            }
            cell.level = cell.notes.empty() ? 0 : std::max(1, m_scale.level(cell.words));
        }
        if (!row.cells.empty() && joins(row.cells.back(), cell)) {
            YearCell &before = row.cells.back();
            ++before.width;
            before.days.last = cell.days.last;
            before.today = before.today || cell.today;
            return;
        }
        row.cells.push_back(std::move(cell));
    }

    /// One note that alone covers several weeks makes one cell of them.
    [[nodiscard]] static bool joins(const YearCell &before, const YearCell &cell)
    {
        return cell.state == State::Noted && !cell.posts && cell.notes.size() == 1 && before.notes == cell.notes;
    }

    const TimelineContent &m_content;
    const QHash<NoteId, const NoteHeader *> &m_notes;
    LengthScale m_scale;
};

} // namespace

LengthScale::LengthScale(const std::vector<NoteHeader> &notes)
{
    for (const NoteHeader &note : notes) {
        if (note.words > 0)
            m_lengths.push_back(note.words);
    }
    std::ranges::sort(m_lengths);
}

int LengthScale::level(int words) const
{
    constexpr size_t enough = 8;
    if (words <= 0)
        return 0;
    if (m_lengths.size() < enough)
        return words < 300 ? 1 : words < 600 ? 2 : words < 1000 ? 3 : 4;
    const auto shorter = std::ranges::lower_bound(m_lengths, words) - m_lengths.begin();
    return std::min(4, 1 + int(4 * shorter / qsizetype(m_lengths.size())));
}

std::vector<YearRow> yearRows(const TimelineContent &content)
{
    QHash<NoteId, const NoteHeader *> notes;
    for (const NoteHeader &note : content.notes)
        notes.insert(note.id, &note);
    std::map<Week, const TimelineWeek *> known;
    const int thisYear = Week::of(content.today, content.rules).number(content.rules).year;
    int oldest = thisYear;
    int newest = thisYear;
    for (const TimelineWeek &week : content.weeks) {
        known.emplace(week.week, &week);
        const int year = week.week.number(content.rules).year;
        oldest = std::min(oldest, year);
        newest = std::max(newest, year);
    }

    const YearWriter writer(content, notes);
    std::vector<YearRow> rows;
    for (int year = newest; year >= oldest; --year)
        rows.push_back(writer.row(year, known));
    return rows;
}

} // namespace Weeknotes
