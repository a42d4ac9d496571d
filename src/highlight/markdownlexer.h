// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "highlight/linemargin.h"
#include "highlight/markdowntoken.h"
#include "highlight/wordlexer.h"
#include "markdown/comments.h"

#include <KSyntaxHighlighting/State>

#include <QHash>
#include <QList>
#include <QString>

#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace Weeknotes {

class LineHighlighter;
struct FormatRun;

/// What a line of Markdown is made of.
struct MarkdownLine
{
    std::vector<MarkdownToken> tokens; ///< in order, without gaps
    bool hidden = false;               ///< at least a part of it is
    bool continues = false;            ///< the paragraph of the line before
    int underline = 0;                 ///< the level of the heading that it makes of the paragraph before; 0 if of none
};

/// What the lines after a line say of it.
struct LinesBelow
{
    int heading = 0;        ///< the level of the heading that they make of its paragraph; 0 if of none
    bool endsAlone = false; ///< as OpenPassage has it; matters only where the line holds a "<!--"
};

/// Takes Markdown apart a line at a time, by definitions of our own for KSyntaxHighlighting
/// (resources/highlight/syntax): its own one of Markdown draws in some fifty languages before the first line, a third
/// of what this program's heap held. Near enough to what md4c makes of the text to write by; strong and emphasis are
/// seen within a line only. Where a passage ends, private or embargoed, is the parser's own rule. Belongs to one
/// thread. For the sources of this layer only.
class MarkdownLexer
{
public:
    /// Fenced code.
    struct Fence
    {
        LineHighlighter *language = nullptr; ///< the lexer's own; null for an unknown one
        KSyntaxHighlighting::State code;
        bool quoted = false; ///< it ends with its quote
        bool operator==(const Fence &) const = default;
    };
    struct Paragraph
    {
        Container in;
        bool plain = false; ///< no heading, whatever follows
        bool hides = false; ///< a passage has begun in it; where that does not end in it, it takes all that follows
        bool operator==(const Paragraph &) const = default;
    };
    /// What stands open.
    struct Blocks
    {
        KSyntaxHighlighting::State contexts; ///< of the definition
        std::optional<Fence> fence;
        std::optional<Paragraph> paragraph;
        QList<Container> items; ///< as of followItems

        /// Of what begins in so many quotes.
        [[nodiscard]] Container container(int quotes) const;
        bool operator==(const Blocks &) const = default;
    };
    /// A passage that readers don't see.
    struct Passage
    {
        Container in;
        Blocks blocks;
        std::optional<Markdown::OpenPassage> end; ///< nothing: it never ends
        bool operator==(const Passage &) const = default;
    };
    /// What a line leaves for the next one.
    struct State
    {
        Blocks blocks;                          ///< outside of a passage
        std::shared_ptr<const Passage> passage; ///< null in none, as in most lines of most notes
        bool operator==(const State &other) const;
    };

    MarkdownLexer();
    ~MarkdownLexer();
    Q_DISABLE_COPY_MOVE(MarkdownLexer)

    /// `state` goes in as of the line before, for the first line as it is made, and comes out as of this one. All words
    /// where there are more than 8,000 characters of them; no tokens for a line over 20,000.
    [[nodiscard]] MarkdownLine read(const QString &line, State &state, LinesBelow below = {});

private:
    enum class Name;
    struct Rest;
    struct Shape;

    void readOpen(QStringView line, State &state, LinesBelow below, MarkdownLine &read);
    void readHidden(QStringView line, State &state, LinesBelow below, MarkdownLine &read);
    [[nodiscard]] Rest readBlocks(QStringView line, MarkdownToken style, Blocks &blocks, int heading,
                                  MarkdownLine &read);
    [[nodiscard]] Rest addRuns(const std::vector<FormatRun> &runs, QStringView line, MarkdownToken style,
                               Blocks &blocks, int heading, std::vector<MarkdownToken> &tokens);
    [[nodiscard]] Shape shapeOf(const std::vector<FormatRun> &runs, QStringView line) const;
    static void followParagraph(const Shape &shape, QStringView line, const MarkdownToken &style,
                                const std::optional<Paragraph> &before, Blocks &blocks, MarkdownLine &read);
    void addPassage(QStringView line, int at, qsizetype end, const Passage &open, State &state, MarkdownLine &read);
    void addHidden(QStringView words, MarkdownToken style, Passage &passage, int heading, MarkdownLine &read);
    void addTail(QStringView line, int at, State &state, MarkdownLine &read);
    void followFence(QStringView line, bool quoted, Blocks &blocks);
    [[nodiscard]] bool isFencedStill(const Fence &fence, const std::vector<FormatRun> &runs) const;
    static void addFenced(QStringView line, const MarkdownToken &style, Fence &fence,
                          std::vector<MarkdownToken> &tokens);
    [[nodiscard]] LineHighlighter *highlighterOf(const QString &language);

    std::unique_ptr<LineHighlighter> m_blocks;
    WordLexer m_words;
    QHash<int, Name> m_names;                                        ///< by the format's id
    std::map<QString, std::unique_ptr<LineHighlighter>> m_languages; ///< by their names
};

} // namespace Weeknotes
