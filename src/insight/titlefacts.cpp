// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/titlefacts.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

QRegularExpression anyCase(const QString &pattern)
{
    return QRegularExpression(pattern, QRegularExpression::CaseInsensitiveOption |
                                           QRegularExpression::UseUnicodePropertiesOption);
}

bool namesWeeknotes(const QString &title)
{
    static const QRegularExpression words =
        anyCase(u"\\b(?:week|fortnight|month|sprint|year|day|quarter)(?:ly)?[\\s-]?notes?\\b|\\bweeknot\\.?es\\b|"
                "\\bw/"
                "[cbe]\\b|\\bweek\\s+(?:commencing|beginning|ending)\\b|\\bweek(?:ly)?\\s+(?:in\\s+review|review|"
                "update|round-?up|notes?)\\b|"
                "^(?:this|last)\\s+week\\b|^week\\s+#?\\d+|^s\\d+\\s*[-.,:]?\\s*e(?:p|pisode)?\\.?\\s*\\d+|"
                "\\bnotes?\\s+de\\s+(?:la\\s+)?semaine\\b|\\bwochennotizen\\b|\\bweeknotities\\b|\\bsemaine\\s+\\d+"_s);
    return words.match(title).hasMatch();
}

// "3.09 — …", "S3 Ep6", "season 3, episode 6"
std::optional<SeasonNumber> seasonIn(const QString &title)
{
    static const QRegularExpression pair =
        anyCase(u"^\\W*(?:weeknotes?\\s+)?(\\d{1,3})\\.(\\d{1,4})(?=\\s*(?:$|[-–—:|,(]|week[ -]?note))"_s);
    static const QRegularExpression words = anyCase(
        u"\\b(?:s|season|series)\\s*\\.?\\s*(\\d{1,4})\\s*[-–—.,:/]?\\s*(?:e|ep|episode|week|issue|note)\\s*\\.?[-\\s#]*(\\d{1,5})\\b"_s);
    for (const QRegularExpression &form : {pair, words}) {
        if (const auto match = form.match(title); match.hasMatch())
            return SeasonNumber{match.captured(1).toInt(), match.captured(2).toInt(), {}};
    }
    return std::nullopt;
}

// "#98", "#91-92-93", "#67, #68", "No. 12"
std::optional<SeasonNumber> marksIn(const QString &title)
{
    static const QRegularExpression marks = anyCase(
        u"(?:#|№|\\bno\\.?\\s?|\\bn°\\s?)(\\d{1,5})(?![\\p{L}\\d])((?:\\s*[-–—,&+]\\s*#?\\d{1,5}(?![\\p{L}\\d]))*)"_s);
    static const QRegularExpression digits(u"\\d+"_s);
    const auto match = marks.match(title);
    if (!match.hasMatch())
        return std::nullopt;
    SeasonNumber number{{}, match.captured(1).toInt(), {}};
    for (const auto &next : digits.globalMatch(match.captured(2))) {
        const int value = next.captured().toInt();
        if (value > number.lastEpisode.value_or(*number.episode) && value - *number.episode < 60)
            number.lastEpisode = value;
    }
    return number;
}

// "Weeknotes 33", "Week 100: …"
std::optional<SeasonNumber> bareNumberIn(const QString &title)
{
    static const QRegularExpression bare = anyCase(
        u"\\b(?:week[\\s-]?notes?|fortnight[\\s-]?notes?|week|semaine|episode|issue)\\s*[:–—-]?\\s+(\\d{1,4})(?:\\s*[-–—]\\s*(\\d{1,4}))?(?![\\p{L}\\d./]|-\\d)"_s);
    const auto match = bare.match(title);
    if (!match.hasMatch())
        return std::nullopt;
    SeasonNumber number{{}, match.captured(1).toInt(), {}};
    if (const int last = match.captured(2).toInt(); last > *number.episode && last - *number.episode < 60)
        number.lastEpisode = last;
    return number;
}

bool readsYearAsNumber(const SeasonNumber &number)
{
    return number.episode.value_or(0) >= 1990 && number.episode.value_or(0) < 2100;
}

} // namespace

TitleFacts readTitle(const QString &title)
{
    static const QRegularExpression two = anyCase(u"\\bfortnight|\\btwo[\\s-]weeks?\\b|\\bdouble (?:week|edition)"_s);
    TitleFacts facts;
    if (title.size() > 400)
        return facts;
    facts.callsItselfWeeknote = namesWeeknotes(title);
    facts.fortnight = two.match(title).hasMatch();
    facts.period = periodIn(title);
    if (!facts.period) {
        if (const auto days = daysIn(title); !days.empty())
            facts.day = days.front().day;
    }
    if (const auto season = seasonIn(title)) {
        facts.number = *season;
    } else if (const auto marked = marksIn(title)) {
        facts.number = *marked;
    } else if (!facts.period && !facts.day) {
        const auto bare = bareNumberIn(title);
        if (bare && !readsYearAsNumber(*bare)) {
            facts.number = *bare;
            facts.bareNumber = true;
        }
    }
    return facts;
}

QString fortnightWords(const QString &opening)
{
    static const QRegularExpression sentence(u"[^.!?…\\n]+[.!?…]*"_s);
    static const QRegularExpression says = anyCase(
        u"\\bfortnight(?:ly)?[\\s-]?notes?\\b|"
        "\\b(?:notes?|weeknotes?|round-?up|update|edition)\\s+(?:for|of|from|covers?|covering|about)\\s+(?:the\\s+|"
        "these\\s+|a\\s+)?"
        "(?:last\\s+|past\\s+|previous\\s+)?(?:two\\s+weeks|2\\s+weeks|couple\\s+of\\s+weeks|fortnight)\\b|"
        "\\b(?:two|2)[\\s-](?:week|weeks)\\s+(?:edition|special|round-?up|notes?)\\b|\\bdouble[\\s-](?:edition|week|weeknote)"_s);
    static const QRegularExpression otherTime = anyCase(
        u"\\bnext\\b|\\bwonder|\\bconsider|\\bmight\\b|\\bavoid|\\brather than|\\binstead of|\\bnot (?:a|to|going)\\b|"
        "\\bdetermined\\b|\\bn[’']t want\\b|\\blast time\\b|\\bprevious(?:ly)?\\b|\\bused to\\b"_s);
    for (const auto &match : sentence.globalMatch(opening.first(std::min<qsizetype>(opening.size(), 600)))) {
        const auto found = says.match(match.captured());
        if (!found.hasMatch())
            continue;
        const bool elsewhere = otherTime.match(match.captured()).hasMatch() &&
                               !found.captured().contains(u"previous"_s, Qt::CaseInsensitive);
        return elsewhere ? QString() : match.captured().trimmed();
    }
    return {};
}

} // namespace Weeknotes
