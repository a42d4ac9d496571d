// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "preview/pagepart.h"
#include "preview/partdiff.h"

#include <QTextBlock>

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
    /// The part that `block` belongs to; -1 for the room below. Takes time with the number of parts, as all here.
    [[nodiscard]] int partAt(const QTextBlock &block) const;
    /// The first text block of a part; of the room below for partCount().
    [[nodiscard]] QTextBlock firstBlock(int part) const;
    [[nodiscard]] const Markdown::SourceRange &source(int part) const { return m_parts[size_t(part)].source; }
    /// The innermost part around that offset of the source, else the last one that starts before it; -1: none.
    [[nodiscard]] int partOfSource(int offset) const;
    /// The part that "#anchor" leads to; -1: none.
    [[nodiscard]] int partOfAnchor(const QString &anchor) const;

private:
    struct Placed
    {
        size_t hash = 0;
        int blocks = 0; ///< how many text blocks it takes
        QString anchor;
        Markdown::SourceRange source;
    };
    void replace(const PartChange &change, const std::vector<PagePart> &parts);
    [[nodiscard]] Placed write(QTextCursor &cursor, const PagePart &part) const;
    [[nodiscard]] int firstBlockNumber(int part) const;

    QTextDocument *m_text;
    const PageType *m_type;
    Scheme m_scheme = Scheme::Light;
    std::vector<Placed> m_parts;
};

} // namespace Weeknotes
