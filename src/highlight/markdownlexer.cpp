// SPDX-License-Identifier: GPL-3.0-or-later
#include "highlight/markdownlexer.h"

#include "highlight/inlinepassages.h"
#include "highlight/languages.h"
#include "highlight/linehighlighter.h"
#include "highlight/repository.h"
#include "highlight/tokenroles.h"
#include "markdown/lineforms.h"

#include <KSyntaxHighlighting/Repository>

#include <QRegularExpression>

#include <algorithm>
#include <tuple>
#include <utility>

namespace Weeknotes {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestLine = 20'000; // no person writes one

using Kind = MarkdownToken::Kind;

/// Nearly always of HTML, which no underline makes a heading.
bool startsWithTag(QStringView words)
{
    static const QRegularExpression tag(u"^\\s*</?[A-Za-z][A-Za-z0-9-]*(?:[\\s/>]|$)"_s);
    return words.trimmed().startsWith(u'<') && tag.matchView(words).hasMatch();
}

} // namespace

/// What the definition calls its formats.
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
    Passage,
    Tail
};

/// What readBlocks leaves of a line: a passage that begins, or what follows a comment.
struct MarkdownLexer::Rest
{
    Name name = Name::Words;
    int at = -1; ///< -1: nothing
};

Container MarkdownLexer::Blocks::container(int quotes) const
{
    return items.isEmpty()
               ? Container{.quotes = quotes}
               : Container{.quotes = quotes, .column = items.back().column, .quotesAround = items.back().quotes};
}

/// What a line is made of that is in no fence and not blank.
struct MarkdownLexer::Shape
{
    int quotes = 0;
    bool text = false;
    QStringView words; ///< the first
    bool marked = false;
    bool items = false; ///< begin with it
    bool row = false;   ///< of a table
    bool rule = false;
    bool comment = false; ///< that has begun before
};

bool MarkdownLexer::State::operator==(const State &other) const
{
    return blocks == other.blocks &&
           (passage == other.passage || (passage && other.passage && *passage == *other.passage));
}

MarkdownLexer::MarkdownLexer()
{
    static const QHash<QString, Name> known{
        {u"Words"_s, Name::Words},     {u"Quoted"_s, Name::Quoted},   {u"Quote Mark"_s, Name::QuoteMark},
        {u"Heading"_s, Name::Heading}, {u"Mark"_s, Name::Mark},       {u"Break"_s, Name::Break},
        {u"Markup"_s, Name::Markup},   {u"Code"_s, Name::Code},       {u"Fence"_s, Name::Fence},
        {u"Fenced"_s, Name::Fenced},   {u"Comment"_s, Name::Comment}, {u"Passage"_s, Name::Passage},
        {u"Tail"_s, Name::Tail}};
    m_blocks = std::make_unique<LineHighlighter>(syntaxRepository().definitionForName(u"Weeknotes Blocks"_s));
    m_names = m_blocks->named(known);
}

MarkdownLexer::~MarkdownLexer() = default;

MarkdownLine MarkdownLexer::read(const QString &line, State &state, LinesBelow below)
{
    MarkdownLine read;
    if (state.passage) {
        readHidden(line, state, below, read);
        return read;
    }
    const bool hides = state.blocks.paragraph && state.blocks.paragraph->hides;
    readOpen(line, state, below, read);
    if (hides && !read.continues) {
        read = {};
        state = {.blocks = {}, .passage = std::make_shared<const Passage>()};
        readHidden(line, state, below, read);
    }
    return read;
}

void MarkdownLexer::readOpen(QStringView line, State &state, LinesBelow below, MarkdownLine &read)
{
    const Rest rest = readBlocks(line, {}, state.blocks, below.heading, read);
    if (rest.at < 0)
        return;
    if (rest.name == Name::Tail)
        return addTail(line, rest.at, state, read);
    const auto begin = passageIn(line, rest.at);
    if (begin < 0) { // the definition's words should be the parser's, which has the last say
        read.tokens.push_back(MarkdownToken{}.like(rest.at, line.size() - rest.at, Kind::Comment));
        return;
    }
    const Markdown::OpenPassage passage(line, begin, below.endsAlone);
    const Container in = state.blocks.container(int(line.first(begin).count(u'>')));
    addPassage(line, rest.at, passage.end(), {.in = in, .blocks = {}, .end = passage}, state, read);
}

/// What stands from `at` on, of a passage that begins with it and has its `end` in `line`; if that is -1, it is `open`
/// after it.
void MarkdownLexer::addPassage(QStringView line, int at, qsizetype end, const Passage &open, State &state,
                               MarkdownLine &read)
{
    read.hidden = true;
    read.tokens.push_back(MarkdownToken{.hidden = true}.like(at, (end < 0 ? line.size() : end) - at, Kind::Comment));
    if (end >= 0)
        addTail(line, int(end), state, read);
    else
        state.passage = std::make_shared<const Passage>(open);
}

