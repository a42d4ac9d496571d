// SPDX-License-Identifier: GPL-3.0-or-later
#include "typeset/pagedocument.h"

#include "style/blocklines.h"
#include "typeset/formatproperties.h"

#include <QAbstractTextDocumentLayout>
#include <QDeadlineTimer>
#include <QFontMetricsF>
#include <QTextDocument>
#include <QTextFrame>
#include <QTextLayout>
#include <QTextTable>

#include <algorithm>
#include <cmath>
#include <ranges>

namespace Weeknotes {

namespace {

constexpr int atOnce = 100; ///< parts that are written in one go
constexpr int mostKept = 3; ///< parts of an edit whose glyphs are kept from one painting to the next
constexpr int batch = 16;   ///< parts; each lays out what it adds

std::vector<size_t> hashesOf(std::span<const PagePart> parts)
{
    std::vector<size_t> hashes;
    hashes.reserve(parts.size());
    for (const PagePart &part : parts)
        hashes.push_back(part.hash);
    return hashes;
}

} // namespace

PageDocument::PageDocument(QTextDocument *text) : m_text(text), m_type(&desktopPage())
{
    m_text->documentLayout()->registerHandler(FormatProperty::dropCapObject, &m_dropCap);
    clear(*m_type, palette(Scheme::Light), TitleBlock());
}

void PageDocument::clear(const PageType &type, const Palette &colours, const TitleBlock &head)
{
    m_type = &type;
    m_colours = colours;
    m_words = head.cards;
    m_references = head.references;
    m_parts.clear();
    m_blockCounts.clear();
    m_firstBlocks.clear();
    m_keptCount = 0;
    m_landmarks.reset();
    m_text->setUndoRedoEnabled(false);
    m_text->clear();
    m_text->setDocumentMargin(0);
    QTextOption lines = m_text->defaultTextOption();
    lines.setTabStopDistance(4 * QFontMetricsF(font(type.code, monoFamilies())).horizontalAdvance(u' '));
    m_text->setDefaultTextOption(lines);
    keepFont();
    QTextFrameFormat page = m_text->rootFrame()->frameFormat();
    page.setTopMargin(type.top); // Qt leaves out a first block's own
    m_text->rootFrame()->setFrameFormat(page);
    holdRoom();
}

void PageDocument::keepFont()
{
    m_text->setDefaultFont(font(m_type->body, pageSerifFamilies()));
}

void PageDocument::fitTables()
{
    for (QTextFrame *frame : m_text->rootFrame()->childFrames()) {
        if (auto *table = qobject_cast<QTextTable *>(frame);
            table && table->format().hasProperty(FormatProperty::leastWidths))
            fitTable(*table);
    }
}

std::vector<PartChange> PageDocument::update(PartEdit edit)
{
    const std::span<const PagePart> old = std::span(m_parts).subspan(size_t(edit.begin), size_t(edit.oldCount));
    std::vector<PartChange> changes = differences(hashesOf(old), hashesOf(edit.parts));
    for (PartChange &change : changes) {
        change.oldBegin += edit.begin;
        change.newBegin += edit.begin;
    }
    // Where much is new, what follows is written again too, by and by: each change lays out all that stands below it.
    const bool whole = isWhole();
    size_t made = 0;
    for (int added = 0; made < changes.size(); ++made) {
        const auto &[oldBegin, oldCount, newBegin, newCount] = changes[made];
        if (oldBegin >= written() && !whole)
            break;
        added += std::max(newCount, 1);
        if (added > atOnce || oldBegin + oldCount > written()) {
            cutFrom(oldBegin);
            break;
        }
    }
    for (const auto &[oldBegin, oldCount, newBegin, newCount] : std::span(changes).first(made) | std::views::reverse)
        replace(oldBegin, oldCount, std::span(edit.parts).subspan(size_t(newBegin - edit.begin), size_t(newCount)));
    moveLandmarks(edit);
    setParts(std::move(edit));
    writeNext(atOnce - written());
    holdRoom();
    return changes;
}

void PageDocument::cutFrom(int part)
{
    QTextCursor cursor(m_text);
    cursor.setPosition(firstBlock(part).position());
    cursor.setPosition(m_text->lastBlock().position(), QTextCursor::KeepAnchor);
    cursor.removeSelectedText();
    m_blockCounts.resize(size_t(part));
    m_keptCount = std::clamp(part - m_firstKept, 0, m_keptCount);
    m_firstBlocks.resize(std::min(m_firstBlocks.size(), size_t(part) + 1));
}

void PageDocument::setParts(PartEdit edit)
{
    const auto begin = m_parts.begin() + edit.begin;
    const auto kept = std::min(edit.oldCount, int(edit.parts.size()));
    std::ranges::move(std::span(edit.parts).first(size_t(kept)), begin);
    if (edit.oldCount > kept)
        m_parts.erase(begin + kept, begin + edit.oldCount);
    else
        m_parts.insert(begin + kept, std::move_iterator(edit.parts.begin() + kept),
                       std::move_iterator(edit.parts.end()));
    if (edit.moved == 0)
        return;
    for (PagePart &part : std::span(m_parts).subspan(size_t(edit.begin) + edit.parts.size())) {
        part.source.begin += edit.moved;
        part.source.end += edit.moved;
    }
}

void PageDocument::replace(int part, int oldCount, std::span<const PagePart> parts)
{
    moveKept(part, oldCount, int(parts.size()));
    const int begin = firstBlock(part).position();
    const QTextBlock next = firstBlock(part + oldCount);
    const int end = next.position();
    const QTextBlockFormat nextFormat = next.blockFormat();
    const QTextCharFormat nextCharFormat = next.charFormat();
    QTextCursor cursor(m_text);
    cursor.beginEditBlock();
    cursor.setPosition(begin);
    cursor.setPosition(end, QTextCursor::KeepAnchor);
    cursor.removeSelectedText();
    std::vector<int> blockCounts;
    if (!parts.empty()) {
        // A new block before the next part's, which keeps its own formats.
        cursor.insertBlock(nextFormat, nextCharFormat);
        cursor.setPosition(begin);
    } else if (cursor.blockCharFormat() != nextCharFormat) { // that of what was removed
        cursor.setBlockCharFormat(nextCharFormat);
    }
    for (const PagePart &each : parts) {
        if (!blockCounts.empty())
            cursor.insertBlock(QTextBlockFormat(), QTextCharFormat());
        blockCounts.push_back(write(cursor, each));
    }
    if (m_keptCount > 0) {
        for (QTextBlock block = cursor.block(); block.isValid() && block.position() >= begin; block = block.previous())
            block.layout()->setCacheEnabled(true);
    }
    cursor.endEditBlock();
    forgetBlockNumbers(part, oldCount, blockCounts);
    const auto at = m_blockCounts.erase(m_blockCounts.begin() + part, m_blockCounts.begin() + part + oldCount);
    m_blockCounts.insert(at, blockCounts.begin(), blockCounts.end());
}

/// The `newCount` parts that come in place of `oldCount` keep their glyphs, unless they are many; all others let go.
void PageDocument::moveKept(int part, int oldCount, int newCount)
{
    for (int kept = m_firstKept; kept < m_firstKept + m_keptCount; ++kept) {
        const QTextBlock end = firstBlock(kept + 1);
        for (QTextBlock block = firstBlock(kept); (kept < part || kept >= part + oldCount) && block != end;
             block = block.next())
            letGoOfGlyphs(block);
    }
    m_firstKept = part;
    m_keptCount = newCount <= mostKept ? newCount : 0;
}

int PageDocument::write(QTextCursor &cursor, const PagePart &part) const
{
    const int before = m_text->blockCount();
    PageWriter(*m_type, m_colours, m_words, m_references, m_tooWide).write(cursor, part);
    return m_text->blockCount() - before + 1;
}

void PageDocument::writeNext(int count)
{
    const int left = std::min(count, partCount() - written());
    if (left > 0)
        replace(written(), 0, std::span(m_parts).subspan(size_t(written()), size_t(left)));
}

void PageDocument::writeTo(int count)
{
    if (count <= written())
        return;
    writeNext(count - written());
    holdRoom();
}

void PageDocument::writeUntil(const QDeadlineTimer &end)
{
    do
        writeNext(batch);
    while (!isWhole() && !end.hasExpired());
    holdRoom();
}

/// What is not written yet takes as much room for its length as what is: so the scroll bar knows of it.
qreal PageDocument::heightToCome() const
{
    const int bodyEnd = isWhole() ? 0 : landmarks().bodyEnd;
    if (written() >= bodyEnd)
        return 0; // or footnotes, of which there are few
    const double done = source(written()).begin;
    if (done <= 0)
        return 0;
    const QTextBlock room = m_text->lastBlock();
    const qreal height = m_text->documentLayout()->blockBoundingRect(room).top() - room.blockFormat().topMargin();
    return std::max(height, 0.0) * std::max(source(bodyEnd - 1).end - done, 0.0) / done;
}

void PageDocument::holdRoom()
{
    QTextCursor room(m_text->lastBlock());
    QTextBlockFormat format;
    format.setTopMargin(1.5 * m_type->blockGap + std::round(heightToCome()));
    if (room.blockFormat() != format)
        room.setBlockFormat(format);
}

int PageDocument::partOfAnchor(const QString &anchor) const
{
    const auto found = std::ranges::find(m_parts, anchor, &PagePart::anchor);
    return found == m_parts.end() || anchor.isEmpty() ? -1 : int(found - m_parts.begin());
}

} // namespace Weeknotes
