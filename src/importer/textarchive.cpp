// SPDX-License-Identifier: GPL-3.0-or-later
#include "importer/textarchive.h"

#include "importer/pagetext.h"
#include "insight/titlefacts.h"
#include "insight/yearevidence.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

constexpr int bylineReach = 7; // lines with words between a title and its reading time

struct Candidate
{
    qsizetype line = 0;
    TitleFacts facts;
    QString habit; // what the title begins with: notes of one text mostly share it
    bool byline = false;
    bool byGap = false;
};

class TextParter
{
public:
    explicit TextParter(const QString &text) : m_lines(text.split(u'\n'))
    {
        for (qsizetype i = 0; i < m_lines.size(); ++i) {
            if (!m_lines[i].trimmed().isEmpty())
                m_filled.push_back(i);
        }
    }

    std::vector<TextPiece> part()
    {
        findTitles();
        keepHabits();
        dropSubtitles();
        addUntypicalTitles();
        std::ranges::sort(m_found, {}, &Candidate::line);
        return pieces();
    }

private:
    [[nodiscard]] QString at(size_t filled) const { return m_lines[m_filled[filled]].trimmed(); }

    [[nodiscard]] bool opensBlock(size_t filled) const
    {
        return filled == 0 || m_filled[filled - 1] + 1 < m_filled[filled] || at(filled - 1).size() > longestTitle ||
               isFurniture(at(filled - 1)) || (!m_found.empty() && m_found.back().line == m_filled[filled - 1]);
    }

    // Within the next few lines, before any text.
    [[nodiscard]] bool hasByline(size_t filled) const
    {
        for (size_t i = filled + 1; i < m_filled.size() && i <= filled + bylineReach; ++i) {
            if (isReadingTime(at(i)))
                return true;
            if (at(i).size() > 250)
                return false;
        }
        return false;
    }

    static bool looksLikeTitle(const QString &line)
    {
        const auto words = line.split(u' ', Qt::SkipEmptyParts).size();
        return hasFormOfTitle(line) && !u":;,"_s.contains(line.back()) &&
               (!line.endsWith(u'.') || line.endsWith(u"..."_s) || words <= 6);
    }

    // Cheap, for the many lines that don't.
    static bool mayPlaceItself(const QString &line)
    {
        return line.size() <= longestTitle && std::ranges::any_of(line, [](QChar sign) { return sign.isDigit(); });
    }

    void findTitles()
    {
        for (size_t i = 0; i < m_filled.size(); ++i) {
            const QString line = at(i);
            if (!mayPlaceItself(line) || !looksLikeTitle(line) || !opensBlock(i))
                continue;
            Candidate candidate{m_filled[i], readTitle(line), habitOf(line), false, false};
            const bool numbered = candidate.facts.number.season && candidate.facts.number.episode;
            if (!(candidate.facts.callsItselfWeeknote && candidate.facts.placesItself()) && !numbered)
                continue;
            candidate.byline = hasByline(i);
            m_found.push_back(candidate);
        }
    }

    // A section "Coming up w/c 14 October" is no title where titles begin in another way.
    void keepHabits()
    {
        if (m_found.empty())
            return;
        QStringList all;
        QSet<QString> habits;
        for (const Candidate &candidate : m_found) {
            all += candidate.habit;
            if (candidate.byline)
                habits.insert(candidate.habit);
        }
        habits += titleHabits(all);
        std::erase_if(m_found, [&](const Candidate &candidate) { return !habits.contains(candidate.habit); });
        // Far down in a text with no other title it is a section of a single note.
        const auto above = std::ranges::count_if(m_filled, [&](qsizetype line) { return line < m_found.front().line; });
        if (!m_found.empty() && m_found.size() == 1 && above > 5 && !m_found.front().byline)
            m_found.clear();
    }

    [[nodiscard]] bool follows(qsizetype line, qsizetype above) const
    {
        return std::all_of(m_lines.begin() + above + 1, m_lines.begin() + line,
                           [](const QString &text) { return text.trimmed().isEmpty(); });
    }

    // Of two titles with nothing between, the second is a subtitle if it says what the first lacks; and a title without
    // text and days of its own, or one that comes again with its text, stands in a list of titles.
    void dropSubtitles()
    {
        std::vector<Candidate> kept;
        for (const Candidate &candidate : m_found) {
            const bool below = !kept.empty() && follows(candidate.line, kept.back().line);
            const auto hasDays = [](const TitleFacts &facts) { return facts.period || facts.day; };
            if (below && !(hasDays(candidate.facts) && hasDays(kept.back().facts)) &&
                !(!candidate.facts.number.isEmpty() && !kept.back().facts.number.isEmpty()))
                continue;
            kept.push_back(candidate);
        }
        m_found.clear();
        QHash<QString, int> later; // how often each title is still to come
        for (const Candidate &candidate : kept)
            ++later[m_lines[candidate.line].trimmed()];
        for (size_t i = 0; i < kept.size(); ++i) {
            const bool empty = i + 1 < kept.size() && follows(kept[i + 1].line, kept[i].line);
            const bool again = --later[m_lines[kept[i].line].trimmed()] > 0;
            if (!empty || (!again && (kept[i].facts.period || kept[i].facts.day)))
                m_found.push_back(kept[i]);
        }
    }

