// SPDX-License-Identifier: GPL-3.0-or-later
#include "highlight/linemargin.h"

#include "markdown/lineforms.h"

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

/// The length of the > that `text` begins with, and of the space that belongs to it.
int markLength(QStringView text)
{
    return text.sliced(1).startsWith(u' ') ? 2 : 1;
}

/// Takes so many marks of quotes off the front of `line`; false if there are fewer.
bool leave(QStringView &line, int quotes)
{
    for (; quotes > 0; --quotes) {
        line = line.sliced(LineForm::indentLength(line));
        if (!line.startsWith(u'>'))
            return false;
        line = line.sliced(markLength(line));
    }
    return true;
}

} // namespace

LineMargin marginOf(QStringView line)
{
    LineMargin margin;
    while (margin.length < line.size()) {
        const QChar c = line[margin.length];
        if (c == u'>') {
            margin = {.length = margin.length + markLength(line.sliced(margin.length)), .quotes = margin.quotes + 1};
        } else if (isBlankMark(c)) {
            margin.column = columnAfter(c, margin.column);
            ++margin.length;
        } else {
            break;
        }
    }
    return margin;
}

std::optional<int> Container::marginOf(QStringView line) const
{
    QStringView rest = line;
    if (!leave(rest, quotesAround))
        return std::nullopt;
    for (int at = 0; at < column && !rest.isEmpty(); rest = rest.sliced(1)) {
        if (!isBlankMark(rest.front()))
            return std::nullopt;
        at = columnAfter(rest.front(), at);
    }
    if (!leave(rest, quotes - quotesAround))
        return std::nullopt;
    return int(line.size() - rest.size());
}

int Container::underlineLevel(QStringView line) const
{
    const auto margin = marginOf(line);
    const QStringView rest = line.sliced(margin.value_or(0));
    const int indent = LineForm::indentLength(rest);
    if (!margin || indent >= codeIndent || !LineForm::isUnderline(rest.sliced(indent)))
        return 0;
    return rest[indent] == u'=' ? 1 : 2;
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
        column += marker + int(!isBlankMark(rest[marker - 1])); // the space belongs to it where there is none, too
        rest = rest.sliced(marker);
        const int spaces = LineForm::indentLength(rest);
        const bool code = spaces >= codeIndent || spaces == rest.size(); // what follows, or nothing does
        items.append({.quotes = quotes, .column = column + (code ? 0 : spaces), .quotesAround = quotes});
        margin = marginOf(rest);
        quotes += margin.quotes;
        column = margin.quotes > 0 ? margin.column : column + margin.column;
        rest = rest.sliced(margin.length);
    }
}

} // namespace Weeknotes
