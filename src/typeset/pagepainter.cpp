// SPDX-License-Identifier: GPL-3.0-or-later
#include "typeset/pagepainter.h"

#include "core/initials.h"
#include "style/blocklines.h"
#include "style/typography.h"
#include "typeset/formatproperties.h"
#include "typeset/pagepart.h"

#include <QGlyphRun>
#include <QPainter>
#include <QRawFont>
#include <QTextDocument>
#include <QTextLayout>
#include <QTextTable>

#include <algorithm>
#include <cmath>
#include <limits>

namespace Weeknotes {

namespace {

qreal paddingOf(const QTextBlockFormat &format)
{
    return format.doubleProperty(FormatProperty::padding);
}

bool isTask(const QString &marker)
{
    return marker == QChar(u'☐') || marker == QChar(u'☑');
}

/// Where a mark of `block` stands.
struct MarkerPlace
{
    qreal edge = 0;    ///< of the words
    qreal outward = 0; ///< -1 or 1
    qreal baseline = 0;
    qreal size = 0; ///< of the type
};

MarkerPlace markerPlace(const QTextDocument &text, const QTextBlock &block)
{
    const QTextBlockFormat format = block.blockFormat();
    const QTextLine line = block.layout()->lineAt(0);
    const bool mirrored = format.layoutDirection() == Qt::RightToLeft;
    return {.edge = mirrored ? text.textWidth() - format.rightMargin() : format.leftMargin(),
            .outward = mirrored ? 1.0 : -1.0,
            .baseline = placeOf(block).top() + line.y() + line.ascent(),
            .size = qreal(block.charFormat().font().pixelSize())};
}

/// Where the words with that property stand, once for each line they are on; as high as their type.
std::vector<QRectF> runsOf(const QTextBlock &block, int property)
{
    std::vector<QRectF> runs;
    const QPointF origin = placeOf(block).topLeft();
    const QTextLayout *layout = block.layout();
    for (auto at = block.begin(); !at.atEnd(); ++at) {
        const QTextFragment run = at.fragment();
        if (!run.charFormat().boolProperty(property))
            continue;
        const QFontMetricsF metrics(run.charFormat().font());
        const int begin = run.position() - block.position();
        const int end = begin + run.length();
        for (int i = 0; i < layout->lineCount(); ++i) {
            const QTextLine line = layout->lineAt(i);
            const int from = std::max(begin, line.textStart());
            const int to = std::min(end, line.textStart() + line.textLength());
            if (from >= to)
                continue;
            const qreal baseline = origin.y() + line.y() + line.ascent();
            // By their glyphs: a cursor between words of two directions has two places.
            qreal left = std::numeric_limits<qreal>::max();
            qreal right = std::numeric_limits<qreal>::lowest();
            for (const QGlyphRun &glyphs : line.glyphRuns(from, to - from)) {
                const QList<QPointF> places = glyphs.positions();
                const QList<QPointF> advances = glyphs.rawFont().advancesForGlyphIndexes(glyphs.glyphIndexes());
                for (qsizetype glyph = 0; glyph < std::min(places.size(), advances.size()); ++glyph) {
                    left = std::min(left, places[glyph].x());
                    right = std::max(right, places[glyph].x() + advances[glyph].x());
                }
            }
            if (left > right)
                continue;
            runs.emplace_back(QPointF(origin.x() + left, baseline - metrics.ascent()),
                              QPointF(origin.x() + right, baseline + metrics.descent()));
        }
    }
    return runs;
}

qreal tableWidth(const QTextTable &table)
{
    qreal width = 0;
    for (const QTextLength &column : table.format().columnWidthConstraints())
        width += column.rawValue();
    return width;
}

qreal widestLine(const QTextBlock &block)
{
    qreal widest = 0;
    for (int i = 0; i < block.layout()->lineCount(); ++i)
        widest = std::max(widest, block.layout()->lineAt(i).naturalTextWidth());
    return widest;
}

} // namespace

QRectF taskBox(const QTextDocument &text, const QTextBlock &block)
{
    if (!isTask(block.blockFormat().stringProperty(FormatProperty::marker)))
        return {};
    (void)placeOf(block); // lays it out
    if (block.layout()->lineCount() == 0)
        return {};
    const MarkerPlace at = markerPlace(text, block);
    QRectF box(0, 0, at.size * 0.8, at.size * 0.8);
    box.moveCenter({at.edge + at.outward * at.size * 0.85, at.baseline - at.size * 0.35});
    return box;
}

PagePainter::PagePainter(QPainter &painter, const QTextDocument &text, const PageType &type, const Palette &colours)
    : m_painter(painter), m_text(text), m_type(type), m_colours(colours)
{
    m_painter.setRenderHint(QPainter::Antialiasing);
}

QRectF PagePainter::wordsOf(const QTextBlock &block) const
{
    QRectF rect = placeOf(block);
    const QTextBlockFormat format = block.blockFormat();
    if (format.lineHeightType() != QTextBlockFormat::FixedHeight || block.layout()->lineCount() == 0)
        return rect;
    const QTextLine line = block.layout()->lineAt(0);
    const qreal centred = (format.lineHeight() - line.ascent() - line.descent()) / 2;
    rect.moveTop(std::round(rect.top() + line.y() - centred));
    rect.setHeight(std::round(rect.height() + 2 * centred));
    return rect;
}

void PagePainter::paintFrom(QTextBlock block, qreal bottom)
{
    for (; block.isValid(); block = block.next()) {
        const QTextBlockFormat format = block.blockFormat();
        if (placeOf(block).top() - format.topMargin() > bottom)
            break;
        if (format.hasProperty(FormatProperty::kind))
            paintBlock(block);
    }
}

void PagePainter::paintBlock(const QTextBlock &block)
{
    const QTextBlockFormat format = block.blockFormat();
    if (format.hasProperty(FormatProperty::context))
        paintContext(block);
    if (format.hasProperty(FormatProperty::padding))
        paintBox(block);
    if (format.hasProperty(FormatProperty::marker))
        paintMarker(block);
    switch (partKind(block)) {
    case PartKind::Separator:
        return paintSeparator(block);
    case PartKind::Notes:
        return paintRuleAbove(block);
    case PartKind::Beside:
        if (format.hasProperty(FormatProperty::ruleAbove))
            paintRuleAbove(block);
        return;
    case PartKind::Tags:
        return paintTags(block);
    case PartKind::Tune:
        paintNoteSign(block);
        return paintInlineCode(block);
    case PartKind::Byline:
        return paintPortrait(block);
    case PartKind::Code:
        return;
    case PartKind::Table:
        paintRowRule(block);
        return paintInlineCode(block);
    default:
        return paintInlineCode(block);
    }
}

void PagePainter::paintBox(const QTextBlock &block)
{
    const QTextBlockFormat format = block.blockFormat();
    const qreal padding = paddingOf(format);
    const QRectF words = wordsOf(block);
    QRectF box(QPointF(format.leftMargin() - padding, words.top() - padding),
               QPointF(m_text.textWidth() - format.rightMargin() + padding, words.bottom() + padding));
    if (format.nonBreakableLines()) // its lines may reach out
        box.setRight(std::max(box.right(), std::ceil(words.left() + widestLine(block) + padding)));
    const bool code = partKind(block) == PartKind::Code;
    const qreal radius = code ? m_type.codeRadius : Metrics::corner;
    m_painter.setPen(m_colours.pageEdge);
    m_painter.setBrush(code ? m_colours.code : m_colours.page);
    m_painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

void PagePainter::paintContext(const QTextBlock &block)
{
    const QTextBlockFormat format = block.blockFormat();
    const QString context = format.stringProperty(FormatProperty::context);
    const int joined = format.intProperty(FormatProperty::joined);
    const bool mirrored = format.layoutDirection() == Qt::RightToLeft;
    const qreal padding = paddingOf(format);
    const QRectF words = wordsOf(block);
    qreal x = 0;
    for (int i = 0; i < context.size(); ++i) {
        if (context[i] != QLatin1Char(PartContext::quote)) {
            x += context[i] == QLatin1Char(PartContext::list) ? m_type.listIndent : m_type.pullQuoteIndent;
            continue;
        }
        // A quote goes on from the part before: so does its rule.
        const qreal top = words.top() - (i < joined ? format.topMargin() : padding);
        const qreal left = mirrored ? m_text.textWidth() - x - m_type.quoteRule : x;
        // To whole pixels, or a seam would show where one paragraph's rule goes on from the other's.
        const qreal from = std::round(top);
        const qreal to = std::round(words.bottom() + padding);
        m_painter.fillRect(QRectF(left, from, m_type.quoteRule, to - from), m_colours.rule);
        x += m_type.quoteRule + m_type.quoteIndent;
    }
}

void PagePainter::paintMarker(const QTextBlock &block)
{
    const QTextLayout *layout = block.layout();
    if (layout->lineCount() == 0)
        return;
    const QString marker = block.blockFormat().stringProperty(FormatProperty::marker);
    const auto [edge, outward, baseline, size] = markerPlace(m_text, block);
    const QPointF middle(edge + outward * size * 0.85, baseline - size * 0.29);

    if (marker.front().isDigit()) {
        QFont figures = block.charFormat().font();
        figures.setItalic(false);
        m_painter.setFont(figures);
        m_painter.setPen(m_colours.ink);
        const qreal width = outward < 0 ? QFontMetricsF(figures).horizontalAdvance(marker) : 0;
        const QString number = outward < 0 ? marker : u'.' + marker.chopped(1); // as it is seen
        m_painter.drawText(QPointF(edge + outward * size * 0.4 - width, baseline), number);
    } else if (isTask(marker)) {
        paintTask(taskBox(m_text, block), marker == QChar(u'☑'));
    } else {
        const qreal radius = size * 0.14;
        m_painter.setPen(QPen(m_colours.ink, 1.2));
        m_painter.setBrush(marker == QChar(u'◦') ? QBrush(Qt::NoBrush) : QBrush(m_colours.ink));
        if (marker == QChar(u'▾'))
            m_painter.drawConvexPolygon(QPolygonF{{middle.x() - 1.6 * radius, middle.y() - radius},
                                                  {middle.x() + 1.6 * radius, middle.y() - radius},
                                                  {middle.x(), middle.y() + radius}});
        else if (marker == QChar(u'▪'))
            m_painter.fillRect(QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius), m_colours.ink);
        else
            m_painter.drawEllipse(middle, radius, radius);
    }
}

void PagePainter::paintTask(const QRectF &box, bool done)
{
    m_painter.setPen(QPen(done ? m_colours.green : m_colours.secondInk, 1.5));
    m_painter.setBrush(done ? QBrush(m_colours.green) : QBrush(Qt::NoBrush));
    m_painter.drawRoundedRect(box, 3, 3);
    if (!done)
        return;
    m_painter.setPen(QPen(m_colours.onGreen, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    const auto at = [&](qreal x, qreal y) { return box.topLeft() + QPointF(box.width() * x, box.height() * y); };
    m_painter.drawPolyline(QPolygonF{at(0.24, 0.52), at(0.43, 0.72), at(0.77, 0.3)});
}

void PagePainter::paintInlineCode(const QTextBlock &block)
{
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(m_colours.inlineCode);
    for (const QRectF &words : runsOf(block, FormatProperty::code))
        m_painter.drawRoundedRect(words.adjusted(-2, -1, 2, 1), 3, 3);
}

void PagePainter::paintNoteSign(const QTextBlock &block)
{
    const QTextLayout *layout = block.layout();
    if (layout->lineCount() == 0)
        return;
    const QTextBlockFormat format = block.blockFormat();
    const QFont sans = font(m_type.body, pageSansFamilies());
    const bool mirrored = format.layoutDirection() == Qt::RightToLeft;
    const qreal x = mirrored
                        ? m_text.textWidth() - format.rightMargin() - QFontMetricsF(sans).horizontalAdvance(noteSign)
                        : format.leftMargin();
    m_painter.setFont(sans);
    m_painter.setPen(m_colours.green);
    m_painter.drawText(QPointF(x, placeOf(block).top() + layout->lineAt(0).y() + layout->lineAt(0).ascent()), noteSign);
}

void PagePainter::paintTags(const QTextBlock &block)
{
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(m_colours.inlineCode);
    for (const QRectF &words : runsOf(block, FormatProperty::tag)) {
        const qreal height = m_type.tag.line + 2 * TagShape::above;
        QRectF ground(0, 0, words.width() + 2 * TagShape::side, height);
        ground.moveCenter(words.center());
        m_painter.drawRoundedRect(ground, height / 2, height / 2);
    }
}

void PagePainter::paintSeparator(const QTextBlock &block)
{
    const QPointF middle(m_text.textWidth() / 2, placeOf(block).top() + m_type.dot / 2.0);
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(m_colours.ink);
    for (const int step : {-1, 0, 1})
        m_painter.drawEllipse(middle + QPointF(step * m_type.dotGap, 0), m_type.dot / 2.0, m_type.dot / 2.0);
}

void PagePainter::paintRuleAbove(const QTextBlock &block)
{
    const qreal top = placeOf(block).top() - block.blockFormat().doubleProperty(FormatProperty::ruleAbove);
    m_painter.fillRect(QRectF(0, std::round(top), m_text.textWidth(), Metrics::hairline), m_colours.line);
}

/// The line below a row, drawn with its first cell.
void PagePainter::paintRowRule(const QTextBlock &block)
{
    const QTextTable *table = QTextCursor(block).currentTable();
    if (!table)
        return;
    const QTextTableCell first = table->cellAt(block.position());
    if (first.column() != 0)
        return;
    qreal bottom = 0;
    for (int column = 0; column < table->columns(); ++column)
        bottom = std::max(bottom, placeOf(table->cellAt(first.row(), column).lastCursorPosition().block()).bottom());
    const qreal left = table->format().leftMargin();
    const qreal width = std::max(m_text.textWidth() - left, tableWidth(*table));
    const QRectF rule(left, std::round(bottom + table->format().cellPadding()), width, Metrics::hairline);
    m_painter.fillRect(rule, first.row() < table->format().headerRowCount() ? m_colours.secondInk : m_colours.edge);
}

void PagePainter::paintPortrait(const QTextBlock &block)
{
    const QTextBlockFormat format = block.blockFormat();
    const bool mirrored = format.layoutDirection() == Qt::RightToLeft;
    if ((mirrored ? format.rightMargin() : format.leftMargin()) == 0)
        return; // nobody is named
    const QRectF words = wordsOf(block);
    QRectF circle(0, 0, m_type.portrait, m_type.portrait);
    circle.moveCenter(
        {mirrored ? m_text.textWidth() - m_type.portrait / 2.0 : m_type.portrait / 2.0, words.center().y()});
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(m_colours.green);
    m_painter.drawEllipse(circle);
    const QString author = block.text().section(QChar::LineSeparator, 0, 0);
    m_painter.setFont(font({.size = 0.4 * m_type.portrait, .weight = QFont::DemiBold}, pageSansFamilies()));
    m_painter.setPen(m_colours.onGreen);
    m_painter.drawText(circle, Qt::AlignCenter, initialsOf(author));
}

} // namespace Weeknotes