/// What follows the end of a comment belongs to the same HTML, which ends with the line: a passage that begins in it
/// and does not end there never does.
void MarkdownLexer::addTail(QStringView line, int at, State &state, MarkdownLine &read)
{
    const auto begin = passageIn(line, at);
    m_words.add(line.sliced(at, (begin < 0 ? line.size() : begin) - at), {.start = at}, read.tokens);
    if (begin >= 0)
        addPassage(line, int(begin), Markdown::OpenPassage(line, begin, false).end(), {}, state, read);
}

/// A line within a passage, which is Markdown like any other.
void MarkdownLexer::readHidden(QStringView line, State &state, LinesBelow below, MarkdownLine &read)
{
    read.hidden = true;
    Passage passage = *state.passage;
    auto margin = passage.in.marginOf(line);
    if (!margin) { // what it stood in has ended, and it has not
        passage = {};
        margin = 0;
    }
    if (passage.end)
        passage.end->read(line);
    const qsizetype end = passage.end ? passage.end->end() : -1;
    const qsizetype mark = end < 0 ? line.size() : end - 3;
    MarkdownToken style{.hidden = true};
    if (*margin > 0)
        read.tokens.push_back(style.like(0, *margin, Kind::Markup));
    style.start = *margin;
    addHidden(line.sliced(*margin, mark - *margin), style, passage, below.heading, read);
    if (end < 0) {
        state.passage = std::make_shared<const Passage>(std::move(passage));
        return;
    }
    state.passage = nullptr;
    read.tokens.push_back(style.like(int(mark), end - mark, Kind::Comment));
    addTail(line, int(end), state, read);
}

/// The `words` of a line within `passage`.
void MarkdownLexer::addHidden(QStringView words, MarkdownToken style, Passage &passage, int heading, MarkdownLine &read)
{
    const bool endsInner = passage.end && passage.end->end() < 0 && Markdown::quotesOfClosing(words).has_value();
    const Rest rest = endsInner ? Rest{Name::Passage, 0} : readBlocks(words, style, passage.blocks, heading, read);
    if (rest.at < 0)
        return;
    style.start += rest.at;
    if (rest.name == Name::Tail)
        return m_words.add(words.sliced(rest.at), style, read.tokens);
    // A passage within begins or ends.
    read.tokens.push_back(style.like(style.start, words.size() - rest.at, Kind::Comment));
    passage.blocks = {};
}

/// Adds what `line` consists of, which begins at the start of `style`, but for what is left to the caller.
MarkdownLexer::Rest MarkdownLexer::readBlocks(QStringView line, MarkdownToken style, Blocks &blocks, int heading,
                                              MarkdownLine &read)
{
    if (line.size() > longestLine)
        return {};
    const std::optional<Paragraph> before = std::exchange(blocks.paragraph, {});
    read.underline = before && !before->plain ? before->in.underlineLevel(line) : 0;
    if (read.underline > 0) {
        std::ignore = m_blocks->runs({}, blocks.contexts); // the paragraph has ended
        style.quoted = before->in.quotes > 0;
        read.tokens.push_back(style.like(style.start, line.size(), Kind::Markup));
        return {};
    }
    const std::vector<FormatRun> runs = m_blocks->runs(line, blocks.contexts);
    const bool fenced = blocks.fence && isFencedStill(*blocks.fence, runs);
    if (!fenced) // it may have ended with its quote
        blocks.fence.reset();
    const Rest rest = addRuns(runs, line, style, blocks, heading, read.tokens);
    if (!fenced && Weeknotes::marginOf(line).length < line.size())
        followParagraph(shapeOf(runs, line), line, style, before, blocks, read);
    return rest;
}

/// Adds the tokens of `runs`.
MarkdownLexer::Rest MarkdownLexer::addRuns(const std::vector<FormatRun> &runs, QStringView line, MarkdownToken style,
                                           Blocks &blocks, int heading, std::vector<MarkdownToken> &tokens)
{
    const int offset = style.start;
    if (blocks.fence && line.isEmpty())
        addFenced(line, style, *blocks.fence, tokens);
    for (const FormatRun &run : runs) {
        const QStringView part = line.sliced(run.start, run.length);
        style.start = offset + run.start;
        const auto add = [&](Kind kind) { tokens.push_back(style.like(style.start, run.length, kind)); };
        switch (const Name name = m_names.value(run.format.id())) {
        case Name::QuoteMark:
            style.quoted = true;
            add(Kind::Markup);
            break;
        case Name::Heading:
            m_words.addHeading(part, style, tokens);
            break;
        case Name::Fence:
            followFence(part, style.quoted, blocks);
            add(Kind::Fence);
            break;
        case Name::Fenced:
            if (blocks.fence)
                addFenced(part, style, *blocks.fence, tokens);
            break;
        case Name::Code:
            add(Kind::Code);
            break;
        case Name::Comment:
            add(Kind::Comment);
            break;
        case Name::Mark:
        case Name::Break:
        case Name::Markup:
            add(Kind::Markup);
            break;
        case Name::Passage:
        case Name::Tail:
            return {name, run.start};
        default: {
            style.quoted = style.quoted || name == Name::Quoted;
            MarkdownToken words = style;
            words.heading = heading;
            m_words.add(part, words, tokens);
        }
        }
    }
    return {};
}

