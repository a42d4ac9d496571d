// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tokenrole.h"

#include <QBasicTimer>
#include <QColor>
#include <QObject>
#include <QStringList>

#include <array>
#include <functional>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

class QDeadlineTimer;
class QTextBlock;
class QTextDocument;

namespace Weeknotes {

class CommentLines;

/// How Markdown looks while it is written.
struct MarkdownLook
{
    int size = 16; ///< of the text, px; headings take theirs from it
    QStringList codeFamilies;
    QColor markup; ///< of what stands in the text for the machine: marks, addresses, hidden passages
    std::array<QColor, tokenRoleCount> tokens; ///< of code, by TokenRole

    bool operator==(const MarkdownLook &) const = default;
};

/// Colours Markdown, and our own marks in it (design/markdown.md).
/// Changes layout formats only: neither the text nor its undo history. Lives on the document's thread, and takes a few
/// milliseconds of it at a time: what was edited at once, as far as that goes, then what is in view, then the rest from
/// the top. A QSyntaxHighlighter does all in one go, and has the text laid out anew for each line of it.
class MarkdownHighlighter final : public QObject
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

    /// Everything is coloured again.
    void setLook(const MarkdownLook &look);
    /// Positions in the document, of the first and the last line.
    struct Stretch
    {
        int first = 0;
        int last = 0;
    };
    /// Tells what is seen of the document.
    void setViewSource(std::function<Stretch()> view) { m_view = std::move(view); }
    /// Whether nothing is left to colour.
    [[nodiscard]] bool isDone() const { return m_next < 0; }
    /// What `block` of this document is; Prose while it has not been looked at.
    [[nodiscard]] static Line line(const QTextBlock &block);

    /// A part of a line, in UTF-16 units.
    struct Part
    {
        int start = 0;
        int length = 0;
    };
    /// What of `block` is language of people, in order: words without their marks, those of links and pictures, those
    /// within a private passage; no code, address, HTML or prompt. Nothing while the line has not been looked at.
    [[nodiscard]] std::optional<std::vector<Part>> proseOf(const QTextBlock &block) const;

Q_SIGNALS:
    // Around each turn that no edit gave rise to: lines may become higher or lower in it.
    void turnBegins();
    void turnEnded();

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    class Engine;
    void follow(int position, int removed, int added);
    [[nodiscard]] int colour(int from, int to, const QDeadlineTimer &end);
    [[nodiscard]] bool colourLine(const QTextBlock &block);
    [[nodiscard]] static bool tellAbove(const QTextBlock &block);
    void goOnFrom(int position, int other);

    QTextDocument *m_document;
    std::unique_ptr<Engine> m_engine;
    std::function<Stretch()> m_view;
    QBasicTimer m_turn;
    int m_next = 0; ///< the first line that may not be coloured yet is here or behind it; -1: all are
    int m_last = 0; ///< the last one that was edited since all were
    std::unique_ptr<CommentLines> m_comments; ///< null before the first line with a comment is met
};

} // namespace Weeknotes
