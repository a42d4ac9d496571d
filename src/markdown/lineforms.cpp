// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/lineforms.h"

#include <algorithm>

namespace Weeknotes::Markdown::LineForm {

namespace {

bool isSpace(QChar c)
{
    return c == u' ' || c == u'\t';
}

int runLength(QStringView text, QChar c)
{
    return int(std::ranges::find_if_not(text, [c](QChar other) { return other == c; }) - text.begin());
}

} // namespace

bool isLineEnd(QChar c)
{
    return c == u'\n' || c == u'\r';
}

qsizetype lineEnd(QStringView text, qsizetype from)
{
    return std::find_if(text.begin() + from, text.end(), isLineEnd) - text.begin();
}

int indentLength(QStringView rest)
{
    return int(std::ranges::find_if_not(rest, isSpace) - rest.begin());
}

int listMarkerLength(QStringView rest)
{
    if (rest.isEmpty())
        return 0;
    qsizetype length = 0;
    if (rest[0] == u'-' || rest[0] == u'+' || rest[0] == u'*') {
        length = 1;
    } else {
        while (length < rest.size() && length < 9 && rest[length] >= u'0' && rest[length] <= u'9')
            ++length;
        if (length == 0 || length == rest.size() || (rest[length] != u'.' && rest[length] != u')'))
            return 0;
        ++length;
    }
    if (length == rest.size())
        return int(length);
    return isSpace(rest[length]) ? int(length) + 1 : 0;
}

bool isBlank(QStringView line)
{
    return std::ranges::all_of(line, [](QChar c) { return isSpace(c) || c == u'>'; });
}

bool isRule(QStringView rest)
{
    if (rest.isEmpty() || (rest[0] != u'*' && rest[0] != u'-' && rest[0] != u'_'))
        return false;
    return rest.count(rest[0]) >= 3 &&
           std::ranges::all_of(rest, [mark = rest[0]](QChar c) { return c == mark || isSpace(c); });
}

bool isUnderline(QStringView rest)
{
    if (rest.isEmpty() || (rest[0] != u'=' && rest[0] != u'-'))
        return false;
    const auto after = rest.sliced(runLength(rest, rest[0]));
    return indentLength(after) == after.size();
}

bool isAtxHeading(QStringView rest)
{
    const int marks = runLength(rest, u'#');
    return marks >= 1 && marks <= 6 && (marks == rest.size() || isSpace(rest[marks]));
}

bool isListMarker(QStringView rest)
{
    return listMarkerLength(rest) > 0;
}

bool isLinkDefinition(QStringView rest)
{
    return rest.startsWith(u'[') && rest.contains(u"]:");
}

int fenceLength(QStringView rest)
{
    for (const QChar mark : {u'`', u'~'}) {
        const int length = runLength(rest, mark);
        if (length >= 3 && (mark == u'~' || !rest.sliced(length).contains(u'`')))
            return length;
    }
    return 0;
}

bool startsBlock(QStringView line)
{
    const auto rest = line.sliced(indentLength(line));
    return rest.startsWith(u'>') || rest.startsWith(u'<') || isAtxHeading(rest) || isListMarker(rest) || isRule(rest) ||
           fenceLength(rest) > 0;
}

} // namespace Weeknotes::Markdown::LineForm
