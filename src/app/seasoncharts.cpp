// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/seasoncharts.h"

#include "app/rankchart.h"
#include "app/runschart.h"
#include "app/weekschart.h"
#include "insight/notesections.h"
#include "timeline/timelinemodel.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <ranges>

using namespace Qt::StringLiterals;

namespace Weeknotes {
namespace {

constexpr int mostRanked = 10;
constexpr int mostNamed = 6; // in a sentence

/// The makers of a season's charts.
class SeasonCharts
{
    Q_DECLARE_TR_FUNCTIONS(Weeknotes::SeasonCharts)

public:
    SeasonCharts(const StretchFigures &now, const StretchFigures *before, const SeasonTexts &texts,
                 const SeasonLooks &seasons)
        : m_now(now)
        , m_before(before)
        , m_texts(texts)
        , m_side{stretchName(now.stretch, seasons), int(now.weeks.size())}
        , m_beforeSide(
              before ? std::optional(RankChart::Side{stretchName(before->stretch, seasons), int(before->weeks.size())})
                     : std::nullopt)
    {
    }

    [[nodiscard]] std::unique_ptr<const Chart> weeks(const WeekRules &rules) const;
    [[nodiscard]] std::unique_ptr<const Chart> runs(const WeekRules &rules) const;
    [[nodiscard]] std::unique_ptr<const Chart> words() const;
    [[nodiscard]] std::unique_ptr<const Chart> sections() const
    {
        return ranked(tr("Sections"), tr("In how many notes each heading stands."), tr("Section"),
                      m_texts.now().sections(), m_texts.before().sections());
    }
    [[nodiscard]] std::unique_ptr<const Chart> links() const
    {
        return ranked(tr("Links"), tr("Where they lead, by how many there are."), tr("Site"), m_texts.now().hosts(),
                      m_texts.before().hosts());
    }
    [[nodiscard]] std::unique_ptr<const Chart> people() const
    {
        return ranked(tr("People you thanked"), tr("For your eyes: nobody is named to readers by this."), tr("Name"),
                      m_texts.now().people(), m_texts.before().people());
    }

private:
    [[nodiscard]] QString weeksSentence() const;
    [[nodiscard]] QString wordsSentence() const;
    [[nodiscard]] QString moreSentence(const QString &words) const;
    /// Null where there is nothing to rank.
    [[nodiscard]] std::unique_ptr<const Chart> ranked(const QString &title, const QString &sentence,
                                                      const QString &head, const std::vector<NamedCount> &now,
                                                      const std::vector<NamedCount> &before) const;

