// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "preview/pagepart.h"
#include "preview/partdiff.h"

#include <QTextBlock>

#include <optional>
#include <vector>

namespace Weeknotes {

/// Keeps a QTextDocument in step with the parts of a page, replacing only those that changed, and knows which text
/// blocks are whose. The document's last block is its own: the room below the page.
class PageDocument
{
public:
    /// Empties `text`, which must outlive this.
    explicit PageDocument(QTextDocument *text);

    /// Writes all of `parts` anew, in this look.
    void rewrite(const std::vector<PagePart> &parts, const PageType &type, Scheme scheme);
    /// Writes what differs; returns that. The look is that of the last rewrite().
    std::vector<PartChange> update(const std::vector<PagePart> &parts);

    [[nodiscard]] int partCount() const { return int(m_parts.size()); }
    /// The part that `block` belongs to; -1 for the room below. A binary search, as all that says nothing else.
    [[nodiscard]] int partAt(const QTextBlock &block) const;
    /// The first text block of a part; of the room below for partCount().
    [[nodiscard]] QTextBlock firstBlock(int part) const;
    [[nodiscard]] const Markdown::SourceRange &source(int part) const { return m_parts[size_t(part)].source; }
    [[nodiscard]] const QString &anchor(int part) const { return m_parts[size_t(part)].anchor; }
    /// The innermost part around that offset of the source, else the last one that starts before it; -1: none.
    [[nodiscard]] int partOfSource(int offset) const;
    /// Whether a cursor at that offset stands in `part`, or right behind it.
    [[nodiscard]] bool holdsSource(int part, int offset) const;
    /// The part that "#anchor" leads to; -1: none. Takes time with the number of parts.
    [[nodiscard]] int partOfAnchor(const QString &anchor) const;

    // The parts that follow each other in the page as they do in the source, numbered from 0: not the head, which has
    // no source, and no footnote that is defined above what stands before it here.
    [[nodiscard]] int orderedCount() const;
    [[nodiscard]] int orderedPart(int number) const;
    /// The last of them whose source begins at or before `offset`; -1: none.
    [[nodiscard]] int orderedOfSource(int offset) const;
    /// The last of them that is `part` or stands before it; -1: none.
    [[nodiscard]] int orderedAtOrBefore(int part) const;

private:
    struct Placed
    {
        PartKind kind = PartKind::Paragraph;
        size_t hash = 0;
        int blocks = 0; ///< how many text blocks it takes
        QString anchor;
        Markdown::SourceRange source;
    };
    void replace(const PartChange &change, const std::vector<PagePart> &parts);
    [[nodiscard]] Placed write(QTextCursor &cursor, const PagePart &part) const;
    [[nodiscard]] int firstBlockNumber(int part) const;
    void forgetBlockNumbers(const PartChange &change, const std::vector<Placed> &placed);

    /// Where the text begins and ends, and how many footnotes after it are in order.
    struct Landmarks
    {
        int bodyBegin = 0;
        int bodyEnd = 0;
        int notesBegin = 0;
        int notes = 0;
    };
    [[nodiscard]] const Landmarks &landmarks() const;

    QTextDocument *m_text;
    const PageType *m_type;
    Scheme m_scheme = Scheme::Light;
    std::vector<Placed> m_parts;
    mutable std::vector<int> m_firstBlocks; ///< of the first parts, as far as somebody asked
    mutable std::optional<Landmarks> m_landmarks;
};

} // namespace Weeknotes
