// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QSet>
#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <ranges>
#include <span>
#include <vector>

namespace Weeknotes::Markdown {

/// A stretch of the parsed text, in UTF-16 units, `end` exclusive.
struct SourceRange
{
    int begin = 0;
    int end = 0;

    [[nodiscard]] bool isEmpty() const { return begin == end; }
    [[nodiscard]] bool contains(int offset) const { return begin <= offset && offset < end; }
    bool operator==(const SourceRange &) const = default;
};

enum class Alignment
{
    Default,
    Left,
    Center,
    Right
};

/// A piece of running text. Entities and escapes are resolved in all its strings.
struct Inline
{
    enum class Kind
    {
        Text,
        SoftBreak,
        HardBreak,
        Emphasis,
        Strong,
        Strikethrough,
        Code,
        Link,
        Image,
        FootnoteReference, ///< only to a footnote that exists; others stay Text
        RawHtml,           ///< comments, tags
        Element            ///< for readers, of HTML: abbr, cite, code, ins, kbd, mark, samp, small, sub, sup, u
    };

    Kind kind = Kind::Text;
    QString text = {};   ///< of Text, Code, RawHtml; an image's alternative text; a footnote's label; Element's name
    QString target = {}; ///< of Link and Image, as written: neither checked nor percent-encoded
    QString title = {};  ///< of Link and Image; of an abbr, what it stands for
    int number = 0;      ///< of FootnoteReference: that of its footnote, from 1
    int occurrence = 0;  ///< of FootnoteReference: 1 for the first to its footnote, 2 for the next …
    std::vector<Inline> children = {}; ///< of Emphasis, Strong, Strikethrough, Link, Element
    /// The words it holds, without the marks around them; empty, but in its place, where it holds none.
    SourceRange source = {};

    bool operator==(const Inline &) const = default;
};

/// A block, or a part of one (list item, table row and cell).
struct Block
{
    enum class Kind
    {
        Paragraph,
        Heading,
        Quote,
        PullQuote, ///< a quote that a comment marks as such
        List,
        ListItem,
        Code,
        Separator,
        Table, ///< children: rows, of which the first is the header
        TableRow,
        TableCell,
        RawHtml,
        Figure,   ///< a paragraph of one image, its only inline; the image's title is the caption
        Embed,    ///< a paragraph of one bare address of a host in markdown/embeds.h; its inline is that link
        Tune,     ///< a paragraph that opens with words like "Tune of the week:" and holds a link
        Private,  ///< a passage in a comment, hidden for good or until a day
        Prompt,   ///< a template's question to the writer
        Appeal,   ///< ordinary blocks between two comments
        More,     ///< where an excerpt ends
        Dateline, ///< in an anthology, which passage follows; no text holds one
        Details,  ///< of HTML, as the next two: what a reader opens by its summary, the inlines
        Terms,    ///< a list whose children are Term and ListItem, which says what the terms above it are
        Term
    };

    Kind kind = Kind::Paragraph;
    /// Whole lines without the last line's end; a table cell's is what it holds. A child's lies within its parent's,
    /// and siblings' follow each other without overlap. Marks before or after a block on their own lines (fences, a
    /// setext underline, a table's rule, the comments of a pull quote, an appeal, a private passage) are part of it.
    SourceRange source;
    int level = 0;                            ///< of Heading, 1 to 6
    bool ordered = false;                     ///< of List
    int start = 1;                            ///< of an ordered List
    bool tight = false;                       ///< of List, its items and their paragraphs: set without space between
    std::optional<bool> checked;              ///< of ListItem: a task, done or not
    bool headerRow = false;                   ///< of TableRow and its cells
    Alignment alignment = Alignment::Default; ///< of TableCell
    QString text;     ///< of Code (ends in a newline unless empty), RawHtml; Embed and Tune: the address; Prompt: the
                      ///< question; Appeal: its name
    QString language; ///< of Code: the first word after the fence
    QDate until;      ///< of Private: hidden before that day, an invalid date means for good; of Appeal: its last day
    QString anchor;   ///< of Heading: unique in the document, fit for an HTML id; of HTML's headings: none
    std::vector<Inline> inlines; ///< of Paragraph, Heading, TableCell, Figure, Embed, Tune, Dateline …
    std::vector<Block> children; ///< of the others
    /// Of all content, neither the place nor the anchor, which depends on it: equal blocks have equal hashes wherever
    /// they stand. Not stable between runs.
    size_t hash = 0;

