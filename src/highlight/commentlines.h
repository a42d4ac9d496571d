// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

class QTextDocument;

namespace Weeknotes {

/// The lines of a document that begin comments, and those that end a passage alone (Markdown::OpenPassage), kept
/// through edits. Made in some 2 ms a million characters; an edit costs next to nothing. For the sources of this layer
/// only.
class CommentLines
{
public:
    explicit CommentLines(const QTextDocument &document);

    /// Whether any line after the one that begins at `position` ends a passage alone.
    [[nodiscard]] bool endsAloneAfter(int position) const { return !m_ends.empty() && m_ends.back() > position; }
    /// Follows an edit that `document` has told of. Says where the lines begin, in order, that begin comments and for
    /// which the answer is another now.
    [[nodiscard]] std::vector<int> follow(const QTextDocument &document, int position, int removed, int added);

private:
    // Where lines begin, in order.
    std::vector<int> m_begins; ///< that hold a <!--
    std::vector<int> m_ends;   ///< that are a --> alone
};

} // namespace Weeknotes
