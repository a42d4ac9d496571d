// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/htmlwriter.h"

#include <algorithm>

namespace Weeknotes::Markdown {

namespace {

using namespace Qt::StringLiterals;

QStringView entityOf(QChar c)
{
    switch (c.unicode()) {
    case u'&':
        return u"&amp;";
    case u'<':
        return u"&lt;";
    case u'>':
        return u"&gt;";
    case u'"':
        return u"&quot;";
    default:
        return {};
    }
}

void appendEscaped(QString &html, QStringView text)
{
    qsizetype from = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const auto entity = entityOf(text[i]);
        if (entity.isEmpty())
            continue;
        html += text.sliced(from, i - from);
        html += entity;
        from = i + 1;
    }
    html += text.sliced(from);
}

QStringView alignmentStyle(Alignment alignment)
{
    switch (alignment) {
    case Alignment::Left:
        return u"text-align: left";
    case Alignment::Center:
        return u"text-align: center";
    case Alignment::Right:
        return u"text-align: right";
    case Alignment::Default:
        break;
    }
    return {};
}

QString backTarget(int number, int occurrence)
{
    const QString first = u"fnref-"_s + QString::number(number);
    return occurrence <= 1 ? first : first + u'-' + QString::number(occurrence);
}

/// The words that a block begins with, its own or those of what it holds.
const std::vector<Inline> &firstWords(const Block &block)
{
    const Block *first = &block;
    while (first->inlines.empty() && !first->children.empty())
        first = &first->children.front();
    return first->inlines;
}

void addReference(int number, std::vector<int> &numbers)
{
    if (std::ranges::find(numbers, number) == numbers.end())
        numbers.push_back(number);
}

void collectReferences(const std::vector<Inline> &inlines, std::vector<int> &numbers)
{
    for (const auto &piece : inlines) {
        if (piece.kind == Inline::Kind::FootnoteReference)
            addReference(piece.number, numbers);
        collectReferences(piece.children, numbers);
    }
}

void collectReferences(const std::vector<Block> &blocks, std::vector<int> &numbers)
{
    for (const auto &block : blocks) {
        if (block.kind == Block::Kind::Private)
            continue;
        collectReferences(block.inlines, numbers);
        collectReferences(block.children, numbers);
    }
}

} // namespace

QString HtmlWriter::write(const Document &document)
{
    m_html.clear();
    m_referenced.clear();
    opening();
    for (const Block &block : document.blocks())
        writeBlock(block);
    if (const auto notes = referencedNotes(document); !notes.empty())
        footnotes(notes);
    closing();
    return std::exchange(m_html, {});
}

/// The notes that what is written refers to, and those that they refer to: none that only a hidden passage knows.
std::vector<Footnote> HtmlWriter::referencedNotes(const Document &document)
{
    if (m_referenced.empty())
        return {};
    for (size_t next = 0; next < m_referenced.size(); ++next)
        collectReferences(document.footnotes()[size_t(m_referenced[next]) - 1].blocks, m_referenced);
    std::vector<Footnote> notes;
    std::ranges::copy_if(document.footnotes(), std::back_inserter(notes), [this](const Footnote &note) {
        return std::ranges::find(m_referenced, note.number) != m_referenced.end();
    });
    return notes;
}

QString HtmlWriter::escaped(QStringView text)
{
    QString html;
    html.reserve(text.size());
    appendEscaped(html, text);
    return html;
}

