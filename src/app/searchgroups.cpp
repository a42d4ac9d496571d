// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/searchgroups.h"

#include "app/markedtext.h"
#include "app/searchdays.h"
#include "app/shelf.h"
#include "timeline/periodtext.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <map>
#include <ranges>

using namespace Qt::StringLiterals;

namespace Weeknotes {
namespace {

constexpr size_t mostEarlierYears = 5; // that have a week of one number
constexpr size_t mostOfMonth = 12;     // weeks and notes, before an earlier year is asked for its month
constexpr size_t mostNumbered = 8;     // notes with a number
constexpr size_t mostRecent = 5;
constexpr size_t notesBeforeOthers = 5;

struct GroupWords
{
    Q_DECLARE_TR_FUNCTIONS(Weeknotes::SearchGroups)
};

QString titleOf(const QString &title)
{
    return (title.isEmpty() ? GroupWords::tr("Untitled") : title).toHtmlEscaped();
}

/// The days a note covers, else the one it stands at, if that is known.
QString daysOf(const NoteHeader &note, const Shelf &shelf)
{
    const auto day = knownDay(note);
    return day ? periodText(note.fields.covers.value_or(Period{*day, *day}), QLocale(), shelf.today()) : QString();
}

QString daysOf(const NoteId &id, const Shelf &shelf)
{
    const NoteHeader *note = shelf.note(id);
    return note ? daysOf(*note, shelf) : QString();
}

SearchRow rowOf(const NoteHeader &note, const Shelf &shelf)
{
    return {.target = FoundNote{note.id},
            .title = titleOf(note.fields.title),
            .aside = {},
            .detail = daysOf(note, shelf),
            .snippet = {},
            .offer = {}};
}

/// Weeks and numbered notes, each note once. Who names a week looks for what was written in it: weeks without a note
/// come last.
class WeekRows
{
public:
    WeekRows(const Shelf &shelf, bool mayWrite) : m_shelf(shelf), m_mayWrite(mayWrite) {}

    void addNote(const NoteHeader &note)
    {
        if (!m_shown.contains(note.id))
            m_rows.push_back(rowOf(note, m_shelf));
        m_shown << note.id;
    }

    void addWeek(const Week &week)
    {
        if (const NoteHeader *note = m_shelf.noteOf(week))
            return addWeek(week, *note);
        const Period days = week.days(m_shelf.rules());
        const auto &weeks = m_shelf.timeline().weeks;
        const auto entry = std::ranges::find(weeks, week, &TimelineWeek::week);
        const bool isPaused = entry != weeks.end() && entry->state == TimelineWeek::State::Paused;
        const bool isAhead = days.first > m_shelf.today();
        const bool isOffered = m_mayWrite && !isPaused && !isAhead;
        m_unwritten.push_back({.target = FoundWeek{week, isOffered},
                               .title = nameOf(week),
                               .aside = isPaused  ? GroupWords::tr("a pause")
                                        : isAhead ? GroupWords::tr("still to come")
                                                  : GroupWords::tr("nothing written"),
                               .detail = periodWithYear(days, QLocale()),
                               .snippet = {},
                               .offer = isOffered ? GroupWords::tr("Write it") : QString()});
    }

    /// The weeks of these days that the timeline has, each with all its notes. Where the year is left open, those of
    /// earlier years that have notes as well.
    void addWeeksOf(Period days, bool namesYear)
    {
        std::map<Week, std::vector<const NoteHeader *>> notes;
        for (const NoteHeader &note : m_shelf.notes())
            notes[m_shelf.weekOf(note)].push_back(&note);
        const auto &weeks = m_shelf.timeline().weeks;
        for (bool isLatest = true; !weeks.empty() && days.last >= weeks.front().days.first; isLatest = false) {
            for (const Week &week : weeksCoveredBy(days, m_shelf.rules())) {
                const auto entry = std::ranges::lower_bound(weeks, week, {}, &TimelineWeek::week);
                if (entry == weeks.end() || entry->week != week || entry->state == TimelineWeek::State::Future)
                    continue;
                if (isLatest || m_shelf.noteOf(week))
                    addWeek(week);
                for (const NoteHeader *note : notes[week])
                    addNote(*note);
            }
            if (namesYear || m_rows.size() >= mostOfMonth)
                break;
            const QDate first = days.first.addYears(-1);
            days = {first, first.addMonths(1).addDays(-1)};
        }
    }

