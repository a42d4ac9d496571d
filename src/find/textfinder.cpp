// SPDX-License-Identifier: GPL-3.0-or-later
#include "find/textfinder.h"

#include <QDeadlineTimer>
#include <QStringMatcher>
#include <QTextBoundaryFinder>

#include <algorithm>
#include <chrono>

namespace Weeknotes {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto patience = 1s;
/// PCRE's own guard against expressions that try too many ways. "Not empty" spares an attempt at each character.
constexpr QStringView guards = u"(*NOTEMPTY)(*LIMIT_MATCH=10000000)";
constexpr qsizetype longestCharacter = 32; // UTF-16 units, of families and flags

char32_t codePointAt(QStringView text, qsizetype at)
{
    const QChar unit = text[at];
    if (unit.isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate())
        return QChar::surrogateToUcs4(unit, text[at + 1]);
    return unit.unicode();
}

char32_t codePointBefore(QStringView text, qsizetype at)
{
    const bool pair = at > 1 && text[at - 1].isLowSurrogate() && text[at - 2].isHighSurrogate();
    return codePointAt(text, at - (pair ? 2 : 1));
}

/// Does a character, as a reader sees it, end at `at`?
bool isBetweenCharacters(QStringView text, qsizetype at)
{
    constexpr char16_t firstMark = 0x300;
    if (at == 0 || at == text.size() || (text[at - 1] < firstMark && text[at] < firstMark))
        return true;
    const qsizetype begin = std::max(at - longestCharacter, qsizetype(0));
    const QStringView around = text.sliced(begin, std::min(text.size() - begin, 2 * longestCharacter));
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, around.data(), around.size());
    finder.setPosition(at - begin);
    return finder.isAtBoundary();
}

bool isWordPart(char32_t letter)
{
    return QChar::isLetterOrNumber(letter) || QChar::isMark(letter) || letter == U'_';
}

/// Does a word begin or end at `at`, or is none there?
bool isBetweenWords(QStringView text, qsizetype at)
{
    return at == 0 || at == text.size() || !isWordPart(codePointBefore(text, at)) || !isWordPart(codePointAt(text, at));
}

/// PCRE takes no lone surrogates.
QString withoutLoneSurrogates(const QString &text)
{
    if (text.isValidUtf16())
        return text;
    QString sound = text;
    for (qsizetype at = 0; at < sound.size(); ++at) {
        if (!sound[at].isSurrogate())
            continue;
        if (codePointAt(sound, at) > 0xffff)
            ++at;
        else
            sound[at] = QChar::ReplacementCharacter;
    }
    return sound;
}

/// Without case, each character where it was: QStringMatcher misses what lies beyond 16 bits when it is to ignore case.
QString withoutCase(const QString &text)
{
    QString result = text;
    QChar *unit = result.data();
    for (qsizetype at = 0; at < text.size(); ++at) {
        const char32_t letter = codePointAt(text, at);
        const char32_t folded = QChar::toCaseFolded(letter);
        if (!QChar::requiresSurrogates(letter)) {
            unit[at] = QChar::requiresSurrogates(folded) ? text[at] : QChar(char16_t(folded));
        } else {
            unit[at] = QChar(QChar::highSurrogate(folded));
            unit[++at] = QChar(QChar::lowSurrogate(folded));
        }
    }
    return result;
}

/// The number that stands at `at`, of two digits at most and only while there is such a group; moves `at` behind it.
int groupAt(QStringView with, qsizetype &at, int last)
{
    int group = with[at++].digitValue();
    if (at < with.size() && with[at] >= u'0' && with[at] <= u'9' && group * 10 + with[at].digitValue() <= last)
        group = group * 10 + with[at++].digitValue();
    return group;
}

QString filledIn(QStringView with, const QRegularExpressionMatch &match, int groups)
{
    QString result;
    for (qsizetype at = 0; at < with.size();) {
        const QChar sign = with[at++];
        const QChar next = at < with.size() ? with[at] : QChar();
        const bool special = sign == u'\\' || sign == u'$';
        if (special && next >= u'0' && next <= u'9') {
            result += match.capturedView(groupAt(with, at, groups));
        } else if (special && next == sign) {
            result += sign;
            ++at;
        } else if (sign == u'\\' && (next == u'n' || next == u't')) {
            result += next == u'n' ? u'\n' : u'\t';
            ++at;
        } else {
            result += sign;
        }
    }
    return result;
}

QRegularExpression compiled(const QString &pattern, FindOptions options)
{
    QRegularExpression::PatternOptions how =
        QRegularExpression::MultilineOption | QRegularExpression::UseUnicodePropertiesOption;
    how.setFlag(QRegularExpression::CaseInsensitiveOption, !options.matchCase);
    const QString whole = options.wholeWords ? u"(?<!\\w)(?:"_s + pattern + u")(?!\\w)"_s : pattern;
    return QRegularExpression(guards.toString() + whole, how);
}

} // namespace

