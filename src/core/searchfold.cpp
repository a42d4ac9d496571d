// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/searchfold.h"

#include <QList>

#include <array>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

constexpr char32_t firstSyllable = 0xac00; // Hangul, which Qt decomposes without a table
constexpr char32_t lastSyllable = 0xd7a3;
constexpr char32_t zeroWidthSpace = 0x200b;
constexpr char32_t tatweel = 0x640;

/// What an ASCII character is in a word, 0 between words.
constexpr auto asciiLetters = [] {
    std::array<char16_t, 128> letters{};
    for (char16_t c = u'a'; c <= u'z'; ++c)
        letters[c] = letters[c - u'a' + u'A'] = c;
    for (char16_t c = u'0'; c <= u'9'; ++c)
        letters[c] = c;
    return letters;
}();

enum class Role
{
    Between,  ///< of words
    Ignored,  ///< as if it were not there
    Letter,   ///< begins a word, and goes on with one
    Alone,    ///< begins a word that no letter goes on with
    Vowel,    ///< goes on with an Alone, or begins one
    Continues ///< goes on with any word, and begins none
};

/// Letters that Unicode does not take apart, as people without their keyboard write them.
QLatin1StringView plainForm(char32_t folded)
{
    switch (folded) {
    case U'ß':
        return "ss"_L1;
    case U'æ':
        return "ae"_L1;
    case U'œ':
        return "oe"_L1;
    case U'þ':
        return "th"_L1;
    case U'ø':
        return "o"_L1;
    case U'ł':
        return "l"_L1;
    case U'ı':
        return "i"_L1;
    case U'đ':
    case U'ð':
        return "d"_L1;
    case U'ħ':
        return "h"_L1;
    case U'ŧ':
        return "t"_L1;
    default:
        return {};
    }
}

bool isLeadingJamo(char32_t c)
{
    return (c >= 0x1100 && c <= 0x115f) || (c >= 0xa960 && c <= 0xa97f);
}

bool isOtherJamo(char32_t c)
{
    return (c >= 0x1160 && c <= 0x11ff) || (c >= 0xd7b0 && c <= 0xd7ff);
}

/// Whether its script sets no spaces between words.
bool standsAlone(char32_t c)
{
    constexpr char32_t prolonged = 0x30fc; // of both kana, so it has no script of its own
    switch (QChar::script(c)) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Bopomofo:
    case QChar::Script_Thai:
    case QChar::Script_Lao:
    case QChar::Script_Khmer:
    case QChar::Script_Myanmar:
        return true;
    default:
        return c == prolonged;
    }
}

Role roleOf(char32_t c)
{
    constexpr char32_t voiced = 0x3099; // ゛ and ゜ tell kana apart, unlike accents
    constexpr char32_t halfVoiced = 0x309a;
    switch (QChar::category(c)) {
    case QChar::Mark_NonSpacing:
        return c == voiced || c == halfVoiced ? Role::Continues : Role::Ignored;
    case QChar::Mark_SpacingCombining: // most of them are vowels
        return QChar::combiningClass(c) == 0 ? Role::Continues : Role::Ignored;
    case QChar::Mark_Enclosing:
        return Role::Ignored;
    case QChar::Other_Format: // soft hyphens, joiners, directions
        return c == zeroWidthSpace ? Role::Between : Role::Ignored;
    default:
        break;
    }
    if (!QChar::isLetterOrNumber(c))
        return Role::Between;
    if (c == tatweel)
        return Role::Ignored;
    if (isOtherJamo(c))
        return Role::Vowel;
    return isLeadingJamo(c) || standsAlone(c) ? Role::Alone : Role::Letter;
}

} // namespace

bool SearchWords::next()
{
    m_word.clear();
    m_isAlone = false;
    while (true) {
        while (m_taken < m_letters.size()) {
            if (!take(m_letters[m_taken]))
                return true;
            ++m_taken;
        }
        if (readAscii())
            return true;
        if (!readCharacter())
            return !m_word.isEmpty();
    }
}

/// Reads up to the first character that is not ASCII; whether a word ended before.
bool SearchWords::readAscii()
{
    for (; m_at < m_text.size() && m_text[m_at].unicode() < asciiLetters.size(); ++m_at) {
        const char16_t letter = asciiLetters[m_text[m_at].unicode()];
        if (!m_word.isEmpty() && (letter == 0 || m_isAlone))
            return true;
        if (letter == 0)
            continue;
        if (m_word.isEmpty())
            m_begin = m_at;
        m_word.append(letter);
        m_end = m_at + 1;
    }
    return false;
}

/// Reads one character and takes it apart; false at the end of the text.
bool SearchWords::readCharacter()
{
    if (m_at == m_text.size())
        return false;
    m_characterBegin = m_at;
    char32_t character = m_text[m_at++].unicode();
    if (QChar::isHighSurrogate(character) && m_at < m_text.size() && m_text[m_at].isLowSurrogate())
        character = QChar::surrogateToUcs4(char16_t(character), m_text[m_at++].unicode());
    m_letters.clear();
    m_taken = 0;
    const auto add = [this](char32_t part) {
        const char32_t folded = QChar::isMark(part) ? part : QChar::toCaseFolded(part); // a mark would fold to iota
        const QLatin1StringView plain = plainForm(folded);
        for (const char c : plain)
            m_letters.append(char32_t(c));
        if (plain.isEmpty())
            m_letters.append(folded);
    };
    const bool isWhole = QChar::decompositionTag(character) == QChar::NoDecomposition &&
                         (character < firstSyllable || character > lastSyllable);
    if (isWhole) {
        add(character);
    } else {
        const QList<uint> parts = QString::fromUcs4(&character, 1).normalized(QString::NormalizationForm_KD).toUcs4();
        for (const uint part : parts)
            add(part);
    }
    return true;
}

/// False if the word ends before `letter`.
bool SearchWords::take(char32_t letter)
{
    const bool isFirst = m_word.isEmpty();
    switch (roleOf(letter)) {
    case Role::Between:
        return isFirst;
    case Role::Ignored:
        if (!isFirst)
            m_end = m_at;
        return true;
    case Role::Continues:
        if (!isFirst)
            append(letter);
        return true;
    case Role::Letter:
        if (m_isAlone)
            return false;
        break;
    case Role::Alone:
        if (!isFirst)
            return false;
        m_isAlone = true;
        break;
    case Role::Vowel:
        if (!isFirst && !m_isAlone)
            return false;
        m_isAlone = true;
        break;
    }
    append(letter);
    return true;
}

void SearchWords::append(char32_t letter)
{
    if (m_word.isEmpty())
        m_begin = m_characterBegin;
    for (const char16_t unit : QChar::fromUcs4(letter))
        m_word.append(unit);
    m_end = m_at;
}

QString foldForSearch(QStringView text)
{
    QString folded;
    folded.reserve(text.size());
    for (SearchWords words(text); words.next();) {
        if (!folded.isEmpty())
            folded += u' ';
        folded += words.word();
    }
    return folded;
}

} // namespace Weeknotes
