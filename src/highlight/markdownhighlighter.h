// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tokenrole.h"

#include <QColor>
#include <QStringList>
#include <QSyntaxHighlighter>

#include <array>
#include <memory>

namespace Weeknotes {

/// How Markdown looks while it is written.
struct MarkdownLook
{
    int size = 16; ///< of the text, px; headings take theirs from it
    QStringList codeFamilies;
    QColor markup; ///< of what stands in the text for the machine: marks, addresses, hidden passages
    std::array<QColor, tokenRoleCount> tokens; ///< of code, by TokenRole

    bool operator==(const MarkdownLook &) const = default;
};

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

    /// `document` owns the highlighter.
    MarkdownHighlighter(QTextDocument *document, const MarkdownLook &look);
    ~MarkdownHighlighter() override;

    /// Takes time with the length of the document: everything is coloured again.
    void setLook(const MarkdownLook &look);
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
