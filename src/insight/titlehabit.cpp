// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/titlehabit.h"

#include "core/numberplace.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <array>
#include <iterator>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

std::vector<const NoteFields *> newestSeason(const std::vector<NoteHeader> &notes)
{
    std::vector<const NoteFields *> season;
    for (const NoteHeader &note : notes) {
        const bool counts = note.fields.kind != NoteKind::Post &&
                            (season.empty() || note.fields.number.season == season.front()->number.season);
        if (counts)
            season.push_back(&note.fields);
    }
    return season;
}

/// `pattern` as people write it who share the habit: with one digit or two, and with each dash.
std::vector<TitlePattern> writings(const TitlePattern &pattern, const QLocale &locale)
{
    std::vector<TitlePattern> all;
    for (const auto &digits : {u"{episode:02}"_s, u"{episode}"_s}) {
        for (const QChar dash : {u'—', u'–', u'-'}) {
            QString text = pattern.pattern();
            text.replace(u" — "_s, u" %1 "_s.arg(dash)).replace(u"{episode:02}"_s, digits);
            if (auto parsed = TitlePattern::parse(text, locale))
                all.push_back(*std::move(parsed));
        }
    }
    return all;
}

bool writesTitleOf(const TitlePattern &pattern, const NoteFields &fields)
{
    const auto reading = pattern.read(fields.title);
    return reading && pattern.write({fields.number, fields.covers, fields.written, reading->title}) == fields.title;
}

bool isDigitAt(const QString &text, qsizetype at)
{
    return at >= 0 && at < text.size() && text[at].isDigit();
}

/// `text` with `day` replaced by the field `name`, in the first of the formats that it has it in.
std::optional<QString> withDay(const QString &text, const QString &name, QDate day, const QLocale &locale)
{
    static const std::array formats{u"d MMMM yyyy"_s,  u"d MMM yyyy"_s, u"d MMMM"_s,     u"d MMM"_s,
                                    u"MMMM d, yyyy"_s, u"MMMM d"_s,     u"yyyy-MM-dd"_s, u"yyyy MM dd"_s,
                                    u"dd/MM/yyyy"_s,   u"dd.MM.yyyy"_s};
    if (!text.contains(locale.toString(day.day()))) // most have no day, and writing one in each format takes its time
        return std::nullopt;
    for (const QString &format : formats) {
        const QString written = locale.toString(day, format);
        const auto at = text.indexOf(written);
        if (at >= 0 && !isDigitAt(text, at - 1) && !isDigitAt(text, at + written.size()))
            return QString(text).replace(at, written.size(), u"{%1:%2}"_s.arg(name, format));
    }
    return std::nullopt;
}

/// The ways to write that episode which come to `digits`.
QStringList episodeFields(QStringView digits)
{
    const auto padded = u"{episode:%1}"_s.arg(digits.size(), 2, 10, QChar(u'0'));
    if (digits.startsWith(u'0') && digits.size() > 1)
        return {padded};
    return digits.size() == 2 ? QStringList{u"{episode}"_s, padded} : QStringList{u"{episode}"_s};
}

/// `title` with its number replaced by fields, in each way that comes to it; itself where it has none.
QStringList withNumber(const QString &title, const SeasonNumber &number)
{
    const auto place = placeOfNumber(title, number);
    if (!place)
        return {title};
    QString before = title.first(place->episode.begin);
    if (place->season)
        before.replace(place->season->begin, place->season->text.size(), u"{season}"_s);
    QString rest = title.sliced(place->episode.end());
    if (place->last)
        rest.replace(place->last->begin - place->episode.end(), place->last->text.size(), u"{last}"_s);
    QStringList all;
    for (const QString &episode : episodeFields(place->episode.text))
        all << before + episode + rest;
    return all;
}

/// The patterns that may have made a title of which `marked` has the number and the days as fields: the words that are
/// its own begin after some sign behind them, or end before them.
QStringList patternsFor(const QString &marked)
{
    static const QRegularExpression sign(u":\\s+|,\\s+|\\s+[—–|-]\\s+"_s);
    static const QRegularExpression wordsFirst(u"^[^{}]*[\\w”’?!](?=(?:\\s+[—–|-])?\\s+[^\\s{}]*\\{)"_s,
                                               QRegularExpression::UseUnicodePropertiesOption);
    const auto end = marked.lastIndexOf(u'}') + 1;
    QStringList patterns;
    if (end == 0)
        return patterns;
    patterns << marked;
    for (const auto &match : sign.globalMatch(marked, end)) {
        if (match.capturedEnd() < marked.size())
            patterns << marked.first(match.capturedEnd()) + u"{title}"_s;
    }
    if (const auto match = wordsFirst.match(marked); match.hasMatch() && marked.size() - end < 2)
        patterns << u"{title}"_s + marked.sliced(match.capturedEnd());
    return patterns;
}

