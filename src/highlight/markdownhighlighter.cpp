// SPDX-License-Identifier: GPL-3.0-or-later
#include "highlight/markdownhighlighter.h"

#include "highlight/repository.h"
#include "highlight/tokenroles.h"

#include <KSyntaxHighlighting/AbstractHighlighter>
#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Format>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/State>

#include <QDeadlineTimer>
#include <QRegularExpression>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextLayout>

#include <algorithm>
#include <array>
#include <tuple>

namespace Weeknotes {

using namespace Qt::StringLiterals;

namespace {

using Line = MarkdownHighlighter::Line;

constexpr int turnLength = 4;             // ms; with the layout that follows, half a frame
constexpr qsizetype longestLine = 20'000; // the definition's expressions go quadratic; no person writes such a line
/// Sizes of the six headings, as shares of the text's: enough to be seen, too little to shake the measure.
constexpr std::array headingScale{1.25, 1.15, 1.1, 1.05, 1.0, 1.0};

/// A stretch of a line that KSyntaxHighlighting gave one format.
struct Run
{
    int start = 0;
    int length = 0;
    QString name;
    bool quoted = false;
    TokenRole role = TokenRole::Normal;
};

/// What is kept with each line for the next one.
class BlockData final : public QTextBlockUserData
{
public:
    KSyntaxHighlighting::State state; ///< after the line
    Line line = Line::Prose;
    Line after = Line::Prose; ///< what the next line is inside of
    bool stale = false;       ///< it, or what stands before it, has changed since
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

bool isMarkup(const QString &name)
{
    static const QStringList names{u"Blockquote"_s,     u"List"_s,
                                   u"Number List"_s,    u"Checkbox"_s,
                                   u"Comment"_s,        u"Fenced Code"_s,
                                   u"Table"_s,          u"Link"_s,
                                   u"Email"_s,          u"Auto-Link"_s,
                                   u"Mailto-Link"_s,    u"Footnote"_s,
                                   u"Reference-Link"_s, u"Reference-Link ID"_s,
                                   u"Inline Image"_s,   u"Reference Image"_s,
                                   u"Element"_s,        u"Element Symbols"_s,
                                   u"Attribute"_s,      u"Horizontal Rule"_s,
                                   u"EntityRef"_s,      u"Reference-Link Target"_s};
    return names.contains(name);
}

/// Marks at the start of "## words" and at either end of "**words**".
struct Marks
{
    int before = 0;
    int after = 0;
};

Marks marksOf(const QString &name, QStringView text)
{
    const auto isMark = [&](QChar c) { return c == text.front(); };
    const int count = int(std::ranges::find_if_not(text, isMark) - text.begin());
    if (name.startsWith("Header"_L1))
        return {count, 0};
    static const QStringList paired{u"Code"_s, u"Strong Text"_s, u"Emphasis Text"_s, u"Strong-Emphasis Text"_s,
                                    u"Strikethrough Text"_s};
    return paired.contains(name) && 2 * count < text.size() && !text.front().isSpace() ? Marks{count, count} : Marks{};
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

    void addMarked(int start, int length, const QTextCharFormat &format, const QTextCharFormat &markup,
                   const Marks &marks)
    {
        QTextCharFormat mark = format;
        mark.merge(markup);
        add(start, marks.before, mark);
        add(start + marks.before, length - marks.before - marks.after, format);
        add(start + length - marks.after, marks.after, mark);
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

class MarkdownHighlighter::Engine final : public KSyntaxHighlighting::AbstractHighlighter
{
public:
    Engine(const MarkdownLook &look)
    {
        setDefinition(syntaxRepository().definitionForName(u"Markdown"_s));
        setLook(look);
        // A blank line first: at the very start, "Tune:" would pass for metadata.
        m_first = highlightLine(QStringView(), {});
    }

    void setLook(const MarkdownLook &look);
    [[nodiscard]] const MarkdownLook &look() const { return m_look; }
    [[nodiscard]] QTextCharFormat format(const Run &run) const;

    /// The runs of a line. `state` goes in as of the line before and comes out as of this one.
    [[nodiscard]] std::vector<Run> runs(const QString &text, KSyntaxHighlighting::State &state)
    {
        m_runs.clear();
        if (text.size() <= longestLine)
            state = highlightLine(text, state);
        return std::move(m_runs);
    }
    [[nodiscard]] const KSyntaxHighlighting::State &firstState() const { return m_first; }

    /// What people read in the part of `text` from `start` on, added to `prose`.
    void addProse(const QString &text, int start, int length, KSyntaxHighlighting::State state,
                  std::vector<MarkdownHighlighter::Part> &prose);

    QTextCharFormat markup;
    QTextCharFormat hidden; ///< private passages, prompts
    std::array<QTextCharFormat, tokenRoleCount> fenced;

protected:
    void applyFormat(int offset, int length, const KSyntaxHighlighting::Format &format) override
    {
        if (length == 0)
            return;
        const QString name = format.name();
        m_runs.push_back({.start = offset,
                          .length = length,
                          .name = name.mid(name.indexOf(": "_L1) < 0 ? 0 : name.indexOf(": "_L1) + 2),
                          .quoted = name.startsWith("Blockquote: "_L1),
                          .role = roleOf(format.textStyle())});
    }

private:
    MarkdownLook m_look;
    KSyntaxHighlighting::State m_first;
    std::vector<Run> m_runs;
    std::array<QTextCharFormat, headingScale.size()> m_headings;
    QTextCharFormat m_code;
};

void MarkdownHighlighter::Engine::setLook(const MarkdownLook &look)
{
    m_look = look;
    markup.setForeground(look.markup);
    hidden = markup;
    hidden.setFontItalic(true);
    for (size_t role = 0; role < fenced.size(); ++role) {
        fenced[role].setFontFamilies(look.codeFamilies);
        fenced[role].setForeground(look.tokens[role]);
        fenced[role].setFontItalic(role == size_t(TokenRole::Comment));
    }
    m_code = fenced[size_t(TokenRole::String)];
    for (size_t level = 0; level < m_headings.size(); ++level) {
        m_headings[level].setFontWeight(QFont::Bold);
        m_headings[level].setProperty(QTextFormat::FontPixelSize, qRound(look.size * headingScale[level]));
    }
}

QTextCharFormat MarkdownHighlighter::Engine::format(const Run &run) const
{
    if (run.name.startsWith("Header H"_L1))
        return m_headings[size_t(std::clamp(run.name.back().digitValue(), 1, 6)) - 1];
    QTextCharFormat format;
    if (run.quoted)
        format = hidden;
    if (run.name == "Code"_L1)
        format.merge(m_code);
    else if (isMarkup(run.name))
        format.merge(markup);
    if (run.name == "Strong Text"_L1 || run.name == "Strong-Emphasis Text"_L1)
        format.setFontWeight(QFont::Bold);
    if (run.name == "Emphasis Text"_L1 || run.name == "Strong-Emphasis Text"_L1)
        format.setFontItalic(true);
    if (run.name == "Strikethrough Text"_L1)
        format.setFontStrikeOut(true);
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
    goOnFrom(0);
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
    const int rest = colour(position, last, QDeadlineTimer(turnLength, Qt::PreciseTimer));
    goOnFrom(rest < 0 || waiting < 0 ? std::max(rest, waiting) : std::min(rest, waiting));
}

void MarkdownHighlighter::goOnFrom(int position)
{
    m_next = position;
    if (m_next < 0)
        m_turn.stop();
    else if (!m_turn.isActive())
        m_turn.start(0, this);
}

void MarkdownHighlighter::timerEvent(QTimerEvent * /*event*/)
{
    Q_EMIT turnBegins();
    const QDeadlineTimer end(turnLength, Qt::PreciseTimer);
    if (m_view) {
        const Stretch view = m_view();
        std::ignore = colour(view.first, view.last, end);
    }
    goOnFrom(colour(m_next, m_last, end));
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
    now->state = before ? before->state : m_engine->firstState();
    now->line = now->after = before ? before->after : Line::Prose;
    LineFormats formats;
    for (const Run &run : m_engine->runs(text, now->state)) {
        const QStringView words = QStringView(text).mid(run.start, run.length);
        if (now->after != Line::Code && run.name == "Comment"_L1) {
            if (words.startsWith("<!--"_L1))
                now->line = now->after = lineOfComment(words);
            formats.add(run.start, run.length, now->after == Line::Prose ? m_engine->markup : m_engine->hidden);
            if (words.endsWith("-->"_L1))
                now->after = Line::Prose;
            continue;
        }
        if (run.name == "Fenced Code"_L1) {
            now->line = Line::Code;
            now->after = now->after == Line::Code ? Line::Prose : Line::Code;
        } else if (now->after == Line::Code) {
            formats.add(run.start, run.length, m_engine->fenced[size_t(run.role)]);
            continue;
        }
        formats.addMarked(run.start, run.length, m_engine->format(run), m_engine->markup, marksOf(run.name, words));
    }
    BlockData *old = dataOf(block);
    if (!old || old->state != now->state || old->after != now->after)
        makeStale(block.next());
    QTextBlock(block).setUserData(now.release());
    return formats.giveTo(*block.layout());
}

namespace {

bool isProse(const QString &name)
{
    static const QStringList names{u"Normal Text"_s, u"Highlight Text"_s};
    return names.contains(name);
}

/// Runs that the definition takes whole, with whatever code and links stand in them.
bool holdsMore(const QString &name)
{
    static const QStringList names{u"Strong Text"_s, u"Emphasis Text"_s, u"Strong-Emphasis Text"_s,
                                   u"Strikethrough Text"_s, u"Reference-Link Name"_s};
    return names.contains(name) || name.startsWith("Header"_L1);
}

/// Of "![alt](address "caption")", alt and caption.
void addPicture(QStringView picture, int start, std::vector<MarkdownHighlighter::Part> &prose)
{
    const qsizetype alt = picture.indexOf("]("_L1);
    if (!picture.startsWith("!["_L1) || alt < 0)
        return;
    prose.push_back({start + 2, int(alt - 2)});
    const qsizetype open = picture.indexOf(u'"', alt);
    const qsizetype close = picture.lastIndexOf(u'"');
    if (open >= 0 && close > open)
        prose.push_back({start + int(open) + 1, int(close - open - 1)});
}

} // namespace

void MarkdownHighlighter::Engine::addProse(const QString &text, int start, int length, KSyntaxHighlighting::State state,
                                           std::vector<Part> &prose)
{
    const QString part = text.sliced(start, length);
    for (const Run &run : runs(part, state)) {
        const QStringView words = QStringView(part).mid(run.start, run.length);
        if (isProse(run.name)) {
            prose.push_back({start + run.start, run.length});
        } else if (run.name == "Inline Image"_L1) {
            addPicture(words, start + run.start, prose);
        } else if (holdsMore(run.name)) {
            const Marks marks = marksOf(run.name, words);
            // Trimmed, since what is indented would pass for code.
            const QStringView inner = words.sliced(marks.before).chopped(marks.after).trimmed();
            const int from = start + int(inner.data() - part.data());
            if (inner.size() < length)
                addProse(text, from, int(inner.size()), m_first, prose);
            else
                prose.push_back({from, length});
        }
    }
}

std::optional<std::vector<MarkdownHighlighter::Part>> MarkdownHighlighter::proseOf(const QTextBlock &block) const
{
    const QTextBlock above = block.previous();
    const BlockData *before = dataOf(above);
    if (above.isValid() && (!before || before->stale))
        return std::nullopt;
    std::vector<Part> prose;
    const Line inside = before ? before->after : Line::Prose;
    if (inside == Line::Code || inside == Line::Prompt)
        return prose;
    // A passage that is hidden is Markdown like any other; to the definition it is all one comment.
    const bool plain = !before || inside == Line::Private;
    const QString text = block.text();
    m_engine->addProse(text, 0, int(text.size()), plain ? m_engine->firstState() : before->state, prose);
    return prose;
}

} // namespace Weeknotes
