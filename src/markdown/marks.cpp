// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/marks.h"

#include "markdown/comments.h"
#include "markdown/embeds.h"

#include <QRegularExpression>

#include <algorithm>

namespace Weeknotes::Markdown {

namespace {

using namespace Qt::StringLiterals;

CommentMark markOf(const Block &block)
{
    const bool comment = block.kind == Block::Kind::RawHtml && block.text.startsWith("<!--"_L1);
    return comment ? readComment(block.text) : CommentMark{};
}

bool isFigure(const std::vector<Inline> &inlines)
{
    return inlines.size() == 1 && inlines.front().kind == Inline::Kind::Image;
}

bool isEmbed(const std::vector<Inline> &inlines)
{
    if (inlines.size() != 1 || inlines.front().kind != Inline::Kind::Link)
        return false;
    const auto &link = inlines.front();
    const bool bare = link.children.size() == 1 && link.children.front().kind == Inline::Kind::Text &&
                      link.target.endsWith(link.children.front().text);
    return bare && embedHost(link.target).has_value();
}

bool isTune(const std::vector<Inline> &inlines)
{
    // "Tune of the week:", "This week’s earworm –", "Track of the fortnight", "Chanson de la semaine".
    static const QRegularExpression words(
        uR"(^\W*(the |my |our |this (week|fortnight)['’]s )?)"
        uR"(((tune|song|track|album|music|record|earworm|playlist)s? (of|for) (the|this|my) (week(note)?|fortnight|month)s?\b)"
        uR"(|(?<=['’]s )(tune|song|track|album|music|earworm|playlist)\b)"
        uR"(|(chanson|morceau|musique|titre) (de la|du) (semaine|quinzaine|mois)\b))"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    if (!firstLink(inlines))
        return false;
    constexpr qsizetype openingLength = 60;
    QString begin;
    for (size_t i = 0; i < inlines.size() && begin.size() < openingLength; ++i)
        begin += plainText({&inlines[i], 1});
    return words.match(begin.left(openingLength)).hasMatch();
}

void classify(Block &paragraph)
{
    if (paragraph.tight)
        return;
    if (isFigure(paragraph.inlines)) {
        paragraph.kind = Block::Kind::Figure;
    } else if (isEmbed(paragraph.inlines)) {
        paragraph.kind = Block::Kind::Embed;
        paragraph.text = paragraph.inlines.front().target;
    } else if (isTune(paragraph.inlines)) {
        paragraph.kind = Block::Kind::Tune;
        paragraph.text = firstLink(paragraph.inlines)->target;
    }
}

/// The index of the comment that ends the appeal begun at `begin`; `begin` if none does before the next begins.
size_t appealEnd(const std::vector<Block> &blocks, size_t begin)
{
    for (size_t i = begin + 1; i < blocks.size(); ++i) {
        const auto kind = markOf(blocks[i]).kind;
        if (kind == CommentMark::Kind::AppealEnd)
            return i;
        if (kind == CommentMark::Kind::AppealBegin)
            break;
    }
    return begin;
}

Block appealOf(std::vector<Block> &blocks, const CommentMark &mark, size_t begin, size_t end)
{
    Block appeal;
    appeal.kind = Block::Kind::Appeal;
    appeal.text = mark.words;
    appeal.until = mark.until;
    appeal.source = {blocks[begin].source.begin, blocks[end].source.end};
    appeal.children.assign(std::move_iterator(blocks.begin() + ptrdiff_t(begin) + 1),
                           std::move_iterator(blocks.begin() + ptrdiff_t(end)));
    return appeal;
}

} // namespace

void foldMarks(std::vector<Block> &blocks)
{
    size_t written = 0;
    for (size_t i = 0; i < blocks.size(); ++i, ++written) {
        const auto mark = markOf(blocks[i]);
        if (mark.kind == CommentMark::Kind::PullQuote && i + 1 < blocks.size() &&
            blocks[i + 1].kind == Block::Kind::Quote) {
            const int begin = blocks[i].source.begin;
            ++i;
            blocks[i].kind = Block::Kind::PullQuote;
            blocks[i].source.begin = begin;
        } else if (const auto end = mark.kind == CommentMark::Kind::AppealBegin ? appealEnd(blocks, i) : i; end > i) {
            Block appeal = appealOf(blocks, mark, i, end);
            i = end;
            blocks[i] = std::move(appeal);
        } else if (blocks[i].kind == Block::Kind::Paragraph) {
            classify(blocks[i]);
        }
        if (blocks[i].kind != Block::Kind::Private)
            foldMarks(blocks[i].children);
        if (written != i)
            blocks[written] = std::move(blocks[i]);
    }
    blocks.resize(written);
}

} // namespace Weeknotes::Markdown
