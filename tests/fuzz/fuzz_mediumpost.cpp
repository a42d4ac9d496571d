// SPDX-License-Identifier: GPL-3.0-or-later
#include "importer/mediumposts.h"
#include "markdown/document.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

using namespace Weeknotes;
using Markdown::Block;

namespace {

bool hides(const std::vector<Block> &blocks)
{
    return std::ranges::any_of(blocks, [](const Block &block) {
        return block.kind == Block::Kind::Private || block.kind == Block::Kind::Prompt || hides(block.children);
    });
}

} // namespace

/// What people wrote on Medium stays to be seen: no words of theirs become a mark of ours that hides some.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString html = QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size));
    const QString name = QStringLiteral("2021-03-05_A-short-week-0123456789ab.html");
    const QString folder = QStringLiteral("/nowhere");
    const ArchiveFile file{.path = folder + u'/' + name, .subject = name, .root = folder, .within = name};
    const auto post = readMediumPost(html, file);
    if (!post)
        return 0;
    const auto document = Markdown::Document::parse(post->raw.note.draft.text);
    const auto blocks = document->blocks();
    if (post->raw.note.draft.fields.title.isEmpty() || hides({blocks.begin(), blocks.end()}))
        std::abort();
    return 0;
}
