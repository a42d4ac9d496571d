// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/excerpt.h"

#include <algorithm>
#include <bit>

namespace Weeknotes {

namespace {

constexpr qsizetype length = 160;
constexpr qsizetype lead = 50;     // before the first hit
constexpr qsizetype longWord = 24; // an edge goes so far to stand between two words

using Hit = SearchQuery::Hit;

/// The nearest place at or before `at` that is not within a character as people see it, or `at` if none is near.
qsizetype betweenCharacters(QStringView text, qsizetype at)
{
    constexpr char16_t joiner = 0x200d;
    for (qsizetype place = at; place > at - longWord && place > 0; --place) {
        const QChar c = text[place];
        if (!c.isLowSurrogate() && !c.isMark() && c != joiner && text[place - 1] != joiner)
            return place;
    }
    return at;
}

/// Where to begin so that `hit` is seen.
qsizetype beginFor(QStringView text, const Hit &hit)
{
    if (hit.begin <= lead || hit.end <= length - lead)
        return 0;
    const qsizetype wanted = hit.begin - lead;
    for (qsizetype at = wanted; at < std::min(wanted + longWord, hit.begin); ++at) {
        if (text[at].isSpace())
            return at + 1;
    }
    return betweenCharacters(text, wanted);
}

/// Where to end, between words, but not before `seen`.
qsizetype endFor(QStringView text, qsizetype begin, qsizetype seen)
{
    const qsizetype wanted = begin + length;
    if (wanted >= text.size())
        return text.size();
    qsizetype end = betweenCharacters(text, wanted);
    for (qsizetype at = wanted; at > std::max(wanted - longWord, seen); --at) {
        if (text[at].isSpace()) {
            end = at;
            break;
        }
    }
    while (end > begin && text[end - 1].isSpace())
        --end;
    return end;
}

/// Sorted, and those that overlap as one.
void join(std::vector<Hit> &hits)
{
    std::ranges::sort(hits, {}, &Hit::begin);
    size_t last = 0;
    for (size_t i = 1; i < hits.size(); ++i) {
        if (hits[i].begin < hits[last].end)
            hits[last].end = std::max(hits[last].end, hits[i].end);
        else
            hits[++last] = hits[i];
    }
    if (!hits.empty())
        hits.resize(last + 1);
}

/// Makes one line while it is put together, and keeps in mind where matches stand in it.
class Line
{
public:
    void add(QStringView text)
    {
        for (const QChar c : text) {
            if (c.isSpace()) {
                m_space = !m_line.text.isEmpty();
                continue;
            }
            if (m_space)
                m_line.text += u' ';
            m_space = false;
            m_line.text += c;
        }
    }
    void addMatch(QStringView text)
    {
        if (m_space)
            m_line.text += u' ';
        m_space = false;
        const qsizetype begin = m_line.text.size();
        add(text);
        if (m_line.text.size() > begin)
            m_line.matches.push_back({begin, m_line.text.size()});
    }
    [[nodiscard]] Excerpt take() { return std::move(m_line); }

private:
    Excerpt m_line;
    bool m_space = false; ///< one is due
};

} // namespace

qsizetype bestHit(const std::vector<Hit> &hits)
{
    qsizetype best = 0;
    int most = 0;
    for (size_t i = 0; i < hits.size(); ++i) {
        quint64 terms = 0;
        for (size_t j = i; j < hits.size() && hits[j].end <= hits[i].begin + length - lead; ++j)
            terms |= quint64(1) << hits[j].term;
        if (const int count = std::popcount(terms); count > most) {
            most = count;
            best = qsizetype(i);
        }
    }
    return best;
}

Excerpt excerptOf(QStringView text, std::vector<Hit> hits)
{
    const Hit first = hits.empty() ? Hit() : hits[size_t(bestHit(hits))];
    const qsizetype begin = beginFor(text, first);
    const qsizetype end = endFor(text, begin, first.end);
    join(hits);
    Line line;
    if (begin > 0)
        line.add(u"…");
    qsizetype at = begin;
    for (const Hit &hit : hits) {
        if (hit.begin < begin || hit.begin >= end)
            continue;
        const qsizetype to = std::min(hit.end, end);
        line.add(text.sliced(at, hit.begin - at));
        line.addMatch(text.sliced(hit.begin, to - hit.begin));
        at = to;
    }
    line.add(text.sliced(at, end - at));
    if (end < text.size())
        line.add(u"…");
    return line.take();
}

} // namespace Weeknotes
