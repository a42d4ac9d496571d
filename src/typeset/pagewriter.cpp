// SPDX-License-Identifier: GPL-3.0-or-later
#include "typeset/pagewriter.h"

#include "highlight/codehighlighter.h"
#include "markdown/htmlwriter.h"
#include "typeset/dropcap.h"
#include "typeset/formatproperties.h"

#include <QFontMetricsF>
#include <QTextDocument>
#include <QTextLayout>
#include <QTextTable>

#include <algorithm>
#include <cmath>

namespace Weeknotes {

using namespace Qt::StringLiterals;
using Markdown::Inline;

namespace {

// Of a table, px.
constexpr qreal cellPadding = 10; // above and below
constexpr qreal columnGap = 4 * Metrics::step;
constexpr char16_t firstEastAsian = 0x2E80;
constexpr qreal behindNoteSign = 0.4; ///< em

/// A text as one block of QTextDocument takes it.
QString inOneBlock(QString text)
{
    return text.replace(u'\n', QChar::LineSeparator).replace(QChar::ParagraphSeparator, QChar::LineSeparator);
}

bool isRightToLeft(const PagePart &part)
{
    if (part.kind == PartKind::Code)
        return false;
    if (part.block)
        return Markdown::directionOf(part.block->inlines) == Qt::RightToLeft;
    if (part.kind == PartKind::Original)
        return part.text.isRightToLeft();
    return (part.detail.isEmpty() ? part.text : part.detail).isRightToLeft(); // a name may be in other letters
}

Qt::Alignment alignmentOf(Markdown::Alignment alignment)
{
    switch (alignment) {
    case Markdown::Alignment::Center:
        return Qt::AlignHCenter;
    case Markdown::Alignment::Right:
        return Qt::AlignRight | Qt::AlignAbsolute; // whichever way its words go
    case Markdown::Alignment::Left:
        return Qt::AlignLeft | Qt::AlignAbsolute;
    case Markdown::Alignment::Default:
        break;
    }
    return Qt::AlignLeading;
}

/// Of its longest word. Qt's own least width breaks addresses and the like where browsers do not.
qreal leastWidth(const QTextBlock &block)
{
    constexpr qreal endless = 100'000;
    const QString text = block.text();
    QTextLayout words(text, block.charFormat().font());
    words.setFormats(block.textFormats());
    words.beginLayout();
    QTextLine line = words.createLine();
    line.setLineWidth(endless);
    words.endLayout();
    qreal width = words.minimumWidth();
    for (qsizetype begin = 0; begin < text.size(); ++begin) {
        qsizetype end = begin;
        bool isWord = true; // and not of a script that breaks between its signs
        for (; end < text.size() && !text[end].isSpace(); ++end)
            isWord = isWord && text[end].unicode() < firstEastAsian;
        if (isWord && end > begin)
            width = std::max(width, std::abs(line.cursorToX(int(end)) - line.cursorToX(int(begin))));
        begin = end;
    }
    return std::ceil(width) + 1;
}

} // namespace

void fitTable(QTextTable &table)
{
    QTextTableFormat format = table.format();
    const QVariantList least = format.property(FormatProperty::leastWidths).toList();
    qreal width = 0;
    QList<QTextLength> columns;
    for (const QVariant &each : least) {
        columns << QTextLength(QTextLength::FixedLength, each.toReal());
        width += each.toReal();
    }
    const qreal room = table.document()->textWidth() - format.leftMargin() - format.rightMargin();
    if (width <= room)
        columns.clear(); // as Qt has it
    if (columns == format.columnWidthConstraints())
        return;
    columns.isEmpty() ? format.clearColumnWidthConstraints() : format.setColumnWidthConstraints(columns);
    table.setFormat(format);
}

bool PageWriter::isLost(const Inline &image) const
{
    return m_references && m_references->lostImages.contains(image.target);
}

bool PageWriter::holdImage(const std::vector<Inline> &inlines) const
{
    return std::ranges::any_of(inlines, [this](const Inline &piece) {
        return (piece.kind == Inline::Kind::Image && !isElsewhere(piece) && !isLost(piece)) ||
               holdImage(piece.children);
    });
}

QString PageWriter::linkTarget(const QString &target) const
{
    if (target.startsWith("week:"_L1))
        return m_references ? QString::fromLatin1(m_references->noteTargets.value(target).toEncoded()) : target;
    return Markdown::HtmlWriter::safeTarget(target).value_or(QString());
}

void PageWriter::write(QTextCursor &cursor, const PagePart &part) const
{
    cursor.setBlockFormat(blockFormat(part));
    const QTextCharFormat text = textFormat(part);
    cursor.setBlockCharFormat(text);
    switch (part.kind) {
    case PartKind::Byline:
        return writeByline(cursor, part);
    case PartKind::Dateline:
        return writeDateline(cursor, part);
    case PartKind::Code:
        return writeCode(cursor, part);
    case PartKind::Figure:
        return writeFigure(cursor, part);
    case PartKind::Card:
        return writeCard(cursor, part);
    case PartKind::Table:
        return writeTable(cursor, part);
    case PartKind::Tags:
        return writeTags(cursor, part);
    case PartKind::Original:
        return writeOriginal(cursor, part);
    case PartKind::Beside:
        return writeBeside(cursor, part);
    case PartKind::Kicker:
    case PartKind::Title:
    case PartKind::Subtitle:
    case PartKind::Notes:
        return cursor.insertText(inOneBlock(part.text), text);
    case PartKind::Paragraph:
    case PartKind::Heading:
    case PartKind::Tune:
    case PartKind::Footnote:
    case PartKind::Separator:
    case PartKind::Caption:
    case PartKind::FootText:
        if (part.block)
            writeInlines(cursor, part.block->inlines, text);
        if (part.dropCap)
            DropCap::put(QTextCursor(cursor.block()));
        writeWaysBack(cursor, part, text);
    }
}

const TextType &PageWriter::typeOf(const PagePart &part) const
{
    switch (part.kind) {
    case PartKind::Kicker:
        return m_type.kicker;
    case PartKind::Title:
        return m_type.title;
    case PartKind::Subtitle:
        return m_type.subtitle;
    case PartKind::Byline:
        return m_type.author;
    case PartKind::Dateline:
    case PartKind::Original:
    case PartKind::Beside:
    case PartKind::FootText:
        return m_type.meta;
    case PartKind::Tags:
        return m_type.tag;
    case PartKind::Heading:
        return part.block->level <= 2 ? m_type.largeHeading : m_type.smallHeading;
    case PartKind::Code:
        return m_type.code;
    case PartKind::Table:
        return m_type.table;
    case PartKind::Caption:
        return m_type.caption;
    case PartKind::Card:
        return m_type.table;
    case PartKind::Footnote:
        return m_type.footnote;
    case PartKind::Paragraph:
        return part.context.contains(PartContext::pullQuote) ? m_type.pullQuote : m_type.body;
    case PartKind::Tune:
    case PartKind::Figure:
    case PartKind::Separator:
        break;
    case PartKind::Notes:
        return m_type.smallHeading;
    }
    return m_type.body;
}

QTextCharFormat PageWriter::textFormat(const TextType &type, const QStringList &families, const QColor &colour) const
{
    QTextCharFormat format;
    format.setFont(font(type, families), QTextCharFormat::FontPropertiesSpecifiedOnly);
    format.setForeground(colour);
    return format;
}

QTextCharFormat PageWriter::textFormat(const PagePart &part) const
{
    const TextType &type = typeOf(part);
    switch (part.kind) {
    case PartKind::Title:
    case PartKind::Heading:
    case PartKind::Notes:
        return textFormat(type, pageSansFamilies(), m_colours.ink);
    case PartKind::Kicker:
    case PartKind::Subtitle:
    case PartKind::Byline:
    case PartKind::Caption:
    case PartKind::Dateline:
    case PartKind::Original:
    case PartKind::FootText:
        return textFormat(type, pageSansFamilies(), m_colours.secondInk);
    case PartKind::Code:
        return textFormat(type, monoFamilies(), m_colours.token(TokenRole::Normal));
    case PartKind::Card:
    case PartKind::Table:
    case PartKind::Tags:
        return textFormat(type, pageSansFamilies(), m_colours.ink);
    default:
        break;
    }
    const bool pulled = part.context.contains(PartContext::pullQuote);
    QTextCharFormat format = textFormat(type, pageSerifFamilies(), pulled ? m_colours.secondInk : m_colours.ink);
    if (part.block && part.block->kind == Markdown::Block::Kind::Term)
        format.setFontWeight(QFont::DemiBold);
    format.setFontItalic(part.context.contains(PartContext::quote));
    return format;
}

QTextBlockFormat PageWriter::blockFormat(const PagePart &part) const
{
    qreal indent = 0;
    for (const char context : part.context) {
        indent += context == PartContext::list        ? m_type.listIndent
                  : context == PartContext::pullQuote ? m_type.pullQuoteIndent
                                                      : m_type.quoteRule + m_type.quoteIndent;
    }
    const auto card = cardOf(part);
    const QString cardsFirst = !card ? QString() : card->words.isEmpty() ? card->place : card->words;
    QTextBlockFormat format;
    if (card ? cardsFirst.isRightToLeft() : isRightToLeft(part)) {
        format.setLayoutDirection(Qt::RightToLeft);
        format.setRightMargin(indent);
    } else {
        format.setLayoutDirection(Qt::LeftToRight); // or Qt reads the words with every key that is typed above them
        format.setLeftMargin(indent);
    }
    // All space stands above: Qt would collapse a margin below to the larger of the two.
    format.setTopMargin(part.before + part.space + paddingOf(part.kind, m_type));
    const bool grows = part.kind == PartKind::Figure || (part.block && holdImage(part.block->inlines));
    const bool headsNotes = part.kind == PartKind::Notes && !part.text.isEmpty();
    const bool wordless = part.kind == PartKind::Separator || (part.kind == PartKind::Notes && !headsNotes);
    qreal line = wordless ? m_type.dot : typeOf(part).line;
    if (part.kind == PartKind::Tags) // and the room between their grounds
        line += 2 * (TagShape::above + Metrics::step);
    if (card) // its two lines are of two heights, which a block has not
        line = card->words.isEmpty() ? m_type.caption.line : (m_type.table.line + m_type.caption.line) / 2;
    format.setLineHeight(line, grows ? QTextBlockFormat::MinimumHeight : QTextBlockFormat::FixedHeight);
    if (part.kind == PartKind::Heading)
        format.setHeadingLevel(part.block->level);
    if (headsNotes) {
        format.setHeadingLevel(2);
        format.setProperty(FormatProperty::ruleAbove, ruleAbove(part));
    }
    format.setTopMargin(format.topMargin() + ruleAbove(part));
    if (part.kind == PartKind::Tags) {
        format.setLeftMargin(TagShape::side);
        format.setRightMargin(TagShape::side);
    }
    if (part.kind == PartKind::Tune) {
        const QFontMetricsF sans(font(m_type.body, pageSansFamilies()));
        format.setTextIndent(std::ceil(sans.horizontalAdvance(noteSign) + behindNoteSign * m_type.body.size));
    }
    if (part.kind == PartKind::Code && m_tooWide == TooWide::ReachesOut)
        format.setNonBreakableLines(true);
    format.setProperty(FormatProperty::kind, int(part.kind));
    if (!part.context.isEmpty())
        format.setProperty(FormatProperty::context, QString::fromLatin1(part.context));
    if (part.joined > 0)
        format.setProperty(FormatProperty::joined, part.joined);
    if (!part.marker.isEmpty())
        format.setProperty(FormatProperty::marker, part.marker);
    if (const qreal padding = paddingOf(part.kind, m_type); padding > 0) {
        format.setProperty(FormatProperty::padding, padding);
        format.setLeftMargin(format.leftMargin() + padding);
        format.setRightMargin(format.rightMargin() + padding);
    }
    return format;
}

qreal PageWriter::ruleAbove(const PagePart &part) const
{
    if (part.kind == PartKind::Beside)
        return 6 * Metrics::step;
    const bool headsNotes = part.kind == PartKind::Notes && !part.text.isEmpty();
    return headsNotes ? 2 * Metrics::step + m_type.smallHeading.abovePx() : 0;
}

void PageWriter::writeByline(QTextCursor &cursor, const PagePart &part) const
{
    const QTextCharFormat name = textFormat(m_type.author, pageSansFamilies(), m_colours.ink);
    if (!part.text.isEmpty()) {
        QTextBlockFormat indented;
        const qreal portrait = m_type.portrait + 3 * Metrics::step;
        isRightToLeft(part) ? indented.setRightMargin(portrait) : indented.setLeftMargin(portrait);
        cursor.mergeBlockFormat(indented);
        cursor.insertText(inOneBlock(part.text), name);
    }
    if (!part.text.isEmpty() && !part.detail.isEmpty())
        cursor.insertText(QString(QChar::LineSeparator), name);
    cursor.insertText(inOneBlock(part.detail), textFormat(m_type.meta, pageSansFamilies(), m_colours.secondInk));
}

/// A link that stands quietly: it says where the words are from.
void PageWriter::writeDateline(QTextCursor &cursor, const PagePart &part) const
{
    QTextCharFormat line = textFormat(part);
    const Inline *link = Markdown::firstLink(part.block->inlines);
    if (const QString target = link ? linkTarget(link->target) : QString(); !target.isEmpty()) {
        line.setAnchor(true);
        line.setAnchorHref(target);
    }
    cursor.insertText(inOneBlock(Markdown::plainText(part.block->inlines)), line);
}

void PageWriter::writeCode(QTextCursor &cursor, const PagePart &part) const
{
    QString code = part.block->text;
    if (code.endsWith(u'\n'))
        code.chop(1);
    const QTextCharFormat plain = textFormat(part);
    int done = 0;
    const auto writeUpTo = [&](int end, const QTextCharFormat &format) {
        cursor.insertText(inOneBlock(code.sliced(done, end - done)), format);
        done = end;
    };
    for (const CodeRun &run : highlightCode(code, part.block->language)) {
        writeUpTo(run.start, plain);
        QTextCharFormat token = plain;
        token.setForeground(m_colours.token(run.role));
        token.setFontItalic(run.role == TokenRole::Comment);
        writeUpTo(run.start + run.length, token);
    }
    writeUpTo(int(code.size()), plain);
}

void PageWriter::writeFigure(QTextCursor &cursor, const PagePart &part) const
{
    QTextBlockFormat centred;
    centred.setAlignment(Qt::AlignHCenter);
    cursor.mergeBlockFormat(centred);
    putImage(cursor, part.block->inlines.front(), textFormat(part));
    if (hasCaption(part))
        writeCaption(cursor, part);
}

void PageWriter::writeCaption(QTextCursor &cursor, const PagePart &part) const
{
    PagePart caption{.kind = PartKind::Caption, .text = captionOf(*part.block), .context = part.context};
    caption.joined = int(part.context.size());
    caption.space = m_type.caption.abovePx();
    caption.before = paddingOf(part.kind, m_type);
    QTextBlockFormat below = blockFormat(caption);
    below.setAlignment(Qt::AlignHCenter);
    cursor.insertBlock(below, textFormat(caption));
    cursor.insertText(inOneBlock(caption.text));
}

std::optional<Markdown::Card> PageWriter::cardOf(const PagePart &part) const
{
    if (part.kind != PartKind::Card)
        return std::nullopt;
    return part.block->kind == Markdown::Block::Kind::Embed ? embedCard(*part.block, m_words)
                                                            : pictureCard(part.block->inlines.front(), m_words);
}

void PageWriter::writeCard(QTextCursor &cursor, const PagePart &part) const
{
    const auto card = cardOf(part);
    if (!card)
        return writeInlines(cursor, part.block->inlines, textFormat(part));
    QTextCharFormat words = textFormat(part);
    words.setFontWeight(QFont::DemiBold);
    QTextCharFormat place = textFormat(m_type.caption, pageSansFamilies(), m_colours.secondInk);
    for (QTextCharFormat *format : {&words, &place}) {
        format->setAnchor(true);
        format->setAnchorHref(card->target);
    }
    if (!card->words.isEmpty())
        cursor.insertText(inOneBlock(card->words) + QChar::LineSeparator, words);
    cursor.insertText(inOneBlock(card->place), place);
    if (hasCaption(part))
        writeCaption(cursor, part);
}

void PageWriter::writeTable(QTextCursor &cursor, const PagePart &part) const
{
    const std::vector<Markdown::Block> &rows = part.block->children;
    const int columns = rows.empty() ? 0 : int(rows.front().children.size());
    if (columns == 0)
        return;
    const auto direction = Markdown::directionOf(rows).value_or(Qt::LeftToRight);
    const QTextBlockFormat around = cursor.blockFormat();
    QTextTable *table = insertTable(cursor, int(rows.size()), columns, cellPadding, direction == Qt::RightToLeft);
    QTextTableFormat format = table->format();
    format.setHeaderRowCount(rows.front().headerRow ? 1 : 0);
    table->setFormat(format);
    for (int row = 0; row < int(rows.size()); ++row) {
        const std::vector<Markdown::Block> &cells = rows[size_t(row)].children;
        for (int column = 0; column < std::min(columns, int(cells.size())); ++column) {
            const Markdown::Block &cell = cells[size_t(column)];
            QTextTableCell place = cellOf(*table, row, column);
            QTextCursor at = place.firstCursorPosition();
            QTextBlockFormat line;
            line.setAlignment(alignmentOf(cell.alignment));
            line.setLayoutDirection(Markdown::directionOf(cell.inlines).value_or(direction));
            line.setLineHeight(m_type.table.line, holdImage(cell.inlines) ? QTextBlockFormat::MinimumHeight
                                                                          : QTextBlockFormat::FixedHeight);
            line.setProperty(FormatProperty::kind, int(PartKind::Table));
            QTextCharFormat text = textFormat(part);
            if (cell.headerRow)
                text.setFontWeight(QFont::DemiBold);
            at.setBlockFormat(line);
            at.setBlockCharFormat(text);
            QTextTableCellFormat edges = place.format().toTableCellFormat();
            edges.setLeftPadding(0);
            edges.setRightPadding(place.column() + 1 < columns ? columnGap : 0);
            place.setFormat(edges);
            writeInlines(at, cell.inlines, text);
        }
    }
    if (m_tooWide == TooWide::ReachesOut)
        setLeastWidths(*table);
    leaveTable(cursor, *table, around);
}

/// So that words stay whole, see fitTable(). Images have no width of their own: they take what there is.
void PageWriter::setLeastWidths(QTextTable &table)
{
    QVariantList widths(table.columns(), 0.0);
    for (int row = 0; row < table.rows(); ++row) {
        for (int column = 0; column < table.columns(); ++column) {
            const QTextTableCell cell = table.cellAt(row, column);
            const qreal width =
                leastWidth(cell.firstCursorPosition().block()) + cell.format().toTableCellFormat().rightPadding();
            widths[column] = std::max(widths[column].toReal(), width);
        }
    }
    QTextTableFormat format = table.format();
    format.setProperty(FormatProperty::leastWidths, widths);
    table.setFormat(format);
    fitTable(table);
}

QTextTable *PageWriter::insertTable(QTextCursor &cursor, int rows, int columns, qreal padding, bool mirrored)
{
    QTextTableFormat format;
    format.setBorder(0);
    format.setCellSpacing(0);
    format.setCellPadding(padding);
    format.setLeftMargin(cursor.blockFormat().leftMargin());
    format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
    format.setLayoutDirection(mirrored ? Qt::RightToLeft : Qt::LeftToRight);
    return cursor.insertTable(rows, columns, format);
}

void PageWriter::leaveTable(QTextCursor &cursor, const QTextTable &table, QTextBlockFormat around)
{
    cursor = table.lastCursorPosition();
    cursor.movePosition(QTextCursor::NextBlock);
    around.setTopMargin(0);
    cursor.setBlockFormat(around);
}

void PageWriter::writeInlines(QTextCursor &cursor, const std::vector<Inline> &inlines,
                              const QTextCharFormat &format) const
{
    for (const Inline &piece : inlines)
        writeInline(cursor, piece, format);
}

void PageWriter::writeInline(QTextCursor &cursor, const Inline &piece, const QTextCharFormat &format) const
{
    QTextCharFormat own = format;
    switch (piece.kind) {
    case Inline::Kind::Text:
        return cursor.insertText(inOneBlock(piece.text), own);
    case Inline::Kind::SoftBreak:
        return cursor.insertText(u" "_s, own);
    case Inline::Kind::HardBreak:
        return cursor.insertText(QString(QChar::LineSeparator), own);
    case Inline::Kind::Emphasis:
        own.setFontItalic(!format.fontItalic()); // within a quote, which is italic, it stands upright
        break;
    case Inline::Kind::Strong:
        own.setFontWeight(QFont::Bold);
        break;
    case Inline::Kind::Strikethrough:
        own.setFontStrikeOut(true);
        break;
    case Inline::Kind::Code:
        setCode(own);
        return cursor.insertText(inOneBlock(piece.text), own);
    case Inline::Kind::Link:
        if (const QString target = linkTarget(piece.target); !target.isEmpty()) {
            setLink(own, target);
            if (Markdown::plainText(piece.children).trimmed().isEmpty() && !holdImage(piece.children))
                return cursor.insertText(Markdown::hostOf(target), own);
        }
        break;
    case Inline::Kind::Image:
        return writeImage(cursor, piece, own);
    case Inline::Kind::FootnoteReference:
        own.setVerticalAlignment(QTextCharFormat::AlignSuperScript);
        own.setForeground(m_colours.green);
        own.setFontFamilies(pageSansFamilies());
        own.setAnchor(true);
        own.setAnchorHref("#fn-"_L1 + QString::number(piece.number));
        own.setAnchorNames({referenceAnchor(piece.number, piece.occurrence)});
        return cursor.insertText(QString::number(piece.number), own);
    case Inline::Kind::RawHtml:
        return;
    case Inline::Kind::Element:
        setElement(own, piece);
        break;
    }
    writeInlines(cursor, piece.children, own);
}

void PageWriter::setLink(QTextCharFormat &format, const QString &target)
{
    format.setAnchor(true);
    format.setAnchorHref(target);
    format.setFontUnderline(true);
    format.setToolTip(target);
}

void PageWriter::setCode(QTextCharFormat &format) const
{
    format.setProperty(QTextFormat::FontPixelSize, qRound(format.font().pixelSize() * m_type.inlineCode));
    format.setFontFamilies(monoFamilies());
    format.setFontItalic(false);
    format.setFontLetterSpacing(0);
    format.setProperty(FormatProperty::code, true);
}

void PageWriter::setElement(QTextCharFormat &format, const Inline &element) const
{
    const QString &name = element.text;
    if (name == "sub"_L1)
        format.setVerticalAlignment(QTextCharFormat::AlignSubScript);
    else if (name == "sup"_L1)
        format.setVerticalAlignment(QTextCharFormat::AlignSuperScript);
    else if (name == "code"_L1 || name == "kbd"_L1 || name == "samp"_L1)
        setCode(format);
    else if (name == "mark"_L1)
        format.setBackground(m_colours.selection);
    else if (name == "small"_L1)
        format.setProperty(QTextFormat::FontPixelSize, qRound(format.font().pixelSize() * m_type.smallPrint));
    else if (name == "ins"_L1 || name == "u"_L1)
        format.setFontUnderline(true);
    else if (name == "cite"_L1)
        format.setFontItalic(!format.fontItalic());
    else if (!element.title.isEmpty())
        format.setToolTip(element.title);
}

void PageWriter::writeWaysBack(QTextCursor &cursor, const PagePart &footnote, const QTextCharFormat &format) const
{
    QTextCharFormat link = format;
    link.setForeground(m_colours.green);
    link.setAnchor(true);
    for (int occurrence = 1; occurrence <= footnote.waysBack; ++occurrence) {
        link.setAnchorHref(u'#' + referenceAnchor(footnote.number, occurrence));
        cursor.insertText((occurrence == 1 ? QString(QChar::Nbsp) : u" "_s) + u"↩\uFE0E"_s, link);
    }
}

void PageWriter::writeImage(QTextCursor &cursor, const Inline &image, const QTextCharFormat &format) const
{
    if (const auto words = pictureWords(image, m_words, format.anchorHref())) {
        QTextCharFormat link = format;
        if (!format.isAnchor())
            setLink(link, pictureCard(image, m_words)->target);
        return cursor.insertText(inOneBlock(*words), link);
    }
    if (isLost(image))
        return cursor.insertText(image.text.simplified(), format);
    putImage(cursor, image, format);
}

void PageWriter::putImage(QTextCursor &cursor, const Inline &image, const QTextCharFormat &format) const
{
    QTextCharFormat object = format;
    object.setObjectType(FormatProperty::imageObject);
    object.setProperty(FormatProperty::imageName, image.target);
    const bool describes = !image.text.trimmed().isEmpty() || !m_references;
    object.setProperty(FormatProperty::imageAlt, describes ? image.text : m_references->lostWords);
    object.setToolTip(image.text);
    cursor.insertText(QString(QChar::ObjectReplacementCharacter), object);
}

} // namespace Weeknotes
