// SPDX-License-Identifier: GPL-3.0-or-later
#include "preview/pagedocument.h"

#include "preview/pagewriter.h"

#include <QTextDocument>
#include <QTextFrame>

#include <algorithm>
#include <ranges>

namespace Weeknotes {

namespace {

constexpr int fewParts = 100; ///< are laid out at once

} // namespace

PageDocument::PageDocument(QTextDocument *text) : m_text(text), m_type(&desktopPage())
{
    rewrite({}, *m_type, m_scheme);
}

void PageDocument::rewrite(const std::vector<PagePart> &parts, const PageType &type, Scheme scheme)
{
    m_type = &type;
    m_scheme = scheme;
    m_parts.clear();
    m_firstBlocks.clear();
    m_text->setUndoRedoEnabled(false);
    m_text->clear();
    m_text->setDocumentMargin(0);
    QTextFrameFormat page = m_text->rootFrame()->frameFormat();
    page.setTopMargin(type.top); // Qt leaves out a first block's own
    m_text->rootFrame()->setFrameFormat(page);
    QTextBlockFormat room;
    room.setTopMargin(1.5 * type.blockGap);
    QTextCursor(m_text).setBlockFormat(room);
    update(parts);
}

std::vector<PartChange> PageDocument::update(const std::vector<PagePart> &parts)
{
    std::vector<size_t> before;
    for (const Placed &part : m_parts)
        before.push_back(part.hash);
    std::vector<size_t> after;
    for (const PagePart &part : parts)
        after.push_back(part.hash);
    const std::vector<PartChange> changes = differences(before, after);
    int added = 0;
    for (const PartChange &change : changes)
        added += change.newCount;
    // A document without a page is laid out once it has one, and then as far as somebody looks, and the rest by and by.
    const QSizeF page = m_text->pageSize();
    if (added > fewParts)
        m_text->setPageSize({0, 0});
    for (const PartChange &change : std::views::reverse(changes)) // so that the places of earlier ones hold
        replace(change, parts);
    if (added > fewParts)
        m_text->setPageSize(page);
    for (size_t i = 0; i < parts.size(); ++i) {
        m_parts[i].anchor = parts[i].anchor;
        m_parts[i].source = parts[i].source;
    }
    m_landmarks.reset();
    return changes;
}

void PageDocument::replace(const PartChange &change, const std::vector<PagePart> &parts)
{
    const int begin = firstBlock(change.oldBegin).position();
    const int end = firstBlock(change.oldBegin + change.oldCount).position();
    QTextCursor cursor(m_text);
    cursor.beginEditBlock();
    cursor.setPosition(begin);
    cursor.setPosition(end, QTextCursor::KeepAnchor);
    cursor.removeSelectedText();
    std::vector<Placed> placed;
    if (change.newCount > 0) {
        // A new block before the next part's, which keeps its own format.
        const QTextBlock next = cursor.block();
        cursor.insertBlock(next.blockFormat(), next.charFormat());
        cursor.setPosition(begin);
    }
    for (int i = change.newBegin; i < change.newBegin + change.newCount; ++i) {
        if (i > change.newBegin)
            cursor.insertBlock(QTextBlockFormat(), QTextCharFormat());
        placed.push_back(write(cursor, parts[size_t(i)]));
    }
    cursor.endEditBlock();
    forgetBlockNumbers(change, placed);
    const auto at =
        m_parts.erase(m_parts.begin() + change.oldBegin, m_parts.begin() + change.oldBegin + change.oldCount);
    m_parts.insert(at, placed.begin(), placed.end());
}

PageDocument::Placed PageDocument::write(QTextCursor &cursor, const PagePart &part) const
{
    const int before = m_text->blockCount();
    PageWriter(*m_type, palette(m_scheme)).write(cursor, part);
    return {part.kind, part.hash, m_text->blockCount() - before + 1, part.anchor, part.source};
}

int PageDocument::partOfAnchor(const QString &anchor) const
{
    const auto found = std::ranges::find(m_parts, anchor, &Placed::anchor);
    return found == m_parts.end() || anchor.isEmpty() ? -1 : int(found - m_parts.begin());
}

} // namespace Weeknotes
