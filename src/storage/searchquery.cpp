// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/searchquery.h"

#include "core/searchfold.h"

#include <algorithm>
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

/// Keyboards and programs make those of print of it.
bool isQuote(QChar c)
{
    return c == u'"' || c == u'“' || c == u'”' || c == u'„';
}

/// What stands between spaces and quotes, or in quotes.
struct TypedTerm
{
    QStringView words;
    bool isUnwanted = false;
    bool isBeginning = false; ///< says so with *
    bool isClosed = false;    ///< by a quote
};

/// Takes the next term off the front of `rest`; nothing but spaces may be left of it.
TypedTerm takeTerm(QStringView &rest)
{
    TypedTerm term;
    rest = rest.trimmed();
    if (rest.size() > 1 && rest.front() == u'-' && !rest[1].isSpace() && rest[1] != u'-') {
        term.isUnwanted = true;
        rest.slice(1);
    }
    const bool isQuoted = !rest.isEmpty() && isQuote(rest.front());
    if (isQuoted)
        rest.slice(1);
    const auto ends = [&](QChar c) { return isQuote(c) || (!isQuoted && c.isSpace()); };
    const qsizetype length = std::ranges::find_if(rest, ends) - rest.begin();
    term.words = rest.first(length);
    term.isClosed = isQuoted && length < rest.size();
    term.isBeginning = term.words.endsWith(u'*');
    rest.slice(length + (term.isClosed ? 1 : 0));
    return term;
}

} // namespace

SearchQuery::SearchQuery(const QString &typed)
{
    bool lastIsOpen = false; // a quote that is not closed is still being typed, as the last word is
    QStringView rest = typed;
    while (!rest.isEmpty() && !m_wanted.isFull()) {
        const TypedTerm term = takeTerm(rest);
        if (term.isUnwanted)
            m_unwanted.add(term.words, term.isBeginning);
        else if (m_wanted.add(term.words, term.isBeginning))
            lastIsOpen = !term.isClosed;
    }
    if (lastIsOpen && !m_wanted.isFull())
        m_wanted.openLast();
}

bool SearchQuery::Terms::isFull() const
{
    return m_words.size() == mostWords;
}

bool SearchQuery::Terms::add(QStringView text, bool isOpen)
{
    const size_t first = m_words.size();
    for (SearchWords words(text); m_words.size() < mostWords && words.next();) {
        m_words.push_back(words.word().toString());
        m_termOf.push_back(m_count);
    }
    if (m_words.size() == first)
        return false;
    m_firstWords |= bit(first);
    m_lastWords |= bit(m_words.size() - 1);
    ++m_count;
    if (isOpen)
        openLast();
    return true;
}

void SearchQuery::Terms::openLast()
{
    m_openWords |= bit(m_words.size() - 1);
}

QString SearchQuery::Terms::toMatch(QStringView between) const
{
    QString match;
    for (size_t i = 0; i < m_words.size(); ++i) {
        if ((m_firstWords & bit(i)) == 0)
            match += u' ';
        else
            match += (i == 0 ? QString() : between.toString()) + u'"';
        match += m_words[i];
        if ((m_lastWords & bit(i)) != 0)
            match += (m_openWords & bit(i)) != 0 ? u"\"*"_s : u"\""_s;
    }
    return match;
}

/// The words of the terms that `word` may stand for.
quint64 SearchQuery::Terms::equalWords(QStringView word) const
{
    quint64 equal = 0;
    for (size_t i = 0; i < m_words.size(); ++i) {
        const bool isOpen = (m_openWords & bit(i)) != 0;
        if (word.front() == m_words[i].front() && (isOpen ? word.startsWith(m_words[i]) : word == m_words[i]))
            equal |= bit(i);
    }
    return equal;
}

std::vector<SearchQuery::Hit> SearchQuery::Terms::hits(QStringView text, size_t enough) const
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
