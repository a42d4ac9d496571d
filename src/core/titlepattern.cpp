// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/titlepattern.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

enum class Field
{
    Season,
    Episode,
    Last,
    Start,
    End,
    Written,
    Title
};

constexpr std::array<std::pair<QLatin1StringView, Field>, 7> fieldNames{{{"season"_L1, Field::Season},
                                                                         {"episode"_L1, Field::Episode},
                                                                         {"last"_L1, Field::Last},
                                                                         {"start"_L1, Field::Start},
                                                                         {"end"_L1, Field::End},
                                                                         {"written"_L1, Field::Written},
                                                                         {"title"_L1, Field::Title}}};

bool isDay(Field field)
{
    return field == Field::Start || field == Field::End || field == Field::Written;
}

bool isNumber(Field field)
{
    return field == Field::Season || field == Field::Episode || field == Field::Last;
}

// One stretch of a pattern.
struct Piece
{
    enum class Role
    {
        Field,
        Word,
        Joiner, // spaces and signs between two of those
        Opener, // a bracket that belongs to what follows
        Closer  // and one that belongs to what came before
    };

    Role role = Role::Field;
    Field field = Field::Title;
    QString text;   // of a day field its format
    int digits = 0; // of a number field: at least so many

    [[nodiscard]] bool is(Role other) const { return role == other; }
};

const QRegularExpression &dayFormatParts()
{
    static const QRegularExpression parts(u"MMMM|MMM|MM|M|dd|d|yyyy|yy"_s);
    return parts;
}

// Letters that QDate's format would read as something else than a day, month or year have no place in a title.
bool isDayFormat(const QString &format)
{
    QString rest = format;
    rest.remove(dayFormatParts());
    return rest != format && !format.contains(u"ddd") // a weekday
           && std::ranges::none_of(rest, [](QChar letter) { return letter.isLetterOrNumber(); });
}

std::optional<Piece> parseField(QStringView inside)
{
    const auto colon = inside.indexOf(u':');
    const QStringView name = colon < 0 ? inside : inside.first(colon);
    const QString format = colon < 0 ? QString() : inside.sliced(colon + 1).toString();
    for (const auto &[word, field] : fieldNames) {
        if (name != word)
            continue;
        if (isDay(field))
            return isDayFormat(format) ? std::optional(Piece{Piece::Role::Field, field, format}) : std::nullopt;
        if (format.isEmpty())
            return Piece{Piece::Role::Field, field, {}};
        bool ok = false;
        const int digits = format.toInt(&ok);
        const bool zeroPadded = isNumber(field) && format.startsWith(u'0') && ok && digits >= 1 && digits <= 6;
        return zeroPadded ? std::optional(Piece{Piece::Role::Field, field, {}, digits}) : std::nullopt;
    }
    return std::nullopt;
}

// The signs and spaces between two words or fields: closing brackets, what joins, opening brackets.
void appendSigns(std::vector<Piece> &pieces, const QString &text)
{
    static const QRegularExpression parts(u"^([)\\]}»”]*)(.*?)([(\\[{«“]*)$"_s,
                                          QRegularExpression::DotMatchesEverythingOption);
    const auto match = parts.match(text);
    int group = 1;
    for (const auto role : {Piece::Role::Closer, Piece::Role::Joiner, Piece::Role::Opener}) {
        if (const QString part = match.captured(group++); !part.isEmpty())
            pieces.push_back({role, {}, part});
    }
}

void appendText(std::vector<Piece> &pieces, QStringView text)
{
    static const QRegularExpression word(u"[\\p{L}\\p{N}#](?:\\S*[\\p{L}\\p{N}#])?"_s);
    qsizetype at = 0;
    for (const auto &match : word.globalMatchView(text)) {
        appendSigns(pieces, text.sliced(at, match.capturedStart() - at).toString());
        pieces.push_back({Piece::Role::Word, {}, match.captured()});
        at = match.capturedEnd();
    }
    appendSigns(pieces, text.sliced(at).toString());
}

