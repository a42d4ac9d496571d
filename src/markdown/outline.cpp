// SPDX-License-Identifier: GPL-3.0-or-later
#include "markdown/outline.h"

#include "markdown/plaintext.h"

namespace Weeknotes::Markdown {

namespace {

bool isTransparent(Block::Kind kind)
{
    return kind == Block::Kind::Private || kind == Block::Kind::Appeal;
}

/// Calls `visit` for each block of the note's own level, in order.
template <typename Visit> void walk(const std::vector<Block> &blocks, Visit visit)
{
    for (const auto &block : blocks) {
        if (isTransparent(block.kind))
            walk(block.children, visit);
        else
            visit(block);
    }
}

} // namespace

std::vector<OutlineEntry> outline(const Document &document)
{
    std::vector<OutlineEntry> entries;
    walk(document.blocks(), [&entries](const Block &block) {
        if (block.kind == Block::Kind::Heading)
            entries.push_back({block.level, plainText(block.inlines).simplified(), block.source});
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
    walk(document.blocks(), [&](const Block &block) {
        if (block.kind == Block::Kind::Heading) {
            close();
            sections.push_back({block.level, plainText(block.inlines).simplified(), {}, block.source});
            return;
        }
        if (sections.empty())
            sections.push_back({0, {}, {}, block.source});
        sections.back().source.end = block.source.end;
        under.push_back(block);
    });
    close();
    if (!sections.empty() && sections.front().level == 0 && sections.front().text.isEmpty())
        sections.erase(sections.begin());
    return sections;
}

} // namespace Weeknotes::Markdown
