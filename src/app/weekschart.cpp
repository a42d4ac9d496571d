// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/weekschart.h"

#include "app/seasoncharts.h"
#include "timeline/periodtext.h"

#include <QLocale>

#include <algorithm>
#include <cmath>
#include <ranges>

using namespace Qt::StringLiterals;

namespace Weeknotes {
namespace {

using WeekState = TimelineWeek::State;

constexpr int weeksInYear = 53;
constexpr int fewestColumns = 26; // a season of three weeks has no bars as broad as a hand
constexpr qreal nameGutter = 84;
constexpr qreal scaleGutter = 48;
constexpr qreal weeksRowGap = 3 * Metrics::step;
constexpr qreal monthLine = 5 * Metrics::step;
constexpr qreal markSize = 4; // a missed week, a pause
constexpr qreal seasonLine = 3 * Metrics::step;
constexpr TextType seasonType{.size = 10, .line = 12};

/// Full height: the longest, but where that is far out, a little more than all but the longest twentieth need.
int mostWords(const std::vector<WeeksChart::Row> &rows)
{
    std::vector<int> words;
    for (const WeeksChart::Row &row : rows) {
        for (const auto &[column, week] : row.weeks) {
            if (week.words > 0)
                words.push_back(week.words);
        }
    }
    if (words.empty())
        return 1;
    std::ranges::sort(words);
    return std::min(words.back(), words[words.size() * 19 / 20] * 5 / 4);
}

/// The first and last columns of weeks without a note that follow each other, as in the strip of years.
std::vector<std::pair<int, int>> missedIn(const WeeksChart::Row &row)
{
    std::vector<std::pair<int, int>> runs;
    for (const auto &[column, week] : row.weeks) {
        if (week.words > 0 || week.state != WeekState::Missed)
            continue;
        if (runs.empty() || runs.back().second + 1 < column)
            runs.emplace_back(column, column);
        runs.back().second = column;
    }
    return runs;
}

} // namespace

struct WeeksChart::Geometry
{
    QRectF area;
    qreal rowHeight;
    qreal pitch;

