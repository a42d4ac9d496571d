// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/outline.h"

#include "markdown/plaintext.h"

namespace Weeknotes::Markdown {

namespace {

bool isTransparent(Block::Kind kind)
{
    return kind == Block::Kind::Private || kind == Block::Kind::Appeal;
}

template <typename Visit> void walkIn(const Block &block, int shift, Visit visit)
{
    if (!isTransparent(block.kind)) {
        visit(block, SourceRange{block.source.begin + shift, block.source.end + shift});
        return;
    }
    for (const Block &child : block.children)
        walkIn(child, shift, visit);
}

/// Calls `visit` with each block of the note's own level, in order, and its place.
template <typename Visit> void walk(const Document &document, Visit visit)
{
    for (size_t i = 0; const Block &block : document.blocks())
        walkIn(block, document.shift(i++), visit);
}

} // namespace

std::vector<OutlineEntry> outline(const Document &document)
{
    std::vector<OutlineEntry> entries;
    walk(document, [&entries](const Block &block, const SourceRange &place) {
        if (block.kind == Block::Kind::Heading)
            entries.push_back({block.level, plainText(block.inlines).simplified(), place});
    });
    return entries;
}

std::vector<Section> sections(const Document &document)
{
    std::vector<Section> sections;
    std::vector<Block> under;
    const auto close = [&] {
        if (!sections.empty())
            sections.back().text = toPlainText(under);
        under.clear();
    };
    walk(document, [&](const Block &block, const SourceRange &place) {
        if (block.kind == Block::Kind::Heading) {
            close();
            sections.push_back({block.level, plainText(block.inlines).simplified(), {}, place});
            return;
        }
        if (sections.empty())
            sections.push_back({0, {}, {}, place});
        sections.back().source.end = place.end;
        under.push_back(block);
    });
    close();
    if (!sections.empty() && sections.front().level == 0 && sections.front().text.isEmpty())
        sections.erase(sections.begin());
    return sections;
}

} // namespace Weeknotes::Markdown