std::optional<std::vector<Piece>> parsePieces(QStringView pattern)
{
    std::vector<Piece> pieces;
    QSet<int> seen;
    while (!pattern.isEmpty()) {
        const auto open = pattern.indexOf(u'{');
        const QStringView text = open < 0 ? pattern : pattern.first(open);
        if (text.contains(u'}'))
            return std::nullopt;
        appendText(pieces, text);
        if (open < 0)
            break;
        const auto close = pattern.indexOf(u'}', open);
        if (close < 0)
            return std::nullopt;
        const auto field = parseField(pattern.sliced(open + 1, close - open - 1));
        const bool touches = !pieces.empty() && pieces.back().is(Piece::Role::Field);
        if (!field || touches || seen.contains(int(field->field)))
            return std::nullopt;
        seen.insert(int(field->field));
        pieces.push_back(*field);
        pattern = pattern.sliced(close + 1);
    }
    return seen.isEmpty() ? std::nullopt : std::optional(std::move(pieces));
}

// --- writing ---

std::optional<QString> numberText(std::optional<int> number, int digits)
{
    return number.transform([&](int value) { return u"%1"_s.arg(value, digits, 10, QChar(u'0')); });
}

std::optional<QString> fieldText(const Piece &piece, const TitleParts &parts, const QLocale &locale)
{
    const auto day = [&](QDate date) { return locale.toString(date, piece.text); };
    switch (piece.field) {
    case Field::Season:
        return numberText(parts.number.season, piece.digits);
    case Field::Episode:
        return numberText(parts.number.episode, piece.digits);
    case Field::Last:
        return numberText(parts.number.lastEpisode, piece.digits);
    case Field::Start:
        return parts.covers.transform([&](const Period &period) { return day(period.first); });
    case Field::End:
        return parts.covers.transform([&](const Period &period) { return day(period.last); });
    case Field::Written:
        return parts.written.transform(day);
    case Field::Title:
        return parts.title.isEmpty() ? std::nullopt : std::optional(parts.title);
    }
    Q_UNREACHABLE_RETURN({});
}

// Words that say nothing without the day after them.
bool labelsDay(const QString &word)
{
    return word.compare(u"w/c"_s, Qt::CaseInsensitive) == 0 || word.compare(u"w/e"_s, Qt::CaseInsensitive) == 0;
}

// --- reading ---

QString monthAlternatives(const QLocale &locale)
{
    QStringList names;
    for (const QLocale &language : {locale, QLocale::c()}) {
        for (int month = 1; month <= 12; ++month) {
            for (const auto format : {QLocale::LongFormat, QLocale::ShortFormat}) {
                names += QRegularExpression::escape(language.standaloneMonthName(month, format));
                names += QRegularExpression::escape(language.monthName(month, format));
            }
        }
    }
    names += u"Sept"_s;
    names.removeDuplicates();
    std::ranges::sort(names, [](const QString &a, const QString &b) { return a.size() > b.size(); });
    return u"(?:"_s + names.join(u'|') + u")\\.?"_s;
}

int monthFromText(const QString &text, const QLocale &locale)
{
    bool isNumber = false;
    if (const int month = text.toInt(&isNumber); isNumber)
        return month;
    const QString name = text.endsWith(u'.') ? text.chopped(1) : text;
    for (const QLocale &language : {locale, QLocale::c()}) {
        for (int month = 1; month <= 12; ++month) {
            const auto is = [&](const QString &candidate) {
                const QString bare = candidate.endsWith(u'.') ? candidate.chopped(1) : candidate;
                return name.compare(bare, Qt::CaseInsensitive) == 0;
            };
            if (is(language.monthName(month)) || is(language.monthName(month, QLocale::ShortFormat)) ||
                is(language.standaloneMonthName(month)) ||
                is(language.standaloneMonthName(month, QLocale::ShortFormat)))
                return month;
        }
    }
    return name.compare(u"Sept"_s, Qt::CaseInsensitive) == 0 ? 9 : 0;
}

QString joinerExpression(const QString &text)
{
    static const QRegularExpression dashes(u"[-\\x{2010}-\\x{2015}\\x{2212}]"_s);
    QString expression;
    for (const QChar sign : text) {
        if (sign.isSpace())
            expression += expression.endsWith(u"\\s*"_s) ? QString() : u"\\s+"_s;
        else if (dashes.match(sign).hasMatch())
            expression += u"\\s*[-\\x{2010}-\\x{2015}\\x{2212}]\\s*"_s;
        else
            expression += QRegularExpression::escape(sign);
    }
    return expression.replace(u"\\s+\\s*"_s, u"\\s*"_s);
}

