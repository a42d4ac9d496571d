// SPDX-License-Identifier: GPL-3.0-or-later
#include "highlight/markdownhighlighter.h"

#include "highlight/markdownlexer.h"

#include <QDeadlineTimer>
#include <QHash>
#include <QRegularExpression>
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

/// What a comment that starts here hides.
Line lineOfComment(QStringView text)
{
    static const QRegularExpression hidden(u"^<!--\\s*(private\\s*$|until\\s)"_s);
    static const QRegularExpression prompt(u"^<!--\\s*\\?"_s);
    if (hidden.matchView(text).hasMatch())
        return Line::Private;
    return prompt.matchView(text).hasMatch() ? Line::Prompt : Line::Prose;
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
    [[nodiscard]] const QTextCharFormat &format(const MarkdownToken &token);
    [[nodiscard]] const QTextCharFormat &hidden() const { return m_hidden; }

    MarkdownLexer lexer;

private:
    [[nodiscard]] QTextCharFormat makeFormat(const MarkdownToken &token) const;

    MarkdownLook m_look;
    QTextCharFormat m_markup;
    QTextCharFormat m_hidden; // private passages, prompts, quotes
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
                     uint(token.emphasis) << 13 | uint(token.struck) << 14 | uint(token.quoted) << 15;
    auto known = m_formats.find(key);
    if (known == m_formats.end())
        known = m_formats.insert(key, makeFormat(token));
    return *known;
}

QTextCharFormat MarkdownHighlighter::Engine::makeFormat(const MarkdownToken &token) const
{
    using enum MarkdownToken::Kind;
    if (token.kind == Fenced)
        return m_fenced[size_t(token.role)];
    QTextCharFormat format;
    if (token.heading > 0)
        format = m_headings[size_t(token.heading) - 1];
    if (token.quoted)
        format.merge(m_hidden);
    if (token.strong)
        format.setFontWeight(QFont::Bold);
    if (token.emphasis)
        format.setFontItalic(true);
    if (token.struck)
        format.setFontStrikeOut(true);
    if (token.kind == Code)
        format.merge(m_fenced[size_t(TokenRole::String)]);
    else if (token.kind != Words)
        format.merge(m_markup);
    return format;
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
    const int waiting = moved(m_next);
    m_last = isDone() ? last : std::max(moved(m_last), last);
    goOnFrom(waiting, colour(position, last, QDeadlineTimer(turnLength, Qt::PreciseTimer)));
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

/// Colours lines from `from` on: all through `to`, and then as long as one changes what the next one is. Says where to
/// go on when it is time to `end`; else -1.
int MarkdownHighlighter::colour(int from, int to, const QDeadlineTimer &end)
{
    int first = -1; // of those that look different now
    QTextBlock last;
    int next = -1;
    for (QTextBlock block = m_document->findBlock(from); block.isValid(); block = block.next()) {
        if (!isStale(block) && block.position() > to)
            break;
        if (!isStale(block) && dataOf(block))
            continue;
        if (last.isValid() && end.hasExpired()) {
            next = block.position();
            break;
        }
        if (colourLine(block) && first < 0)
            first = block.position();
        last = block;
    }
    if (first >= 0)
        m_document->markContentsDirty(first, last.position() + last.length() - first);
    return next;
}

bool MarkdownHighlighter::colourLine(const QTextBlock &block)
{
    const QString text = block.text();
    const BlockData *before = dataOf(block.previous());
    auto now = std::make_unique<BlockData>();
    now->state = before ? before->state : MarkdownLexer::State();
    now->line = now->after = before ? before->after : Line::Prose;
    LineFormats formats;
    const std::vector<MarkdownToken> tokens = m_engine->lexer.tokens(text, now->state);
    const auto first = std::ranges::find_if_not(tokens, isQuoteMark);
    using enum MarkdownToken::Kind;
    if (first != tokens.end() && first->kind != Comment && first->kind != Fenced && first->kind != Fence)
        now->line = now->after = Line::Prose; // it ended with the quote that it stood in
    for (const MarkdownToken &token : tokens) {
        if (token.kind == Fence) {
            now->line = Line::Code;
            now->after = now->state.isFenced ? Line::Code : Line::Prose;
        } else if (token.kind == Comment) {
            const QStringView words = QStringView(text).mid(token.start, token.length).trimmed();
            if (words.startsWith("<!--"_L1) && &token == &*first)
                now->line = now->after = lineOfComment(words);
            const bool isHidden = now->after != Line::Prose;
            formats.add(token.start, token.length, isHidden ? m_engine->hidden() : m_engine->format(token));
            if (words.endsWith("-->"_L1))
                now->after = Line::Prose;
            continue;
        }
        formats.add(token.start, token.length, m_engine->format(token));
        addProse(token, text, now->prose);
    }
    BlockData *old = dataOf(block);
    if (!old || old->state != now->state || old->after != now->after)
        makeStale(block.next());
    const bool otherGround = old ? old->line != now->line : now->line != Line::Prose;
    QTextBlock(block).setUserData(now.release());
    return formats.giveTo(*block.layout()) || otherGround;
}

std::optional<std::vector<MarkdownHighlighter::Part>> MarkdownHighlighter::proseOf(const QTextBlock &block) const
{
    const BlockData *data = dataOf(block);
    if (!data || data->stale)
        return std::nullopt;
    const BlockData *before = dataOf(block.previous());
    if (!before || before->after != Line::Private)
        return data->prose;
    // A passage that is hidden is Markdown like any other; to the lexer it is all one comment.
    std::vector<Part> prose;
    MarkdownLexer::State state;
    const QString text = block.text();
    for (const MarkdownToken &token : m_engine->lexer.tokens(text, state))
        addProse(token, text, prose);
    return prose;
}

} // namespace Weeknotes
