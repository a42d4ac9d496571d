// SPDX-License-Identifier: GPL-3.0-or-later
#include "highlight/markdownlexer.h"

#include "highlight/languages.h"
#include "highlight/linehighlighter.h"
#include "highlight/repository.h"
#include "highlight/tokenroles.h"

#include <KSyntaxHighlighting/Repository>

#include <algorithm>
#include <utility>

namespace Weeknotes {

using namespace Qt::StringLiterals;

namespace {

// What looks for its other end goes quadratic where there is none; no person writes such a line.
constexpr qsizetype longestLine = 20'000;
constexpr qsizetype longestWords = 8'000;

using Kind = MarkdownToken::Kind;

MarkdownToken token(int start, qsizetype length, const MarkdownToken &style, Kind kind)
{
    MarkdownToken token = style;
    token.start = start;
    token.length = int(length);
    token.kind = kind;
    return token;
}

int countFront(QStringView text, QChar c)
{
    return int(std::ranges::find_if_not(text, [c](QChar other) { return other == c; }) - text.begin());
}

int countSpaces(QStringView text)
{
    return int(std::ranges::find_if_not(text, [](QChar c) { return c.isSpace(); }) - text.begin());
}

} // namespace

/// What the definitions call their formats.
enum class MarkdownLexer::Name
{
    Words,
    Quoted,
    QuoteMark,
    Heading,
    Mark,
    Break,
    Markup,
    Code,
    Fence,
    Fenced,
    Comment,
    Picture,
    Strong,
    Emphasis,
    StrongEmphasis,
    Struck
};

MarkdownLexer::Names MarkdownLexer::namesOf(const KSyntaxHighlighting::Definition &definition)
{
    static const QHash<QString, Name> known{
        {u"Words"_s, Name::Words},     {u"Quoted"_s, Name::Quoted},     {u"Quote Mark"_s, Name::QuoteMark},
        {u"Heading"_s, Name::Heading}, {u"Mark"_s, Name::Mark},         {u"Break"_s, Name::Break},
        {u"Markup"_s, Name::Markup},   {u"Code"_s, Name::Code},         {u"Fence"_s, Name::Fence},
        {u"Fenced"_s, Name::Fenced},   {u"Comment"_s, Name::Comment},   {u"Picture"_s, Name::Picture},
        {u"Strong"_s, Name::Strong},   {u"Emphasis"_s, Name::Emphasis}, {u"Strong Emphasis"_s, Name::StrongEmphasis},
        {u"Struck"_s, Name::Struck}};
    Names names;
    for (const KSyntaxHighlighting::Format &format : definition.formats())
        names.insert(format.id(), known.value(format.name()));
    return names;
}

MarkdownLexer::MarkdownLexer()
{
    const auto blocks = syntaxRepository().definitionForName(u"Weeknotes Blocks"_s);
    const auto words = syntaxRepository().definitionForName(u"Weeknotes Words"_s);
    m_blocks = std::make_unique<LineHighlighter>(blocks);
    m_words = std::make_unique<LineHighlighter>(words);
    m_blockNames = namesOf(blocks);
    m_wordNames = namesOf(words);
}

MarkdownLexer::~MarkdownLexer() = default;

std::vector<MarkdownToken> MarkdownLexer::tokens(const QString &line, State &state)
{
    std::vector<MarkdownToken> tokens;
    if (line.size() > longestLine)
        return tokens;
    MarkdownToken style;
    const std::vector<FormatRun> runs = m_blocks->runs(line, state.blocks);
    if (state.isFenced && !isFencedStill(runs)) // with the quote that it stood in
        state.leaveFence();
    if (state.isFenced && line.isEmpty())
        addFenced(line, 0, state, tokens);
    for (const FormatRun &run : runs) {
        const QStringView part = QStringView(line).mid(run.start, run.length);
        style.start = run.start;
        switch (m_blockNames.value(run.format.id())) {
        case Name::Quoted:
            style.quoted = true;
            addWords(part, style, tokens);
            break;
        case Name::QuoteMark:
            style.quoted = true;
            tokens.push_back(token(run.start, run.length, style, Kind::Markup));
            break;
        case Name::Heading:
            addHeading(part, style, tokens);
            break;
        case Name::Fence:
            addFence(part, state);
            tokens.push_back(token(run.start, run.length, style, Kind::Fence));
            break;
        case Name::Fenced:
            addFenced(part, run.start, state, tokens);
            break;
        case Name::Code:
            tokens.push_back(token(run.start, run.length, style, Kind::Code));
            break;
        case Name::Comment:
            tokens.push_back(token(run.start, run.length, style, Kind::Comment));
            break;
        case Name::Mark:
        case Name::Break:
        case Name::Markup:
            tokens.push_back(token(run.start, run.length, style, Kind::Markup));
            break;
        default:
            addWords(part, style, tokens);
        }
    }
    return tokens;
}

/// `style` starts where `words` do.
void MarkdownLexer::addWords(QStringView words, MarkdownToken style, std::vector<MarkdownToken> &tokens)
{
    if (words.size() > longestWords) {
        tokens.push_back(token(style.start, words.size(), style, Kind::Words));
        return;
    }
    const int from = style.start;
    KSyntaxHighlighting::State state;
    for (const FormatRun &run : m_words->runs(words, state)) {
        const QStringView part = words.mid(run.start, run.length);
        style.start = from + run.start;
        MarkdownToken inner = style;
        switch (m_wordNames.value(run.format.id())) {
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
            tokens.push_back(token(style.start, marks, style, Kind::Markup));
            tokens.push_back(token(style.start + marks, part.size() - 2 * marks, style, Kind::Code));
            tokens.push_back(token(style.start + int(part.size()) - marks, marks, style, Kind::Markup));
            break;
        }
        case Name::Mark:
        case Name::Markup:
            tokens.push_back(token(style.start, part.size(), style, Kind::Markup));
            break;
        case Name::Comment:
            tokens.push_back(token(style.start, part.size(), style, Kind::Comment));
            break;
        case Name::Picture:
            tokens.push_back(token(style.start, part.size(), style, Kind::Picture));
            break;
        default:
            tokens.push_back(token(style.start, part.size(), style, Kind::Words));
        }
    }
}