QString HtmlWriter::encodedUrl(const QString &address)
{
    static constexpr QByteArrayView plain = "~-_.+!*(),%#@?=;:/$&'";
    QString url;
    for (const char byte : address.toUtf8()) {
        const bool isPlain = (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
                             (byte >= 'a' && byte <= 'z') || plain.contains(byte);
        if (isPlain)
            url += QLatin1Char(byte);
        else
            url += u'%' + QString::number(uchar(byte), 16).toUpper().rightJustified(2, u'0');
    }
    return url;
}

std::optional<QString> HtmlWriter::safeTarget(const QString &address)
{
    // Browsers drop control characters and spaces before they look for the scheme.
    QString seen;
    std::ranges::copy_if(address, std::back_inserter(seen), [](QChar c) { return c > u' ' && c != QChar(0x7F); });
    const auto end = std::ranges::find_if(seen, [](QChar c) { return u":/?#"_s.contains(c); });
    if (end == seen.end() || *end != u':')
        return address;
    const auto scheme = QStringView(seen).first(end - seen.begin());
    const bool known = std::ranges::any_of(std::array{"http"_L1, "https"_L1, "mailto"_L1}, [scheme](auto allowed) {
        return scheme.compare(allowed, Qt::CaseInsensitive) == 0;
    });
    return known ? std::optional(address) : std::nullopt;
}

// Blocks.

void HtmlWriter::writeBlocks(const std::vector<Block> &blocks)
{
    for (const auto &block : blocks)
        writeBlock(block);
}

void HtmlWriter::writeBlock(const Block &block)
{
    switch (block.kind) {
    case Block::Kind::Paragraph:
        return paragraph(block);
    case Block::Kind::Heading:
        return heading(block);
    case Block::Kind::Quote:
        return quote(block);
    case Block::Kind::PullQuote:
        return pullQuote(block);
    case Block::Kind::List:
        return list(block);
    case Block::Kind::ListItem:
        return listItem(block);
    case Block::Kind::Code:
        return code(block);
    case Block::Kind::Separator:
        return separator(block);
    case Block::Kind::Table:
        return table(block);
    case Block::Kind::TableRow:
    case Block::Kind::TableCell:
    case Block::Kind::Term:
        return; // the table or the list writes them
    case Block::Kind::RawHtml:
        return rawHtmlBlock(block);
    case Block::Kind::Figure:
        return figure(block);
    case Block::Kind::Embed:
        return embed(block);
    case Block::Kind::Tune:
        return tune(block);
    case Block::Kind::Private:
        return privatePassage(block);
    case Block::Kind::Prompt:
        return prompt(block);
    case Block::Kind::Appeal:
        return appeal(block);
    case Block::Kind::More:
        return more(block);
    case Block::Kind::Dateline:
        return dateline(block);
    case Block::Kind::Details:
        return details(block);
    case Block::Kind::Terms:
        return terms(block);
    }
}

void HtmlWriter::dateline(const Block &block)
{
    paragraph(block);
}

void HtmlWriter::freshLine()
{
    if (!m_html.isEmpty() && !m_html.endsWith(u'\n'))
        m_html += u'\n';
}

void HtmlWriter::paragraph(const Block &block)
{
    if (block.tight)
        return writeInlines(block.inlines);
    freshLine();
    m_html += "<p"_L1;
    wordAttributes(block.inlines);
    m_html += u'>';
    writeInlines(block.inlines);
    m_html += "</p>\n"_L1;
}

void HtmlWriter::heading(const Block &block)
{
    const QChar level(u'0' + block.level);
    freshLine();
    put("<h"_L1, level);
    if (headingIds() && !block.anchor.isEmpty())
        writeAttribute(u"id", block.anchor);
    wordAttributes(block.inlines);
    m_html += u'>';
    writeInlines(block.inlines);
    put("</h"_L1, level, ">\n"_L1);
}

void HtmlWriter::quote(const Block &block)
{
    freshLine();
    m_html += "<blockquote"_L1;
    wordAttributes(firstWords(block));
    m_html += ">\n"_L1;
    writeBlocks(block.children);
    m_html += "</blockquote>\n"_L1;
}

void HtmlWriter::pullQuote(const Block &block)
{
    freshLine();
    m_html += "<blockquote class=\"pullquote\""_L1;
    wordAttributes(firstWords(block));
    m_html += ">\n"_L1;
    writeBlocks(block.children);
    m_html += "</blockquote>\n"_L1;
}

void HtmlWriter::list(const Block &block)
{
    const QLatin1StringView name = block.ordered ? "ol"_L1 : "ul"_L1;
    freshLine();
    put(u'<', name);
    if (block.ordered && block.start != 1)
        writeAttribute(u"start", QString::number(block.start));
    wordAttributes(firstWords(block));
    m_html += ">\n"_L1;
    writeBlocks(block.children);
    put("</"_L1, name, ">\n"_L1);
}

void HtmlWriter::listItem(const Block &item)
{
    if (!item.checked) {
        m_html += "<li"_L1;
        wordAttributes(firstWords(item));
        m_html += u'>';
        writeBlocks(item.children);
        m_html += "</li>\n"_L1;
        return;
    }
    m_html += "<li class=\"task\""_L1;
    wordAttributes(firstWords(item));
    m_html += u'>';
    // The words are the box's label: a reader who hears the page needs one.
    const QString box = *item.checked ? u"<label><input type=\"checkbox\" disabled checked> "_s
                                      : u"<label><input type=\"checkbox\" disabled> "_s;
    size_t first = 0;
    if (!item.children.empty() && item.children.front().kind == Block::Kind::Paragraph) {
        const auto &words = item.children.front();
        m_html += words.tight ? box : "\n<p>"_L1 + box;
        writeInlines(words.inlines);
        m_html += words.tight ? "</label>"_L1 : "</label></p>\n"_L1;
        first = 1;
    } else {
        m_html += box + "</label>"_L1;
    }
    for (size_t i = first; i < item.children.size(); ++i)
        writeBlock(item.children[i]);
    m_html += "</li>\n"_L1;
}

void HtmlWriter::code(const Block &block)
{
    freshLine();
    m_html += "<pre><code"_L1;
    if (!block.language.isEmpty())
        writeAttribute(u"class", "language-"_L1 + block.language);
    m_html += u'>';
    writeText(block.text);
    m_html += "</code></pre>\n"_L1;
}

void HtmlWriter::separator(const Block &)
{
    freshLine();
    put("<hr"_L1, voidEnd(), u'\n');
}

void HtmlWriter::table(const Block &block)
{
    freshLine();
    m_html += "<table>\n"_L1;
    bool inBody = false;
    for (const auto &row : block.children) {
        if (row.headerRow)
            m_html += "<thead>\n"_L1;
        else if (!std::exchange(inBody, true))
            m_html += "<tbody>\n"_L1;
        m_html += "<tr>\n"_L1;
        for (const auto &cell : row.children)
            tableCell(cell);
        m_html += "</tr>\n"_L1;
        if (row.headerRow)
            m_html += "</thead>\n"_L1;
    }
    if (inBody)
        m_html += "</tbody>\n"_L1;
    m_html += "</table>\n"_L1;
}

void HtmlWriter::tableCell(const Block &cell)
{
    const QLatin1StringView name = cell.headerRow ? "th"_L1 : "td"_L1;
    put(u'<', name);
    if (const auto style = alignmentStyle(cell.alignment); !style.isEmpty())
        writeAttribute(u"style", style);
    wordAttributes(cell.inlines);
    m_html += u'>';
    writeInlines(cell.inlines);
    put("</"_L1, name, ">\n"_L1);
}

void HtmlWriter::figure(const Block &block)
{
    Inline picture = block.inlines.front();
    const QString caption = std::exchange(picture.title, {});
    freshLine();
    m_html += "<figure>"_L1;
    image(picture);
    if (!caption.isEmpty()) {
        m_html += "<figcaption>"_L1;
        writeText(caption);
        m_html += "</figcaption>"_L1;
    }
    m_html += "</figure>\n"_L1;
}

void HtmlWriter::embed(const Block &block)
{
    paragraph(block);
}

void HtmlWriter::tune(const Block &block)
{
    freshLine();
    m_html += "<p class=\"tune\""_L1;
    wordAttributes(block.inlines);
    m_html += u'>';
    writeInlines(block.inlines);
    m_html += "</p>\n"_L1;
}

void HtmlWriter::appeal(const Block &block)
{
    writeBlocks(block.children);
}

void HtmlWriter::more(const Block &) {}

void HtmlWriter::privatePassage(const Block &) {}

void HtmlWriter::prompt(const Block &) {}

void HtmlWriter::rawHtmlBlock(const Block &) {}

void HtmlWriter::details(const Block &block)
{
    freshLine();
    m_html += "<details>\n<summary>"_L1;
    writeInlines(block.inlines);
    m_html += "</summary>\n"_L1;
    writeBlocks(block.children);
    m_html += "</details>\n"_L1;
}

void HtmlWriter::terms(const Block &block)
{
    freshLine();
    m_html += "<dl>\n"_L1;
    for (const Block &child : block.children) {
        const bool term = child.kind == Block::Kind::Term;
        m_html += term ? "<dt"_L1 : "<dd"_L1;
        wordAttributes(firstWords(child));
        m_html += u'>';
        writeInlines(child.inlines);
        writeBlocks(child.children);
        m_html += term ? "</dt>\n"_L1 : "</dd>\n"_L1;
    }
    m_html += "</dl>\n"_L1;
}

void HtmlWriter::footnotes(const std::vector<Footnote> &notes)
{
    freshLine();
    m_html += "<section class=\"footnotes\" role=\"doc-endnotes\">\n<ol>\n"_L1;
    for (const auto &note : notes) {
        m_html += u"<li id=\"fn-%1\">"_s.arg(note.number);
        writeBlocks(note.blocks);
        // The way back stands at the end of the last line, not below it.
        const bool inside = m_html.endsWith("</p>\n"_L1);
        if (inside)
            m_html.chop(5);
        for (int i = 1; i <= note.references; ++i)
            m_html += u" <a href=\"#%1\" class=\"footnote-back\" role=\"doc-backlink\">↩</a>"_s.arg(
                backTarget(note.number, i));
        m_html += inside ? "</p>\n</li>\n"_L1 : "</li>\n"_L1;
    }
    m_html += "</ol>\n</section>\n"_L1;
}

// Inlines.

void HtmlWriter::writeInlines(const std::vector<Inline> &inlines)
{
    for (const auto &piece : inlines)
        writeInline(piece);
}

void HtmlWriter::writeInline(const Inline &piece)
{
    const auto wrapped = [this, &piece](QLatin1StringView name) {
        put(u'<', name);
        markAttributes(name);
        m_html += u'>';
        writeText(piece.text);
        writeInlines(piece.children);
        put("</"_L1, name, u'>');
    };
    switch (piece.kind) {
    case Inline::Kind::Text:
        return writeText(piece.text);
    case Inline::Kind::SoftBreak:
        m_html += u'\n';
        return;
    case Inline::Kind::HardBreak:
        put("<br"_L1, voidEnd(), u'\n');
        return;
    case Inline::Kind::Emphasis:
        return wrapped("em"_L1);
    case Inline::Kind::Strong:
        return wrapped("strong"_L1);
    case Inline::Kind::Strikethrough:
        return wrapped("del"_L1);
    case Inline::Kind::Code:
        return wrapped("code"_L1);
    case Inline::Kind::Link:
        return link(piece);
    case Inline::Kind::Image:
        return image(piece);
    case Inline::Kind::FootnoteReference:
        addReference(piece.number, m_referenced);
        return footnoteReference(piece);
    case Inline::Kind::RawHtml:
        return rawHtmlInline(piece);
    case Inline::Kind::Element:
        return element(piece);
    }
}

void HtmlWriter::link(const Inline &link)
{
    const auto target = linkTarget(link);
    if (!target)
        return writeInlines(link.children);
    m_html += "<a"_L1;
    writeAttribute(u"href", encodedUrl(*target));
    if (!link.title.isEmpty())
        writeAttribute(u"title", link.title);
    m_html += u'>';
    writeInlines(link.children);
    m_html += "</a>"_L1;
}

void HtmlWriter::image(const Inline &image)
{
    const auto source = imageSource(image);
    if (!source)
        return writeText(image.text);
    m_html += "<img"_L1;
    writeAttribute(u"src", encodedUrl(*source));
    writeAttribute(u"alt", image.text);
    if (!image.title.isEmpty())
        writeAttribute(u"title", image.title);
    m_html += voidEnd();
}

void HtmlWriter::footnoteReference(const Inline &reference)
{
    m_html += u"<sup class=\"footnote-ref\"><a href=\"#fn-%1\" id=\"%2\" role=\"doc-noteref\">%1</a></sup>"_s.arg(
        QString::number(reference.number), backTarget(reference.number, reference.occurrence));
}

void HtmlWriter::rawHtmlInline(const Inline &) {}

void HtmlWriter::element(const Inline &element)
{
    put(u'<', element.text);
    if (!element.title.isEmpty())
        writeAttribute(u"title", element.title);
    m_html += u'>';
    writeInlines(element.children);
    put("</"_L1, element.text, u'>');
}

std::optional<QString> HtmlWriter::linkTarget(const Inline &link) const
{
    return safeTarget(link.target);
}

std::optional<QString> HtmlWriter::imageSource(const Inline &image) const
{
    return safeTarget(image.target);
}

void HtmlWriter::writeText(QStringView text)
{
    appendEscaped(m_html, text);
}

void HtmlWriter::writeAttribute(QStringView name, QStringView value)
{
    put(u' ', name, "=\""_L1);
    appendEscaped(m_html, value);
    m_html += u'"';
}

} // namespace Weeknotes::Markdown
