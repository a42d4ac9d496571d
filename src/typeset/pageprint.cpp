// SPDX-License-Identifier: GPL-3.0-or-later
#include "typeset/pageprint.h"

#include "typeset/formatproperties.h"
#include "typeset/pagedocument.h"
#include "typeset/pageimages.h"
#include "typeset/pagepainter.h"

#include <QAbstractTextDocumentLayout>
#include <QLocale>
#include <QPageRanges>
#include <QPagedPaintDevice>
#include <QPainter>
#include <QTextDocument>
#include <QTextFrame>
#include <QTextLayout>
#include <QUrl>

#include <algorithm>
#include <cmath>

namespace Weeknotes {

using namespace Qt::StringLiterals;

namespace {

// Of the sheet, mm; the number stands in the footer, which is no margin, since some devices paint none.
constexpr QMarginsF margins(25, 20, 25, 10);
constexpr qreal footer = 12;
constexpr qreal bodyPoints = 11; // as the page's print style has it
constexpr qreal numberPoints = 9;
constexpr qreal millimetre = 72 / 25.4; // points

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

/// A page's parts on sheets of paper; lengths are px of the page's type.
class Sheets
{
public:
    Sheets(const std::vector<PagePart> &parts, PageImages &images, const QSizeF &sheet)
        : m_page(&m_text), m_height(sheet.height())
    {
        m_text.setUseDesignMetrics(true); // a sheet has finer dots than the screen
        m_text.documentLayout()->registerHandler(FormatProperty::imageObject, &images);
        m_page.clear(type(), Scheme::Light);
        m_page.update({.parts = parts});
        m_page.writeTo(m_page.partCount());
        keepOutwardLinks();
        QTextFrameFormat whole = m_text.rootFrame()->frameFormat();
        whole.setMargin(0);
        whole.setTopMargin(0);
        m_text.rootFrame()->setFrameFormat(whole);
        m_text.setPageSize(sheet);
        keepHeadings();
        const QTextBlock last = m_page.firstBlock(m_page.partCount()).previous(); // not the room below the page
        m_count = last.isValid() ? sheetOf(place(last).bottom() - 1) + 1 : 1;
    }

    [[nodiscard]] static const PageType &type() { return desktopPage(); }
    [[nodiscard]] int count() const { return m_count; }

    void paint(QPainter &painter, int sheet) const
    {
        const QRectF seen(0, sheet * m_height, m_text.textWidth(), m_height);
        painter.save();
        painter.translate(-seen.topLeft());
        painter.setClipRect(seen);
        const QAbstractTextDocumentLayout *layout = m_text.documentLayout();
        QTextBlock first = m_text.findBlock(std::max(layout->hitTest(seen.topLeft(), Qt::FuzzyHit), 0));
        if (first.previous().isValid())
            first = first.previous(); // its box may reach down here
        PagePainter(painter, m_text, type(), palette(Scheme::Light)).paintFrom(first, seen.bottom());
        QAbstractTextDocumentLayout::PaintContext context;
        context.clip = seen;
        context.palette.setColor(QPalette::Text, palette(Scheme::Light).ink);
        m_text.documentLayout()->draw(&painter, context);
        painter.restore();
    }

private:
    [[nodiscard]] QRectF place(const QTextBlock &block) const
    {
        return m_text.documentLayout()->blockBoundingRect(block);
    }
    [[nodiscard]] int sheetOf(qreal y) const { return int(std::floor(y / m_height)); }
    [[nodiscard]] int sheetOfFirstLine(const QTextBlock &block) const
    {
        const qreal top = place(block).top(); // lays it out
        return sheetOf(block.layout()->lineCount() == 0 ? top : top + block.layout()->lineAt(0).y());
    }

    /// What Qt's PDF takes for a link is one to the world: not to a footnote, nor to another note of ours.
    void keepOutwardLinks()
    {
        std::vector<QTextFragment> links;
        for (QTextBlock block = m_text.begin(); block.isValid(); block = block.next()) {
            for (auto run = block.begin(); !run.atEnd(); ++run) {
                if (run.fragment().charFormat().isAnchor())
                    links.push_back(run.fragment());
            }
        }
        QTextCursor words(&m_text);
        for (const QTextFragment &link : links) {
            words.setPosition(link.position());
            words.setPosition(link.position() + link.length(), QTextCursor::KeepAnchor);
            QTextCharFormat format = link.charFormat();
            if (const QString target = fromPaper(format.anchorHref()); !target.isEmpty()) {
                format.setAnchorHref(target);
            } else {
                format.clearProperty(QTextFormat::IsAnchor);
                format.clearProperty(QTextFormat::AnchorHref); // an empty one would be written, too
            }
            words.setCharFormat(format);
        }
    }

    void keepHeadings()
    {
        for (QTextBlock block = m_text.begin(); block.next().isValid(); block = block.next()) {
            const bool heads = partKind(block) == PartKind::Heading && block.blockNumber() > 0;
            if (!heads || sheetOfFirstLine(block) == sheetOfFirstLine(block.next()))
                continue;
            QTextBlockFormat next;
            next.setPageBreakPolicy(QTextFormat::PageBreak_AlwaysBefore);
            QTextCursor(block).mergeBlockFormat(next);
        }
    }

    QTextDocument m_text;
    PageDocument m_page;
    qreal m_height;
    int m_count = 1;
};

void paintNumber(QPainter &painter, const QRectF &place, int number, qreal pixelsPerPoint)
{
    painter.setFont(font({.size = numberPoints * pixelsPerPoint}, pageSansFamilies()));
    painter.setPen(palette(Scheme::Light).secondInk);
    painter.drawText(place, Qt::AlignHCenter | Qt::AlignBottom, QLocale().toString(number));
}

} // namespace

void paintOnPaper(QPagedPaintDevice &paper, std::vector<PagePart> parts, PageImages &images)
{
    for (PagePart &part : parts)
        part.back = 0; // on paper nothing is clicked
    paper.setPageMargins(margins, QPageLayout::Millimeter);
    QPainter painter(&paper);
    if (!painter.isActive())
        return;
    const qreal point = paper.logicalDpiY() / 72.0;
    const QRectF area(0, 0, paper.width(), paper.height());
    const qreal scale = point * bodyPoints / Sheets::type().body.size;
    const qreal height = area.height() - footer * millimetre * point;
    const Sheets sheets(parts, images, {area.width() / scale, height / scale});
    const QPageRanges wanted = paper.pageRanges();
    bool begun = false;
    for (int sheet = 0; sheet < sheets.count(); ++sheet) {
        if (!wanted.isEmpty() && !wanted.contains(sheet + 1))
            continue;
        if (std::exchange(begun, true))
            paper.newPage();
        painter.save();
        painter.scale(scale, scale);
        sheets.paint(painter, sheet);
        painter.restore();
        if (sheets.count() > 1)
            paintNumber(painter, area, sheet + 1, point);
    }
}

} // namespace Weeknotes
