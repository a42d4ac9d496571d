// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/dictionaries.h"
#include "core/spellwords.h"
#include "insight/look.h"

#include <QHash>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>
#include <ranges>

using namespace Qt::StringLiterals;

namespace Weeknotes {
namespace {

// Placeholders.

const QRegularExpression &placeholder()
{
    static const QRegularExpression form(
        uR"((?<![\p{L}\p{N}_-])(?:TODO|FIXME|XXX|TK(?:TK)*)(?![\p{L}\p{N}_-]| (?:list|app|item|comment)s?\b)|(?i:lorem ipsum))"
        uR"(|\[(?i:links?|names?|titles?|images?|pictures?|photos?|screenshots?|urls?|date|number|quote|tb[cd]|x{2,}|\?+|)"
        uR"(placeholder[^\]\n]{0,60}|(?:insert|add|todo|tk|link to|name of|picture of|photo of)[: ][^\]\n]{1,60})\])"_s);
    return form;
}

void lookForPlaceholders(Look &look, const LookProse &prose)
{
    for (const auto &match : placesIn(prose.words(), placeholder())) {
        if (!prose.isLinked(match.capturedStart()))
            look.add(LookRule::Placeholder, prose.place(match.capturedStart(), match.capturedLength()),
                     match.captured());
    }
}

// What ages.

/// Words that mean another day to whoever reads them another day; `loose` ones mean the right one where the page says
/// which week it speaks of.
struct AgeingWords
{
    QRegularExpression strict;
    QRegularExpression loose;
};

QRegularExpression wholeWords(const QString &words)
{
    return QRegularExpression(uR"((?<![\p{L}\p{N}’'-])(?:%1)(?![\p{L}\p{N}’'-]))"_s.arg(words),
                              QRegularExpression::CaseInsensitiveOption |
                                  QRegularExpression::UseUnicodePropertiesOption);
}

const AgeingWords *ageingWords(const QString &language)
{
    static const QHash<QString, AgeingWords> all{
        {u"en"_s,
         {wholeWords(u"today|tomorrow|yesterday|tonight|this (?:morning|afternoon|evening)|last night|the day "
                     "(?:after tomorrow|before yesterday)"_s),
          wholeWords(u"(?:next|last|this) (?:week|month|year)|(?:on|next|last|this) "
                     "(?:mon|tues|wednes|thurs|fri|satur|sun)day"_s)}},
        {u"de"_s,
         {wholeWords(u"heute|gestern|vorgestern|übermorgen|morgen (?:früh|abend|nachmittag|vormittag)"_s),
          wholeWords(u"(?:nächste|letzte|diese)n? (?:woche|monat|jahr)|am "
                     "(?:mon|diens|donners|frei|sams|sonn)tag|am mittwoch"_s)}},
        {u"fr"_s,
         {wholeWords(u"aujourd['’]hui|demain|hier|ce (?:matin|soir)|cet après-midi"_s),
          wholeWords(u"la semaine (?:prochaine|dernière)|cette semaine"_s)}},
        {u"cy"_s,
         {wholeWords(u"heddiw|yfory|ddoe|heno|neithiwr|(?:y )?bore ’ma"_s),
          wholeWords(u"(?:yr )?wythnos (?:nesaf|diwethaf)"_s)}},
    };
    const auto found = all.constFind(language);
    return found == all.cend() ? nullptr : &*found;
}

/// Whether figures, as of a date, stand near in the same sentence, or a day in brackets behind: then it is said which
/// day is meant.
bool hasDateNear(const QString &words, qsizetype begin, qsizetype end)
{
    static const QRegularExpression weekday(uR"(^,? ?\((?:\w+day|\w+tag|mittwoch|sonnabend)\b)"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    constexpr qsizetype near = 24;
    const auto ends = [](QChar c) { return c == u'.' || c == u'!' || c == u'?' || c == u'\n'; };
    const auto hasDigit = [](QStringView some) {
        return std::ranges::any_of(some, [](QChar c) { return c.isDigit(); });
    };
    QStringView behind = QStringView(words).sliced(end).first(std::min(near, words.size() - end));
    if (weekday.matchView(behind).hasMatch())
        return true;
    behind = behind.first(std::ranges::find_if(behind, ends) - behind.begin());
    const qsizetype from = std::max<qsizetype>(0, begin - near);
    QStringView before = QStringView(words).sliced(from, begin - from);
    before = before.last(std::ranges::find_if(before | std::views::reverse, ends) - before.rbegin());
    return hasDigit(before) || hasDigit(behind);
}

/// Between quotation marks others speak, or a name stands.
bool isQuoted(const QString &words, qsizetype at)
{
    constexpr qsizetype longest = 300;
    const qsizetype from = std::max<qsizetype>(0, at - longest);
    const QStringView before = QStringView(words).sliced(from, at - from);
    const QStringView behind = QStringView(words).sliced(at).first(std::min(longest, words.size() - at));
    return (before.lastIndexOf(u'“') > before.lastIndexOf(u'”') && behind.contains(u'”')) ||
           (before.count(u'"') % 2 == 1 && behind.contains(u'"'));
}

class AgeingLook
{
public:
    explicit AgeingLook(Look &look)
        : m_look(look), m_words(ageingWords(look.language)), m_isDated(look.input.note.fields.covers.has_value())
    {
    }

    void at(const LookProse &prose)
    {
        if (!m_words || prose.setting().heading || prose.setting().quote || prose.setting().appeal)
            return;
        note(prose, m_words->strict);
        if (!m_isDated)
            note(prose, m_words->loose);
    }

private:
    void note(const LookProse &prose, const QRegularExpression &form)
    {
        const QString &words = prose.words();
        for (const auto &match : placesIn(words, form)) {
            const qsizetype begin = match.capturedStart();
            const QString word = match.captured().toLower();
            // "Today in Focus", "the Today programme": a name
            const bool named = match.captured().front().isUpper() && begin > 1 && words[begin - 1] == u' ' &&
                               (words[begin - 2].isLetter() || words[begin - 2] == u',');
            if (named || prose.isLinked(begin) || isQuoted(words, begin) ||
                hasDateNear(words, begin, match.capturedEnd()))
                continue;
            if (const auto known = m_found.constFind(word); known != m_found.cend()) {
                ++m_look.findings[*known].count;
                continue;
            }
            m_found.insert(word, m_look.findings.size());
            LookFinding &finding =
                m_look.add(LookRule::AgeingWord, prose.place(begin, match.capturedLength()), match.captured());
            finding.count = 1;
            finding.key = word;
        }
    }

    Look &m_look;
    const AgeingWords *m_words;
    bool m_isDated;
    QHash<QString, size_t> m_found; ///< places in the findings
};

// Doubled and dropped words.

struct Token
{
    qsizetype begin = 0;
    qsizetype end = 0;
};

bool isWordPart(const QString &words, qsizetype at)
{
    const QChar c = words[at];
    return c.isLetterOrNumber() || c.isMark() || c == u'_' ||
           ((c == u'\'' || c == u'’' || c == u'-') && at > 0 && at + 1 < words.size() &&
            words[at - 1].isLetterOrNumber() && words[at + 1].isLetterOrNumber());
}

std::vector<Token> tokensOf(const QString &words)
{
    std::vector<Token> tokens;
    for (qsizetype at = 0; at < words.size();) {
        const qsizetype begin = at;
        while (at < words.size() && isWordPart(words, at))
            ++at;
        if (at > begin)
            tokens.push_back({begin, at});
        else
            ++at;
    }
    return tokens;
}

/// Words that never stand twice. Others may: for stress ("tiny tiny"), or where one ends what the next begins ("had
/// had", "die die", "nous nous").
bool neverDoubled(const QString &word)
{
    static const QSet<QString> words{
        u"the"_s,   u"a"_s,    u"an"_s,      u"of"_s,   u"to"_s,    u"and"_s,  u"for"_s,     u"with"_s,
        u"at"_s,    u"from"_s, u"by"_s,      u"or"_s,   u"are"_s,   u"were"_s, u"be"_s,      u"this"_s,
        u"these"_s, u"we"_s,   u"i"_s,       u"they"_s, u"our"_s,   u"my"_s,   u"your"_s,    u"their"_s,
        u"his"_s,   u"than"_s, u"because"_s, u"when"_s, u"where"_s, u"how"_s,  u"through"_s, u"between"_s,
        u"its"_s,   u"have"_s, u"has"_s,     u"will"_s, u"would"_s, u"can"_s,  u"could"_s,   u"if"_s,
        u"not"_s,   u"some"_s, u"about"_s,   u"into"_s, u"as"_s,    u"been"_s, u"also"_s,    u"und"_s,
        u"ein"_s,   u"eine"_s, u"ist"_s,     u"mit"_s,  u"von"_s,   u"zu"_s,   u"für"_s,     u"le"_s,
        u"les"_s,   u"une"_s,  u"et"_s,      u"dans"_s, u"est"_s,   u"un"_s};
    return words.contains(word);
}

/// Pairs of words that no English sentence has.
bool isImpossible(const QString &first, const QString &second)
{
    static const QSet<QString> pairs{u"a an"_s,    u"an a"_s,   u"the a"_s,     u"a the"_s,     u"the an"_s,
                                     u"an the"_s,  u"the of"_s, u"a of"_s,      u"an of"_s,     u"the and"_s,
                                     u"a and"_s,   u"an and"_s, u"to of"_s,     u"of to"_s,     u"the to"_s,
                                     u"of and"_s,  u"my the"_s, u"our the"_s,   u"the my"_s,    u"the our"_s,
                                     u"a my"_s,    u"a our"_s,  u"their the"_s, u"the their"_s, u"the is"_s,
                                     u"the was"_s, u"a is"_s,   u"the for"_s,   u"the with"_s,  u"of for"_s};
    return pairs.contains(first + u' ' + second);
}

/// Whether a sentence can't end with it.
bool wantsMore(const QString &word)
{
    static const QSet<QString> open{u"the"_s, u"a"_s, u"an"_s, u"and"_s, u"my"_s, u"our"_s, u"your"_s, u"their"_s};
    return open.contains(word);
}

void lookAtPairs(Look &look, const LookProse &prose)
{
    const QString &words = prose.words();
    const std::vector<Token> tokens = tokensOf(words);
    const bool isEnglish = look.language == "en"_L1;
    QString before;
    for (size_t i = 0; i < tokens.size(); ++i) {
        const auto [begin, end] = tokens[i];
        const QString word = words.sliced(begin, end - begin);
        const qsizetype gap = i > 0 ? begin - tokens[i - 1].end : 0;
        const bool follows = i > 0 && gap == 1 && words[begin - 1] == u' ';
        const auto range = [&](qsizetype from, qsizetype to) { return prose.place(from, to - from); };
        if (follows && word.front().isLetter() && before.compare(word, Qt::CaseInsensitive) == 0) {
            // "The The", "New New York": names
            const bool named = word.front().isUpper() && word != "I"_L1;
            const Markdown::SourceRange again{range(tokens[i - 1].begin, tokens[i - 1].end).end, range(begin, end).end};
            if (!named && neverDoubled(word.toLower()) && look.textAt(again).trimmed() == word) {
                LookFinding &doubled = look.add(LookRule::DoubledWord, range(tokens[i - 1].begin, end), word.toLower());
                doubled.fix.push_back({again, {}});
                doubled.key = openingWords(QStringView(words).sliced(tokens[i - 1].begin)).toLower();
            }
        } else if (isEnglish && follows && (i == 1 || before.front().isLower()) &&
                   isImpossible(before.toLower(), word)) {
            look.add(LookRule::DroppedWord, range(tokens[i - 1].begin, end), before + u' ' + word).key =
                openingWords(QStringView(words).sliced(tokens[i - 1].begin));
        }
        const bool ends =
            end < words.size() && words[end] == u'.' && (end + 1 == words.size() || words[end + 1] == u' ');
        if (isEnglish && ends && follows && wantsMore(word) && before.compare(word, Qt::CaseInsensitive) != 0) {
            look.add(LookRule::DroppedWord, range(tokens[i - 1].begin, end + 1), before + u' ' + word + u'.').key =
                before + u' ' + word;
        }
        before = word;
    }
}

} // namespace

void lookAtWords(Look &look)
{
    AgeingLook ageing(look);
    for (const LookProse &prose : look.prose) {
        lookForPlaceholders(look, prose);
        ageing.at(prose);
        lookAtPairs(look, prose);
    }
}

void lookAtSpelling(Look &look)
{
    if (!look.input.isMisspelt)
        return;
    constexpr qsizetype suspicious = 20;
    const auto script = scriptOf(look.language);
    const auto begin = qsizetype(look.findings.size());
    QHash<QString, std::optional<size_t>> known; // places in the findings, of those that are misspelt
    for (const LookProse &prose : look.prose) {
        for (const SpellWord &word : spellWords(prose.words(), 0, int(prose.words().size()), script)) {
            // A capital begins a name, or a sentence, and who can tell; in German it begins all nouns.
            const auto isCapital = [](QChar c) { return c.isUpper(); };
            const bool isName = look.language == "de"_L1 ? std::ranges::any_of(word.text.sliced(1), isCapital)
                                                         : std::ranges::any_of(word.text, isCapital);
            const bool isSign = word.start > 0 && prose.words()[word.start - 1] == u':' &&
                                word.end() < prose.words().size() &&
                                u":_"_s.contains(prose.words()[word.end()]); // :tada:
            if (isName || isSign)
                continue;
            auto found = known.find(word.text);
            if (found == known.end()) {
                const bool isMisspelt = look.input.isMisspelt(word.text);
                found = known.insert(word.text, isMisspelt ? std::optional(look.findings.size()) : std::nullopt);
                if (isMisspelt)
                    look.add(LookRule::Spelling, prose.place(word.start, word.length), word.text);
            }
            if (*found)
                ++look.findings[**found].count;
        }
    }
    // A dictionary that lacks a quarter of the words is that of another language.
    const qsizetype misspelt = std::ssize(look.findings) - begin;
    if (misspelt > suspicious && 4 * misspelt > known.size())
        look.findings.erase(look.findings.begin() + begin, look.findings.end());
}

std::vector<SentencePlace> sentencesOf(const QString &words)
{
    std::vector<SentencePlace> sentences;
    const auto isEnd = [](QChar c) { return c == u'.' || c == u'!' || c == u'?' || c == u'…'; };
    const auto isClosing = [](QChar c) {
        return c == u')' || c == u']' || c == u'”' || c == u'"' || c == u'’' || c == u'»';
    };
    qsizetype begin = 0;
    const auto take = [&](qsizetype end) {
        while (begin < end && words[begin].isSpace())
            ++begin;
        if (end > begin)
            sentences.push_back({begin, end - begin});
        begin = end;
    };
    for (qsizetype at = 0; at < words.size(); ++at) {
        if (words[at] == u'\n') {
            take(at);
            continue;
        }
        if (!isEnd(words[at]))
            continue;
        qsizetype end = at + 1;
        while (end < words.size() && (isEnd(words[end]) || isClosing(words[end])))
            ++end;
        // What goes on small is no other sentence ("e.g. this"), nor is what follows an initial.
        const bool parts = end + 1 < words.size() && words[end].isSpace() && !words[end + 1].isLower();
        const bool initial =
            words[at] == u'.' && at > 0 && words[at - 1].isUpper() && (at == 1 || !words[at - 2].isLetter());
        if (end == words.size() || (parts && !initial))
            take(end);
        at = end - 1;
    }
    take(words.size());
    return sentences;
}

} // namespace Weeknotes
