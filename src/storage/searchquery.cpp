// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/searchquery.h"

#include "core/searchfold.h"

#include <QStringList>

#include <array>
#include <bit>

using namespace Qt::StringLiterals;

namespace Weeknotes {

namespace {

constexpr size_t mostWords = 64; // a bit each; nobody types so many

constexpr quint64 bit(size_t word)
{
    return quint64(1) << word;
}

} // namespace

SearchQuery::SearchQuery(const QString &typed)
{
    const QStringList parts = typed.split(u'"');
    for (qsizetype i = 0; i < parts.size() && m_words.size() < mostWords; ++i) {
        const bool isQuoted = i % 2 == 1;
        const QString part = parts[i].simplified();
        const QStringList terms = isQuoted ? QStringList{part} : part.split(u' ', Qt::SkipEmptyParts);
        for (const QString &term : terms) {
            const size_t before = m_words.size();
            addTerm(term);
            if (m_words.size() > before)
                m_lastIsOpen = !isQuoted || i == parts.size() - 1; // a quote that is not closed is still being typed
        }
    }
    if (m_words.size() == mostWords)
        m_lastIsOpen = false;
}

void SearchQuery::addTerm(const QString &text)
{
    const size_t first = m_words.size();
    for (SearchWords words(text); m_words.size() < mostWords && words.next();) {
        m_words.push_back(words.word().toString());
        m_termOf.push_back(m_termCount);
    }
    if (m_words.size() == first)
        return;
    m_firstWords |= bit(first);
    m_lastWords |= bit(m_words.size() - 1);
    ++m_termCount;
}

QString SearchQuery::toMatch() const
{
    QString match;
    for (size_t i = 0; i < m_words.size(); ++i) {
        const bool isFirst = (m_firstWords & bit(i)) != 0;
        match += isFirst ? (i == 0 ? u"\""_s : u"\" \""_s) : u" "_s;
        match += m_words[i];
    }
    if (!match.isEmpty())
        match += m_lastIsOpen ? u"\"*"_s : u"\""_s;
    return match;
}

/// The words of the query that `word` may stand for.
quint64 SearchQuery::equalWords(QStringView word) const
{
    quint64 equal = 0;
    for (size_t i = 0; i < m_words.size(); ++i) {
        const bool isOpen = m_lastIsOpen && i + 1 == m_words.size();
        if (word.front() == m_words[i].front() && (isOpen ? word.startsWith(m_words[i]) : word == m_words[i]))
            equal |= bit(i);
    }
    return equal;
}

std::vector<SearchQuery::Hit> SearchQuery::hits(QStringView text, size_t enough) const
{
    std::vector<Hit> found;
    std::array<qsizetype, mostWords> begins{}; // of the words read last
    quint64 state = 0;
    quint64 met = 0; // last words of terms
    SearchWords words(text);
    for (size_t count = 0; (met != m_lastWords || found.size() < enough) && words.next(); ++count) {
        begins[count % mostWords] = words.begin();
        state = ((state << 1) | m_firstWords) & equalWords(words.word());
        for (quint64 ends = state & m_lastWords; ends != 0; ends &= ends - 1) {
            const auto last = size_t(std::countr_zero(ends));
            const auto first = mostWords - 1 - size_t(std::countl_zero(m_firstWords & (bit(last) | (bit(last) - 1))));
            found.push_back({begins[(count - (last - first)) % mostWords], words.end(), m_termOf[last],
                             words.word().size() == m_words[last].size()});
        }
        met |= state & m_lastWords;
    }
    return found;
}

} // namespace Weeknotes
