// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/statisticscharts.h"

#include "app/columnschart.h"
#include "app/runschart.h"
#include "app/sectionschart.h"
#include "app/weekschart.h"
#include "core/run.h"
#include "timeline/periodtext.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace Weeknotes {
namespace {

/// What the charts are made of, and their makers.
class StatisticsCharts
{
    Q_DECLARE_TR_FUNCTIONS(Weeknotes::StatisticsCharts)

public:
    explicit StatisticsCharts(const Shelf &shelf)
        : m_shelf(shelf)
        , m_facts(writingFacts(shelf.notes()))
        , m_weeks(wordsByWeek(shelf.timeline().weeks, shelf.notes()))
        , m_runs(runsOf(shelf.timeline().weeks, shelf.notes(), shelf.today(), shelf.settings()))
    {
    }

    [[nodiscard]] std::vector<ChartColumn::Figure> figures() const;
    [[nodiscard]] std::unique_ptr<const Chart> words() const;
    [[nodiscard]] std::unique_ptr<const Chart> years() const;
    [[nodiscard]] std::unique_ptr<const Chart> weekdays() const;
    [[nodiscard]] std::unique_ptr<const Chart> delays() const;
    [[nodiscard]] std::unique_ptr<const Chart> lengths() const;
    [[nodiscard]] std::unique_ptr<const Chart> runs() const;
    [[nodiscard]] bool hasDelays() const { return !m_facts.delays.empty(); }
    [[nodiscard]] bool hasLengths() const { return !m_facts.lengths.empty(); }

private:
    [[nodiscard]] QString delaySentence() const;
    [[nodiscard]] static QString number(int value) { return QLocale().toString(value); }

