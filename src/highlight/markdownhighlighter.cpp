// SPDX-License-Identifier: GPL-3.0-or-later
#include "highlight/markdownhighlighter.h"

#include "highlight/commentlines.h"
#include "highlight/markdownlexer.h"

#include <QDeadlineTimer>
#include <QHash>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>

#include <algorithm>
#include <array>

namespace Weeknotes {

using namespace Qt::StringLiterals;

namespace {

using Line = MarkdownHighlighter::Line;

constexpr int turnLength = 4; // ms; with the layout that follows, half a frame
/// Sizes of the six headings, as shares of the text's: enough to be seen, too little to shake the measure.
constexpr std::array headingScale{1.25, 1.15, 1.1, 1.05, 1.0, 1.0};

/// What is kept with each line for the next one.
class BlockData final : public QTextBlockUserData
{
public:
    MarkdownLexer::State state; ///< after the line
    Line line = Line::Prose;
    Line after = Line::Prose; ///< what the next line is inside of
    std::vector<MarkdownHighlighter::Part> prose;
    // Levels of headings, 0 for none:
    int heading = 0;    ///< that the line is a part of, as the one below had it
    int above = 0;      ///< that it makes the one above a part of
    bool stale = false; ///< it, or what stands before it, has changed since
};

BlockData *dataOf(const QTextBlock &block)
{
    return static_cast<BlockData *>(block.userData());
}

/// It was coloured once, and is not right any more.
bool isStale(const QTextBlock &block)
{
    const BlockData *data = dataOf(block);
    return data && data->stale;
}

void makeStale(const QTextBlock &block)
{
    if (BlockData *data = dataOf(block))
        data->stale = true;
}

/// What a comment is that starts here.
Line lineOfComment(QStringView text)
{
    return text.sliced(4).trimmed().startsWith(u'?') ? Line::Prompt : Line::Prose;
}

bool isQuoteMark(const MarkdownToken &token)
{
    return token.quoted && token.kind == MarkdownToken::Kind::Markup;
}

/// Of "![alt](address "caption")", alt and caption.
void addPicture(QStringView picture, int start, std::vector<MarkdownHighlighter::Part> &prose)
{
    const qsizetype alt = picture.indexOf(u']');
    prose.push_back({start + 2, int(alt - 2)});
    const qsizetype open = picture.indexOf(u'"', alt);
    const qsizetype close = picture.lastIndexOf(u'"');
    if (open >= 0 && close > open)
        prose.push_back({start + int(open) + 1, int(close - open - 1)});
}

void addProse(const MarkdownToken &token, QStringView line, std::vector<MarkdownHighlighter::Part> &prose)
{
    if (token.kind == MarkdownToken::Kind::Words)
        prose.push_back({token.start, token.length});
    else if (token.kind == MarkdownToken::Kind::Picture)
        addPicture(line.mid(token.start, token.length), token.start, prose);
}

/// How a line looks, stretch by stretch.
class LineFormats
{
public:
    void add(int start, int length, const QTextCharFormat &format)
    {
        if (length <= 0 || format.isEmpty())
            return;
        QTextLayout::FormatRange *last = m_ranges.isEmpty() ? nullptr : &m_ranges.last();
        if (last && last->start + last->length == start && last->format == format)
            last->length += length;
        else
            m_ranges.append({start, length, format});
    }

    /// Whether the line looks different now. The formats that an input method gave what is being composed stay.
    bool giveTo(QTextLayout &layout)
    {
        const int composed = int(layout.preeditAreaText().size());
        const int at = layout.preeditAreaPosition();
        if (composed > 0) {
            for (QTextLayout::FormatRange &range : m_ranges) {
                if (range.start >= at)
                    range.start += composed;
                else if (range.start + range.length > at)
                    range.length += composed;
            }
            for (const QTextLayout::FormatRange &range : layout.formats()) {
                if (range.start >= at && range.start + range.length <= at + composed)
                    m_ranges.append(range);
            }
        }
        if (layout.formats() == m_ranges)
            return false;
        layout.setFormats(m_ranges);
        return true;
    }

private:
    QList<QTextLayout::FormatRange> m_ranges;
};

} // namespace

/// The lexer, and what its tokens look like.
class MarkdownHighlighter::Engine
{
public:
    explicit Engine(const MarkdownLook &look) { setLook(look); }

    void setLook(const MarkdownLook &look);
    [[nodiscard]] const MarkdownLook &look() const { return m_look; }
    /// What the line looks like. Tells `data` what it is, and its prose.
    [[nodiscard]] LineFormats dress(const MarkdownLine &line, const QString &text, BlockData &data);

    MarkdownLexer lexer;

private:
    [[nodiscard]] const QTextCharFormat &format(const MarkdownToken &token);
    [[nodiscard]] QTextCharFormat makeFormat(const MarkdownToken &token) const;

