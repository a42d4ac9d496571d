// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "style/palette.h"
#include "typeset/dropcap.h"
#include "typeset/pagepart.h"
#include "typeset/pagewriter.h"
#include "typeset/partdiff.h"

#include <QTextBlock>

#include <optional>
#include <span>
#include <vector>

class QDeadlineTimer;

namespace Weeknotes {

/// Keeps a QTextDocument in step with the parts of a page, replacing only those that changed, and knows which text
/// blocks are whose. A long page is not written at once: its first parts are, and then more as somebody asks for them,
/// in order. The document's last block is its own: the room below the page, and in place of what is not written yet.
class PageDocument
{
public:
    /// Empties `text`, which must outlive this.
    explicit PageDocument(QTextDocument *text);
    /// For the parts that are written from now on; they break at first.
    void setTooWide(TooWide tooWide) { m_tooWide = tooWide; }

    /// Takes all parts off the page. Those to come have this look, and the words of cards and the references of `head`:
    /// for others, clear it anew and begin with a new PartMaker.
    void clear(const PageType &type, const Palette &colours, const TitleBlock &head);
    /// Formats say all of a font but its features: without this, those of the interface came in, such as figures and
    /// hyphens of one width. clear() does it; a view that takes its own font to its document must anew.
    void keepFont();
    /// The document is another width now: for tables that reach out.
    void fitTables();
    /// Writes what differs, as far as the page is written; returns all that differs.
    std::vector<PartChange> update(PartEdit edit);

    [[nodiscard]] bool isWhole() const { return written() == partCount(); }
    /// How many parts are written: the first ones.
    [[nodiscard]] int written() const { return int(m_blockCounts.size()); }
    /// Writes the first `count` parts, if they are not written yet.
    void writeTo(int count);
    /// Goes on writing, some parts at least.
    void writeUntil(const QDeadlineTimer &end);

    [[nodiscard]] const std::vector<PagePart> &parts() const { return m_parts; }
    [[nodiscard]] int partCount() const { return int(m_parts.size()); }
    /// The part that `block` belongs to; -1 for the room below. A binary search, as all that says nothing else.
    [[nodiscard]] int partAt(const QTextBlock &block) const;
    /// The first text block of a part that is written; of the room below for written().
    [[nodiscard]] QTextBlock firstBlock(int part) const;
    [[nodiscard]] const Markdown::SourceRange &source(int part) const { return m_parts[size_t(part)].source; }
    [[nodiscard]] const QString &anchor(int part) const { return m_parts[size_t(part)].anchor; }
    /// The innermost part around that offset of the source, written or not, else the last one that starts before it;
    /// -1: none.
    [[nodiscard]] int partOfSource(int offset) const;
    /// Whether a cursor at that offset stands in `part`, or right behind it.
    [[nodiscard]] bool holdsSource(int part, int offset) const;
    /// The part that "#anchor" leads to; -1: none. Takes time with the number of parts.
    [[nodiscard]] int partOfAnchor(const QString &anchor) const;

    // The written parts that follow each other in the page as they do in the source, numbered from 0: not the head,
    // which has no source, and no footnote that is defined above what stands before it here.
    [[nodiscard]] int orderedCount() const;
    [[nodiscard]] int orderedPart(int number) const;
    /// The last of them whose source begins at or before `offset`; -1: none.
    [[nodiscard]] int orderedOfSource(int offset) const;
    /// The last of them that is `part` or stands before it; -1: none.
    [[nodiscard]] int orderedAtOrBefore(int part) const;

private:
    void replace(int part, int oldCount, std::span<const PagePart> parts);
    void moveKept(int part, int oldCount, int newCount);
    void writeNext(int count);
    [[nodiscard]] int write(QTextCursor &cursor, const PagePart &part) const;
    void cutFrom(int part);
    void setParts(PartEdit edit);
    void holdRoom();
    [[nodiscard]] qreal heightToCome() const;
    [[nodiscard]] int firstBlockNumber(int part) const;
    void forgetBlockNumbers(int begin, int oldCount, std::span<const int> blockCounts);

    /// Where the text begins and ends, and how many footnotes after it are in order.
    struct Landmarks
    {
        int bodyBegin = 0;
        int bodyEnd = 0;
        int notesBegin = 0;
        int notes = 0;
    };
    [[nodiscard]] const Landmarks &landmarks() const;
    void moveLandmarks(const PartEdit &edit);
    [[nodiscard]] int orderedOfAll(int offset) const;

    DropCap m_dropCap;
    QTextDocument *m_text;
    const PageType *m_type;
    Palette m_colours;
    Markdown::CardWords m_words;
    std::optional<PageReferences> m_references;
    TooWide m_tooWide = TooWide::Breaks;
    std::vector<PagePart> m_parts;
    std::vector<int> m_blockCounts;         ///< how many text blocks each written part takes
    mutable std::vector<int> m_firstBlocks; ///< of the first parts, as far as somebody asked
    mutable std::optional<Landmarks> m_landmarks;
    int m_firstKept = 0; ///< from this part on, so many keep their glyphs
    int m_keptCount = 0;
};

} // namespace Weeknotes
