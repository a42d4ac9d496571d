// SPDX-License-Identifier: GPL-3.0-or-later
#include "publisher/clipwriter.h"

#include "markdown/comments.h"
#include "publisher/postlinks.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace Weeknotes {

using Markdown::Block;
using Markdown::Inline;

void ClipWriter::heading(const Block &block)
{
    if (!std::exchange(m_titleToCome, false) && !Markdown::plainText(block.inlines).trimmed().isEmpty())
        writeHeading(block.level, block.inlines);
}

void ClipWriter::figure(const Block &block)
{
    const Inline &picture = block.inlines.front();
    if (const auto source = imageSource(picture))
        return writeFigure(picture, *source);
    const QString caption = picture.text.simplified().isEmpty() ? QString() : picture.title.simplified();
    for (const QString &line : {wordsForImage(picture), caption}) { // which stands for the description where it can
        Block words;
        words.inlines.emplace_back().text = line;
        if (!line.isEmpty())
            paragraph(words);
    }
}

void ClipWriter::rawHtmlBlock(const Block &block)
{
    Block words;
    words.inlines.emplace_back().text = Markdown::wordsOfHtml(block.text);
    if (!words.inlines.front().text.trimmed().isEmpty())
        paragraph(words);
}

void ClipWriter::details(const Block &block)
{
    strongParagraph(block.inlines);
    writeBlocks(block.children);
}

void ClipWriter::terms(const Block &block)
{
    for (const Block &child : block.children) {
        if (child.kind == Block::Kind::Term)
            strongParagraph(child.inlines);
        writeBlocks(child.children);
    }
}

void ClipWriter::strongParagraph(const std::vector<Inline> &words)
{
    Block line;
    Inline &strong = line.inlines.emplace_back();
    strong.kind = Inline::Kind::Strong;
    strong.children = words;
    paragraph(line);
}

void ClipWriter::link(const Inline &link)
{
    const auto target = linkTarget(link);
    if (!target || m_inLink)
        return writeInlines(link.children);
    writeMarkup(u"<a");
    writeAttribute(u"href", encodedUrl(*target));
    writeMarkup(u">");
    m_inLink = true;
    if (Markdown::plainText(link.children).trimmed().isEmpty())
        writeText(*target);
    else
        writeInlines(link.children);
    m_inLink = false;
    writeMarkup(u"</a>");
}

void ClipWriter::image(const Inline &image)
{
    const auto source = imageSource(image);
    if (!source)
        return writeText(wordsForImage(image));
    writeMarkup(u"<img");
    writeAttribute(u"src", *source);
    writeAttribute(u"alt", image.text.simplified());
    writeSize(image);
    writeMarkup(QString(voidEnd()));
}

std::optional<QString> ClipWriter::linkTarget(const Inline &link) const
{
    return wholeTarget(m_post, link.target);
}

std::optional<QString> ClipWriter::imageSource(const Inline &image) const
{
    return publicImage(m_post, image.target);
}

void ClipWriter::writeSize(const Inline &image)
{
    const auto own = m_post.images.constFind(image.target);
    if (own == m_post.images.cend() || own->size.isEmpty())
        return;
    writeAttribute(u"width", QString::number(own->size.width()));
    writeAttribute(u"height", QString::number(own->size.height()));
}

QString ClipWriter::boxOf(const Block &item)
{
    return item.checked ? *item.checked ? u"☑ "_s : u"☐ "_s : QString();
}

QString wordsForImage(const Inline &image)
{
    const QString words = image.text.simplified().isEmpty() ? image.title.simplified() : image.text.simplified();
    return words.isEmpty() ? words : u'[' + words + u']';
}

} // namespace Weeknotes