    MarkdownLook m_look;
    QTextCharFormat m_markup;
    QTextCharFormat m_hidden; // prompts, the marks of passages; and quotes
    std::array<QTextCharFormat, tokenRoleCount> m_fenced;
    std::array<QTextCharFormat, headingScale.size()> m_headings;
    QHash<uint, QTextCharFormat> m_formats; // by what a token's look depends on
};

void MarkdownHighlighter::Engine::setLook(const MarkdownLook &look)
{
    m_look = look;
    m_formats.clear();
    m_markup.setForeground(look.markup);
    m_hidden = m_markup;
    m_hidden.setFontItalic(true);
    for (size_t role = 0; role < m_fenced.size(); ++role) {
        m_fenced[role].setFontFamilies(look.codeFamilies);
        m_fenced[role].setForeground(look.tokens[role]);
        m_fenced[role].setFontItalic(role == size_t(TokenRole::Comment));
    }
    for (size_t level = 0; level < m_headings.size(); ++level) {
        m_headings[level].setFontWeight(QFont::Bold);
        m_headings[level].setProperty(QTextFormat::FontPixelSize, qRound(look.size * headingScale[level]));
    }
}

const QTextCharFormat &MarkdownHighlighter::Engine::format(const MarkdownToken &token)
{
    const uint key = uint(token.kind) | uint(token.role) << 4 | uint(token.heading) << 8 | uint(token.strong) << 12 |
                     uint(token.emphasis) << 13 | uint(token.struck) << 14 | uint(token.quoted) << 15 |
                     uint(token.hidden) << 16;
    auto known = m_formats.find(key);
    if (known == m_formats.end())
        known = m_formats.insert(key, makeFormat(token));
    return *known;
}

QTextCharFormat MarkdownHighlighter::Engine::makeFormat(const MarkdownToken &token) const
{
    using enum MarkdownToken::Kind;
    QTextCharFormat format;
    if (token.kind == Fenced)
        format = m_fenced[size_t(token.role)];
    if (token.heading > 0)
        format = m_headings[size_t(token.heading) - 1];
    if (token.quoted || (token.hidden && token.kind == Comment))
        format.merge(m_hidden);
    if (token.strong)
        format.setFontWeight(QFont::Bold);
    if (token.emphasis)
        format.setFontItalic(true);
    if (token.struck)
        format.setFontStrikeOut(true);
    if (token.kind == Code)
        format.merge(m_fenced[size_t(TokenRole::String)]);
    if (token.hidden || (token.kind != Words && token.kind != Code && token.kind != Fenced))
        format.merge(m_markup);
    return format;
}

LineFormats MarkdownHighlighter::Engine::dress(const MarkdownLine &line, const QString &text, BlockData &data)
{
    LineFormats formats;
    const auto first = std::ranges::find_if_not(line.tokens, isQuoteMark);
    using enum MarkdownToken::Kind;
    if (first != line.tokens.end() && first->kind != Comment && first->kind != Fenced && first->kind != Fence)
        data.line = data.after = Line::Prose; // it ended with the quote that it stood in
    for (const MarkdownToken &token : line.tokens) {
        bool isPrompt = false;
        if (token.kind == Fence) {
            data.line = Line::Code;
            data.after = data.state.blocks.fence ? Line::Code : Line::Prose;
        } else if (token.kind == Comment) {
            const QStringView words = QStringView(text).mid(token.start, token.length).trimmed();
            if (words.startsWith("<!--"_L1) && &token == &*first)
                data.line = data.after = lineOfComment(words);
            isPrompt = data.after == Line::Prompt;
            if (words.endsWith("-->"_L1))
                data.after = Line::Prose;
        }
        formats.add(token.start, token.length, isPrompt ? m_hidden : format(token));
        addProse(token, text, data.prose);
    }
    if (line.hidden) {
        data.line = Line::Private;
        data.after = Line::Prose;
    }
    return formats;
}

MarkdownHighlighter::MarkdownHighlighter(QTextDocument *document, const MarkdownLook &look)
    : QObject(document)
    , m_document(document)
    , m_engine(std::make_unique<Engine>(look))
    , m_last(document->characterCount())
{
    connect(document, &QTextDocument::contentsChange, this, &MarkdownHighlighter::follow);
    m_turn.start(0, this);
}

MarkdownHighlighter::~MarkdownHighlighter() = default;

void MarkdownHighlighter::setLook(const MarkdownLook &look)
{
    if (m_engine->look() == look)
        return;
    m_engine->setLook(look);
    for (QTextBlock block = m_document->begin(); block.isValid(); block = block.next())
        makeStale(block);
    m_last = m_document->characterCount();
    goOnFrom(0, -1);
}

MarkdownHighlighter::Line MarkdownHighlighter::line(const QTextBlock &block)
{
    const BlockData *data = dataOf(block);
    return data ? data->line : Line::Prose;
}

void MarkdownHighlighter::follow(int position, int removed, int added)
{
    const auto moved = [&](int place) {
        return place > position ? std::max(position, place + added - removed) : place;
    };
    const int last = position + added;
    QTextBlock block = m_document->findBlock(position);
    for (; block.isValid() && block.position() <= last; block = block.next())
        makeStale(block);
    makeStale(block); // the line that it took over from may be gone
    int next = moved(m_next);
    m_last = isDone() ? last : std::max(moved(m_last), last);
    if (position == 0 && last >= m_document->characterCount() - 1)
        m_comments.reset(); // another text
    if (m_comments) {
        for (const int line : m_comments->follow(*m_document, position, removed, added)) {
            makeStale(m_document->findBlock(line));
            m_last = std::max(m_last, line);
            next = next < 0 ? line : std::min(next, line);
        }
    }
    goOnFrom(next, colour(position, last, QDeadlineTimer(turnLength, Qt::PreciseTimer)));
}

/// From the first of two places, if not both are -1, and as far as the other.
void MarkdownHighlighter::goOnFrom(int position, int other)
{
    m_next = position < 0 || other < 0 ? std::max(position, other) : std::min(position, other);
    m_last = std::max({m_last, position, other});
    if (m_next < 0)
        m_turn.stop();
    else if (!m_turn.isActive())
        m_turn.start(0, this);
}

void MarkdownHighlighter::timerEvent(QTimerEvent * /*event*/)
{
    Q_EMIT turnBegins();
    const QDeadlineTimer end(turnLength, Qt::PreciseTimer);
    const Stretch view = m_view ? m_view() : Stretch{};
    const int rest = m_view ? colour(view.first, view.last, end) : -1;
    goOnFrom(colour(m_next, m_last, end), rest);
    Q_EMIT turnEnded();
}

/// Colours lines from `from` on: all through `to`, and then as long as one changes what the next one is, or what those
/// before it are. Says where to go on when it is time to `end`; else -1.
int MarkdownHighlighter::colour(int from, int to, const QDeadlineTimer &end)
{
    int first = -1; // of those that look different now
    int last = -1;
    int next = -1;
    bool begun = false;
    for (QTextBlock block = m_document->findBlock(from); block.isValid();) {
        const int at = block.position();
        if (!isStale(block) && at > to)
            break;
        if (!isStale(block) && dataOf(block)) {
            block = block.next();
            continue;
        }
        if (begun && end.hasExpired()) {
            next = at;
            break;
        }
        begun = true;
        if (colourLine(block)) {
            first = first < 0 ? at : std::min(first, at);
            last = std::max(last, at + block.length());
        }
        const bool back = tellAbove(block);
        if (back) { // and what follows is still to be looked at
            to = std::max(to, at);
            m_last = std::max(m_last, at);
        }
        block = back ? block.previous() : block.next();
    }
    if (first >= 0)
        m_document->markContentsDirty(first, last - first);
    return next;
}

bool MarkdownHighlighter::colourLine(const QTextBlock &block)
{
    const QString text = block.text();
    const BlockData *before = dataOf(block.previous());
    const BlockData *below = dataOf(block.next());
    auto now = std::make_unique<BlockData>();
    now->state = before ? before->state : MarkdownLexer::State();
    now->line = now->after = before ? before->after : Line::Prose;
    now->heading = below ? below->above : 0;
    const bool comments = text.contains("<!--"_L1);
    if (comments && !m_comments)
        m_comments = std::make_unique<CommentLines>(*m_document);
    const bool endsAlone = comments && m_comments->endsAloneAfter(block.position());
    const MarkdownLine read = m_engine->lexer.read(text, now->state, {.heading = now->heading, .endsAlone = endsAlone});
    now->above = read.continues ? now->heading : read.underline;
    LineFormats formats = m_engine->dress(read, text, *now);
    BlockData *old = dataOf(block);
    if (!old || old->state != now->state || old->after != now->after)
        makeStale(block.next());
    const bool otherGround = old ? old->line != now->line : now->line != Line::Prose;
    QTextBlock(block).setUserData(now.release());
    return formats.giveTo(*block.layout()) || otherGround;
}

/// Whether the line above is stale by what `block`, just coloured, makes of it.
bool MarkdownHighlighter::tellAbove(const QTextBlock &block)
{
    BlockData *above = dataOf(block.previous());
    if (!above || above->stale || above->heading == dataOf(block)->above)
        return false;
    above->stale = true;
    return true;
}

std::optional<std::vector<MarkdownHighlighter::Part>> MarkdownHighlighter::proseOf(const QTextBlock &block) const
{
    const BlockData *data = dataOf(block);
    return data && !data->stale ? std::optional(data->prose) : std::nullopt;
}

} // namespace Weeknotes
