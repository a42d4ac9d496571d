// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "markdown/document.h"

#include <span>
#include <vector>

namespace Weeknotes {

struct Post;

/// What a note can go out as.
enum class PostForm
{
    Page,
    Site,
    MediumArchive,
    MediumClip,
    WordPressClip, ///< block markup
    DocumentsClip, ///< rich text for word processors and mail
    PlainTextClip,
    Markdown, ///< files, and the clip
    Pdf,
    Generator ///< a Markdown file for one
};

/// Something of a post that a form can't hold as it is, and what becomes of it there.
struct Loss
{
    enum class Kind
    {
        Table,
        NestedList,
        NumberedList, ///< whose numbers don't count from 1 without a break
        PartsInList,  ///< code, quotes, tables and pictures within a list
        TaskList,     ///< its items
        PartsInQuote, ///< lists, headings and quotes within a quote
        DeepHeading,  ///< of a level that looks like another one there
        Footnote,
        Image,               ///< any
        InlineImage,         ///< in the middle of words
        ImageWithoutAddress, ///< in the library, with no public address
        ImageElsewhere,      ///< on another server
        ImageMissing,        ///< neither in the library nor at an address
        ImageTooLarge,
        Code, ///< whose language is known: its colours
        Embed,
        PullQuote,
        Strikethrough,
        InternalLink,           ///< to a place in the same text, or a relative one
        WeekLinkWithoutAddress, ///< to a note that stands nowhere
        RawHtml,                ///< tags
        Details,                ///< what a reader opens
        Tag,
        TooManyTags, ///< those beyond the fifth
        LongTag      ///< longer than 25 characters
    };
    enum class Fate
    {
        ListOfRows,    ///< "Header: cell; Header: cell", an item a row
        DashedLines,   ///< lines of the item above that begin with a dash
        NumbersAsText, ///< the numbers stand in the words
        BelowItem,
        Boxes, ///< ☐ and ☑ before the words
        Lines, ///< plain lines
        SmallHeading,
        NotesAtEnd,  ///< a numbered list under a heading of its own
        OwnFigure,   ///< below the paragraph
        WordsOnly,   ///< the words stay
        Description, ///< its words stand in its place
        LinkOnly,    ///< a link in its place
        OneColour,
        PlainQuote,
        LeftOut
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

/// What of the post does not survive in `form`, in the order in which it comes up first. Nothing is said of what nobody
/// would miss: the mark of an excerpt, the title of a link.
[[nodiscard]] std::vector<Loss> lossesOf(const Post &post, PostForm form);

} // namespace Weeknotes