    bool operator==(const Block &) const = default;
};

struct Footnote
{
    QString label;      ///< as first written in the definition
    int number = 0;     ///< from 1, in order of first reference
    int references = 0; ///< how many there are to it
    std::vector<Block> blocks;
    SourceRange source; ///< the definition's lines
    bool operator==(const Footnote &) const = default;
};

/// Makes ordinary blocks of blocks that begin and end with RawHtml, without comments, and belong together.
using HtmlReading = std::function<std::vector<Block>(std::vector<Block>)>;
/// The plainest: each RawHtml becomes a paragraph of its words.
[[nodiscard]] std::vector<Block> wordsOfHtmlBlocks(std::vector<Block> blocks);

enum class Dialect
{
    Note, ///< all of design/markdown.md
    Bare  ///< CommonMark 0.31 and nothing else, for the conformance judge
};

/// The tree of a Markdown text. Immutable: share it between threads as you like. Documents of a text in different
/// states may share blocks, see `edited`.
class Document : public std::enable_shared_from_this<Document>
{
public:
    /// Never fails: any text is Markdown. Lone surrogates and NUL become U+FFFD; nesting deeper than 64 blocks or 64
    /// spans is flattened. Takes about 10 ns a character; any thread.
    [[nodiscard]] static std::shared_ptr<const Document> parse(const QString &text, Dialect dialect = Dialect::Note);

    /// A document of blocks that come from others, and of the footnotes that they refer to by label; it numbers and
    /// anchors them. Blocks have places in the order they stand in, but those of no text.
    [[nodiscard]] static std::shared_ptr<const Document> of(std::vector<Block> blocks, std::vector<Footnote> footnotes);

    /// The document of `text`, the same as `parse` makes, at the cost of what differs in it from this one's text:
    /// blocks that an edit left alone are shared. Nothing where any block may depend on any other: with definitions of
    /// links or footnotes, with comments; or where the edit reaches far, such as a fence. A heading's words may change
    /// the anchors of others, whose blocks are then not shared. Of a document that `parse` or `edited` made of a note.
    [[nodiscard]] std::shared_ptr<const Document> edited(const QString &text) const;

    /// A range of `const Block &`, to be had by index too. Of block i and of all in it, source ranges lie `shift(i)`
    /// before their places in the text; only those of edited documents do.
    [[nodiscard]] auto blocks() const
    {
        return m_blocks | std::views::transform([](const Placed &placed) -> const Block & { return *placed.block; });
    }
    [[nodiscard]] int shift(size_t block) const { return m_blocks[block].shift; }
    /// Those that are referred to, in order of first reference.
    [[nodiscard]] const std::vector<Footnote> &footnotes() const { return m_footnotes; }

    /// The document as readers may see it on `today`: without private passages, prompts, comments and embargoed
    /// passages, and without the footnotes that only those refer to or that those define. A passage whose day has come
    /// stands in place.
    /// Footnotes are numbered anew; source ranges are still those of the whole text. No RawHtml is left: `read` makes
    /// blocks of it, `withElements` running text. It is this document itself where nothing in it is hidden or HTML.
    [[nodiscard]] std::shared_ptr<const Document> forReaders(QDate today,
                                                             const HtmlReading &read = wordsOfHtmlBlocks) const;
    /// The first day after `today` on which that is another document: an embargo ends. Invalid where none does.
    [[nodiscard]] QDate nextRelease(QDate today) const;
    /// How many passages, private and embargoed, it does without.
    [[nodiscard]] int hiddenPassages(QDate today) const;

private:
    struct Placed
    {
        std::shared_ptr<const Block> block;
        int shift = 0;
        bool isReadable = true; ///< as it is, whatever the day
    };

    Document() = default;
    void visitHidden(QDate today, const std::function<void(const Block &passage)> &use) const;
    void append(std::vector<Block> blocks, int shift);
    void readHtml(const HtmlReading &read);
    [[nodiscard]] SourceRange place(size_t block) const;
    /// Those that readers may see, and the labels of the others.
    [[nodiscard]] std::pair<std::vector<Footnote>, QSet<QString>> footnotesFor(QDate today) const;
    [[nodiscard]] std::optional<size_t> cleanBefore(int begin) const;
    [[nodiscard]] std::optional<size_t> cleanAfter(int end) const;
    [[nodiscard]] bool isClean(size_t block) const;
    void anchorAnew();

    QString m_text;
    bool m_isLocal = false; ///< no block depends on one far away
    std::vector<Placed> m_blocks;
    std::vector<Footnote> m_footnotes;
};

/// Calls `visit` with every piece of running text in reading order, at any depth; those of footnotes come last.
void visitInlines(const Document &document, const std::function<void(const Inline &)> &visit);
/// The words of `inlines` without markup: breaks are spaces, images their alternative text, footnotes nothing.
[[nodiscard]] QString plainText(std::span<const Inline> inlines);
/// That of the first letter of plainText() that has one; none where no letter has.
[[nodiscard]] std::optional<Qt::LayoutDirection> directionOf(std::span<const Inline> words);
[[nodiscard]] std::optional<Qt::LayoutDirection> directionOf(std::span<const Block> blocks);
/// The first link in `inlines`, at any depth; null if there is none. Points into `inlines`.
[[nodiscard]] const Inline *firstLink(const std::vector<Inline> &inlines);

} // namespace Weeknotes::Markdown