MarkdownLexer::Shape MarkdownLexer::shapeOf(const std::vector<FormatRun> &runs, QStringView line) const
{
    Shape shape;
    for (const FormatRun &run : runs) {
        const QStringView part = line.sliced(run.start, run.length);
        const Name name = m_names.value(run.format.id());
        const bool words = name == Name::Words || name == Name::Quoted;
        const bool first = &run == &runs.front();
        if (words && !shape.text)
            shape.words = part;
        shape.quotes += name == Name::QuoteMark ? int(part.count(u'>')) : 0;
        shape.text = shape.text || words;
        shape.marked = shape.marked || name == Name::Mark;
        shape.rule = shape.rule || name == Name::Break;
        shape.comment = shape.comment || (first && name == Name::Comment && !part.trimmed().startsWith(u"<!--"));
    }
    const QStringView rest = line.sliced(Weeknotes::marginOf(line).length);
    shape.items = shape.marked && Markdown::LineForm::isListMarker(rest);
    shape.row = shape.marked && rest.startsWith(u'|');
    return shape;
}

/// Tells what `line` leaves open of paragraphs and items. `before` is what it found.
void MarkdownLexer::followParagraph(const Shape &shape, QStringView line, const MarkdownToken &style,
                                    const std::optional<Paragraph> &before, Blocks &blocks, MarkdownLine &read)
{
    const bool goesOn = shape.row || (!shape.marked && (shape.text || shape.comment));
    read.continues = before && goesOn && shape.quotes <= before->in.quotes;
    const bool listed = !blocks.items.isEmpty();
    if (!read.continues)
        followItems(line, shape.items, blocks.items);
    if (shape.rule && listed && blocks.items.isEmpty())
        blocks.contexts = {}; // the definition knows no columns: to it the list went on
    if (read.continues)
        blocks.paragraph = before;
    else if (shape.text || shape.row)
        blocks.paragraph = {.in = blocks.container(shape.quotes),
                            .plain = (shape.marked && !shape.items && !shape.row) || startsWithTag(shape.words)};
    if (shape.row && !shape.text) // below the head of a table
        blocks.paragraph->plain = true;
    if (blocks.paragraph && !style.hidden)
        blocks.paragraph->hides = hideInParagraph(read.tokens, line, style.start, blocks.paragraph->hides);
}

void MarkdownLexer::followFence(QStringView line, bool quoted, Blocks &blocks)
{
    const QStringView fence = line.trimmed();
    if (blocks.fence)
        blocks.fence.reset();
    else
        blocks.fence = {.language = highlighterOf(fence.sliced(Markdown::LineForm::fenceLength(fence)).toString()),
                        .code = {},
                        .quoted = quoted};
}

LineHighlighter *MarkdownLexer::highlighterOf(const QString &language)
{
    const auto definition = definitionOfLanguage(language);
    if (!definition.isValid())
        return nullptr;
    std::unique_ptr<LineHighlighter> &highlighter = m_languages[definition.name()];
    if (!highlighter)
        highlighter = std::make_unique<LineHighlighter>(definition);
    return highlighter.get();
}

/// Whether a line within `fence` still is, or ends it.
bool MarkdownLexer::isFencedStill(const Fence &fence, const std::vector<FormatRun> &runs) const
{
    if (fence.quoted) // what has no mark of a quote is outside, be it another fence
        return !runs.empty() && m_names.value(runs.front().format.id()) == Name::QuoteMark;
    return std::ranges::all_of(runs, [this](const FormatRun &run) {
        const Name name = m_names.value(run.format.id());
        return name == Name::Fenced || name == Name::Fence;
    });
}

/// `line`, which begins at the start of `style`, of the code in `fence`.
void MarkdownLexer::addFenced(QStringView line, const MarkdownToken &style, Fence &fence,
                              std::vector<MarkdownToken> &tokens)
{
    MarkdownToken code{.hidden = style.hidden};
    if (!fence.language || line.size() > longestCodeLine) {
        if (!line.isEmpty())
            tokens.push_back(code.like(style.start, line.size(), Kind::Fenced));
        return;
    }
    for (const FormatRun &run : fence.language->runs(line, fence.code)) {
        code.role = roleOf(run.format.textStyle());
        tokens.push_back(code.like(style.start + run.start, run.length, Kind::Fenced));
    }
}

} // namespace Weeknotes