    [[nodiscard]] size_t size() const { return m_rows.size() + m_unwritten.size(); }
    [[nodiscard]] std::vector<SearchRow> take()
    {
        std::ranges::move(m_unwritten, std::back_inserter(m_rows));
        return std::move(m_rows);
    }

private:
    [[nodiscard]] QString nameOf(const Week &week) const
    {
        return GroupWords::tr("Week %1").arg(week.number(m_shelf.rules()).number);
    }

    void addWeek(const Week &week, const NoteHeader &note)
    {
        if (m_shown.contains(note.id))
            return;
        m_shown << note.id;
        m_rows.push_back({.target = FoundWeek{week},
                          .title = titleOf(note.fields.title),
                          .aside = nameOf(week),
                          .detail = note.fields.covers ? periodWithYear(*note.fields.covers, QLocale()) : QString(),
                          .snippet = {},
                          .offer = {}});
    }

    const Shelf &m_shelf;
    bool m_mayWrite;
    QSet<NoteId> m_shown;
    std::vector<SearchRow> m_rows;
    std::vector<SearchRow> m_unwritten; // weeks, to stand last
};

void addNumbered(WeekRows &rows, const QString &words, const Shelf &shelf)
{
    static const QRegularExpression seasonAlone(u"^(?:s|season)\\s*(\\d{1,4})$"_s,
                                                QRegularExpression::CaseInsensitiveOption);
    auto number = SeasonNumber::parse(words);
    if (const auto match = seasonAlone.match(words); match.hasMatch())
        number = SeasonNumber{match.captured(1).toInt(), {}, {}};
    if (!number)
        return;
    for (const NoteHeader &note : shelf.notes()) {
        if (note.fields.number.covers(*number))
            rows.addNote(note);
        if (rows.size() == mostNumbered)
            return;
    }
}

/// The same week in the years that have a note there.
void addEarlierYears(WeekRows &rows, const Week &latest, const Shelf &shelf)
{
    const int number = latest.number(shelf.rules()).number;
    for (const TimelineWeek &entry : shelf.timeline().weeks | std::views::reverse) {
        const bool isSame = entry.week < latest && entry.week.number(shelf.rules()).number == number;
        if (isSame && entry.state == TimelineWeek::State::Noted)
            rows.addWeek(entry.week);
        if (rows.size() >= mostEarlierYears)
            break;
    }
}

/// A year's months that have notes, each as a search of its own.
std::vector<SearchRow> monthsOf(int year, const Shelf &shelf)
{
    std::vector<SearchRow> rows;
    for (int month = 1; month <= 12; ++month) {
        const auto count = std::ranges::count_if(shelf.notes(), [&](const NoteHeader &note) {
            const QDate day = knownDay(note).value_or(QDate());
            return day.year() == year && day.month() == month;
        });
        const QDate first(year, month, 1);
        const QString name = QLocale().standaloneMonthName(month) + u' ' + QString::number(year); // as it is read again
        if (count > 0)
            rows.push_back({.target = NarrowerSearch{name},
                            .title = name.toHtmlEscaped(),
                            .aside = GroupWords::tr("%Ln note(s)", nullptr, int(count)),
                            .detail = {},
                            .snippet = {},
                            .offer = {}});
    }
    return rows;
}

} // namespace

SearchGroup SearchGroups::weeks(const QString &words, const Shelf &shelf, bool mayWrite)
{
    using Span = MeantDays::Span;
    SearchGroup group{GroupWords::tr("Weeks"), {}};
    const QString typed = words.trimmed();
    WeekRows rows(shelf, mayWrite);
    addNumbered(rows, typed, shelf);
    const auto meant = meantDays(typed, QLocale(), shelf.rules(), shelf.today());
    const bool isNumber = rows.size() > 0 && typed.contains(u'.'); // "3.09" is no day where it is a number
    if (meant && meant->span == Span::Year && rows.size() == 0) {
        group.rows = monthsOf(meant->days.first.year(), shelf);
        return group;
    }
    if (meant && !isNumber && (meant->span == Span::Day || meant->span == Span::Week)) {
        const Week week = Week::of(meant->days.first, shelf.rules());
        rows.addWeek(week);
        if (!meant->namesYear && meant->span == Span::Week)
            addEarlierYears(rows, week, shelf);
    } else if (meant && meant->span == Span::Month) {
        rows.addWeeksOf(meant->days, meant->namesYear);
    }
    group.rows = rows.take();
    return group;
}

SearchGroup SearchGroups::notes(const QString &words, const std::vector<SearchHit> &hits, const Shelf &shelf)
{
    SearchGroup group{GroupWords::tr("Notes"), {}};
    for (const SearchHit &hit : hits) {
        group.rows.push_back({.target = FoundNote{hit.id, words},
                              .title = titleOf(hit.title),
                              .aside = {},
                              .detail = daysOf(hit.id, shelf),
                              .snippet = markedText(hit.snippet, hit.matches),
                              .offer = {}});
    }
    return group;
}

SearchGroup SearchGroups::headings(const std::vector<HeadingHit> &hits, const Shelf &shelf)
{
    SearchGroup group{GroupWords::tr("Headings"), {}};
    for (const HeadingHit &hit : hits) {
        group.rows.push_back({.target = FoundNote{hit.note, {}, hit.section},
                              .title = markedText(hit.heading, hit.matches),
                              .aside = hit.title.isEmpty() ? GroupWords::tr("Untitled") : hit.title,
                              .detail = daysOf(hit.note, shelf),
                              .snippet = {},
                              .offer = {}});
    }
    return group;
}

SearchGroup SearchGroups::recent(const std::vector<NoteId> &opened, const NoteId &open, const Shelf &shelf)
{
    SearchGroup group{GroupWords::tr("Recent"), {}};
    QSet<NoteId> shown{open};
    const auto add = [&](const NoteHeader *note) {
        if (!note || shown.contains(note->id) || group.rows.size() == mostRecent)
            return;
        shown << note->id;
        group.rows.push_back(rowOf(*note, shelf));
    };
    for (const NoteId &id : opened)
        add(shelf.note(id));
    std::vector<const NoteHeader *> all;
    for (const NoteHeader &note : shelf.notes())
        all.push_back(&note);
    const size_t newest = std::min(all.size(), mostRecent + size_t(shown.size()));
    std::ranges::partial_sort(all, all.begin() + std::ptrdiff_t(newest),
                              [](const NoteHeader *a, const NoteHeader *b) { return newerFirst(*a, *b); });
    for (const NoteHeader *note : all | std::views::take(newest))
        add(note);
    return group;
}

std::vector<SearchGroup> SearchGroups::ordered(SearchGroup weeks, SearchGroup notes, SearchGroup headings,
                                               SearchGroup commands)
{
    std::erase_if(notes.rows, [&](const SearchRow &row) { // no note twice
        const auto *note = std::get_if<FoundNote>(&row.target);
        return note && std::ranges::any_of(weeks.rows, [&](const SearchRow &named) {
                   const auto *other = std::get_if<FoundNote>(&named.target);
                   return other && other->id == note->id;
               });
    });
    SearchGroup rest{GroupWords::tr("More notes"), {}};
    const bool hasOthers = !headings.rows.empty() || !commands.rows.empty();
    if (hasOthers && notes.rows.size() > notesBeforeOthers) {
        const auto first = notes.rows.begin() + notesBeforeOthers;
        rest.rows.assign(std::make_move_iterator(first), std::make_move_iterator(notes.rows.end()));
        notes.rows.erase(first, notes.rows.end());
    } else if (!hasOthers && weeks.rows.empty()) {
        notes.name.clear(); // what else should it be
    }
    return {std::move(weeks), std::move(notes), std::move(headings), std::move(commands), std::move(rest)};
}

} // namespace Weeknotes
