// SPDX-License-Identifier: GPL-3.0-or-later
#include "highlight/markdownhighlighter.h"

#include "highlight/repository.h"
#include "highlight/tokenroles.h"

#include <KSyntaxHighlighting/AbstractHighlighter>
#include <KSyntaxHighlighting/Definition>
#include <KSyntaxHighlighting/Format>
#include <KSyntaxHighlighting/Repository>
#include <KSyntaxHighlighting/State>

#include <QRegularExpression>
#include <QTextDocument>

#include <algorithm>
#include <array>

namespace Weeknotes {

using namespace Qt::StringLiterals;

namespace {

using Line = MarkdownHighlighter::Line;

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
};

const BlockData *dataOf(const QTextBlock &block)
{
    return static_cast<const BlockData *>(block.userData());
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
    KSyntaxHighlighting::State m_first;
    std::vector<Run> m_runs;
    std::array<QTextCharFormat, headingScale.size()> m_headings;
    QTextCharFormat m_code;
};

void MarkdownHighlighter::Engine::setLook(const MarkdownLook &look)
{
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
    : QSyntaxHighlighter(document), m_engine(std::make_unique<Engine>(look))
{
}

MarkdownHighlighter::~MarkdownHighlighter() = default;

void MarkdownHighlighter::setLook(const MarkdownLook &look)
{
    m_engine->setLook(look);
    rehighlight();
}

MarkdownHighlighter::Line MarkdownHighlighter::line(const QTextBlock &block)
{
    const BlockData *data = dataOf(block);
    return data ? data->line : Line::Prose;
}

void MarkdownHighlighter::highlightBlock(const QString &text)
{
    const BlockData *before = dataOf(currentBlock().previous());
    auto now = std::make_unique<BlockData>();
    now->state = before ? before->state : m_engine->firstState();
    now->line = now->after = before ? before->after : Line::Prose;
    for (const Run &run : m_engine->runs(text, now->state)) {
        const QStringView words = QStringView(text).mid(run.start, run.length);
        if (now->after != Line::Code && run.name == "Comment"_L1) {
            if (words.startsWith("<!--"_L1))
                now->line = now->after = lineOfComment(words);
            setFormat(run.start, run.length, now->after == Line::Prose ? m_engine->markup : m_engine->hidden);
            if (words.endsWith("-->"_L1))
                now->after = Line::Prose;
            continue;
        }
        if (run.name == "Fenced Code"_L1) {
            now->line = Line::Code;
            now->after = now->after == Line::Code ? Line::Prose : Line::Code;
        } else if (now->after == Line::Code) {
            setFormat(run.start, run.length, m_engine->fenced[size_t(run.role)]);
            continue;
        }
        formatRun(run.start, run.length, m_engine->format(run), marksOf(run.name, words).before,
                  marksOf(run.name, words).after);
    }
    // The number says only "different from before", so that the next line is looked at again.
    const BlockData *old = dataOf(currentBlock());
    const bool same = old && old->state == now->state && old->after == now->after;
    setCurrentBlockState(same ? currentBlockState() : currentBlockState() + 1);
    setCurrentBlockUserData(now.release());
}

void MarkdownHighlighter::formatRun(int start, int length, const QTextCharFormat &format, int marksBefore,
                                    int marksAfter)
{
    setFormat(start, length, format);
    QTextCharFormat mark = format;
    mark.merge(m_engine->markup);
    setFormat(start, marksBefore, mark);
    setFormat(start + length - marksAfter, marksAfter, mark);
}

} // namespace Weeknotes
