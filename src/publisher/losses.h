// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "markdown/document.h"

#include <span>
#include <vector>

namespace Weeknotes {

struct Post;

/// What a note can go out as.
enum class Form
{
    Page,
    Site,
    MediumArchive,
    MediumClip,
    WordPressClip, ///< block markup
    DocumentsClip, ///< rich text for word processors and mail
    MarkdownFiles,
    MarkdownClip,
    PlainTextClip,
    Pdf
};

/// Something of a post that a form can't hold as it is, and what becomes of it there.
struct Loss
{
    enum class Kind
    {
        Table,
        NestedList,
        NumberedList, ///< whose numbers don't count from 1 without a break
        TaskList,
        PartsInQuote, ///< lists, headings and quotes within a quote
        DeepHeading,  ///< of a level that looks like another one there
        Footnote,
        InlineImage,
        ImageWithoutAddress, ///< in the library, with no public address
        ImageElsewhere,      ///< on another server
        ImageMissing,        ///< neither in the library nor anywhere
        Code,                ///< its colours
        Embed,
        PullQuote,
        Strikethrough,
        InternalLink,           ///< to a place in the same text, or a relative one
        WeekLinkWithoutAddress, ///< to a note that stands nowhere
        Link,                   ///< addresses
        RawHtml,
        TooManyTags, ///< more than five
        LongTag,     ///< longer than 25 characters
        Tags
    };
    enum class Fate
    {
        ListOfRows,    ///< "Header: cell; Header: cell", an item a row
        DashedLines,   ///< lines of the item above that begin with a dash
        NumbersAsText, ///< the numbers stand in the words
        Boxes,         ///< ☐ and ☑ before the words
        Lines,         ///< plain lines
        SmallHeading,
        NotesAtEnd, ///< a numbered list under a heading of its own
        OwnFigure,  ///< below the paragraph
        WordsOnly,  ///< the words stay
        AltText,    ///< its description stands in its place
        LinkOrCard, ///< a link in its place
        PlainCode,  ///< in one colour
        PlainQuote,
        TabbedRows,
        LeftOut,
        Shortened
    };

    Kind kind = Kind::Table;
    Fate fate = Fate::LeftOut;
    int count = 0;
    Markdown::SourceRange first; ///< in the note's text; empty for what is a field of the note

    bool operator==(const Loss &) const = default;
};

/// Gathers losses, one of each kind, in the order in which they come up first.
class LossList
{
public:
    void add(Loss::Kind kind, Loss::Fate fate, Markdown::SourceRange where, int count = 1);
    [[nodiscard]] std::vector<Loss> take() { return std::move(m_losses); }

private:
    std::vector<Loss> m_losses;
};

/// What of the post does not survive in `form`, by the first place. Nothing is said of what nobody would miss: hidden
/// passages, the mark of an excerpt.
[[nodiscard]] std::vector<Loss> lossesOf(const Post &post, Form form);

} // namespace Weeknotes