    const StretchFigures &m_now;
    const StretchFigures *m_before;
    const SeasonTexts &m_texts;
    RankChart::Side m_side;
    std::optional<RankChart::Side> m_beforeSide;
};

QString SeasonCharts::weeksSentence() const
{
    QStringList parts{tr("%Ln week(s) written", nullptr, m_now.states.noted)};
    if (m_now.states.paused > 0)
        parts << tr("%Ln week(s) of pause", nullptr, m_now.states.paused);
    if (m_now.states.missed > 0)
        parts << tr("%Ln week(s) without a note", nullptr, m_now.states.missed);
    return parts.join(u", "_s) + u'.';
}

std::unique_ptr<const Chart> SeasonCharts::weeks(const WeekRules &rules) const
{
    WeeksChart::Titles titles;
    std::vector<WeeksChart::Row> rows{WeeksChart::row(stretchName(m_now.stretch), m_now.weeks)};
    if (m_before)
        rows.push_back(WeeksChart::row(stretchName(m_before->stretch), m_before->weeks));
    for (const StretchFigures *figures : {&m_now, m_before}) {
        for (const NoteHeader &note : figures ? figures->notes : std::vector<NoteHeader>())
            titles.insert(note.id, note.fields.title);
    }
    return std::make_unique<WeeksChart>(tr("Words by week"), weeksSentence(), std::move(rows), false, titles, rules);
}

std::unique_ptr<const Chart> SeasonCharts::runs(const WeekRules &rules) const
{
    return std::make_unique<RunsChart>(tr("Runs and pauses"), tr("Weeks written one after the other."), m_now.weeks,
                                       m_now.runs, rules);
}

/// There are no words that became more without something before.
QString SeasonCharts::moreSentence(const QString &words) const
{
    if (m_before->stretch.season)
        return tr("More than in season %1: %2.", "number, words")
            .arg(QString::number(*m_before->stretch.season), words);
    return tr("More than in %1: %2.", "year, words").arg(stretchName(m_before->stretch), words);
}

QString SeasonCharts::wordsSentence() const
{
    const auto names = [](const std::vector<WordUse> &words) {
        QStringList list;
        for (const WordUse &use : words)
            list << use.word;
        return list.join(u", "_s);
    };
    const QString more = names(risenWords(m_texts.now().words(), m_texts.before().words(), mostNamed));
    const QString less = names(risenWords(m_texts.before().words(), m_texts.now().words(), mostNamed));
    QStringList sentences;
    if (m_before && !more.isEmpty())
        sentences << moreSentence(more);
    if (!less.isEmpty())
        sentences << tr("Less: %1.", "words").arg(less);
    return sentences.isEmpty() ? tr("Those that not every note has.") : sentences.join(u' ');
}

std::unique_ptr<const Chart> SeasonCharts::words() const
{
    std::vector<RankChart::Row> rows;
    for (const WordUse &use : mostUsedWords(m_texts.now().words(), m_texts.before().words(), mostRanked))
        rows.push_back({use.word, use.count, m_before ? std::optional(use.before) : std::nullopt});
    if (rows.empty())
        return nullptr;
    return std::make_unique<RankChart>(tr("Most used words"), wordsSentence(), tr("Word"), m_side, m_beforeSide,
                                       std::move(rows));
}

std::unique_ptr<const Chart> SeasonCharts::ranked(const QString &title, const QString &sentence, const QString &head,
                                                  const std::vector<NamedCount> &now,
                                                  const std::vector<NamedCount> &before) const
{
    std::vector<RankChart::Row> rows;
    for (const NamedCount &tally : now | std::views::take(mostRanked)) {
        const auto was = std::ranges::find(before, sectionKey(tally.name),
                                           [](const NamedCount &other) { return sectionKey(other.name); });
        const int count = was == before.end() ? 0 : was->count;
        rows.push_back({tally.name, tally.count, m_before ? std::optional(count) : std::nullopt});
    }
    if (rows.empty())
        return nullptr;
    return std::make_unique<RankChart>(title, sentence, head, m_side, m_beforeSide, std::move(rows));
}

} // namespace

QString stretchName(const Stretch &stretch, const SeasonLooks &seasons)
{
    if (!stretch.season)
        return QString::number(stretch.year.value_or(0));
    const auto look = seasons.find(*stretch.season);
    return seasonName(*stretch.season, look == seasons.end() ? QString() : look->second.name);
}

std::vector<ChartColumn::Figure> seasonFigures(const StretchFigures &now, const StretchFigures *before, bool showsRuns)
{
    const QLocale locale;
    std::vector<ChartColumn::Figure> figures;
    const auto add = [&](auto figure, const QString &words, const auto &small) {
        QStringList lines{small(now, figure(now))};
        if (before)
            lines << SeasonCharts::tr("%1: %2", "season before, figure")
                         .arg(stretchName(before->stretch), small(*before, figure(*before)));
        lines.removeAll(QString());
        figures.push_back({locale.toString(figure(now)), words, lines.join(u'\n')});
    };
    const auto aWeek = [&locale](const StretchFigures &each, int count) {
        const double weeks = double(std::max<size_t>(1, each.weeks.size()));
        return SeasonCharts::tr("%1 a week", "words, minutes").arg(locale.toString(qRound(count / weeks)));
    };
    const auto inWeeks = [&](const StretchFigures &each, int count) {
        const QString weeks = SeasonCharts::tr("in %Ln week(s)", nullptr, int(each.weeks.size()));
        return &each == &now ? weeks : locale.toString(count) + u' ' + weeks;
    };
    const auto words = [](const StretchFigures &each) { return each.writing.words; };
    add(words, SeasonCharts::tr("word(s)", nullptr, words(now)), aWeek);
    const auto notes = [](const StretchFigures &each) { return each.writing.notes; };
    add(notes, SeasonCharts::tr("note(s)", nullptr, notes(now)), inWeeks);
    const auto minutes = [](const StretchFigures &each) { return each.writing.minutes; };
    add(minutes, SeasonCharts::tr("minute(s) to read", nullptr, minutes(now)), aWeek);
    const auto usual = [](const StretchFigures &each) { return each.writing.medianWords; };
    add(usual, SeasonCharts::tr("word(s) in the usual note", nullptr, usual(now)),
        [&](const StretchFigures &each, int count) { return &each == &now ? QString() : locale.toString(count); });
    const auto run = [](const StretchFigures &each) { return longestRun(each.runs); };
    if (showsRuns)
        add(run, SeasonCharts::tr("week(s) in the longest run", nullptr, run(now)), inWeeks);
    return figures;
}

ChartRows seasonCharts(const StretchFigures &now, const StretchFigures *before, const SeasonTexts &texts,
                       const LibrarySettings &settings)
{
    const SeasonCharts charts(now, before, texts, settings.seasons);
    ChartRows rows;
    const auto add = [&rows](auto... chart) {
        std::vector<std::unique_ptr<const Chart>> row;
        (row.push_back(std::move(chart)), ...);
        std::erase(row, nullptr);
        if (!row.empty())
            rows.push_back(std::move(row));
    };
    if (!now.weeks.empty())
        add(charts.weeks(settings.week));
    if (settings.run.shown && now.runs.size() + now.pauses.size() > 1) // of a single run the figure says all
        add(charts.runs(settings.week));
    add(charts.words(), charts.sections());
    add(charts.people(), charts.links());
    return rows;
}

} // namespace Weeknotes
