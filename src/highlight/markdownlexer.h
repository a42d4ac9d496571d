// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tokenrole.h"

#include <KSyntaxHighlighting/State>

#include <QHash>
#include <QString>

#include <map>
#include <memory>
#include <vector>

namespace KSyntaxHighlighting {
class Definition;
}

namespace Weeknotes {

class LineHighlighter;
struct FormatRun;

/// A stretch of a line of Markdown; UTF-16 offsets.
struct MarkdownToken
{
    enum class Kind
    {
        Words,   ///< what people read
        Markup,  ///< what stands there for the machine: marks, addresses, tags
        Code,    ///< in a line or indented, without its marks
        Fence,   ///< a line that begins or ends fenced code
        Fenced,  ///< fenced code
        Comment, ///< an HTML comment, or a line's part of it
        Picture  ///< ![alt](address "caption"), whole
    };

    int start = 0;
    int length = 0;
    Kind kind = Kind::Words;
    TokenRole role = TokenRole::Normal; ///< of fenced code
    int heading = 0;                    ///< 1 to 6 within a heading
    bool strong = false;
    bool emphasis = false;
    bool struck = false;
    bool quoted = false;
};

/// Takes Markdown apart a line at a time, by definitions of our own for KSyntaxHighlighting
/// (resources/highlight/syntax): its own one of Markdown draws in some fifty languages before the first line, a third
/// of what this program's heap held. Near enough to what md4c makes of the text to write by; strong and emphasis are
/// seen within a line only. Belongs to one thread. For the sources of this layer only.
class MarkdownLexer
{
public:
    /// What a line leaves for the next one.
    struct State
    {
        KSyntaxHighlighting::State blocks;
        bool isFenced = false; ///< within a fence, in:
        QString language;
        KSyntaxHighlighting::State code;

        void leaveFence()
        {
            isFenced = false;
            language.clear();
            code = {};
        }
        bool operator==(const State &) const = default;
    };

    MarkdownLexer();
    ~MarkdownLexer();
    Q_DISABLE_COPY_MOVE(MarkdownLexer)

    /// The tokens of a line, in order, without gaps. `state` goes in as of the line before, for the first line as it
    /// is made, and comes out as of this one. All words where there are more than 8,000 characters of them. None, and
    /// the same state, for a line over 20,000.
    [[nodiscard]] std::vector<MarkdownToken> tokens(const QString &line, State &state);

private:
    enum class Name;
    using Names = QHash<int, Name>; ///< by the format's id

    [[nodiscard]] static Names namesOf(const KSyntaxHighlighting::Definition &definition);
    void addWords(QStringView words, MarkdownToken style, std::vector<MarkdownToken> &tokens);
    void addMarked(QStringView words, int before, int after, const MarkdownToken &style, MarkdownToken inner,
                   std::vector<MarkdownToken> &tokens);
    void addHeading(QStringView line, MarkdownToken style, std::vector<MarkdownToken> &tokens);
    void addFence(QStringView line, State &state) const;
    [[nodiscard]] bool isFencedStill(const std::vector<FormatRun> &runs) const;
    void addFenced(QStringView line, int start, State &state, std::vector<MarkdownToken> &tokens);

    std::unique_ptr<LineHighlighter> m_blocks;
    std::unique_ptr<LineHighlighter> m_words;
    Names m_blockNames;
    Names m_wordNames;
    std::map<QString, std::unique_ptr<LineHighlighter>> m_languages; ///< by their names
};

} // namespace Weeknotes
