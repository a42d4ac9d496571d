// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/palette.h"

#include <QFont>
#include <QSyntaxHighlighter>

#include <memory>

namespace Weeknotes {

/// Colours Markdown by KSyntaxHighlighting's definition, and our own marks (design/markdown.md) on top of it.
/// Changes layout formats only: neither the text nor its undo history. Lives on the document's thread.
class MarkdownHighlighter final : public QSyntaxHighlighter
{
    Q_OBJECT
public:
    /// What a line as a whole is, for those who draw behind it or act on it.
    enum class Line
    {
        Prose,
        Code,    ///< of a fenced block, fences included
        Private, ///< of a passage that readers don't see, for now or for good
        Prompt   ///< a template's question
    };

    /// `document` owns the highlighter. `face` is what the document's text is set in; headings and code take their
    /// size from it.
    MarkdownHighlighter(QTextDocument *document, Scheme scheme, const QFont &face);
    ~MarkdownHighlighter() override;

    /// Takes time with the length of the document: everything is coloured again.
    void setLook(Scheme scheme, const QFont &face);
    /// What `block` of this document is; Prose while it has not been looked at.
    [[nodiscard]] static Line line(const QTextBlock &block);

protected:
    void highlightBlock(const QString &text) override;

private:
    class Engine;
    void formatRun(int start, int length, const QTextCharFormat &format, int marksBefore, int marksAfter);

    std::unique_ptr<Engine> m_engine;
};

} // namespace Weeknotes
