// SPDX-License-Identifier: GPL-3.0-or-later
#include "publisher/blockmarkup.h"

#include "markdown/embeds.h"

#include <QHash>
#include <QJsonDocument>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Weeknotes {

using Markdown::Block;
using Markdown::Inline;

namespace {

/// A service whose addresses WordPress embeds by itself.
struct Provider
{
    QString slug;
    QString type;
};

const Provider *providerOf(const QString &address)
{
    static const QHash<QString, Provider> providers{{u"YouTube"_s, {u"youtube"_s, u"video"_s}},
                                                    {u"Vimeo"_s, {u"vimeo"_s, u"video"_s}},
                                                    {u"TED"_s, {u"ted"_s, u"video"_s}},
                                                    {u"Spotify"_s, {u"spotify"_s, u"rich"_s}},
                                                    {u"SoundCloud"_s, {u"soundcloud"_s, u"rich"_s}},
                                                    {u"Mixcloud"_s, {u"mixcloud"_s, u"rich"_s}},
                                                    {u"Twitter"_s, {u"twitter"_s, u"rich"_s}},
                                                    {u"X"_s, {u"twitter"_s, u"rich"_s}},
                                                    {u"Bluesky"_s, {u"bluesky"_s, u"rich"_s}}};
    const auto host = Markdown::embedHost(address);
    const auto found = host ? providers.constFind(host->name) : providers.cend();
    return found == providers.cend() ? nullptr : &*found;
}

/// Attributes as they stand in a block's comment, which no "-->" in them may end.
QString attributesText(const QJsonObject &attributes)
{
    QString json = QString::fromUtf8(QJsonDocument(attributes).toJson(QJsonDocument::Compact));
    return json.replace("\\\""_L1, "\\u0022"_L1)
        .replace("--"_L1, "\\u002d\\u002d"_L1)
        .replace(u'<', "\\u003c"_L1)
        .replace(u'>', "\\u003e"_L1)
        .replace(u'&', "\\u0026"_L1);
}

QString sideClass(Markdown::Alignment alignment)
{
    return alignment == Markdown::Alignment::Left     ? u"left"_s
           : alignment == Markdown::Alignment::Center ? u"center"_s
           : alignment == Markdown::Alignment::Right  ? u"right"_s
                                                      : QString();
}

bool isLine(const Block &block)
{
    using enum Block::Kind;
    return block.kind == Paragraph || block.kind == Tune || block.kind == Embed || block.kind == Dateline;
}

} // namespace

bool isEmbeddedByWordPress(const QString &address)
{
    return providerOf(address) != nullptr;
}

void BlockMarkup::open(const QString &name, const QJsonObject &attributes)
{
    freshLine();
    writeMarkup(u"<!-- wp:"_s + name + (attributes.isEmpty() ? QString() : u' ' + attributesText(attributes)) +
                u" -->\n"_s);
}

void BlockMarkup::close(const QString &name)
{
    writeMarkup(u"\n<!-- /wp:"_s + name + u" -->\n\n"_s);
}

void BlockMarkup::paragraph(const Block &block)
{
    open(u"paragraph"_s);
    writeMarkup(u"<p>");
    writeInlines(block.inlines);
    writeMarkup(u"</p>");
    close(u"paragraph"_s);
}

void BlockMarkup::tune(const Block &block)
{
    paragraph(block);
}

void BlockMarkup::dateline(const Block &block)
{
    writeHeading(2, block.inlines);
}

void BlockMarkup::writeHeading(int level, const std::vector<Inline> &words)
{
    // The title of the post is the page's only first level there.
    level = std::max(2, level);
    const QString tag = u'h' + QString::number(level);
    open(u"heading"_s, level == 2 ? QJsonObject() : QJsonObject{{u"level"_s, level}});
    writeMarkup(u'<' + tag + u" class=\"wp-block-heading\">"_s);
    writeInlines(words);
    writeMarkup(u"</"_s + tag + u'>');
    close(u"heading"_s);
}

void BlockMarkup::quote(const Block &block)
{
    open(u"quote"_s);
    writeMarkup(u"<blockquote class=\"wp-block-quote\">");
    writeBlocks(block.children);
    writeMarkup(u"</blockquote>");
    close(u"quote"_s);
}

