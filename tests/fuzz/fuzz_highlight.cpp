// SPDX-License-Identifier: GPL-3.0-or-later
#include "highlight/markdownlexer.h"
#include "markdown/comments.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

using namespace Weeknotes;

namespace {

/// Tokens follow each other from the start of a line to its end.
void hold(const MarkdownLine &read, const QString &line)
{
    qsizetype end = 0;
    for (const MarkdownToken &token : read.tokens) {
        if (token.start != end || token.length < 0 || token.length > line.size() - end)
            std::abort();
        end += token.length;
    }
    if (end != line.size())
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static MarkdownLexer lexer;
    QString text = QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size));
    text.replace(QChar(1), QChar(0xd835)).replace(QChar(2), QChar(0xdc00)); // half a pair, which UTF-8 has none of
    const QStringList lines = text.split(u'\n');
    const auto alone = [](const QString &line) { return Markdown::quotesOfClosing(line).has_value(); };
    const qsizetype lastAlone = lines.rend() - std::find_if(lines.rbegin(), lines.rend(), alone) - 1;
    MarkdownLexer::State state;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const bool endsAlone = i < lastAlone;
        MarkdownLexer::State above = state;
        hold(lexer.read(lines[i], above, {.heading = 2, .endsAlone = endsAlone}), lines[i]);
        hold(lexer.read(lines[i], state, {.endsAlone = endsAlone}), lines[i]);
        if (above != state) // a heading leaves nothing for the next line
            std::abort();
    }
    return 0;
}
