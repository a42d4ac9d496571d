// SPDX-License-Identifier: GPL-3.0-or-later
#include "insight/lookprose.h"

#include "markdown/entities.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Weeknotes {

using Markdown::Block;
using Markdown::Inline;
using Markdown::SourceRange;

LookProse::LookProse(const Block &block, int shift, Setting setting, QStringView source)
    : m_block(&block), m_shift(shift), m_setting(setting), m_source(source)
{
    add(block.inlines, false);
}

void LookProse::add(const std::vector<Inline> &inlines, bool linked)
{
    for (const Inline &each : inlines) {
        const int begin = each.source.begin + m_shift;
        const int end = each.source.end + m_shift;
        switch (each.kind) {
        case Inline::Kind::Text:
            addText(each, linked);
            break;
        case Inline::Kind::SoftBreak:
            put(u" ", begin, end, false, linked);
            break;
        case Inline::Kind::HardBreak:
            put(u"\n", begin, end, false, linked);
            break;
        case Inline::Kind::Code:
        case Inline::Kind::Image:
            put(QStringView(&Hole, 1), begin, end, false, linked);
            break;
        case Inline::Kind::Link:
            if (isBareAddress(each))
                put(QStringView(&Hole, 1), begin, end, false, true);
            else
                add(each.children, true);
            break;
        case Inline::Kind::FootnoteReference:
        case Inline::Kind::RawHtml:
            break;
        case Inline::Kind::Element:
            if (each.text == "code"_L1 || each.text == "kbd"_L1 || each.text == "samp"_L1)
                put(QStringView(&Hole, 1), begin, end, false, linked);
            else
                add(each.children, linked);
            break;
        case Inline::Kind::Emphasis:
        case Inline::Kind::Strong:
        case Inline::Kind::Strikethrough:
            add(each.children, linked);
            break;
        }
    }
}

void LookProse::addText(const Inline &text, bool linked)
{
    int at = text.source.begin + m_shift;
    const int end = text.source.end + m_shift;
    if (text.text.size() == end - at)
        return put(text.text, at, end, true, linked);
    // With escapes, entities and what the parser hides, the text is shorter than its source.
    qsizetype done = 0;
    qsizetype run = 0; // from here on it is literal
    const auto flush = [&] {
        if (done > run)
            put(QStringView(text.text).sliced(run, done - run), at - int(done - run), at, true, linked);
        run = done;
    };
    while (done < text.text.size() && at < end) {
        if (m_source[at] == u'&') {
            constexpr int longest = 40; // the longest name has 33
            const qsizetype semicolon = m_source.first(std::min(end, at + longest)).indexOf(u';', at);
            const QString meant =
                semicolon < 0 ? QString() : Markdown::decodeEntity(m_source.sliced(at, semicolon + 1 - at).toUtf8());
            if (!meant.isEmpty() && meant.front() != u'&' && QStringView(text.text).sliced(done).startsWith(meant)) {
                flush();
                put(meant, at, int(semicolon) + 1, false, linked);
                at = int(semicolon) + 1;
                done += meant.size();
                run = done;
                continue;
            }
        }
        if (m_source[at] == text.text[done]) {
            ++at;
            ++done;
        } else {
            flush();
            ++at; // a backslash, or the like
        }
    }
    flush();
    if (done < text.text.size())
        put(QStringView(text.text).sliced(done), std::min(at, end), end, false, linked);
}

void LookProse::put(QStringView words, int source, int sourceEnd, bool literal, bool linked)
{
    m_pieces.push_back({m_words.size(), source, sourceEnd, literal, linked});
    m_words += words;
}

const LookProse::Piece &LookProse::pieceAt(qsizetype at) const
{
    return *std::prev(std::ranges::upper_bound(m_pieces, at, {}, &Piece::at));
}

SourceRange LookProse::place(qsizetype begin, qsizetype length) const
{
    const Piece &first = pieceAt(begin);
    const Piece &last = pieceAt(begin + length - 1);
    return {first.literal ? first.source + int(begin - first.at) : first.source,
            last.literal ? last.source + int(begin + length - last.at) : last.sourceEnd};
}

bool LookProse::isLinked(qsizetype at) const
{
    return pieceAt(at).linked;
}

namespace {

void collectProse(const Block &block, int shift, LookProse::Setting setting, QStringView source,
                  std::vector<LookProse> &prose)
{
    setting.heading = block.kind == Block::Kind::Heading;
    setting.quote = setting.quote || block.kind == Block::Kind::Quote || block.kind == Block::Kind::PullQuote;
    setting.appeal = setting.appeal || block.kind == Block::Kind::Appeal;
    setting.item = setting.item || block.kind == Block::Kind::ListItem;
    setting.cell = block.kind == Block::Kind::TableCell;
    if (!block.inlines.empty())
        prose.emplace_back(block, shift, setting, source);
    for (const Block &child : block.children)
        collectProse(child, shift, setting, source, prose);
}

} // namespace

std::vector<LookProse> proseForLook(const Markdown::Document &readable, QStringView source)
{
    std::vector<LookProse> prose;
    const auto blocks = readable.blocks();
    for (size_t i = 0; i < blocks.size(); ++i)
        collectProse(blocks[i], readable.shift(i), {}, source, prose);
    for (const Markdown::Footnote &note : readable.footnotes()) {
        for (const Block &block : note.blocks)
            collectProse(block, 0, {}, source, prose);
    }
    return prose;
}

bool isBareAddress(const Inline &link)
{
    if (link.children.size() != 1 || link.children.front().kind != Inline::Kind::Text)
        return false;
    const QString &words = link.children.front().text;
    return words == link.target || "http://"_L1 + words == link.target || "mailto:"_L1 + words == link.target;
}

} // namespace Weeknotes
