// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "markdown/document.h"

#include <optional>

namespace Weeknotes::Markdown {

/// Writes a document as HTML, in the very form of CommonMark's own examples. By itself it is safe: raw HTML is left
/// out (the words between tags stay; `forReaders()` leaves none), links and images keep only addresses that
/// `safeTarget()` lets through, private passages and prompts write nothing. Subclasses override what they show
/// otherwise, and write with the helpers, which escape. A writer holds no document; use one for as many as you like,
/// one at a time.
class HtmlWriter
{
public:
    virtual ~HtmlWriter() = default;

    [[nodiscard]] QString write(const Document &document);

    /// `text` with & < > " as entities: right in text and in double-quoted attributes.
    [[nodiscard]] static QString escaped(QStringView text);
    /// `address` percent-encoded where an attribute needs it, not yet escaped.
    [[nodiscard]] static QString encodedUrl(const QString &address);
    /// `address` if it is relative, a fragment, http, https or mailto; else nothing (javascript:, data:, week: …).
    [[nodiscard]] static std::optional<QString> safeTarget(const QString &address);

protected:
    virtual void opening() {} ///< before the first block; nothing
    virtual void closing() {} ///< behind the last one and the notes; nothing

    // Blocks. Each gets the block of its kind and writes it whole.
    virtual void paragraph(const Block &block);
    virtual void heading(const Block &block); ///< <hN id="anchor">
    virtual void quote(const Block &block);
    virtual void pullQuote(const Block &block); ///< blockquote.pullquote
    virtual void list(const Block &block);
    virtual void listItem(const Block &item); ///< a task has a box
    virtual void code(const Block &block);    ///< <pre><code class="language-…">
    virtual void separator(const Block &block);
    virtual void table(const Block &block);
    virtual void figure(const Block &block);         ///< <figure>, the title as <figcaption>
    virtual void embed(const Block &block);          ///< a paragraph with the link
    virtual void tune(const Block &block);           ///< p.tune
    virtual void dateline(const Block &block);       ///< a paragraph
    virtual void appeal(const Block &block);         ///< its children, unwrapped
    virtual void more(const Block &block);           ///< nothing
    virtual void privatePassage(const Block &block); ///< nothing
    virtual void prompt(const Block &block);         ///< nothing
    virtual void rawHtmlBlock(const Block &block);   ///< nothing
    virtual void details(const Block &block);
    virtual void terms(const Block &block); ///< <dl>
    /// The notes at the end: <section class="footnotes"> with links back. Called with those that
    /// what was written refers to, if there are any.
    virtual void footnotes(const std::vector<Footnote> &notes);

    // Inlines.
    virtual void link(const Inline &link);
    virtual void image(const Inline &image);
    virtual void footnoteReference(const Inline &reference);
    virtual void rawHtmlInline(const Inline &html); ///< nothing
    /// The attributes of <em>, <strong>, <del> and <code>, written with writeAttribute(). Base: none.
    virtual void markAttributes(QLatin1StringView) {}
    /// Likewise those of a paragraph, heading, list, item, quote, cell or term that begins with these words.
    virtual void wordAttributes(const std::vector<Inline> &) {}

    /// Where a link leads, not yet encoded; nothing makes it plain text. Base: `safeTarget()`.
    [[nodiscard]] virtual std::optional<QString> linkTarget(const Inline &link) const;
    /// Where an image lies, not yet encoded; nothing leaves its alternative text. Base: `safeTarget()`.
    [[nodiscard]] virtual std::optional<QString> imageSource(const Inline &image) const;
    /// Whether headings carry their anchors as ids. Base: yes.
    [[nodiscard]] virtual bool headingIds() const { return true; }
    /// How an element without content ends. Base: as HTML has it, ">".
    [[nodiscard]] virtual QLatin1StringView voidEnd() const { return QLatin1StringView(">"); }

    // Helpers for subclasses.
    void writeBlocks(const std::vector<Block> &blocks);
    void writeBlock(const Block &block);
    void writeInlines(const std::vector<Inline> &inlines);
    /// `text`, escaped.
    void writeText(QStringView text);
    /// ` name="value"`, the value escaped.
    void writeAttribute(QStringView name, QStringView value);
    /// Markup as it is. Only for what the program itself wrote.
    void writeMarkup(QStringView markup) { m_html += markup; }
    /// Begins a new line unless one has just begun.
    void freshLine();

private:
    template <typename... Markup> void put(const Markup &...markup) { ((m_html += markup), ...); }
    [[nodiscard]] std::vector<Footnote> referencedNotes(const Document &document);
    void tableCell(const Block &cell);
    void writeInline(const Inline &piece);
    void element(const Inline &element);

    QString m_html;
    std::vector<int> m_referenced; ///< the numbers of the footnotes referred to so far
};

} // namespace Weeknotes::Markdown
