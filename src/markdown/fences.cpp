// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/fences.h"

#include "markdown/lineforms.h"

namespace Weeknotes::Markdown {

namespace {

/// True if there is nothing before `at` on its line but marks of quotes and lists.
bool opensLine(QStringView text, qsizetype at)
{
    constexpr qsizetype deepestIndent = 200;
    auto begin = at;
    while (begin > 0 && !LineForm::isLineEnd(text[begin - 1])) {
        if (at - --begin > deepestIndent)
            return false;
    }
    const auto marks = text.sliced(begin, at - begin);
    return marks.isEmpty() || (LineForm::isBlank(marks.last(1)) &&
                               LineForm::anywhere(marks, [](QStringView rest) { return rest.isEmpty(); }));
}

} // namespace

qsizetype fencedCodeEnd(QStringView text, qsizetype at)
{
    if (at >= text.size() || (text[at] != u'`' && text[at] != u'~') || !opensLine(text, at))
        return at;
    auto end = LineForm::lineEnd(text, at);
    const int opening = LineForm::fenceLength(text.sliced(at, end - at));
    if (opening == 0)
        return at;
    while (end < text.size()) {
        auto rest = text.sliced(end + 1, LineForm::lineEnd(text, end + 1) - end - 1);
        end += 1 + rest.size();
        while (!rest.isEmpty() && LineForm::isBlank(rest.first(1)))
            rest = rest.sliced(1);
        const int closing = rest.startsWith(text[at]) ? LineForm::fenceLength(rest) : 0;
        if (closing >= opening && rest.sliced(closing).trimmed().isEmpty())
            return end;
    }
    return end;
}

} // namespace Weeknotes::Markdown