QStringList patternsFor(const NoteFields &fields, const QLocale &locale)
{
    if (fields.title.contains(u'{') || fields.title.contains(u'}'))
        return {};
    QString dated = fields.title;
    if (fields.covers) {
        dated = withDay(dated, u"start"_s, fields.covers->first, locale).value_or(dated);
        dated = withDay(dated, u"end"_s, fields.covers->last, locale).value_or(dated);
    }
    if (fields.written && dated == fields.title)
        dated = withDay(dated, u"written"_s, *fields.written, locale).value_or(dated);
    QStringList patterns;
    const bool numbered = fields.number.episode && dated == fields.title; // else it stands there for a day
    for (const QString &marked : numbered ? withNumber(dated, fields.number) : QStringList{dated})
        patterns += patternsFor(marked);
    return patterns;
}

using NotesByPattern = QHash<QString, std::vector<const NoteHeader *>>;

constexpr size_t fewestTitles = 3;

/// The pattern that most titles share; one that says more, if it writes more than half of those.
QString mostTelling(const NotesByPattern &patterns)
{
    size_t most = 0;
    for (const auto &notes : patterns)
        most = std::max(most, notes.size());
    QString telling;
    for (const auto &[pattern, notes] : patterns.asKeyValueRange()) {
        const bool counts = notes.size() >= fewestTitles && notes.size() * 2 > most;
        const bool longer = pattern.size() > telling.size() || (pattern.size() == telling.size() && pattern < telling);
        if (counts && longer)
            telling = pattern;
    }
    return telling;
}

std::optional<TitleSeries> seriesOf(const TitlePattern &pattern, const std::vector<const NoteHeader *> &notes)
{
    std::optional<TitleSeries> series;
    for (const NoteHeader *note : notes) {
        const NoteFields &fields = note->fields;
        if (!writesTitleOf(pattern, fields))
            continue;
        if (!series)
            series = TitleSeries{pattern, 0, {}};
        ++series->titles;
        if (!series->newest.isValid() || sortDay(*note) > series->newest) {
            series->newest = sortDay(*note);
            series->example = {fields.number, fields.covers, fields.written, pattern.read(fields.title)->title};
        }
    }
    return series && size_t(series->titles) >= fewestTitles ? series : std::nullopt;
}

} // namespace

std::vector<TitleSeries> titleSeries(const std::vector<NoteHeader> &notes, const QLocale &locale)
{
    NotesByPattern patterns;
    for (const NoteHeader &note : notes) {
        for (const QString &pattern :
             note.fields.kind == NoteKind::Post ? QStringList() : patternsFor(note.fields, locale))
            patterns[pattern].push_back(&note);
    }
    std::vector<TitleSeries> all;
    for (;;) {
        patterns.removeIf([](const NotesByPattern::iterator &each) { return each->size() < fewestTitles; });
        const QString telling = mostTelling(patterns);
        if (telling.isEmpty())
            break;
        const std::vector<const NoteHeader *> taken = patterns.take(telling);
        const auto parsed = TitlePattern::parse(telling, locale);
        const auto series = parsed ? seriesOf(*parsed, taken) : std::nullopt;
        if (!series)
            continue;
        all.push_back(*series);
        const QSet<const NoteHeader *> explained(taken.begin(), taken.end());
        for (auto &others : patterns)
            std::erase_if(others, [&](const NoteHeader *note) { return explained.contains(note); });
    }
    std::ranges::stable_sort(all, std::ranges::greater(), &TitleSeries::titles);
    return all;
}

std::optional<TitlePattern> ownTitlePattern(const std::vector<NoteHeader> &notes, const QLocale &locale)
{
    const std::vector<const NoteFields *> season = newestSeason(notes);
    std::optional<TitlePattern> own;
    auto most = std::max(std::ptrdiff_t(2), std::ssize(season) / 2);
    for (const TitlePattern &habit : TitlePattern::common()) {
        for (const TitlePattern &pattern : writings(habit, locale)) {
            const auto writes = [&](const NoteFields *fields) { return writesTitleOf(pattern, *fields); };
            // Earlier patterns say more, so that a later one has to write more titles.
            if (const auto count = std::ranges::count_if(season, writes); count > most) {
                own = pattern;
                most = count;
            }
        }
    }
    return own;
}

} // namespace Weeknotes
