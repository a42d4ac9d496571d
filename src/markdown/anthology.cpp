// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/anthology.h"

#include <QUrl>

#include <iterator>

namespace Weeknotes::Markdown {
namespace {

/// Whether an image is the library's; others keep their address.
bool isOwn(const QString &target)
{
    return QUrl(target).scheme().size() <= 1 && !target.startsWith(u'/');
}

QString labelIn(const QString &note, const QString &label)
{
    return note + u'/' + label;
}

void tellApart(std::vector<Inline> &inlines, const QString &note)
{
    for (Inline &piece : inlines) {
        if (piece.kind == Inline::Kind::FootnoteReference)
            piece.text = labelIn(note, piece.text);
        else if (piece.kind == Inline::Kind::Image && isOwn(piece.target))
            piece.target = Anthology::imageName(note, piece.target);
        tellApart(piece.children, note);
    }
}

void tellApart(std::vector<Block> &blocks, const QString &note)
{
    for (Block &block : blocks) {
        tellApart(block.inlines, note);
        tellApart(block.children, note);
    }
}

} // namespace

Passage passageOf(const Document &document, size_t begin, size_t end)
{
    const auto blocks = document.blocks();
    return {{blocks.begin() + ptrdiff_t(begin), blocks.begin() + ptrdiff_t(end)}, document.footnotes()};
}

void Anthology::addDateline(const QString &words, const QString &target)
{
    Block &line = m_blocks.emplace_back();
    line.kind = Block::Kind::Dateline;
    Inline &link = line.inlines.emplace_back();
    link.kind = Inline::Kind::Link;
    link.target = target;
    link.children.emplace_back().text = words;
}

void Anthology::add(Passage passage, const QString &note)
{
    tellApart(passage.blocks, note);
    for (Footnote &footnote : passage.footnotes) {
        footnote.label = labelIn(note, footnote.label);
        tellApart(footnote.blocks, note);
    }
    std::ranges::move(passage.blocks, std::back_inserter(m_blocks));
    std::ranges::move(passage.footnotes, std::back_inserter(m_footnotes));
}

std::shared_ptr<const Document> Anthology::document() &&
{
    return Document::of(std::move(m_blocks), std::move(m_footnotes));
}

QString Anthology::imageName(const QString &note, const QString &name)
{
    return note + u'/' + name;
}

Anthology::Image Anthology::imageOf(const QString &name)
{
    return {name.section(u'/', 0, 0), name.section(u'/', 1)};
}

} // namespace Weeknotes::Markdown
