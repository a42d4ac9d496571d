// SPDX-License-Identifier: GPL-3.0-or-later
#include "highlight/codehighlighter.h"

#include "highlight/languages.h"
#include "highlight/linehighlighter.h"
#include "highlight/tokenroles.h"

namespace Weeknotes {

namespace {

constexpr qsizetype longestCode = 200'000;

bool hasLineOver(const QString &code, qsizetype limit)
{
    qsizetype start = 0;
    for (qsizetype end = code.indexOf(u'\n'); end >= 0; end = code.indexOf(u'\n', start)) {
        if (end - start > limit)
            return true;
        start = end + 1;
    }
    return code.size() - start > limit;
}

} // namespace

std::vector<CodeRun> highlightCode(const QString &code, const QString &language)
{
    if (code.size() > longestCode || hasLineOver(code, longestCodeLine))
        return {};
    const auto definition = definitionOfLanguage(language);
    if (!definition.isValid())
        return {};
    LineHighlighter highlighter(definition);
    KSyntaxHighlighting::State state;
    std::vector<CodeRun> coloured;
    for (const QStringView line : QStringView(code).split(u'\n')) {
        const int lineStart = int(line.data() - code.data());
        for (const FormatRun &run : highlighter.runs(line, state)) {
            const TokenRole role = roleOf(run.format.textStyle());
            if (role == TokenRole::Normal)
                continue;
            const int start = lineStart + run.start;
            const bool goesOn = run.start > 0 && !coloured.empty() && coloured.back().role == role &&
                                coloured.back().start + coloured.back().length == start;
            if (goesOn)
                coloured.back().length += run.length;
            else
                coloured.push_back({start, run.length, role});
        }
    }
    return coloured;
}

} // namespace Weeknotes
