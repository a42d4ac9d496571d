// SPDX-License-Identifier: GPL-3.0-or-later
#include "typeset/sheets.h"

#include "style/pagecolours.h"
#include "typeset/formatproperties.h"
#include "typeset/pageimages.h"
#include "typeset/pagepainter.h"

#include <QAbstractTextDocumentLayout>
#include <QPainter>
#include <QTextFrame>
#include <QTextLayout>
#include <QUrl>

#include <algorithm>
#include <cmath>

namespace Weeknotes {

using namespace Qt::StringLiterals;

namespace {

/// Where a link leads from paper, as a PDF takes it; empty: it leads nowhere.
QString fromPaper(const QString &target)
{
    const QUrl url(target);
    if (!QStringList{u"http"_s, u"https"_s, u"mailto"_s}.contains(url.scheme()))
        return {};
    // Qt puts it between parentheses as it is.
    QString plain = QString::fromLatin1(url.toEncoded());
    return plain.replace(u'(', u"%28"_s).replace(u')', u"%29"_s).replace(u'\\', u"%5C"_s);
}

constexpr qreal aboveSheet = 2; // px

/// Whether `block` is nothing without the next one: a heading, or an image with its caption below.
bool heads(const QTextBlock &block)
{
    const PartKind kind = partKind(block);
    return kind == PartKind::Heading || kind == PartKind::Dateline || kind == PartKind::Notes ||
           ((kind == PartKind::Figure || kind == PartKind::Card) && block.next().isValid() &&
            partKind(block.next()) == PartKind::Caption);
}

/// Of the table that begins behind `block`; itself if none does.
QTextBlock firstBodyRow(const QTextBlock &block)
{
    const QTextTable *table = QTextCursor(block.next()).currentTable();
    if (!table || QTextCursor(block).currentTable() == table)
        return block;
    return table->cellAt(std::min(1, table->rows() - 1), 0).firstCursorPosition().block();
}

} // namespace

Sheets::Sheets(const TitleBlock &head, const Markdown::Document *document, PageImages &images, const QSizeF &sheet)
    : m_colours(pagePalette(Scheme::Light, head.colour)), m_page(&m_text), m_height(sheet.height())
{
    std::vector<PagePart> parts = partsOf(head, document, type());
    for (PagePart &part : parts)
        part.waysBack = 0;            // on paper nothing is clicked
    m_text.setUseDesignMetrics(true); // a sheet has finer dots than the screen
    m_text.documentLayout()->registerHandler(FormatProperty::imageObject, &images);
    m_page.clear(type(), m_colours, head);
    m_page.update({.parts = std::move(parts)});
    m_page.writeTo(m_page.partCount());
    keepOutwardLinks();
    QTextFrameFormat whole = m_text.rootFrame()->frameFormat();
    whole.setMargin(0);
    whole.setTopMargin(0);
    m_text.rootFrame()->setFrameFormat(whole);
    m_text.setPageSize(sheet);
    (void)m_text.documentLayout()->documentSize(); // the whole: of a change, Qt may leave out blocks it never laid out
    keepTogether();
    const QTextBlock last = m_page.firstBlock(m_page.partCount()).previous(); // not the room below the page
    m_count = last.isValid() ? sheetOf(place(last).bottom() - 1) + 1 : 1;
}

void Sheets::paint(QPainter &painter, int sheet) const
{
    // Qt sets a line of an image a little above the sheet that it goes to.
    const QRectF seen(0, sheet * m_height - aboveSheet, m_text.textWidth(), m_height);
    painter.save();
    painter.translate(-seen.topLeft());
    painter.setClipRect(seen);
    const QAbstractTextDocumentLayout *layout = m_text.documentLayout();
    QTextBlock first = m_text.findBlock(std::max(layout->hitTest(seen.topLeft(), Qt::FuzzyHit), 0));
    if (first.previous().isValid())
        first = first.previous(); // its box may reach down here
    PagePainter(painter, m_text, type(), m_colours).paintFrom(first, seen.bottom());
    QAbstractTextDocumentLayout::PaintContext context;
    context.clip = seen;
    context.palette.setColor(QPalette::Text, m_colours.ink);
    m_text.documentLayout()->draw(&painter, context);
    painter.restore();
}

QRectF Sheets::place(const QTextBlock &block) const
{
    return m_text.documentLayout()->blockBoundingRect(block);
}

int Sheets::sheetOf(qreal y) const
{
    return int(std::floor(y / m_height));
}

int Sheets::sheetOfLine(const QTextBlock &block, int line, qreal above) const
{
    const qreal top = place(block).top() - above; // lays it out
    return sheetOf(line < block.layout()->lineCount() ? top + block.layout()->lineAt(line).y() : top);
}

/// What Qt's PDF takes for a link is one to the world: not to a footnote, nor to another note of ours.
void Sheets::keepOutwardLinks()
{
    std::vector<QTextFragment> links;
    for (QTextBlock block = m_text.begin(); block.isValid(); block = block.next()) {
        for (auto run = block.begin(); !run.atEnd(); ++run) {
            const QTextCharFormat format = run.fragment().charFormat();
            if (format.isAnchor() || format.hasProperty(QTextFormat::AnchorName))
                links.push_back(run.fragment());
        }
    }
    QTextCursor words(&m_text);
    for (const QTextFragment &link : links) {
        words.setPosition(link.position());
        words.setPosition(link.position() + link.length(), QTextCursor::KeepAnchor);
        QTextCharFormat format = link.charFormat();
        format.clearProperty(QTextFormat::AnchorName);
        if (const QString target = fromPaper(format.anchorHref()); !target.isEmpty()) {
            format.setAnchorHref(target);
        } else {
            format.clearProperty(QTextFormat::IsAnchor);
            format.clearProperty(QTextFormat::AnchorHref); // an empty one would be written, too
        }
        words.setCharFormat(format);
    }
}

/// What would stand alone at a sheet's foot, a heading, an image or a paragraph's first line, goes to the next one.
void Sheets::keepTogether()
{
    for (QTextBlock block = m_text.begin(); block.next().isValid(); block = block.next()) {
        QTextBlock last = block; // the first that can stand alone
        while (heads(last) && last.next().isValid())
            last = last.next();
        if (partKind(last) == PartKind::Table) // the empty line before it; its head stands on each sheet
            last = firstBodyRow(last);
        // A second line, too, of a paragraph that has one, and all of a card.
        const int lines = last.layout()->lineCount();
        const int needed =
            partKind(last) == PartKind::Card ? lines - 1 : partKind(last) == PartKind::Paragraph && lines > 1;
        const QTextBlockFormat format = block.blockFormat();
        const int first = sheetOfLine(
            block, 0,
            std::max(format.doubleProperty(FormatProperty::ruleAbove), format.doubleProperty(FormatProperty::padding)));
        const bool isAlone = first != sheetOfLine(last, needed);
        const bool isFirst = block.blockNumber() == 0 || sheetOfLine(block.previous(), 0) != first;
        if (isAlone && !isFirst) {
            QTextBlockFormat next;
            next.setPageBreakPolicy(QTextFormat::PageBreak_AlwaysBefore);
            QTextCursor(block).mergeBlockFormat(next);
        }
        if (last != block)
            block = last.previous();
    }
}

} // namespace Weeknotes