/// `words` with so many characters of marks at either end, which look like `style`.
void MarkdownLexer::addMarked(QStringView words, int before, int after, const MarkdownToken &style, MarkdownToken inner,
                              std::vector<MarkdownToken> &tokens)
{
    const int end = style.start + int(words.size()) - after;
    if (before > 0)
        tokens.push_back(token(style.start, before, style, Kind::Markup));
    inner.start = style.start + before;
    addWords(words.sliced(before).chopped(after), inner, tokens);
    if (after > 0)
        tokens.push_back(token(end, after, style, Kind::Markup));
}

void MarkdownLexer::addHeading(QStringView line, MarkdownToken style, std::vector<MarkdownToken> &tokens)
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

void MarkdownLexer::addFence(QStringView line, State &state) const
{
    const QStringView fence = line.trimmed();
    if (state.isFenced)
        return state.leaveFence();
    state.isFenced = true;
    state.language = fence.sliced(countFront(fence, fence.front())).trimmed().toString();
}

/// Whether a line within a fence still is, or ends it.
bool MarkdownLexer::isFencedStill(const std::vector<FormatRun> &runs) const
{
    return std::ranges::all_of(runs, [this](const FormatRun &run) {
        const Name name = m_blockNames.value(run.format.id());
        return name == Name::Fenced || name == Name::Fence || name == Name::QuoteMark || name == Name::Quoted;
    });
}

/// `line`, which begins at `start`, of the code in a fence.
void MarkdownLexer::addFenced(QStringView line, int start, State &state, std::vector<MarkdownToken> &tokens)
{
    const auto definition = definitionOfLanguage(state.language);
    MarkdownToken style;
    if (!definition.isValid() || line.size() > longestCodeLine) {
        if (!line.isEmpty())
            tokens.push_back(token(start, line.size(), style, Kind::Fenced));
        return;
    }
    std::unique_ptr<LineHighlighter> &language = m_languages[definition.name()];
    if (!language)
        language = std::make_unique<LineHighlighter>(definition);
    for (const FormatRun &run : language->runs(line, state.code)) {
        style.role = roleOf(run.format.textStyle());
        tokens.push_back(token(start + run.start, run.length, style, Kind::Fenced));
    }
}

} // namespace Weeknotes
