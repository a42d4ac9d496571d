// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/wordcounts.h"

#include "insight/stopwords.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Weeknotes {
namespace {

constexpr int shortest = 3;

bool joinsWords(QChar c)
{
    return c == u'\'' || c == u'’' || c == u'-' || c == u'‐';
}

bool partsNoWords(QChar c)
{
    const QChar::Script script = c.script();
    return script == QChar::Script_Han || script == QChar::Script_Hiragana || script == QChar::Script_Katakana;
}

bool isWordLetter(QChar c)
{
    return c.unicode() < 0x80 ? (c.unicode() | 0x20) >= u'a' && (c.unicode() | 0x20) <= u'z'
                              : (c.isLetter() || c.isMark()) && !partsNoWords(c);
}

/// What stands between two spaces, an address or a name in some system.
bool isNoProse(QStringView piece)
{
    return piece.startsWith(u'@') || piece.startsWith(u'#') || piece.contains("://"_L1) ||
           piece.startsWith("www."_L1, Qt::CaseInsensitive) || piece.contains(u'@') || piece.contains(u'_');
}

/// Calls `visit` with each word of `text`.
template <typename Visit> void eachWord(QStringView text, Visit visit)
{
    for (qsizetype begin = 0; begin < text.size();) {
        qsizetype end = begin;
        while (end < text.size() && !text[end].isSpace())
            ++end;
        const QStringView piece = text.sliced(begin, end - begin);
        begin = end + 1;
        if (isNoProse(piece))
            continue;
        for (qsizetype i = 0; i < piece.size();) {
            qsizetype last = i;
            while (last < piece.size() &&
                   (isWordLetter(piece[last]) ||
                    (last > i && last + 1 < piece.size() && joinsWords(piece[last]) && isWordLetter(piece[last + 1]))))
                ++last;
            if (last - i >= shortest)
                visit(piece.sliced(i, last - i));
            i = last + 1;
        }
    }
}

template <typename Score>
std::vector<WordUse> ranked(const WordCounts &now, const WordCounts &before, int limit, double least, Score score)
{
    std::vector<std::pair<double, WordUse>> words;
    for (auto it = now.entries().cbegin(); it != now.entries().cend(); ++it) {
        const int was = before.count(it.key());
        const double weight = it->count < 2 ? 0 : score(it.key(), *it, was);
        if (weight > least)
            words.emplace_back(weight, WordUse{it->form, it->count, was});
    }
    std::ranges::sort(words, [](const auto &a, const auto &b) {
        return a.first != b.first ? a.first > b.first
                                  : a.second.word < b.second.word; // the hash has an order of its own
    });
    std::vector<WordUse> best;
    for (size_t i = 0; i < words.size() && int(i) < limit; ++i)
        best.push_back(words[i].second);
    return best;
}

} // namespace

void WordCounts::add(const QString &text, const QString &language)
{
    ++m_notes;
    const QSet<QString> &stops = stopWords(language);
    eachWord(text, [&](QStringView word) {
        ++m_total;
        m_folded.clear();
        for (const QChar c : word)
            m_folded += c == u'’' ? QChar(u'\'') : c.toCaseFolded();
        if (m_folded.endsWith("'s"_L1))
            m_folded.chop(2);
        if (m_folded.size() >= shortest && !stops.contains(m_folded))
            addWord(word.first(m_folded.size()));
    });
}

void WordCounts::addWord(QStringView word)
{
    Entry &entry = m_entries[m_folded];
    if (entry.count++ == 0)
        entry.form = word.toString();
    else if (entry.form.front().isUpper() && word.front().isLower())
        entry.form = m_folded;
    if (int &last = m_lastNote[m_folded]; last != m_notes) {
        last = m_notes;
        ++entry.notes;
    }
}

std::vector<WordUse> mostUsedWords(const WordCounts &now, const WordCounts &before, int limit)
{
    const double notes = now.notes() + before.notes();
    auto words = ranked(now, before, limit, 0, [&](const QString &word, const WordCounts::Entry &entry, int) {
        return entry.count * std::log((notes + 1) / (entry.notes + before.entries().value(word).notes));
    });
    std::ranges::stable_sort(words, std::ranges::greater(), &WordUse::count);
    return words;
}

std::vector<WordUse> risenWords(const WordCounts &now, const WordCounts &before, int limit)
{
    constexpr double sureEnough = 6.63;
    const double a = double(now.total());
    const double b = double(before.total());
    if (b == 0)
        return {};
    return ranked(now, before, limit, sureEnough, [&](const QString &, const WordCounts::Entry &entry, int was) {
        const double expectedNow = a * (entry.count + was) / (a + b);
        const double expectedBefore = b * (entry.count + was) / (a + b);
        if (entry.count <= expectedNow)
            return 0.0;
        const double gone = was == 0 ? 0.0 : was * std::log(was / expectedBefore);
        return 2 * (entry.count * std::log(entry.count / expectedNow) + gone);
    });
}

} // namespace Weeknotes
