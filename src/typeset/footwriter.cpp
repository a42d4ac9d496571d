// SPDX-License-Identifier: GPL-3.0-or-later
// What PageWriter sets of a page's foot.
#include "typeset/formatproperties.h"
#include "typeset/pagewriter.h"

#include <QFontMetricsF>
#include <QTextTable>

namespace Weeknotes {

using namespace Qt::StringLiterals;

/// Words on grounds of their own, which PagePainter paints; they stay together as far as spaces go.
void PageWriter::writeTags(QTextCursor &cursor, const PagePart &part) const
{
    QTextCharFormat tag = textFormat(part);
    tag.setProperty(FormatProperty::tag, true);
    QTextCharFormat gap = textFormat(part);
    const qreal space = QFontMetricsF(gap.font()).horizontalAdvance(u' ');
    gap.setFontLetterSpacingType(QFont::AbsoluteSpacing);
    gap.setFontLetterSpacing(2 * (TagShape::side + Metrics::step) - space);
    const QStringList tags = part.text.split(u'\n');
    for (qsizetype i = 0; i < tags.size(); ++i) {
        if (i > 0)
            cursor.insertText(u" "_s, gap);
        cursor.insertText(QString(tags[i]).replace(u' ', QChar::Nbsp), tag);
    }
}

void PageWriter::writeOriginal(QTextCursor &cursor, const PagePart &part) const
{
    QTextCharFormat link = textFormat(part);
    if (const QString target = linkTarget(part.detail); !target.isEmpty())
        setLink(link, target);
    cursor.insertText(part.text, link);
}

/// Side by side where there is room for both.
void PageWriter::writeBeside(QTextCursor &cursor, const PagePart &part) const
{
    QStringList notes{part.text, part.detail};
    notes.removeAll(QString());
    const bool mirrored = notes.front().isRightToLeft();
    const bool beside = notes.size() > 1 && &m_type == &desktopPage();
    const QTextBlockFormat around = cursor.blockFormat();
    QTextTable *table = insertTable(cursor, beside ? 1 : int(notes.size()), beside ? 2 : 1, 0, mirrored);
    const QTextCharFormat label = textFormat(m_type.meta, pageSansFamilies(), m_colours.secondInk);
    QTextCharFormat title = textFormat(desktopPage().table, pageSansFamilies(), m_colours.ink);
    title.setFontWeight(QFont::DemiBold);
    for (int i = 0; i < int(notes.size()); ++i) {
        QTextTableCell cell = beside ? cellOf(*table, 0, i) : table->cellAt(i, 0);
        QTextBlockFormat line;
        line.setLayoutDirection(mirrored ? Qt::RightToLeft : Qt::LeftToRight);
        line.setAlignment(notes[i] == part.detail ? Qt::AlignTrailing : Qt::AlignLeading);
        line.setLineHeight(m_type.meta.line, QTextBlockFormat::FixedHeight);
        line.setProperty(FormatProperty::kind, int(PartKind::Beside));
        QTextBlockFormat first = line;
        if (i == 0)
            first.setProperty(FormatProperty::ruleAbove, ruleAbove(part));
        QTextCursor at = cell.firstCursorPosition();
        at.setBlockFormat(first);
        at.setBlockCharFormat(label);
        QTextTableCellFormat edges = cell.format().toTableCellFormat();
        const bool hasOther = beside && cell.column() == 0; // at its right
        edges.setLeftPadding(0);
        edges.setRightPadding(hasOther ? 6 * Metrics::step : 0);
        edges.setTopPadding(beside || i == 0 ? 0 : 6 * Metrics::step);
        edges.setBottomPadding(0);
        cell.setFormat(edges);
        at.insertText(notes[i].section(u'\n', 0, 0), label);
        line.setLineHeight(desktopPage().table.line, QTextBlockFormat::FixedHeight);
        at.insertBlock(line, title);
        at.insertText(notes[i].section(u'\n', 1), title);
    }
    leaveTable(cursor, *table, around);
}

} // namespace Weeknotes
