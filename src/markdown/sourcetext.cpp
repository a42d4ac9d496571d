// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/sourcetext.h"

#include <algorithm>

namespace Weeknotes::Markdown {

namespace {

constexpr qsizetype markEvery = 16;

/// How many UTF-16 units the character takes that begins with `byte`; 0 for a byte inside one.
int unitsOf(uchar byte)
{
    return (byte & 0xC0) == 0x80 ? 0 : byte >= 0xF0 ? 2 : 1;
}

} // namespace

QString wellFormed(QString text)
{
    if (text.isValidUtf16())
        return text;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate())
            ++i;
        else if (text[i].isSurrogate())
            text[i] = QChar(QChar::ReplacementCharacter);
    }
    return text;
}

int SourceText::whole(int offset) const
{
    if (pieces.empty())
        return offset;
    const auto next = std::ranges::upper_bound(pieces, offset, {}, &Piece::at);
    if (next == pieces.begin())
        return next->source;
    const int there = std::prev(next)->source + offset - std::prev(next)->at;
    return next == pieces.end() ? there : std::min(there, next->source); // md4c makes spaces of tabs
}

SourceRange SourceText::whole(SourceRange range) const
{
    const int begin = whole(range.begin);
    return {begin, range.isEmpty() ? begin : whole(range.end - 1) + 1};
}

SourceText SourceText::part(int begin, int end) const
{
    SourceText result{text.sliced(begin, end - begin), {{0, whole(begin)}}, 0};
    for (auto piece = std::ranges::upper_bound(pieces, begin, {}, &Piece::at); piece != pieces.end() && piece->at < end;
         ++piece)
        result.pieces.push_back({piece->at - begin, piece->source});
    return result;
}

Utf8Text::Utf8Text(QStringView text) : m_bytes(text.toUtf8())
{
    if (m_bytes.size() == text.size())
        return;
    m_marks.reserve(size_t(m_bytes.size() / markEvery + 1));
    int units = 0;
    for (qsizetype i = 0; i < m_bytes.size(); ++i) {
        if (i % markEvery == 0)
            m_marks.push_back(units);
        units += unitsOf(uchar(m_bytes[i]));
    }
}

int Utf8Text::offset(const char *pointer) const
{
    const qsizetype byte = pointer - m_bytes.constData();
    if (m_marks.empty())
        return int(byte);
    const qsizetype mark = std::min(byte / markEvery, qsizetype(m_marks.size()) - 1);
    int units = m_marks[size_t(mark)];
    for (qsizetype i = mark * markEvery; i < byte; ++i)
        units += unitsOf(uchar(m_bytes[i]));
    return units;
}

Lines::Lines(QStringView text) : m_text(text), m_begins{0}
{
    // Most texts have no CR, and finding a single character is what Qt does fastest.
    const bool hasReturns = text.contains(u'\r');
    for (qsizetype at = 0; at < text.size();) {
        const auto newline = text.indexOf(u'\n', at);
        const auto end = newline < 0 ? text.size() : newline + 1;
        for (auto i = at; hasReturns && i + 1 < end; ++i) {
            if (text[i] == u'\r' && text[i + 1] != u'\n')
                m_begins.push_back(int(i) + 1);
        }
        if (newline >= 0 || text[end - 1] == u'\r')
            m_begins.push_back(int(end));
        at = end;
    }
    if (m_begins.back() != text.size() || text.isEmpty())
        m_begins.push_back(int(text.size()));
}

int Lines::end(int line) const
{
    int end = begin(line + 1);
    if (end > begin(line) && m_text[end - 1] == u'\n')
        --end;
    if (end > begin(line) && m_text[end - 1] == u'\r')
        --end;
    return end;
}

int Lines::of(int offset) const
{
    const auto next = std::ranges::upper_bound(m_begins, offset);
    return std::clamp(int(next - m_begins.begin()) - 1, 0, count() - 1);
}

} // namespace Weeknotes::Markdown