TextFinder::TextFinder(const QString &sought, FindOptions options) : m_sought(sought), m_options(options)
{
    if (!options.regularExpression || sought.isEmpty())
        return;
    // By itself first: what is put around it could close a parenthesis that it leaves open.
    FindOptions bare = options;
    bare.wholeWords = false;
    m_expression = compiled(sought, bare);
    if (m_expression.isValid() && options.wholeWords)
        m_expression = compiled(sought, options);
    if (!m_expression.isValid())
        m_problem = m_expression.errorString();
}

QString TextFinder::problem() const
{
    return m_problem;
}

/// Calls `take(range, match)` for one match after another, until it says false. True if the expression was not given
/// up.
template <typename Take> bool TextFinder::visit(const QString &text, const Take &take) const
{
    const QString sound = withoutLoneSurrogates(text);
    const QDeadlineTimer deadline(patience);
    QRegularExpressionMatchIterator matches = m_expression.globalMatch(
        sound, 0, QRegularExpression::NormalMatch, QRegularExpression::DontCheckSubjectStringMatchOption);
    qsizetype last = 0;
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        const qsizetype begin = match.capturedStart();
        const qsizetype end = match.capturedEnd();
        const bool sensible = begin >= last && end > begin; // \K and look-arounds can make others
        if (sensible && isBetweenCharacters(text, begin) && isBetweenCharacters(text, end)) {
            last = end;
            if (!take(TextRange{int(begin), int(end)}, match))
                return true;
        }
        if (deadline.hasExpired())
            return false;
    }
    return matches.isValid();
}

/// Calls `take(range)` for each match of the words as they are.
template <typename Take> void TextFinder::visitWords(const QString &text, const Take &take) const
{
    const auto foldedUnlessAsked = [this](const QString &words) {
        return m_options.matchCase ? words : withoutCase(words);
    };
    struct Form
    {
        QStringMatcher matcher;
        qsizetype next = 0;
    };
    const QString compared = foldedUnlessAsked(text);
    std::vector<Form> forms;
    for (const auto normal : {QString::NormalizationForm_C, QString::NormalizationForm_D}) {
        const QString form = foldedUnlessAsked(m_sought.normalized(normal));
        if (forms.empty() || forms.front().matcher.pattern() != form)
            forms.push_back({QStringMatcher(form)});
    }
    for (Form &form : forms)
        form.next = form.matcher.indexIn(compared);
    for (;;) {
        Form *first = nullptr;
        for (Form &form : forms) {
            if (form.next >= 0 && (!first || form.next < first->next))
                first = &form;
        }
        if (!first)
            return;
        const qsizetype begin = first->next;
        const qsizetype end = begin + first->matcher.pattern().size();
        const bool whole = !m_options.wholeWords || (isBetweenWords(text, begin) && isBetweenWords(text, end));
        const bool taken = whole && isBetweenCharacters(text, begin) && isBetweenCharacters(text, end);
        if (taken)
            take(TextRange{int(begin), int(end)});
        for (Form &form : forms) {
            const qsizetype from = taken ? end : begin + 1;
            if (form.next >= 0 && form.next < from)
                form.next = form.matcher.indexIn(compared, from);
        }
    }
}

TextFinder::Found TextFinder::find(const QString &text) const
{
    Found found;
    if (isEmpty() || !m_problem.isEmpty())
        return found;
    if (!m_options.regularExpression) {
        visitWords(text, [&](TextRange range) { found.ranges.push_back(range); });
        return found;
    }
    found.gaveUp = !visit(text, [&](TextRange range, const QRegularExpressionMatch &) {
        found.ranges.push_back(range);
        return true;
    });
    if (found.gaveUp)
        found.ranges.clear();
    return found;
}

QString TextFinder::replacementOf(const QString &text, TextRange match, const QString &with) const
{
    if (!m_options.regularExpression)
        return with;
    QString result = with;
    (void)visit(text, [&](TextRange range, const QRegularExpressionMatch &at) {
        if (range == match)
            result = filledIn(with, at, m_expression.captureCount());
        return range.begin < match.begin;
    });
    return result;
}

std::vector<TextReplacement> TextFinder::replacements(const QString &text, const QString &with) const
{
    std::vector<TextReplacement> all;
    if (isEmpty() || !m_problem.isEmpty())
        return all;
    if (!m_options.regularExpression) {
        visitWords(text, [&](TextRange range) { all.push_back({range, with}); });
        return all;
    }
    const int groups = m_expression.captureCount();
    const bool whole = visit(text, [&](TextRange range, const QRegularExpressionMatch &match) {
        all.push_back({range, filledIn(with, match, groups)});
        return true;
    });
    if (!whole)
        all.clear();
    return all;
}

QString TextFinder::escaped(const QString &words)
{
    static constexpr QStringView signs = u"\\^$.|?*+()[]{}";
    QString result;
    for (const QChar c : words) {
        if (signs.contains(c))
            result += u'\\';
        result += c;
    }
    return result;
}

} // namespace Weeknotes
