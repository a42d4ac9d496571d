// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/numberhabit.h"

#include "core/numberplace.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Weeknotes {
namespace {

/// How many digits `title` gives the episode of `number`; 0 if it does not say it.
int digitsIn(QStringView title, const SeasonNumber &number)
{
    const auto place = placeOfNumber(title, number);
    return place ? int(place->episode.text.size()) : 0;
}

/// "3.09", "#67–68", with that many digits at least for an episode.
QString written(const SeasonNumber &number, int digits)
{
    const auto padded = [digits](int value) { return u"%1"_s.arg(value, digits, 10, QChar(u'0')); };
    const QString text = (number.season ? QString::number(*number.season) + u'.' : u"#"_s) + padded(*number.episode);
    return number.lastEpisode ? text + u'–' + padded(*number.lastEpisode) : text;
}

/// Digits to how many titles have them.
using Votes = std::map<int, int>;

int winner(const Votes &votes)
{
    const auto fewer = [](const Votes::value_type &a, const Votes::value_type &b) { return a.second < b.second; };
    return std::ranges::max_element(votes, fewer)->first;
}

/// What a pattern of titles makes of a number: "S{season}-ep{episode}" of "Weeknotes S{season}-ep{episode}: {title}";
/// nothing where it spells it out.
std::optional<TitlePattern> numberPatternIn(const QString &pattern)
{
    static const QRegularExpression number(
        u"(?:^|(?<=\\s))[^\\s{}]{0,2}\\{season\\}[^{}]{1,4}\\{episode(?::\\d+)?\\}"_s);
    const auto match = number.match(pattern);
    return match.hasMatch() ? TitlePattern::parse(match.captured()) : std::nullopt;
}

} // namespace

NumberHabit::NumberHabit(const std::vector<NoteHeader> &notes, const SeasonLooks &looks)
{
    for (const auto &[season, look] : looks) {
        if (const auto pattern = numberPatternIn(look.pattern))
            m_patterns.emplace(season, *pattern);
    }
    std::map<std::optional<int>, Votes> seasons;
    for (const NoteHeader &note : notes) {
        const SeasonNumber &number = note.fields.number;
        const int digits = digitsIn(note.fields.title, number);
        // "5.10" tells nothing: it is written so with one digit and with two.
        const bool tells = digits == 1 || digits > QString::number(number.episode.value_or(0)).size();
        if (tells)
            ++seasons[number.season][digits];
    }
    for (const auto &[season, votes] : seasons) {
        if (const int digits = winner(votes); digits > 1)
            m_digits.emplace(season, digits);
    }
}

QString NumberHabit::text(const SeasonNumber &number, const QString &title) const
{
    if (!number.episode)
        return number.toString();
    const int said = digitsIn(title, number);
    const auto pattern = number.season ? m_patterns.find(*number.season) : m_patterns.end();
    if (pattern != m_patterns.end()) {
        if (const QString own = written({number.season, number.episode}, said); said > 0 && title.contains(own))
            return written(number, said);
        const QString first = pattern->second.write({number, {}, {}, {}});
        return number.lastEpisode ? first + u'–' + QString::number(*number.lastEpisode) : first;
    }
    const auto habit = m_digits.find(number.season);
    return written(number, said > 0 ? said : habit == m_digits.end() ? 1 : habit->second);
}

} // namespace Weeknotes
