// SPDX-License-Identifier: GPL-3.0-or-later
#include "highlight/inlinepassages.h"

#include "markdown/comments.h"

#include <algorithm>
#include <utility>

namespace Weeknotes {

namespace {

using Kind = MarkdownToken::Kind;

/// What hideInParagraph does, for `words`, whose text is `text`: adds what they become.
bool hideWords(const MarkdownToken &words, QStringView text, bool hides, std::vector<MarkdownToken> &tokens)
{
    const auto found = text.lastIndexOf(u"-->");
    const auto end = !hides ? 0 : found < 0 ? text.size() : found + 3;
    const auto begin = passageIn(text, end);
    const auto rest = begin < 0 ? text.size() : begin;
    if (end > 0)
        tokens.push_back(words.like(words.start, end, Kind::Comment));
    if (rest > end || text.isEmpty())
        tokens.push_back(words.like(words.start + int(end), rest - end, Kind::Words));
    if (begin >= 0)
        tokens.push_back(words.like(words.start + int(rest), text.size() - rest, Kind::Comment));
    return begin >= 0 || (hides && found < 0);
}

} // namespace

qsizetype passageIn(QStringView text, qsizetype from)
{
    auto at = text.indexOf(u"<!--", from);
    while (at >= 0 && ((at > 0 && text[at - 1] == u'\\') || !Markdown::isPassage(text.sliced(at))))
        at = text.indexOf(u"<!--", at + 1);
    return at;
}

bool hideInParagraph(std::vector<MarkdownToken> &tokens, QStringView line, int offset, bool hides)
{
    if (!hides && !line.contains(u"<!--"))
        return false;
    for (const MarkdownToken &token : std::exchange(tokens, {})) {
        const QStringView text = line.sliced(token.start - offset, token.length);
        if (token.kind == Kind::Words) {
            hides = hideWords(token, text, hides, tokens);
            continue;
        }
        if (token.kind == Kind::Comment) {
            const auto end = text.lastIndexOf(u"-->");
            hides = (hides && end < 0) || passageIn(text, std::max<qsizetype>(end, 0)) >= 0;
        }
        tokens.push_back(token);
    }
    return hides;
}

} // namespace Weeknotes