    const Shelf &m_shelf;
    WritingFacts m_facts;
    std::vector<WeekOfWords> m_weeks;
    std::vector<Run> m_runs;
};

std::vector<ChartColumn::Figure> StatisticsCharts::figures() const
{
    const WeekStates states = statesOf(m_weeks);
    std::vector<ChartColumn::Figure> figures{
        {number(m_facts.words), tr("word(s)", nullptr, m_facts.words), {}},
        {number(m_facts.notes), tr("note(s)", nullptr, m_facts.notes), {}},
        {number(states.noted), tr("week(s) written", nullptr, states.noted), {}},
        {number(m_facts.medianWords), tr("word(s) in the usual note", nullptr, m_facts.medianWords), {}},
    };
    if (m_shelf.settings().run.shown)
        figures.push_back(
            {number(longestRun(m_runs)), tr("week(s) in the longest run", nullptr, longestRun(m_runs)), {}});
    return figures;
}

std::unique_ptr<const Chart> StatisticsCharts::words() const
{
    const auto fullest = std::ranges::max_element(m_weeks, {}, &WeekOfWords::words);
    const QString sentence =
        fullest == m_weeks.end() || fullest->words == 0
            ? QString()
            : tr("A bar a week, as high as its note is long. The fullest was %1, with %2. Pauses are hatched, weeks "
                 "without a note hollow.")
                  .arg(periodWithYear(fullest->days, QLocale(), MonthStyle::Full),
                       tr("%Ln word(s)", nullptr, fullest->words));
    WeeksChart::Titles titles;
    for (const NoteHeader &note : m_shelf.notes())
        titles.insert(note.id, note.fields.title);
    return std::make_unique<WeeksChart>(tr("Words by week"), sentence, WeeksChart::yearRows(m_weeks, m_shelf.rules()),
                                        true, titles, m_shelf.rules(), m_shelf.settings().seasons);
}

std::unique_ptr<const Chart> StatisticsCharts::years() const
{
    std::vector<ColumnsChart::Part> parts{{tr("Weeknotes"), Fill::Solid},
                                          {tr("Fortnight notes"), Fill::Striped},
                                          {tr("Longer ones"), Fill::Framed},
                                          {tr("Posts"), Fill::Hollow}};
    std::array<bool, noteKinds> there{};
    for (size_t kind = 0; kind < noteKinds; ++kind)
        there[kind] = m_facts.kinds[kind] > 0;
    std::vector<ColumnsChart::Column> columns;
    for (const YearOfNotes &year : m_facts.years) {
        ColumnsChart::Column column{QString::number(year.year), {}, {}, {}};
        QStringList words;
        for (size_t kind = 0; kind < noteKinds; ++kind) {
            if (!there[kind])
                continue;
            column.parts.push_back(year.kinds[kind]);
            if (year.kinds[kind] > 0)
                words << tr("%1: %2", "kind of note, how many").arg(parts[kind].name, number(year.kinds[kind]));
        }
        column.words = tr("%1 – %2", "year, what there is")
                           .arg(column.label, words.isEmpty() ? tr("no notes") : words.join(u" · "_s));
        columns.push_back(std::move(column));
    }
    for (size_t kind = noteKinds; kind-- > 0;) {
        if (!there[kind])
            parts.erase(parts.begin() + qptrdiff(kind));
    }
    const auto most = std::ranges::max_element(m_facts.years, {}, &YearOfNotes::notes);
    const QString sentence = m_facts.years.size() < 2
                                 ? tr("All in one year so far.")
                                 : tr("Most were written in %1: %2.")
                                       .arg(QString::number(most->year), tr("%Ln note(s)", nullptr, most->notes()));
    return std::make_unique<ColumnsChart>(tr("Notes a year"), sentence, tr("Year"), std::move(parts),
                                          std::move(columns));
}

std::unique_ptr<const Chart> StatisticsCharts::weekdays() const
{
    const QLocale locale;
    std::vector<ColumnsChart::Column> columns;
    const int first = int(m_shelf.rules().start);
    for (int i = 0; i < 7; ++i) {
        const int day = (first - 1 + i) % 7 + 1;
        const int count = m_facts.weekdays[size_t(day - 1)];
        columns.push_back({locale.standaloneDayName(day, QLocale::ShortFormat),
                           {count},
                           tr("%1: %2", "day of the week, notes")
                               .arg(locale.standaloneDayName(day), tr("%Ln note(s)", nullptr, count)),
                           {}});
    }
    const auto most = std::ranges::max_element(m_facts.weekdays);
    const int favourite = int(most - m_facts.weekdays.begin()) + 1;
    const int all = std::accumulate(m_facts.weekdays.begin(), m_facts.weekdays.end(), 0);
    const QString sentence =
        tr("%1 is the favourite, with %2 of %3.", "day of the week, notes, all notes")
            .arg(locale.standaloneDayName(favourite), number(*most), tr("%Ln note(s)", nullptr, all));
    return std::make_unique<ColumnsChart>(tr("Days of writing"), sentence, tr("Day"),
                                          std::vector<ColumnsChart::Part>{{tr("Notes"), Fill::Solid}},
                                          std::move(columns));
}

/// By the rule of the "+2 days" in the timeline.
QString StatisticsCharts::delaySentence() const
{
    const auto late = int(std::ranges::count_if(m_facts.delays, [](int days) { return days > 0; }));
    if (late == 0)
        return tr("Every one of them was written before its days were over.");
    return tr("%Ln note(s) came after the days they speak of, and were written all the same.", nullptr, late);
}

std::unique_ptr<const Chart> StatisticsCharts::delays() const
{
    struct Bin
    {
        int last; ///< days
        QString label;
        QString words;
    };
    const std::vector<Bin> bins{
        {-1, tr("early"), tr("before the week was over")},     {0, tr("last day"), tr("on its last day")},
        {2, tr("1–2 days"), tr("one or two days after")},      {7, tr("3–7 days"), tr("within the week after")},
        {14, tr("8–14 days"), tr("in the second week after")}, {INT_MAX, tr("later"), tr("later than that")}};
    std::vector<ColumnsChart::Column> columns;
    for (int before = INT_MIN; const Bin &bin : bins) {
        const auto count =
            int(std::ranges::count_if(m_facts.delays, [&](int days) { return before < days && days <= bin.last; }));
        columns.push_back(
            {bin.label, {count}, tr("%1, %2", "notes, when").arg(tr("%Ln note(s)", nullptr, count), bin.words), {}});
        before = bin.last;
    }
    return std::make_unique<ColumnsChart>(tr("How late, honestly"), delaySentence(), tr("Written"),
                                          std::vector<ColumnsChart::Part>{{tr("Notes"), Fill::Solid}},
                                          std::move(columns));
}

std::unique_ptr<const Chart> StatisticsCharts::lengths() const
{
    constexpr int bins = 24;
    // The few that are far longer than all the others go into the last column.
    const int usual = m_facts.lengths[m_facts.lengths.size() * 19 / 20];
    const int width = std::max(10, roundedUp(std::max(1, usual * 5 / 4 / bins)));
    std::vector<int> counts;
    for (const int words : m_facts.lengths) {
        const size_t bin = size_t(std::min(words, 2 * usual) / width);
        counts.resize(std::max(counts.size(), bin + 1));
        ++counts[bin];
    }
    std::vector<ColumnsChart::Column> columns;
    for (int bin = 0; bin < int(counts.size()); ++bin) {
        const bool open = bin + 1 == int(counts.size()) && m_facts.lengths.back() >= (bin + 1) * width;
        const QString range = open ? tr("%1 words and more").arg(number(bin * width))
                                   : tr("%1 to %2 words").arg(number(bin * width), number((bin + 1) * width - 1));
        columns.push_back({open ? tr("%1+", "and more words").arg(number(bin * width)) : number(bin * width),
                           {counts[size_t(bin)]},
                           tr("%1: %2", "lengths, notes").arg(range, tr("%Ln note(s)", nullptr, counts[size_t(bin)])),
                           {}});
    }
    const QString sentence = tr("Half of the notes have fewer than %1. The shortest has %2, the longest %3.")
                                 .arg(tr("%Ln word(s)", nullptr, m_facts.medianWords), number(m_facts.lengths.front()),
                                      number(m_facts.lengths.back()));
    return std::make_unique<ColumnsChart>(
        tr("How long notes are"), sentence, tr("Words from"),
        std::vector<ColumnsChart::Part>{{tr("Notes"), Fill::Solid}}, std::move(columns), true,
        ColumnsChart::Mark{qreal(m_facts.medianWords) / width, tr("half are shorter")});
}

std::unique_ptr<const Chart> StatisticsCharts::runs() const
{
    const int now = currentRun(m_runs);
    const QString sentence =
        now > 1
            ? tr("Weeks written one after the other; you are at %Ln. A pause interrupts nothing.", nullptr, now)
            : tr("Weeks written one after the other. A pause interrupts nothing, and every run begins with one week.");
    return std::make_unique<RunsChart>(tr("Runs and pauses"), sentence, m_weeks, m_runs, m_shelf.rules());
}

} // namespace

Statistics statisticsOf(const Shelf &shelf, const LibraryFacts &facts)
{
    const StatisticsCharts charts(shelf);
    ChartRows rows;
    const auto add = [&rows](auto... chart) {
        rows.emplace_back();
        (rows.back().push_back(std::move(chart)), ...);
    };
    add(charts.words());
    if (shelf.settings().run.shown)
        add(charts.runs());
    add(charts.years());
    if (charts.hasDelays())
        add(charts.weekdays(), charts.delays());
    if (charts.hasLengths())
        add(charts.lengths());
    auto sections = std::make_unique<SectionsChart>(
        StatisticsCharts::tr("Sections over time"),
        StatisticsCharts::tr(
            "The headings that return most. The larger a square, the more of the notes of that time have it."),
        facts);
    if (!sections->isEmpty())
        add(std::move(sections));
    return {charts.figures(), std::move(rows)};
}

} // namespace Weeknotes
