// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "markdown/document.h"
#include "style/typography.h"
#include "typeset/titleblock.h"

#include <QString>

#include <memory>
#include <span>
#include <vector>

namespace Weeknotes {

/// What a part of the page is. The numbers stand in text formats: add at the end.
enum class PartKind
{
    Kicker,
    Title,
    Subtitle,
    Byline,
    Paragraph,
    Heading,
    Code,
    Separator,
    Table,
    Figure,
    Caption, ///< only as a text block, below a figure
    Card,    ///< an embed, or a picture on another server
    Tune,
    Footnote, ///< a paragraph of one
    Notes,    ///< the rule above the footnotes, and their heading
    Dateline,
    Tags,     ///< of the foot, as all that follow
    Original, ///< where it was published first
    Beside,   ///< the notes before and after
    FootText  ///< a paragraph of the page's footer
};

/// What a part stands in, outermost first, a letter each.
namespace PartContext {
inline constexpr char quote = 'q';
inline constexpr char pullQuote = 'p';
inline constexpr char list = 'l';
} // namespace PartContext

/// A piece of the page that is laid out and replaced as a whole: a paragraph, a heading, a table … A list or a quote is
/// none: its paragraphs are, so that an edit in a long list costs no more than one in a paragraph.
struct PagePart
{
    PartKind kind = PartKind::Paragraph;
    const Markdown::Block *block = nullptr; ///< of the document; null for head, foot and empty items
    QString text = {};   ///< of the head and the foot, and the heading of the footnotes; of tags, a line each
    QString detail = {}; ///< the byline's second line, the address of what is Original, the note after of Beside, the
                         ///< label of tags
    QByteArray context = {}; ///< letters of PartContext
    int joined = 0;          ///< how many of these it shares with the part before: the same quote, not another one
    QString marker =
        {}; ///< of a list item: "•", "◦", "▪", "☐", "☑" or "12."; "▾" of what is opened; a footnote's number
    QString anchor = {};  ///< what "#…" links lead to
    int number = 0;       ///< of a footnote's last paragraph: its own …
    int waysBack = 0;     ///< … and how many lead back from there to where it is referred to
    bool dropCap = false; ///< its first letter is a large one
    bool ofFooter = false;
    double space = 0;                  ///< above it, px; its own padding and that of the part before come on top
    double before = 0;                 ///< padding of the part before, px
    size_t hash = 0;                   ///< of all of the above but the anchor, which nobody sees
    Markdown::SourceRange source = {}; ///< empty for head and foot
};

/// The name of a footnote's reference, for what leads back there: "fnref-1-2". See Inline::occurrence.
[[nodiscard]] QString referenceAnchor(int footnote, int occurrence);

/// Whether such a part stands above the text.
[[nodiscard]] bool isHead(PartKind kind);

/// Whether it stands below the text and its footnotes.
[[nodiscard]] bool isFoot(const PagePart &part);

/// Whether it is a picture, or what stands for one, with words below.
[[nodiscard]] bool hasCaption(const PagePart &part);

/// Between the words of such a part and the box around it, px; 0 where there is none.
[[nodiscard]] double paddingOf(PartKind kind, const PageType &type);

/// The parts of a page, from its head to its foot. They point into `document`, which may be null, and the footer.
[[nodiscard]] std::vector<PagePart> partsOf(const TitleBlock &head, const Markdown::Document *document,
                                            const PageType &type);

/// `oldCount` parts from `begin` on give way to `parts`; those behind them stand `moved` further on in the source.
struct PartEdit
{
    int begin = 0;
    int oldCount = 0;
    std::vector<PagePart> parts = {};
    int moved = 0;
};

/// Makes the parts of a page that changes, but not those of the blocks that its document shares with the one before.
class PartMaker
{
public:
    /// What leads from `before`, which must be the parts of the last page (none at first), to those of this one. They
    /// point into `document`, which it keeps until the next call; it may be null.
    [[nodiscard]] PartEdit change(std::span<const PagePart> before, const TitleBlock &head,
                                  std::shared_ptr<const Markdown::Document> document, const PageType &type);

private:
    TitleBlock m_head;
    std::shared_ptr<const Markdown::Document> m_document;
    const PageType *m_type = nullptr;
    std::vector<int> m_firsts; ///< the number of each block's first part, and of the first after them all
};

} // namespace Weeknotes
