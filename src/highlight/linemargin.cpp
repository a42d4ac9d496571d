// SPDX-License-Identifier: GPL-3.0-or-later
#include "highlight/linemargin.h"

#include "markdown/lineforms.h"

#include <algorithm>

namespace Weeknotes {

namespace LineForm = Markdown::LineForm;

namespace {

constexpr int tabWidth = 4;
constexpr int codeIndent = 4;

bool isBlankMark(QChar c)
{
    return c == u' ' || c == u'\t';
}

int columnAfter(QChar c, int column)
{
    return c == u'\t' ? (column / tabWidth + 1) * tabWidth : column + 1;
}

} // namespace

LineMargin marginOf(QStringView line)
{
    LineMargin margin;
    for (const QChar c : line) {
        if (!isBlankMark(c) && c != u'>')
            break;
        const int column = columnAfter(c, margin.column);
        margin.quotes += c == u'>';
        margin.spaces = c == u'>' ? 0 : margin.spaces + column - margin.column;
        margin.column = column;
        ++margin.length;
    }
    return margin;
}

std::optional<int> Container::marginOf(QStringView line) const
{
    int length = 0;
    int seen = 0; // quotes
    for (int at = 0; length < line.size() && (seen < quotes || at < column); ++length) {
        const QChar c = line[length];
        const bool quote = c == u'>' && seen < (at < column ? quotesAround : quotes);
        if (!quote && !isBlankMark(c))
            return std::nullopt;
        seen += quote;
        at = columnAfter(c, at);
    }
    if (seen < quotes)
        return std::nullopt;
    const bool spaced = length > 0 && length < line.size() && line[length - 1] == u'>' && line[length] == u' ';
    return spaced ? length + 1 : length;
}

int Container::underlineLevel(QStringView line) const
{
    const LineMargin margin = Weeknotes::marginOf(line);
    const QStringView rest = line.sliced(margin.length);
    if (!LineForm::isUnderline(rest) || margin.quotes != quotes || !marginOf(line))
        return 0;
    const int indent = std::min(margin.column - column, margin.spaces - int(quotes > 0));
    return indent >= codeIndent ? 0 : rest.front() == u'=' ? 1 : 2;
}

void followItems(QStringView line, bool begins, QList<Container> &items)
{
    while (!items.isEmpty() && !items.back().marginOf(line))
        items.removeLast();
    if (!begins)
        return;
    LineMargin margin = marginOf(line);
    int quotes = margin.quotes;
    int column = margin.column;
    QStringView rest = line.sliced(margin.length);
    for (int marker = LineForm::listMarkerLength(rest); marker > 0; marker = LineForm::listMarkerLength(rest)) {
        const bool alone = marker == rest.size(); // without the space that belongs to it
        rest = rest.sliced(marker);
        column += marker + int(alone);
        const int spaces = LineForm::indentLength(rest);
        const bool code = spaces >= codeIndent || spaces == rest.size(); // what follows, or nothing does
        items.append({.quotes = quotes, .column = column + (code ? 0 : spaces), .quotesAround = quotes});
        margin = marginOf(rest);
        quotes += margin.quotes;
        column += margin.column;
        rest = rest.sliced(margin.length);
    }
}

} // namespace Weeknotes
