// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "markdown/sourcetext.h"

#include <QHash>

namespace Weeknotes::Markdown {

/// Parses one whole text with all the texts inside it: passages in comments, footnotes.
class Parser
{
public:
    Parser(const QString &text, Dialect dialect);

    /// The blocks, with ranges in the whole text; neither numbered nor hashed.
    [[nodiscard]] std::vector<Block> parse();
    /// After `parse()`: all footnotes defined anywhere, in no order that matters.
    [[nodiscard]] std::vector<Footnote> takeFootnotes() { return std::move(m_known.footnotes); }

private:
    /// What the text so far has defined.
    struct Known
    {
        std::vector<Footnote> footnotes;
        QHash<QString, QString> footnoteLabels;  ///< by `linkLabel()`, as the definition writes them
        QHash<QString, QString> linkDefinitions; ///< see Findings
    };

    [[nodiscard]] std::vector<Block> parse(const SourceText &source, int depth);
    [[nodiscard]] std::vector<Block> parseUpTo(const SourceText &source, int hidden, int depth);
    [[nodiscard]] std::vector<Block> parsePassage(const SourceText &passage, int depth);
    [[nodiscard]] SourceText withDefinitions(const SourceText &source) const;

    SourceText m_text;
    Lines m_lines;
    Dialect m_dialect;
    Known m_known;
};

} // namespace Weeknotes::Markdown