    Geometry(const QRectF &whole, int rows, int columns)
        : area(whole.adjusted(nameGutter, 0, -scaleGutter, 0))
        , rowHeight(rows > 8   ? 36
                    : rows > 3 ? 44
                               : 64)
        , pitch(area.width() / columns)
    {
    }
    [[nodiscard]] qreal top(size_t row) const { return area.top() + qreal(row) * (rowHeight + weeksRowGap); }
    [[nodiscard]] qreal bottom(size_t row) const { return top(row) + rowHeight; }
    /// How high so many words stand, of so many that fill the row.
    [[nodiscard]] qreal height(int words, int most) const
    {
        return (rowHeight - seasonLine) * std::min(1.0, qreal(words) / most);
    }
    [[nodiscard]] QRectF column(size_t row, int column, int count = 1) const
    {
        return {area.left() + column * pitch, top(row), count * pitch, rowHeight};
    }
};

std::vector<WeeksChart::Row> WeeksChart::yearRows(const std::vector<WeekOfWords> &weeks, const WeekRules &rules)
{
    std::map<int, Row, std::greater<>> years;
    std::map<int, int> words;
    for (const WeekOfWords &week : weeks) {
        const Week::Number number = week.week.number(rules);
        years[number.year].weeks.emplace(number.number - 1, week);
        words[number.year] += week.words;
    }
    std::vector<Row> rows;
    for (auto &[year, row] : years) {
        row.name = QString::number(year);
        row.note = QLocale().toString(words[year]);
        rows.push_back(std::move(row));
    }
    return rows;
}

WeeksChart::Row WeeksChart::row(const QString &name, const std::vector<WeekOfWords> &weeks)
{
    Row row{name, {}, {}};
    int words = 0;
    for (int column = 0; const WeekOfWords &week : weeks) {
        words += week.words;
        row.weeks.emplace(column++, week);
    }
    row.note = QLocale().toString(words);
    return row;
}

WeeksChart::WeeksChart(QString title, QString sentence, std::vector<Row> rows, bool monthsOfYear, Titles titles,
                       WeekRules rules, SeasonLooks seasons)
    : Chart(std::move(title), std::move(sentence))
    , m_rows(std::move(rows))
    , m_monthsOfYear(monthsOfYear)
    , m_titles(std::move(titles))
    , m_rules(rules)
    , m_seasons(std::move(seasons))
    , m_columns(monthsOfYear ? weeksInYear : fewestColumns)
    , m_most(mostWords(m_rows))
{
    for (const Row &row : m_rows) {
        if (!row.weeks.empty())
            m_columns = std::max(m_columns, row.weeks.rbegin()->first + 1);
    }
}

qreal WeeksChart::heightFor(qreal width) const
{
    const Geometry at({0, 0, width, 0}, int(m_rows.size()), m_columns);
    return m_rows.empty() ? 0 : at.bottom(m_rows.size() - 1) + (m_monthsOfYear ? monthLine : Metrics::step);
}

void WeeksChart::paint(ChartPen &pen, const QRectF &area) const
{
    const Geometry at(area, int(m_rows.size()), m_columns);
    for (size_t row = 0; row < m_rows.size(); ++row) {
        paintSeasons(pen, at, row);
        paintRow(pen, at, row);
    }
    if (!m_monthsOfYear || m_rows.empty())
        return;
    const QLocale locale;
    for (int month = 0; month < 12; ++month) {
        const QRectF label(at.area.left() + month * at.area.width() / 12, at.bottom(m_rows.size() - 1),
                           at.area.width() / 12, monthLine);
        pen.text(label, Qt::AlignLeft | Qt::AlignBottom, locale.standaloneMonthName(month + 1, QLocale::ShortFormat),
                 interfaceType().small, pen.colours().secondInk);
    }
}

void WeeksChart::paintSeasons(ChartPen &pen, const Geometry &at, size_t row) const
{
    if (!m_monthsOfYear)
        return;
    std::map<int, std::pair<int, int>> spans; // of each season, its first and last column
    for (const auto &[column, week] : m_rows[row].weeks) {
        if (week.season)
            spans.try_emplace(*week.season, column, column).first->second.second = column;
    }
    for (const auto &[season, span] : spans) {
        const QRectF band = at.column(row, span.first, span.second - span.first + 1);
        pen.fill(band.adjusted(0, 0, -2, 0), season % 2 ? pen.colours().side : pen.colours().hover);
        const Stretch stretch{.season = season, .year = {}};
        const QStringList labels{stretchName(stretch, m_seasons), stretchName(stretch), QString::number(season)};
        const auto fits = std::ranges::find_if(labels, [room = band.width() - 2 * Metrics::step](const QString &label) {
            return widthOf(label, seasonType) <= room;
        });
        if (fits != labels.end())
            pen.text(band.adjusted(Metrics::step, 1, 0, 0), Qt::AlignLeft | Qt::AlignTop, *fits, seasonType,
                     pen.colours().secondInk);
    }
}

void WeeksChart::paintRow(ChartPen &pen, const Geometry &at, size_t row) const
{
    const Palette &colours = pen.colours();
    const InterfaceType &type = interfaceType();
    const QRectF names(at.area.left() - nameGutter, at.top(row), nameGutter - 2 * Metrics::step, at.rowHeight);
    const QRectF noteLine = names.adjusted(0, names.height() - type.small.line, 0, 0);
    pen.text(noteLine.translated(0, -type.small.line), Qt::AlignLeft | Qt::AlignBottom, m_rows[row].name, type.heading,
             colours.ink);
    pen.text(noteLine, Qt::AlignLeft | Qt::AlignBottom, m_rows[row].note, type.small, colours.secondInk);

    const int guide = std::max(1, roundedUp(m_most) > m_most ? roundedUp(m_most) / 2 : m_most);
    const qreal guideY = at.bottom(row) - at.height(guide, m_most);
    pen.line({at.area.left(), guideY}, {at.area.right(), guideY}, colours.line);
    if (row == 0) {
        pen.text({at.area.right() + Metrics::step, guideY - 8, scaleGutter - Metrics::step, 16},
                 Qt::AlignLeft | Qt::AlignVCenter, QLocale().toString(guide), type.small, colours.secondInk);
    }
    pen.line({at.area.left(), at.bottom(row)}, {at.area.right(), at.bottom(row)}, colours.edge);

    const qreal gap = std::max(1.0, at.pitch / 6);
    for (const auto &[first, last] : missedIn(m_rows[row])) {
        const QRectF weeks = at.column(row, first, last - first + 1).adjusted(0, 0, -gap, -2);
        pen.bar(weeks.adjusted(0, weeks.height() - markSize, 0, 0), Fill::Hollow, colours.mark);
    }
    for (const auto &[column, week] : m_rows[row].weeks) {
        const QRectF slot = at.column(row, column).adjusted(0, 0, -gap, 0);
        if (week.words == 0 && week.state == WeekState::Paused)
            pen.bar(slot.adjusted(0, slot.height() - 2 * markSize - 2, 0, -2), Fill::Hatched, colours.secondInk);
        if (week.words == 0)
            continue;
        const bool broken = week.words > m_most;
        const qreal height = std::max(2.0, at.height(week.words, m_most));
        pen.bar(slot.adjusted(0, slot.height() - height, 0, 0), Fill::Solid, colours.strip[3]);
        if (broken)
            pen.line({slot.left(), slot.top() + seasonLine + 6}, {slot.right(), slot.top() + seasonLine + 4},
                     colours.paper, 2);
    }
}

QString WeeksChart::wordsOf(const WeekOfWords &week) const
{
    const QString head = periodWithYear(week.days, QLocale());
    QStringList titles;
    for (const NoteId &id : week.notes)
        titles << m_titles.value(id);
    if (!titles.isEmpty())
        return tr("%1: %2 – %3", "days, words, titles")
            .arg(head, tr("%Ln word(s)", nullptr, week.words), titles.join(u"; "_s));
    switch (week.state) {
    case WeekState::Paused:
        return tr("%1: pause", "days").arg(head);
    case WeekState::Missed:
        return tr("%1: nothing written", "days").arg(head);
    case WeekState::Noted:
    case WeekState::Future:
        break;
    }
    return tr("%1: not over yet", "days").arg(head);
}

std::vector<ChartValue> WeeksChart::values(const QRectF &area) const
{
    const Geometry at(area, int(m_rows.size()), m_columns);
    std::vector<ChartValue> values;
    for (size_t row = 0; row < m_rows.size(); ++row) {
        for (const auto &[column, week] : m_rows[row].weeks)
            values.push_back(
                {at.column(row, column), wordsOf(week), week.notes.empty() ? NoteId() : week.notes.front()});
    }
    return values;
}

std::vector<QStringList> WeeksChart::table() const
{
    std::vector<QStringList> table{{tr("Week"), tr("Days"), tr("Words"), tr("Notes")}};
    for (const Row &row : m_rows) {
        for (const WeekOfWords &week : row.weeks | std::views::values) {
            QStringList titles;
            for (const NoteId &id : week.notes)
                titles << m_titles.value(id);
            table.push_back({week.week.toString(), periodWithYear(week.days, QLocale()), QLocale().toString(week.words),
                             titles.join(u"; "_s)});
        }
    }
    return table;
}

} // namespace Weeknotes
