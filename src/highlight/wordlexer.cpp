// SPDX-License-Identifier: GPL-3.0-or-later
#include "highlight/wordlexer.h"

#include "highlight/linehighlighter.h"
#include "highlight/repository.h"

#include <KSyntaxHighlighting/Repository>

#include <QString>

#include <algorithm>

namespace Weeknotes {

using namespace Qt::StringLiterals;

namespace {

// What looks for its other end goes quadratic where there is none; no person writes such a line.
constexpr qsizetype longestWords = 8'000;

using Kind = MarkdownToken::Kind;

int countFront(QStringView text, QChar c)
{
    return int(std::ranges::find_if_not(text, [c](QChar other) { return other == c; }) - text.begin());
}

int countSpaces(QStringView text)
{
    return int(std::ranges::find_if_not(text, [](QChar c) { return c.isSpace(); }) - text.begin());
}

} // namespace

/// What the definition calls its formats.
enum class WordLexer::Name
{
    Words,
    Mark,
    Markup,
    Code,
    Comment,
    Picture,
    Strong,
    Emphasis,
    StrongEmphasis,
    Struck
};

WordLexer::WordLexer()
{
    static const QHash<QString, Name> known{
        {u"Words"_s, Name::Words},   {u"Mark"_s, Name::Mark},         {u"Markup"_s, Name::Markup},
        {u"Code"_s, Name::Code},     {u"Comment"_s, Name::Comment},   {u"Picture"_s, Name::Picture},
        {u"Strong"_s, Name::Strong}, {u"Emphasis"_s, Name::Emphasis}, {u"Strong Emphasis"_s, Name::StrongEmphasis},
        {u"Struck"_s, Name::Struck}};
    m_highlighter = std::make_unique<LineHighlighter>(syntaxRepository().definitionForName(u"Weeknotes Words"_s));
    m_names = m_highlighter->named(known);
}

WordLexer::~WordLexer() = default;

void WordLexer::add(QStringView words, MarkdownToken style, std::vector<MarkdownToken> &tokens)
{
    if (words.size() > longestWords) {
        tokens.push_back(style.like(style.start, words.size(), Kind::Words));
        return;
    }
    const int from = style.start;
    KSyntaxHighlighting::State state;
    for (const FormatRun &run : m_highlighter->runs(words, state)) {
        const QStringView part = words.mid(run.start, run.length);
        style.start = from + run.start;
        MarkdownToken inner = style;
        switch (m_names.value(run.format.id())) {
        case Name::Strong:
            inner.strong = true;
            addMarked(part, 2, 2, style, inner, tokens);
            break;
        case Name::Emphasis:
            inner.emphasis = true;
            addMarked(part, 1, 1, style, inner, tokens);
            break;
        case Name::StrongEmphasis:
            inner.strong = inner.emphasis = true;
            addMarked(part, 3, 3, style, inner, tokens);
            break;
        case Name::Struck: {
            inner.struck = true;
            const int marks = countFront(part, u'~');
            addMarked(part, marks, marks, style, inner, tokens);
            break;
        }
        case Name::Code: {
            const int marks = countFront(part, u'`');
            tokens.push_back(style.like(style.start, marks, Kind::Markup));
            tokens.push_back(style.like(style.start + marks, part.size() - 2 * marks, Kind::Code));
            tokens.push_back(style.like(style.start + int(part.size()) - marks, marks, Kind::Markup));
            break;
        }
        case Name::Mark:
        case Name::Markup:
            tokens.push_back(style.like(style.start, part.size(), Kind::Markup));
            break;
        case Name::Comment:
            tokens.push_back(style.like(style.start, part.size(), Kind::Comment));
            break;
        case Name::Picture:
            tokens.push_back(style.like(style.start, part.size(), Kind::Picture));
            break;
        default:
            tokens.push_back(style.like(style.start, part.size(), Kind::Words));
        }
    }
}

/// `words` with so many characters of marks at either end, which look like `style`.
void WordLexer::addMarked(QStringView words, int before, int after, const MarkdownToken &style, MarkdownToken inner,
                          std::vector<MarkdownToken> &tokens)
{
    const int end = style.start + int(words.size()) - after;
    if (before > 0)
        tokens.push_back(style.like(style.start, before, Kind::Markup));
    inner.start = style.start + before;
    add(words.sliced(before).chopped(after), inner, tokens);
    if (after > 0)
        tokens.push_back(style.like(end, after, Kind::Markup));
}

void WordLexer::addHeading(QStringView line, MarkdownToken style, std::vector<MarkdownToken> &tokens)
{
    int before = countSpaces(line);
    style.heading = countFront(line.sliced(before), u'#');
    before += style.heading;
    before += countSpaces(line.sliced(before));
    // Closing marks count after a space, or as all there is.
    const QStringView trimmed = line.sliced(before).trimmed();
    QStringView words = trimmed;
    while (words.endsWith(u'#'))
        words.chop(1);
    const bool isClosed = words.isEmpty() || words.back().isSpace();
    const qsizetype length = isClosed ? words.trimmed().size() : trimmed.size();
    addMarked(line, before, int(line.size() - before - length), style, style, tokens);
}

} // namespace Weeknotes
