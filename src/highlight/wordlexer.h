// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "highlight/markdowntoken.h"

#include <QHash>
#include <QStringView>

#include <memory>
#include <vector>

namespace Weeknotes {

class LineHighlighter;

/// Takes the words of a line apart, by a definition of our own (resources/highlight/syntax/words.xml). What it adds to
/// `tokens` looks like `style`, and more, and begins where that does. Belongs to one thread. For the sources of this
/// layer only.
class WordLexer
{
public:
    WordLexer();
    ~WordLexer();
    Q_DISABLE_COPY_MOVE(WordLexer)

    /// All words where there are more than 8,000 characters of them.
    void add(QStringView words, MarkdownToken style, std::vector<MarkdownToken> &tokens);
    /// `line` is a heading with its marks.
    void addHeading(QStringView line, MarkdownToken style, std::vector<MarkdownToken> &tokens);

private:
    enum class Name;
    void addMarked(QStringView words, int before, int after, const MarkdownToken &style, MarkdownToken inner,
                   std::vector<MarkdownToken> &tokens);

    std::unique_ptr<LineHighlighter> m_highlighter;
    QHash<int, Name> m_names; ///< by the format's id
};

} // namespace Weeknotes
