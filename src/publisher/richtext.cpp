// SPDX-License-Identifier: GPL-3.0-or-later
#include "publisher/richtext.h"

#include "publisher/clip.h"

#include <QFileInfo>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Weeknotes {

using Markdown::Block;
using Markdown::Inline;

namespace {

const QString codeFont = u"font-family: 'Courier New', monospace"_s;

QString sideOf(const Block &cell)
{
    return cell.alignment == Markdown::Alignment::Center  ? u"center"_s
           : cell.alignment == Markdown::Alignment::Right ? u"right"_s
                                                          : u"left"_s;
}

/// By the ending that PostImage gave it for what it holds.
QString mediaType(const QString &name)
{
    const QString ending = QFileInfo(name).suffix();
    return u"image/"_s + (ending == "jpg"_L1 ? u"jpeg"_s : ending == "svg"_L1 ? u"svg+xml"_s : ending);
}

} // namespace

void RichText::opening()
{
    const auto line = [this](QLatin1StringView tag, const QString &words) {
        if (words.isEmpty())
            return;
        writeMarkup(u'<' + tag + u'>');
        writeText(words);
        writeMarkup(u"</"_s + tag + u">\n"_s);
    };
    line("p"_L1, post().kicker);
    line("h1"_L1, post().title);
    line("p"_L1, post().subtitle);
}

void RichText::writeHeading(int level, const std::vector<Inline> &words)
{
    const QString tag = u'h' + QString::number(std::max(2, level));
    freshLine();
    writeMarkup(u'<' + tag + u'>');
    writeInlines(words);
    writeMarkup(u"</"_s + tag + u">\n"_s);
}

void RichText::paragraph(const Block &block)
{
    if (!block.tight) {
        freshLine();
        writeMarkup(u"<p>");
    }
    writeText(std::exchange(m_box, {}));
    writeInlines(block.inlines);
    if (!block.tight)
        writeMarkup(u"</p>\n");
}

void RichText::embed(const Block &block)
{
    const QString title = block.inlines.front().title.simplified();
    if (title.isEmpty())
        return paragraph(block);
    Block titled = block;
    titled.inlines.front().children.front().text = title;
    paragraph(titled);
}

void RichText::tune(const Block &block)
{
    paragraph(block);
}

void RichText::dateline(const Block &block)
{
    writeHeading(2, block.inlines);
}

void RichText::quote(const Block &block)
{
    freshLine();
    writeMarkup(u"<blockquote style=\"margin: 0 0 0 24px; border-left: 3px solid #242424; padding-left: 16px\">\n");
    writeBlocks(block.children);
    writeMarkup(u"</blockquote>\n");
}

void RichText::pullQuote(const Block &block)
{
    quote(block);
}

void RichText::listItem(const Block &item)
{
    writeMarkup(u"<li>");
    m_box = boxOf(item);
    if (item.children.empty() || item.children.front().kind != Block::Kind::Paragraph)
        writeText(std::exchange(m_box, {}));
    writeBlocks(item.children);
    writeMarkup(u"</li>\n");
}

void RichText::code(const Block &block)
{
    freshLine();
    writeMarkup(u"<pre");
    writeAttribute(u"style", codeFont + u"; white-space: pre-wrap"_s);
    writeMarkup(u">");
    writeText(block.text.endsWith(u'\n') ? QStringView(block.text).chopped(1) : block.text);
    writeMarkup(u"</pre>\n");
}

void RichText::table(const Block &block)
{
    freshLine();
    writeMarkup(u"<table style=\"border-collapse: collapse\">\n");
    const size_t heads = !block.children.empty() && block.children.front().headerRow ? 1 : 0;
    if (heads > 0) {
        writeMarkup(u"<thead>\n");
        tableRow(block.children.front());
        writeMarkup(u"</thead>\n");
    }
    if (block.children.size() > heads) {
        writeMarkup(u"<tbody>\n");
        for (size_t row = heads; row < block.children.size(); ++row)
            tableRow(block.children[row]);
        writeMarkup(u"</tbody>\n");
    }
    writeMarkup(u"</table>\n");
}

void RichText::tableRow(const Block &row)
{
    writeMarkup(u"<tr>");
    for (const Block &cell : row.children) {
        writeMarkup(row.headerRow ? u"<th" : u"<td");
        writeAttribute(u"style", u"border: 1px solid #c8c8c8; padding: 4px 8px; text-align: "_s + sideOf(cell));
        writeMarkup(u">");
        writeInlines(cell.inlines);
        writeMarkup(row.headerRow ? u"</th>" : u"</td>");
    }
    writeMarkup(u"</tr>\n");
}

void RichText::writeFigure(const Inline &image, const QString &source)
{
    freshLine();
    writeMarkup(u"<p>");
    writePicture(image, source);
    writeMarkup(u"</p>\n");
    if (const QString caption = image.title.simplified(); !caption.isEmpty()) {
        writeMarkup(u"<p><em>");
        writeText(caption);
        writeMarkup(u"</em></p>\n");
    }
}

void RichText::image(const Inline &image)
{
    if (const auto source = imageSource(image))
        writePicture(image, *source);
    else
        writeText(wordsForImage(image));
}

/// One after the other, as long as there is room.
std::optional<QString> RichText::imageSource(const Inline &image) const
{
    const auto own = post().images.constFind(image.target);
    if (own == post().images.cend())
        return ClipWriter::imageSource(image);
    return m_bytes + own->file.data.size() <= mostClipImages
               ? std::optional(u"data:"_s + mediaType(own->file.name) + u";base64,"_s +
                               QString::fromLatin1(own->file.data.toBase64()))
               : std::nullopt;
}

void RichText::writePicture(const Inline &image, const QString &source)
{
    if (const auto own = post().images.constFind(image.target); own != post().images.cend())
        m_bytes += own->file.data.size();
    writeMarkup(u"<img");
    writeAttribute(u"src", source);
    writeAttribute(u"alt", image.text.simplified());
    writeSize(image);
    writeMarkup(u">");
}

void RichText::footnoteReference(const Inline &reference)
{
    writeMarkup(u"<sup>"_s + QString::number(reference.number) + u"</sup>"_s);
}

void RichText::footnotes(const std::vector<Markdown::Footnote> &notes)
{
    Inline title;
    title.text = words().notes;
    writeHeading(3, {title});
    writeMarkup(u"<ol>\n");
    for (const Markdown::Footnote &note : notes) {
        writeMarkup(u"<li>");
        writeBlocks(note.blocks);
        writeMarkup(u"</li>\n");
    }
    writeMarkup(u"</ol>\n");
}

void RichText::markAttributes(QLatin1StringView name)
{
    if (name == "code"_L1)
        writeAttribute(u"style", codeFont);
}

} // namespace Weeknotes