QString wordExpression(const QString &word)
{
    static const QRegularExpression weeknote(u"^week-?notes?$"_s, QRegularExpression::CaseInsensitiveOption);
    return weeknote.match(word).hasMatch() ? u"week[- ]?notes?"_s : QRegularExpression::escape(word);
}

QString dayExpression(const QString &name, const QString &format, const QLocale &locale)
{
    QString expression;
    qsizetype at = 0;
    const auto capture = [&](QLatin1StringView part, const QString &form) {
        return u"(?<%1%2>%3)"_s.arg(name, part, form);
    };
    for (const auto &match : dayFormatParts().globalMatch(format)) {
        expression += joinerExpression(format.sliced(at, match.capturedStart() - at));
        at = match.capturedEnd();
        const QString part = match.captured();
        if (part.startsWith(u'd'))
            expression += capture("d"_L1, u"\\d{1,2}"_s) + u"(?:st|nd|rd|th)?"_s;
        else if (part.startsWith(u'y'))
            expression += capture("y"_L1, part.size() == 4 ? u"\\d{4}"_s : u"\\d{2}"_s);
        else
            expression += capture("m"_L1, part.size() > 2 ? monthAlternatives(locale) : u"\\d{1,2}"_s);
    }
    expression += joinerExpression(format.sliced(at));
    if (!format.contains(u'y'))
        expression += u"(?:,?\\s+(?<%1y>\\d{4}))?"_s.arg(name);
    return expression;
}

QString fieldName(Field field)
{
    return std::ranges::find(fieldNames, field, [](const auto &entry) { return entry.second; })->first;
}

QRegularExpression expressionFor(const std::vector<Piece> &pieces, const QLocale &locale)
{
    QString expression = u"^\\s*"_s;
    for (const Piece &piece : pieces) {
        if (piece.is(Piece::Role::Word))
            expression += wordExpression(piece.text);
        else if (!piece.is(Piece::Role::Field))
            expression += joinerExpression(piece.text);
        else if (isDay(piece.field))
            expression += dayExpression(fieldName(piece.field), piece.text, locale);
        else
            expression +=
                u"(?<%1>%2)"_s.arg(fieldName(piece.field), piece.field == Field::Title ? u"\\S.*?"_s : u"\\d{1,6}"_s);
    }
    QRegularExpression result(expression + u"\\s*$"_s, QRegularExpression::CaseInsensitiveOption |
                                                           QRegularExpression::UseUnicodePropertiesOption);
    result.optimize();
    return result;
}

std::optional<TitleDay> readDay(const QRegularExpressionMatch &match, const QString &name, const QLocale &locale)
{
    TitleDay day{{}, monthFromText(match.captured(name + u'm'), locale), match.captured(name + u'd').toInt()};
    if (const QString year = match.captured(name + u'y'); !year.isEmpty())
        day.year = year.size() == 2 ? 2000 + year.toInt() : year.toInt();
    // 2024 is a leap year: 29 February may be meant where no year says otherwise.
    return QDate::isValid(day.year.value_or(2024), day.month, day.day) ? std::optional(day) : std::nullopt;
}

std::optional<int> readNumber(const QRegularExpressionMatch &match, Field field)
{
    const QString text = match.captured(fieldName(field));
    return text.isEmpty() ? std::nullopt : std::optional(text.toInt());
}

} // namespace

struct TitlePattern::Compiled
{
    QString pattern;
    QLocale locale;
    std::vector<Piece> pieces;
    QRegularExpression expression;
};

TitlePattern::TitlePattern(std::shared_ptr<const Compiled> compiled) : m_compiled(std::move(compiled)) {}

std::optional<TitlePattern> TitlePattern::parse(const QString &pattern, const QLocale &locale)
{
    auto pieces = parsePieces(pattern);
    if (!pieces)
        return std::nullopt;
    auto expression = expressionFor(*pieces, locale);
    return TitlePattern(std::make_shared<const Compiled>(pattern, locale, std::move(*pieces), std::move(expression)));
}

const QString &TitlePattern::pattern() const
{
    return m_compiled->pattern;
}