    // Titles that place nothing: those over a byline, and "Weeknotes from …" where the notes around leave a gap.
    void addUntypicalTitles()
    {
        const std::vector<Candidate> placed = m_found;
        QSet<qsizetype> known;
        for (const Candidate &candidate : placed)
            known.insert(candidate.line);
        for (size_t i = 0; i < m_filled.size(); ++i) {
            const QString line = at(i);
            if (!looksLikeTitle(line) || line.endsWith(u'.') || habitOf(line) != u"weeknote"_s || !opensBlock(i))
                continue;
            if (!known.contains(m_filled[i]) && standsInGap(placed, m_filled[i])) {
                m_found.push_back({m_filled[i], readTitle(line), habitOf(line), false, true});
                known.insert(m_filled[i]);
            }
        }
        for (size_t i = 0; i < m_filled.size(); ++i) {
            if (isReadingTime(at(i)))
                addTitleOver(i, known);
        }
    }

    [[nodiscard]] static bool standsInGap(const std::vector<Candidate> &placed, qsizetype line)
    {
        const auto below = std::ranges::upper_bound(placed, line, {}, &Candidate::line);
        if (below == placed.end() || below == placed.begin())
            return false;
        const TitleFacts &later = std::prev(below)->facts;
        const TitleFacts &earlier = below->facts;
        if (!later.number.isEmpty() && !earlier.number.isEmpty() && later.number.season == earlier.number.season)
            return std::abs(later.number.episode.value_or(0) - earlier.number.episode.value_or(0)) > 1;
        const auto dayIn = [](const TitleFacts &facts) -> std::optional<TitleDay> {
            if (facts.period && facts.period->first)
                return facts.period->first;
            return facts.period && facts.period->last ? facts.period->last : facts.day;
        };
        const auto a = dayIn(later);
        const auto b = dayIn(earlier);
        if (!a || !b)
            return false;
        const QDate reference = dateOf(*a, a->year.value_or(2024));
        const QDate other = b->year ? dateOf(*b) : nearestDate(*b, reference);
        return other.isValid() && std::abs(other.daysTo(reference)) >= 14;
    }

    // A page copied with its byline: the line over the writer's name is the title, unless one is known there.
    void addTitleOver(size_t time, QSet<qsizetype> &titles)
    {
        std::vector<size_t> words;
        for (size_t back = 1; back <= time && back < 14 && words.size() < bylineReach; ++back) {
            const size_t i = time - back;
            if (titles.contains(m_filled[i]))
                return;
            if (at(i).size() > longestTitle || isReadingTime(at(i)))
                break;
            if (!isFurniture(at(i)) && !dayOf(at(i)))
                words.push_back(i);
        }
        if (words.size() < 2 || m_filled[words[1]] == m_filled.front() || time < 8)
            return; // the first page of the text needs no mark
        const QString line = at(words[1]);
        if (!looksLikeTitle(line))
            return;
        m_found.push_back({m_filled[words[1]], readTitle(line), habitOf(line), true, false});
        titles.insert(m_filled[words[1]]);
    }

    [[nodiscard]] std::vector<TextPiece> pieces() const
    {
        std::vector<TextPiece> pieces;
        const auto add = [&](qsizetype from, qsizetype to, qsizetype title, bool byGap) {
            if (std::any_of(m_lines.begin() + from, m_lines.begin() + to,
                            [](const QString &line) { return !line.trimmed().isEmpty(); }))
                pieces.push_back(
                    {m_lines.sliced(from, to - from), int(from) + 1, title < 0 ? -1 : title - from, byGap});
        };
        if (m_found.empty()) {
            add(0, m_lines.size(), -1, false);
            return pieces;
        }
        qsizetype from = m_found.front().line;
        // A few short lines above the first title are its kicker, more are a text of their own.
        if (belongsToFirst(from))
            from = 0;
        else
            add(0, from, -1, false);
        for (size_t i = 0; i < m_found.size(); ++i) {
            const qsizetype to = i + 1 < m_found.size() ? m_found[i + 1].line : m_lines.size();
            add(from, to, m_found[i].line, m_found[i].byGap);
            from = to;
        }
        return pieces;
    }

    [[nodiscard]] bool belongsToFirst(qsizetype title) const
    {
        int lines = 0;
        for (const qsizetype line : m_filled) {
            if (line >= title)
                break;
            if (++lines > 4 || m_lines[line].size() > 120)
                return false;
        }
        return true;
    }

    QStringList m_lines;
    std::vector<qsizetype> m_filled; // the lines with words
    std::vector<Candidate> m_found;
};

} // namespace

QString habitOf(const QString &line)
{
    static const QRegularExpression opening(u"^[^\\p{L}\\d]*(\\d|[\\p{L}/]+)"_s);
    QString word = opening.match(line).captured(1).toLower();
    if (!word.isEmpty() && word.front().isDigit())
        return u"#"_s;
    static const QRegularExpression note(u"^(?:week-?notes?|weeknote|fortnight-?notes?|month-?notes?)$"_s);
    return note.match(word).hasMatch() ? u"weeknote"_s : word;
}

QSet<QString> titleHabits(const QStringList &habits)
{
    if (habits.isEmpty())
        return {};
    QHash<QString, int> counts;
    for (const QString &habit : habits)
        ++counts[habit];
    QString most = habits.front();
    for (const QString &habit : habits) {
        if (counts[habit] > counts[most])
            most = habit;
    }
    return {habits.front(), most};
}

std::vector<TextPiece> partText(const QString &text)
{
    return TextParter(text).part();
}

} // namespace Weeknotes
