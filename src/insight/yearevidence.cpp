// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/yearevidence.h"

#include "insight/daysintext.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

namespace Weeknotes {

namespace {

constexpr int earliestYear = 1995;

// How many years each day lies after the first one's, if each is as near to the one before as it can be.
std::vector<int> yearSteps(const std::vector<SequenceDay> &sequence)
{
    std::vector<int> steps;
    for (size_t i = 0; i < sequence.size(); ++i) {
        if (i == 0) {
            steps.push_back(0);
            continue;
        }
        const QDate before = dateOf(sequence[i - 1].day, 2024); // a leap year has every day
        const qint64 distance = before.daysTo(dateOf(sequence[i].day, 2024));
        steps.push_back(steps.back() + (distance > 183 ? -1 : distance < -183 ? 1 : 0));
    }
    return steps;
}

bool fits(const SequenceDay &entry, int year, Qt::DayOfWeek weekStart)
{
    const QDate date = dateOf(entry.day, year);
    const int last = (weekStart + 5) % 7 + 1;
    // Those who name a week by its end often mean its last working day.
    return date.isValid() && (entry.endsWeek ? date.dayOfWeek() == last || date.dayOfWeek() == Qt::Friday
                                             : date.dayOfWeek() == weekStart);
}

struct Candidate
{
    int year = 0; // of the first day
    int fitting = 0;
    int votes = 0;
};

class Sequence
{
public:
    Sequence(const std::vector<SequenceDay> &days, QDate today, Qt::DayOfWeek weekStart)
        : m_days(days), m_steps(yearSteps(days)), m_latest(today.addDays(7)), m_weekStart(weekStart)
    {
    }

    [[nodiscard]] const std::vector<int> &steps() const { return m_steps; }

    // The best of the years that the days name by `member`; the votes decide between equals, then the later year.
    [[nodiscard]] std::optional<Candidate> bestNamed(std::vector<int> SequenceDay::*member) const
    {
        std::map<int, int> votes;
        for (size_t i = 0; i < m_days.size(); ++i) {
            for (const int year : m_days[i].*member)
                ++votes[year - m_steps[i]];
        }
        return best(votes);
    }

    [[nodiscard]] std::optional<Candidate> bestOfAll() const
    {
        std::map<int, int> votes;
        for (int year = earliestYear; year <= m_latest.year() + 1; ++year)
            votes[year] = 0;
        return best(votes);
    }

    [[nodiscard]] YearGuess guess(const Candidate &candidate, YearGuess::By by, const std::set<int> &named = {}) const
    {
        YearGuess guess{{}, by, candidate.fitting, {named.begin(), named.end()}};
        for (const int step : m_steps)
            guess.years.push_back(candidate.year + step);
        return guess;
    }

    [[nodiscard]] Candidate measure(int year, int votes) const
    {
        Candidate candidate{year, 0, votes};
        for (size_t i = 0; i < m_days.size(); ++i)
            candidate.fitting += fits(m_days[i], year + m_steps[i], m_weekStart) ? 1 : 0;
        return candidate;
    }

private:
    [[nodiscard]] std::optional<Candidate> best(const std::map<int, int> &votes) const
    {
        std::optional<Candidate> best;
        for (const auto &[year, count] : votes) { // ascending: a later year wins a tie
            if (isAfterToday(year))
                continue;
            const Candidate candidate = measure(year, count);
            const bool enough = candidate.fitting * 3 >= int(m_days.size()) * 2;
            if (enough &&
                (!best || std::pair(candidate.fitting, candidate.votes) >= std::pair(best->fitting, best->votes)))
                best = candidate;
        }
        return best;
    }

    [[nodiscard]] bool isAfterToday(int year) const
    {
        for (size_t i = 0; i < m_days.size(); ++i) {
            const QDate date = dateOf(m_days[i].day, year + m_steps[i]);
            if (date.isValid() && date > m_latest)
                return true;
        }
        return false;
    }

    const std::vector<SequenceDay> &m_days;
    std::vector<int> m_steps;
    QDate m_latest;
    Qt::DayOfWeek m_weekStart;
};

std::set<int> namedYears(const std::vector<SequenceDay> &days, std::vector<int> SequenceDay::*member)
{
    std::set<int> years;
    for (const SequenceDay &entry : days)
        years.insert((entry.*member).begin(), (entry.*member).end());
    return years;
}

} // namespace

std::optional<YearGuess> yearsOfSequence(const std::vector<SequenceDay> &days, QDate today, Qt::DayOfWeek weekStart)
{
    if (days.empty())
        return std::nullopt;
    const Sequence sequence(days, today, weekStart);
    for (size_t i = 0; i < days.size(); ++i) {
        if (days[i].day.year)
            return sequence.guess(sequence.measure(*days[i].day.year - sequence.steps()[i], 0), YearGuess::By::Written);
    }
    if (const auto best = sequence.bestNamed(&SequenceDay::linkYears))
        return sequence.guess(*best, YearGuess::By::Links, namedYears(days, &SequenceDay::linkYears));
    if (const auto best = sequence.bestNamed(&SequenceDay::textYears))
        return sequence.guess(*best, YearGuess::By::Words, namedYears(days, &SequenceDay::textYears));
    if (const auto best = sequence.bestOfAll())
        return sequence.guess(*best, YearGuess::By::Weekdays);
    return std::nullopt;
}

std::optional<int> yearOfSeason(int season, const TitleDay &day, std::vector<SeasonDay> known, QDate today)
{
    if (known.empty())
        return std::nullopt;
    std::ranges::sort(known);
    const auto fractionalYear = [](QDate date) { return date.year() + (date.dayOfYear() - 1) / 366.0; };
    const SeasonDay &first = known.front();
    const SeasonDay &last = known.back();
    const double pace = first.season == last.season
                            ? 1
                            : (fractionalYear(last.day) - fractionalYear(first.day)) / (last.season - first.season);
    if (pace <= 0) // seasons that run backwards tell nothing
        return std::nullopt;
    const SeasonDay &nearest =
        *std::ranges::min_element(known, {}, [&](const SeasonDay &entry) { return std::abs(entry.season - season); });
    const double moment = fractionalYear(nearest.day) + (season - nearest.season) * pace;
    const double ofYear = fractionalYear(dateOf(day, 2024)) - 2024;
    const int middle = int(std::lround(moment - ofYear));
    std::optional<int> plain;
    for (const int year : {middle, middle - 1, middle + 1}) {
        const QDate date = dateOf(day, year);
        if (!date.isValid() || date > today)
            continue;
        if (date.dayOfWeek() >= Qt::Thursday)
            return year;
        if (!plain)
            plain = year;
    }
    return plain;
}

std::optional<int> latestYearOn(Qt::DayOfWeek weekday, const TitleDay &day, QDate today)
{
    for (int year = today.year(); year > today.year() - 10; --year) {
        const QDate date = dateOf(day, year);
        if (date.isValid() && date <= today && date.dayOfWeek() == weekday)
            return year;
    }
    return std::nullopt;
}

QDate nearestDate(const TitleDay &day, QDate reference)
{
    QDate best;
    for (const int year : {reference.year() - 1, reference.year(), reference.year() + 1}) {
        const QDate date = dateOf(day, year);
        const auto distance = [&](QDate other) { return std::abs(other.daysTo(reference)); };
        if (date.isValid() && (!best.isValid() || distance(date) < distance(best)))
            best = date;
    }
    return best;
}

} // namespace Weeknotes