QString TitlePattern::write(const TitleParts &parts) const
{
    const auto &pieces = m_compiled->pieces;
    // What stands at `at`; nothing for a field that `parts` does not have, and for the word that only labels it.
    const auto textAt = [&](size_t at) -> std::optional<QString> {
        const Piece &piece = pieces[at];
        if (piece.is(Piece::Role::Field))
            return fieldText(piece, parts, m_compiled->locale);
        size_t labelled = at + 1;
        if (labelsDay(piece.text) && labelled < pieces.size() && pieces[labelled].is(Piece::Role::Joiner))
            ++labelled;
        const bool labelsNothing = labelled < pieces.size() && pieces[labelled].is(Piece::Role::Field) &&
                                   !fieldText(pieces[labelled], parts, m_compiled->locale);
        return labelsNothing ? std::nullopt : std::optional(piece.text);
    };

    QString title;
    QString joiner; // stands before the next word or field, if one comes
    QString opener; // and this too, but before the very next one only
    bool written = false;
    for (size_t at = 0; at < pieces.size(); ++at) {
        const Piece &piece = pieces[at];
        if (piece.is(Piece::Role::Joiner)) {
            joiner = piece.text;
        } else if (piece.is(Piece::Role::Opener)) {
            opener = piece.text;
        } else if (piece.is(Piece::Role::Closer)) {
            title += written ? piece.text : QString();
        } else {
            const auto text = textAt(at);
            written = text.has_value();
            if (text)
                title += (title.isEmpty() ? QString() : std::exchange(joiner, {})) + opener + *text;
            opener.clear();
        }
    }
    return title;
}

std::optional<TitleReading> TitlePattern::read(const QString &title) const
{
    const auto match = m_compiled->expression.match(title);
    if (!match.hasMatch())
        return std::nullopt;
    TitleReading reading;
    for (const Piece &piece : m_compiled->pieces) {
        if (!piece.is(Piece::Role::Field))
            continue;
        switch (piece.field) {
        case Field::Season:
            reading.number.season = readNumber(match, Field::Season);
            break;
        case Field::Episode:
            reading.number.episode = readNumber(match, Field::Episode);
            break;
        case Field::Last:
            reading.number.lastEpisode = readNumber(match, Field::Last);
            break;
        case Field::Title:
            reading.title = match.captured(u"title"_s).trimmed();
            break;
        case Field::Start:
        case Field::End:
        case Field::Written: {
            const auto day = readDay(match, fieldName(piece.field), m_compiled->locale);
            if (!day)
                return std::nullopt;
            auto &target = piece.field == Field::Start ? reading.start
                           : piece.field == Field::End ? reading.end
                                                       : reading.written;
            target = day;
            break;
        }
        }
    }
    return reading;
}

const std::vector<TitlePattern> &TitlePattern::common()
{
    static const std::vector<TitlePattern> patterns = [] {
        std::vector<TitlePattern> list;
        for (const auto &pattern : {
                 u"{season}.{episode:02} — weeknotes — {title}"_s,
                 u"{season}.{episode:02} — {title}"_s,
                 u"S{season} Ep{episode}: {title}"_s,
                 u"S{season}-ep{episode}: {title}"_s,
                 u"S{season}E{episode:02}: {title}"_s,
                 u"Season {season}, episode {episode}: {title}"_s,
                 u"Weeknotes S{season} Ep{episode}: {title}"_s,
                 u"Weeknotes S{season}-ep{episode}"_s,
                 u"Weeknote w/c {start:d MMMM}: {title}"_s,
                 u"Weeknote w/c {start:d MMMM} — {title}"_s,
                 u"Weeknote w/c {start:d MMMM}"_s,
                 u"Weeknote w/e {end:d MMMM}: {title}"_s,
                 u"Weeknote w/e {end:d MMMM}"_s,
                 u"Weeknotes {start:d MMMM} – {end:d MMMM}: {title}"_s,
                 u"Weeknotes {start:d MMMM} – {end:d MMMM}"_s,
                 u"{written:yyyy MM dd} — Weeknotes: {title}"_s,
                 u"{written:yyyy MM dd} — Weeknotes"_s,
                 u"{written:yyyy-MM-dd}: {title}"_s,
                 u"Weeknotes #{episode}–#{last}: {title}"_s,
                 u"Weeknotes #{episode}–{last}"_s,
                 u"Weeknotes #{episode}: {title}"_s,
                 u"Weeknotes #{episode}"_s,
                 u"Weeknotes {episode}: {title}"_s,
                 u"Weeknotes {episode}"_s,
                 u"Week {episode}: {title}"_s,
                 u"Week {episode}"_s,
                 u"{title} (#{episode})"_s,
             })
            list.push_back(*parse(pattern));
        return list;
    }();
    return patterns;
}

} // namespace Weeknotes