void BlockMarkup::pullQuote(const Block &block)
{
    open(u"pullquote"_s);
    writeMarkup(u"<figure class=\"wp-block-pullquote\"><blockquote><p>");
    bool first = true;
    lines(block.children, first);
    writeMarkup(u"</p></blockquote></figure>");
    close(u"pullquote"_s);
}

/// The words of `blocks`, a line each.
void BlockMarkup::lines(const std::vector<Block> &blocks, bool &first)
{
    for (const Block &block : blocks) {
        if (!block.inlines.empty()) {
            if (!std::exchange(first, false))
                writeMarkup(u"<br>");
            writeInlines(block.inlines);
        } else if (block.kind == Block::Kind::Code) {
            if (!std::exchange(first, false))
                writeMarkup(u"<br>");
            writeText(block.text.trimmed());
        }
        lines(block.children, first);
    }
}

void BlockMarkup::openList(const Block &block, int start)
{
    QJsonObject attributes;
    if (block.ordered)
        attributes.insert(u"ordered"_s, true);
    if (block.ordered && start != 1)
        attributes.insert(u"start"_s, start);
    open(u"list"_s, attributes);
    writeMarkup(block.ordered ? u"<ol" : u"<ul");
    if (block.ordered && start != 1)
        writeAttribute(u"start", QString::number(start));
    writeMarkup(u" class=\"wp-block-list\">");
}

void BlockMarkup::closeList(const Block &block)
{
    writeMarkup(block.ordered ? u"</ol>" : u"</ul>");
    close(u"list"_s);
}

/// What can't stand in an item stands below it; the list goes on behind, counting on.
void BlockMarkup::list(const Block &block)
{
    ++m_lists;
    bool isOpen = false;
    for (int number = block.start; const Block &item : block.children) {
        if (!std::exchange(isOpen, true))
            openList(block, number);
        listItem(item);
        ++number;
        if (m_lists > 1 || m_below.empty())
            continue;
        closeList(block);
        isOpen = false;
        --m_lists;
        for (const Block *part : std::exchange(m_below, {}))
            writeBlock(*part);
        ++m_lists;
    }
    if (isOpen)
        closeList(block);
    --m_lists;
}

void BlockMarkup::listItem(const Block &item)
{
    open(u"list-item"_s);
    writeMarkup(u"<li>");
    writeText(boxOf(item));
    bool hasWords = false;
    bool hasList = false;
    itemParts(item.children, hasWords, hasList);
    writeMarkup(u"</li>");
    close(u"list-item"_s);
}

void BlockMarkup::itemParts(const std::vector<Block> &parts, bool &hasWords, bool &hasList)
{
    for (const Block &part : parts) {
        if (part.kind == Block::Kind::Appeal) {
            itemParts(part.children, hasWords, hasList);
        } else if (part.kind == Block::Kind::List) {
            hasList = true;
            list(part);
        } else if (isLine(part) && !hasList) {
            if (std::exchange(hasWords, true))
                writeMarkup(u"<br>");
            writeInlines(part.inlines);
        } else {
            m_below.push_back(&part);
        }
    }
}

void BlockMarkup::code(const Block &block)
{
    open(u"code"_s);
    QString text = block.text;
    while (text.endsWith(u'\n'))
        text.chop(1);
    // A bracket would begin one of WordPress's own commands.
    writeMarkup(u"<pre class=\"wp-block-code\"><code>"_s + escaped(text).replace(u'[', "&#91;"_L1) +
                u"</code></pre>"_s);
    close(u"code"_s);
}

void BlockMarkup::separator(const Block &)
{
    open(u"separator"_s);
    writeMarkup(u"<hr class=\"wp-block-separator has-alpha-channel-opacity\"/>");
    close(u"separator"_s);
}

void BlockMarkup::table(const Block &block)
{
    open(u"table"_s, {{u"hasFixedLayout"_s, false}});
    writeMarkup(u"<figure class=\"wp-block-table\"><table>");
    const size_t heads = !block.children.empty() && block.children.front().headerRow ? 1 : 0;
    if (heads > 0) {
        writeMarkup(u"<thead>");
        tableRow(block.children.front(), "th"_L1);
        writeMarkup(u"</thead>");
    }
    if (block.children.size() > heads) {
        writeMarkup(u"<tbody>");
        for (size_t row = heads; row < block.children.size(); ++row)
            tableRow(block.children[row], "td"_L1);
        writeMarkup(u"</tbody>");
    }
    writeMarkup(u"</table></figure>");
    close(u"table"_s);
}

void BlockMarkup::tableRow(const Block &row, QLatin1StringView cellName)
{
    writeMarkup(u"<tr>");
    for (const Block &cell : row.children) {
        writeMarkup(u'<' + cellName);
        if (const QString side = sideClass(cell.alignment); !side.isEmpty()) {
            writeAttribute(u"class", u"has-text-align-"_s + side);
            writeAttribute(u"data-align", side);
        }
        writeMarkup(u">");
        writeInlines(cell.inlines);
        writeMarkup(u"</"_s + cellName + u'>');
    }
    writeMarkup(u"</tr>");
}

void BlockMarkup::writeFigure(const Inline &image, const QString &source)
{
    open(u"image"_s);
    writeMarkup(u"<figure class=\"wp-block-image\"><img");
    writeAttribute(u"src", source);
    writeAttribute(u"alt", image.text.simplified());
    writeMarkup(u"/>");
    if (const QString caption = image.title.simplified(); !caption.isEmpty()) {
        writeMarkup(u"<figcaption class=\"wp-element-caption\">");
        writeText(caption);
        writeMarkup(u"</figcaption>");
    }
    writeMarkup(u"</figure>");
    close(u"image"_s);
}

void BlockMarkup::embed(const Block &block)
{
    const Provider *provider = providerOf(block.text);
    if (!provider)
        return paragraph(block);
    const QString address = encodedUrl(block.text);
    open(u"embed"_s, {{u"url"_s, address},
                      {u"type"_s, provider->type},
                      {u"providerNameSlug"_s, provider->slug},
                      {u"responsive"_s, true}});
    writeMarkup(u"<figure class=\"wp-block-embed is-type-"_s + provider->type + u" is-provider-"_s + provider->slug +
                u" wp-block-embed-"_s + provider->slug + u"\"><div class=\"wp-block-embed__wrapper\">\n"_s);
    writeText(address);
    writeMarkup(u"\n</div>");
    if (const QString title = block.inlines.front().title.simplified(); !title.isEmpty()) {
        writeMarkup(u"<figcaption class=\"wp-element-caption\">");
        writeText(title);
        writeMarkup(u"</figcaption>");
    }
    writeMarkup(u"</figure>");
    close(u"embed"_s);
}

void BlockMarkup::details(const Block &block)
{
    open(u"details"_s);
    writeMarkup(u"<details class=\"wp-block-details\"><summary>");
    writeInlines(block.inlines);
    writeMarkup(u"</summary>");
    writeBlocks(block.children);
    writeMarkup(u"</details>");
    close(u"details"_s);
}

void BlockMarkup::more(const Block &)
{
    if (m_lists > 0)
        return;
    open(u"more"_s);
    writeMarkup(u"<!--more-->");
    close(u"more"_s);
}

void BlockMarkup::footnoteReference(const Inline &reference)
{
    const QString number = QString::number(reference.number);
    writeMarkup(u"<sup><a href=\"#fn-"_s + number + u"\">"_s + number + u"</a></sup>"_s);
}

/// A paragraph each: of what WordPress has, this alone can be led to in every version.
void BlockMarkup::footnotes(const std::vector<Markdown::Footnote> &notes)
{
    Inline title;
    title.text = words().notes;
    writeHeading(3, {title});
    for (const Markdown::Footnote &note : notes) {
        const QString number = QString::number(note.number);
        open(u"paragraph"_s);
        writeMarkup(u"<p id=\"fn-"_s + number + u"\">"_s + number + u". "_s);
        bool first = true;
        lines(note.blocks, first);
        writeMarkup(u"</p>");
        close(u"paragraph"_s);
    }
}

} // namespace Weeknotes
